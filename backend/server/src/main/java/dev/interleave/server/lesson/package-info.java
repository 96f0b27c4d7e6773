/// The lessons, read from their folders.
@NullMarked
package dev.interleave.server.lesson;

import org.jspecify.annotations.NullMarked;
