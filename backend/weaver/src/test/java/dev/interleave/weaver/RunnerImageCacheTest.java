package dev.interleave.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Failures only: that it builds a working image is shown by every test that runs a program.
class RunnerImageCacheTest {
    @Test
    void run_toolIsMissing_saysWhichAndWhatIsNeeded(@TempDir Path notAJdk) {
        assertThatThrownBy(() -> new Tools(notAJdk).run("jlink"))
                .isInstanceOf(RunnerImageException.class)
                .hasMessageContaining("bin/jlink")
                .hasMessageContaining("a full JDK is needed");
    }

    @Test
    void run_toolFails_saysWhatItPrinted() {
        assertThatThrownBy(() ->
                        new Tools(Path.of(System.getProperty("java.home")))
                                .run("java", "-XX:NoSuchFlag"))
                .isInstanceOf(RunnerImageException.class)
                .hasMessageContaining("java ended with status 1")
                .hasMessageContaining("NoSuchFlag");
    }

    @Test
    void image_buildFails_leavesNothingBehind(@TempDir Path cache) throws Exception {
        Path jar = Files.createFile(cache.resolve("no-probes.jar"));
        Path folder = cache.resolve("images");
        var images =
                new RunnerImageCache(
                        folder, Path.of(System.getProperty("java.home")), RunnerImage.MODULES);
        assertThatThrownBy(() -> images.image(new BaseJars(jar, jar), List.of(), List.of("Main")))
                .isInstanceOf(Exception.class);
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.endsWith(".lock"));
        }
    }
}
