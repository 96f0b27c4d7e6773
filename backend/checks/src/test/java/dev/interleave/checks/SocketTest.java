package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.checks.PageSocket.Closed;
import dev.interleave.checks.PageSocket.Control;
import dev.interleave.checks.PageSocket.Frames;
import dev.interleave.checks.PageSocket.Received;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The page's WebSocket, as `docs/page-protocol.md` describes it.
@ExtendWith(LiveServer.Shared.class)
final class SocketTest {
    private static final String ENDLESS = "IO.println(\"going\");\nwhile (true) { }";
    private static final String BRIEF = "IO.println(\"done\");";

    private LoggedProblems problems = LoggedProblems.listen();

    @BeforeEach
    void listen() {
        problems.close();
        problems = LoggedProblems.listen();
    }

    @AfterEach
    void assertNothingLogged() {
        problems.close();
        assertThat(problems.seen()).isEmpty();
    }

    @Test
    void connect_fromAForeignPage_isRefused(LiveServer server) {
        assertRefused(server, Optional.of("https://evil.example"));
        assertRefused(server, Optional.of("http://localhost:1"));
        assertRefused(server, Optional.of("null"));
        assertRefused(server, Optional.of("http://localhost.evil.example"));
    }

    @Test
    void connect_fromNoPage_isRefused(LiveServer server) {
        assertRefused(server, Optional.empty());
    }

    private static void assertRefused(LiveServer server, Optional<String> origin) {
        var failure = PageSocket.connectFrom(server, origin).handle((_, thrown) -> thrown).join();
        assertThat(failure)
                .as("origin %s", origin)
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .extracting(
                        thrown -> ((WebSocketHandshakeException) requireNonNull(thrown.getCause())))
                .extracting(refusal -> refusal.getResponse().statusCode())
                .isEqualTo(403);
    }

    @Test
    void connect_fromOurPage_isGreeted(LiveServer server) throws Exception {
        try (PageSocket page = PageSocket.open(server)) {
            JsonNode hello = page.expect("hello");
            assertThat(hello.path("protocol").asInt()).isEqualTo(1);
            assertThat(hello.path("sandbox").asText()).isIn("bwrap", "landlock");
            assertThat(hello.path("limits").path("sourceBytes").asInt()).isEqualTo(65_536);
            assertThat(hello.path("limits").path("events").asInt()).isEqualTo(5_000_000);
        }
    }

    @Test
    void run_good_tellsItsStepsInOrder(LiveServer server) throws Exception {
        try (PageSocket page = PageSocket.open(server)) {
            page.expect("hello");
            page.run(BRIEF);
            List<Received> messages = page.untilEnded();
            assertThat(steps(messages))
                    .containsExactly("compiling", "diagnostics", "started", "frames", "ended");
            JsonNode ended = ((Control) messages.getLast()).json();
            assertThat(ended.path("outcome").path("kind").asText()).isEqualTo("Completed");
            assertThat(output(messages)).isEqualTo("done\n");
            assertThat(TraceFile.records(TraceFile.frames(PageSocket.trace(messages))))
                    .hasSize(ended.path("events").asInt());
        }
    }

    /// The types of the messages, neighbours that are frames as one.
    private static List<String> steps(List<Received> messages) {
        var steps = new ArrayList<String>();
        for (Received message : messages) {
            String step =
                    switch (message) {
                        case Control control -> control.type();
                        case Frames _ -> "frames";
                        case Closed closed -> closed.toString();
                    };
            if (!(step.equals("frames") && steps.getLast().equals("frames"))) {
                steps.add(step);
            }
        }
        return steps;
    }

    private static String output(List<Received> messages) {
        return TraceFile.output(TraceFile.frames(PageSocket.trace(messages)));
    }

    @Test
    void run_rejectedSource_endsWithoutStarting(LiveServer server) throws Exception {
        try (PageSocket page = PageSocket.open(server)) {
            page.expect("hello");
            page.run("int x = \"one\";");
            List<Received> messages = page.untilEnded();
            assertThat(steps(messages)).containsExactly("compiling", "diagnostics", "ended");
            JsonNode ended = ((Control) messages.getLast()).json();
            assertThat(ended.path("outcome").path("kind").asText()).isEqualTo("NotCompiled");
            assertThat(ended.path("id").isNull()).isTrue();
        }
    }

