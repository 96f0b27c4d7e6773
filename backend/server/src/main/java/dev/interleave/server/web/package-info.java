/// HTTP and WebSocket: untrusted text is parsed here, and nowhere else.
@NullMarked
package dev.interleave.server.web;

import org.jspecify.annotations.NullMarked;
