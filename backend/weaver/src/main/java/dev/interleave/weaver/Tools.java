package dev.interleave.weaver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs the command-line tools of one JDK.
final class Tools {
    private final Path bin;

    /// The tools of the JDK in the folder `javaHome`.
    Tools(Path javaHome) {
        this.bin = javaHome.resolve("bin");
    }

    /// Runs a tool to its end; a failure is a [RunnerImageException] with what it printed.
    void run(String tool, String... arguments) {
        Path executable = bin.resolve(tool);
        if (!Files.isExecutable(executable)) {
            throw new RunnerImageException(
                    "there is no " + executable + "; a full JDK is needed, not a run-time image");
        }
        var command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String printed =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new RunnerImageException(
                        tool + " ended with status " + status + ": " + printed.strip());
            }
        } catch (IOException e) {
            throw new RunnerImageException("can't run " + executable, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunnerImageException("interrupted while running " + tool, e);
        }
    }
}
