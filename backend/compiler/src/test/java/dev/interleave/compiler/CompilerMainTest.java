package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.frame.Frame;
import dev.interleave.model.frame.FrameReader;
import dev.interleave.model.frame.FrameType;
import dev.interleave.model.program.Weaving;
import dev.interleave.model.wire.CompileRequest;
import dev.interleave.model.wire.CompilerReply;
import dev.interleave.model.wire.CompilerReply.Compiled;
import dev.interleave.model.wire.CompilerReply.Rejected;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Talks to a real compiler process, as the server does.
class CompilerMainTest {
    /// A compiler process; its output is descriptor 3, its input descriptor 4.
    private record Child(Process process, FrameReader replies) implements AutoCloseable {
        static Child start(String... flags) throws IOException {
            var command =
                    new ArrayList<>(
                            List.of(
                                    "sh",
                                    "-c",
                                    "exec \"$@\" 3>&1 4<&0 >/dev/null </dev/null",
                                    "sh"));
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED");
            command.add("--add-opens=java.base/java.io=ALL-UNNAMED");
            command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx192m"));
            command.addAll(List.of(flags));
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
            command.add(CompilerMain.class.getName());
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            return new Child(
                    process, new FrameReader(process.getInputStream(), Frame.MAX_PAYLOAD_BYTES));
        }

        Frame next() throws IOException {
            return replies.next().orElseThrow();
        }

        CompilerReply compile(String source) throws IOException {
            OutputStream requests = process.getOutputStream();
            requests.write(new CompileRequest(source, Weaving.LIVE).toFrame().toBytes());
            requests.flush();
            return CompilerReply.read(next());
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    @Test
    void serve_requestsUntilThePipeCloses_answersEach() throws Exception {
        try (Child child = Child.start()) {
            assertThat(child.next().type()).isEqualTo(FrameType.COMPILER_READY);
            assertThat(child.compile("IO.println(\"é\");")).isInstanceOf(Compiled.class);
            assertThat(child.compile("int x = y;")).isInstanceOf(Rejected.class);
            assertThat(child.compile("void main() {}")).isInstanceOf(Compiled.class);
            child.process().getOutputStream().close();
            assertThat(child.process().waitFor()).isZero();
        }
    }

    @Test
    void serve_reasonableNesting_compiles() throws Exception {
        try (Child child = Child.start()) {
            assertThat(child.next().type()).isEqualTo(FrameType.COMPILER_READY);
            assertThat(child.compile(nested(2_000))).isInstanceOf(Compiled.class);
        }
    }

    @Test
    void serve_endlessNesting_rejectsAndExits() throws Exception {
        try (Child child = Child.start()) {
            assertThat(child.next().type()).isEqualTo(FrameType.COMPILER_READY);
            assertThat(child.compile(nested(100_000)).diagnostics())
                    .singleElement()
                    .extracting(it -> it.message())
                    .isEqualTo("the program is nested too deeply for the compiler");
            assertThat(child.process().waitFor()).isEqualTo(CompilerMain.EXIT_DAMAGED);
        }
    }

    private static String nested(int depth) {
        return "int v = " + "(".repeat(depth) + "1" + ")".repeat(depth) + ";";
    }
}
