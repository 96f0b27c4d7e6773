/// The engine of controlled runs: every thread of the program is a green one, and every switch is a
/// decision.
@NullMarked
package dev.interleave.runner.control;

import org.jspecify.annotations.NullMarked;
