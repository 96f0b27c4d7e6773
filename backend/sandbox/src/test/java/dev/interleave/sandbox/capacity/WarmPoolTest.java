package dev.interleave.sandbox.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.sandbox.testing.ManualLater;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class WarmPoolTest {
    private final ManualLater later = new ManualLater();
    private final List<Spare> booted = new ArrayList<>();
    private boolean bootFails;
    private int attempts;

    @Test
    void start_timeToBoot_fillsUp() {
        WarmPool<Spare> pool = poolOf(3);

        later.runDue();

        assertThat(pool.ready()).isEqualTo(3);
    }

    @Test
    void take_spareReady_handsOutTheOldestAndRefills() {
        WarmPool<Spare> pool = poolOf(2);
        later.runDue();

        Spare taken = pool.take();
        later.runDue();

        assertThat(taken).isSameAs(booted.getFirst());
        assertThat(pool.ready()).isEqualTo(2);
    }

    @Test
    void take_nothingReady_bootsOnDemand() {
        WarmPool<Spare> pool = poolOf(1);

        assertThat(pool.take()).isSameAs(booted.getFirst());
    }

    @Test
    void take_spareDied_isClosedAndNotHandedOut() {
        WarmPool<Spare> pool = poolOf(2);
        later.runDue();
        booted.getFirst().alive = false;

        assertThat(pool.take()).isSameAs(booted.get(1));
        assertThat(booted.getFirst().closed).isTrue();
    }

    @Test
    void take_bootFails_throwsItsCause() {
        WarmPool<Spare> pool = poolOf(1);
        bootFails = true;

        assertThatThrownBy(pool::take)
                .isInstanceOf(BootFailure.class)
                .hasMessage("cannot boot spares")
                .hasRootCauseMessage("no boot today");
    }

    @Test
    void check_spareDied_replacesIt() {
        WarmPool<Spare> pool = poolOf(1);
        later.runDue();
        booted.getFirst().alive = false;

        later.passTime(Duration.ofSeconds(5));

        assertThat(pool.take()).isSameAs(booted.get(1));
    }

    @Test
    void refill_bootFailsForAMinute_triesEverMoreSlowly() {
        bootFails = true;
        WarmPool<Spare> pool = poolOf(1);

        later.passTime(Duration.ofMinutes(1));

        // 0, 0.1, 0.3, 0.7, 1.5, 3.1, 6.3, 12.7, 25.5 and 51.1 seconds.
        assertThat(attempts).isEqualTo(10);
        assertThat(pool.lastFailure())
                .hasValueSatisfying(e -> assertThat(e).hasMessage("no boot today"));
    }

    @Test
    void refill_bootWorksAgain_fillsUpAndForgetsTheFailure() {
        bootFails = true;
        WarmPool<Spare> pool = poolOf(2);
        later.runDue();
        bootFails = false;

        later.passTime(Duration.ofMillis(100));

        assertThat(pool.ready()).isEqualTo(2);
        assertThat(pool.lastFailure()).isEmpty();
    }

    @Test
    void close_sparesReady_closesThemAndBootsNoMore() {
        WarmPool<Spare> pool = poolOf(2);
        later.runDue();

        pool.close();
        later.passTime(Duration.ofMinutes(1));

        assertThat(booted).hasSize(2).allMatch(spare -> spare.closed);
    }

    @Test
    void take_poolClosed_isOurBug() {
        WarmPool<Spare> pool = poolOf(1);
        pool.close();

        assertThatThrownBy(pool::take).isInstanceOf(IllegalStateException.class);
    }

    private WarmPool<Spare> poolOf(int spares) {
        return new WarmPool<>("spares", spares, this::boot, spare -> spare.alive, later);
    }

    private Spare boot() throws IOException {
        attempts++;
        if (bootFails) {
            throw new IOException("no boot today");
        }
        Spare spare = new Spare();
        booted.add(spare);
        return spare;
    }

    private static final class Spare implements AutoCloseable {
        private boolean alive = true;
        private boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }
}
