package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Compiles and runs the programs in `resources/programs`; the first line of each says what it
/// prints.
class ConcurrencyProgramsTest {
    static List<Path> programs() throws IOException, URISyntaxException {
        URI folder =
                Objects.requireNonNull(ConcurrencyProgramsTest.class.getResource("/programs"))
                        .toURI();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void compile_typicalProgram_runsAsItsFirstLineSays(Path file) throws Exception {
        String text = Files.readString(file);
        String expected =
                text.lines()
                        .findFirst()
                        .orElseThrow()
                        .substring("// prints: ".length())
                        .replace("\\n", "\n");
        try (var compiler = new SnippetCompiler(ClassWeaver::none, List.of())) {
            assertThat(CompiledProgram.said(compiler, text)).isEmpty();
            assertThat(CompiledProgram.of(compiler, text).output()).isEqualTo(expected + "\n");
        }
    }
}
