package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How the sources are laid out. `mvn verify -Dformat.write=true` lays them out instead of
/// complaining.
class FormatTest {
    private static final JavaFormatterOptions AOSP =
            JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build();

    @Test
    void sources_all_areFormatted() throws Exception {
        boolean writes = Boolean.getBoolean("format.write");
        var misformatted = new ArrayList<Path>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            String formatted = format(text);
            if (!formatted.equals(text)) {
                misformatted.add(LiveServer.ROOT.relativize(file));
                if (writes) {
                    Files.writeString(file, formatted);
                }
            }
        }
        assertThat(writes ? List.of() : misformatted).isEmpty();
    }

    /// Words that say that something is not done, or a test not run.
    @Test
    void sources_all_areFinished() throws IOException {
        var marks = List.of("TO" + "DO", "FIX" + "ME", "@Dis" + "abled");
        var found = new ArrayList<String>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            for (String mark : marks) {
                if (text.lines()
                        .anyMatch(line ->
                                line.contains(mark)
                                        && !line.contains("\"")
                                        && !line.strip().startsWith("/"))) {
                    found.add(LiveServer.ROOT.relativize(file) + ": " + mark);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static String format(String text) throws FormatterException {
        String ordered =
                ImportOrderer.reorderImports(
                        RemoveUnusedImports.removeUnusedImports(text),
                        JavaFormatterOptions.Style.AOSP);
        return new Formatter(AOSP).formatSource(ordered);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(LiveServer.ROOT.resolve("backend"))) {
            return files.filter(
                            file -> file.toString().matches(".*/src/(main|test)/java/.*\\.java"))
                    .sorted()
                    .toList();
        }
    }
}
