package dev.interleave.server.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.program.Bytes;
import dev.interleave.model.run.Diagnostic;
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
    void find_unknownSource_isEmpty() {
        assertThat(cache.find("int i;")).isEmpty();
    }

    @Test
    void find_knownSource_isItsReply() {
        cache.put("int i;", SMALL);

        assertThat(cache.find("int i;")).contains(SMALL);
    }

    @Test
    void find_rejectedSource_isTheRejection() {
        CompilerReply rejected = new Rejected(List.of(error("no")));
        cache.put("int", rejected);

        assertThat(cache.find("int")).contains(rejected);
    }

    @Test
    void put_asMuchAsFits_keepsAll() {
        cache.put("a", aThird());
        cache.put("b", aThird());
        cache.put("c", aThird());

        assertThat(cache.find("a")).isPresent();
        assertThat(cache.find("b")).isPresent();
        assertThat(cache.find("c")).isPresent();
    }

    @Test
    void put_moreThanFits_dropsTheOneNotUsedForLongest() {
        cache.put("a", aThird());
        cache.put("b", aThird());
        cache.put("c", aThird());
        cache.find("a");
        cache.put("d", aThird());

        assertThat(cache.find("b")).isEmpty();
        assertThat(cache.find("a")).isPresent();
        assertThat(cache.find("c")).isPresent();
        assertThat(cache.find("d")).isPresent();
    }

    @Test
    void put_sameSourceAgain_countsOnce() {
        cache.put("a", SMALL);
        cache.put("b", aThird());
        cache.put("b", aThird());
        cache.put("b", aThird());
        cache.put("b", aThird());

        assertThat(cache.find("a")).isPresent();
    }

    @Test
    void put_largerThanAll_isNotKept() {
        cache.put("huge", new Compiled(List.of(), Bytes.wrap(new byte[65 << 20])));

        assertThat(cache.find("huge")).isEmpty();
    }

    @Test
    void put_longSource_countsItsLength() {
        cache.put("a", SMALL);
        cache.put("x".repeat(33 << 20), SMALL);

        assertThat(cache.find("a")).isEmpty();
    }

    @Test
    void put_longDiagnostics_countTheirLength() {
        cache.put("a", SMALL);
        cache.put("b", new Rejected(List.of(error("x".repeat(33 << 20)))));

        assertThat(cache.find("a")).isEmpty();
    }
}
