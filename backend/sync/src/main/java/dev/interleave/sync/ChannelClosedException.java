package dev.interleave.sync;

import java.io.Serial;

/// Thrown when the other end of a channel is gone: Rust's `SendError`, because the receiver is
/// closed and the message would never be received, or `RecvError`, because all senders are closed
/// and all messages received.
public final class ChannelClosedException extends IllegalStateException {
    @Serial private static final long serialVersionUID = 1;

    ChannelClosedException(String message) {
        super(message);
    }
}
