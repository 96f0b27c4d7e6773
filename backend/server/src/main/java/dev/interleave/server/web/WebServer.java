package dev.interleave.server.web;

import dev.interleave.server.lesson.LessonCatalog;
import dev.interleave.server.run.RunStore;
import dev.interleave.server.run.Runs;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.staticfiles.Location;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// HTTP and WebSocket over the rest of the server.
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    /// Monaco sets styles in its elements; nothing else is allowed in line.
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src"
                    + " 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'self';"
                    + " form-action 'none'";

    private static final Duration SOCKET_IDLE = Duration.ofMinutes(30);

    private final Optional<Runs> runs;
    private final Api api;
    private final ServerStatus status;
    private final Origins origins;
    private final Map<String, RunSocket> sockets = new ConcurrentHashMap<>();
    private final Javalin javalin;

    /// A server over these parts. `pageFolder` is where to read the page's files from, so that an
    /// edit shows at the next reload; empty for those in the jar.
    public WebServer(
            Optional<Runs> runs,
            RunStore store,
            LessonCatalog lessons,
            ServerStatus status,
            List<String> origins,
            Optional<Path> pageFolder) {
        this.runs = runs;
        this.api = new Api(runs, store, lessons, status);
        this.status = status;
        this.origins = new Origins(List.copyOf(origins));
        this.javalin = Javalin.create(config -> configure(config, pageFolder));
    }

    /// Listens; the port it listens on.
    public int start(String host, int port) {
        return javalin.start(host, port).port();
    }

    private void configure(JavalinConfig config, Optional<Path> pageFolder) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = RunRequests.MAX_REQUEST_BYTES;
        config.http.prefer405over404 = true;
        config.jetty.modifyWebSocketServletFactory(factory -> {
            factory.setMaxTextMessageSize(RunRequests.MAX_REQUEST_BYTES);
            factory.setIdleTimeout(SOCKET_IDLE);
        });
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = pageFolder.map(Path::toString).orElse("/page");
            files.location = pageFolder.isPresent() ? Location.EXTERNAL : Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", "no-cache");
        });
        config.staticFiles.add(files -> {
            files.hostedPath = "/webjars/monaco-editor";
            files.directory = "/META-INF/resources/webjars/monaco-editor/" + monacoVersion();
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", "max-age=86400");
        });
        config.routes.before(WebServer::setHeaders);
        config.routes.get("/api/health", api::health);
        config.routes.get("/api/examples", api::lessons);
        config.routes.get("/api/examples/{name}", api::lesson);
        config.routes.post("/api/runs", api::run);
        config.routes.get("/api/runs/{id}/trace", api::trace);
        config.routes.get("/openapi.json", WebServer::openApi);
        config.routes.wsBeforeUpgrade("/ws", this::checkOrigin);
        config.routes.ws("/ws", this::socket);
        config.routes.exception(Refused.class, WebServer::refuse);
        config.routes.exception(HttpResponseException.class, WebServer::refuseOther);
        config.routes.exception(Exception.class, WebServer::fail);
    }

    private static void setHeaders(Context context) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
    }

    private void checkOrigin(Context context) {
        if (!origins.allows(context.header("Origin"), context.header("Host"))) {
            throw new Refused(
                    403, "foreignOrigin", "this page may not connect; see INTERLEAVE_ORIGINS");
        }
    }

    private void socket(WsConfig socket) {
        socket.onConnect(this::connected);
        socket.onMessage(
                context -> find(context).ifPresent(page -> page.received(context.message())));
        socket.onClose(this::closed);
        socket.onError(this::closed);
    }

    private void connected(WsContext context) {
        context.enableAutomaticPings();
        String client = Clients.of(addressOf(context));
        sockets.put(
                context.sessionId(),
                new RunSocket(new Outbox(context.session), runs, client, status));
    }

    private static String addressOf(WsContext context) {
        return context.session.getRemoteSocketAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : "unknown";
    }

    private Optional<RunSocket> find(WsContext context) {
        return Optional.ofNullable(sockets.get(context.sessionId()));
    }

    private void closed(WsContext context) {
        RunSocket page = sockets.remove(context.sessionId());
        if (page != null) {
            page.closed();
        }
    }

    private static void refuse(Refused refused, Context context) {
        context.status(refused.status());
        if (refused.status() == 503) {
            context.header("Retry-After", "5");
        }
        Api.json(context, Json.error(refused.code(), refused.text()));
    }

    /// What the web server itself refuses.
    private static void refuseOther(HttpResponseException refused, Context context) {
        context.status(refused.getStatus());
        String text =
                switch (refused) {
                    case MethodNotAllowedResponse _ ->
                            context.method()
                                    + " is not possible at "
                                    + context.path()
                                    + "; it takes "
                                    + String.join(", ", refused.getDetails().values());
                    case NotFoundResponse _ -> "there is nothing at " + context.path();
                    default -> String.valueOf(refused.getMessage());
                };
        Api.json(context, Json.error("http" + refused.getStatus(), text));
    }

    private static void fail(Exception failure, Context context) {
        LOG.error("{} {} failed", context.method(), context.path(), failure);
        context.status(500);
        Api.json(context, Json.error("internal", "Something broke on our side."));
    }

    private static void openApi(Context context) {
        InputStream description = WebServer.class.getResourceAsStream("/openapi.json");
        if (description == null) {
            throw new IllegalStateException("openapi.json is missing from the class path");
        }
        context.contentType("application/json").result(description);
    }

    /// The WebJar's folder is named by its version, which it states beside.
    private static String monacoVersion() {
        try (InputStream stated =
                WebServer.class.getResourceAsStream(
                        "/META-INF/maven/org.webjars.npm/monaco-editor/pom.properties")) {
            var properties = new Properties();
            properties.load(stated);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("can't read Monaco's version", e);
        }
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
