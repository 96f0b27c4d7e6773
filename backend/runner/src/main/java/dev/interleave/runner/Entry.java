package dev.interleave.runner;

import dev.interleave.model.program.Program;
import dev.interleave.model.program.Program.EntryPoint;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;

/// Calls a program's entry points, on the program's main thread.
final class Entry {
    private final ProgramLoader loader;
    private final List<EntryPoint> steps;

    private Entry(ProgramLoader loader, List<EntryPoint> steps) {
        this.loader = loader;
        this.steps = steps;
    }

    static Entry of(Program program) {
        return new Entry(new ProgramLoader(program.classes()), program.steps());
    }

    ClassLoader loader() {
        return loader;
    }

    /// Calls each in order; what one throws is thrown from here, as it is.
    void run() {
        for (EntryPoint step : steps) {
            try {
                Class<?> type = Class.forName(step.className(), true, loader);
                initialise(type);
                call(type, step.method());
            } catch (InvocationTargetException e) {
                Entry.<RuntimeException>rethrow(e.getTargetException());
            } catch (ReflectiveOperationException e) {
                Entry.<RuntimeException>rethrow(e);
            }
        }
    }

    /// In programs of controlled runs the initialiser is a method, which whoever uses the class
    /// calls.
    private static void initialise(Class<?> type) throws ReflectiveOperationException {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals("$use") && method.isSynthetic()) {
                method.setAccessible(true);
                method.invoke(null);
            }
        }
    }

    private static void call(Class<?> type, String name) throws ReflectiveOperationException {
        Method method = find(type, name);
        method.setAccessible(true);
        Object receiver = null;
        if (!Modifier.isStatic(method.getModifiers())) {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            receiver = constructor.newInstance();
        }
        if (method.getParameterCount() == 0) {
            method.invoke(receiver);
        } else {
            method.invoke(receiver, (Object) new String[0]);
        }
    }

    /// The method itself, else an inherited one; one that takes the arguments goes first, as the
    /// `java` launcher has it.
    private static Method find(Class<?> type, String name) throws NoSuchMethodException {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Class<?>[] parameters :
                    List.of(new Class<?>[] {String[].class}, new Class<?>[0])) {
                try {
                    return at.getDeclaredMethod(name, parameters);
                } catch (NoSuchMethodException e) {
                    // the next one, then
                }
            }
        }
        throw new NoSuchMethodException(type.getName() + "." + name);
    }

    /// Throws anything as it is, checked or not: the type argument only tells the compiler.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void rethrow(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
