package dev.interleave.weaver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Prints the folder of the runner image for the JDK that runs this, building it if it is not there
/// yet.
///
/// Arguments: the cache folder, the jar with the probes, the jar with the teaching primitives, the
/// jars that the runner's class path will hold, and after `--` the command that a runner is started
/// with, past the image's `java`. What goes wrong is one sentence on standard error and status 1.
public final class RunnerImageMain {
    private RunnerImageMain() {}

    /// See the class.
    public static void main(String[] arguments) throws IOException {
        int split = List.of(arguments).indexOf("--");
        if (split < 4) {
            System.err.println(
                    "usage: CACHE_FOLDER PROBE_JAR SYNC_JAR RUNNER_JAR... -- RUNNER_ARGUMENT...");
            System.exit(2);
        }
        var jars = new ArrayList<Path>();
        for (int i = 3; i < split; i++) {
            jars.add(Path.of(arguments[i]));
        }
        List<String> runner = List.of(arguments).subList(split + 1, arguments.length);
        try {
            var cache =
                    new RunnerImageCache(
                            Path.of(arguments[0]), Path.of(System.getProperty("java.home")));
            var base = new BaseJars(Path.of(arguments[1]), Path.of(arguments[2]));
            System.out.println(cache.image(base, jars, runner));
        } catch (RunnerImageException e) {
            System.err.println("The runner image can't be built: " + e.getMessage());
            System.exit(1);
        }
    }
}
