/// Confined JVMs: started behind the strongest wall this machine gives, reached through two pipes,
/// limited by the kernel. What runs inside is hostile by assumption.
@NullMarked
package dev.interleave.sandbox;

import org.jspecify.annotations.NullMarked;
