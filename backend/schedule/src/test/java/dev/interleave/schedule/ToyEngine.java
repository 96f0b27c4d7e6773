package dev.interleave.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Runs a [ToyProgram] once, with a strategy that decides, the way the real engine does: an attempt
/// at a lock or a join that does not succeed is a step, after which the thread waits and then tries
/// again.
final class ToyEngine implements Choice {
    /// What came of a schedule.
    ///
    /// @param state the variables, registers, and how it ended
    /// @param steps who moved and what it did
    record Result(String state, List<String> steps, boolean isComplete) {
        boolean hasFailed() {
            return state.contains("FAILED");
        }

        boolean isDeadlock() {
            return state.contains("DEADLOCK");
        }
    }

    private static final class Lane {
        final int number;
        final int body;
        int position;
        int register;
        int wakeAt = -1;
        boolean hasEnded;
        boolean yields;

        /// What it waits for, or empty.
        String waitsFor = "";

        Lane(int number, int body) {
            this.number = number;
            this.body = body;
        }
    }

    private final ToyProgram program;

    /// Whether a thing gets its number as soon as an option's target is asked for; else such an
    /// option has target 0.
    private final boolean numbersEarly;

    /// So many numbers go to what the program knows nothing of, as soon as it has touched one
    /// thing.
    private final int hidden;

    private final List<Lane> lanes = new ArrayList<>();
    private final Map<Integer, Lane> byBody = new HashMap<>();
    private final Map<String, Integer> variables = new TreeMap<>();
    private final Map<String, Integer> owners = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Integer> enabled = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private int now;
    private int last = -1;
    private String ending = "";

    private final ToyStep step = new ToyStep();

    private ToyEngine(ToyProgram program, boolean numbersEarly, int hidden) {
        this.program = program;
        this.numbersEarly = numbersEarly;
        this.hidden = hidden;
    }

    /// Runs one schedule of `strategy`, which has begun.
    static Result run(ToyProgram program, Strategy strategy) {
        return run(program, strategy, true, 10_000, new TraceClasses());
    }

    static Result run(
            ToyProgram program,
            Strategy strategy,
            boolean numbersEarly,
            int maxSteps,
            TraceClasses classes) {
        return new ToyEngine(program, numbersEarly, 0).run(strategy, maxSteps, classes);
    }

    /// Runs one schedule in which so many numbers of things are used up by something else.
    static Result runRenumbered(ToyProgram program, Strategy strategy, int hidden) {
        return new ToyEngine(program, true, hidden).run(strategy, 10_000, new TraceClasses());
    }

    private Result run(Strategy strategy, int maxSteps, TraceClasses classes) {
        start(0);
        classes.begin();
        boolean isComplete = true;
        while (findEnabled()) {
            if (log.size() == maxSteps) {
                isComplete = false;
                break;
            }
            int option = strategy.choose(this);
            move(enabled.get(option));
            strategy.stepped(step);
            classes.stepped(step);
        }
        strategy.ended(isComplete);
        classes.ended();
        if (ending.isEmpty() && lanes.stream().anyMatch(lane -> !lane.hasEnded)) {
            ending = isComplete ? "DEADLOCK" : "CUT";
        }
        return new Result(state(), List.copyOf(log), isComplete);
    }

    /// By body, as lanes may be numbered otherwise in another schedule.
    private String state() {
        var registers = new TreeMap<String, String>();
        for (Lane lane : lanes) {
            registers.put(
                    program.names().get(lane.body), "r" + lane.register + "@" + lane.position);
        }
        return variables + " " + registers + " " + ending;
    }

    private boolean findEnabled() {
        enabled.clear();
        boolean hasSleepers = false;
        if (ending.isEmpty()) {
            for (Lane lane : lanes) {
                if (!lane.hasEnded && lane.waitsFor.isEmpty() && lane.wakeAt < 0) {
                    enabled.add(lane.number);
                }
                hasSleepers |= lane.wakeAt >= 0;
            }
            if (hasSleepers) {
                enabled.add(CLOCK);
            }
        }
        return !enabled.isEmpty();
    }

    private void start(int body) {
        var lane = new Lane(lanes.size() + 1, body);
        lanes.add(lane);
        byBody.put(body, lane);
    }

    private void move(int number) {
        step.begin(number, firstFree());
        last = number;
        if (number == CLOCK) {
            log.add("clock");
            tick();
            return;
        }
        Lane lane = lanes.get(number - 1);
        lane.yields = false;
        List<ToyProgram.Op> ops = program.threads().get(lane.body);
        if (lane.position < ops.size()) {
            ToyProgram.Op op = ops.get(lane.position);
            log.add(number + " " + op);
            perform(lane, op);
        } else {
            log.add(number + " nothing");
        }
        if (lane.position >= ops.size() && lane.waitsFor.isEmpty() && lane.wakeAt < 0) {
            lane.hasEnded = true;
            touch(threadName(lane.body), true);
            wake(threadName(lane.body));
        }
    }

