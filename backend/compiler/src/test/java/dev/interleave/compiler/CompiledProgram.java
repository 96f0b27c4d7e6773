package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.program.Program;
import dev.interleave.model.program.Program.ClassBytes;
import dev.interleave.model.program.Program.EntryPoint;
import dev.interleave.model.program.ProgramCodec;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.wire.CompilerReply;
import dev.interleave.model.wire.CompilerReply.Compiled;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program as a runner would get it, and a runner of the simplest kind.
final class CompiledProgram {
    private final Program program;
    private final Loader loader;

    private CompiledProgram(Program program) {
        this.program = program;
        this.loader = new Loader(program);
    }

    /// Compiles a text that has no errors.
    static CompiledProgram of(SnippetCompiler compiler, String text) {
        CompilerReply reply = compiler.compile(text);
        assertThat(reply).as("%s", reply).isInstanceOf(Compiled.class);
        return new CompiledProgram(ProgramCodec.read(((Compiled) reply).program().array()));
    }

    /// Compiles a text and gives what is said about it, each as `line:column-line:column message`.
    static List<String> said(SnippetCompiler compiler, String text) {
        return compiler.compile(text).diagnostics().stream().map(CompiledProgram::print).toList();
    }

    private static String print(Diagnostic it) {
        return "%d:%d-%d:%d %s"
                .formatted(it.line(), it.column(), it.endLine(), it.endColumn(), it.message());
    }

    Program program() {
        return program;
    }

    Class<?> type(String name) throws ClassNotFoundException {
        return loader.loadClass(name);
    }

    /// Runs all steps and gives what they print.
    String output() throws Exception {
        PrintStream before = System.out;
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            for (EntryPoint step : program.steps()) {
                run(step);
            }
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// Runs the steps until one throws; the frames of its exception in the program, innermost
    /// first.
    List<String> trace() throws Exception {
        try {
            output();
        } catch (InvocationTargetException e) {
            return Arrays.stream(e.getTargetException().getStackTrace())
                    .filter(frame -> "Main.java".equals(frame.getFileName()))
                    .map(frame -> frame.getMethodName() + ":" + frame.getLineNumber())
                    .toList();
        }
        throw new AssertionError("no step threw");
    }

    private void run(EntryPoint step) throws Exception {
        Class<?> type = type(step.className());
        Method method = find(type, step.method());
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

    private static Method find(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes = new HashMap<>();

        Loader(Program program) {
            super(ClassLoader.getPlatformClassLoader());
            setDefaultAssertionStatus(true);
            for (ClassBytes each : program.classes()) {
                classes.put(each.name(), each.bytes().array());
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes =
                    Optional.ofNullable(classes.get(name))
                            .orElseThrow(() -> new ClassNotFoundException(name));
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
