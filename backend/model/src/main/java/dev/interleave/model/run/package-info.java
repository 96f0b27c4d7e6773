/// A run seen from outside: what it is asked for, what bounds it, how it ended and what was found.
@NullMarked
package dev.interleave.model.run;

import org.jspecify.annotations.NullMarked;
