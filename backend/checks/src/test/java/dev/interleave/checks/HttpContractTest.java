package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.frame.WireReader;
import dev.interleave.model.trace.Operation;
import dev.interleave.model.trace.Role;
import dev.interleave.model.trace.TraceFrames;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The contract for programs: good requests are answered in full, bad ones with a sentence, and
/// somebody else's mistake is never logged as one of ours.
@ExtendWith(LiveServer.Shared.class)
final class HttpContractTest {
    private static final String JSON = "application/json";

    /// Threads of both kinds, monitors, locks, conditions, sleeps and output.
    private static final String VARIED =
            """
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            void main() throws Exception {
                var lock = new ReentrantLock();
                var ready = lock.newCondition();
                var monitor = new Object();
                Runnable signaller = () -> {
                    lock.lock();
                    try {
                        ready.signalAll();
                    } finally {
                        lock.unlock();
                    }
                    synchronized (monitor) {
                        monitor.notifyAll();
                    }
                };
                lock.lock();
                var platform = Thread.ofPlatform().name("platform").start(signaller);
                ready.await();
                lock.unlock();
                synchronized (monitor) {
                    Thread.ofVirtual().name("virtual").start(signaller);
                    monitor.wait();
                }
                platform.join();
                TimeUnit.MILLISECONDS.sleep(5);
                lock.tryLock();
                lock.unlock();
                try (var pool = Executors.newFixedThreadPool(2)) {
                    IO.println(pool.submit(() -> "from the pool").get());
                }
            }
            """;

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

    /* Good requests. */

