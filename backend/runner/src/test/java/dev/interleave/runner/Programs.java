package dev.interleave.runner;

import dev.interleave.model.frame.Bytes;
import dev.interleave.model.program.Program;
import dev.interleave.model.program.Program.ClassBytes;
import dev.interleave.model.program.Program.EntryPoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Small programs to enter, whose class files are read from the test's own class path.
final class Programs {
    private Programs() {}

    static class StaticMain {
        static void main() {
            Calls.note("static");
        }
    }

    static class StaticMainWithArguments {
        static void main(String[] arguments) {
            Calls.note("static with " + arguments.length);
        }
    }

    static class InstanceMain {
        InstanceMain() {
            Calls.note("constructor");
        }

        void main() {
            Calls.note("instance");
        }
    }

    static class InstanceMainWithArguments {
        void main(String[] arguments) {
            Calls.note("instance with " + arguments.length);
        }
    }

    static class BothMains {
        static void main() {
            Calls.note("without");
        }

        static void main(String[] arguments) {
            Calls.note("with " + arguments.length);
        }
    }

    static class InheritedMain extends InstanceMain {}

    static class ThrowingMain {
        void main() throws IOException {
            throw new IOException("disk full");
        }
    }

    static class ThrowingConstructor {
        ThrowingConstructor() throws IOException {
            throw new IOException("no object");
        }

        void main() {}
    }

    static class FailingAssertion {
        static void main() {
            assert Calls.class == null : "assertions are on";
        }
    }

    static class LoaderTeller {
        static void main() {
            Calls.note(LoaderTeller.class.getClassLoader().getClass().getSimpleName());
        }
    }

    static class Empty {}

    /// A program of these classes that enters `main` of each, in order.
    static Program of(Class<?>... types) {
        return program(classes(types), types);
    }

    /// A program that enters `main` of the first class only.
    static Program entering(Class<?> first, Class<?> second) {
        return program(classes(first, second), first);
    }

    private static Program program(List<ClassBytes> classes, Class<?>... entered) {
        return new Program(
                classes,
                Arrays.stream(entered).map(type -> new EntryPoint(type.getName(), "main")).toList(),
                List.of(),
                List.of(),
                List.of());
    }

    static List<ClassBytes> classes(Class<?>... types) {
        return Arrays.stream(types)
                .map(type -> new ClassBytes(type.getName(), Bytes.wrap(bytesOf(type))))
                .toList();
    }

    private static byte[] bytesOf(Class<?> type) {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }
}
