package dev.interleave.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.interleave.model.frame.Bytes;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The page's WebSocket without the page: see `docs/page-protocol.md`.
final class PageSocket implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /// One thing that came from the server.
    sealed interface Received {}

    /// A control message.
    record Control(JsonNode json) implements Received {
        String type() {
            return json.path("type").asText();
        }
    }

    /// Whole frames of the trace.
    record Frames(Bytes bytes) implements Received {}

    /// The server closed the connection.
    record Closed(int code, String reason) implements Received {}

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    private PageSocket(LiveServer server) {
        this.socket = connect(server, Optional.of(origin(server)), new Listener()).join();
    }

    /// Connects as the server's own page does.
    static PageSocket open(LiveServer server) {
        return new PageSocket(server);
    }

    /// Connects as a page from `origin` does, or as something that is no browser if that is empty.
    static CompletableFuture<WebSocket> connectFrom(LiveServer server, Optional<String> origin) {
        return connect(server, origin, new WebSocket.Listener() {});
    }

    private static CompletableFuture<WebSocket> connect(
            LiveServer server, Optional<String> origin, WebSocket.Listener listener) {
        var builder = CLIENT.newWebSocketBuilder();
        origin.ifPresent(value -> builder.header("Origin", value));
        URI address = server.at("/ws");
        return builder.buildAsync(
                URI.create("ws://" + address.getAuthority() + address.getPath()), listener);
    }

    private static String origin(LiveServer server) {
        return "http://" + server.at("/").getAuthority();
    }

    /// Sends a text message.
    void send(String text) {
        socket.sendText(text, true).join();
    }

    /// Sends what the server may refuse to read to its end.
    void sendInVain(String text) {
        socket.sendText(text, true).exceptionally(_ -> socket).join();
    }

    /// Asks for a run.
    void run(String source) {
        send(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "run")
                        .put("source", source)
                        .put("wallMillis", 60_000)
                        .toString());
    }

    /// Asks for the run's end.
    void stop() {
        send("{\"type\":\"stop\"}");
    }

    /// What comes next.
    Received next() throws InterruptedException {
        Received next = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came for " + PATIENCE.toSeconds() + " seconds");
        }
        return next;
    }

    /// The next control message, which must be of this type; frames before it are passed over.
    JsonNode expect(String type) throws InterruptedException {
        while (true) {
            switch (next()) {
                case Frames _ -> {} // not asked for
                case Control control when control.type().equals(type) -> {
                    return control.json();
                }
                case Control control ->
                        throw new AssertionError("expected " + type + ", got " + control.json());
                case Closed closed ->
                        throw new AssertionError("expected " + type + ", got " + closed);
            }
        }
    }

    /// All that comes until a run has ended, its last message included.
    List<Received> untilEnded() throws InterruptedException {
        var all = new ArrayList<Received>();
        do {
            all.add(next());
        } while (!(all.getLast() instanceof Control control && control.type().equals("ended")));
        return all;
    }

    /// All that comes until the program has printed `output`.
    List<Received> untilOutput(String output) throws InterruptedException {
        var all = new ArrayList<Received>();
        do {
            all.add(next());
        } while (!TraceFile.output(TraceFile.frames(trace(all))).endsWith(output));
        return all;
    }

    /// The bytes of all frames in a row.
    static byte[] trace(List<Received> messages) {
        var bytes = new ByteArrayOutputStream();
        for (Received message : messages) {
            if (message instanceof Frames frames) {
                bytes.writeBytes(frames.bytes().array());
            }
        }
        return bytes.toByteArray();
    }

    /// Goes away without a word, as a closed tab does.
    void abort() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(_ -> socket).join();
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private ByteArrayOutputStream binary = new ByteArrayOutputStream();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received.add(new Control(Http.json(text.toString())));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(
                WebSocket from, ByteBuffer data, boolean last) {
            var piece = new byte[data.remaining()];
            data.get(piece);
            binary.writeBytes(piece);
            if (last) {
                received.add(new Frames(Bytes.wrap(binary.toByteArray())));
                binary = new ByteArrayOutputStream();
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            received.add(new Closed(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            received.add(new Closed(1006, String.valueOf(error)));
        }
    }
}
