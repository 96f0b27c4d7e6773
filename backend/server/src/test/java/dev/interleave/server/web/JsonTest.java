package dev.interleave.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.interleave.model.control.Extent;
import dev.interleave.model.control.SearchSummary;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.run.Limit;
import dev.interleave.model.run.RunOutcome;
import dev.interleave.model.trace.LaneKind;
import dev.interleave.model.trace.ThreadState;
import dev.interleave.server.run.RunSummary;
import dev.interleave.server.run.RunSummary.LaneSummary;
import dev.interleave.server.run.RunSummary.Timing;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class JsonTest {
    private static final Timing TIMING = new Timing(1, 41, 2, 46, 120, 140);

    private static RunSummary unstarted(RunOutcome outcome) {
        return new RunSummary(
                Optional.empty(),
                outcome,
                List.of(),
                "",
                false,
                List.of(),
                List.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                TIMING);
    }

    @Test
    void finding_withAccesses_hasThemAndTheAdvice() throws JsonProcessingException {
        var finding =
                new Finding(
                        FindingKind.DATA_RACE,
                        "a writes x, and b reads it",
                        List.of(3, 4),
                        List.of(1, 2),
                        List.of(
                                new Finding.Access(
                                        1,
                                        3,
                                        true,
                                        "5",
                                        List.of("lock"),
                                        List.of(new Finding.Call("A.run", 3))),
                                new Finding.Access(2, 4, false, "", List.of(), List.of())),
                        "Guard both.");

        assertThat(Json.MAPPER.readTree(Json.text(Json.finding(finding))))
                .isEqualTo(
                        Json.MAPPER.readTree(
                                """
                                {"kind": "DataRace", "message": "a writes x, and b reads it",
                                 "lines": [3, 4], "lanes": [1, 2],
                                 "accesses": [
                                     {"lane": 1, "line": 3, "writes": true, "value": "5",
                                      "holds": ["lock"],
                                      "stack": [{"method": "A.run", "line": 3}]},
                                     {"lane": 2, "line": 4, "writes": false, "value": "",
                                      "holds": [], "stack": []}],
                                 "advice": "Guard both.", "lesson": "data-race-mended"}
                                """));
    }

    @Test
    void answer_fullSummary_hasEveryFieldOfTheContract() throws JsonProcessingException {
        var summary =
                new RunSummary(
                        Optional.of("7f3a"),
                        new RunOutcome.Deadlocked("Deadlock: both wait."),
                        List.of(
                                new Diagnostic(
                                        3, 5, 4, 9, Diagnostic.Severity.WARNING, "unchecked")),
                        "hi\n",
                        true,
                        List.of(
                                new LaneSummary(
                                        1, "main", LaneKind.PLATFORM, ThreadState.TERMINATED),
                                new LaneSummary(2, "v", LaneKind.VIRTUAL, ThreadState.BLOCKED)),
                        List.of(
                                new Finding(
                                        FindingKind.DEADLOCK,
                                        "both wait",
                                        List.of(4, 9),
                                        List.of(2, 3))),
                        1_234,
                        Optional.of("0badcafe.1-2"),
                        Optional.of(
                                new SearchSummary(
                                        132, 40, 1, Extent.PART, 131, 1, false, -1, 220, "PCT")),
                        TIMING);

        assertThat(Json.MAPPER.readTree(Json.text(Json.answer(summary))))
                .isEqualTo(
                        Json.MAPPER.readTree(
                                """
                                {"id": "7f3a",
                                 "outcome": {"kind": "Deadlocked", "text": "Deadlock: both wait."},
                                 "diagnostics": [{"line": 3, "column": 5, "endLine": 4,
                                     "endColumn": 9, "severity": "warning",
                                     "message": "unchecked"}],
                                 "output": "hi\\n", "outputTruncated": true,
                                 "lanes": [
                                     {"id": 1, "name": "main", "kind": "platform",
                                      "endState": "terminated"},
                                     {"id": 2, "name": "v", "kind": "virtual",
                                      "endState": "blocked"}],
                                 "findings": [{"kind": "Deadlock", "message": "both wait",
                                     "lines": [4, 9], "lanes": [2, 3],
                                     "lesson": "deadlock-mended"}],
                                 "events": 1234,
                                 "schedule": "0badcafe.1-2",
                                 "search": {"schedules": 132, "classes": 40, "failing": 1,
                                     "exhausted": false, "exhaustedButEarly": false, "firstFailure": 131, "preemptions": 1,
                                     "inTurn": false, "remaining": null, "millis": 220, "strategy": "PCT"},
                                 "timing": {"queueMillis": 1, "compileMillis": 41,
                                     "startMillis": 2, "firstEventMillis": 46, "runMillis": 120,
                                     "cpuMillis": 140}}
                                """));
    }

    @Test
    void answer_liveRun_hasNeitherScheduleNorSearch() {
        assertThat(Json.answer(unstarted(new RunOutcome.Completed("Done."))).fieldNames())
                .toIterable()
                .doesNotContain("schedule", "search");
    }

    @Test
    void search_remainingThatIsKnown_isANumber() {
        var search = new SearchSummary(5, 5, 0, Extent.ALL, 0, 0, false, 12, 3, "DPOR");
        assertThat(Json.search(search).path("remaining").asLong()).isEqualTo(12);
    }

    @Test
    void answer_runThatNeverStarted_hasANullId() {
        assertThat(Json.answer(unstarted(new RunOutcome.NotCompiled("Nothing ran."))).get("id"))
                .isEqualTo(Json.MAPPER.nullNode());
    }

    @Test
    void outcome_overLimit_saysWhich() {
        assertThat(Json.outcome(new RunOutcome.OverLimit(Limit.NATIVE_MEMORY, "Too much.")))
                .isEqualTo(
                        Json.object()
                                .put("kind", "OverLimit")
                                .put("text", "Too much.")
                                .put("limit", "nativeMemory"));
    }

    @Test
    void error_any_isCodeAndText() {
        assertThat(Json.text(Json.error("tooBusy", "try again")))
                .isEqualTo("{\"error\":{\"code\":\"tooBusy\",\"text\":\"try again\"}}");
    }
}
