package dev.interleave.weaver;

import dev.interleave.model.program.Weaving;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;

/// A class of the tests, woven and loaded, with the classes inside it; all else is as it is.
final class WovenFixture extends ClassLoader {
    private final Class<?> type;
    private final SnippetWeaver weaver;

    WovenFixture(Class<?> type) {
        this(type, Weaving.LIVE);
    }

    WovenFixture(Class<?> type, Weaving weaving) {
        super(type.getClassLoader());
        this.type = type;
        this.weaver = new SnippetWeaver(this::bytesOf, weaving);
    }

    /// The weaver, for its sites and names.
    SnippetWeaver weaver() {
        return weaver;
    }

    /// A new object of the woven class.
    Object create() throws ReflectiveOperationException {
        return loadClass(type.getName()).getConstructor().newInstance();
    }

    /// Calls a public method of it; what that throws is thrown.
    static Object call(Object fixture, String name, Object... arguments) throws Exception {
        Method method =
                Arrays.stream(fixture.getClass().getMethods())
                        .filter(each -> each.getName().equals(name))
                        .findFirst()
                        .orElseThrow();
        try {
            return Objects.requireNonNullElse(method.invoke(fixture, arguments), "");
        } catch (InvocationTargetException e) {
            throw e.getTargetException() instanceof Exception exception ? exception : e;
        }
    }

    /// The name of the n-th name, empty for 0.
    String name(int number) {
        return number == 0 ? "" : weaver.names().get(number - 1);
    }

    /// The class, woven.
    byte[] woven() {
        return woven(type.getName());
    }

    /// The class as it is.
    byte[] original() {
        return Objects.requireNonNull(bytesOf(type.getName().replace('.', '/')));
    }

    private byte[] woven(String name) {
        byte[] original = Objects.requireNonNull(bytesOf(name.replace('.', '/')));
        return weaver.weave(original, line -> line);
    }

    private byte @Nullable [] bytesOf(String internalName) {
        try (var in = type.getClassLoader().getResourceAsStream(internalName + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(type.getName())) {
            return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
            return loaded;
        }
        byte[] bytes = woven(name);
        return defineClass(name, bytes, 0, bytes.length);
    }
}
