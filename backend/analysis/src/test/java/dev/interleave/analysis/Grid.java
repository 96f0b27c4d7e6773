package dev.interleave.analysis;

import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Operation;

import java.util.ArrayList;
import java.util.List;

/// A trace drawn as text: one row a lane, time runs right, a cell is one event or `.` for none.
///
/// Lanes are T1, T2, …; objects are capital letters, A is object 1. `call method A` and `end method
/// A` are a call of the operation table.
final class Grid {
    private final LaneStates states = new LaneStates();

    private Grid() {}

    static LaneStates of(String drawing) {
        var grid = new Grid();
        List<List<String>> rows = new ArrayList<>();
        for (String line : drawing.strip().lines().toList()) {
            List<String> cells = List.of(line.split("\\|", -1));
            rows.add(cells.subList(1, cells.size()).stream().map(String::strip).toList());
            grid.states.opened(rows.size());
        }
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows.size(); row++) {
                if (column < rows.get(row).size() && !rows.get(row).get(column).equals(".")) {
                    grid.cell(rows.get(row).get(column), row + 1, column);
                }
            }
        }
        return grid.states;
    }

    private void cell(String text, int lane, int column) {
        String[] words = text.split(" ", -1);
        String last = words[words.length - 1];
        int object = last.matches("[A-Z]") ? last.charAt(0) - 'A' + 1 : 0;
        int target = last.matches("T\\d") ? last.charAt(1) - '0' : 0;
        switch (words[0]) {
            case "begin" -> event(EventKind.THREAD_BEGAN, 0, lane, 0, 0, column);
            case "end!" -> event(EventKind.THREAD_ENDED, 0, lane, 0, 0, column);
            case "want" -> event(EventKind.MONITOR_ENTER_BEGAN, 0, lane, object, 0, column);
            case "enter" -> {
                event(EventKind.MONITOR_ENTER_BEGAN, 0, lane, object, 0, column);
                event(EventKind.MONITOR_ENTERED, 0, lane, object, 0, column);
            }
            case "exit" -> event(EventKind.MONITOR_EXITED, 0, lane, object, 0, column);
            case "wait" -> event(EventKind.MONITOR_WAIT_BEGAN, 0, lane, object, 0, column);
            case "timedwait" -> event(EventKind.MONITOR_WAIT_BEGAN, 0, lane, object, 1_000, column);
            case "join" -> event(EventKind.JOIN_BEGAN, 0, lane, 0, target, column);
            case "sleep" -> event(EventKind.SLEEP_BEGAN, 0, lane, 0, 1_000, column);
            case "park" -> event(EventKind.PARK_BEGAN, 0, lane, 0, 0, column);
            case "unpark" -> event(EventKind.UNPARKED, 0, lane, 0, target, column);
            case "interrupt" -> event(EventKind.THREAD_INTERRUPTED, 0, lane, 0, target, column);
            case "lock" -> {
                event(EventKind.LOCK_BEGAN, operation("lock"), lane, object, 0, column);
                event(EventKind.LOCK_ACQUIRED, operation("lock"), lane, object, 0, column);
            }
            case "locking" -> {
                event(EventKind.LOCK_BEGAN, operation("lock"), lane, object, 0, column);
                event(EventKind.PARK_BEGAN, 0, lane, 0, 0, column);
            }
            case "unlock" ->
                    event(EventKind.LOCK_RELEASED, operation("unlock"), lane, object, 0, column);
            case "call" -> {
                event(EventKind.CALL_BEGAN, operation(words[1]), lane, object, 0, column);
                event(EventKind.PARK_BEGAN, 0, lane, 0, 0, column);
            }
            default -> throw new IllegalArgumentException(text);
        }
    }

    private void event(
            EventKind kind, int operation, int lane, int object, long argument, int column) {
        states.accept(kind, operation, lane, object, 10 * lane + column, argument, column);
    }

    private static int operation(String method) {
        return Operation.ALL.stream()
                .filter(row -> row.method().equals(method))
                .findFirst()
                .orElseThrow()
                .number();
    }

    /// Names as drawn; a site's number is its line.
    static final Names NAMES =
            new Names() {
                @Override
                public String lane(int lane) {
                    return "T" + lane;
                }

                @Override
                public String object(int object) {
                    return String.valueOf((char) ('A' + object - 1));
                }

                @Override
                public int line(int site) {
                    return site;
                }
            };
}
