package dev.interleave.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A folder of programs that say of themselves what is to be expected of them.
///
/// @param folder the folder
record Corpus(Path folder) {
    private static final Path RESOURCES =
            LiveServer.ROOT.resolve("backend/checks/src/test/resources");

    static Corpus of(String folder) {
        return new Corpus(RESOURCES.resolve(folder));
    }

    /// All programs, down to the given depth, by their paths.
    List<String> programs(int depth) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    String source(String program) throws IOException {
        return Files.readString(folder.resolve(program));
    }

    /// The numbers of the lines that end with `mark`.
    static List<Integer> marked(String source, String mark) {
        List<String> lines = source.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).endsWith(mark))
                .mapToObj(i -> i + 1)
                .toList();
    }

    /// What the first line lists: `// word: this, that`.
    static List<String> expected(String source, String word) {
        String first = source.lines().findFirst().orElse("");
        String prefix = "// " + word + ": ";
        if (!first.startsWith(prefix)) {
            throw new IllegalArgumentException("must begin with `" + prefix + "`: " + first);
        }
        return Arrays.asList(first.substring(prefix.length()).split(", "));
    }
}
