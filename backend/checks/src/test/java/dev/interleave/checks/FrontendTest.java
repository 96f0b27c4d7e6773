package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.testing.SystemTool;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Runs the page's own tests, which are JavaScript.
class FrontendTest {
    @Test
    void page_itsOwnTests_pass() throws Exception {
        Path node = SystemTool.NODE.orMiss("the page's own tests");
        Path folder = LiveServer.ROOT.resolve("frontend");
        Process process =
                new ProcessBuilder(List.of(node.toString(), "--test", "test/"))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(report).isZero();
        assertThat(report).containsPattern("pass [1-9]\\d+").containsPattern("fail 0");
    }
}
