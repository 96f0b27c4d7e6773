package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.program.Program.ClassBytes;
import dev.interleave.model.program.Program.EntryPoint;
import dev.interleave.model.program.Site;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Modifier;
import java.util.List;

class SnippetCompilerTest {
    private static SnippetCompiler compiler;

    @BeforeAll
    static void start() {
        compiler = new SnippetCompiler(ClassWeaver::none, List.of());
    }

    @AfterAll
    static void stop() {
        compiler.close();
    }

    private static String output(String text) throws Exception {
        return CompiledProgram.of(compiler, text).output();
    }

    @Test
    void compile_topLevelCode_runsInTheOrderOfTheText() throws Exception {
        assertThat(
                        output(
                                """
                                int counter = 1;
                                counter += 2;
                                IO.println(counter);
                                var doubled = counter * 2;
                                IO.println(doubled)
                                """))
                .isEqualTo("3\n6\n");
    }

    @Test
    void compile_usesBeforeDeclarations_findsMethodsAndTypes() throws Exception {
        assertThat(
                        output(
                                """
                                import java.util.function.*;
                                Shape shape = new Circle(2);
                                IO.println(area(shape));
                                int area(Shape s) { return switch (s) { case Circle c -> c.size(); }; }
                                sealed interface Shape permits Circle {}
                                record Circle(int r) implements Shape { int size() { return twice(r); } }
                                int twice(int n) { IntUnaryOperator f = m -> 2 * m; return f.applyAsInt(n); }
                                """))
                .isEqualTo("4\n");
    }

    @Test
    void compile_everyKindOfVariable_keepsTypeAndValue() throws Exception {
        assertThat(
                        output(
                                """
                                int a = 1, b[] = {1, 2}, c[][] = {{1}, {2}};
                                int[] d = {1,
                                        2}, e;
                                final int N = 3, M = N + 1; final String S = "s" + N;
                                switch (4) { case M -> IO.println(S); default -> {} }
                                var anonymous = new Runnable() { public void run() { IO.println("ran"); } };
                                anonymous.run();
                                var mixed = List.of(1, "a");
                                IO.println(mixed.get(1));
                                var choice = a > 0 ? new StringBuilder("x") : new StringBuffer();
                                var inner = new Outer<String>().new In();
                                class Outer<T> { class In { T t; } }
                                var _ = 5;
                                Runnable self = () -> { if (a > 1) self.run(); };
                                a + b[1] + c[1][0] + d[1];
                                IO.println(a + b[1] + c[1][0] + d[1] + choice.toString() + inner.t + e);
                                """))
                .isEqualTo("s3\nran\na\n7xnullnull\n");
    }

    @Test
    void compile_modifiersAtTopLevel_keepTheirMeaning() throws Exception {
        CompiledProgram program =
                CompiledProgram.of(
                        compiler,
                        """
                        volatile boolean done = false;
                        synchronized void one() { }
                        private static synchronized void two() { }
                        done = true;
                        """);
        Class<?> type = program.type("Main");
        assertThat(Modifier.isVolatile(type.getDeclaredField("done").getModifiers())).isTrue();
        int locked = Modifier.STATIC | Modifier.SYNCHRONIZED;
        assertThat(type.getDeclaredMethod("one").getModifiers() & locked).isEqualTo(locked);
        assertThat(type.getDeclaredMethod("two").getModifiers() & locked).isEqualTo(locked);
    }

    @Test
    void compile_compactSourceFile_isOneClassWithItsMain() throws Exception {
        CompiledProgram program =
                CompiledProgram.of(
                        compiler,
                        """
                        volatile int turn = 1;
                        final List<String> log = new ArrayList<>();
                        synchronized void say(String what) { log.add(what); }
                        class Helper { void help() { say("helped " + turn); } }
                        void main() { new Helper().help(); IO.println(log); }
                        """);
        Class<?> type = program.type("Main");
        assertThat(program.program().steps()).containsExactly(new EntryPoint("Main", "main"));
        assertThat(type.getDeclaredField("turn").getModifiers()).isEqualTo(Modifier.VOLATILE);
        assertThat(type.getDeclaredField("log").getModifiers()).isEqualTo(Modifier.FINAL);
        assertThat(type.getDeclaredMethod("say", String.class).getModifiers())
                .isEqualTo(Modifier.SYNCHRONIZED);
        assertThat(program.output()).isEqualTo("[helped 1]\n");
    }

    @Test
    void compile_compactFileWithTypeMain_namesItsOwnClassOtherwise() throws Exception {
        assertThat(
                        output(
                                "class Main { int n = 3; } void main() {"
                                        + " IO.println(new Main().n); }"))
                .isEqualTo("3\n");
    }

