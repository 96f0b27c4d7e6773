package dev.interleave.runner;

import dev.interleave.model.program.Program.ClassBytes;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Defines the classes of one program.
final class ProgramLoader extends ClassLoader {
    private final Map<String, byte[]> classes = new HashMap<>();

    ProgramLoader(List<ClassBytes> program) {
        super(ClassLoader.getSystemClassLoader()); // without a name, which would stand in every
        // stack trace
        program.forEach(type -> classes.put(type.name(), type.bytes().array()));
        setDefaultAssertionStatus(true);
    }

    /// The program's classes come first, whatever they are called.
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && classes.containsKey(name)) {
                return findClass(name);
            }
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte @Nullable [] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
