package dev.interleave.server.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class LessonCatalogTest {
    private static final String HEADER =
            "---\ntitle: Two threads: a start\nsection: Threads\norder: 10\n---\n";

    private final Path folder;

    LessonCatalogTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path write(String name, String markdown) throws IOException {
        Path lesson = Files.createDirectories(folder.resolve(name));
        Files.writeString(lesson.resolve("lesson.md"), markdown);
        Files.writeString(lesson.resolve("Program.java"), "void main() {}\n");
        return lesson;
    }

    private void assertRefused(String text) {
        assertThatThrownBy(() -> LessonCatalog.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(text);
    }

    @Test
    void read_goodFolder_hasAllParts() throws IOException {
        Path lesson = write("threads", HEADER + "\nHello.\n\n## Look for\n\nTwo lanes.\n");
        Files.writeString(lesson.resolve("program.rs"), "fn main() {}\n");

        assertThat(LessonCatalog.read(folder).all())
                .containsExactly(
                        new Lesson(
                                "threads",
                                "Two threads: a start",
                                "Threads",
                                10,
                                "Hello.",
                                "Two lanes.",
                                "fn main() {}\n",
                                "void main() {}\n"));
    }

    @Test
    void read_withoutRustAndLookFor_hasThemEmpty() throws IOException {
        write("threads", HEADER + "Hello.\n");

        assertThat(LessonCatalog.read(folder).find("threads"))
                .contains(
                        new Lesson(
                                "threads",
                                "Two threads: a start",
                                "Threads",
                                10,
                                "Hello.",
                                "",
                                "",
                                "void main() {}\n"));
    }

    @Test
    void read_severalFolders_areInTheirOrder() throws IOException {
        write("a", HEADER.replace("10", "30"));
        write("b", HEADER.replace("10", "4"));
        write("c", HEADER.replace("10", "20"));

        assertThat(LessonCatalog.read(folder).all())
                .extracting(Lesson::name)
                .containsExactly("b", "c", "a");
    }

    @Test
    void read_plainFileBeside_isLeftOut() throws IOException {
        Files.writeString(folder.resolve("README.md"), "The lessons.\n");

        assertThat(LessonCatalog.read(folder).all()).isEmpty();
    }

    @Test
    void read_noFolder_hasNoLessons() {
        assertThat(LessonCatalog.read(folder.resolve("nowhere")).all()).isEmpty();
    }

    @Test
    void find_unknownName_isEmpty() throws IOException {
        write("threads", HEADER);

        assertThat(LessonCatalog.read(folder).find("../threads")).isEmpty();
    }

    @Test
    void read_missingHeader_isRefused() throws IOException {
        Path lesson = write("threads", "# Hello\n");

        assertRefused(lesson + "/lesson.md has no header between two lines of ---");
    }

    @Test
    void read_headerWithoutEnd_isRefused() throws IOException {
        Path lesson = write("threads", "---\ntitle: a\n");

        assertRefused(lesson + "/lesson.md has no header between two lines of ---");
    }

    @Test
    void read_missingKey_isRefused() throws IOException {
        Path lesson = write("threads", HEADER.replace("section: Threads\n", ""));

        assertRefused(lesson + "/lesson.md has no section");
    }

    @Test
    void read_emptyKey_isRefused() throws IOException {
        Path lesson = write("threads", HEADER.replace("Two threads: a start", ""));

        assertRefused(lesson + "/lesson.md has no title");
    }

    @Test
    void read_orderThatIsNoNumber_isRefused() throws IOException {
        Path lesson = write("threads", HEADER.replace("10", "first"));

        assertRefused(lesson + "/lesson.md has no number as its order; it is \"first\"");
    }

    @Test
    void read_missingProgram_isRefused() throws IOException {
        Path lesson = write("threads", HEADER);
        Files.delete(lesson.resolve("Program.java"));

        assertRefused("can't read " + lesson.resolve("Program.java"));
    }
}
