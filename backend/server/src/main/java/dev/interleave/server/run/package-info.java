/// One run's life, from a source to an outcome: admission, compilation, a runner, its trace.
@NullMarked
package dev.interleave.server.run;

import org.jspecify.annotations.NullMarked;
