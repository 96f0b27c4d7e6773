package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.program.Variable;
import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.TraceEvent;
import dev.interleave.model.trace.TraceFrames;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// Accesses to memory are in the trace with their values when a run asks for them, and only then.
@ExtendWith(LiveServer.Shared.class)
final class MemoryTest {
    @Test
    void run_memoryAsked_tellsWhatWasWrittenAndRead(LiveServer server)
            throws IOException, InterruptedException {
        List<Frame> frames = frames(server, true);
        List<Variable> variables =
                frames.stream()
                        .filter(frame -> frame.type() == FrameType.VARIABLES)
                        .map(TraceFrames::readVariables)
                        .findFirst()
                        .orElseThrow();
        List<String> told =
                TraceFile.records(frames).stream().map(event -> told(event, variables)).toList();
        assertThat(told)
                .contains(
                        "FIELD_WRITTEN count = 7",
                        "FIELD_READ count = 7",
                        "FIELD_WRITTEN isReady = 1",
                        "ATOMIC_USED AtomicInteger.addAndGet = 9",
                        "ATOMIC_USED AtomicInteger.get = 9",
                        "ATOMIC_USED LongAdder.add = 11",
                        "ATOMIC_USED Map.size = 1",
                        "ARRAY_WRITTEN [1] = 8",
                        "ARRAY_READ [1] = 8");
        assertThat(told).noneMatch(text -> text.contains("Collection.size"));
        assertThat(variables)
                .contains(
                        new Variable(Variable.VOLATILE, 'Z', "isReady"),
                        new Variable(0, 'I', "count"));
    }

    @Test
    void run_memoryNotAsked_hasNoneOfThat(LiveServer server)
            throws IOException, InterruptedException {
        List<Frame> frames = frames(server, false);
        assertThat(TraceFile.records(frames)).noneMatch(event -> event.kind().isMemoryAccess());
        assertThat(frames).noneMatch(frame -> frame.type() == FrameType.VARIABLES);
    }

    private static List<Frame> frames(LiveServer server, boolean isMemoryRecorded)
            throws IOException, InterruptedException {
        JsonNode run =
                server.run(Files.readString(Coverage.programFile("Memory")), isMemoryRecorded);
        assertThat(run.path("output").asText()).isEqualTo("true 7 8 9 ten 11\n");
        return TraceFile.framesOfFile(
                server.bytes("/api/runs/" + run.path("id").asText() + "/trace"));
    }

    private static String told(TraceEvent event, List<Variable> variables) {
        EventKind kind = event.kind();
        if (!kind.isMemoryAccess()) {
            return "";
        }
        boolean isElement = kind == EventKind.ARRAY_READ || kind == EventKind.ARRAY_WRITTEN;
        String what =
                isElement
                        ? "[" + event.operation() + "]"
                        : variables.get(event.operation() - 1).label();
        return kind + " " + what + " = " + event.argument();
    }
}
