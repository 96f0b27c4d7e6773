/// Tests of the teaching primitives.
@NullMarked
package dev.interleave.sync;

import org.jspecify.annotations.NullMarked;
