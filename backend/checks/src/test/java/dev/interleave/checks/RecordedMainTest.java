package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.compiler.ClassWeaver;
import dev.interleave.server.child.AppLayout;
import dev.interleave.server.child.RunnerImageBuild;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

class RecordedMainTest {
    private static final String SOURCE =
            """
            public class Program {
                public static void main(String[] arguments) throws Exception {
                    Thread other = Thread.ofPlatform().start(() -> IO.println(arguments[0]));
                    other.join();
                    System.exit(arguments.length);
                }
            }
            """;

    @Test
    void main_programThatExits_isRecordedAndEndsAsItDoes(@TempDir Path classes) throws Exception {
        Path image = RunnerImageBuild.run(new AppLayout(LiveServer.HOME), LiveServer.DATA);
        String mainClass = Outside.compile(SOURCE, ClassWeaver::none, classes);
        Process process =
                new ProcessBuilder(
                                image.resolve("bin/java").toString(),
                                "-cp",
                                image.resolve("app") + "/*:" + classes,
                                "dev.interleave.runner.RecordedMain",
                                mainClass,
                                "given",
                                "twice")
                        .start();
        process.getOutputStream().close();
        assertThat(process.getInputStream().readAllBytes()).asString().isEqualTo("given\n");
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).matches("recorded events: [1-9]\\d*\n");
        assertThat(process.waitFor()).isEqualTo(2);
    }
}
