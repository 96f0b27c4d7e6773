/// The launcher of the second-best wall: a small JVM that locks itself in with Landlock, seccomp
/// and limits, and then becomes the JVM it was asked for. Needs nothing but the JDK and the kernel.
@NullMarked
package dev.interleave.sandbox.lockdown;

import org.jspecify.annotations.NullMarked;
