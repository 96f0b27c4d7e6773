package dev.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.trace.EventKind;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class TimelineTest {
    private final Timeline timeline = new Timeline();
    private final List<String> released = new ArrayList<>();

    @Test
    void release_lanesOneAfterTheOther_comeInOrderOfTime() {
        add(1, 10, 30, 50);
        add(2, 20, 40);
        assertThat(releasedUntil(100)).containsExactly("1@10", "2@20", "1@30", "2@40", "1@50");
    }

    @Test
    void release_laterThanTheMoment_isKeptForTheNext() {
        add(1, 10, 30);
        add(2, 20, 40);
        assertThat(releasedUntil(25)).containsExactly("1@10", "2@20");
        add(1, 35);
        assertThat(releasedUntil(38)).containsExactly("1@30", "1@35");
        assertThat(releasedUntil(100)).containsExactly("2@40");
    }

    @Test
    void release_sameTime_keepsTheOrderWithinALane() {
        add(1, 10, 10, 10);
        add(2, 5);
        assertThat(releasedUntil(10)).containsExactly("2@5", "1@10", "1@10", "1@10");
    }

    @Test
    void release_sortedAlready_keepsTheRest() {
        add(1, 10, 20, 30);
        assertThat(releasedUntil(20)).containsExactly("1@10", "1@20");
        add(2, 15);
        assertThat(releasedUntil(40)).containsExactly("2@15", "1@30");
    }

    @Test
    void release_unknownKind_isLeftOut() {
        timeline.add(10, 0xFFFF | 1L << 32, 0, 0);
        assertThat(releasedUntil(10)).isEmpty();
    }

    private void add(long lane, long... times) {
        for (long nanos : times) {
            timeline.add(nanos, EventKind.THREAD_YIELDED.code() | lane << 32, 0, 0);
        }
    }

    private List<String> releasedUntil(long nanos) {
        released.clear();
        timeline.release(nanos, event -> released.add(event.lane + "@" + event.nanos));
        return List.copyOf(released);
    }
}
