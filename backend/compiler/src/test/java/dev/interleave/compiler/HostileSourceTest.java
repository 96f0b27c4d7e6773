package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.wire.CompilerReply.Compiled;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class HostileSourceTest {
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
    void compile_methodOver64K_isAnError() {
        String elements = "300,".repeat(12_000);
        assertThat(CompiledProgram.said(compiler, "int[] big = {" + elements + "};"))
                .singleElement()
                .asString()
                .endsWith("code too large");
    }

    @Test
    void compile_hugeString_compiles() {
        String text = "String s = \"" + "A".repeat(60_000) + "\";";
        assertThat(compiler.compile(text)).isInstanceOf(Compiled.class);
    }

    @Test
    void compile_hugeString_overTheLimitOfAConstant_isAnError() {
        assertThat(CompiledProgram.said(compiler, "String s = \"" + "é".repeat(40_000) + "\";"))
                .singleElement()
                .asString()
                .endsWith("is too long for the constant pool");
    }

    @Test
    void compile_thousandsOfPieces_areRefused() {
        String text =
                IntStream.range(0, 3_500)
                        .mapToObj(n -> "int v" + n + "=" + n + ";")
                        .collect(Collectors.joining("\n"));
        assertThat(CompiledProgram.said(compiler, text))
                .containsExactly(
                        "501:1-501:14 top-level statements and declarations: the limit is 500; put"
                                + " them into methods or a class");
    }

    @Test
    void compile_asManyPiecesAsAllowed_compiles() {
        String text =
                IntStream.range(0, ScriptFile.MOST_PIECES)
                        .mapToObj(n -> "var v" + n + " = " + "1 + ".repeat(20) + n + ";")
                        .collect(Collectors.joining("\n"));
        assertThat(compiler.compile(text)).isInstanceOf(Compiled.class);
    }

    @Test
    void compile_bracesThatCloseTheWrapper_areSyntaxErrors() {
        assertThat(CompiledProgram.said(compiler, "int a; } class B { int c;")).isNotEmpty();
        assertThat(CompiledProgram.said(compiler, "} } class Evil { static { } void f() { {"))
                .isNotEmpty();
    }

    @Test
    void compile_namesOfTheJdk_stayInTheProgramsOwnPackage() {
        assertThat(CompiledProgram.said(compiler, "package java.lang; class A { void main() {} }"))
                .isEmpty();
        assertThat(CompiledProgram.said(compiler, "module evil { }")).isNotEmpty();
    }

    @Test
    void compile_cyclicInheritance_doesNotSpoilTheNextText() {
        assertThat(
                        CompiledProgram.said(
                                compiler, "class A extends B {} class B extends A {} new A();"))
                .isNotEmpty();
        assertThat(CompiledProgram.said(compiler, "class A {} new A();")).isEmpty();
    }
}
