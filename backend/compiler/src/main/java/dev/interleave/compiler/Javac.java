package dev.interleave.compiler;

import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.JavacTaskPool;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// A javac in memory that has its symbols of the JDK at hand. Its tasks share a context, so that
/// only the first pays for reading `java.base`. Serves one request; confined to one thread.
final class Javac {
    private static final List<String> OPTIONS =
            List.of(
                    "-g",
                    "-parameters",
                    "-proc:none",
                    "-Xlint:none",
                    "-Xlint:synchronization,divzero,finally",
                    "-Xmaxerrs",
                    "200",
                    "--should-stop=ifError=FLOW",
                    "--enable-preview",
                    "--source",
                    "25",
                    "--limit-modules",
                    String.join(",", DefaultImports.MODULES));

    private final JavacTaskPool pool = new JavacTaskPool(1);
    private final MemoryFiles files;

    /// A javac that finds classes in `platform` and nowhere else; whoever made that closes it.
    Javac(StandardJavaFileManager platform) {
        this.files = new MemoryFiles(platform);
    }

    /// A file manager for the JDK's classes and those of `classPath`; costly, to be shared.
    static StandardJavaFileManager platform(List<Path> classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager platform = compiler.getStandardFileManager(null, null, null);
        try {
            platform.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            platform.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("class path " + classPath, e);
        }
        return platform;
    }

    /// Runs `work` with a task for the given sources. The trees and types it sees are valid only
    /// inside it.
    <T> T run(List<Source> sources, Function<Task, T> work) {
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        files.classes.clear();
        return pool.getTask(
                Writer.nullWriter(),
                files,
                diagnostics,
                OPTIONS,
                null,
                sources,
                task -> work.apply(new Task(task, diagnostics)));
    }

    /// The class files of the last task, by binary name.
    Map<String, byte[]> classes() {
        var classes = new LinkedHashMap<String, byte[]>();
        files.classes.forEach((name, file) -> classes.put(name, file.bytes.toByteArray()));
        return classes;
    }

    /// One javac task and what it says.
    record Task(JavacTask javac, DiagnosticCollector<JavaFileObject> diagnostics) {
        List<javax.tools.Diagnostic<? extends JavaFileObject>> said() {
            return diagnostics.getDiagnostics();
        }

        boolean failed() {
            return said().stream().anyMatch(Javac::isError);
        }
    }

    static boolean isError(javax.tools.Diagnostic<?> diagnostic) {
        return diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR;
    }

    /// A source text with a name; any public class may stand in it.
    static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.SOURCE;
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);

        ClassFile(String name) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ClassFile> classes = new LinkedHashMap<>();

        MemoryFiles(JavaFileManager platform) {
            super(platform);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location,
                String className,
                JavaFileObject.Kind kind,
                @Nullable FileObject sibling) {
            var file = new ClassFile(className);
            classes.put(className, file);
            return file;
        }
    }
}
