package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.program.Program.ClassBytes;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.util.List;

class LineNumbersTest {
    private static SnippetCompiler compiler;

    @BeforeAll
    static void start() {
        compiler = new SnippetCompiler(ClassWeaver::none, List.of());
    }

    @AfterAll
    static void stop() {
        compiler.close();
    }

    @Test
    void trace_topLevelCode_hasTheEditorsLines() throws Exception {
        assertThat(
                        CompiledProgram.of(
                                        compiler,
                                        """
                                        // line 1
                                        import java.util.concurrent.*;
                                        int
                                           divisor
                                             = 0; /* a comment
                                             of two lines */ int other = 1;

                                        int[] table = {1,
                                            2};
                                        Runnable task = () -> {
                                            divide(
                                                table[0]);
                                        };
                                        task.run();
                                        int divide(int n) {
                                            return new Divider().divide(n);
                                        }
                                        class Divider { int divide(int n) {
                                            return n / divisor; } }
                                        """)
                                .trace())
                .containsExactly("divide:19", "divide:16", "lambda$do_it$4$0:11", "do_it$5:14");
    }

    @Test
    void trace_crLfAndTabs_hasTheEditorsLines() throws Exception {
        assertThat(
                        CompiledProgram.of(
                                        compiler,
                                        "int a = 0;\r\n\r\n\tint b = 1;\r\nb =\r\n b / a;\r\n")
                                .trace())
                .containsExactly("do_it$3:4");
    }

    @Test
    void trace_compactSourceFile_hasTheEditorsLines() throws Exception {
        assertThat(
                        CompiledProgram.of(
                                        compiler,
                                        """
                                        import java.util.*;

                                        void main() {
                                            fail();
                                        }

                                        void fail() {
                                            throw new IllegalStateException();
                                        }
                                        """)
                                .trace())
                .containsExactly("fail:8", "main:4");
    }

    @Test
    void trace_firstLine_isLineOne() throws Exception {
        assertThat(CompiledProgram.of(compiler, "throw new Exception();").trace())
                .containsExactly("do_it$1:1");
        assertThat(
                        CompiledProgram.of(
                                        compiler,
                                        "package p; class A { public static void main(String[] a) {"
                                                + " throw new Error(); } }")
                                .trace())
                .containsExactly("main:1");
    }

    @Test
    void compile_anyForm_keepsWhatTheWeaverNeeds() {
        for (String text :
                List.of(
                        "for (int i = 0; i < 3; i++) { var s = \"x\" + i; }",
                        "void main() { int local = 1; IO.println(local); }")) {
            for (ClassBytes each : CompiledProgram.of(compiler, text).program().classes()) {
                ClassModel model = ClassFile.of().parse(each.bytes().array());
                assertThat(model.findAttribute(Attributes.sourceFile()).orElseThrow().sourceFile())
                        .hasToString("Main.java");
                assertThat(model.methods())
                        .flatExtracting(method -> method.code().stream().toList())
                        .allMatch(code -> has(code))
                        .isNotEmpty();
            }
        }
    }

    private static boolean has(CodeModel code) {
        return code.findAttribute(Attributes.lineNumberTable()).isPresent();
    }
}
