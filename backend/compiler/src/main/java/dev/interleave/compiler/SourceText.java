package dev.interleave.compiler;

import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.run.Diagnostic.Severity;

import java.util.Arrays;

/// The text in the editor, with its lines. A line ends with `\n`, `\r` or `\r\n`, as javac counts.
final class SourceText {
    private final String text;
    private final int[] lineStarts;

    SourceText(String text) {
        this.text = text;
        var starts = new int[text.length() + 2];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
                starts[lines++] = i + 1;
            }
        }
        this.lineStarts = Arrays.copyOf(starts, lines);
    }

    String text() {
        return text;
    }

    int lines() {
        return lineStarts.length;
    }

    /// The diagnostic for the characters from `start` to before `end`; it covers at least one
    /// column.
    Diagnostic diagnostic(int start, int end, Severity severity, String message) {
        int from = Math.clamp(start, 0, text.length());
        int to = Math.clamp(end, from, text.length());
        int line = line(from);
        int endLine = line(to);
        int column = from - lineStarts[line - 1] + 1;
        int endColumn = to - lineStarts[endLine - 1] + 1;
        return new Diagnostic(
                line,
                column,
                endLine,
                line == endLine ? Math.max(endColumn, column + 1) : endColumn,
                severity,
                message);
    }

    Diagnostic error(int start, int end, String message) {
        return diagnostic(start, end, Severity.ERROR, message);
    }

    int line(int offset) {
        int index = Arrays.binarySearch(lineStarts, offset);
        return index >= 0 ? index + 1 : -index - 1;
    }

    /// The end of the identifier or number that starts at `offset`, or the next offset.
    int wordEnd(int offset) {
        int end = Math.max(offset, 0);
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end > offset ? end : offset + 1;
    }
}
