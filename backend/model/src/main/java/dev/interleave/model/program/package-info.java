/// A compiled program on its way from the compiler to a runner.
@NullMarked
package dev.interleave.model.program;

import org.jspecify.annotations.NullMarked;
