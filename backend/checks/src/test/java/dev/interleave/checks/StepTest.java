package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;

import dev.interleave.model.trace.Moment;
import dev.interleave.model.trace.Moment.Mover;
import dev.interleave.model.trace.Moment.Standing;
import dev.interleave.model.trace.Move;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What a controlled run says of its choices, and schedules that branch off them.
@ExtendWith(LiveServer.Shared.class)
final class StepTest {
    private static final String LOCKS =
            """
            final Object left = new Object();
            final Object right = new Object();
            int both;

            void main() throws InterruptedException {
                Thread other = Thread.ofPlatform().start(() -> take(right, left));
                take(left, right);
                other.join();
            }

            void take(Object first, Object second) {
                synchronized (first) {
                    synchronized (second) {
                        both++;
                    }
                }
            }
            """;

    /// A moment at which more than one could move.
    ///
    /// @param ready those that could, by number
    private record Choice(int chosen, Map<Integer, Mover> ready) {}

    private static List<Moment> moments(LiveServer server, JsonNode run)
            throws IOException, InterruptedException {
        byte[] file = server.bytes("/api/runs/" + run.path("id").asText() + "/trace");
        return TraceFile.moments(TraceFile.framesOfFile(file));
    }

    private static List<Choice> choices(List<Moment> moments) {
        var choices = new ArrayList<Choice>();
        var ready = new HashMap<Integer, Mover>();
        for (Moment moment : moments) {
            for (Mover mover : moment.changed()) {
                if (mover.standing() == Standing.READY) {
                    ready.put(mover.thread(), mover);
                } else {
                    ready.remove(mover.thread());
                }
            }
            if (moment.chosen() != Moment.NOBODY) {
                assertThat(ready).containsKey(moment.chosen());
                if (ready.size() > 1) {
                    choices.add(new Choice(moment.chosen(), Map.copyOf(ready)));
                }
            }
        }
        return choices;
    }

    @Test
    void once_threadsThatPrint_takeTurnsBetweenLines(LiveServer server)
            throws IOException, InterruptedException {
        String source =
                """
                void main() throws InterruptedException {
                    Thread other = Thread.ofPlatform().start(() -> {
                        IO.println("a1");
                        System.out.println("a2");
                    });
                    IO.println("b1");
                    System.out.println("b2");
                    other.join();
                }
                """;
        var outputs = new HashSet<String>();
        for (int seed = 1; seed <= 12; seed++) {
            outputs.add(Controlled.once(server, source, seed).path("output").asText());
        }
        assertThat(outputs).hasSizeGreaterThan(2); // as there are where each prints both at once
    }

    @Test
    void moments_ofARun_sayWhatEachIsAboutToDo(LiveServer server)
            throws IOException, InterruptedException {
        List<Moment> moments = moments(server, Controlled.undisturbed(server, LOCKS));
        List<Mover> all = moments.stream().flatMap(moment -> moment.changed().stream()).toList();
        assertThat(all)
                .anySatisfy(mover -> {
                    assertThat(mover.move()).isEqualTo(Move.ENTERS);
                    assertThat(mover.object()).isPositive();
                    assertThat(mover.line()).isEqualTo(12);
                })
                .anySatisfy(mover -> {
                    assertThat(mover.move()).isEqualTo(Move.WRITES);
                    assertThat(mover.line()).isEqualTo(14);
                })
                .anySatisfy(mover -> {
                    assertThat(mover.move()).isEqualTo(Move.JOINS);
                    assertThat(mover.operand()).isEqualTo(2);
                    assertThat(mover.line()).isEqualTo(8);
                });
        assertThat(moments.stream().map(Moment::step)).isSorted().doesNotHaveDuplicates();
        assertThat(moments.getLast().chosen()).isEqualTo(Moment.NOBODY);
    }

    @Test
    void moments_ofADeadlock_endWithAllWaiting(LiveServer server)
            throws IOException, InterruptedException {
        JsonNode run = Controlled.explore(server, LOCKS, 1, 1_000, 20_000);
        assertThat(Controlled.outcome(run)).isEqualTo("Deadlocked");
        Map<Integer, Mover> last = new HashMap<>();
        moments(server, run)
                .forEach(moment ->
                        moment.changed().forEach(mover -> last.put(mover.thread(), mover)));
        assertThat(last.values())
                .extracting(Mover::thread, Mover::standing, Mover::move, Mover::line)
                .containsExactlyInAnyOrder(
                        tuple(1, Standing.WAITING, Move.ENTERS, 13),
                        tuple(2, Standing.WAITING, Move.ENTERS, 13));
    }

    @Test
    void undisturbed_always_hasNoTurns(LiveServer server) throws IOException, InterruptedException {
        JsonNode run = Controlled.undisturbed(server, LOCKS);
        assertThat(Controlled.outcome(run)).isEqualTo("Completed");
        JsonNode again = Controlled.replay(server, LOCKS, run.path("schedule").asText());
        assertThat(moments(server, again)).isEqualTo(moments(server, run));
    }

    /// From every choice of a failing schedule, to everybody else who could have moved.
    @Test
    void branch_anywhere_goesThereAndReplays(LiveServer server)
            throws IOException, InterruptedException {
        JsonNode run = Controlled.explore(server, LOCKS, 1, 1_000, 20_000);
        String schedule = run.path("schedule").asText();
        List<Choice> choices = choices(moments(server, run));
        var outcomes = new TreeSet<String>();
        for (int decision = 0; decision < choices.size(); decision++) {
            for (int thread : choices.get(decision).ready().keySet()) {
                JsonNode branch = Controlled.branch(server, LOCKS, schedule, decision, thread);
                assertThat(Controlled.findings(branch, "Uncontrolled")).isEmpty();
                List<Choice> taken = choices(moments(server, branch));
                assertThat(taken.subList(0, decision)).isEqualTo(choices.subList(0, decision));
                assertThat(taken.get(decision).ready()).isEqualTo(choices.get(decision).ready());
                assertThat(taken.get(decision).chosen()).isEqualTo(thread);
                if (outcomes.add(Controlled.outcome(branch))) {
                    JsonNode again =
                            Controlled.replay(server, LOCKS, branch.path("schedule").asText());
                    assertThat(again.path("outcome")).isEqualTo(branch.path("outcome"));
                }
            }
        }
        assertThat(outcomes).containsExactlyInAnyOrder("Completed", "Deadlocked");
    }

    @Test
    void branch_toAThreadThatCantMove_saysSo(LiveServer server)
            throws IOException, InterruptedException {
        JsonNode run = Controlled.undisturbed(server, LOCKS);
        JsonNode branch = Controlled.branch(server, LOCKS, run.path("schedule").asText(), 0, 77);
        assertThat(Controlled.findings(branch, "Uncontrolled"))
                .singleElement()
                .extracting(finding -> finding.path("message").asText())
                .asString()
                .contains("at decision 0 thread 77 should move; it can't");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"branch\": 7",
                "\"branch\": {\"decision\": -1, \"thread\": 1}",
                "\"branch\": {\"decision\": 1, \"thread\": 1}"
            })
    void branch_thatIsNone_isRefusedInOneSentence(String fields, LiveServer server)
            throws IOException, InterruptedException {
        var response =
                Http.send(
                        Http.post(
                                server,
                                "application/json",
                                "{\"source\": \"int i;\", \"mode\": \"controlled\", "
                                        + fields
                                        + "}"));
        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode error = Http.json(response.body()).path("error");
        assertThat(error.path("code").asText()).isEqualTo("badBranch");
        assertThat(error.path("text").asText()).startsWith("branch");
    }
}