    @Test
    void run_good_answersWithEveryField(LiveServer server) throws Exception {
        HttpResponse<String> response =
                Http.send(Http.post(server, JSON, "{\"source\":\"IO.println(1);\"}"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains(JSON);
        JsonNode answer = Http.json(response.body());
        assertThat(names(answer))
                .contains(
                        "id",
                        "outcome",
                        "diagnostics",
                        "output",
                        "outputTruncated",
                        "lanes",
                        "findings",
                        "events",
                        "timing");
        assertThat(answer.path("id").asText()).matches("[0-9a-f]{32}");
        assertThat(names(answer.path("outcome"))).containsExactly("kind", "text");
        assertThat(answer.path("output").asText()).isEqualTo("1\n");
        assertThat(answer.path("outputTruncated").isBoolean()).isTrue();
        assertThat(answer.path("events").asLong()).isPositive();
        assertThat(answer.path("lanes").path(0).toString())
                .isEqualTo(
                        "{\"id\":1,\"name\":\"main\",\"kind\":\"platform\",\"endState\":\"terminated\"}");
        assertThat(names(answer.path("timing")))
                .contains(
                        "queueMillis",
                        "compileMillis",
                        "startMillis",
                        "firstEventMillis",
                        "runMillis",
                        "cpuMillis");
    }

    @Test
    void run_rejectedSource_answersWithEveryFieldOfADiagnostic(LiveServer server) throws Exception {
        JsonNode answer = Http.run(server, "int x = 1;\nint y = \"two\";", 10_000);
        assertThat(answer.path("outcome").path("kind").asText()).isEqualTo("NotCompiled");
        JsonNode diagnostic = answer.path("diagnostics").path(0);
        assertThat(names(diagnostic))
                .containsExactly("column", "endColumn", "endLine", "line", "message", "severity");
        assertThat(List.of(diagnostic.path("line").asInt(), diagnostic.path("column").asInt()))
                .containsExactly(2, 9);
        assertThat(diagnostic.path("endColumn").asInt()).isEqualTo(14);
        assertThat(diagnostic.path("severity").asText()).isEqualTo("error");
        assertThat(diagnostic.path("message").asText()).contains("incompatible types");
    }

    @Test
    void run_withEveryKnownField_isAccepted(LiveServer server) throws Exception {
        String body =
                """
                {"source": "IO.println(1);", "mode": "live", "seed": 42, "strategy": "portfolio",
                 "maxSchedules": 10000, "wallMillis": 5000}\
                """;
        HttpResponse<String> response =
                Http.send(Http.post(server, "application/json; charset=utf-8", body));
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void health_always_isUpAndNamesTheSandbox(LiveServer server) throws Exception {
        JsonNode health = server.json("/api/health");
        assertThat(health.path("status").asText()).isEqualTo("up");
        assertThat(health.path("sandbox").asText()).isIn("bwrap", "landlock");
    }

    @Test
    void examples_each_isThere(LiveServer server) throws Exception {
        JsonNode all = server.json("/api/examples");
        assertThat(all).isNotEmpty();
        for (JsonNode each : all) {
            JsonNode lesson = server.json("/api/examples/" + each.path("name").asText());
            assertThat(lesson.path("source").asText()).isNotBlank();
        }
    }

    @Test
    void openApi_asServed_namesThePaths(LiveServer server) throws Exception {
        JsonNode description = server.json("/openapi.json");
        assertThat(description.path("openapi").asText()).startsWith("3.");
        assertThat(names(description.path("paths")))
                .contains(
                        "/api/runs",
                        "/api/runs/{id}/trace",
                        "/api/health",
                        "/api/examples",
                        "/api/examples/{name}");
    }

    @Test
    void trace_binary_everyFrameParses(LiveServer server) throws Exception {
        JsonNode run = Http.run(server, VARIED, 10_000);
        assertThat(run.path("outcome").path("kind").asText()).isEqualTo("Completed");
        byte[] file = server.bytes("/api/runs/" + run.path("id").asText() + "/trace");

        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(file, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("NTLEAVE\0");
        assertThat(header.getShort(8)).isEqualTo((short) TraceFrames.VERSION);
        assertThat(header.getShort(10)).isEqualTo((short) 32);

        List<Frame> frames = TraceFile.framesOfFile(file);
        frames.forEach(HttpContractTest::parse);
        assertThat(frames.stream().limit(2).map(Frame::type))
                .containsExactly(FrameType.SITES, FrameType.OPERATIONS);
        assertThat(TraceFile.records(frames)).hasSize(run.path("events").asInt());
        assertThat(TraceFile.output(frames)).isEqualTo("from the pool\n");
    }

    private static void parse(Frame frame) {
        switch (frame.type()) {
            case FrameType.LANE_NAMED ->
                    assertThat(TraceFrames.readLane(frame).lane()).isPositive();
            case FrameType.OBJECT_NAMED ->
                    assertThat(TraceFrames.readObject(frame).className()).isNotBlank();
            case FrameType.SITES ->
                    assertThat(TraceFrames.readSites(frame)).allMatch(site -> site.line() > 0);
            case FrameType.OPERATIONS -> {
                WireReader in = frame.reader();
                List<String> labels =
                        in.list(row -> {
                            assertThat(row.u8()).isLessThan(Role.values().length);
                            String label = row.text();
                            row.text();
                            return label;
                        });
                in.end();
                assertThat(labels).hasSize(Operation.ALL.size());
            }
            case FrameType.EVENTS ->
                    TraceFile.records(frame, event -> assertThat(event.lane()).isPositive());
            case FrameType.OUTPUT ->
                    assertThat(TraceFrames.readOutput(frame).bytes().size()).isPositive();
            default -> throw new AssertionError("no trace has a frame of type " + frame.type());
        }
    }

    @Test
    void trace_perfetto_isJsonWithBalancedSlices(LiveServer server) throws Exception {
        JsonNode run = Http.run(server, VARIED, 10_000);
        JsonNode trace =
                server.json("/api/runs/" + run.path("id").asText() + "/trace?format=perfetto");
        Map<Integer, Integer> open = new HashMap<>();
        for (JsonNode event : trace.path("traceEvents")) {
            int change =
                    switch (event.path("ph").asText()) {
                        case "B" -> 1;
                        case "E" -> -1;
                        case "i", "M" -> 0;
                        default -> throw new AssertionError(event);
                    };
            assertThat(open.merge(event.path("tid").asInt(), change, Integer::sum))
                    .as("open slices at %s", event)
                    .isNotNegative();
        }
        assertThat(open).hasSizeGreaterThanOrEqualTo(4);
        assertThat(open.values()).containsOnly(0);
    }

    /* Bad requests. */

    record Bad(String name, String contentType, String body, int status, List<String> words) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Bad bad(String name, String body, int status, String... words) {
        return new Bad(name, JSON, body, status, List.of(words));
    }

    static List<Bad> badRuns() {
        return List.of(
                bad("not JSON", "{\"source\":", 400, "JSON"),
                bad("empty body", "", 400, "JSON"),
                bad("an array", "[1]", 400, "JSON object"),
                bad("deep nesting", "[".repeat(100_000), 400, "JSON"),
                new Bad("wrong content type", "text/plain", "{}", 415, List.of("text/plain", JSON)),
                bad("no source", "{}", 400, "source", "missing"),
                bad("a number as source", "{\"source\":7}", 400, "source", "7"),
                bad("an object as source", "{\"source\":{}}", 400, "source", "object"),
                bad("null as source", "{\"source\":null}", 400, "source", "null"),
                bad("10 MB of source", source("x".repeat(10 << 20)), 413, "10,485,", "65,536"),
                bad("70,000 bytes of source", source("é".repeat(35_000)), 413, "70,000", "65,536"),
                bad("one NUL", source("\\u0000"), 400, "source", "NUL", "position 1"),
                bad("blank source", source(" \\n\\t "), 400, "source", "empty"),
                bad("unknown mode", run("\"mode\":\"fast\""), 400, "mode", "live", "fast"),
                bad("a number as mode", run("\"mode\":1"), 400, "mode", "live", "1"),
                bad("half a seed", run("\"mode\":\"explore\",\"seed\":0.5"), 400, "seed", "0.5"),
                bad("unknown strategy", run("\"strategy\":\"luck\""), 400, "portfolio", "luck"),
                bad("no schedule", run("\"schedule\":\"1 2\""), 400, "schedule", "3 parts"),
                bad(
                        "another program's schedule",
                        run("\"mode\":\"controlled\",\"schedule\":\"1.0badcafe.AAA\""),
                        400,
                        "another source",
                        "0badcafe"),
                bad("no schedules", run("\"maxSchedules\":0"), 400, "1 to 10,000,000", "0"),
                bad("too little time", run("\"wallMillis\":99"), 400, "100", "60,000", "99"),
                bad("too much time", run("\"wallMillis\":60001"), 400, "60,000", "60001"),
                bad("half a millisecond", run("\"wallMillis\":1000.5"), 400, "1000.5"),
                bad("time as text", run("\"wallMillis\":\"1000\""), 400, "\"1000\""),
                bad("negative time", run("\"wallMillis\":-1"), 400, "-1"),
                bad("huge time", run("\"wallMillis\":1e300"), 400, "60,000"));
    }

    private static String source(String text) {
        return "{\"source\":\"" + text + "\"}";
    }

    private static String run(String field) {
        return "{\"source\":\"IO.println(1);\"," + field + "}";
    }

    @ParameterizedTest
    @MethodSource("badRuns")
    void run_bad_isRefusedWithASentence(Bad bad, LiveServer server) throws Exception {
        HttpResponse<String> response = Http.send(Http.post(server, bad.contentType(), bad.body()));
        assertRefused(response, bad.status(), bad.words());
    }

    @Test
    void run_endlessBodyOfUnknownLength_isRefusedWithASentence(LiveServer server) throws Exception {
        byte[] body = source("x".repeat(10 << 20)).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response =
                Http.send(
                        HttpRequest.newBuilder(server.at("/api/runs"))
                                .header("Content-Type", JSON)
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(body))));
        assertRefused(response, 413, List.of("limit"));
    }

    static Stream<Arguments> badPaths() {
        String id = "0123456789abcdef".repeat(2);
        return Stream.of(
                Arguments.of("GET", "/api/runs/" + id + "/trace", 404, "run"),
                Arguments.of("GET", "/api/runs/nonsense/trace", 400, "32 hexadecimal digits"),
                Arguments.of("GET", "/api/runs/..%2f..%2fetc/trace", 400, ""),
                Arguments.of("GET", "/api/runs/" + id + "/trace?format=xml", 400, "perfetto"),
                Arguments.of("GET", "/api/examples/no-such-lesson", 404, "lesson"),
                Arguments.of("GET", "/api/examples/..", 404, ""),
                Arguments.of("GET", "/api/nothing", 404, "/api/nothing"),
                Arguments.of("GET", "/nothing.html", 404, "/nothing.html"),
                Arguments.of("GET", "/api/runs", 405, "POST"),
                Arguments.of("DELETE", "/api/runs", 405, "POST"),
                Arguments.of("POST", "/api/health", 405, "GET"),
                Arguments.of("PUT", "/api/examples", 405, "GET"));
    }

    @ParameterizedTest
    @MethodSource("badPaths")
    void request_bad_isRefusedWithASentence(
            String method, String path, int status, String word, LiveServer server)
            throws Exception {
        HttpResponse<String> response =
                Http.send(
                        HttpRequest.newBuilder(server.at(path))
                                .method(method, BodyPublishers.noBody()));
        assertRefused(response, status, List.of(word));
    }

    private static void assertRefused(
            HttpResponse<String> response, int status, List<String> words) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode error = Http.json(response.body()).path("error");
        assertThat(names(error)).as(response.body()).isEqualTo(Set.of("code", "text"));
        assertThat(error.path("code").asText()).matches("[a-z][A-Za-z0-9]*");
        assertThat(error.path("text").asText()).contains(words).hasSizeGreaterThan(10);
    }

    private static Set<String> names(JsonNode node) {
        var names = new TreeSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
