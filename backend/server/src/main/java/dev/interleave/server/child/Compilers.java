package dev.interleave.server.child;

import dev.interleave.model.frame.WireException;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.wire.CompileRequest;
import dev.interleave.model.wire.CompilerReply;
import dev.interleave.model.wire.CompilerReply.Rejected;
import dev.interleave.sandbox.Sandbox;
import dev.interleave.sandbox.capacity.Later;
import dev.interleave.sandbox.capacity.WarmPool;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;

/// Warm compilers, and what they have compiled. Safe for use by several threads.
///
/// A compiler is used again, but not for ever, and never after anything went wrong with it.
public final class Compilers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Compilers.class);
    private static final Duration BOOT_PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MAX_COMPILATIONS = 400;

    private final Semaphore turns;
    private final WarmPool<CompilerProcess> fresh;
    private final ProgramCache cache = new ProgramCache();

    /// Guards `used` only.
    private final Object lock = new Object();

    private final Deque<CompilerProcess> used = new ArrayDeque<>();

    /// At most `atOnce` compilations at the same time.
    public Compilers(Sandbox sandbox, List<Path> classPath, int atOnce) {
        this.turns = new Semaphore(atOnce, true);
        this.fresh =
                new WarmPool<>(
                        "compilers",
                        1,
                        () ->
                                CompilerProcess.boot(
                                        sandbox.start(CompilerKind.of(classPath)), BOOT_PATIENCE),
                        CompilerProcess::isAlive,
                        Later.onVirtualThreads());
    }

    /// How a compilation came out.
    ///
    /// @param reply what the compiler said
    /// @param cpu processor time it took; zero when it was known already
    public record Result(CompilerReply reply, Duration cpu) {}

    /// Returns when the first compiler is warm.
    public void awaitWarm() {
        giveBack(take());
    }

    /// Compiles a source, or remembers what came of it. A compiler that fails costs this request a
    /// clear error and is replaced.
    public Result compile(CompileRequest request) throws InterruptedException {
        var known = cache.find(request);
        if (known.isPresent()) {
            return new Result(known.get(), Duration.ZERO);
        }
        turns.acquire();
        try {
            return compileNow(request);
        } finally {
            turns.release();
        }
    }

    private Result compileNow(CompileRequest request) {
        CompilerProcess compiler = take();
        Duration before = compiler.cpuTime();
        try {
            CompilerReply reply = compiler.compile(request, PATIENCE);
            Duration cpu = compiler.cpuTime().minus(before);
            cache.put(request, reply);
            giveBack(compiler);
            return new Result(reply, cpu);
        } catch (IOException | WireException e) {
            LOG.info("a compiler is replaced: {}", e.getMessage());
            compiler.close();
            return new Result(
                    new Rejected(
                            List.of(
                                    new Diagnostic(
                                            1,
                                            1,
                                            1,
                                            2,
                                            Diagnostic.Severity.ERROR,
                                            "The compiler gave up on this source: it is too deep,"
                                                    + " too large, or takes longer than "
                                                    + PATIENCE.toSeconds()
                                                    + " seconds to compile."))),
                    Duration.ZERO);
        }
    }

    private CompilerProcess take() {
        synchronized (lock) {
            for (CompilerProcess next = used.poll(); next != null; next = used.poll()) {
                if (next.isAlive()) {
                    return next;
                }
                next.close();
            }
        }
        return fresh.take();
    }

    private void giveBack(CompilerProcess compiler) {
        if (compiler.isAlive() && compiler.compilations() < MAX_COMPILATIONS) {
            synchronized (lock) {
                used.push(compiler);
            }
        } else {
            compiler.close();
        }
    }

    @Override
    public void close() {
        fresh.close();
        synchronized (lock) {
            used.forEach(CompilerProcess::close);
            used.clear();
        }
    }
}
