package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.compiler.ClassWeaver;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Probes change nothing that a program can see: what the programs in `resources/meaning` print of
/// themselves and of the JDK is the same in a recorded run and, not woven, on the stock JDK.
///
/// Each is followed by `observing.txt`, which has the words they observe with. What may differ from
/// one run to the next is masked. `backend/docs/conformance.md` lists the differences that are
/// accepted; no program looks at those.
@ExtendWith(LiveServer.Shared.class)
final class MeaningTest {
    private static final Path PROGRAMS =
            LiveServer.ROOT.resolve("backend/checks/src/test/resources/meaning");

    static List<String> programs() throws IOException {
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void program_recorded_observesWhatItDoesOnTheStockJdk(
            String program, LiveServer server, @TempDir Path classes) throws Exception {
        String source =
                Files.readString(PROGRAMS.resolve(program))
                        + Files.readString(PROGRAMS.resolve("observing.txt"));
        String expected =
                Outside.run(
                        Outside.stockJdk(),
                        Outside.compile(source, ClassWeaver::none, classes),
                        classes);
        JsonNode run = server.run(source);
        assertThat(run.path("outcome").path("kind").asText())
                .as(run.toString())
                .isEqualTo("Completed");
        assertThat(masked(run.path("output").asText())).isEqualTo(masked(expected));
        assertThat(expected).as("what is printed at the very end").contains("the end");
    }

    /// Without what may differ: what the virtual machine itself says, identity hashes, and the
    /// numbers of threads, carriers and lambdas.
    private static List<String> masked(String output) {
        return output.lines()
                .filter(line -> !line.startsWith("OpenJDK 64-Bit Server VM warning"))
                .map(line ->
                        line.replaceAll("@[0-9a-f]+", "@")
                                .replaceAll("\\$\\$Lambda[/0-9a-fx]*", "\\$\\$Lambda")
                                .replaceAll("Thread\\[#\\d+", "Thread[#")
                                .replaceAll("(ForkJoinPool-1-worker-)\\d+", "$1"))
                .toList();
    }
}
