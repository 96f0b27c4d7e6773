package dev.interleave.server.child;

import dev.interleave.sandbox.ConfinedJvm;
import dev.interleave.sandbox.ProcessLimits;

import java.nio.file.Path;
import java.util.List;

/// How a compiler is started.
final class CompilerKind {
    /// Processor time for one compiler's whole life; it is replaced long before (see `Compilers`).
    private static final int CPU_SECONDS = 600;

    private static final long DATA_BYTES = 900L << 20;
    private static final long ADDRESS_SPACE_BYTES = 4L << 30;
    private static final int THREADS = 100;

    private CompilerKind() {}

    static ConfinedJvm of(List<Path> classPath) {
        return new ConfinedJvm(
                Path.of(System.getProperty("java.home")),
                classPath,
                "dev.interleave.compiler.CompilerMain",
                List.of(
                        "--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
                        "--add-opens=java.base/java.io=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xms64m",
                        "-Xmx256m"),
                ProcessLimits.of(CPU_SECONDS, DATA_BYTES, ADDRESS_SPACE_BYTES, THREADS));
    }
}
