package dev.interleave.runner;

import dev.interleave.model.frame.Bytes;
import dev.interleave.model.program.Program;
import dev.interleave.model.program.Program.EntryPoint;
import dev.interleave.model.program.ProgramCodec;
import dev.interleave.model.run.RunLimits;
import dev.interleave.model.trace.TraceRecord;
import dev.interleave.model.wire.RunnerCommand;
import dev.interleave.probe.Recording;
import dev.interleave.probe.ThreadRecorder;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/// Asks a new image whether its probes work, by doing a few things and looking at what was
/// recorded. Then runs a small program as any other, so that the image's start-up archive holds
/// what a run needs.
final class SelfCheck {
    private SelfCheck() {}

    static void run() {
        checkProbes();
        Warmup.run();
        var sample =
                new Program(
                        List.of(),
                        List.of(new EntryPoint(Sample.class.getName(), "main")),
                        List.of(),
                        List.of(),
                        List.of());
        var start =
                new RunnerCommand.StartRun(
                        RunLimits.DEFAULT,
                        Optional.empty(),
                        Bytes.wrap(ProgramCodec.write(sample)));
        RunnerCommand.read(start.toFrame());
        LiveRun.run(start, InputStream.nullInputStream(), OutputStream.nullOutputStream());
    }

    private static void checkProbes() {
        ThreadRecorder recorder = Recording.adoptCurrent();
        LockSupport.unpark(Thread.currentThread());
        LockSupport.park();
        var records = new byte[16 * TraceRecord.BYTES];
        int count = recorder.drain(records, 0) / TraceRecord.BYTES;
        if (count != 3) {
            System.err.println(
                    "the probes of this image recorded " + count + " events instead of 3");
            System.exit(1);
        }
    }

    /// Uses what many programs use.
    static final class Sample {
        private Sample() {}

        static void main() throws Exception {
            var lock = new ReentrantLock();
            var queue = new LinkedBlockingQueue<String>();
            Runnable body =
                    () -> {
                        lock.lock();
                        try {
                            queue.add("ran %s".formatted(Thread.currentThread().getName()));
                        } finally {
                            lock.unlock();
                        }
                    };
            Thread platform = Thread.ofPlatform().name("platform").start(body);
            Thread virtual = Thread.ofVirtual().name("virtual").start(body);
            platform.join();
            virtual.join();
            try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                pool.submit(body).get();
            }
            CompletableFuture.runAsync(body).get();
            System.out.println(queue.take() + IntStream.range(0, 10).parallel().sum());
            System.err.println(queue.size());
        }
    }
}
