package dev.interleave.sandbox.lockdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class LockdownPlanTest {
    private static final LockdownPlan PLAN =
            new LockdownPlan(
                    List.of(Path.of("/jdk/bin/java")),
                    List.of(Path.of("/jdk"), Path.of("/with space=and equals")),
                    List.of(Path.of("/dev/null")),
                    Map.of(Resource.DATA, 1L << 30, Resource.CPU, 10L),
                    List.of("MALLOC_ARENA_MAX=2"),
                    List.of("/jdk/bin/java", "-Dread=x", "--", "Main"));

    @Test
    void parse_ofToArguments_isTheSame() {
        assertThat(LockdownPlan.parse(PLAN.toArguments())).isEqualTo(PLAN);
    }

    @Test
    void toArguments_limits_comeInOrderOfNumber() {
        assertThat(PLAN.toArguments()).containsSubsequence("limit=CPU:10", "limit=DATA:1073741824");
    }

    @Test
    void parse_noCommand_isRefused() {
        assertThatThrownBy(() -> LockdownPlan.parse(List.of("read=/x", "--")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parse_unknownWord_isRefused() {
        assertThatThrownBy(() -> LockdownPlan.parse(List.of("weed=/x", "--", "/jdk/bin/java")))
                .hasMessageContaining("weed=/x");
    }

    @Test
    void fileRights_laterVersion_forbidsMore() {
        assertThat(Landlock.fileRights(1)).isEqualTo(0x1FFF);
        assertThat(Landlock.fileRights(3)).isEqualTo(0x7FFF);
        assertThat(Landlock.fileRights(7)).isEqualTo(0xFFFF);
    }

    @Test
    void attributesSize_laterVersion_isLarger() {
        assertThat(List.of(1L, 4L, 7L).stream().map(Landlock::attributesSize))
                .containsExactly(8L, 16L, 24L);
    }
}
