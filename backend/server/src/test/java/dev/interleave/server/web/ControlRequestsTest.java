package dev.interleave.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interleave.model.control.Control;
import dev.interleave.model.control.Schedule;
import dev.interleave.model.control.Schedule.Turn;
import dev.interleave.model.control.StrategyKind;
import dev.interleave.model.run.RunLimits;
import dev.interleave.server.run.Fingerprint;
import dev.interleave.server.run.RunMode;
import dev.interleave.server.run.RunRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class ControlRequestsTest {
    private static final String SCHEDULE = schedule("int i;", 1);

    private static String schedule(String source, int turns) {
        return new Schedule(
                        Fingerprint.of(source),
                        List.of(),
                        IntStream.range(0, turns).mapToObj(n -> new Turn(4 * n, 2)).toList())
                .text();
    }

    private static RunRequest read(String fields) {
        return RunRequests.read(
                RunRequests.object("{\"source\": \"int i;\", " + fields + "}"), "somebody");
    }

    private static Control control(String fields) {
        return read(fields).control().orElseThrow();
    }

    private static void assertRefused(String fields, String code, String text) {
        assertThat(catchThrowableOfType(Refused.class, () -> read(fields)))
                .returns(400, Refused::status)
                .returns(code, Refused::code)
                .returns(text, Refused::text);
    }

    @Test
    void read_exploreAlone_getsTheDefaults() {
        assertThat(control("\"mode\": \"explore\""))
                .isEqualTo(
                        new Control(
                                true,
                                Fingerprint.of("int i;"),
                                0,
                                StrategyKind.PORTFOLIO,
                                Optional.empty(),
                                false,
                                10_000));
    }

    @Test
    void read_everyField_isTaken() {
        String fields =
                """
                "mode": "controlled", "seed": -9223372036854775808, "strategy": "surw",
                "schedule": " %s ", "maxSchedules": 10000000, "countAll": true
                """
                        .formatted(SCHEDULE);
        assertThat(control(fields))
                .isEqualTo(
                        new Control(
                                false,
                                Fingerprint.of("int i;"),
                                Long.MIN_VALUE,
                                StrategyKind.SURW,
                                Optional.of(SCHEDULE),
                                true,
                                10_000_000));
    }

    @Test
    void read_nulls_countAsMissing() {
        String nulls =
                ", \"seed\": null, \"strategy\": null, \"schedule\": null, \"maxSchedules\": null,"
                        + " \"countAll\": null";
        assertThat(control("\"mode\": \"explore\"" + nulls))
                .isEqualTo(control("\"mode\": \"explore\""));
    }

    @Test
    void read_live_hasNoControl() {
        RunRequest request =
                read("\"mode\": \"live\", \"seed\": 42, \"schedule\": \"1.other.AAA\"");
        assertThat(request.control()).isEmpty();
        assertThat(request.mode()).isEqualTo(RunMode.LIVE);
        assertThat(request.limits()).isEqualTo(RunLimits.DEFAULT);
    }

    @Test
    void read_liveWithBadSeed_isRefusedAllTheSame() {
        assertRefused(
                "\"seed\": 1.5",
                "badSeed",
                "seed must be a whole number of at most 64 bits; it is 1.5");
    }

    @ParameterizedTest
    @EnumSource(RunMode.class)
    void read_everyMode_isTaken(RunMode mode) {
        assertThat(read("\"mode\": \"" + mode.text() + "\"").mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @EnumSource(StrategyKind.class)
    void read_everyStrategy_isTaken(StrategyKind kind) {
        assertThat(
                        control("\"mode\": \"explore\", \"strategy\": \"" + kind.text() + "\"")
                                .strategy())
                .isEqualTo(kind);
    }

    @Test
    void read_controlled_mayUseAProcessorForItsWholeTime() {
        RunLimits limits = read("\"mode\": \"explore\", \"wallMillis\": 60000").limits();
        assertThat(limits.cpuMillis()).isGreaterThan(60_000);
    }

    @Test
    void read_seedBeyond64Bits_isRefused() {
        assertRefused(
                "\"mode\": \"explore\", \"seed\": 9223372036854775808",
                "badSeed",
                "seed must be a whole number of at most 64 bits; it is 9223372036854775808");
    }

    @Test
    void read_seedAsText_isRefused() {
        assertRefused(
                "\"mode\": \"explore\", \"seed\": \"42\"",
                "badSeed",
                "seed must be a whole number of at most 64 bits; it is \"42\"");
    }

    @Test
    void read_unknownStrategy_isRefusedWithThoseThereAre() {
        assertRefused(
                "\"mode\": \"explore\", \"strategy\": \"clever\"",
                "unknownStrategy",
                "strategy must be one of \"portfolio\", \"random\", \"pct\", \"pos\", \"surw\","
                        + " \"dpor\", \"none\"; it is \"clever\"");
    }

    @Test
    void read_scheduleIsANumber_isRefused() {
        assertRefused(
                "\"mode\": \"controlled\", \"schedule\": 7",
                "badSchedule",
                "schedule must be a text; it is 7");
    }

    @Test
    void read_scheduleTooLong_isRefusedWithLimitAndActual() {
        assertRefused(
                "\"mode\": \"controlled\", \"schedule\": \"" + "1".repeat(65_537) + "\"",
                "badSchedule",
                "schedule is 65,537 characters; the limit is 65,536");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 2",
                "<1>",
                "1.0badcafe",
                "2.0badcafe.AAA",
                "1.0badcafe.A",
                "1.0badcafe.AgD__________38A"
            })
    void read_scheduleThatIsNone_isRefusedWithItsFault(String text) {
        assertThat(
                        catchThrowableOfType(
                                Refused.class,
                                () ->
                                        read(
                                                "\"mode\": \"controlled\", \"schedule\": \""
                                                        + text
                                                        + "\"")))
                .returns("badSchedule", Refused::code)
                .extracting(Refused::text)
                .asString()
                .startsWith("schedule can't be read: ");
    }

    @Test
    void read_scheduleOfAnotherSource_isRefused() {
        assertRefused(
                "\"mode\": \"controlled\", \"schedule\": \"1.0badcafe.AAA\"",
                "foreignSchedule",
                "schedule is of another source or another build of the JDK: it names 0badcafe;"
                        + " these are "
                        + Fingerprint.of("int i;"));
    }

    private static String branch(String branch) {
        return "\"mode\": \"controlled\", \"schedule\": \""
                + schedule("int i;", 3)
                + "\", \"branch\": "
                + branch;
    }

    @Test
    void read_branch_isTheScheduleUpToThere() {
        Schedule asked =
                Schedule.parse(
                        control(branch("{\"decision\": 4, \"thread\": 1}"))
                                .schedule()
                                .orElseThrow());
        assertThat(asked.turns()).containsExactly(new Turn(0, 2), new Turn(4, 1));
    }

    @Test
    void read_branchIsNull_countsAsMissing() {
        assertThat(control(branch("null")).schedule()).hasValue(schedule("int i;", 3));
    }

    @Test
    void read_branchIsNoObject_isRefused() {
        assertRefused(
                branch("7"),
                "badBranch",
                "branch must be an object with decision and thread; it is 7");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"thread\": 1}', decision, missing",
        "'{\"decision\": -1, \"thread\": 1}', decision, -1",
        "'{\"decision\": 1.5, \"thread\": 1}', decision, 1.5",
        "'{\"decision\": 1}', thread, missing",
        "'{\"decision\": 1, \"thread\": \"2\"}', thread, \"2\"",
        "'{\"decision\": 1, \"thread\": 1000001}', thread, 1000001"
    })
    void read_branchOutOfRange_isRefusedWithRangeAndActual(
            String branch, String field, String actual) {
        assertRefused(
                branch(branch),
                "badBranch",
                "branch." + field + " must be a whole number from 0 to 1,000,000; it is " + actual);
    }

    @Test
    void read_branchWithoutSchedule_isRefused() {
        assertRefused(
                "\"mode\": \"controlled\", \"branch\": {\"decision\": 0, \"thread\": 1}",
                "badBranch",
                "branch needs the mode \"controlled\" and a schedule to branch off; there is no"
                        + " schedule");
    }

    @Test
    void read_branchOfASearch_isRefused() {
        assertRefused(
                branch("{\"decision\": 0, \"thread\": 1}").replace("controlled", "explore"),
                "badBranch",
                "branch needs the mode \"controlled\" and a schedule to branch off; the mode is"
                        + " \"explore\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10000001", "-1", "1.5", "1e3", "\"100\"", "4294967297"})
    void read_maxSchedulesOutOfRange_isRefused(String max) {
        assertThat(
                        catchThrowableOfType(
                                Refused.class,
                                () -> read("\"mode\": \"explore\", \"maxSchedules\": " + max)))
                .returns("badMaxSchedules", Refused::code)
                .extracting(Refused::text)
                .asString()
                .startsWith("maxSchedules must be a whole number from 1 to 10,000,000; it is ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"true\"", "[]"})
    void read_countAllThatIsNoFlag_isRefused(String flag) {
        assertThat(
                        catchThrowableOfType(
                                Refused.class,
                                () -> read("\"mode\": \"explore\", \"countAll\": " + flag)))
                .returns("badCountAll", Refused::code)
                .extracting(Refused::text)
                .asString()
                .startsWith("countAll must be true or false; it is ");
    }

    @Test
    void read_longestSourceAndSchedule_fitIntoARequest() {
        String json =
                "{\"source\": \""
                        + "\\u0041".repeat(RunRequests.MAX_SOURCE_BYTES)
                        + "\", \"mode\": \"controlled\", \"schedule\": \""
                        + schedule("A".repeat(RunRequests.MAX_SOURCE_BYTES), Schedule.MAX_TURNS)
                        + "\"}";
        assertThat(json).hasSizeLessThanOrEqualTo(RunRequests.MAX_REQUEST_BYTES);
        assertThat(RunRequests.read(RunRequests.object(json), "somebody").mode())
                .isEqualTo(RunMode.CONTROLLED);
    }
}
