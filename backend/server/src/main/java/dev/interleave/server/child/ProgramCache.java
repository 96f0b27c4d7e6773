package dev.interleave.server.child;

import dev.interleave.model.wire.CompileRequest;
import dev.interleave.model.wire.CompilerReply;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What came of the sources compiled last. The JDK and the weaver are the same for a server's whole
/// life, so the request alone is the key. Safe for use by several threads.
final class ProgramCache {
    private static final long MAX_BYTES = 64L << 20;

    private final Map<CompileRequest, CompilerReply> replies = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    synchronized Optional<CompilerReply> find(CompileRequest request) {
        return Optional.ofNullable(replies.get(request));
    }

    synchronized void put(CompileRequest request, CompilerReply reply) {
        CompilerReply old = replies.put(request, reply);
        bytes += sizeOf(request, reply) - (old == null ? 0 : sizeOf(request, old));
        var eldest = replies.entrySet().iterator();
        while (bytes > MAX_BYTES && eldest.hasNext()) {
            Map.Entry<CompileRequest, CompilerReply> entry = eldest.next();
            bytes -= sizeOf(entry.getKey(), entry.getValue());
            eldest.remove();
        }
    }

    private static long sizeOf(CompileRequest request, CompilerReply reply) {
        int program =
                reply instanceof CompilerReply.Compiled compiled ? compiled.program().size() : 256;
        long diagnostics =
                reply.diagnostics().stream()
                        .mapToLong(each -> 64 + 2L * each.message().length())
                        .sum();
        return program + diagnostics + 2L * request.source().length();
    }
}
