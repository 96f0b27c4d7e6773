package dev.interleave.compiler;

import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameReader;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.run.Diagnostic.Severity;
import dev.interleave.model.wire.CompileRequest;
import dev.interleave.model.wire.CompilerReply.Rejected;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The main class of the compiler process. It compiles one text at a time for the server that
/// started it.
///
/// The server writes frames to file descriptor 4 and reads frames from 3. After `COMPILER_READY`
/// each `COMPILE`, whose payload is the source as a wire text, is answered by one `COMPILED` or
/// `REJECTED`. The process ends with 0 when descriptor 4 is closed, and with one of the other
/// `EXIT_` codes after an answer that may have left it damaged; the server then starts another.
///
/// The server passes these flags to a JDK 25 that has the modules `jdk.compiler` and `jdk.jshell`;
/// heap and collector are its choice, and these were measured:
///
/// ```
/// --add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED
/// --add-opens=java.base/java.io=ALL-UNNAMED
/// -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms64m -Xmx192m
/// -cp <compiler, weaver, sync and model> dev.interleave.compiler.CompilerMain [<jar visible to programs>...]
/// ```
public final class CompilerMain {
    /// Ended because a compilation threw something: it may be in disorder.
    public static final int EXIT_DAMAGED = 3;

    /// Ended because a compilation took too long and cannot be stopped in another way.
    public static final int EXIT_SLOW = 4;

    private static final int OUT = 3;
    private static final int IN = 4;

    /// The longest source, with room for the server's own limit to be smaller.
    private static final int MAX_SOURCE_BYTES = 256 << 10;

    /// Javac recurses into what it parses; thousands of nested brackets do no harm.
    private static final long STACK_BYTES = 16L << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final SnippetCompiler compiler;
    private final FrameReader requests;
    private final OutputStream replies;

    CompilerMain(SnippetCompiler compiler, InputStream requests, OutputStream replies) {
        this.compiler = compiler;
        this.requests =
                new FrameReader(
                        new BufferedInputStream(requests), MAX_SOURCE_BYTES + 1 + Integer.BYTES);
        this.replies = replies;
    }

    /// Serves until the server closes the pipe.
    ///
    /// @param classPath jars that programs may use
    public static void main(String[] classPath) throws IOException {
        List<Path> visible = List.of(classPath).stream().map(Path::of).toList();
        var compiler = new SnippetCompiler(ClassWeaver::probes, visible);
        var main =
                new CompilerMain(
                        compiler,
                        new FileInputStream(descriptor(IN)),
                        new FileOutputStream(descriptor(OUT)));
        System.exit(main.serve());
    }

    /// Warms up, then answers until the requests end; the exit code.
    int serve() throws IOException {
        if (!succeeds(() -> WarmUp.run(compiler))) {
            return EXIT_DAMAGED;
        }
        send(Frame.of(FrameType.COMPILER_READY, new byte[0]));
        for (Optional<Frame> next = requests.next(); next.isPresent(); next = requests.next()) {
            Answer answer = answer(CompileRequest.read(next.get()));
            send(answer.frame());
            if (answer.exitCode() != 0) {
                return answer.exitCode();
            }
            if (!succeeds(compiler::prepare)) {
                return EXIT_DAMAGED;
            }
        }
        return 0;
    }

    private static boolean succeeds(Runnable work) {
        try {
            return onDeepStack(Executors.callable(work, true), Duration.ofMinutes(1));
        } catch (TimeoutException | ExecutionException e) {
            System.err.println("the compiler is not ready: " + e);
            return false;
        }
    }

    /// A reply, and the code to exit with after it, or 0 to go on.
    private record Answer(Frame frame, int exitCode) {
        static Answer sorry(String message, int exitCode) {
            var diagnostic = new Diagnostic(1, 1, 1, 2, Severity.ERROR, message);
            return new Answer(new Rejected(List.of(diagnostic)).toFrame(), exitCode);
        }
    }

    private Answer answer(CompileRequest request) {
        try {
            return new Answer(onDeepStack(() -> compiler.compile(request), PATIENCE).toFrame(), 0);
        } catch (TimeoutException _) {
            return Answer.sorry(
                    "compiling takes more than " + PATIENCE.toSeconds() + " s", EXIT_SLOW);
        } catch (ExecutionException e) {
            return Answer.sorry(apology(e), EXIT_DAMAGED);
        }
    }

    private static String apology(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof StackOverflowError) {
                return "the program is nested too deeply for the compiler";
            }
            if (each instanceof OutOfMemoryError) {
                return "compiling needs more memory than the compiler has";
            }
        }
        return "the compiler failed: " + failure.getMessage();
    }

    private static <T> T onDeepStack(Callable<T> work, Duration patience)
            throws ExecutionException, TimeoutException {
        var task = new FutureTask<>(work);
        var thread = new Thread(null, task, "compile", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody interrupts the compiler", e);
        }
    }

    private void send(Frame frame) throws IOException {
        replies.write(frame.toBytes());
        replies.flush();
    }

    private static FileDescriptor descriptor(int number) {
        try {
            var constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
            constructor.setAccessible(true);
            return constructor.newInstance(number);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalStateException(
                    "file descriptors by number need --add-opens=java.base/java.io=ALL-UNNAMED", e);
        }
    }
}
