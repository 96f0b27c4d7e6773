/// What a trace tells about the program: pure folds over events. No clock, no thread, no socket.
@NullMarked
package dev.interleave.analysis;

import org.jspecify.annotations.NullMarked;
