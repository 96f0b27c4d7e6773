package dev.interleave.checks;

import dev.interleave.compiler.ClassWeaver;
import dev.interleave.compiler.SnippetCompiler;
import dev.interleave.model.program.Program;
import dev.interleave.model.program.ProgramCodec;
import dev.interleave.model.wire.CompilerReply.Compiled;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Programs run without a server: what they are without us, or with a part of us.
final class Outside {
    private Outside() {}

    /// Compiles a program that has a `main` of its own into `folder`, and returns its main class.
    static String compile(String source, ClassWeaver.Factory weavers, Path folder)
            throws IOException {
        try (var compiler = new SnippetCompiler(weavers, List.of())) {
            if (!(compiler.compile(source) instanceof Compiled compiled)) {
                throw new AssertionError("does not compile: " + source);
            }
            Program program = ProgramCodec.read(compiled.program().array());
            for (Program.ClassBytes type : program.classes()) {
                Path file = folder.resolve(type.name().replace('.', '/') + ".class");
                Files.createDirectories(file.getParent());
                Files.write(file, type.bytes().array());
            }
            return program.steps().getFirst().className();
        }
    }

    /// Runs a class with a `main` on the JDK or image in `home`, with the sizes of a runner; what
    /// it prints, both streams together.
    static String run(Path home, String mainClass, Path folder)
            throws IOException, InterruptedException {
        List<String> command =
                List.of(
                        home.resolve("bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:ActiveProcessorCount=2",
                        "-Xms32m",
                        "-Xmn16m",
                        "-Xmx256m",
                        "-Xss512k",
                        "--enable-preview",
                        "-ea",
                        "-cp",
                        folder.toString(),
                        mainClass);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + output);
        }
        return output;
    }

    /// The JDK that runs this.
    static Path stockJdk() {
        return Path.of(System.getProperty("java.home"));
    }
}
