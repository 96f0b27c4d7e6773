package dev.interleave.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;

class MutexTest {
    private final RuntimeException panic = new UnsupportedOperationException("panic");

    private <T> void poison(Mutex<T> mutex) {
        assertThatThrownBy(() ->
                        mutex.use(_ -> {
                            throw panic;
                        }))
                .isSameAs(panic);
    }

    /// The example of the class's documentation.
    @Test
    void example_ofTheDocumentation_works() {
        var counter = new Mutex<>(0);
        try (var number = counter.lock()) {
            number.set(number.get() + 1);
        } // the lock is given up here
        counter.update(number -> number + 1); // the same in one call
        assertThat(counter.with(number -> number).intValue()).isEqualTo(2);
    }

    @Test
    void update_any_returnsTheNewValue() {
        assertThat(new Mutex<>("a").update(text -> text + "b")).isEqualTo("ab");
    }

    @Test
    void use_changeableValue_changesIt() {
        var names = new Mutex<>(new ArrayList<String>());
        names.use(list -> list.add("Ada"));
        assertThat(names.with(ArrayList::size).intValue()).isEqualTo(1);
    }

    @Test
    void lock_heldByThisThread_refused() {
        var mutex = new Mutex<>(0);
        try (var _ = mutex.lock()) {
            assertThatThrownBy(mutex::lock)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("this thread already holds the mutex");
            assertThat(mutex.tryLock()).isEmpty();
        }
        mutex.lock().close();
    }

    @Test
    void tryLock_heldByAnotherThread_empty() {
        var mutex = new Mutex<>(0);
        try (var _ = mutex.lock()) {
            Threads.start(() -> assertThat(mutex.tryLock()).isEmpty()).end();
        }
        assertThat(mutex.tryLock()).isPresent();
    }

    @Test
    void guard_closed_refusesEverythingButClose() {
        var mutex = new Mutex<>(0);
        var guard = mutex.lock();
        guard.close();
        guard.close();
        assertThatThrownBy(guard::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this guard is closed");
        assertThatThrownBy(() -> guard.set(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void guard_anotherThread_refused() {
        var mutex = new Mutex<>(0);
        var guard = mutex.lock();
        for (Runnable use : new Runnable[] {guard::get, () -> guard.set(1), guard::close}) {
            assertThatThrownBy(() -> Threads.start(use).end())
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("this guard belongs to the thread \"")
                    .hasMessageContaining(Thread.currentThread().getName());
        }
        guard.close();
    }

    @Test
    void value_null_refused() {
        var mutex = new Mutex<>("a");
        assertThatThrownBy(() -> mutex.update(MutexTest::nothing))
                .isInstanceOf(NullPointerException.class);
        assertThat(mutex.isPoisoned()).isTrue();
        assertThat(mutex.lockAnyway().get()).isEqualTo("a");
    }

    @SuppressWarnings("NullAway") // what a program without null checks does
    private static String nothing(String text) {
        return null;
    }

    @Test
    void lock_poisoned_throwsWithCauseAndValue() {
        var mutex = new Mutex<>("half");
        poison(mutex);
        assertThat(mutex.isPoisoned()).isTrue();
        var seen = new AtomicReference<PoisonedException>();
        assertThatThrownBy(mutex::lock)
                .isInstanceOfSatisfying(PoisonedException.class, seen::set)
                .hasCause(panic);
        assertThat(seen.get().value()).isEqualTo("half");
        assertThatThrownBy(mutex::tryLock).isInstanceOf(PoisonedException.class);
        assertThatThrownBy(() -> mutex.with(text -> text)).isInstanceOf(PoisonedException.class);
        Threads.start(() -> assertThatThrownBy(mutex::lock).hasCause(panic)).end();
    }

    @Test
    void lockAnyway_poisoned_repairs() {
        var mutex = new Mutex<>("half");
        poison(mutex);
        try (var guard = mutex.lockAnyway()) {
            guard.set("whole");
            mutex.clearPoison();
        }
        assertThat(mutex.isPoisoned()).isFalse();
        assertThat(mutex.<String>with(text -> text)).isEqualTo("whole");
    }

    /// What the documentation says is not noticed.
    @Test
    void guard_exceptionInTry_doesNotPoison() {
        var mutex = new Mutex<>(0);
        assertThatThrownBy(
                        () -> {
                            try (var guard = mutex.lock()) {
                                guard.set(1);
                                throw panic;
                            }
                        })
                .isSameAs(panic);
        assertThat(mutex.isPoisoned()).isFalse();
        assertThat(mutex.tryLock()).isPresent();
    }
}
