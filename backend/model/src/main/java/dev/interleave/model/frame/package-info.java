/// Bytes in frames: how everything travels between processes, to the page and into a file.
@NullMarked
package dev.interleave.model.frame;

import org.jspecify.annotations.NullMarked;
