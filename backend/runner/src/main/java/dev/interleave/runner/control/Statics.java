package dev.interleave.runner.control;

import dev.interleave.probe.StaticFields;

import org.jspecify.annotations.Nullable;

import java.lang.constant.ClassDesc;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The static state of a program and of the JDK under it: fresh for every schedule.
public final class Statics {
    private static final int MOST_INITIALISERS = 1_024;

    private final StaticFields fields;
    private final List<String> variables;
    private final Map<VarHandle, Integer> handles = new HashMap<>();
    private final State[] states = new State[MOST_INITIALISERS + 1];
    private final @Nullable Fiber[] initialisers = new @Nullable Fiber[MOST_INITIALISERS + 1];
    private final @Nullable Class<?>[] types = new Class<?>[MOST_INITIALISERS + 1];

    private enum State {
        UNTOUCHED,
        RUNNING,
        DONE,
        FAILED
    }

    /// The statics of these classes, none of which has been used yet, in a program with these
    /// variables: each a class's name without package, and a field's.
    public Statics(List<Class<?>> classes, List<String> variables) {
        this.fields = new StaticFields(new ArrayList<>(classes));
        this.variables = List.copyOf(variables);
        Arrays.fill(states, State.UNTOUCHED);
    }

    /// How many variables the program has; what is no field has numbers above.
    int variables() {
        return variables.size();
    }

    /// The number of the variable that a handle is for, or 0 when it is for none of the program's.
    int variableOf(VarHandle handle) {
        return handles.computeIfAbsent(handle, this::find);
    }

    private int find(VarHandle handle) {
        return handle.describeConstable()
                .map(field -> find((ClassDesc) field.bootstrapArgs()[0], field.constantName()))
                .orElse(0);
    }

    /// The number of the variable that a field is, or 0 when it is none of the program's.
    int variableOf(Field field) {
        return field.getDeclaringClass()
                .describeConstable()
                .map(owner -> find(owner, field.getName()))
                .orElse(0);
    }

    /// Variables of a class that stands around the whole text do without its name.
    private int find(ClassDesc owner, String field) {
        String name = owner.displayName().replace('$', '.') + "." + field;
        int found = variables.indexOf(name);
        return 1 + (found >= 0 ? found : variables.indexOf(name.substring(name.indexOf('.') + 1)));
    }

    void reset() {
        fields.reset();
        Arrays.fill(states, State.UNTOUCHED);
        Arrays.fill(initialisers, null);
    }

    boolean isUntouched(int initialiser) {
        return states[initialiser] == State.UNTOUCHED;
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
