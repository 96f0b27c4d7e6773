package dev.interleave.server.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The traces of the runs that ended last. Safe for use by several threads.
public final class RunStore {
    private static final long MAX_BYTES = 384L << 20;

    private final Map<String, Trace> traces = new LinkedHashMap<>();

    /// The trace of a run, from its file header on: pieces to be written one after the other. Empty
    /// when there is no such run, or no longer.
    public synchronized Optional<List<byte[]>> trace(String id) {
        return Optional.ofNullable(traces.get(id)).map(Trace::pieces);
    }

    synchronized void keep(String id, Trace trace) {
        traces.put(id, trace);
        long total = traces.values().stream().mapToLong(Trace::bytes).sum();
        var eldest = traces.entrySet().iterator();
        while (total > MAX_BYTES && traces.size() > 1) {
            total -= eldest.next().getValue().bytes();
            eldest.remove();
        }
    }
}
