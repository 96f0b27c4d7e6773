/// Tests of the compiler; what it makes is loaded and run.
@NullMarked
package dev.interleave.compiler;

import org.jspecify.annotations.NullMarked;
