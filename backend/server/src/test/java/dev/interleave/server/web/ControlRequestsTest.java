package dev.interleave.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interleave.model.control.Control;
import dev.interleave.model.control.StrategyKind;
import dev.interleave.model.run.RunLimits;
import dev.interleave.server.run.Fingerprint;
import dev.interleave.server.run.RunMode;
import dev.interleave.server.run.RunRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class ControlRequestsTest {
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
                                10_000));
    }

    @Test
    void read_everyField_isTaken() {
        String fields =
                """
                "mode": "controlled", "seed": -9223372036854775808, "strategy": "surw",
                "schedule": "0badcafe.1-2", "maxSchedules": 10000000
                """;
        assertThat(control(fields))
                .isEqualTo(
                        new Control(
                                false,
                                Fingerprint.of("int i;"),
                                Long.MIN_VALUE,
                                StrategyKind.SURW,
                                Optional.of("0badcafe.1-2"),
                                10_000_000));
    }

    @Test
    void read_nulls_countAsMissing() {
        String nulls =
                ", \"seed\": null, \"strategy\": null, \"schedule\": null, \"maxSchedules\": null";
        assertThat(control("\"mode\": \"explore\"" + nulls))
                .isEqualTo(control("\"mode\": \"explore\""));
    }

    @Test
    void read_live_hasNoControl() {
        RunRequest request = read("\"mode\": \"live\", \"seed\": 42, \"schedule\": \"1.2\"");
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
                        + " \"dpor\"; it is \"clever\"");
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
    @ValueSource(strings = {"", "1 2", "1\\n2", "<1>", "ä", "%31"})
    void read_scheduleThatNoUrlMayHave_isRefused(String text) {
        assertRefused(
                "\"mode\": \"controlled\", \"schedule\": \"" + text + "\"",
                "badSchedule",
                "schedule must be letters, digits and punctuation that a URL may have; it is \""
                        + text
                        + "\"");
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

    @Test
    void read_longestSourceAndSchedule_fitIntoARequest() {
        String json =
                "{\"source\": \""
                        + "\\u0041".repeat(RunRequests.MAX_SOURCE_BYTES)
                        + "\", \"mode\": \"controlled\", \"schedule\": \""
                        + "1".repeat(Control.MAX_SCHEDULE_CHARACTERS)
                        + "\"}";
        assertThat(json).hasSizeLessThanOrEqualTo(RunRequests.MAX_REQUEST_BYTES);
        assertThat(RunRequests.read(RunRequests.object(json), "somebody").mode())
                .isEqualTo(RunMode.CONTROLLED);
    }
}
