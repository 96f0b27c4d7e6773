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
import java.util.stream.Stream;

/// Programs as they are without us: compiled by the same compiler, not woven, run on the stock JDK.
final class Unwoven {
    private Unwoven() {}

    /// Compiles a program that has a `main` of its own into `folder`, and returns its main class.
    static String compile(String source, Path folder) throws IOException {
        try (var compiler = new SnippetCompiler(ClassWeaver::none, List.of())) {
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

    /// Runs a class with a `main` on the stock JDK; what it prints, both streams together.
    static String run(String mainClass, Path folder, String... flags)
            throws IOException, InterruptedException {
        List<String> command =
                Stream.of(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString()),
                                Stream.of(flags),
                                Stream.of(
                                        "-XX:+UseSerialGC",
                                        "-XX:ActiveProcessorCount=2",
                                        "--enable-preview",
                                        "-ea",
                                        "-cp",
                                        folder.toString(),
                                        mainClass))
                        .flatMap(part -> part)
                        .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + output);
        }
        return output;
    }
}
