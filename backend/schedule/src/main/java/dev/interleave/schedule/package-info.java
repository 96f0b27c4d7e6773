/// Who moves next: strategies, one file and one paper each, replay, and the minimiser. Pure: they
/// see numbers, not threads, and know no clock.
@NullMarked
package dev.interleave.schedule;

import org.jspecify.annotations.NullMarked;
