package dev.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;

import org.junit.jupiter.api.Test;

import java.util.List;

class DataRacesTest {
    private static final String MEANWHILE = "; nothing orders the two.";

    @Test
    void end_race_isToldWithValuesAndStacks() {
        Finding found =
                found(
                        """
                        T1 | start T2 | write 5 X | .
                        T2 | .        | begin     | read 5 X
                        """);
        assertThat(found)
                .isEqualTo(
                        new Finding(
                                FindingKind.DATA_RACE,
                                "T1 writes count at line 11, and T2 reads it at line 22"
                                        + MEANWHILE,
                                List.of(11, 22),
                                List.of(1, 2),
                                List.of(
                                        new Finding.Access(
                                                1,
                                                11,
                                                true,
                                                "5",
                                                List.of(),
                                                List.of(new Finding.Call("T1.run", 11))),
                                        new Finding.Access(
                                                2,
                                                22,
                                                false,
                                                "5",
                                                List.of(),
                                                List.of(new Finding.Call("T2.run", 22)))),
                                "T1 has started T2 before it writes count: only what it does before"
                                        + " the start is ordered with what T2 does. Move it before the"
                                        + " start, or guard both with the same lock, or make it"
                                        + " volatile."));
    }

    @Test
    void end_noRace_tellsNothing() {
        assertThat(
                        Grid.of(
                                        """
                                        T1 | enter A | write 5 X | exit A
                                        T2 | .       | .         | .      | enter A | read 5 X | exit A
                                        """)
                                .ended(FindingKind.DATA_RACE))
                .isEmpty();
    }

    @Test
    void end_onlyOneHoldsALock_saysWhichOne() {
        Finding found =
                found(
                        """
                        T1 | enter A | write 5 X | exit A
                        T2 | .       | .         | .      | read 5 X
                        """);
        assertThat(found.advice())
                .isEqualTo("T1 holds A there, T2 holds no lock: guard both with A.");
        assertThat(found.accesses())
                .extracting(Finding.Access::holds)
                .containsExactly(List.of("A"), List.of());
    }

    @Test
    void end_lockGivenUpBefore_holdsNoLock() {
        assertThat(
                        found(
                                        """
                                        T1 | enter A | exit A  | write 5 X
                                        T2 | .       | .       | .         | enter B | exit B | read 5 X
                                        """)
                                .accesses())
                .extracting(Finding.Access::holds)
                .containsExactly(List.of(), List.of());
    }

    @Test
    void end_differentLocks_saysThatTheyAreTwo() {
        assertThat(
                        advice(
                                """
                                T1 | enter A | write 5 X | exit A
                                T2 | .       | .         | .      | lock B | read 5 X | unlock B
                                """))
                .isEqualTo(
                        "T1 holds A there, T2 holds B: different locks don't keep them apart. Guard"
                                + " both with the same one.");
    }

    @Test
    void end_bothHoldTheReadLock_saysThatTheWriteLockIsNeeded() {
        assertThat(
                        advice(
                                """
                                T1 | readlock A | write 5 X | readunlock A
                                T2 | .          | readlock A | read 5 X | readunlock A
                                """))
                .isEqualTo(
                        "Both hold A there, but as readers, who don't keep each other out: whoever"
                                + " writes needs its write lock.");
    }

    @Test
    void end_readThenWrittenAtOnePlace_advisesAnAtomic() {
        assertThat(
                        advice(
                                """
                                T1 | add 5 X | .
                                T2 | .       | add 6 X
                                """))
                .isEqualTo(
                        "T1 reads count and then writes it, with no lock around the two: do both"
                                + " under one lock, or make it an AtomicInteger.");
    }

    @Test
    void end_readAndThenWrittenElsewhere_advisesAnAtomicToo() {
        assertThat(
                        advice(
                                """
                                T1 | read 0 X | write 1 X | .
                                T2 | .        | .         | write 6 X
                                """))
                .startsWith("T1 reads count and then writes it, with no lock around the two");
    }

    @Test
    void end_readAgainAndAgainAtOnePlace_advisesVolatile() {
        assertThat(
                        advice(
                                """
                                T1 | .          | .         | write 1 X | .
                                T2 | look 0 X   | look 0 X  | .         | .
                                """))
                .isEqualTo(
                        "T2 looks at count again and again, and nothing lets it see what T1 writes:"
                                + " make it volatile.");
    }

    @Test
    void end_otherHasEndedAndWasNotJoined_advisesAJoin() {
        assertThat(
                        advice(
                                """
                                T1 | start T2 | .         | .    | read 5 X
                                T2 | .        | write 5 X | end! | .
                                """))
                .isEqualTo(
                        "T2 has ended by then, but T1 has not joined it: join it first, or guard"
                                + " both with the same lock, or make it volatile.");
    }

    @Test
    void end_otherGoesOn_advisesToWaitForIt() {
        assertThat(
                        advice(
                                """
                                T1 | start T2 | .         | read 5 X
                                T2 | .        | write 5 X | .        | end!
                                """))
                .isEqualTo(
                        "T1 does not wait for the end of T2 before it reads count: join it first,"
                                + " or guard both with the same lock, or make it volatile.");
    }

    @Test
    void end_brothers_advisesALock() {
        assertThat(
                        advice(
                                """
                                T1 | start T2 | start T3
                                T2 | .        | .        | write 5 X
                                T3 | .        | .        | .         | write 6 X
                                """))
                .isEqualTo(
                        "Neither holds a lock there: guard both with the same lock, or make it"
                                + " volatile.");
    }

    @Test
    void end_sameTwoPlacesAgain_isToldOnce() {
        assertThat(
                        Grid.of(
                                        """
                                        T1 | put 5 X | put 5 Y
                                        T2 | .       | .       | look 5 X | look 5 Y
                                        """)
                                .ended(FindingKind.DATA_RACE))
                .hasSize(1);
    }

    private static String advice(String drawing) {
        return found(drawing).advice();
    }

    private static Finding found(String drawing) {
        List<Finding> found = Grid.of(drawing).ended(FindingKind.DATA_RACE);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
