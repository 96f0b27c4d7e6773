package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Programs use the teaching primitives without an import, and find them in `java.base`.
@ExtendWith(LiveServer.Shared.class)
final class SyncTest {
    private static JsonNode run(LiveServer server, String source) throws Exception {
        JsonNode answer = server.run(source);
        assertThat(answer.path("diagnostics")).isEmpty();
        assertThat(answer.path("findings")).isEmpty();
        return answer;
    }

    @Test
    void program_channelAndMutex_needsNoImport(LiveServer server) throws Exception {
        JsonNode answer =
                run(
                        server,
                        """
                        var channel = Channel.<String>bounded(1);
                        var seen = new Mutex<>(new TreeSet<String>());
                        for (int i = 0; i < 3; i++) {
                            int number = i;
                            var sender = channel.sender().clone();
                            Thread.ofPlatform().name("producer-" + i).start(() -> {
                                try (sender) {
                                    sender.send("message " + number);
                                }
                            });
                        }
                        channel.sender().close();
                        for (String message : channel.receiver()) {
                            seen.use(set -> set.add(message));
                        }
                        try (var set = seen.lock()) {
                            IO.println(set.get());
                        }
                        """);
        assertThat(answer.path("output").asText()).isEqualTo("[message 0, message 1, message 2]\n");
        assertThat(answer.path("lanes").findValuesAsText("name")).contains("producer-2");
    }

    @Test
    void program_rwLockAndSelect_needsNoImport(LiveServer server) throws Exception {
        JsonNode answer =
                run(
                        server,
                        """
                        void main() {
                            var price = new RwLock<>(5);
                            var slow = new CompletableFuture<Integer>();
                            var prices = Channel.<Integer>unbounded();
                            Thread.startVirtualThread(() -> prices.sender().send(6));
                            int first = Select.<Integer>first()
                                .on(slow, value -> value)
                                .on(prices.receiver(), value -> value)
                                .timeout(Duration.ofDays(1), () -> 0)
                                .await();
                            try (var writer = price.write()) {
                                writer.set(first);
                            }
                            try (var mine = price.read(); var yours = price.read()) {
                                IO.println(mine.get() + yours.get() + " " + slow.isCancelled());
                            }
                        }
                        """);
        assertThat(answer.path("output").asText()).isEqualTo("12 true\n");
    }

    @Test
    void program_ownTypeOfTheSameName_isPreferred(LiveServer server) throws Exception {
        JsonNode answer =
                run(
                        server,
                        """
                        record Channel(String name) {}
                        class Mutex { int number = 3; }
                        IO.println(new Channel("own") + " " + new Mutex().number);
                        """);
        assertThat(answer.path("output").asText()).isEqualTo("Channel[name=own] 3\n");
    }

    @Test
    void program_namesakeImportedByName_isPreferred(LiveServer server) throws Exception {
        JsonNode answer =
                run(
                        server,
                        """
                        import java.nio.channels.Channel;
                        IO.println(Channel.class.getName());
                        """);
        assertThat(answer.path("output").asText()).isEqualTo("java.nio.channels.Channel\n");
    }

    /// Two guards of different types meet, so the weaver has to know the types above them.
    @Test
    void program_guardsMergedUnderAMonitor_isWovenRight(LiveServer server) throws Exception {
        JsonNode answer =
                run(
                        server,
                        """
                        var mutex = new Mutex<>(1);
                        var lock = new RwLock<>(2);
                        void use(boolean first) throws Exception {
                            synchronized (mutex) {
                                var guard = first ? mutex.lock() : lock.read();
                                guard.close();
                            }
                        }
                        use(true);
                        use(false);
                        IO.println(Mutex.class.getModule());
                        """);
        assertThat(answer.path("output").asText()).isEqualTo("module java.base\n");
    }
}
