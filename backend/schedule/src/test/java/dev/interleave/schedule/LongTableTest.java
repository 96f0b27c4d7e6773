package dev.interleave.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongTableTest {
    @Test
    void find_afterGrowing_everyKeyWithItsValues() {
        var table = new LongTable(2);
        for (long key = 0; key < 1_000; key++) {
            int place = table.add(key);
            table.set(place, 0, key * 2);
            table.set(place, 1, key * 3);
        }
        assertThat(table.size()).isEqualTo(1_000);
        for (long key = 0; key < 1_000; key++) {
            int place = table.find(key);
            assertThat(table.value(place, 0)).isEqualTo(key * 2);
            assertThat(table.value(place, 1)).isEqualTo(key * 3);
        }
        assertThat(table.find(1_000)).isEqualTo(-1);
        assertThat(table.find(-1)).isEqualTo(-1);
    }

    @Test
    void add_afterClear_startsWithZeros() {
        var table = new LongTable(1);
        table.set(table.add(5), 0, 7);
        table.clear();
        assertThat(table.find(5)).isEqualTo(-1);
        assertThat(table.value(table.add(5), 0)).isZero();
    }

    @Test
    void keepOnly_predicate_dropsTheOthers() {
        var table = new LongTable(0);
        for (long key = 0; key < 100; key++) {
            table.add(key);
        }
        table.keepOnly(key -> key % 10 == 0);
        assertThat(table.size()).isEqualTo(10);
        assertThat(table.find(0)).isNotEqualTo(-1);
        assertThat(table.find(90)).isNotEqualTo(-1);
        assertThat(table.find(91)).isEqualTo(-1);
    }
}
