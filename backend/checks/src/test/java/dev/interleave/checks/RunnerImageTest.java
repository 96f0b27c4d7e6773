package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.server.child.AppLayout;
import dev.interleave.server.child.RunnerImageBuild;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

class RunnerImageTest {
    /// Each build is a process of its own, so this is two processes on one folder.
    @Test
    void build_twoProcessesAtOnce_shareOneImage(@TempDir Path data) throws Exception {
        Callable<Path> build = () -> RunnerImageBuild.run(new AppLayout(LiveServer.HOME), data);
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Future<Path>> images = pool.invokeAll(List.of(build, build));
            assertThat(images.getFirst().get()).isEqualTo(images.getLast().get());
        }
        try (Stream<Path> left = Files.list(data.resolve("images"))) {
            assertThat(left.filter(Files::isDirectory)).hasSize(1);
        }
    }
}
