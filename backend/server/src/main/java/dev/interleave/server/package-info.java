/// The server: it wires everything together, talks to people, and starts every other part as a
/// process of its own.
@NullMarked
package dev.interleave.server;

import org.jspecify.annotations.NullMarked;
