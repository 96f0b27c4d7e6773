/// The processes the server starts, and what they say.
@NullMarked
package dev.interleave.server.child;

import org.jspecify.annotations.NullMarked;
