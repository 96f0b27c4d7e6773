package dev.interleave.analysis.races;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.analysis.races.Race.Access;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class RaceDetectorTest {
    private static final int SOME = 7; // a site that no test asks about

    private final List<Race> found = new ArrayList<>();
    private final RaceDetector detector = new RaceDetector(found::add);
    private final VariableState x = new VariableState();
    private final SyncState m = new SyncState();

    @Test
    void write_afterAnUnorderedWrite_isARace() {
        detector.write(1, x, 10);
        detector.write(2, x, 20);
        assertThat(found)
                .containsExactly(new Race(x, new Access(1, 10, true), new Access(2, 20, true)));
    }

    @Test
    void read_afterAnUnorderedWrite_isARace() {
        detector.write(1, x, 10);
        detector.read(2, x, 20);
        assertThat(found)
                .containsExactly(new Race(x, new Access(1, 10, true), new Access(2, 20, false)));
    }

    @Test
    void write_afterAnUnorderedRead_isARace() {
        detector.read(1, x, 10);
        detector.write(2, x, 20);
        assertThat(found)
                .containsExactly(new Race(x, new Access(1, 10, false), new Access(2, 20, true)));
    }

    @Test
    void read_unorderedReadsOnly_isNone() {
        detector.read(1, x, SOME);
        detector.read(2, x, SOME);
        detector.read(3, x, SOME);
        assertThat(found).isEmpty();
    }

    @Test
    void write_bySameThread_isNone() {
        detector.write(1, x, SOME);
        detector.read(1, x, SOME);
        detector.write(1, x, SOME);
        assertThat(found).isEmpty();
    }

    @Test
    void write_guardedByOneLock_isNone() {
        for (int thread : new int[] {1, 2, 1, 3}) {
            detector.acquire(thread, m);
            detector.read(thread, x, SOME);
            detector.write(thread, x, SOME);
            detector.release(thread, m);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void write_guardedByTwoLocks_isARace() {
        var other = new SyncState();
        detector.acquire(1, m);
        detector.write(1, x, 10);
        detector.release(1, m);
        detector.acquire(2, other);
        detector.write(2, x, 20);
        detector.release(2, other);
        assertThat(found).hasSize(1);
    }

    @Test
    void write_afterTheRelease_isNotToldByIt() {
        detector.release(1, m);
        detector.write(1, x, 10);
        detector.acquire(2, m);
        detector.read(2, x, 20);
        assertThat(found).hasSize(1);
    }

    @Test
    void acquire_beforeTheRelease_ordersNothing() {
        detector.write(1, x, 10);
        detector.acquire(2, m);
        detector.release(1, m);
        detector.write(2, x, 20);
        assertThat(found).hasSize(1);
    }

    @Test
    void release_bySeveral_tellsWhatAllKnew() {
        var y = new VariableState();
        detector.write(1, x, SOME);
        detector.release(1, m);
        detector.write(2, y, SOME);
        detector.release(2, m);
        detector.acquire(3, m);
        detector.read(3, x, SOME);
        detector.read(3, y, SOME);
        assertThat(found).isEmpty();
    }

    @Test
    void acquire_byOneWhoKnowsOnlyTheLastTeller_learnsOfAll() {
        var other = new SyncState();
        detector.write(1, x, SOME);
        detector.release(1, m);
        detector.release(2, m); // thread 2 does not know what thread 1 told
        detector.release(2, other);
        detector.acquire(3, other);
        detector.acquire(3, m);
        detector.read(3, x, SOME);
        assertThat(found).isEmpty();
    }

    @Test
    void acquire_throughAThird_isTransitive() {
        var other = new SyncState();
        detector.write(1, x, SOME);
        detector.release(1, m);
        detector.acquire(2, m);
        detector.release(2, other);
        detector.acquire(3, other);
        detector.write(3, x, SOME);
        assertThat(found).isEmpty();
    }

    @Test
    void started_whatTheParentDidBefore_isOrdered() {
        detector.write(1, x, SOME);
        detector.started(1, 2);
        detector.write(2, x, SOME);
        assertThat(found).isEmpty();
    }

    @Test
    void started_whatTheParentDoesAfter_isNot() {
        detector.started(1, 2);
        detector.write(1, x, 10);
        detector.write(2, x, 20);
        assertThat(found).hasSize(1);
    }

    @Test
    void started_siblings_areNotOrdered() {
        detector.started(1, 2);
        detector.write(2, x, 20);
        detector.started(1, 3);
        detector.write(3, x, 30);
        assertThat(found).hasSize(1);
    }

    @Test
    void joined_allTheEndedDid_isOrdered() {
        detector.started(1, 2);
        detector.write(2, x, SOME);
        detector.release(2, m);
        detector.write(2, x, SOME);
        detector.joined(1, 2);
        detector.write(1, x, SOME);
        assertThat(found).isEmpty();
    }

    /// The paper's example of a variable whose reads are shared, and exclusive again.
    @Test
    void write_afterAllReadersWereJoined_isNone() {
        detector.write(1, x, SOME);
        detector.started(1, 2);
        detector.started(1, 3);
        detector.read(2, x, SOME);
        detector.read(3, x, SOME);
        detector.joined(1, 2);
        detector.joined(1, 3);
        detector.write(1, x, SOME);
        detector.read(1, x, SOME);
        assertThat(found).isEmpty();
    }

    @Test
    void write_afterAllReadersButOneWereJoined_isARaceWithThatOne() {
        detector.started(1, 2);
        detector.started(1, 3);
        detector.read(2, x, 20);
        detector.read(3, x, 30);
        detector.joined(1, 2);
        detector.write(1, x, 10);
        assertThat(found)
                .containsExactly(new Race(x, new Access(3, 30, false), new Access(1, 10, true)));
    }

    @Test
    void write_readerReadAgainLater_isARaceWithItsLastRead() {
        detector.read(2, x, 20);
        detector.read(3, x, 30);
        detector.release(2, m);
        detector.release(3, m);
        detector.read(2, x, 21);
        detector.acquire(1, m);
        detector.write(1, x, 10);
        assertThat(found)
                .containsExactly(new Race(x, new Access(2, 21, false), new Access(1, 10, true)));
    }

    @Test
    void read_afterAWriteThatCameAfterSharedReads_needsOnlyTheWrite() {
        detector.read(1, x, SOME);
        detector.read(2, x, SOME);
        detector.release(1, m);
        detector.release(2, m);
        detector.acquire(3, m);
        detector.write(3, x, SOME);
        detector.release(3, m);
        detector.acquire(4, m);
        detector.read(4, x, SOME);
        detector.write(4, x, SOME);
        assertThat(found).isEmpty();
    }

    @Test
    void write_twoReadersUnderAReadLock_isARace() {
        var writers = new SyncState();
        var readers = new SyncState();
        for (int thread = 1; thread <= 2; thread++) {
            detector.acquire(thread, writers);
            detector.write(thread, x, thread);
            detector.release(thread, readers);
        }
        assertThat(found).hasSize(1);
    }

    @Test
    void write_onAVariableKnownToBeRacy_isNotToldAgain() {
        detector.write(1, x, 10);
        detector.write(2, x, 20);
        detector.write(1, x, 10);
        detector.read(3, x, 30);
        assertThat(found).hasSize(1);
    }

    @Test
    void write_twoVariables_areToldEach() {
        var y = new VariableState();
        detector.write(1, x, 10);
        detector.write(1, y, 11);
        detector.write(2, y, 20);
        detector.read(2, x, 21);
        assertThat(found).extracting(Race::variable).containsExactly(y, x);
    }

    @Test
    void isShared_oneThread_isFalse() {
        detector.write(1, x, SOME);
        detector.read(1, x, SOME);
        assertThat(x.isShared()).isFalse();
    }

    @Test
    void isShared_orderedAccessByAnother_isTrue() {
        detector.write(1, x, SOME);
        detector.started(1, 2);
        detector.read(2, x, SOME);
        assertThat(x.isShared()).isTrue();
    }

    @Test
    void write_manyThreads_areAllTold() {
        for (int child = 2; child <= 1000; child++) {
            detector.started(1, child);
            detector.acquire(child, m);
            detector.write(child, x, SOME);
            detector.release(child, m);
        }
        detector.write(1, x, 10);
        assertThat(found)
                .containsExactly(
                        new Race(x, new Access(1000, SOME, true), new Access(1, 10, true)));
    }

    @Test
    void looked_writtenMeanwhile_isNone() {
        detector.looks(1);
        detector.read(1, x, SOME);
        detector.write(2, x, SOME);
        detector.read(1, x, SOME);
        detector.looked(1, false);
        detector.write(2, x, SOME);
        assertThat(found).isEmpty();
    }

    @Test
    void looked_writtenLater_isNone() {
        detector.looks(1);
        detector.read(1, x, SOME);
        detector.looked(1, true);
        detector.write(2, x, SOME);
        assertThat(found).isEmpty();
    }

    @Test
    void looked_writtenBeforeInNoOrder_isARace() {
        detector.write(2, x, 20);
        detector.looks(1);
        detector.read(1, x, 10);
        detector.looked(1, true);
        assertThat(found)
                .containsExactly(new Race(x, new Access(2, 20, true), new Access(1, 10, false)));
    }

    @Test
    void looked_never_isARead() {
        detector.looks(1);
        detector.read(1, x, 10);
        detector.release(1, m);
        detector.write(2, x, 20);
        assertThat(found)
                .containsExactly(new Race(x, new Access(1, 10, false), new Access(2, 20, true)));
    }

    @Test
    void looked_neverAndLearnsLater_isARead() {
        detector.looks(1);
        detector.read(1, x, 10);
        detector.write(2, x, 20);
        detector.joined(1, 2);
        detector.ended(1);
        assertThat(found)
                .containsExactly(new Race(x, new Access(2, 20, true), new Access(1, 10, false)));
    }

    @Test
    void looked_neverButOrdered_isNone() {
        detector.looks(1);
        detector.read(1, x, SOME);
        detector.release(1, m);
        detector.acquire(2, m);
        detector.write(2, x, SOME);
        assertThat(found).isEmpty();
    }

    @Test
    void takeAfter_part_hasTheSamePast() {
        detector.write(1, x, 10);
        detector.read(1, x, 11);
        var part = new VariableState();
        part.takeAfter(x);
        detector.read(2, part, 20);
        assertThat(found)
                .containsExactly(new Race(part, new Access(1, 10, true), new Access(2, 20, false)));
    }

    @Test
    void write_threadZero_isRefused() {
        assertThatThrownBy(() -> detector.write(0, x, SOME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("thread must be 1 or more; it is 0");
    }
}
