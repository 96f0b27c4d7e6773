package dev.interleave.server;

import dev.interleave.sandbox.Sandbox;
import dev.interleave.sandbox.SandboxOffer;
import dev.interleave.sandbox.SandboxSearch;
import dev.interleave.sandbox.SandboxSetup;
import dev.interleave.server.child.AppLayout;
import dev.interleave.server.child.Compilers;
import dev.interleave.server.child.RunnerImageBuild;
import dev.interleave.server.child.Runners;
import dev.interleave.server.lesson.LessonCatalog;
import dev.interleave.server.run.RunStore;
import dev.interleave.server.run.Runs;
import dev.interleave.server.web.ServerStatus;
import dev.interleave.server.web.WebServer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/// Starts the server.
public final class ServerMain {
    private static final Logger LOG = LoggerFactory.getLogger(ServerMain.class);

    /// Builds the runner image and ends, so that a later start need not.
    private static final String PREPARE = "--prepare";

    private ServerMain() {}

    /// See `--help`.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.println(ServerConfig.help());
            return;
        }
        try {
            if (Arrays.asList(arguments).contains(PREPARE)) {
                System.out.println(prepare(ServerConfig.of(System.getenv(), without(arguments))));
                return;
            }
            RunningServer server = start(ServerConfig.of(System.getenv(), arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            System.out.println("Interleave is ready on " + server.address());
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println("Interleave can't start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static Path prepare(ServerConfig config) throws IOException, InterruptedException {
        return RunnerImageBuild.run(new AppLayout(config.home()), data(config));
    }

    private static Path data(ServerConfig config) throws IOException {
        return DataFolder.open(config.data(), System.getProperty("user.name"));
    }

    private static String[] without(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> !argument.equals(PREPARE))
                .toArray(String[]::new);
    }

    /// Starts a server; whoever calls closes it.
    public static RunningServer start(ServerConfig config)
            throws IOException, InterruptedException {
        LOG.info("{}", config);
        var app = new AppLayout(config.home());
        Path data = data(config);
        var parts = new Parts();
        try {
            Path image = RunnerImageBuild.run(app, data);
            SandboxSetup setup = SandboxSetup.strongest(data.resolve("sandbox"));
            Files.createDirectories(setup.cache());
            SandboxOffer offer = SandboxSearch.run(config.sandbox().map(setup::only).orElse(setup));
            var store = new RunStore();
            ServerStatus status = status(offer);
            Optional<Runs> runs = Optional.empty();
            if (offer instanceof SandboxOffer.Found(Sandbox sandbox, _)) {
                parts.add(sandbox);
                var compilers =
                        parts.add(new Compilers(sandbox, app.compiler(), config.compilers()));
                var runners =
                        parts.add(new Runners(sandbox, image, app.runner(), config.spareRunners()));
                runs =
                        Optional.of(
                                parts.add(new Runs(compilers, runners, config.maxRuns(), store)));
                compilers.awaitWarm(); // so that the first run is as quick as the others
            }
            var web =
                    parts.add(
                            new WebServer(
                                    runs,
                                    store,
                                    LessonCatalog.read(config.examples()),
                                    status,
                                    config.origins(),
                                    config.page()));
            int port = web.start(config.host(), config.port());
            return new RunningServer("http://" + shown(config.host()) + ":" + port, parts);
        } catch (RuntimeException | IOException | InterruptedException e) {
            parts.close();
            throw e;
        }
    }

    private static String shown(String host) {
        return host.equals("127.0.0.1") || host.equals("0.0.0.0") ? "localhost" : host;
    }

    private static ServerStatus status(SandboxOffer offer) {
        String stated = ServerMain.class.getPackage().getImplementationVersion();
        String version = stated == null ? "development" : stated;
        return switch (offer) {
            case SandboxOffer.Found found -> {
                found.passedOver().forEach(reason -> LOG.info("sandbox not taken: {}", reason));
                LOG.info("sandbox: {}", found.sandbox().level().text());
                yield new ServerStatus(version, found.sandbox().level().text(), Optional.empty());
            }
            case SandboxOffer.NotFound(String problem) -> {
                LOG.error("no sandbox, so no program will run: {}", problem);
                yield new ServerStatus(version, "unavailable", Optional.of(problem));
            }
        };
    }

    /// What has been started, to be closed in reverse.
    private static final class Parts implements AutoCloseable {
        private final Deque<AutoCloseable> open = new ArrayDeque<>();

        <T extends AutoCloseable> T add(T part) {
            open.push(part);
            return part;
        }

        @Override
        public void close() {
            for (AutoCloseable part : open) {
                try {
                    part.close();
                } catch (Exception e) {
                    LOG.warn("can't close {}", part, e);
                }
            }
            open.clear();
        }
    }

    /// A server that runs.
    ///
    /// @param address where it listens
    /// @param parts what it is made of
    public record RunningServer(String address, AutoCloseable parts) implements AutoCloseable {
        @Override
        public void close() {
            try {
                parts.close();
            } catch (Exception e) {
                throw new IllegalStateException("can't stop", e);
            }
        }
    }
}
