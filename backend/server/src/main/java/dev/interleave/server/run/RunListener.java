package dev.interleave.server.run;

import dev.interleave.model.control.SearchSummary;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.run.Finding;

import java.nio.ByteBuffer;
import java.util.List;

/// Is told how a run goes, one call at a time. None may block: a slow listener must not hold up a
/// run.
public interface RunListener {
    /// The run waits for its turn; 1 is next.
    void queued(int position);

    /// The compiler has the source.
    void compiling();

    /// What the compiler says, also when it is nothing.
    void compiled(List<Diagnostic> diagnostics);

    /// The program runs.
    void started(String id, RunMode mode);

    /// A search goes on; a few times a second.
    void searching(SearchSummary soFar);

    /// A piece of the trace, checked: whole frames. The listener must not change it.
    void traced(ByteBuffer frames);

    /// Something is wrong with the program.
    void found(Finding finding);

    /// The run is over; nothing follows.
    void ended(RunSummary summary);
}
