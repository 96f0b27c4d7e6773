package dev.interleave.sandbox;

import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameReader;
import dev.interleave.model.frame.WireException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// A confined process that has sent its first frame, and waits for work.
///
/// @param process the process; closed with this
/// @param ready the first frame
/// @param frames reads the frames that follow
public record BootedProcess(ConfinedProcess process, Frame ready, FrameReader frames)
        implements AutoCloseable {
    private static final int MAX_REASON_BYTES = 4096;
    private static final int MAX_REASON_LINES = 6;

    /// Starts a JVM and waits for its first frame. If that does not come in time, or is of another
    /// type than `readyType`, the process is ended, and the [IOException] quotes its last words.
    public static BootedProcess start(
            Sandbox sandbox, ConfinedJvm jvm, int readyType, Duration patience) throws IOException {
        Executor whenLate =
                CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
        return await(sandbox.start(jvm), readyType, whenLate);
    }

    /// Waits for the first frame of a process that has been started.
    static BootedProcess await(ConfinedProcess process, int readyType, Executor whenLate)
            throws IOException {
        // Killing it ends the stream, and so the wait for the frame.
        CompletableFuture<Void> tooLate = CompletableFuture.runAsync(process::kill, whenLate);
        try {
            FrameReader frames = new FrameReader(process.fromChild(), Frame.MAX_PAYLOAD_BYTES);
            Optional<Frame> first = frames.next();
            if (first.isPresent() && first.get().type() == readyType) {
                return new BootedProcess(process, first.get(), frames);
            }
            throw new IOException(
                    first.map(frame -> "its first frame is of type " + frame.type())
                            .orElse("it sent no frame"));
        } catch (IOException | WireException e) {
            String lastWords = lastWords(process);
            process.close();
            throw new IOException("a confined JVM did not boot; " + e.getMessage() + lastWords, e);
        } finally {
            tooLate.cancel(false);
        }
    }

    private static String lastWords(ConfinedProcess process) throws IOException {
        process.kill();
        byte[] words = process.stderr().readNBytes(MAX_REASON_BYTES);
        List<String> lines =
                new String(words, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .limit(MAX_REASON_LINES)
                        .toList();
        return lines.isEmpty() ? "" : "; it said: " + String.join(" / ", lines);
    }

    /// Ends the process.
    @Override
    public void close() {
        process.close();
    }
}
