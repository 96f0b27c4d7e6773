/// Stands in for the real probes, which exist only inside a runner image.
@NullMarked
package dev.interleave.probe;

import org.jspecify.annotations.NullMarked;
