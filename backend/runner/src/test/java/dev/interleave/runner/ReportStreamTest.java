package dev.interleave.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.trace.TraceRecord;
import dev.interleave.model.wire.Frame;
import dev.interleave.model.wire.FrameReader;
import dev.interleave.model.wire.FrameType;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

class ReportStreamTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final ReportStream reports = new ReportStream(sent);

    private FrameReader received() {
        return new FrameReader(
                new ByteArrayInputStream(sent.toByteArray()), Frame.MAX_PAYLOAD_BYTES);
    }

    @Test
    void writeEvents_partOfABatch_isAFrameOfThatPart() throws IOException {
        var batch = new byte[Frame.HEADER_BYTES + 3 * TraceRecord.BYTES];
        Arrays.fill(batch, (byte) 9);

        reports.writeEvents(batch, 2 * TraceRecord.BYTES);

        var records = new byte[2 * TraceRecord.BYTES];
        Arrays.fill(records, (byte) 9);
        assertThat(received().next()).contains(Frame.of(FrameType.EVENTS, records));
    }

    @Test
    void write_afterEvents_isTheNextFrame() throws IOException {
        Frame frame = Frame.of(FrameType.RUNNER_READY, new byte[] {1, 2, 3});

        reports.writeEvents(new byte[Frame.HEADER_BYTES + TraceRecord.BYTES], TraceRecord.BYTES);
        reports.write(frame);

        FrameReader received = received();
        assertThat(received.next()).isPresent();
        assertThat(received.next()).contains(frame);
    }
}
