package dev.interleave.server.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The lessons in a folder, one folder each: `lesson.md` begins with `title:`, `section:` and
/// `order:` between two lines of `---`, and its last part, headed `## Look for`, says what to look
/// for; `Program.java` is the program; `program.rs` is the Rust beside it.
public final class LessonCatalog {
    private static final String LOOK_FOR = "\n## Look for\n";

    private final List<Lesson> lessons;

    private LessonCatalog(List<Lesson> lessons) {
        this.lessons = lessons;
    }

    /// Reads all. A folder that is not a lesson is an [IllegalArgumentException] that says why; no
    /// folder, no lessons.
    public static LessonCatalog read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new LessonCatalog(List.of());
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return new LessonCatalog(
                    folders.filter(Files::isDirectory)
                            .map(LessonCatalog::lesson)
                            .sorted(Comparator.comparingInt(Lesson::order))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("can't list " + folder, e);
        }
    }

    /// All, in order.
    public List<Lesson> all() {
        return lessons;
    }

    /// The one with this name.
    public Optional<Lesson> find(String name) {
        return lessons.stream().filter(lesson -> lesson.name().equals(name)).findFirst();
    }

    private static Lesson lesson(Path folder) {
        String markdown = text(folder.resolve("lesson.md"));
        int headerEnd = markdown.indexOf("\n---\n", 4);
        if (!markdown.startsWith("---\n") || headerEnd < 0) {
            throw new IllegalArgumentException(
                    folder + "/lesson.md has no header between two lines of ---");
        }
        Map<String, String> header = header(markdown.substring(4, headerEnd));
        String body = markdown.substring(headerEnd + 5).strip() + "\n";
        int lookFor = body.indexOf(LOOK_FOR);
        Path rust = folder.resolve("program.rs");
        return new Lesson(
                folder.getFileName().toString(),
                required(header, "title", folder),
                required(header, "section", folder),
                order(header, folder),
                (lookFor < 0 ? body : body.substring(0, lookFor)).strip(),
                lookFor < 0 ? "" : body.substring(lookFor + LOOK_FOR.length()).strip(),
                Files.exists(rust) ? text(rust) : "",
                text(folder.resolve("Program.java")));
    }

    private static Map<String, String> header(String text) {
        var header = new HashMap<String, String>();
        text.lines()
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    if (colon > 0) {
                        header.put(
                                line.substring(0, colon).strip(),
                                line.substring(colon + 1).strip());
                    }
                });
        return header;
    }

    private static String required(Map<String, String> header, String key, Path folder) {
        String value = header.get(key);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(folder + "/lesson.md has no " + key);
        }
        return value;
    }

    private static int order(Map<String, String> header, Path folder) {
        String order = required(header, "order", folder);
        try {
            return Integer.parseInt(order);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    folder + "/lesson.md has no number as its order; it is \"" + order + "\"", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("can't read " + file, e);
        }
    }
}
