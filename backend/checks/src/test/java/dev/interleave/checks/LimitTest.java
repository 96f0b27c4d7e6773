package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.stream.Stream;

/// A program that takes too much is told of what, and what was recorded until then is there.
@ExtendWith(LiveServer.Shared.class)
final class LimitTest {
    private static final int WALL_MILLIS = 10_000;
    private static final int LONG_MILLIS = 60_000;

    private static JsonNode run(LiveServer server, String source)
            throws IOException, InterruptedException {
        return Http.run(server, source, WALL_MILLIS);
    }

    private static String text(JsonNode answer) {
        return answer.path("outcome").path("text").asText();
    }

    private static void assertOverLimit(JsonNode answer, String limit) {
        assertThat(Controlled.outcome(answer)).as(text(answer)).isEqualTo("OverLimit");
        assertThat(answer.path("outcome").path("limit").asText()).as(text(answer)).isEqualTo(limit);
        assertThat(text(answer)).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("memoryHogs")
    void run_memoryFilled_isOverThatLimit(String limit, String source, LiveServer server)
            throws Exception {
        JsonNode answer = run(server, "IO.println(\"before\");\n" + source);
        assertOverLimit(answer, limit);
        assertThat(answer.path("output").asText()).startsWith("before\n");
    }

    static Stream<Arguments> memoryHogs() {
        return Stream.of(
                arguments(
                        "heap",
                        """
                        var kept = new ArrayList<byte[]>();
                        while (true) kept.add(new byte[1 << 20]);
                        """),
                arguments(
                        "nativeMemory",
                        """
                        var kept = new ArrayList<java.nio.ByteBuffer>();
                        while (true) kept.add(java.nio.ByteBuffer.allocateDirect(1 << 20));
                        """),
                arguments(
                        "nativeMemory",
                        """
                        var kept = new ArrayList<java.util.zip.Deflater>();
                        var input = new byte[1024];
                        while (true) {
                            var next = new java.util.zip.Deflater();
                            next.setInput(input);
                            next.deflate(new byte[64]);
                            kept.add(next);
                        }
                        """));
    }

    @Test
    void run_threadsWithoutEnd_isOverLimitThreads(LiveServer server) throws Exception {
        JsonNode answer = run(server, Programs.THREAD_BOMB);
        assertOverLimit(answer, "threads");
        assertThat(answer.path("lanes")).hasSizeGreaterThan(1_000);
        assertThat(answer.path("output").asText()).startsWith("before\n");
    }

    @Test
    void run_outputWithoutEnd_isOverLimitOutput(LiveServer server) throws Exception {
        JsonNode answer = run(server, "while (true) IO.println(\"all work and no play\");");
        assertOverLimit(answer, "output");
        assertThat(answer.path("outputTruncated").asBoolean()).isTrue();
        assertThat(answer.path("output").asText()).hasSize(1 << 20);
    }

    @Test
    void run_sixMillionEvents_isOverLimitEvents(LiveServer server) throws Exception {
        JsonNode answer =
                Http.run(
                        server,
                        """
                        var lock = new java.util.concurrent.locks.ReentrantLock();
                        IO.println("before");
                        for (int i = 0; i < 2_000_000; i++) { lock.lock(); lock.unlock(); }
                        IO.println("not reached");
                        """,
                        LONG_MILLIS);
        assertOverLimit(answer, "events");
        assertThat(text(answer)).contains("5000000");
        assertThat(answer.path("events").asLong()).isGreaterThanOrEqualTo(5_000_000);
        assertThat(answer.path("output").asText()).isEqualTo("before\n");
    }
}
