package dev.interleave.analysis;

import dev.interleave.model.run.Finding;
import dev.interleave.model.run.FindingKind;
import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.Operation;
import dev.interleave.model.trace.Role;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// A trace drawn as text: one row a lane, time runs right, a cell is one event or `.` for none, and
/// [#COLUMN_NANOS] wide.
///
/// Lanes are T1, T2, …; V2 is a virtual thread and P2 one that a pool started. Objects are capital
/// letters, A is object 1, and F is a `ForkJoinPool`. The line of an event is ten times its lane
/// and its column. `call method A` and `back method A` are a call of the operation table. `read 5
/// X` and `write 5 X` are accesses to the field `count` of an object, as are `look` and `put`,
/// which are always at line ten times the lane; `add 5 X` is both. Races are those that [Accesses]
/// finds.
final class Grid implements Names, Surroundings {
    static final long COLUMN_NANOS = 10_000_000;

    private final LaneStates states = new LaneStates();
    private final Accesses accesses = new Accesses();
    private final Analysis analysis = new Analysis(this, this, accesses.evidence);
    private final List<String> labels = new ArrayList<>();
    private IntFunction<Thread.State> stateOf = _ -> Thread.State.WAITING;
    private int columns;
    private boolean hasLookedBeforeWaits;

    private Grid(String drawing) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : drawing.strip().lines().toList()) {
            List<String> cells = List.of(line.split("\\|", -1));
            rows.add(cells.subList(1, cells.size()).stream().map(String::strip).toList());
            labels.add(cells.getFirst().strip());
            states.opened(rows.size());
            analysis.opened(rows.size());
        }
        columns = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows.size(); row++) {
                if (column < rows.get(row).size() && !rows.get(row).get(column).equals(".")) {
                    cell(rows.get(row).get(column).split(" ", -1), row + 1, column);
                }
            }
        }
    }

    static Grid of(String drawing) {
        return new Grid(drawing);
    }

    /// All waits have looked, under the lock, whether what they wait for is true already.
    Grid withWaitsThatLooked() {
        hasLookedBeforeWaits = true;
        return this;
    }

    LaneStates states() {
        return states;
    }

    DeadlockDetector deadlocks() {
        return new DeadlockDetector(states, this, this);
    }

    /// The same, where the virtual machine says this of the threads.
    Grid whereThreadsAre(IntFunction<Thread.State> stateOf) {
        this.stateOf = stateOf;
        return this;
    }

    /// What has been found of a kind when nothing has happened for a second and the program goes
    /// on.
    List<Finding> later(FindingKind kind) {
        analysis.fold((columns + 100) * COLUMN_NANOS);
        return taken(kind);
    }

    /// What has been found of a kind when the program ends by itself.
    List<Finding> ended(FindingKind kind) {
        analysis.end(columns * COLUMN_NANOS, true);
        return taken(kind);
    }

    /// What has been found of a kind when the program, which is a schedule, is cut off.
    List<Finding> cutOff(FindingKind kind, boolean hasChanged, boolean doOthersEnd) {
        long lastPart = columns * 3 / 4 * COLUMN_NANOS;
        analysis.cutOff(
                new CutOff(50_000, 40_000, COLUMN_NANOS, lastPart, hasChanged, doOthersEnd));
        analysis.end(columns * COLUMN_NANOS, false);
        return taken(kind);
    }

    /// What has been found of a kind when the program is stopped a second later.
    List<Finding> stopped(FindingKind kind) {
        analysis.end((columns + 100) * COLUMN_NANOS, false);
        return taken(kind);
    }

    /// What has been found of a kind when the program, which stands still, is told to.
    List<Finding> stood(FindingKind kind) {
        if (analysis.standing() == Standing.DEADLOCKED) {
            var _ = analysis.standStill();
        }
        return stopped(kind);
    }

    private List<Finding> taken(FindingKind kind) {
        var taken = new ArrayList<Finding>();
        for (Finding next = analysis.takeFinding(); next != null; next = analysis.takeFinding()) {
            if (next.kind() == kind) {
                taken.add(next);
            }
        }
        return taken;
    }

    private void cell(String[] words, int lane, int column) {
        String last = words[words.length - 1];
        int object = last.matches("[A-Z]") ? last.charAt(0) - 'A' + 1 : 0;
        int target = last.matches("[TVP]\\d") ? last.charAt(1) - '0' : 0;
        var at = new Cell(lane, object, column);
        int lock = operation("lock");
        switch (words[0]) {
            case "begin" -> at.event(EventKind.THREAD_BEGAN, 0);
            case "end!" -> at.event(EventKind.THREAD_ENDED, 0);
            case "start" -> at.event(EventKind.THREAD_STARTED, target);
            case "read" -> at.access(false, words[1], at.site());
            case "write" -> at.access(true, words[1], at.site());
            case "look" -> at.access(false, words[1], 10 * lane);
            case "put" -> at.access(true, words[1], 10 * lane);
            case "add" -> {
                at.access(false, words[1], at.site());
                at.access(true, words[1], at.site());
            }
            case "print" -> at.event(EventKind.OUTPUT_WRITTEN, 0);
            case "want" -> at.event(EventKind.MONITOR_ENTER_BEGAN, 0);
            case "entered" -> at.event(EventKind.MONITOR_ENTERED, 0);
            case "enter" -> {
                at.event(EventKind.MONITOR_ENTER_BEGAN, 0);
                at.event(EventKind.MONITOR_ENTERED, 0);
            }
            case "exit" -> at.event(EventKind.MONITOR_EXITED, 0);
            case "wait" -> at.event(EventKind.MONITOR_WAIT_BEGAN, 0);
            case "timedwait" -> at.event(EventKind.MONITOR_WAIT_BEGAN, 1_000);
            case "waited" -> at.event(EventKind.MONITOR_WAIT_ENDED, 0);
            case "notify" -> at.event(EventKind.MONITOR_NOTIFIED, 0);
            case "join" -> at.event(EventKind.JOIN_BEGAN, target);
            case "joined" -> at.event(EventKind.JOIN_ENDED, 0);
            case "sleep" -> at.event(EventKind.SLEEP_BEGAN, 1_000);
            case "slept" -> at.event(EventKind.SLEEP_ENDED, 0);
            case "park" -> at.event(EventKind.PARK_BEGAN, 0);
            case "daypark" -> at.event(EventKind.PARK_BEGAN, Duration.ofDays(1).toNanos());
            case "parked" -> at.event(EventKind.PARK_ENDED, 0);
            case "unpark" -> at.event(EventKind.UNPARKED, target);
            case "interrupt" -> at.event(EventKind.THREAD_INTERRUPTED, target);
            case "lock" -> at.took(lock, Role.LOCK);
            case "locking" -> at.parks(EventKind.LOCK_BEGAN, lock, Role.LOCK, 0);
            case "interruptibly" ->
                    at.parks(EventKind.LOCK_BEGAN, operation("lockInterruptibly"), Role.LOCK, 0);
            case "locked" -> at.goesOn(EventKind.LOCK_ACQUIRED, lock, Role.LOCK, 0);
            case "unlock" -> at.event(EventKind.LOCK_RELEASED, operation("unlock"), Role.UNLOCK, 0);
            case "trylock" -> at.took(operation("tryLock"), Role.TRY_LOCK);
            case "refused" -> {
                int operation = operation("tryLock");
                at.event(EventKind.LOCK_BEGAN, operation, Role.TRY_LOCK, 0);
                at.event(EventKind.LOCK_FAILED, operation, Role.TRY_LOCK, 0);
            }
            case "trying" -> at.parks(EventKind.LOCK_BEGAN, lock, Role.TRY_LOCK, 1_000);
            case "readlock" -> at.took(operation("lock", Role.LOCK_SHARED), Role.LOCK_SHARED);
            case "reading" -> at.parks(EventKind.LOCK_BEGAN, lock, Role.LOCK_SHARED, 0);
            case "readunlock" -> at.event(EventKind.LOCK_RELEASED, lock, Role.UNLOCK_SHARED, 0);
            case "condition" ->
                    new Cell(lane, words[1].charAt(0) - 'A' + 1, column)
                            .event(EventKind.CALL_MADE, 0, Role.NEW_CONDITION, object);
            case "await" ->
                    at.parks(EventKind.CALL_BEGAN, operation("await"), Role.CONDITION_WAIT, 0);
            case "awaited" ->
                    at.goesOn(EventKind.CALL_ENDED, operation("await"), Role.CONDITION_WAIT, 0);
            case "signal" -> at.event(EventKind.CALL_MADE, operation("signal"), Role.WAKE, 0);
            case "acquire" -> {
                at.parks(EventKind.CALL_BEGAN, operation("acquire", Role.ACQUIRE), Role.ACQUIRE, 0);
                at.goesOn(
                        EventKind.CALL_ENDED, operation("acquire", Role.ACQUIRE), Role.ACQUIRE, 1);
            }
            case "acquiring" ->
                    at.parks(
                            EventKind.CALL_BEGAN,
                            operation("acquire", Role.ACQUIRE),
                            Role.ACQUIRE,
                            0);
            case "release" ->
                    at.event(
                            EventKind.CALL_MADE,
                            operation("release", Role.RELEASE),
                            Role.RELEASE,
                            1);
            case "call" -> at.parks(EventKind.CALL_BEGAN, operation(words[1]), role(words[1]), 0);
            case "back" -> at.goesOn(EventKind.CALL_ENDED, operation(words[1]), role(words[1]), 0);
            case "do" -> at.event(EventKind.CALL_MADE, operation(words[1]), role(words[1]), 0);
            case "submit" ->
                    new Cell(lane, words[1].charAt(0) - 'A' + 1, column)
                            .event(EventKind.TASK_SUBMITTED, object);
            case "task" -> at.event(EventKind.TASK_BEGAN, 0);
            case "done" -> at.event(EventKind.TASK_ENDED, 0);
            case "use" -> at.event(EventKind.CLASS_USE_BEGAN, 0);
            case "init" -> at.event(EventKind.CLASS_INIT_BEGAN, 0);
            case "inited" -> at.event(EventKind.CLASS_INIT_ENDED, 0);
            case "pin" -> at.event(EventKind.PINNED_BEGAN, 2);
            case "unpin" -> at.event(EventKind.PINNED_ENDED, 0);
            default -> throw new IllegalArgumentException(String.join(" ", words));
        }
    }

    /// Where a cell is drawn, and the object it is about.
    private final class Cell {
        private final int lane;
        private final int object;
        private final int column;

        Cell(int lane, int object, int column) {
            this.lane = lane;
            this.object = object;
            this.column = column;
        }

        void event(EventKind kind, long argument) {
            event(kind, 0, null, argument);
        }

        void took(int operation, Role role) {
            event(EventKind.LOCK_BEGAN, operation, role, 0);
            event(EventKind.LOCK_ACQUIRED, operation, role, 0);
        }

        void parks(EventKind kind, int operation, Role role, long nanos) {
            event(kind, operation, role, 0);
            new Cell(lane, 0, column).event(EventKind.PARK_BEGAN, nanos);
        }

        void goesOn(EventKind kind, int operation, Role role, long argument) {
            new Cell(lane, 0, column).event(EventKind.PARK_ENDED, 0);
            event(kind, operation, role, argument);
        }

        int site() {
            return 10 * lane + column;
        }

        void access(boolean isWrite, String value, int site) {
            accesses.accessed(lane, object, isWrite, site, column * COLUMN_NANOS);
            event(
                    isWrite ? EventKind.FIELD_WRITTEN : EventKind.FIELD_READ,
                    1,
                    null,
                    Long.parseLong(value),
                    site);
        }

        void event(EventKind kind, int operation, @Nullable Role role, long argument) {
            event(kind, operation, role, argument, site());
        }

        private void event(
                EventKind kind, int operation, @Nullable Role role, long argument, int site) {
            var event = new Event();
            event.kind = kind;
            event.operation = operation;
            event.role = role;
            event.lane = lane;
            event.object = object;
            event.site = site;
            event.argument = argument;
            event.nanos = column * COLUMN_NANOS;
            accesses.accept(event);
            states.accept(event);
            analysis.accept(event);
        }
    }

    private static Operation row(String method) {
        return Operation.ALL.stream()
                .filter(row -> row.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    /// The first operation of a role, by the name of its method.
    private static int operation(String method, Role role) {
        return Operation.ALL.stream()
                .filter(row -> row.method().equals(method) && row.role() == role)
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static int operation(String method) {
        return row(method).number();
    }

    private static Role role(String method) {
        return row(method).role();
    }

    @Override
    public String lane(int lane) {
        return labels.get(lane - 1);
    }

    @Override
    public String object(int object) {
        return String.valueOf((char) ('A' + object - 1));
    }

    @Override
    public String value(int object) {
        return "a " + object(object);
    }

    @Override
    public int line(int site) {
        return site;
    }

    @Override
    public String method(int site) {
        return "";
    }

    @Override
    public boolean isDaemon(int lane) {
        return isVirtual(lane);
    }

    @Override
    public boolean isVirtual(int lane) {
        return labels.get(lane - 1).startsWith("V");
    }

    @Override
    public boolean isBlindWait(int site) {
        return !hasLookedBeforeWaits;
    }

    /// Lanes whose names begin with V use volatile fields.
    @Override
    public boolean isOrderedUnseen(int lane) {
        return labels.get(lane - 1).startsWith("V");
    }

    @Override
    public boolean isStartedByProgram(int lane) {
        return !labels.get(lane - 1).startsWith("P");
    }

    @Override
    public Thread.State stateOf(int lane) {
        return stateOf.apply(lane);
    }

    @Override
    public boolean isTimerPool(int object) {
        return false;
    }

    @Override
    public boolean isForkJoinPool(int object) {
        return object == 'F' - 'A' + 1;
    }
}
