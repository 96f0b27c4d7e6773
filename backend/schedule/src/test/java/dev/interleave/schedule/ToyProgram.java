package dev.interleave.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A small concurrent program: for each thread a name and its operations. The first is main; the
/// others run when started.
///
/// Every operation is one step. `r` is a register that each thread has one of.
record ToyProgram(List<String> names, List<List<Op>> threads) {
    sealed interface Op {}

    /// `x=1`
    record Set(String variable, int value) implements Op {}

    /// `x+=1`, in one step
    record Add(String variable, int amount) implements Op {}

    /// `r=x`
    record Load(String variable) implements Op {}

    /// `x=r+1`
    record Store(String variable, int amount) implements Op {}

    /// `lock a`: waits, and tries again, when another one has it
    record Lock(String lock) implements Op {}

    /// `try a skip 2`: skips when nobody had it
    record TryLock(String lock, int count) implements Op {}

    /// `unlock a`
    record Unlock(String lock) implements Op {}

    /// `start T`
    record Start(int thread) implements Op {}

    /// `join T`
    record Join(int thread) implements Op {}

    /// `yield`
    record Yield() implements Op {}

    /// `sleep 5`: until the clock has moved that far
    record Sleep(int time) implements Op {}

    /// `await x=1`: looks again and again, and lets others go first in between
    record Await(String variable, int value) implements Op {}

    /// `unless x=1 skip 2`
    record Skip(String variable, int value, int count) implements Op {}

    /// `back 3`: goes on so many operations earlier
    record Back(int count) implements Op {}

    /// `when x=1 y=2`, in one step
    record When(String variable, int value, Set then) implements Op {}

    /// `fail x=1`: ends everything when it is so
    record Fail(String variable, int value) implements Op {}

    /// `exit`: ends everything
    record Exit() implements Op {}

    /// A program from lines such as `main: start A; x=1; join A`.
    static ToyProgram of(String... lines) {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            bodies.put(line.substring(0, colon).strip(), line.substring(colon + 1));
        }
        var names = List.copyOf(bodies.keySet());
        var threads = new ArrayList<List<Op>>();
        for (String body : bodies.values()) {
            var ops = new ArrayList<Op>();
            for (String op : body.split(";", -1)) {
                if (!op.isBlank()) {
                    ops.add(op(op.strip(), names));
                }
            }
            threads.add(List.copyOf(ops));
        }
        return new ToyProgram(names, List.copyOf(threads));
    }

    /// A program whose main thread starts all others and waits for them.
    static ToyProgram parallel(String... bodies) {
        var lines = new String[bodies.length + 1];
        var starts = new StringBuilder();
        var joins = new StringBuilder();
        for (int i = 0; i < bodies.length; i++) {
            lines[i + 1] = "T" + i + ": " + bodies[i];
            starts.append("start T").append(i).append("; ");
            joins.append("join T").append(i).append("; ");
        }
        lines[0] = "main: " + starts + joins;
        return of(lines);
    }

    private static Op op(String text, List<String> names) {
        String[] words = text.split(" ", -1);
        return switch (words[0]) {
            case "lock" -> new Lock(words[1]);
            case "try" -> new TryLock(words[1], Integer.parseInt(words[3]));
            case "back" -> new Back(Integer.parseInt(words[1]));
            case "unlock" -> new Unlock(words[1]);
            case "start" -> new Start(names.indexOf(words[1]));
            case "join" -> new Join(names.indexOf(words[1]));
            case "yield" -> new Yield();
            case "exit" -> new Exit();
            case "sleep" -> new Sleep(Integer.parseInt(words[1]));
            case "await" -> new Await(left(words[1]), Integer.parseInt(right(words[1])));
            case "fail" -> new Fail(left(words[1]), Integer.parseInt(right(words[1])));
            case "when" ->
                    new When(
                            left(words[1]),
                            Integer.parseInt(right(words[1])),
                            new Set(left(words[2]), Integer.parseInt(right(words[2]))));
            case "unless" ->
                    new Skip(
                            left(words[1]),
                            Integer.parseInt(right(words[1])),
                            Integer.parseInt(words[3]));
            default -> assignment(text);
        };
    }

    private static Op assignment(String text) {
        String left = left(text);
        String right = right(text);
        if (left.endsWith("+")) {
            return new Add(left.substring(0, left.length() - 1), Integer.parseInt(right));
        }
        if (left.equals("r")) {
            return new Load(right);
        }
        if (right.startsWith("r+")) {
            return new Store(left, Integer.parseInt(right.substring(2)));
        }
        return new Set(left, Integer.parseInt(right));
    }

    private static String left(String equation) {
        return equation.substring(0, equation.indexOf('='));
    }

    private static String right(String equation) {
        return equation.substring(equation.indexOf('=') + 1);
    }
}
