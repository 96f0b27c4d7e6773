/// The program that tries a wall from inside before anybody else may.
@NullMarked
package dev.interleave.sandbox.probe;

import org.jspecify.annotations.NullMarked;