    @Test
    void compile_typesInAPackage_keepTheirNames() throws Exception {
        CompiledProgram program =
                CompiledProgram.of(
                        compiler,
                        """
                        package com.example;
                        import java.util.*;
                        interface Greeter { String greet(); }
                        public class Hello {
                            public static void main(String... args) { Greeter g = () -> "hi"; IO.println(g.greet()); }
                        }
                        public record Other() {}
                        """);
        assertThat(program.program().classes())
                .extracting(ClassBytes::name)
                .containsExactlyInAnyOrder("Greeter", "Hello", "Other");
        assertThat(program.output()).isEqualTo("hi\n");
    }

    @Test
    void compile_instanceMain_isFound() throws Exception {
        assertThat(output("class A { private int n = 4; void main() { IO.println(n); } }"))
                .isEqualTo("4\n");
    }

    @Test
    void compile_ownTypeNamedAsOneOfTheJdk_wins() throws Exception {
        assertThat(output("class List { int size = 9; } IO.println(new List().size);"))
                .isEqualTo("9\n");
        assertThat(output("record Thread(int n) {} void main() { IO.println(new Thread(1)); }"))
                .isEqualTo("Thread[n=1]\n");
    }

    @Test
    void compile_structuredTaskScope_compilesAlthoughPreview() throws Exception {
        assertThat(
                        output(
                                """
                                try (var scope = StructuredTaskScope.open()) {
                                    var one = scope.fork(() -> 20);
                                    var two = scope.fork(() -> 22);
                                    scope.join();
                                    IO.println(one.get() + two.get());
                                }
                                """))
                .isEqualTo("42\n");
    }

    @Test
    void compile_twice_leavesNothingBehind() throws Exception {
        assertThat(output("int x = 1; class Left {} IO.println(x);")).isEqualTo("1\n");
        compiler.prepare();
        assertThat(CompiledProgram.said(compiler, "IO.println(x); new Left();"))
                .containsExactly(
                        "1:12-1:13 cannot find symbol: variable x",
                        "1:20-1:24 cannot find symbol: class Left");
        assertThat(CompiledProgram.of(compiler, "int y = 2; y++;").program())
                .isEqualTo(CompiledProgram.of(compiler, "int y = 2; y++;").program());
    }

    @Test
    void compile_classesOfTheCompilerItself_areNotVisible() {
        assertThat(CompiledProgram.said(compiler, "dev.interleave.compiler.Javac x = null;"))
                .containsExactly("1:1-1:30 package dev.interleave.compiler does not exist");
    }

    @Test
    void compile_assertion_isCompiled() throws Exception {
        assertThat(CompiledProgram.of(compiler, "int n = 1;\nassert n > 1;").trace())
                .containsExactly("do_it$2:2");
    }

    @Test
    void compile_statementsBesideAnUncalledMain_warns() {
        assertThat(CompiledProgram.said(compiler, "int n = 1;\nn++;\nvoid main() {}"))
                .singleElement()
                .asString()
                .startsWith("3:1-3:15 main is not called");
    }

    @Test
    void compile_withProbes_sitesNameWhatTheReaderWrote() {
        try (var probing = new SnippetCompiler(ClassWeaver::probes, List.of())) {
            assertThat(
                            CompiledProgram.of(
                                            probing,
                                            """
                                            final Object lock = new Object();
                                            class Account { synchronized void pay() { } }
                                            synchronized void top() { }
                                            synchronized (lock) { new Account().pay(); }
                                            """)
                                    .program()
                                    .sites())
                    .contains(
                            new Site(2, "Account", "pay"),
                            new Site(3, "", "top"),
                            new Site(4, "", ""));
        }
    }

    @Test
    void compile_elseAfterALongComment_belongsToItsIf() throws Exception {
        for (int length = 1_990; length < 2_060; length += 7) {
            assertThat(
                            output(
                                    "if (true) IO.println(1); /* %s */\nelse IO.println(2);"
                                            .formatted("x".repeat(length))))
                    .isEqualTo("1\n");
        }
    }

    @Test
    void compile_importsInAnyPlace_countForAll() throws Exception {
        assertThat(
                        output(
                                """
                                import java.util.regex.*;
                                import java.util.zip.
                                    CRC32 // the sum
                                    ;
                                IO.println(Pattern.quote("a") + new CRC32().getValue() + max(1, 2));
                                import static java.lang.Math.max;
                                """))
                .isEqualTo("\\Qa\\E02\n");
    }
}
