package dev.interleave.server.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.frame.Bytes;
import dev.interleave.model.program.Weaving;
import dev.interleave.model.run.Diagnostic;
import dev.interleave.model.wire.CompileRequest;
import dev.interleave.model.wire.CompilerReply;
import dev.interleave.model.wire.CompilerReply.Compiled;
import dev.interleave.model.wire.CompilerReply.Rejected;

import org.junit.jupiter.api.Test;

import java.util.List;

class ProgramCacheTest {
    private static final Bytes THIRD = Bytes.wrap(new byte[21 << 20]);
    private static final CompilerReply SMALL = new Compiled(List.of(), Bytes.wrap(new byte[8]));

    private final ProgramCache cache = new ProgramCache();

    private static CompilerReply aThird() {
        return new Compiled(List.of(), THIRD);
    }

    private static Diagnostic error(String message) {
        return new Diagnostic(1, 1, 1, 2, Diagnostic.Severity.ERROR, message);
    }

    @Test
    void find_sameSourceOtherWeaving_isAnotherProgram() {
        cache.put(new CompileRequest("int i;", Weaving.MEMORY), SMALL);
        assertThat(cache.find(new CompileRequest("int i;", Weaving.CONTROLLED))).isEmpty();
    }

    @Test
    void find_unknownSource_isEmpty() {
        assertThat(cache.find(source("int i;"))).isEmpty();
    }

    @Test
    void find_knownSource_isItsReply() {
        cache.put(source("int i;"), SMALL);

        assertThat(cache.find(source("int i;"))).contains(SMALL);
    }

    @Test
    void find_rejectedSource_isTheRejection() {
        CompilerReply rejected = new Rejected(List.of(error("no")));
        cache.put(source("int"), rejected);

        assertThat(cache.find(source("int"))).contains(rejected);
    }

    @Test
    void put_asMuchAsFits_keepsAll() {
        cache.put(source("a"), aThird());
        cache.put(source("b"), aThird());
        cache.put(source("c"), aThird());

        assertThat(cache.find(source("a"))).isPresent();
        assertThat(cache.find(source("b"))).isPresent();
        assertThat(cache.find(source("c"))).isPresent();
    }

    @Test
    void put_moreThanFits_dropsTheOneNotUsedForLongest() {
        cache.put(source("a"), aThird());
        cache.put(source("b"), aThird());
        cache.put(source("c"), aThird());
        cache.find(source("a"));
        cache.put(source("d"), aThird());

        assertThat(cache.find(source("b"))).isEmpty();
        assertThat(cache.find(source("a"))).isPresent();
        assertThat(cache.find(source("c"))).isPresent();
        assertThat(cache.find(source("d"))).isPresent();
    }

    @Test
    void put_sameSourceAgain_countsOnce() {
        cache.put(source("a"), SMALL);
        cache.put(source("b"), aThird());
        cache.put(source("b"), aThird());
        cache.put(source("b"), aThird());
        cache.put(source("b"), aThird());

        assertThat(cache.find(source("a"))).isPresent();
    }

    @Test
    void put_largerThanAll_isNotKept() {
        cache.put(source("huge"), new Compiled(List.of(), Bytes.wrap(new byte[65 << 20])));

        assertThat(cache.find(source("huge"))).isEmpty();
    }

    @Test
    void put_longSource_countsItsLength() {
        cache.put(source("a"), SMALL);
        cache.put(source("x".repeat(33 << 20)), SMALL);

        assertThat(cache.find(source("a"))).isEmpty();
    }

    @Test
    void put_longDiagnostics_countTheirLength() {
        cache.put(source("a"), SMALL);
        cache.put(source("b"), new Rejected(List.of(error("x".repeat(33 << 20)))));

        assertThat(cache.find(source("a"))).isEmpty();
    }

    private static CompileRequest source(String text) {
        return new CompileRequest(text, Weaving.LIVE);
    }
}
