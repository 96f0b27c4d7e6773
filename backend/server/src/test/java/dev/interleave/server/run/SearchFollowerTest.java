package dev.interleave.server.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.model.control.Control;
import dev.interleave.model.control.Extent;
import dev.interleave.model.control.SearchSummary;
import dev.interleave.model.control.StrategyKind;
import dev.interleave.model.frame.WireException;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.run.Finding;
import dev.interleave.model.wire.RunnerReport.Scheduled;
import dev.interleave.model.wire.RunnerReport.Searched;
import dev.interleave.model.wire.RunnerReport.Searching;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class SearchFollowerTest {
    private final Told told = new Told();

    private SearchFollower follower(boolean isSearch) {
        return new SearchFollower(
                Optional.of(
                        new Control(
                                isSearch,
                                "0badcafe",
                                0,
                                StrategyKind.PORTFOLIO,
                                Optional.empty(),
                                false,
                                10)),
                told);
    }

    private SearchFollower ofLiveRun() {
        return new SearchFollower(Optional.empty(), told);
    }

    private static SearchSummary after(long schedules) {
        return new SearchSummary(schedules, 0, 0, Extent.PART, 0, 0, false, -1, 5, "PCT");
    }

    @Test
    void accept_progress_isToldAndKept() {
        SearchFollower follower = follower(true);
        follower.accept(new Searching(after(7)));
        follower.accept(new Searching(after(9)));
        assertThat(told.searching).containsExactly(after(7), after(9));
        assertThat(follower.summary()).contains(after(9));
    }

    @Test
    void accept_end_replacesProgress() {
        SearchFollower follower = follower(true);
        follower.accept(new Searching(after(7)));
        follower.accept(new Searched(after(10)));
        assertThat(follower.summary()).contains(after(10));
        assertThat(told.searching).hasSize(1);
    }

    @Test
    void accept_nothing_isEmpty() {
        assertThat(follower(true).summary()).isEmpty();
        assertThat(follower(true).schedule()).isEmpty();
    }

    @Test
    void accept_severalSchedules_theLastCounts() {
        SearchFollower follower = follower(false);
        follower.accept(new Scheduled("a"));
        follower.accept(new Scheduled("b"));
        assertThat(follower.schedule()).contains("b");
    }

    @Test
    void accept_progressAfterTheEnd_isRefused() {
        SearchFollower follower = follower(true);
        follower.accept(new Searched(after(10)));
        assertThatThrownBy(() -> follower.accept(new Searching(after(11))))
                .isInstanceOf(WireException.class);
    }

    @Test
    void accept_secondEnd_isRefused() {
        SearchFollower follower = follower(true);
        follower.accept(new Searched(after(10)));
        assertThatThrownBy(() -> follower.accept(new Searched(after(10))))
                .isInstanceOf(WireException.class);
    }

    @Test
    void accept_searchThatNobodyAskedFor_isRefused() {
        assertThatThrownBy(() -> follower(false).accept(new Searching(after(1))))
                .isInstanceOf(WireException.class);
        assertThatThrownBy(() -> ofLiveRun().accept(new Searched(after(1))))
                .isInstanceOf(WireException.class);
    }

    @Test
    void accept_scheduleOfALiveRun_isRefused() {
        assertThatThrownBy(() -> ofLiveRun().accept(new Scheduled("a")))
                .isInstanceOf(WireException.class);
    }

    @Test
    void accept_floodOfProgress_isRefused() {
        SearchFollower follower = follower(true);
        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 10_000; i++) {
                                follower.accept(new Searching(after(i)));
                            }
                        })
                .isInstanceOf(WireException.class);
        assertThat(told.searching).hasSizeLessThan(2_000);
    }

    /// Remembers how a search goes.
    private static final class Told implements RunListener {
        private final List<SearchSummary> searching = new ArrayList<>();

        @Override
        public void queued(int position) {}

        @Override
        public void compiling() {}

        @Override
        public void compiled(List<Diagnostic> diagnostics) {}

        @Override
        public void started(String id, RunMode mode) {}

        @Override
        public void searching(SearchSummary soFar) {
            searching.add(soFar);
        }

        @Override
        public void traced(ByteBuffer frames) {}

        @Override
        public void found(Finding finding) {}

        @Override
        public void ended(RunSummary summary) {}
    }
}
