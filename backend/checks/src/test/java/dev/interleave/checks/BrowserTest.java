package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;
import java.util.stream.StreamSupport;

/// The page in a real browser: what one types, presses and sees.
@ExtendWith(LiveServer.Shared.class)
final class BrowserTest {
    /// Every line closes what it opens: the editor closes brackets by itself, and is overtyped.
    private static final String CONTENDED =
            """
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            var lock = new ReentrantLock();
            var taken = new CountDownLatch(1);
            void nap() { try { TimeUnit.MILLISECONDS.sleep(300); } catch (InterruptedException e) { return; } }
            void own() { lock.lock(); taken.countDown(); nap(); IO.println("owner leaves"); lock.unlock(); }
            void want() { lock.lock(); IO.println("rival enters"); lock.unlock(); }
            var owner = Thread.ofPlatform().name("owner").start(() -> own());
            taken.await();
            var rival = Thread.ofPlatform().name("rival").start(() -> want());
            owner.join();
            rival.join();
            IO.println("both left");\
            """;

    /// What the editor itself has marked.
    private static final String MARKERS = "() => JSON.stringify(monaco.editor.getModelMarkers({}))";

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static JsonNode lane(JsonNode snapshot, String name) {
        return list(snapshot.path("lanes")).stream()
                .filter(lane -> lane.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> blocked(JsonNode lane) {
        return list(lane.path("slices")).stream()
                .filter(slice -> slice.path("state").asText().equals("blocked"))
                .toList();
    }

    private static String outcome(JsonNode snapshot) {
        return snapshot.path("outcome").path("kind").asText();
    }

    private static String output(JsonNode snapshot) {
        return String.join("", snapshot.path("output").findValuesAsText("text"));
    }

    @Test
    void run_typedContention_showsWhoBlocksWhom(LiveServer server) {
        try (Visit visit = CHROMIUM.wide("contention", server)) {
            visit.type(CONTENDED);
            JsonNode seen = visit.run();
            assertThat(visit.page.evaluate("() => localStorage.getItem('interleave.source')"))
                    .isEqualTo(CONTENDED);
            assertThat(outcome(seen)).as("%s", seen.path("diagnostics")).isEqualTo("Completed");
            assertThat(seen.path("lanes").findValuesAsText("endState"))
                    .containsExactly("terminated", "terminated", "terminated");
            assertThat(list(seen.path("lanes")).stream().map(lane -> lane.path("name").asText()))
                    .containsExactly("main", "owner", "rival");
            List<JsonNode> blocked = blocked(lane(seen, "rival"));
            assertThat(blocked).hasSize(1);
            JsonNode slice = blocked.getFirst();
            assertThat(slice.path("object").path("className").asText())
                    .isEqualTo("java.util.concurrent.locks.ReentrantLock");
            assertThat(slice.path("object").path("name").asText()).isEqualTo("lock");
            assertThat(slice.path("holder").path("name").asText()).isEqualTo("owner");
            assertThat(slice.path("line").asInt()).isEqualTo(7);
            assertThat(slice.path("text").asText()).contains("lock", "held by owner");
            assertThat(blocked(lane(seen, "owner"))).isEmpty();
            assertThat(output(seen)).isEqualTo("owner leaves\nrival enters\nboth left\n");
            assertThat(visit.textOf("#output")).contains("owner leaves", "both left");
            assertThat(visit.textOf("#state")).contains("Completed");
        }
    }

    @Test
    void run_sourceWithAnError_marksItInTheEditorAndInWords(LiveServer server) {
        try (Visit visit = CHROMIUM.wide("compile-error", server)) {
            visit.type("int x = 1;\nint y = \"two\";");
            JsonNode seen = visit.run();
            assertThat(outcome(seen)).isEqualTo("NotCompiled");
            JsonNode markers = Http.json((String) visit.page.evaluate(MARKERS));
            assertThat(markers).hasSize(1);
            assertThat(markers.path(0).path("startLineNumber").asInt()).isEqualTo(2);
            assertThat(markers.path(0).path("startColumn").asInt()).isEqualTo(9);
            assertThat(markers.path(0).path("endColumn").asInt()).isEqualTo(14);
            visit.page.locator(".monaco-editor .squiggly-error").first().waitFor();
            assertThat(visit.textOf("#problems")).contains("2:9", "incompatible types");
            assertThat(visit.textOf("#state")).contains("error");
            assertThat(seen.path("lanes")).isEmpty();
        }
    }

    @Test
    void run_deadlock_showsBothBlockedToTheEndAndSaysWhy(LiveServer server) {
        try (Visit visit = CHROMIUM.wide("deadlock", server)) {
            visit.set(Programs.LOCK_DEADLOCK);
            JsonNode seen = visit.run();
            assertThat(outcome(seen)).isEqualTo("Deadlocked");
            for (String name : List.of("first", "second")) {
                JsonNode lane = lane(seen, name);
                assertThat(lane.path("endState").asText()).isEqualTo("blocked");
                JsonNode last = list(lane.path("slices")).getLast();
                assertThat(last.path("state").asText()).isEqualTo("blocked");
                assertThat(last.path("endNanos").isNull()).as("%s", last).isTrue();
                assertThat(last.path("holder").path("name").asText())
                        .isEqualTo(name.equals("first") ? "second" : "first");
            }
            assertThat(visit.textOf("#findings"))
                    .contains("first waits for b, held by second")
                    .contains("second waits for a, held by first");
            assertThat(visit.textOf("#state")).contains("Deadlock");
        }
    }

    @Test
    void stop_endlessLoop_endsAtOnce(LiveServer server) {
        try (Visit visit = CHROMIUM.wide("stopped", server)) {
            visit.set("IO.println(\"going\");\nwhile (true) { }");
            visit.page.keyboard().press("Control+Enter");
            visit.page.locator("#output").getByText("going").waitFor();
            long pressed = System.nanoTime();
            visit.page.keyboard().press("Shift+Escape");
            JsonNode seen = visit.ended();
            // One that has to be killed takes a second and a half; one that waits, ten.
            assertThat((System.nanoTime() - pressed) / 1_000_000).isLessThan(1_400);
            assertThat(outcome(seen)).isEqualTo("Stopped");
            assertThat(output(seen)).isEqualTo("going\n");
            assertThat(lane(seen, "main").path("endState").asText()).isEqualTo("running");
        }
    }

    @Test
    void run_narrowAndDark_worksInATextArea(LiveServer server) {
        var options =
                new NewContextOptions().setViewportSize(600, 900).setColorScheme(ColorScheme.DARK);
        try (Visit visit = CHROMIUM.visit("narrow-dark", server, options)) {
            visit.page.locator("#editor textarea").first().fill(CONTENDED);
            JsonNode seen = visit.run();
            assertThat(outcome(seen)).isEqualTo("Completed");
            assertThat(blocked(lane(seen, "rival"))).hasSize(1);
            assertThat(visit.page.getAttribute("body", "data-layout")).isEqualTo("narrow");
            assertThat(visit.page.locator("#lanes-canvas").isVisible()).isTrue();
            assertThat(visit.page.locator(".monaco-editor").count()).isZero();
            assertThat(
                            (int)
                                    visit.page.evaluate(
                                            """
                                            () => getComputedStyle(document.body).backgroundColor
                                                .match(/\\d+/g).slice(0, 3).reduce((sum, n) => sum + Number(n), 0)\
                                            """))
                    .as("red, green and blue of the background")
                    .isLessThan(3 * 64);
            assertThat(
                            (boolean)
                                    visit.page.evaluate(
                                            "() => document.documentElement.scrollWidth <="
                                                    + " innerWidth"))
                    .as("nothing to scroll sideways")
                    .isTrue();
        }
    }

    private static final String CROWD =
            """
            var threads = new java.util.ArrayList<Thread>();
            for (int i = 0; i < 200; i++)
                threads.add(Thread.startVirtualThread(() -> Thread.onSpinWait()));
            for (Thread thread : threads) thread.join();\
            """;

    @Test
    void run_manyVirtualThreads_areFoldedAndOpenedByKeys(LiveServer server) {
        try (Visit visit = CHROMIUM.wide("crowd", server)) {
            visit.set(CROWD);
            JsonNode seen = visit.run();
            assertThat(outcome(seen)).as("%s", seen.path("diagnostics")).isEqualTo("Completed");
            assertThat(seen.path("lanes")).hasSizeGreaterThan(200);
            visit.page.locator("#lanes-canvas").focus();
            visit.page.keyboard().press("ArrowDown");
            visit.page.keyboard().press("ArrowDown");
            String folded = "200 virtual threads started at line 3, folded";
            assertThat(visit.textOf("#lanes-said")).isEqualTo(folded);
            assertThat(visit.textOf("#drawer")).contains("200 virtual threads", "line 3");
            Object height = visit.page.evaluate(ROOM);
            visit.page.keyboard().press("Enter");
            assertThat(visit.textOf("#lanes-said")).endsWith(", open");
            assertThat((int) visit.page.evaluate(ROOM)).isGreaterThan(200 * 36 + (int) height / 2);
            visit.page.keyboard().press("ArrowDown");
            assertThat(visit.textOf("#drawer")).contains("Thread");
            visit.page.keyboard().press("ArrowLeft");
            assertThat(visit.textOf("#lanes-said")).isEqualTo(folded);
        }
    }

    /// How tall all rows of the lanes are together.
    private static final String ROOM = "() => document.getElementById('lanes-spacer').offsetHeight";

    @Test
    void lessons_chosenByKeys_areInTheEditor(LiveServer server) {
        try (Visit visit = CHROMIUM.wide("lessons", server)) {
            visit.page.locator("#lanes-canvas").focus();
            visit.page.keyboard().press("l");
            assertThat(visit.page.locator("#lesson-list [role=option]").count()).isGreaterThan(5);
            visit.page.keyboard().type("deadlock mended");
            assertThat(visit.page.locator("#lesson-list [role=option]").count()).isEqualTo(1);
            visit.page.keyboard().press("Enter");
            visit.page.locator("#lesson-text h2").getByText("Deadlock, mended").waitFor();
            assertThat(visit.page.locator("#lesson-menu").isVisible()).isFalse();
            assertThat(outcome(visit.run())).isEqualTo("Completed");
        }
    }

    /// In source form, so that the source itself has nothing odd in it.
    private static final String HOSTILE =
            """
            var name = "<img src=x onerror=alert(1)>\\u202Egnp.exe\\u0007\\u200B\\uD800</script>";
            void print() {
                IO.println("<script>alert(2)</script>\\u202Eabc\\u001B[31m" + name);
                System.err.println("<b id=planted>bold</b>");
                throw new IllegalStateException(name);
            }
            var worker = Thread.ofPlatform().name(name).start(() -> print());
            worker.join();
            """;

    @Test
    void run_hostileNames_areShownEscaped(LiveServer server) {
        try (Visit visit = CHROMIUM.wide("hostile-names", server)) {
            String count = "() => document.querySelectorAll('script, img, iframe, b').length";
            Object before = visit.page.evaluate(count);
            visit.set(HOSTILE);
            JsonNode seen = visit.run();
            assertThat(outcome(seen)).as("%s", seen.path("diagnostics")).isEqualTo("Completed");
            assertThat(seen.path("lanes")).hasSize(2);

            visit.page.getByRole(AriaRole.TAB).getByText("Output").click();
            assertThat(visit.textOf("#output"))
                    .contains("<script>alert(2)</script>\\u202eabc\\u001b[31m<img src=x")
                    .contains("<b id=planted>bold</b>");
            visit.page.getByRole(AriaRole.TAB).getByText("Events").click();
            assertThat(visit.textOf("#twin")).contains("<img src=x onerror=alert(1)>\\u202egnp");
            visit.page.getByRole(AriaRole.TAB).getByText("Findings").click();
            assertThat(visit.textOf("#findings")).contains("<img src=x", "\\u202e");
            visit.page.locator("#findings .refs button").last().click();
            assertThat(visit.textOf("#drawer")).contains("<img src=x", "\\u202e");

            assertThat(visit.page.evaluate(count)).isEqualTo(before);
            assertThat(visit.page.locator("#planted").count()).isZero();
            assertThat(
                            (String)
                                    visit.page.evaluate(
                                            "() => document.getElementById('watch').textContent"))
                    .doesNotContain("\u202E", "\u0007", "\u001B", "\u200B");
        }
    }
}