    private void perform(Lane lane, ToyProgram.Op op) {
        lane.position++;
        switch (op) {
            case ToyProgram.Set(String variable, int value) -> {
                touch(variable, true);
                variables.put(variable, value);
            }
            case ToyProgram.Add(String variable, int amount) -> {
                touch(variable, true);
                variables.merge(variable, amount, Integer::sum);
            }
            case ToyProgram.Load(String variable) -> lane.register = read(variable);
            case ToyProgram.Store(String variable, int amount) -> {
                touch(variable, true);
                variables.put(variable, lane.register + amount);
            }
            case ToyProgram.Lock(String lock) -> {
                touch(lock, true);
                if (owners.putIfAbsent(lock, lane.number) != null) {
                    lane.waitsFor = lock;
                    lane.position--;
                }
            }
            case ToyProgram.TryLock(String lock, int count) -> {
                touch(lock, true);
                lane.position += owners.putIfAbsent(lock, lane.number) == null ? count : 0;
            }
            case ToyProgram.Back(int count) -> lane.position -= count + 1;
            case ToyProgram.Unlock(String lock) -> {
                touch(lock, true);
                owners.remove(lock);
                wake(lock);
            }
            case ToyProgram.Start(int body) -> {
                start(body);
                step.start(lanes.size());
            }
            case ToyProgram.Join(int body) -> {
                touch(threadName(body), false);
                Lane other = byBody.get(body);
                if (other == null || !other.hasEnded) {
                    lane.waitsFor = threadName(body);
                    lane.position--;
                }
            }
            case ToyProgram.Yield() -> lane.yields = true;
            case ToyProgram.Sleep(int time) -> lane.wakeAt = now + time;
            case ToyProgram.Await(String variable, int value) -> {
                if (read(variable) != value) {
                    lane.position--;
                    lane.yields = true;
                }
            }
            case ToyProgram.Skip(String variable, int value, int count) ->
                    lane.position += read(variable) == value ? 0 : count;
            case ToyProgram.When(String variable, int value, ToyProgram.Set then) -> {
                if (read(variable) == value) {
                    touch(then.variable(), true);
                    variables.put(then.variable(), then.value());
                }
            }
            case ToyProgram.Fail(String variable, int value) -> {
                if (read(variable) == value) {
                    ending = "FAILED";
                    step.dependOnAll();
                }
            }
            case ToyProgram.Exit() -> {
                ending = "EXITED";
                step.dependOnAll();
            }
        }
    }

    private void tick() {
        step.dependOnAll();
        int next = Integer.MAX_VALUE;
        for (Lane lane : lanes) {
            if (lane.wakeAt >= 0) {
                next = Math.min(next, lane.wakeAt);
            }
        }
        now = next;
        for (Lane lane : lanes) {
            if (lane.wakeAt == now) {
                lane.wakeAt = -1;
            }
        }
    }

    private static String threadName(int body) {
        return "thread " + body;
    }

    private void wake(String what) {
        for (Lane lane : lanes) {
            if (lane.waitsFor.equals(what)) {
                lane.waitsFor = "";
            }
        }
    }

    private int read(String variable) {
        touch(variable, false);
        return variables.getOrDefault(variable, 0);
    }

    private void touch(String what, boolean writes) {
        step.touch(number(what), writes);
    }

    private int number(String what) {
        return numbers.computeIfAbsent(what, _ -> firstFree());
    }

    private int firstFree() {
        return numbers.size() + 1 + (numbers.isEmpty() ? 0 : hidden);
    }

    @Override
    public int options() {
        return enabled.size();
    }

    @Override
    public int thread(int option) {
        return enabled.get(option);
    }

    @Override
    public int current() {
        return enabled.indexOf(last);
    }

    @Override
    public long target(int option) {
        String what = pending(option);
        if (what.isEmpty()) {
            return 0;
        }
        return numbersEarly ? number(what) : numbers.getOrDefault(what, 0);
    }

    /// What the option's operation touches first, or empty.
    private String pending(int option) {
        return switch (next(option)) {
            case ToyProgram.Set(String variable, _) -> variable;
            case ToyProgram.Add(String variable, _) -> variable;
            case ToyProgram.Load(String variable) -> variable;
            case ToyProgram.Store(String variable, _) -> variable;
            case ToyProgram.Lock(String lock) -> lock;
            case ToyProgram.TryLock(String lock, _) -> lock;
            case ToyProgram.Unlock(String lock) -> lock;
            case ToyProgram.Join(int body) -> threadName(body);
            case ToyProgram.Await(String variable, _) -> variable;
            case ToyProgram.Skip(String variable, _, _) -> variable;
            case ToyProgram.When(String variable, _, _) -> variable;
            case ToyProgram.Fail(String variable, _) -> variable;
            case ToyProgram.Start _,
                    ToyProgram.Back _,
                    ToyProgram.Yield _,
                    ToyProgram.Sleep _,
                    ToyProgram.Exit _ ->
                    "";
        };
    }

    /// The option's operation; a yield when it has none left.
    private ToyProgram.Op next(int option) {
        int number = enabled.get(option);
        if (number != CLOCK) {
            Lane lane = lanes.get(number - 1);
            List<ToyProgram.Op> ops = program.threads().get(lane.body);
            if (lane.position < ops.size()) {
                return ops.get(lane.position);
            }
        }
        return new ToyProgram.Yield();
    }

    @Override
    public boolean writes(int option) {
        return switch (next(option)) {
            case ToyProgram.Set _,
                    ToyProgram.Add _,
                    ToyProgram.Store _,
                    ToyProgram.Lock _,
                    ToyProgram.TryLock _,
                    ToyProgram.Unlock _ ->
                    true;
            case ToyProgram.Op _ -> false;
        };
    }

    @Override
    public boolean yields(int option) {
        int number = enabled.get(option);
        return number != CLOCK && lanes.get(number - 1).yields;
    }
}