    @Test
    void run_whileOneRuns_isRefused(LiveServer server) throws Exception {
        try (PageSocket page = PageSocket.open(server)) {
            page.expect("hello");
            page.run(ENDLESS);
            page.untilOutput("going\n");
            page.run(BRIEF);
            JsonNode refused = page.expect("refused");
            assertThat(refused.path("code").asText()).isEqualTo("runInProgress");
            assertThat(refused.path("text").asText()).contains("in progress");
            page.stop();
            assertThat(endOf(page)).isEqualTo("Stopped");
        }
    }

    @Test
    void run_afterAStop_works(LiveServer server) throws Exception {
        try (PageSocket page = PageSocket.open(server)) {
            page.expect("hello");
            page.run(ENDLESS);
            page.untilOutput("going\n");
            page.stop();
            assertThat(endOf(page)).isEqualTo("Stopped");
            page.run(BRIEF);
            assertThat(endOf(page)).isEqualTo("Completed");
        }
    }

    @Test
    void stop_withoutARun_changesNothing(LiveServer server) throws Exception {
        try (PageSocket page = PageSocket.open(server)) {
            page.expect("hello");
            page.stop();
            page.run(BRIEF);
            page.expect("compiling");
            assertThat(endOf(page)).isEqualTo("Completed");
        }
    }

    private static String endOf(PageSocket page) throws InterruptedException {
        Control last = (Control) page.untilEnded().getLast();
        return last.json().path("outcome").path("kind").asText();
    }

    @Test
    void message_garbage_isRefused(LiveServer server) throws Exception {
        try (PageSocket page = PageSocket.open(server)) {
            page.expect("hello");
            page.send("\u0000 not JSON");
            JsonNode refused = page.expect("refused");
            assertThat(refused.path("code").asText()).isEqualTo("notJson");
            assertThat(refused.path("text").asText()).contains("JSON");
        }
    }

    @Test
    void message_ofUnknownType_isRefusedAndTheSocketStays(LiveServer server) throws Exception {
        try (PageSocket page = PageSocket.open(server)) {
            page.expect("hello");
            page.send("{\"type\":\"dance\"}");
            JsonNode refused = page.expect("refused");
            assertThat(refused.path("code").asText()).isEqualTo("unknownType");
            assertThat(refused.path("text").asText()).contains("run", "stop", "dance");
            page.run(BRIEF);
            assertThat(endOf(page)).isEqualTo("Completed");
        }
    }

    @Test
    void message_badRun_isRefusedAndTheSocketStays(LiveServer server) throws Exception {
        try (PageSocket page = PageSocket.open(server)) {
            page.expect("hello");
            page.run("x".repeat(70_000));
            JsonNode refused = page.expect("refused");
            assertThat(refused.path("code").asText()).isEqualTo("sourceTooLong");
            assertThat(refused.path("text").asText()).contains("70,000", "65,536");
            page.run(BRIEF);
            assertThat(endOf(page)).isEqualTo("Completed");
        }
    }

    @Test
    void message_farTooLong_closesTheSocket(LiveServer server) throws Exception {
        try (PageSocket page = PageSocket.open(server)) {
            page.expect("hello");
            page.sendInVain("x".repeat(10 << 20));
            assertThat(page.next()).isInstanceOf(Closed.class);
        }
    }

    @Test
    void close_whileItRuns_endsTheRun(LiveServer server) throws Exception {
        Http.run(server, BRIEF, 1_000);
        ProcessHandle self = ProcessHandle.current();
        int idle = Children.idleCount(self);
        PageSocket page = PageSocket.open(server);
        page.expect("hello");
        page.run(ENDLESS);
        page.untilOutput("going\n");
        assertThat(Children.idleCount(self)).isGreaterThan(idle);
        page.abort();
        assertThat(Poll.until(Duration.ofSeconds(5), () -> Children.of(self).size() == idle))
                .as("back to %s processes; there are %s", idle, Children.of(self))
                .isTrue();
        assertThat(Http.run(server, BRIEF, 1_000).path("output").asText()).isEqualTo("done\n");
    }

    @Test
    void run_onFourSocketsAtOnce_eachGetsItsOwn(LiveServer server) throws Exception {
        List<PageSocket> pages = Stream.generate(() -> PageSocket.open(server)).limit(4).toList();
        for (int i = 0; i < 4; i++) {
            pages.get(i).expect("hello");
            pages.get(i).run("for (int i = 0; i < 500; i++) { IO.println(%d); }\n".formatted(i));
        }
        for (int i = 0; i < 4; i++) {
            assertThat(output(pages.get(i).untilEnded())).isEqualTo((i + "\n").repeat(500));
            pages.get(i).close();
        }
    }
}
