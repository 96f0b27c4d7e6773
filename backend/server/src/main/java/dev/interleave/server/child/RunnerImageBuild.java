package dev.interleave.server.child;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Has the runner image built, in a process of its own: the server never loads the weaver.
public final class RunnerImageBuild {
    private RunnerImageBuild() {}

    /// The image's folder, after building it unless it is there. A failure is an
    /// [IllegalStateException] with the sentence that the build printed.
    public static Path run(AppLayout app, Path data) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-cp", joined(app.weaver()), "dev.interleave.weaver.RunnerImageMain"));
        command.add(data.resolve("images").toString());
        command.add(app.probe().toString());
        command.add(app.sync().toString());
        app.runner().forEach(jar -> command.add(jar.toString()));
        command.add("--");
        command.addAll(RunnerKind.flags("{app}", app.runner()));
        command.add(RunnerKind.MAIN);
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.PIPE).start();
        process.getOutputStream().close();
        String image = text(process.getInputStream().readAllBytes());
        String problem = text(process.getErrorStream().readAllBytes());
        if (process.waitFor() != 0 || image.isEmpty()) {
            throw new IllegalStateException(
                    problem.isEmpty() ? "The runner image can't be built." : problem);
        }
        return Path.of(image);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }

    private static String joined(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
