package dev.interleave.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.sandbox.SandboxLevel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

class ServerConfigTest {
    private static ServerConfig of(String... arguments) {
        return ServerConfig.of(Map.of(), arguments);
    }

    private static void assertRefused(String text, String... arguments) {
        assertThatThrownBy(() -> of(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(text);
    }

    @Test
    void of_nothingGiven_hasTheDefaults() {
        ServerConfig config = of();
        Path home = Path.of("").toAbsolutePath();

        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(7070);
        assertThat(config.home()).isEqualTo(home);
        assertThat(config.data()).isAbsolute().endsWithRaw(Path.of("interleave"));
        assertThat(config.examples()).isEqualTo(home.resolve("examples"));
        assertThat(config.sandbox()).isEmpty();
        assertThat(config.maxRuns()).isBetween(4, 256);
        assertThat(config.spareRunners()).isEqualTo(2);
        assertThat(config.compilers()).isEqualTo(1);
        assertThat(config.page()).isEmpty();
        assertThat(config.origins()).isEmpty();
    }

    @Test
    void of_environment_isTaken() {
        ServerConfig config =
                ServerConfig.of(
                        Map.of(
                                "INTERLEAVE_HOST", "::1",
                                "INTERLEAVE_PORT", "0",
                                "INTERLEAVE_HOME", "/opt/interleave",
                                "INTERLEAVE_DATA", "/var/interleave",
                                "INTERLEAVE_SANDBOX", "none",
                                "INTERLEAVE_MAX_RUNS", "3",
                                "INTERLEAVE_SPARE_RUNNERS", "0",
                                "INTERLEAVE_COMPILERS", "2",
                                "INTERLEAVE_PAGE", "/src/page",
                                "INTERLEAVE_ORIGINS", "https://a.example, https://b.example,"));

        assertThat(config.host()).isEqualTo("::1");
        assertThat(config.port()).isZero();
        assertThat(config.home()).isEqualTo(Path.of("/opt/interleave"));
        assertThat(config.data()).isEqualTo(Path.of("/var/interleave"));
        assertThat(config.examples()).isEqualTo(Path.of("/opt/interleave/examples"));
        assertThat(config.sandbox()).contains(SandboxLevel.NONE);
        assertThat(config.maxRuns()).isEqualTo(3);
        assertThat(config.spareRunners()).isZero();
        assertThat(config.compilers()).isEqualTo(2);
        assertThat(config.page()).contains(Path.of("/src/page"));
        assertThat(config.origins()).containsExactly("https://a.example", "https://b.example");
    }

    @Test
    void of_commandLine_isAboveTheEnvironment() {
        ServerConfig config =
                ServerConfig.of(
                        Map.of("INTERLEAVE_PORT", "1111", "INTERLEAVE_MAX_RUNS", "5"),
                        "--port=2222");

        assertThat(config.port()).isEqualTo(2222);
        assertThat(config.maxRuns()).isEqualTo(5);
    }

    @Test
    void of_keyTwice_takesTheLast() {
        assertThat(of("--port=1", "--port=2").port()).isEqualTo(2);
    }

    @Test
    void of_emptyValue_isTheDefault() {
        assertThat(of("--port=").port()).isEqualTo(7070);
    }

    @Test
    void of_spacesAroundAValue_areIgnored() {
        assertThat(of("--port= 80 ").port()).isEqualTo(80);
    }

    @Test
    void of_valueWithEqualsSign_isTakenWhole() {
        assertThat(of("--data=/tmp/a=b").data()).isEqualTo(Path.of("/tmp/a=b"));
    }

    @Test
    void of_otherVariables_areIgnored() {
        assertThat(ServerConfig.of(Map.of("PORT", "80", "INTERLEAVE_COLOUR", "red")))
                .isEqualTo(of());
    }

    @ParameterizedTest
    @CsvSource({"bwrap,BWRAP", "landlock,LANDLOCK", "none,NONE"})
    void of_sandbox_isItsLevel(String text, SandboxLevel level) {
        assertThat(of("--sandbox=" + text).sandbox()).contains(level);
    }

    @Test
    void of_sandboxAuto_isEmpty() {
        assertThat(of("--sandbox=auto").sandbox()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--colour=red", "--port", "port=80", "-h", "--portal=1"})
    void of_unknownOption_isRefused(String argument) {
        assertRefused("unknown option " + argument + "; see --help", argument);
    }

    @Test
    void of_portThatIsNoNumber_isRefused() {
        assertRefused("--port must be a number; it is \"http\"", "--port=http");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --port=65536       | port must be 0 to 65535; it is 65536
                    --port=-1          | port must be 0 to 65535; it is -1
                    --max-runs=0       | max-runs must be 1 to 256; it is 0
                    --max-runs=257     | max-runs must be 1 to 256; it is 257
                    --spare-runners=-1 | spare-runners must be 0 to 64; it is -1
                    --spare-runners=65 | spare-runners must be 0 to 64; it is 65
                    --compilers=0      | compilers must be 1 to 64; it is 0
                    --compilers=65     | compilers must be 1 to 64; it is 65
                    """)
    void of_numberOutOfRange_isRefused(String argument, String text) {
        assertRefused(text, argument);
    }

    @Test
    void of_unknownSandbox_isRefused() {
        assertRefused(
                "sandbox must be auto, bwrap, landlock or none; it is \"docker\"",
                "--sandbox=docker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void of_noSandboxOnLoopback_isTaken(String host) {
        assertThat(of("--sandbox=none", "--host=" + host).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "127.0.0.1.evil.example"})
    void of_noSandboxForOthers_isRefused(String host) {
        assertRefused(
                "without a sandbox the server listens on 127.0.0.1 only; host is " + host,
                "--sandbox=none",
                "--host=" + host);
    }

    @Test
    void of_sandboxForOthers_isTaken() {
        assertThat(of("--sandbox=bwrap", "--host=0.0.0.0").host()).isEqualTo("0.0.0.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host",
                "port",
                "home",
                "data",
                "examples",
                "sandbox",
                "max-runs",
                "spare-runners",
                "compilers",
                "page",
                "origins"
            })
    void help_everyKey_isNamedBothWays(String key) {
        assertThat(ServerConfig.help())
                .contains("--" + key + "=")
                .contains("INTERLEAVE_" + key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Test
    void help_keys_areAsManyAsTheConfigurationHas() {
        assertThat(ServerConfig.help().lines().filter(line -> line.startsWith("  --")))
                .hasSameSizeAs(ServerConfig.class.getRecordComponents());
    }
}
