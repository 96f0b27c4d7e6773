package dev.interleave.model.run;

/// Something the compiler says about the source, in the editor's coordinates: lines and columns
/// start at 1.
///
/// @param line first line
/// @param column first column
/// @param endLine last line
/// @param endColumn the column after the last character, at least one past `column` when on the
///   same line
/// @param severity how bad
/// @param message one or more sentences
public record Diagnostic(
        int line, int column, int endLine, int endColumn, Severity severity, String message) {
    /// How bad a diagnostic is. The ordinal travels between our own processes.
    public enum Severity {
        /// Nothing runs.
        ERROR,
        /// It runs, but look.
        WARNING
    }
}
