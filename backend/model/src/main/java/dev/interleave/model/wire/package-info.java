/// Messages between the server and its child processes, and the byte format they share.
@NullMarked
package dev.interleave.model.wire;

import org.jspecify.annotations.NullMarked;
