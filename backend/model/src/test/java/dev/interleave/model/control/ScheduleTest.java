package dev.interleave.model.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.interleave.model.control.Schedule.Turn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class ScheduleTest {
    private static final Schedule SMALL =
            new Schedule("a-B_9", List.of(2, 3), List.of(new Turn(4, 1), new Turn(9, 0)));

    @Test
    void text_small_isThis() {
        assertThat(SMALL.text()).isEqualTo("1.a-B_9.AgIAAgIJCA");
    }

    @Test
    void branch_betweenTurns_leavesOutTheLaterOnes() {
        assertThat(SMALL.branch(new Turn(6, 2)))
                .isEqualTo(
                        new Schedule(
                                "a-B_9", List.of(2, 3), List.of(new Turn(4, 1), new Turn(6, 2))));
    }

    @Test
    void branch_atATurn_takesItsPlace() {
        assertThat(SMALL.branch(new Turn(4, 0)).turns()).containsExactly(new Turn(4, 0));
        assertThat(SMALL.branch(new Turn(0, 3)).turns()).containsExactly(new Turn(0, 3));
    }

    @Test
    void branch_inTurn_staysWhereItHasBegun() {
        var inTurn = new Schedule("a", List.of(), List.of(new Turn(1, 2)), 3);
        assertThat(inTurn.branch(new Turn(2, 1)).inTurnFrom()).isEqualTo(Schedule.NEVER);
        assertThat(inTurn.branch(new Turn(3, 1)))
                .isEqualTo(
                        new Schedule("a", List.of(), List.of(new Turn(1, 2), new Turn(3, 1)), 3));
    }

    @Test
    void text_inTurn_isOneNumberMore() {
        assertThat(new Schedule("", List.of(), List.of(), 5).text()).isEqualTo("1..AAAF");
    }

    @Test
    void text_nothing_isShort() {
        assertThat(new Schedule("", List.of(), List.of()).text()).isEqualTo("1..AAA");
    }

    @Test
    void text_threeThreads_oneByteATurn() {
        var turns = IntStream.range(0, 300).mapToObj(i -> new Turn(10 * i, i % 3)).toList();
        assertThat(new Schedule("", List.of(), turns).text()).hasSizeLessThan(300 * 4 / 3 + 12);
    }

    @Test
    void parse_text_sameSchedule() {
        for (int seed = 0; seed < 500; seed++) {
            Schedule schedule = random(new Random(seed));
            assertThat(Schedule.parse(schedule.text())).isEqualTo(schedule);
        }
    }

    @Test
    void parse_highestNumbers_sameSchedule() {
        int max = Integer.MAX_VALUE;
        var schedule =
                new Schedule("x", List.of(0, max), List.of(new Turn(0, max), new Turn(max, max)));
        assertThat(Schedule.parse(schedule.text())).isEqualTo(schedule);
    }

    @Test
    void parse_whiteSpaceAround_isIgnored() {
        assertThat(Schedule.parse(" " + SMALL.text() + "\n")).isEqualTo(SMALL);
    }

    @Test
    void parse_changedText_scheduleOfThatTextOrException() {
        var random = new Random(1);
        String text = random(random).text();
        for (int i = 0; i < 5_000; i++) {
            var changed = new StringBuilder(text);
            changed.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(96)));
            assertParsesOrRefuses(changed.toString().strip());
            assertParsesOrRefuses(text.substring(0, random.nextInt(text.length())));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|a schedule has 3 parts with dots between them; this has 1",
                "1.a.b.c|a schedule has 3 parts with dots between them; this has 4",
                "2.a.AAA|a schedule of version 1 starts with \"1.\"",
                "1.ä.AAA|the schedule's fingerprint is not up to 64 letters, digits, - and _",
                "1.a.A+A|the schedule's numbers are not base64url",
                "1.a.|the schedule ends too early",
                "1.a.AAE|the schedule ends too early",
                "1.a.AAAAAA|the schedule has 1 bytes too many",
                "1.a.AAA=|the schedule's numbers are not in their shortest form",
                "1.a.gAAA|the schedule's numbers are not in their shortest form",
                "1.a.AAEA|the schedule's highest thread can't be 0",
                "1.a._38|the schedule has 16383 shared variables; the limit is 10000",
                "1.a.AP__Aw|the schedule has 65535 turns; the limit is 20000",
                "1.a.Af______|the schedule ends too early",
                "1.a.____________|a number of the schedule has more than 63 bits",
                "1.a.AAIB_v___wf__________38|a decision of the schedule is too high"
            })
    void parse_notASchedule_saysWhy(String text, String why) {
        assertThatExceptionOfType(ScheduleException.class)
                .isThrownBy(() -> Schedule.parse(text))
                .withMessage(why);
    }

    @Test
    void parse_tooLong_refuses() {
        assertThatExceptionOfType(ScheduleException.class)
                .isThrownBy(() -> Schedule.parse("1.a." + "A".repeat(65_536)))
                .withMessage("the schedule has 65540 characters; the limit is 65536");
    }

    @Test
    void text_tooManyTurns_refuses() {
        var turns = IntStream.rangeClosed(0, 20_000).mapToObj(i -> new Turn(i, 1)).toList();
        var schedule = new Schedule("", List.of(), turns);
        assertThatExceptionOfType(ScheduleException.class)
                .isThrownBy(schedule::text)
                .withMessage("the schedule has 20001 turns; the limit is 20000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a b", "a/b", "é"})
    void schedule_fingerprintNotForUrls_refuses(String program) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule(program, List.of(), List.of()))
                .withMessage(
                        "a fingerprint is up to 64 letters, digits, - and _; it is " + program);
    }

    @Test
    void schedule_turnsNotAscending_refuses() {
        var turns = List.of(new Turn(3, 1), new Turn(3, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule("", List.of(), turns))
                .withMessage("turns must ascend from 0; 3 comes after 3");
    }

    private static void assertParsesOrRefuses(String text) {
        try {
            assertThat(Schedule.parse(text).text()).isEqualTo(text);
        } catch (ScheduleException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    private static Schedule random(Random random) {
        var shared = new ArrayList<Integer>();
        int variable = random.nextInt(5);
        for (int i = random.nextInt(20); i > 0; i--) {
            shared.add(variable);
            variable += 1 + random.nextInt(1 << random.nextInt(20));
        }
        var turns = new ArrayList<Turn>();
        int decision = random.nextInt(5);
        for (int i = random.nextInt(200); i > 0; i--) {
            turns.add(new Turn(decision, random.nextInt(1 << random.nextInt(10))));
            decision += 1 + random.nextInt(1 << random.nextInt(12));
        }
        return new Schedule("fp" + random.nextInt(1000), shared, turns);
    }
}
