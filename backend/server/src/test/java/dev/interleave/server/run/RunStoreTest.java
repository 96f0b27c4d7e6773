package dev.interleave.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunStoreTest {
    private static final byte[] PIECE = new byte[16 << 20];

    private final RunStore store = new RunStore();

    private static Trace traceOfMegabytes(int megabytes) {
        var trace = new Trace();
        for (int i = 0; i < megabytes; i += 16) {
            trace.add(PIECE);
        }
        return trace;
    }

    @Test
    void trace_unknownRun_isEmpty() {
        assertThat(store.trace("nobody")).isEmpty();
    }

    @Test
    void trace_keptRun_isItsPieces() {
        store.keep("a", traceOfMegabytes(32));

        assertThat(store.trace("a"))
                .hasValueSatisfying(it -> assertThat(it).containsExactly(PIECE, PIECE));
    }

    @Test
    void keep_moreThanFits_dropsTheOldest() {
        store.keep("oldest", traceOfMegabytes(160));
        store.keep("older", traceOfMegabytes(160));
        store.keep("new", traceOfMegabytes(160));

        assertThat(store.trace("oldest")).isEmpty();
        assertThat(store.trace("older")).isPresent();
        assertThat(store.trace("new")).isPresent();
    }

    @Test
    void keep_oneLargerThanAll_isKeptAlone() {
        store.keep("small", traceOfMegabytes(16));
        store.keep("huge", traceOfMegabytes(400));

        assertThat(store.trace("small")).isEmpty();
        assertThat(store.trace("huge")).isPresent();
    }
}
