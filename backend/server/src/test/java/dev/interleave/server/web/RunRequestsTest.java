package dev.interleave.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interleave.model.run.RunLimits;
import dev.interleave.server.run.RunRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;

import java.util.Optional;

class RunRequestsTest {
    private static RunRequest read(String json) {
        return RunRequests.read(RunRequests.object(json), "somebody");
    }

    private static RunRequest readSource(String source) {
        return RunRequests.read(Json.object().put("source", source), "somebody");
    }

    private static void assertRefused(String json, int status, String code, String text) {
        assertThat(catchThrowableOfType(Refused.class, () -> read(json)))
                .returns(status, Refused::status)
                .returns(code, Refused::code)
                .returns(text, Refused::text);
    }

    @Test
    void read_sourceAlone_getsTheDefaultLimits() {
        assertThat(read("{\"source\": \"int i;\"}"))
                .isEqualTo(
                        new RunRequest(
                                "somebody", "int i;", false, Optional.empty(), RunLimits.DEFAULT));
    }

    @Test
    void read_everyField_isTaken() {
        assertThat(read("{\"source\": \";\", \"mode\": \"live\", \"wallMillis\": 100}").limits())
                .isEqualTo(RunLimits.DEFAULT.withWallMillis(100));
    }

    @Test
    void read_nullsForWhatIsOptional_countAsMissing() {
        assertThat(read("{\"source\": \";\", \"mode\": null, \"wallMillis\": null}").limits())
                .isEqualTo(RunLimits.DEFAULT);
    }

    @Test
    void read_unknownField_isIgnored() {
        assertThat(read("{\"source\": \";\", \"colour\": \"red\"}").source()).isEqualTo(";");
    }

    @Test
    void read_longestWall_isTaken() {
        assertThat(read("{\"source\": \";\", \"wallMillis\": 60000}").limits().wallMillis())
                .isEqualTo(60_000);
    }

    @Test
    void object_notJson_isRefused() {
        assertThat(catchThrowableOfType(Refused.class, () -> RunRequests.object("{\"source\"")))
                .returns(400, Refused::status)
                .returns("notJson", Refused::code)
                .extracting(Refused::text)
                .asString()
                .startsWith("the request is not JSON: ");
    }

    @Test
    void object_array_isRefused() {
        assertRefused("[]", 400, "notJson", "the request must be a JSON object");
    }

    @Test
    void object_nothing_isRefused() {
        assertRefused("", 400, "notJson", "the request must be a JSON object");
    }

    @Test
    void object_nestedWithoutEnd_isRefused() {
        assertThat(
                        catchThrowableOfType(
                                Refused.class,
                                () -> RunRequests.object("{\"a\":" + "[".repeat(300_000))))
                .returns("notJson", Refused::code);
    }

    @Test
    void read_noSource_isRefused() {
        assertRefused("{}", 400, "noSource", "source must be a text; it is missing");
    }

    @Test
    void read_sourceIsANumber_isRefused() {
        assertRefused("{\"source\": 7}", 400, "noSource", "source must be a text; it is 7");
    }

    @Test
    void read_sourceIsNull_isRefused() {
        assertRefused("{\"source\": null}", 400, "noSource", "source must be a text; it is null");
    }

    @Test
    void read_sourceIsAnArray_isRefused() {
        assertRefused(
                "{\"source\": [\";\"]}", 400, "noSource", "source must be a text; it is an array");
    }

    @Test
    void read_blankSource_isRefused() {
        assertRefused(
                "{\"source\": \" \\n\\t\"}",
                400,
                "emptySource",
                "source is empty; there is nothing to run");
    }

    @Test
    void read_sourceWithNul_isRefused() {
        assertRefused(
                "{\"source\": \"ab\\u0000\"}",
                400,
                "badCharacter",
                "source has a NUL character at position 3; Java text has none");
    }

    @Test
    void read_longestSource_isTaken() {
        String source = "x".repeat(65_536);

        assertThat(readSource(source).source()).isEqualTo(source);
    }

    @Test
    void read_sourceOneByteTooLong_isRefused() {
        assertThat(catchThrowableOfType(Refused.class, () -> readSource("x".repeat(65_537))))
                .returns(413, Refused::status)
                .returns("sourceTooLong", Refused::code)
                .returns("source is 65,537 bytes; the limit is 65,536", Refused::text);
    }

    @Test
    void read_longestSourceOfTwoByteLetters_isTaken() {
        String source = "é".repeat(32_768);

        assertThat(readSource(source).source()).isEqualTo(source);
    }

    @Test
    void read_fewLettersOfManyBytes_isRefused() {
        assertThat(catchThrowableOfType(Refused.class, () -> readSource("é".repeat(32_769))))
                .returns("source is 65,538 bytes; the limit is 65,536", Refused::text);
    }

    @Test
    void read_longestSourceAllEscaped_fitsIntoARequest() {
        String json = "{\"source\": \"" + "\\u0041".repeat(65_536) + "\"}";

        assertThat(json).hasSizeLessThanOrEqualTo(RunRequests.MAX_REQUEST_BYTES);
        assertThat(read(json).source()).hasSize(65_536);
    }

    @Test
    void read_unknownMode_isRefused() {
        assertRefused(
                "{\"source\": \";\", \"mode\": \"fast\"}",
                400,
                "unknownMode",
                "mode must be one of \"live\", \"controlled\", \"explore\"; it is \"fast\"");
    }

    @Test
    void read_modeIsAnObject_isRefused() {
        assertRefused(
                "{\"source\": \";\", \"mode\": {}}",
                400,
                "unknownMode",
                "mode must be one of \"live\", \"controlled\", \"explore\"; it is an object");
    }

    @Test
    void read_longUnknownMode_isToldShortened() {
        assertRefused(
                "{\"source\": \";\", \"mode\": \"" + "m".repeat(1_000) + "\"}",
                400,
                "unknownMode",
                "mode must be one of \"live\", \"controlled\", \"explore\"; it is \""
                        + "m".repeat(39)
                        + "…");
    }

    @Test
    void read_wallTooShort_isRefused() {
        assertRefused(
                "{\"source\": \";\", \"wallMillis\": 99}",
                400,
                "badWallMillis",
                "wallMillis must be a whole number from 100 to 60,000; it is 99");
    }

    @Test
    void read_wallTooLong_isRefused() {
        assertRefused(
                "{\"source\": \";\", \"wallMillis\": 60001}",
                400,
                "badWallMillis",
                "wallMillis must be a whole number from 100 to 60,000; it is 60001");
    }

    @Test
    void read_wallBeyondInt_isRefused() {
        assertRefused(
                "{\"source\": \";\", \"wallMillis\": 4294977296}",
                400,
                "badWallMillis",
                "wallMillis must be a whole number from 100 to 60,000; it is 4294977296");
    }

    @Test
    void read_wallIsAFraction_isRefused() {
        assertRefused(
                "{\"source\": \";\", \"wallMillis\": 1000.5}",
                400,
                "badWallMillis",
                "wallMillis must be a whole number from 100 to 60,000; it is 1000.5");
    }

    @Test
    void read_wallIsAText_isRefused() {
        assertRefused(
                "{\"source\": \";\", \"wallMillis\": \"1000\"}",
                400,
                "badWallMillis",
                "wallMillis must be a whole number from 100 to 60,000; it is \"1000\"");
    }

    @Test
    @DefaultLocale("de-DE")
    void read_germanServer_tellsNumbersAlike() {
        assertThat(catchThrowableOfType(Refused.class, () -> readSource("x".repeat(65_537))))
                .returns("source is 65,537 bytes; the limit is 65,536", Refused::text);
    }
}
