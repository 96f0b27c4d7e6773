package dev.interleave.server.child;

import dev.interleave.model.wire.CompilerReply;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What came of the sources compiled last. The JDK and the weaver are the same for a server's whole
/// life, so the source alone is the key. Safe for use by several threads.
final class ProgramCache {
    private static final long MAX_BYTES = 64L << 20;

    private final Map<String, CompilerReply> replies = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    synchronized Optional<CompilerReply> find(String source) {
        return Optional.ofNullable(replies.get(source));
    }

    synchronized void put(String source, CompilerReply reply) {
        CompilerReply old = replies.put(source, reply);
        bytes += sizeOf(source, reply) - (old == null ? 0 : sizeOf(source, old));
        var eldest = replies.entrySet().iterator();
        while (bytes > MAX_BYTES && eldest.hasNext()) {
            Map.Entry<String, CompilerReply> entry = eldest.next();
            bytes -= sizeOf(entry.getKey(), entry.getValue());
            eldest.remove();
        }
    }

    private static long sizeOf(String source, CompilerReply reply) {
        int program =
                reply instanceof CompilerReply.Compiled compiled ? compiled.program().size() : 256;
        long diagnostics =
                reply.diagnostics().stream()
                        .mapToLong(each -> 64 + 2L * each.message().length())
                        .sum();
        return program + diagnostics + 2L * source.length();
    }
}
