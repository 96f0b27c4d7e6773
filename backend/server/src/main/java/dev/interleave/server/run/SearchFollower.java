package dev.interleave.server.run;

import dev.interleave.model.control.Control;
import dev.interleave.model.control.SearchSummary;
import dev.interleave.model.frame.WireException;
import dev.interleave.model.wire.RunnerReport.Scheduled;
import dev.interleave.model.wire.RunnerReport.Searched;
import dev.interleave.model.wire.RunnerReport.Searching;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Follows what a runner says of schedules, and believes only what can be. Confined to the run's
/// thread.
final class SearchFollower {
    /// Twice what an honest runner sends in the longest time, and some more.
    private static final int MAX_NEWS = 2 * 10 * 70;

    private final Optional<Control> control;
    private final RunListener listener;
    private @Nullable SearchSummary summary;
    private @Nullable String schedule;
    private boolean isOver;
    private int news;

    SearchFollower(Optional<Control> control, RunListener listener) {
        this.control = control;
        this.listener = listener;
    }

    void accept(Searching report) {
        requireSearch();
        news++;
        if (news > MAX_NEWS) {
            throw new WireException("a runner told of its search " + news + " times");
        }
        summary = report.summary();
        listener.searching(report.summary());
    }

    void accept(Searched report) {
        requireSearch();
        isOver = true;
        summary = report.summary();
    }

    /// Of several schedules, as when a search finds a better one, the last counts.
    void accept(Scheduled report) {
        if (control.isEmpty()) {
            throw new WireException("a live run has no schedule");
        }
        schedule = report.schedule();
    }

    private void requireSearch() {
        if (isOver || !control.map(Control::isSearch).orElse(false)) {
            throw new WireException("a runner searches that was not asked to");
        }
    }

    /// How the search came out, or how far it had come; empty without one.
    Optional<SearchSummary> summary() {
        return Optional.ofNullable(summary);
    }

    /// Which schedule the reported run followed, as far as that was told.
    Optional<String> schedule() {
        return Optional.ofNullable(schedule);
    }
}
