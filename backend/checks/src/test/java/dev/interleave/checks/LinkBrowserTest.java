package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// Links that hold a program and a schedule of it.
@ExtendWith(LiveServer.Shared.class)
final class LinkBrowserTest {
    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    @Test
    void copyLink_ofAFoundDeadlock_replaysItForOthersAndKeepsTheirs(LiveServer server)
            throws IOException {
        String source = Files.readString(LiveServer.EXAMPLES.resolve("lock-order/Program.java"));
        String link;
        JsonNode found;
        try (Visit visit = CHROMIUM.wide("link-made", server)) {
            visit.page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            visit.set(source);
            visit.page.keyboard().press("Control+Shift+Enter");
            found = visit.ended();
            visit.page.getByText("Copy link").click();
            visit.page.getByText("Copied.").waitFor();
            link = (String) visit.page.evaluate("() => navigator.clipboard.readText()");
        }
        assertThat(link).startsWith(server.at("/").toString()).contains("#").hasSizeLessThan(1_500);

        try (Visit visit = CHROMIUM.wide("link-opened", server)) {
            visit.set("IO.println(\"mine\");");
            visit.run();
            visit.open(link);
            JsonNode seen = visit.ended();
            assertThat(seen.path("mode").asText()).isEqualTo("controlled");
            assertThat(seen.path("outcome")).isEqualTo(found.path("outcome"));
            assertThat(seen.path("schedule")).isEqualTo(found.path("schedule"));
            assertThat(visit.source()).isEqualTo(source);

            visit.page.getByText("Back to mine").click();
            assertThat(visit.source()).isEqualTo("IO.println(\"mine\");");
            assertThat(visit.page.url()).doesNotContain("#");
        }
    }

    @Test
    void open_damagedLink_saysSoAndKeepsTheProgram(LiveServer server) {
        try (Visit visit = CHROMIUM.wide("link-damaged", server)) {
            visit.set("IO.println(\"mine\");");
            visit.run();
            visit.open(server.at("/").toString() + "#mode=controlled&source=AAAA");
            visit.ended();
            assertThat(visit.textOf("#linked")).contains("This link is damaged");
            assertThat(visit.source()).isEqualTo("IO.println(\"mine\");");
        }
    }
}
