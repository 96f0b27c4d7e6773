package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class DiagnosticsTest {
    private static SnippetCompiler compiler;

    @BeforeAll
    static void start() {
        compiler = new SnippetCompiler(ClassWeaver::none, List.of());
    }

    @AfterAll
    static void stop() {
        compiler.close();
    }

    private static List<String> said(String text) {
        return CompiledProgram.said(compiler, text);
    }

    @Test
    void compile_errorsInManyPieces_reportsAllAtOnce() {
        assertThat(
                        said(
                                """
                                int a = "one";
                                for (int i = 0; i < 3; i++) {
                                    count(i);
                                }
                                class A {
                                    Foo f; int g() { }
                                }
                                int b = ;
                                int c = 5 +
                                    "six";
                                """))
                .containsExactly(
                        "1:9-1:14 incompatible types: String cannot be converted to int",
                        "3:5-3:10 cannot find symbol: method count(int)",
                        "6:5-6:8 cannot find symbol: class Foo in class A",
                        "6:20-6:23 missing return statement",
                        "8:9-8:10 illegal start of expression",
                        "9:11-9:12 incompatible types: String cannot be converted to int");
    }

    @Test
    void compile_rejectedDeclaration_itsNameIsNotReportedMissing() {
        assertThat(
                        said(
                                """
                                int counter = ;
                                counter++;
                                var user = missing();
                                user.go();
                                Unknown thing = null;
                                thing.go();
                                """))
                .containsExactly(
                        "1:15-1:16 illegal start of expression",
                        "3:12-3:19 cannot find symbol: method missing()",
                        "5:1-5:8 cannot find symbol: class Unknown");
    }

    @Test
    void compile_tabsUnicodeAndCrLf_countsCharacters() {
        assertThat(said("int x = 1;\r\nString s = \"é😀\" + ü;\r\n\tx = y;\r\n"))
                .containsExactly(
                        "2:20-2:21 cannot find symbol: variable ü",
                        "3:6-3:7 cannot find symbol: variable y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    int x = 5\\nint y = 6;          | 1:10-1:11 ';' expected
                    void f() {\\n  int x = 1;\\n    | 2:12-2:13 reached end of file while parsing
                    if (true) {\\n foo();           | 2:7-2:8 reached end of file while parsing
                    int a;\\n/* never closed        | 2:1-2:2 unclosed comment
                    int a;\\nString s = "abc;       | 2:12-2:13 unclosed string literal
                    String s = \"\"\"\\n abc        | 1:12-1:13 unclosed text block
                    foo(1,                          | 1:6-1:7 illegal start of expression
                    }                               | 1:1-1:2 this '}' has no matching '{'
                    /exit                           | 1:1-1:6 commands of the jshell tool are not Java and do not work here
                    return;                         | 1:1-1:8 return outside method: at the top level there is nothing to return from
                    // nothing                      | 1:1-1:2 nothing to run: the text is empty
                    void f() {}                     | 1:1-1:2 nothing to run: there is neither a statement nor a main method
                    class A {}                      | 1:1-1:2 nothing to run: there are only types, and none of them has a main method that can be started
                    int late = y + 1; int y = 3;    | 1:12-1:13 variable y is used before it is declared
                    int z = z + 1;                  | 1:9-1:10 variable z might not have been initialized
                    var n = null;                   | 1:5-1:13 cannot infer type for local variable n (variable initializer is 'null')
                    final var o = new Object(); o = 1; | 1:29-1:30 cannot assign a value to final variable o
                    """)
    void compile_oneSlip_hasOneMarker(String text, String expected) {
        assertThat(said(text.replace("\\n", "\n"))).containsExactly(expected);
    }

    @Test
    void compile_emptyOrNul_isRefused() {
        assertThat(said("")).containsExactly("1:1-1:2 nothing to run: the text is empty");
        assertThat(said("int a\0;")).containsExactly("1:6-1:7 the text contains a NUL character");
    }

    @Test
    void compile_missingSemicolonAtTheEnd_isForgiven() {
        assertThat(said("int x = 5")).isEmpty();
        assertThat(said("Thread.yield() // done")).isEmpty();
    }

    @Test
    void compile_wholeFileWithASlip_readsItAsAFile() {
        assertThat(
                        said(
                                """
                                int counter = 0;
                                void inc() { counter++; }
                                void main() {
                                    inc();
                                    counter = 3
                                }
                                """))
                .containsExactly("5:16-5:17 ';' expected");
        assertThat(said("class A {\n  void main() {\n    if (true) {\n  }\n}\n"))
                .containsExactly("5:2-5:3 reached end of file while parsing");
    }

    @Test
    void compile_errorsInTypesOfAFile_reportsAllAtOnce() {
        assertThat(
                        said(
                                """
                                package p;
                                public class A {
                                    public static void main(String[] args) { B.x = "s"; undefined(); }
                                }
                                class B implements Runnable { static int x;
                                }
                                """))
                .containsExactly(
                        "3:52-3:55 incompatible types: String cannot be converted to int",
                        "3:57-3:66 cannot find symbol: method undefined() in class A",
                        "5:1-5:6 B is not abstract and does not override abstract method run() in"
                                + " Runnable");
    }

    @Test
    void compile_lockOnAValueBasedClass_warns() {
        assertThat(said("Integer lock = 5;\nsynchronized (lock) { }"))
                .containsExactly(
                        "2:1-2:24 attempt to synchronize on an instance of a value-based class");
    }
}
