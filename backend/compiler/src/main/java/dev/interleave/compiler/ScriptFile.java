package dev.interleave.compiler;

import dev.interleave.compiler.Javac.Source;
import dev.interleave.compiler.Part.Bad;
import dev.interleave.compiler.Part.Expression;
import dev.interleave.compiler.Part.Import;
import dev.interleave.compiler.Part.Member;
import dev.interleave.compiler.Part.Statement;
import dev.interleave.compiler.ScriptWriter.Script;
import dev.interleave.compiler.Splitter.Cut;
import dev.interleave.model.program.Program.EntryPoint;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.run.Diagnostic.Severity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A text read as top-level code: statements and declarations in any order.
final class ScriptFile {
    /// The most pieces a text may have.
    static final int MOST_PIECES = 500;

    private final SourceText source;
    private final String className;
    private final List<Part> parts;
    private final List<Diagnostic> errors = new ArrayList<>();

    private ScriptFile(SourceText source, String className, List<Part> parts) {
        this.source = source;
        this.className = className;
        this.parts = parts;
    }

    static ScriptFile parse(Javac javac, Splitter splitter, SourceText source, String className) {
        List<Cut> cuts = splitter.cut(source.text(), MOST_PIECES + 1);
        if (cuts.size() > MOST_PIECES) {
            Cut last = cuts.getLast();
            var file = new ScriptFile(source, className, List.of());
            file.errors.add(
                    source.error(
                            last.start(),
                            last.end(),
                            "top-level statements and declarations: the limit is "
                                    + MOST_PIECES
                                    + "; put them into methods or a class"));
            return file;
        }
        var file = new ScriptFile(source, className, PartParser.parse(javac, source.text(), cuts));
        for (Part part : file.parts) {
            if (part instanceof Bad bad) {
                file.errors.add(source.error(bad.from(), bad.to(), bad.message()));
            }
        }
        return file;
    }

    /// Whether this looks like a source file with a `main` and a slip in its syntax, rather than
    /// like top-level code: no statement comes before the first piece that does not parse.
    boolean looksLikeWholeFile() {
        boolean hasMain = false;
        boolean isBadFirst = false;
        boolean hasStatement = false;
        for (Part part : parts) {
            switch (part) {
                case Member member -> hasMain |= member.name().equals("main");
                case Bad bad -> {
                    hasMain |= words(bad).contains("main");
                    isBadFirst |= !hasStatement;
                }
                case Statement _, Expression _ -> hasStatement = true;
                case Import _, Part.Variables _ -> {}
            }
        }
        return hasMain && isBadFirst;
    }

    /// Compiles it. A piece that does not parse is left out, and what it might have declared is not
    /// reported missing.
    Build build(Javac javac) {
        if (parts.stream().allMatch(part -> part instanceof Bad)) {
            return Build.failed(errors);
        }
        VarTypes.Found found = VarTypes.find(javac, source, className, parts);
        Script script = ScriptWriter.forRunning(source.text(), className, parts, found.types());
        var known = new ArrayList<>(errors);
        known.addAll(found.errors());
        known.addAll(mainNeverCalled());
        Set<String> hidden = new HashSet<>();
        hidden.add(ScriptWriter.UNKNOWN_TYPE);
        parts.stream()
                .filter(Bad.class::isInstance)
                .forEach(part -> hidden.addAll(words((Bad) part)));
        Build build =
                Build.of(
                        javac,
                        new Source("Main", script.text()),
                        (task, unit) ->
                                ScriptChecker.check(
                                        task, unit, source, script.map(), className, parts),
                        known,
                        script.steps().stream()
                                .map(step -> new EntryPoint(className, step))
                                .toList(),
                        className,
                        said -> {
                            String missing = Messages.missingName(said);
                            return missing != null && hidden.contains(missing)
                                    ? null
                                    : Report.of(said, source, script.map(), className);
                        });
        return script.steps().isEmpty() && !build.isFailed()
                ? Build.failed(
                        source.error(
                                0,
                                1,
                                "nothing to run: there is neither a statement nor a main method"))
                : build;
    }

    private List<Diagnostic> mainNeverCalled() {
        var warnings = new ArrayList<Diagnostic>();
        for (Part part : parts) {
            if (part instanceof Member(int start, int end, String name, _)
                    && name.equals("main")
                    && parts.stream()
                            .filter(other -> !other.equals(part))
                            .noneMatch(other -> text(other).contains("main"))) {
                warnings.add(
                        source.diagnostic(
                                start,
                                end,
                                Severity.WARNING,
                                "main is not called: there are statements at the top level, and"
                                        + " these are what runs"));
            }
        }
        return warnings;
    }

    private Set<String> words(Bad bad) {
        return Lexis.words(text(bad));
    }

    private String text(Part part) {
        return source.text().substring(part.start(), part.end());
    }
}
