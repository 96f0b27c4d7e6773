package dev.interleave.analysis.races;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.analysis.races.Race.Access;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Random schedules, where [NaiveDetector] says what is true.
class RaceDetectorOracleTest {
    private static final int SCHEDULES = 3_000;

    @Test
    void accesses_ofRandomSchedules_areToldAsTheyAre() {
        int racy = 0;
        for (int seed = 0; seed < SCHEDULES; seed++) {
            if (new RandomSchedule(new Random(seed)).compare() > 0) {
                racy++;
            }
        }
        // Both kinds are there, or the test says nothing.
        assertThat(racy).isBetween(SCHEDULES / 10, SCHEDULES * 9 / 10);
    }

    /// Threads that start, end and join each other, and access variables, each of which has its
    /// lock, which they mostly take.
    private static final class RandomSchedule {
        private final Random random;
        private final List<Race> found = new ArrayList<>();
        private final RaceDetector detector = new RaceDetector(found::add);
        private final NaiveDetector oracle = new NaiveDetector();
        private final List<SyncState> syncs;
        private final List<VariableState> variables;
        private final int carelessness;
        private final List<Integer> alive = new ArrayList<>(List.of(1));
        private final List<Integer> ended = new ArrayList<>();
        private final Set<VariableState> racy = new HashSet<>();
        private int threads = 1;

        RandomSchedule(Random random) {
            this.random = random;
            syncs = Stream.generate(SyncState::new).limit(1 + random.nextInt(4)).toList();
            variables = Stream.generate(VariableState::new).limit(1 + random.nextInt(4)).toList();
            carelessness = random.nextInt(40);
        }

        /// Runs both; says how many races there were.
        int compare() {
            int steps = 10 + random.nextInt(60);
            for (int step = 1; step <= steps; step++) {
                int thread = any(alive);
                switch (random.nextInt(10)) {
                    case 0 -> start(thread);
                    case 1 -> end(thread);
                    case 2 -> join(thread);
                    case 3 -> release(thread, any(syncs));
                    case 4 -> acquire(thread, any(syncs));
                    default -> use(thread, step);
                }
            }
            return found.size();
        }

        private void start(int thread) {
            threads++;
            detector.started(thread, threads);
            oracle.started(thread, threads);
            alive.add(threads);
        }

        private void end(Integer thread) {
            if (alive.size() > 1) {
                alive.removeIf(thread::equals);
                ended.add(thread);
            }
        }

        private void join(int thread) {
            if (!ended.isEmpty()) {
                int other = any(ended);
                detector.joined(thread, other);
                oracle.joined(thread, other);
            }
        }

        private void release(int thread, SyncState sync) {
            detector.release(thread, sync);
            oracle.release(thread, sync);
        }

        private void acquire(int thread, SyncState sync) {
            detector.acquire(thread, sync);
            oracle.acquire(thread, sync);
        }

        private void use(int thread, int site) {
            int which = random.nextInt(variables.size());
            SyncState guard = syncs.get(which % syncs.size());
            boolean isGuarded = random.nextInt(100) >= carelessness;
            if (isGuarded) {
                acquire(thread, guard);
            }
            access(variables.get(which), new Access(thread, site, random.nextInt(3) == 0));
            if (isGuarded) {
                release(thread, guard);
            }
        }

        private void access(VariableState variable, Access access) {
            int races = found.size();
            List<Access> racing = oracle.access(access, variable);
            if (access.isWrite()) {
                detector.write(access.thread(), variable, access.site());
            } else {
                detector.read(access.thread(), variable, access.site());
            }
            assertThat(variable.isShared()).isEqualTo(oracle.isShared(variable));
            if (racing.isEmpty() || !racy.add(variable)) {
                assertThat(found).hasSize(races);
                return;
            }
            assertThat(found).hasSize(races + 1);
            Race race = found.getLast();
            assertThat(race.variable()).isSameAs(variable);
            assertThat(race.later()).isEqualTo(access);
            assertThat(racing).contains(race.earlier());
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
