package dev.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;

import org.junit.jupiter.api.Test;

import java.util.List;

class PinnedCarriersTest {
    @Test
    void accept_pinnedForLong_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                V1 | begin | pin | .   | unpin
                                """)
                        .ended(FindingKind.PINNED_CARRIER);
        assertThat(found)
                .containsExactly(
                        new Finding(
                                FindingKind.PINNED_CARRIER,
                                "V1 waits, but can't let its carrier go meanwhile, so no other"
                                        + " virtual thread runs there: native code is on its stack,"
                                        + " such as that which initialises a class.",
                                List.of(11),
                                List.of(1)));
    }

    @Test
    void look_pinnedAndNeverGoesOn_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                V1 | begin | pin
                                """)
                        .later(FindingKind.PINNED_CARRIER);
        assertThat(found).hasSize(1);
    }

    @Test
    void end_pinnedAndNeverGoesOn_isTold() {
        List<Finding> found =
                Grid.of(
                                """
                                V1 | begin | pin
                                """)
                        .stopped(FindingKind.PINNED_CARRIER);
        assertThat(found).hasSize(1);
    }

    @Test
    void accept_pinnedAgainAtAnotherPlace_isToldAgain() {
        List<Finding> found =
                Grid.of(
                                """
                                V1 | pin | .   | .     | unpin | pin | .   | .   | unpin
                                """)
                        .stopped(FindingKind.PINNED_CARRIER);
        assertThat(found).hasSize(2);
    }

    @Test
    void accept_pinnedForAShortTime_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                V1 | begin | pin | unpin | pin | unpin
                                """)
                        .ended(FindingKind.PINNED_CARRIER);
        assertThat(found).isEmpty();
    }

    @Test
    void accept_waitsWithoutBeingPinned_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                V1 | begin | park
                                """)
                        .stopped(FindingKind.PINNED_CARRIER);
        assertThat(found).isEmpty();
    }

    @Test
    void accept_unpinnedOnly_isNotTold() {
        List<Finding> found =
                Grid.of(
                                """
                                V1 | begin | .   | .  | unpin
                                """)
                        .stopped(FindingKind.PINNED_CARRIER);
        assertThat(found).isEmpty();
    }
}
