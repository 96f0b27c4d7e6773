package dev.interleave.checks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

import dev.interleave.sandbox.testing.SystemTool;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The system's Chromium, while the tests of a class run.
final class Chromium implements BeforeAllCallback, AfterAllCallback {
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        Path executable = SystemTool.CHROMIUM.orMiss("the page in a browser");
        Playwright created =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright = created;
        browser =
                created.chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync",
                                                        "--no-first-run")));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Playwright created = playwright;
        if (created != null) {
            created.close();
        }
    }

    /// A page of its own, which notes what goes wrong in it under this name.
    Visit visit(String name, LiveServer server, NewContextOptions options) {
        return new Visit(Objects.requireNonNull(browser).newContext(options), name, server);
    }

    /// A page in a wide window, with the editor there.
    Visit wide(String name, LiveServer server) {
        Visit visit = visit(name, server, new NewContextOptions().setViewportSize(1_400, 900));
        visit.page.locator(".monaco-editor .view-line").first().waitFor();
        return visit;
    }
}
