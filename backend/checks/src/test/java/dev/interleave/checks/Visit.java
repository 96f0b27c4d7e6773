package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A page of our server's that is looked at by somebody who notes everything that goes wrong in it,
/// and takes a picture before closing it.
final class Visit implements AutoCloseable {
    private static final Path SCREENSHOTS =
            LiveServer.ROOT.resolve("backend/checks/target/screenshots");

    private final String name;
    private final BrowserContext context;
    final Page page;
    private final List<String> wrong = new ArrayList<>();

    Visit(BrowserContext context, String name, LiveServer server) {
        this.name = name;
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(this::heard);
        page.onPageError(wrong::add);
        page.onDialog(dialog -> {
            wrong.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.navigate(server.at("/").toString());
        page.evaluate("() => window.whenIdle()"); // the first lesson is in the editor
    }

    /// Goes to another address in the same browser.
    void open(String address) {
        page.navigate("about:blank"); // else another end of the same address loads nothing
        page.navigate(address);
        page.evaluate("() => window.whenIdle()");
    }

    private void heard(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            wrong.add(message.text());
        }
    }

    void type(String source) {
        page.locator(".monaco-editor .view-lines").first().click();
        page.keyboard().press("Control+A");
        page.keyboard().press("Delete");
        page.keyboard().type(source);
    }

    void set(String source) {
        page.evaluate("text => window.interleave.setSource(text)", source);
    }

    String source() {
        return (String) page.evaluate("() => window.interleave.source()");
    }

    /// Presses the keys for Run and waits until the run is over and painted.
    JsonNode run() {
        page.keyboard().press("Control+Enter");
        return ended();
    }

    JsonNode ended() {
        page.evaluate("() => window.whenIdle()");
        return snapshot();
    }

    JsonNode snapshot() {
        return Http.json(
                (String) page.evaluate("() => JSON.stringify(window.interleave.snapshot())"));
    }

    String textOf(String selector) {
        return page.locator(selector).first().innerText();
    }

    @Override
    public void close() {
        page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        context.close();
        assertThat(wrong).as("console, page errors and dialogs").isEmpty();
    }
}
