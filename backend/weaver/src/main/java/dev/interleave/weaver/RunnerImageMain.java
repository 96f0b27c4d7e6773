package dev.interleave.weaver;

import java.io.IOException;
import java.lang.module.FindException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Prints the folder of the runner image for the JDK that runs this, building it if it is not there
/// yet.
///
/// Arguments: the cache folder, the jar with the probes, the jar with the teaching primitives, the
/// jars that the runner's class path will hold, and after `--` the command that a runner is started
/// with, past the image's `java`. Before all of them `--add-modules` and a list with commas puts
/// more modules into the image than snippets get. What goes wrong is one sentence on standard error
/// and status 1.
public final class RunnerImageMain {
    private RunnerImageMain() {}

    /// See the class.
    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        var modules = new ArrayList<>(RunnerImage.MODULES);
        if (given.size() > 1 && given.getFirst().equals("--add-modules")) {
            modules.addAll(List.of(given.get(1).split(",")));
            given = given.subList(2, given.size());
        }
        int split = given.indexOf("--");
        if (split < 4) {
            System.err.println(
                    "usage: [--add-modules MODULE,...] CACHE_FOLDER PROBE_JAR SYNC_JAR"
                            + " RUNNER_JAR... -- RUNNER_ARGUMENT...");
            System.exit(2);
        }
        List<Path> jars = given.subList(3, split).stream().map(Path::of).toList();
        List<String> runner = given.subList(split + 1, given.size());
        try {
            var cache =
                    new RunnerImageCache(
                            Path.of(given.getFirst()),
                            Path.of(System.getProperty("java.home")),
                            modules);
            var base = new BaseJars(Path.of(given.get(1)), Path.of(given.get(2)));
            System.out.println(cache.image(base, jars, runner));
        } catch (RunnerImageException | FindException e) {
            System.err.println("The runner image can't be built: " + e.getMessage());
            System.exit(1);
        }
    }
}
