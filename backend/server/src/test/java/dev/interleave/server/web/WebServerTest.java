package dev.interleave.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.server.lesson.LessonCatalog;
import dev.interleave.server.run.RunStore;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A server that can run nothing: what it answers without any child process.
@TestInstance(Lifecycle.PER_CLASS)
class WebServerTest {
    private static final String NO_RUN = "/api/runs/0123456789abcdef0123456789abcdef/trace";

    private final HttpClient client = HttpClient.newHttpClient();
    private final WebServer server;
    private int port;

    WebServerTest(@TempDir Path folder) throws IOException {
        Path lesson = Files.createDirectories(folder.resolve("lessons/threads"));
        Files.writeString(
                lesson.resolve("lesson.md"),
                "---\ntitle: Threads\nsection: Basics\norder: 1\n---\nHello.\n");
        Files.writeString(lesson.resolve("Program.java"), "void main() {}\n");
        this.server =
                new WebServer(
                        Optional.empty(),
                        new RunStore(),
                        LessonCatalog.read(folder.resolve("lessons")),
                        new ServerStatus("0.1.0", "unavailable", Optional.of("install it")),
                        List.of(),
                        Optional.of(folder));
    }

    @BeforeAll
    void start() {
        port = server.start("127.0.0.1", 0);
    }

    @AfterAll
    void stop() {
        server.close();
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> post(String type, String body)
            throws IOException, InterruptedException {
        return send(
                request("/api/runs")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)));
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code)
            throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Json.MAPPER.readTree(answer.body()).at("/error/code").textValue())
                .isEqualTo(code);
        assertThat(Json.MAPPER.readTree(answer.body()).at("/error/text").textValue()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/paths/~1api~1runs/post",
                "/paths/~1api~1runs~1{id}~1trace/get",
                "/paths/~1api~1health/get",
                "/paths/~1api~1examples/get",
                "/paths/~1api~1examples~1{name}/get"
            })
    void openApi_everyRoute_isDescribed(String pointer) throws Exception {
        JsonNode description = Json.MAPPER.readTree(get("/openapi.json").body());

        assertThat(description.at(pointer).path("summary").asText()).isNotBlank();
    }

    @Test
    void openApi_any_describesNoOtherRoute() throws Exception {
        assertThat(Json.MAPPER.readTree(get("/openapi.json").body()).get("paths")).hasSize(5);
    }

    @Test
    void health_withoutSandbox_isUpAndSaysWhatToDo() throws Exception {
        assertThat(get("/api/health").body())
                .isEqualTo(
                        "{\"status\":\"up\",\"version\":\"0.1.0\",\"sandbox\":\"unavailable\","
                                + "\"sandboxProblem\":\"install it\"}");
    }

    @Test
    void lessons_one_isListed() throws Exception {
        assertThat(get("/api/examples").body())
                .isEqualTo("[{\"name\":\"threads\",\"title\":\"Threads\",\"section\":\"Basics\"}]");
    }

    @Test
    void lesson_known_isAnswered() throws Exception {
        assertThat(Json.MAPPER.readTree(get("/api/examples/threads").body()).get("source"))
                .isEqualTo(Json.MAPPER.getNodeFactory().textNode("void main() {}\n"));
    }

    @Test
    void lesson_unknown_isRefused() throws Exception {
        assertRefused(get("/api/examples/nothing"), 404, "noSuchLesson");
    }

    @Test
    void trace_unknownRun_isRefused() throws Exception {
        assertRefused(get(NO_RUN), 404, "noSuchRun");
    }

    @Test
    void trace_idThatIsNone_isRefused() throws Exception {
        assertRefused(get("/api/runs/7f3a/trace"), 400, "badId");
    }

    @Test
    void trace_unknownFormat_isRefused() throws Exception {
        assertRefused(get(NO_RUN + "?format=csv"), 400, "unknownFormat");
    }

    @Test
    void run_withoutSandbox_isRefusedForAWhile() throws Exception {
        HttpResponse<String> answer = post("application/json", "{\"source\": \";\"}");

        assertRefused(answer, 503, "noSandbox");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    application/json | {"source": ""} | 400 | emptySource
                    application/json | {"source":     | 400 | notJson
                    text/plain       | {"source": ";"} | 415 | notJson
                    """)
    void run_badRequest_isRefused(String type, String body, int status, String code)
            throws Exception {
        assertRefused(post(type, body), status, code);
    }

    @Test
    void run_requestTooLong_isRefused() throws Exception {
        assertRefused(
                post("application/json", " ".repeat(RunRequests.MAX_REQUEST_BYTES + 1)),
                413,
                "requestTooLong");
    }

    @Test
    void unknownPath_any_isRefusedAsJson() throws Exception {
        assertRefused(get("/api/nothing"), 404, "http404");
    }

    @Test
    void answer_any_forbidsForeignScripts() throws Exception {
        assertThat(get("/api/health").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("default-src 'self';"));
    }
}
