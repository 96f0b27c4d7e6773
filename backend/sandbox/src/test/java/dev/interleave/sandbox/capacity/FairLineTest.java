package dev.interleave.sandbox.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class FairLineTest {
    @Test
    void poll_severalClients_takesTurns() {
        FairLine<String> line = lineOf("a1", "a2", "a3", "b1", "c1", "b2");

        List<String> served =
                Stream.generate(line::poll)
                        .takeWhile(Optional::isPresent)
                        .map(Optional::orElseThrow)
                        .toList();

        assertThat(served).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");
    }

    @Test
    void inOrder_severalClients_foretellsPoll() {
        FairLine<String> line = lineOf("a1", "a2", "a3", "b1", "c1", "b2");

        assertThat(line.inOrder()).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");
    }

    @Test
    void add_afterOwnTurn_goesToTheEnd() {
        FairLine<String> line = lineOf("a1", "b1");
        line.poll();

        line.add("a", "a2");

        assertThat(line.inOrder()).containsExactly("b1", "a2");
    }

    @Test
    void remove_lastOfClient_forgetsTheClient() {
        FairLine<String> line = lineOf("a1", "b1");

        line.remove("a", "a1");

        assertThat(line.inOrder()).containsExactly("b1");
        assertThat(line.sizeOf("a")).isZero();
    }

    @Test
    void poll_empty_isEmpty() {
        assertThat(new FairLine<String>().poll()).isEmpty();
    }

    /// Items named after their client's letter.
    private static FairLine<String> lineOf(String... items) {
        FairLine<String> line = new FairLine<>();
        for (String item : items) {
            line.add(item.substring(0, 1), item);
        }
        return line;
    }
}
