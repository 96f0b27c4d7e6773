package dev.interleave.runner.control;

import dev.interleave.probe.StaticFields;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The static state of a program and of the JDK under it: fresh for every schedule.
public final class Statics {
    private static final int MOST_INITIALISERS = 1_024;

    private final StaticFields fields;
    private final int variables;
    private final State[] states = new State[MOST_INITIALISERS + 1];
    private final @Nullable Fiber[] initialisers = new @Nullable Fiber[MOST_INITIALISERS + 1];
    private final @Nullable Class<?>[] types = new Class<?>[MOST_INITIALISERS + 1];

    private enum State {
        UNTOUCHED,
        RUNNING,
        DONE,
        FAILED
    }

    /// The statics of these classes, none of which has been used yet, in a program with so many
    /// variables.
    public Statics(List<Class<?>> classes, int variables) {
        this.fields = new StaticFields(new ArrayList<>(classes));
        this.variables = variables;
        Arrays.fill(states, State.UNTOUCHED);
    }

    /// How many variables the program has; what is no field has numbers above.
    int variables() {
        return variables;
    }

    void reset() {
        fields.reset();
        Arrays.fill(states, State.UNTOUCHED);
        Arrays.fill(initialisers, null);
    }

    boolean isInitialising(int initialiser) {
        return states[initialiser] == State.RUNNING;
    }

    boolean isInitialised(int initialiser) {
        return states[initialiser] == State.DONE;
    }

    @Nullable Fiber initialiserOf(int initialiser) {
        return initialisers[initialiser];
    }

    /// Whether `fiber` is to run the initialiser now.
    boolean begin(Class<?> type, int initialiser, Fiber fiber) {
        if (states[initialiser] == State.FAILED) {
            throw new NoClassDefFoundError("Could not initialize class " + type.getName());
        }
        if (states[initialiser] != State.UNTOUCHED) {
            return false;
        }
        states[initialiser] = State.RUNNING;
        initialisers[initialiser] = fiber;
        types[initialiser] = type;
        return true;
    }

    /// It has run; the class.
    Class<?> end(int initialiser, @Nullable Throwable thrown) {
        states[initialiser] = thrown == null ? State.DONE : State.FAILED;
        initialisers[initialiser] = null;
        Class<?> type = types[initialiser];
        if (type == null) {
            throw new IllegalStateException("an initialiser ended that has not begun");
        }
        return type;
    }
}
