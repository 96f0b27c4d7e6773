package dev.interleave.checks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What anybody in this virtual machine, the server above all, logs at warning or above while this
/// is open.
final class LoggedProblems extends Handler {
    private final Logger root = Logger.getLogger("");
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private LoggedProblems() {}

    /// Begins to listen.
    static LoggedProblems listen() {
        var problems = new LoggedProblems();
        problems.root.addHandler(problems);
        return problems;
    }

    /// What was logged so far.
    List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            seen.add(entry.getLoggerName() + ": " + entry.getMessage() + " " + entry.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
