package dev.interleave.compiler;

import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.run.Diagnostic.Severity;

import org.jspecify.annotations.Nullable;

import javax.tools.JavaFileObject;

/// Moves what javac says about a generated text to the editor's.
final class Report {
    private Report() {}

    /// The diagnostic in the editor's coordinates. One that spans lines is narrowed to the word it
    /// is about, so that an error about a class does not underline all of it.
    static Diagnostic of(
            javax.tools.Diagnostic<? extends JavaFileObject> said,
            SourceText source,
            OffsetMap map,
            @Nullable String wrapper) {
        int start = map.original(Math.toIntExact(Math.max(said.getStartPosition(), 0)));
        int end = map.originalEnd(Math.toIntExact(Math.max(said.getEndPosition(), 0)));
        if (end < start || source.line(start) != source.line(end)) {
            start = map.original(Math.toIntExact(Math.max(said.getPosition(), 0)));
            end = source.wordEnd(start);
        }
        return source.diagnostic(
                start,
                end,
                Javac.isError(said) ? Severity.ERROR : Severity.WARNING,
                Messages.text(said, wrapper));
    }
}
