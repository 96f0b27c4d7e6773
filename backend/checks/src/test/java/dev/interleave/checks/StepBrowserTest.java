package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.StreamSupport;

/// Stepping through schedules on the page, by keys and by clicks.
@ExtendWith(LiveServer.Shared.class)
final class StepBrowserTest {
    private static final String COUNTER =
            """
            int counter;

            void main() throws InterruptedException {
                Thread other = Thread.ofPlatform().name("other").start(() -> counter = counter + 1);
                counter = counter + 1;
                other.join();
                IO.println(counter);
            }
            """;

    private static final int AXIS_PX = 28;

    /// The height of a lane, where there is room for all.
    private static final int LANE_PX = 64;

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    private static JsonNode press(Visit visit, String key) {
        visit.page.keyboard().press(key);
        return visit.ended();
    }

    private static String outcome(JsonNode seen) {
        return seen.path("outcome").path("kind").asText();
    }

    private static String title(JsonNode seen) {
        return seen.path("step").path("title").asText();
    }

    /// Who moves next in this run, and what it does.
    private static String taken(JsonNode seen) {
        return StreamSupport.stream(seen.path("step").path("movers").spliterator(), false)
                .filter(mover -> mover.path("isTaken").asBoolean())
                .map(mover -> mover.path("name").asText() + " " + mover.path("text").asText())
                .findFirst()
                .orElse("nobody");
    }

    private static int keyOf(JsonNode seen, String thread) {
        JsonNode movers = seen.path("step").path("movers");
        for (int i = 0; i < movers.size(); i++) {
            if (movers.path(i).path("name").asText().equals(thread)) {
                return i + 1;
            }
        }
        throw new AssertionError(thread + " is not among " + movers);
    }

    private static String value(JsonNode seen, String name) {
        return StreamSupport.stream(seen.path("step").path("values").spliterator(), false)
                .filter(each -> each.path("name").asText().equals(name))
                .map(each -> each.path("text").asText())
                .findFirst()
                .orElse("");
    }

    /// Explores a lesson that deadlocks, goes through what it found, back, and another way.
    @Test
    void step_throughAFoundDeadlock_branchesOffItAndComesToAnotherEnd(LiveServer server)
            throws IOException {
        try (Visit visit = CHROMIUM.wide("step-deadlock", server)) {
            visit.set(Files.readString(LiveServer.EXAMPLES.resolve("deadlock/Program.java")));
            visit.page.keyboard().press("Control+Shift+Enter");
            assertThat(outcome(visit.ended())).isEqualTo("Deadlocked");
            visit.page.locator("#step-button").click();
            assertThat(title(visit.ended())).startsWith("Choice 1 of ");

            JsonNode end = press(visit, "e");
            assertThat(visit.textOf("#step .step-note")).contains("left waits for lockB");
            assertThat(end.path("step").path("movers").findValuesAsText("canMove"))
                    .containsOnly("false");
            visit.page.locator(".monaco-editor .lane-here").first().waitFor();

            JsonNode seen = press(visit, "Home");
            assertThat(title(seen)).endsWith("step 1");
            while (!taken(seen).equals("right enters monitor lockB")) {
                assertThat(seen.path("step").path("isAtEnd").asBoolean()).isFalse();
                seen = press(visit, "k");
            }
            assertThat(seen.path("step").path("isChoice").asBoolean()).as("%s", seen).isTrue();
            String there = title(seen);
            assertThat(title(press(visit, "n"))).isNotEqualTo(there);
            assertThat(title(press(visit, "b"))).isEqualTo(there);

            seen = press(visit, String.valueOf(keyOf(seen, "left")));
            assertThat(outcome(seen)).isEqualTo("Completed");
            assertThat(title(seen)).isNotEqualTo(there);
            assertThat(press(visit, "e").path("step").path("tone").asText()).isEqualTo("good");
            press(visit, "t");
            assertThat(visit.page.locator("#step").isVisible()).isFalse();
        }
    }

    /// What two threads do to a counter when each reads before the other writes.
    @Test
    void step_plainProgramByClicks_losesAnUpdate(LiveServer server) {
        try (Visit visit = CHROMIUM.wide("step-counter", server)) {
            visit.set(COUNTER);
            visit.page.locator("#step-button").click();
            JsonNode seen = visit.ended();
            assertThat(seen.path("mode").asText()).isEqualTo("controlled");
            assertThat(seen.path("output").findValuesAsText("text")).containsExactly("2\n");
            assertThat(taken(seen)).isEqualTo("main reads counter");
            for (String thread : List.of("main", "other", "other", "main")) {
                seen = click(visit, keyOf(seen, thread));
            }
            assertThat(value(seen, "counter")).isEqualTo("1");
            assertThat(title(press(visit, "End"))).startsWith("The end");
            assertThat(seen.path("output").findValuesAsText("text")).containsExactly("1\n");
        }
    }

    private static JsonNode click(Visit visit, int row) {
        visit.page.locator("#step .movers li").nth(row - 1).locator("button").click();
        return visit.ended();
    }

    /// The same, by the names of the lanes.
    @Test
    void step_plainProgramByLanes_losesAnUpdate(LiveServer server) {
        try (Visit visit = CHROMIUM.wide("step-lanes", server)) {
            visit.set(COUNTER);
            visit.page.locator("#step-button").click();
            assertThat(taken(visit.ended())).isEqualTo("main reads counter");
            for (int lane : List.of(0, 1, 1, 0)) {
                clickLane(visit, lane);
            }
            assertThat(value(visit.ended(), "counter")).isEqualTo("1");
            JsonNode end = press(visit, "End");
            clickLane(visit, 1); // which has ended: it is looked at instead
            assertThat(title(visit.ended())).isEqualTo(title(end));
        }
    }

    private static void clickLane(Visit visit, int lane) {
        visit.page
                .locator("#lanes-canvas")
                .click(
                        new ClickOptions()
                                .setPosition(40, AXIS_PX + LANE_PX * lane + LANE_PX / 2.0));
        visit.ended();
    }

    @Test
    void step_narrowAndDark_everythingHasRoom(LiveServer server) {
        var options =
                new NewContextOptions().setViewportSize(600, 900).setColorScheme(ColorScheme.DARK);
        try (Visit visit = CHROMIUM.visit("step-narrow", server, options)) {
            visit.set(COUNTER);
            visit.page.locator("#step-button").click();
            assertThat(title(visit.ended())).startsWith("Choice 1 of ");
            assertThat(visit.page.locator("#step .movers button").first().isVisible()).isTrue();
            assertThat(
                            (boolean)
                                    visit.page.evaluate(
                                            "() => document.documentElement.scrollWidth <="
                                                    + " innerWidth"))
                    .as("nothing to scroll sideways")
                    .isTrue();
        }
    }
}
