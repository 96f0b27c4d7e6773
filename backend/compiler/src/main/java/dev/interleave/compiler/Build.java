package dev.interleave.compiler;

import com.sun.source.tree.CompilationUnitTree;

import dev.interleave.compiler.Javac.Source;
import dev.interleave.compiler.Javac.Task;
import dev.interleave.model.program.Program.EntryPoint;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.run.Diagnostic.Severity;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import javax.tools.JavaFileObject;

/// What came of a source: classes and steps, or errors.
///
/// @param diagnostics in the order of the text; with an error among them the rest is empty
/// @param classes class files by binary name
/// @param steps what to call
/// @param wrapper simple name of the class that top-level code was put into, or null
record Build(
        List<Diagnostic> diagnostics,
        Map<String, byte[]> classes,
        List<EntryPoint> steps,
        @Nullable String wrapper) {
    private static final int MOST_DIAGNOSTICS = 100;

    /// Moves what javac says to the editor's text; null when it is not for the reader.
    interface Reporter {
        @Nullable Diagnostic report(javax.tools.Diagnostic<? extends JavaFileObject> said);
    }

    /// A failed build.
    static Build failed(List<Diagnostic> diagnostics) {
        return new Build(tidy(diagnostics), Map.of(), List.of(), null);
    }

    /// A failed build with one error.
    static Build failed(Diagnostic diagnostic) {
        return failed(List.of(diagnostic));
    }

    boolean isFailed() {
        return hasError(diagnostics);
    }

    static boolean hasError(List<Diagnostic> diagnostics) {
        return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    }

    /// Makes class files, unless something is wrong.
    ///
    /// @param source the generated source
    /// @param check looks at the analysed trees
    /// @param known diagnostics found before; with an error among them no class is made
    /// @param steps what to call
    static Build of(
            Javac javac,
            Source source,
            BiFunction<Task, CompilationUnitTree, List<Diagnostic>> check,
            List<Diagnostic> known,
            List<EntryPoint> steps,
            @Nullable String wrapper,
            Reporter reporter) {
        List<Diagnostic> diagnostics =
                javac.run(
                        List.of(source),
                        task -> {
                            CompilationUnitTree unit =
                                    Unchecked.get(task.javac()::parse).iterator().next();
                            Unchecked.get(task.javac()::analyze);
                            var all = new ArrayList<Diagnostic>(known);
                            all.addAll(check.apply(task, unit));
                            if (!task.failed() && !hasError(all)) {
                                Unchecked.get(task.javac()::generate);
                            }
                            all.addAll(reported(task, reporter));
                            if (task.failed() && !hasError(all)) {
                                throw new IllegalStateException(
                                        "nothing to report of " + task.said());
                            }
                            return all;
                        });
        return hasError(diagnostics)
                ? failed(diagnostics)
                : new Build(tidy(diagnostics), javac.classes(), steps, wrapper);
    }

    private static List<Diagnostic> reported(Task task, Reporter reporter) {
        var diagnostics = new ArrayList<Diagnostic>();
        for (var said : task.said()) {
            if (said.getKind() != javax.tools.Diagnostic.Kind.NOTE) {
                Diagnostic diagnostic = reporter.report(said);
                if (diagnostic != null) {
                    diagnostics.add(diagnostic);
                }
            }
        }
        return diagnostics;
    }

    private static List<Diagnostic> tidy(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .distinct()
                .sorted(
                        Comparator.comparingInt(Diagnostic::line)
                                .thenComparingInt(Diagnostic::column))
                .limit(MOST_DIAGNOSTICS)
                .toList();
    }
}
