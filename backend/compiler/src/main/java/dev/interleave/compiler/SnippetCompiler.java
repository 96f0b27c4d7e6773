package dev.interleave.compiler;

import dev.interleave.model.frame.Bytes;
import dev.interleave.model.frame.Frame;
import dev.interleave.model.program.Program;
import dev.interleave.model.program.Program.ClassBytes;
import dev.interleave.model.program.ProgramCodec;
import dev.interleave.model.program.Site;
import dev.interleave.model.program.Variable;
import dev.interleave.model.program.Weaving;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.wire.CompileRequest;
import dev.interleave.model.wire.CompilerReply;
import dev.interleave.model.wire.CompilerReply.Compiled;
import dev.interleave.model.wire.CompilerReply.Rejected;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.tools.StandardJavaFileManager;

/// Turns the editor's text into a program, or says what is wrong with it. Nothing of one text is
/// left when the next comes. Confined to one thread.
///
/// Three forms are taken: a file with types of which one has a `main`, a compact source file, and
/// top-level statements and declarations.
public final class SnippetCompiler implements AutoCloseable {
    private final ClassWeaver.Factory weavers;
    private final StandardJavaFileManager platform;
    private final Splitter splitter = new Splitter();
    private @Nullable Javac prepared;

    /// A compiler, not yet warm.
    ///
    /// @param weavers makes the weaver of each program
    /// @param classPath what programs may use besides the JDK and what is imported by default;
    ///   nothing else is visible to them
    public SnippetCompiler(ClassWeaver.Factory weavers, List<Path> classPath) {
        this.weavers = weavers;
        this.platform = Javac.platform(DefaultImports.withOurs(classPath));
    }

    /// Compiles a text that does not record its accesses to memory.
    public CompilerReply compile(String text) {
        return compile(new CompileRequest(text, Weaving.LIVE));
    }

    /// Compiles a text.
    public CompilerReply compile(CompileRequest request) {
        Javac javac = prepared == null ? new Javac(platform) : prepared;
        prepared = null;
        var source = new SourceText(request.source());
        Build build = build(javac, source);
        return build.isFailed()
                ? new Rejected(build.diagnostics())
                : woven(build, source, request.weaving());
    }

    /// Gets ready for the next text, in time that nobody waits for. Without it the next text
    /// compiles as well, but slower.
    public void prepare() {
        if (prepared == null) {
            var javac = new Javac(platform);
            build(javac, new SourceText(WarmUp.PREPARATION));
            prepared = javac;
        }
    }

    @Override
    public void close() {
        splitter.close();
        try {
            platform.close();
        } catch (IOException e) {
            throw new UncheckedIOException("class path", e);
        }
    }

    private Build build(Javac javac, SourceText source) {
        String text = source.text();
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            return Build.failed(source.error(nul, nul + 1, "the text contains a NUL character"));
        }
        if (Lexis.skipTrivia(text, 0) == text.length()) {
            return Build.failed(source.error(0, 1, "nothing to run: the text is empty"));
        }
        String name = unusedName(text);
        WholeFile file = WholeFile.parse(javac, source, name);
        if (file.isSound() && (file.hasMain() || file.isTypesOnly())) {
            return file.build(javac);
        }
        ScriptFile script = ScriptFile.parse(javac, splitter, source, name);
        return !file.isSound() && script.looksLikeWholeFile()
                ? Build.failed(file.syntaxErrors())
                : script.build(javac);
    }

    /// A name for the class around top-level code that means nothing else in the text.
    private static String unusedName(String text) {
        Set<String> words = Lexis.words(text);
        return Stream.concat(
                        Stream.of("Main", "Program"),
                        IntStream.iterate(1, n -> n + 1).mapToObj(n -> "Program" + n))
                .filter(name -> !words.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private CompilerReply woven(Build build, SourceText source, Weaving weaving) {
        ClassWeaver weaver =
                weavers.forProgram(name -> build.classes().get(name.replace('/', '.')), weaving);
        var classes = new ArrayList<ClassBytes>();
        build.classes()
                .forEach((name, bytes) ->
                        classes.add(
                                new ClassBytes(
                                        name,
                                        Bytes.wrap(
                                                weaver.weave(
                                                        bytes,
                                                        line ->
                                                                line <= source.lines()
                                                                        ? line
                                                                        : 0)))));
        List<Site> sites =
                weaver.sites().stream().map(site -> asWritten(site, build.wrapper())).toList();
        byte[] program =
                ProgramCodec.write(
                        new Program(
                                classes,
                                build.steps(),
                                sites,
                                weaver.names(),
                                variables(weaver, build.wrapper())));
        var compiled = new Compiled(build.diagnostics(), Bytes.wrap(program));
        int bytes = compiled.toFrame().payload().size();
        return bytes <= Frame.MAX_PAYLOAD_BYTES
                ? compiled
                : new Rejected(List.of(tooLarge(source, bytes)));
    }

    private static Diagnostic tooLarge(SourceText source, int bytes) {
        return source.error(
                0,
                1,
                "the compiled program is %,d bytes; the limit is %,d"
                        .formatted(bytes, Frame.MAX_PAYLOAD_BYTES));
    }

    private static List<Variable> variables(ClassWeaver weaver, @Nullable String wrapper) {
        return weaver.variables().stream()
                .map(variable ->
                        wrapper != null && variable.label().startsWith(wrapper + ".")
                                ? new Variable(
                                        variable.flags(),
                                        variable.type(),
                                        variable.label().substring(wrapper.length() + 1))
                                : variable)
                .toList();
    }

    /// The site without the class and the methods that the reader did not write.
    private static Site asWritten(Site site, @Nullable String wrapper) {
        if (wrapper == null) {
            return site;
        }
        String className = site.className();
        if (className.equals(wrapper)) {
            className = "";
        } else if (className.startsWith(wrapper)
                && ".$".indexOf(className.charAt(wrapper.length())) >= 0) {
            className = className.substring(wrapper.length() + 1);
        }
        return new Site(
                site.line(),
                className,
                className.isEmpty() && ScriptWriter.isInStep(site.method()) ? "" : site.method());
    }
}
