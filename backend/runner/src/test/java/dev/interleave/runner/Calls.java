package dev.interleave.runner;

import java.util.ArrayList;
import java.util.List;

/// What the [Programs] did. They are loaded apart, so that this is all they share with a test.
public final class Calls {
    private static final List<String> CALLS = new ArrayList<>();

    private Calls() {}

    /// Notes one thing a program did.
    public static void note(String call) {
        CALLS.add(call);
    }

    static List<String> take() {
        List<String> taken = List.copyOf(CALLS);
        CALLS.clear();
        return taken;
    }
}
