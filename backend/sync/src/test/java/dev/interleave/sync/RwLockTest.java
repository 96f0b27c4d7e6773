package dev.interleave.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;

class RwLockTest {
    private final RuntimeException panic = new UnsupportedOperationException("panic");

    /// The example of the class's documentation.
    @Test
    void example_ofTheDocumentation_works() {
        var price = new RwLock<>(5);
        try (var mine = price.read();
                var yours = price.read()) { // many readers
            assertThat(mine.get() + yours.get()).isEqualTo(10);
        }
        try (var writer = price.write()) { // one writer, and no reader
            writer.set(writer.get() + 1);
        }
        assertThat(price.withRead(value -> value).intValue()).isEqualTo(6);
    }

    @Test
    void functions_any_readAndWrite() {
        var names = new RwLock<>(new ArrayList<String>());
        names.useWrite(list -> list.add("Ada"));
        assertThat(names.withWrite(list -> list.add("Grace")).booleanValue()).isTrue();
        names.useRead(list -> assertThat(list).containsExactly("Ada", "Grace"));
        assertThat(new RwLock<>(1).update(number -> number + 1)).isEqualTo(2);
    }

    @Test
    void tryWrite_anotherThreadReads_emptyAndTryReadIsNot() {
        var lock = new RwLock<>(0);
        try (var _ = lock.read()) {
            Threads.start(
                            () -> {
                                assertThat(lock.tryWrite()).isEmpty();
                                lock.tryRead().orElseThrow().close();
                            })
                    .end();
        }
        lock.tryWrite().orElseThrow().close();
    }

    @Test
    void tryRead_anotherThreadWrites_empty() {
        var lock = new RwLock<>(0);
        try (var _ = lock.write()) {
            Threads.start(() -> assertThat(lock.tryRead()).isEmpty()).end();
        }
        lock.tryRead().orElseThrow().close();
    }

    @Test
    void lock_thisThreadInTheWay_refusedInsteadOfDeadlock() {
        var lock = new RwLock<>(0);
        try (var _ = lock.read()) {
            assertThatThrownBy(lock::write)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("this thread is reading, so it can't write");
            assertThat(lock.tryWrite()).isEmpty();
        }
        try (var _ = lock.write()) {
            assertThatThrownBy(lock::write).hasMessage("this thread is already writing");
            assertThatThrownBy(lock::read).hasMessage("this thread is already writing");
            assertThat(lock.tryWrite()).isEmpty();
            assertThat(lock.tryRead()).isEmpty();
        }
    }

    @Test
    void guards_closedOrElsewhere_refused() {
        var lock = new RwLock<>(0);
        var reader = lock.read();
        assertThatThrownBy(() -> Threads.start(reader::close).end())
                .hasCauseInstanceOf(IllegalStateException.class);
        reader.close();
        reader.close();
        assertThatThrownBy(reader::get).hasMessage("this guard is closed");
        var writer = lock.write();
        assertThatThrownBy(() -> Threads.start(() -> writer.set(1)).end())
                .hasCauseInstanceOf(IllegalStateException.class);
        writer.close();
        writer.close();
        assertThatThrownBy(writer::get).hasMessage("this guard is closed");
    }

    @Test
    void panic_ofAReader_doesNotPoison() {
        var lock = new RwLock<>(0);
        assertThatThrownBy(() ->
                        lock.useRead(_ -> {
                            throw panic;
                        }))
                .isSameAs(panic);
        assertThat(lock.isPoisoned()).isFalse();
        lock.tryWrite().orElseThrow().close();
    }

    @Test
    void panic_ofAWriter_poisonsAllUntilRepaired() {
        var lock = new RwLock<>(0);
        assertThatThrownBy(() ->
                        lock.update(_ -> {
                            throw panic;
                        }))
                .isSameAs(panic);
        assertThat(lock.isPoisoned()).isTrue();
        assertThatThrownBy(lock::read).isInstanceOf(PoisonedException.class).hasCause(panic);
        assertThatThrownBy(lock::write).isInstanceOf(PoisonedException.class);
        assertThatThrownBy(lock::tryRead).isInstanceOf(PoisonedException.class);
        assertThatThrownBy(lock::tryWrite).isInstanceOf(PoisonedException.class);
        try (var writer = lock.writeAnyway()) {
            writer.set(1);
            lock.clearPoison();
        }
        assertThat(lock.withRead(value -> value).intValue()).isEqualTo(1);
    }
}
