package dev.interleave.server.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.interleave.model.frame.WireException;
import dev.interleave.model.trace.Moment;
import dev.interleave.model.trace.Moment.Mover;
import dev.interleave.model.trace.Moment.Standing;
import dev.interleave.model.trace.Move;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

class MomentCheckTest {
    private static final int VARIABLES = 2;

    private final MomentCheck check = new MomentCheck(VARIABLES);

    private static Moment moment(int step, int chosen, Mover... changed) {
        return new Moment(step, chosen, List.of(changed));
    }

    private static Mover mover(int thread, Move move, int object, int operand, int line) {
        return new Mover(thread, Standing.READY, move, object, operand, line);
    }

    /// Of a run with one lane and one object.
    private void accept(Moment moment) {
        check.accept(moment, 1, 1);
    }

    @Test
    void accept_moments_areTaken() {
        accept(moment(1, 1, mover(1, Move.READS, 1, VARIABLES, 7)));
        accept(moment(3, 0, mover(0, Move.TIME, 0, 1, 0)));
        Moment last = moment(4, Moment.NOBODY, mover(1, Move.WRITES_ELEMENT, 1, 9_999, 7));
        assertThatCode(() -> accept(last)).doesNotThrowAnyException();
    }

    static Stream<Arguments> momentsThatCantBe() {
        return Stream.of(
                arguments(moment(0, 1), "step 0"),
                arguments(moment(1, 2), "thread that moves 2"),
                arguments(moment(1, -2), "thread that moves -2"),
                arguments(moment(1, 1, mover(2, Move.BEGINS, 0, 0, 0)), "mover 2"),
                arguments(moment(1, 1, mover(1, Move.ENTERS, 2, 0, 0)), "object of a mover 2"),
                arguments(moment(1, 1, mover(1, Move.READS, 1, 3, 0)), "operand of a mover 3"),
                arguments(moment(1, 1, mover(1, Move.JOINS, 0, 2, 0)), "operand of a mover 2"),
                arguments(moment(1, 1, mover(1, Move.BEGINS, 0, 0, -1)), "line of a mover -1"));
    }

    @ParameterizedTest
    @MethodSource("momentsThatCantBe")
    void accept_momentThatCantBe_isRefused(Moment moment, String what) {
        assertThatThrownBy(() -> accept(moment))
                .isInstanceOf(WireException.class)
                .hasMessage("a runner sent the " + what);
    }

    @Test
    void accept_momentsOutOfOrder_areRefused() {
        accept(moment(2, 1));
        assertThatThrownBy(() -> accept(moment(2, 1)))
                .isInstanceOf(WireException.class)
                .hasMessage("a runner sent the step 2");
    }

    @Test
    void accept_tooManyMoments_areRefused() {
        var changed = Collections.nCopies(Moment.MAX_CHANGES, mover(1, Move.CALLS, 0, 0, 1));
        accept(new Moment(1, 1, changed));
        assertThatThrownBy(() -> accept(new Moment(2, 1, changed)))
                .isInstanceOf(WireException.class)
                .hasMessageStartingWith("a runner sent the number of changes of movers");
    }
}
