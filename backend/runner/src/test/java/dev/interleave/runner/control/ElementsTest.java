package dev.interleave.runner.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.analysis.races.Race;
import dev.interleave.analysis.races.RaceDetector;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@TestInstance(Lifecycle.PER_CLASS)
class ElementsTest {
    private static final int SIZE = 400;
    private static final int VARIABLE = 1;
    private static final int SITE = 1;

    private final Things things = new Things();

    /// A thread writes, or reads, a range.
    record Use(int thread, int from, int to, boolean isWrite) {}

    @Test
    void some_long_isOneCell() {
        var elements = new Elements();
        assertThat(elements.some(0, SIZE, VARIABLE, things)).hasSize(1);
        assertThat(elements.some(0, SIZE, VARIABLE, things)).hasSize(1);
        assertThat(elements.hasRanges()).isTrue();
    }

    @Test
    void some_short_areTheElements() {
        var elements = new Elements();
        List<Cell> cells = elements.some(10, 13, VARIABLE, things);
        assertThat(cells)
                .containsExactly(
                        elements.one(10, VARIABLE, things),
                        elements.one(11, VARIABLE, things),
                        elements.one(12, VARIABLE, things));
        assertThat(elements.hasRanges()).isFalse();
    }

    /// Ranges race just as their elements would, one by one.
    @ParameterizedTest
    @MethodSource("uses")
    void some_anyRanges_raceAsTheirElements(List<Use> uses) {
        assertThat(isRacy(uses, true)).isEqualTo(isRacy(uses, false));
    }

    static Stream<List<Use>> uses() {
        var random = new Random(1);
        return IntStream.range(0, 500).mapToObj(_ -> someUses(random));
    }

    private static List<Use> someUses(Random random) {
        var uses = new ArrayList<Use>();
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            int from = random.nextInt(SIZE - 1);
            boolean isOne = random.nextInt(3) == 0;
            int to = isOne ? from + 1 : from + 1 + random.nextInt(SIZE - from);
            uses.add(new Use(1 + random.nextInt(3), from, to, random.nextInt(3) == 0));
        }
        return uses;
    }

    private boolean isRacy(List<Use> uses, boolean inRanges) {
        var races = new ArrayList<Race>();
        var detector = new RaceDetector(races::add);
        var elements = new Elements();
        for (Use use : uses) {
            List<Cell> cells =
                    inRanges
                            ? elements.some(use.from, use.to, VARIABLE, things)
                            : IntStream.range(use.from, use.to)
                                    .mapToObj(index -> elements.one(index, VARIABLE, things))
                                    .toList();
            for (Cell cell : cells) {
                if (use.isWrite) {
                    detector.write(use.thread, cell, SITE);
                } else {
                    detector.read(use.thread, cell, SITE);
                }
            }
        }
        return !races.isEmpty();
    }
}
