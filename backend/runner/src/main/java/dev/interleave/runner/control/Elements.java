package dev.interleave.runner.control;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The elements of one array, in one schedule: those that were used by themselves, and long ranges
/// that the JDK used as a whole, which have one cell each. Ranges don't overlap. An element that is
/// used by itself has a cell of its own from then on, to which what happened to its range has
/// happened.
final class Elements {
    /// Most are never touched.
    private static final int PAGE = 64;

    private static final Comparator<Range> BY_PLACE = Comparator.comparingInt(Range::from);

    private @Nullable Page[] pages = new @Nullable Page[0];
    private final List<Range> ranges = new ArrayList<>(0);

    private static final class Page {
        final @Nullable Cell[] cells;

        Page() {
            cells = new @Nullable Cell[PAGE];
        }
    }

    /// Elements from `from` to before `to`.
    private record Range(int from, int to, Cell cell) {
        boolean contains(int index) {
            return from <= index && index < to;
        }
    }

    /// Whether some have a cell together.
    boolean hasRanges() {
        return !ranges.isEmpty();
    }

    /// One element.
    Cell one(int index, int variable, Things things) {
        int number = index / PAGE;
        if (number >= pages.length) {
            pages = Arrays.copyOf(pages, number + 1);
        }
        Page page = pages[number];
        if (page == null) {
            page = new Page();
            pages[number] = page;
        }
        Cell cell = page.cells[index % PAGE];
        if (cell == null) {
            cell = first(index, variable, things);
            page.cells[index % PAGE] = cell;
        }
        return cell;
    }

    private Cell first(int index, int variable, Things things) {
        for (Range range : ranges) {
            if (range.contains(index)) {
                return range.cell.split(things);
            }
        }
        return new Cell(things.nextId(), variable);
    }

    /// The cells of all elements from `from` to before `to`.
    List<Cell> some(int from, int to, int variable, Things things) {
        var cells = new ArrayList<Cell>();
        if (to - from <= PAGE) {
            for (int index = from; index < to; index++) {
                cells.add(one(index, variable, things));
            }
            return cells;
        }
        cutAt(from, things);
        cutAt(to, things);
        ranges.sort(BY_PLACE);
        int at = from;
        for (Range range : List.copyOf(ranges)) {
            if (from <= range.from && range.to <= to) {
                addRange(at, range.from, variable, things);
                at = range.to;
            }
        }
        addRange(at, to, variable, things);
        for (Range range : ranges) {
            if (from <= range.from && range.to <= to) {
                cells.add(range.cell);
            }
        }
        for (int index = from; index < to; index++) {
            Page page = index / PAGE < pages.length ? pages[index / PAGE] : null;
            if (page == null) {
                index |= PAGE - 1; // the last of its page
            } else {
                Cell cell = page.cells[index % PAGE];
                if (cell != null) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    private void addRange(int from, int to, int variable, Things things) {
        if (from < to) {
            ranges.add(new Range(from, to, new Cell(things.nextId(), variable)));
        }
    }

    /// Sees to it that no range goes on beyond a place.
    private void cutAt(int place, Things things) {
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            if (range.from < place && place < range.to) {
                ranges.set(i, new Range(range.from, place, range.cell));
                ranges.add(new Range(place, range.to, range.cell.split(things)));
                return;
            }
        }
    }
}
