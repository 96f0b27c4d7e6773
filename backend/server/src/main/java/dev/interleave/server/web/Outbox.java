package dev.interleave.server.web;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Messages on their way to one page. Adding never blocks; a page that falls too far behind is
/// disconnected, with a reason, rather than shown a trace with a hole. Safe for use by several
/// threads; messages go out in the order they were added.
final class Outbox {
    private static final long MAX_BYTES = 256L << 20;

    /// Frames that wait are sent together, up to about this size.
    private static final int MESSAGE_BYTES = 256 << 10;

    private final Session session;
    private final Deque<Object> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean isSending;
    private boolean isClosed;

    Outbox(Session session) {
        this.session = session;
    }

    /// Adds a text message.
    void text(String message) {
        add(message, 2L * message.length());
    }

    /// Adds whole frames.
    void binary(ByteBuffer frames) {
        add(frames, frames.remaining());
    }

    /// Sends nothing any more.
    synchronized void close() {
        isClosed = true;
        waiting.clear();
    }

    private void add(Object message, long bytes) {
        boolean isTooMuch = false;
        synchronized (this) {
            if (isClosed) {
                return;
            }
            waiting.add(message);
            waitingBytes += bytes;
            if (waitingBytes > MAX_BYTES) {
                isTooMuch = true;
                close();
            }
        }
        if (isTooMuch) {
            session.close(1008, "this page reads too slowly", Callback.NOOP);
        } else {
            sendNext();
        }
    }

    private void sendNext() {
        Object next;
        synchronized (this) {
            if (isSending || waiting.isEmpty()) {
                return;
            }
            isSending = true;
            next = waiting.peek() instanceof String ? waiting.remove() : takeFrames();
            waitingBytes -=
                    next instanceof String text
                            ? 2L * text.length()
                            : ((ByteBuffer) next).remaining();
        }
        Callback sent = Callback.from(this::sent, _ -> close());
        if (next instanceof String text) {
            session.sendText(text, sent);
        } else {
            session.sendBinary((ByteBuffer) next, sent);
        }
    }

    private void sent() {
        synchronized (this) {
            isSending = false;
        }
        sendNext();
    }

    private ByteBuffer takeFrames() {
        List<ByteBuffer> frames = new ArrayList<>();
        int bytes = 0;
        while (waiting.peek() instanceof ByteBuffer frame
                && (frames.isEmpty() || bytes + frame.remaining() <= MESSAGE_BYTES)) {
            frames.add(frame);
            bytes += frame.remaining();
            waiting.remove();
        }
        if (frames.size() == 1) {
            return frames.getFirst();
        }
        ByteBuffer joined = ByteBuffer.allocate(bytes);
        frames.forEach(frame -> joined.put(frame.duplicate()));
        return joined.flip();
    }
}
