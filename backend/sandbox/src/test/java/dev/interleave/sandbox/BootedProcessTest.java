package dev.interleave.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameType;
import dev.interleave.sandbox.testing.FakeProcess;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class BootedProcessTest {
    private static final byte[] READY = Frame.of(FrameType.RUNNER_READY, new byte[0]).toBytes();

    @Test
    void await_readyFrame_leavesTheProcessAlive() throws IOException {
        FakeProcess process = new FakeProcess(READY, "");

        BootedProcess booted = boot(process);

        assertThat(booted.ready().type()).isEqualTo(FrameType.RUNNER_READY);
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void await_processEnds_quotesItsLastWordsAndClosesIt() {
        FakeProcess process = new FakeProcess(new byte[0], "no wall: errno 13\n");

        assertThatThrownBy(() -> boot(process))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "a confined JVM did not boot; it sent no frame; it said: no wall: errno"
                                + " 13");
        assertThat(process.isClosed()).isTrue();
    }

    @Test
    void await_anotherFrame_isRefused() {
        FakeProcess process =
                new FakeProcess(Frame.of(FrameType.RUNNER_ENDED, new byte[8]).toBytes(), "");

        assertThatThrownBy(() -> boot(process)).hasMessageContaining("type 66");
        assertThat(process.isClosed()).isTrue();
    }

    @Test
    void await_noise_isRefused() {
        FakeProcess process = new FakeProcess("noise instead of frames".getBytes(UTF_8), "");

        assertThatThrownBy(() -> boot(process)).isInstanceOf(IOException.class);
        assertThat(process.isClosed()).isTrue();
    }

    /// With patience without end.
    private static BootedProcess boot(ConfinedProcess process) throws IOException {
        return BootedProcess.await(process, FrameType.RUNNER_READY, _ -> {});
    }
}
