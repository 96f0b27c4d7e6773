package dev.interleave.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.model.program.Site;
import dev.interleave.probe.Probes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.util.List;

class SnippetWeaverTest {
    private final WovenFixture fixture = new WovenFixture(MonitorFixture.class);

    @BeforeEach
    void forget() {
        Probes.LOG.clear();
        Probes.throwing = "";
    }

    @Test
    void weave_fixture_isValid() {
        var hierarchy =
                ClassHierarchyResolver.ofResourceParsing(MonitorFixture.class.getClassLoader());
        var classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
        assertThat(classFile.verify(fixture.woven())).isEmpty();
    }

    @Test
    void block_entered_isSeenBeforeAndAfterAndAtItsEnd() throws Exception {
        assertThat(call("block")).isEqualTo(1);
        assertThat(kinds()).containsExactly("entering", "entered true", "exiting true");
    }

    @Test
    void blockWithLoop_run_isEnteredOnce() throws Exception {
        assertThat(call("blockWithLoop")).isEqualTo(5);
        assertThat(kinds()).containsExactly("entering", "entered true", "exiting true");
    }

    @Test
    void blockThatThrows_run_letsTheMonitorGoAndThrowsTheSame() {
        assertThatThrownBy(() -> call("blockThatThrows"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("from inside");
        assertThat(kinds()).containsExactly("entering", "entered true", "exiting true");
    }

    @Test
    void block_probeThrowsAfterEntry_letsTheMonitorGo() throws Exception {
        Object woven = fixture();
        Probes.throwing = "entered";
        assertThatThrownBy(() -> WovenFixture.call(woven, "block"))
                .hasMessage("thrown by entered true");
        assertThat(Thread.holdsLock(field(woven, "lock"))).isFalse();
    }

    @Test
    void nested_run_namesVariableAndArray() throws Exception {
        call("nested");
        assertThat(kinds())
                .containsExactly(
                        "entering",
                        "entered true",
                        "entering",
                        "entered true",
                        "exiting true",
                        "exiting true");
        assertThat(namesIn("entering")).containsExactly("outer", "forks[…]");
    }

    @Test
    void method_synchronized_keepsItsMeaning() throws Exception {
        Object woven = fixture();
        assertThat(WovenFixture.call(woven, "method", 3L, 0.5)).isEqualTo(3L);
        assertThat(WovenFixture.call(woven, "method", -1L, 2.5)).isEqualTo(2L);
        assertThat(kinds())
                .containsExactly(
                        "entering",
                        "entered true",
                        "exiting true",
                        "entering",
                        "entered true",
                        "exiting true");
        assertThat(namesIn("entering")).containsExactly("", "");
    }

    @Test
    void methodThatThrows_synchronized_letsTheMonitorGoAndThrowsTheSame() throws Exception {
        Object woven = fixture();
        assertThatThrownBy(() -> WovenFixture.call(woven, "methodThatThrows"))
                .hasMessage("from inside");
        assertThat(Thread.holdsLock(woven)).isFalse();
        assertThat(kinds()).containsExactly("entering", "entered true", "exiting true");
    }

    @Test
    void method_probeThrowsAfterEntry_letsTheMonitorGo() throws Exception {
        Object woven = fixture();
        Probes.throwing = "entered";
        assertThatThrownBy(() -> WovenFixture.call(woven, "method", 1L, 1.0))
                .hasMessage("thrown by entered true");
        assertThat(Thread.holdsLock(woven)).isFalse();
    }

    @Test
    @Timeout(10)
    void block_probeThrowsAtItsEnd_letsTheMonitorGo() throws Exception {
        Object woven = fixture();
        Probes.throwing = "exiting";
        assertThatThrownBy(() -> WovenFixture.call(woven, "block"))
                .hasMessage("thrown by exiting true");
        assertThat(Thread.holdsLock(field(woven, "lock"))).isFalse();
    }

    @Test
    @Timeout(10)
    void method_probeThrowsAtItsEnd_letsTheMonitorGo() throws Exception {
        Object woven = fixture();
        Probes.throwing = "exiting";
        assertThatThrownBy(() -> WovenFixture.call(woven, "method", 1L, 1.0))
                .hasMessage("thrown by exiting true");
        assertThat(Thread.holdsLock(woven)).isFalse();
    }

    @Test
    void methodWithLoop_synchronized_isEnteredOnce() throws Exception {
        assertThat(call("methodWithLoop")).isEqualTo(5);
        assertThat(kinds()).containsExactly("entering", "entered true", "exiting true");
    }

    @Test
    void staticMethod_synchronized_locksItsClass() throws Exception {
        assertThat(call("staticMethod", "hi")).isEqualTo("hi!");
        assertThat(kinds()).containsExactly("entering", "entered true", "exiting true");
    }

    @Test
    void notifies_run_isSeenInside() throws Exception {
        call("notifies");
        assertThat(kinds()).contains("notifying 1");
    }

    @Test
    void operations_run_areNamedAfterTheirReceivers() throws Exception {
        assertThat(call("operations")).isEqualTo("a0");
        assertThat(namesIn("using")).containsExactly("reentrant", "queue", "reentrant", "queue");
    }

    @Test
    void merge_classesOfTheProgram_areKnownToTheStackMaps() throws Exception {
        assertThat(call("merge", true)).isEqualTo("circle");
        assertThat(call("merge", false)).isEqualTo("square");
    }

    @Test
    void sites_afterWeaving_haveTheEditorsLines() {
        byte[] ignored = fixture.weaver().weave(fixture.original(), line -> line + 1_000);
        assertThat(ignored).isNotEmpty();
        assertThat(fixture.weaver().sites()).isNotEmpty().allMatch(site -> site.line() > 1_000);
        assertThat(fixture.weaver().sites())
                .extracting(Site::method)
                .contains("nested", "staticMethod");
    }

    @Test
    void weave_generatedCode_hasNoSite() {
        byte[] ignored = fixture.weaver().weave(fixture.original(), _ -> 0);
        assertThat(ignored).isNotEmpty();
        assertThat(fixture.weaver().sites()).isEmpty();
    }

    private List<String> kinds() {
        return Probes.LOG.stream()
                .filter(line -> !line.startsWith("at ") && !line.startsWith("using "))
                .map(line -> line.startsWith("entering ") ? "entering" : line)
                .toList();
    }

    private List<String> namesIn(String hook) {
        return Probes.LOG.stream()
                .filter(line -> line.startsWith(hook + " "))
                .map(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)))
                .map(fixture::name)
                .toList();
    }

    private Object call(String method, Object... arguments) throws Exception {
        return WovenFixture.call(fixture(), method, arguments);
    }

    private Object fixture() throws Exception {
        Object created = fixture.create();
        Probes.LOG.clear();
        return created;
    }

    private static Object field(Object fixture, String name) throws ReflectiveOperationException {
        var field = fixture.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(fixture);
    }
}
