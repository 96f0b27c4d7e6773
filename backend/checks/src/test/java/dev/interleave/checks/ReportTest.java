package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Programs that can go wrong, each with one that looks like it and can't: `reports/….java`. The
/// comment that a program begins with is all that Explore is to say of it: of each finding the
/// sentence, the accesses with value, locks and stack, and the advice; `// nothing` where there is
/// none.
@ExtendWith(LiveServer.Shared.class)
final class ReportTest {
    private static final Corpus CORPUS = Corpus.of("reports");
    private static final long SEED = 1;
    private static final int SCHEDULES = 1_000;
    private static final int WALL_MILLIS = 10_000;

    static List<String> programs() throws IOException {
        return CORPUS.programs(1);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void explore_program_saysWhatItsHeadSays(String program, LiveServer server)
            throws IOException, InterruptedException {
        String source = CORPUS.source(program);
        JsonNode run = Controlled.explore(server, source, SEED, SCHEDULES, WALL_MILLIS);
        assertThat(told(run)).as(run.toString()).isEqualTo(head(source));
    }

    private static List<String> head(String source) {
        return source.lines()
                .takeWhile(line -> line.startsWith("// "))
                .map(line -> line.substring("// ".length()))
                .toList();
    }

    private static List<String> told(JsonNode run) {
        var told = new ArrayList<String>();
        for (JsonNode finding : run.path("findings")) {
            told.add(finding.path("message").asText());
            finding.path("accesses").forEach(access -> told.add(line(access)));
            if (finding.has("advice")) {
                told.add(finding.path("advice").asText());
            }
        }
        return told.isEmpty() ? List.of("nothing") : told;
    }

    private static String line(JsonNode access) {
        String value = access.path("value").asText();
        return (access.path("writes").asBoolean() ? "writes" : "reads")
                + (value.isEmpty() ? "" : " " + value)
                + access.path("holds")
                        .valueStream()
                        .map(held -> ", holds " + held.asText())
                        .collect(Collectors.joining())
                + access.path("stack")
                        .valueStream()
                        .map(call -> call.path("method").asText() + ":" + call.path("line").asInt())
                        .collect(Collectors.joining(" < ", " at ", ""));
    }
}
