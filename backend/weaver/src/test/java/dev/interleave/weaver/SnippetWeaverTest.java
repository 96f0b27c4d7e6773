package dev.interleave.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.model.program.Site;
import dev.interleave.probe.Probes;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

class SnippetWeaverTest {
    private final SnippetWeaver weaver = new SnippetWeaver(SnippetWeaverTest::bytesOf);
    private final Woven loader = new Woven();

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
        assertThat(classFile.verify(woven(MonitorFixture.class.getName()))).isEmpty();
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
        Object fixture = fixture();
        Probes.throwing = "entered";
        assertThatThrownBy(() -> callOn(fixture, "block")).hasMessage("thrown by entered true");
        assertThat(Thread.holdsLock(field(fixture, "lock"))).isFalse();
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
        Object fixture = fixture();
        assertThat(callOn(fixture, "method", 3L, 0.5)).isEqualTo(3L);
        assertThat(callOn(fixture, "method", -1L, 2.5)).isEqualTo(2L);
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
        Object fixture = fixture();
        assertThatThrownBy(() -> callOn(fixture, "methodThatThrows")).hasMessage("from inside");
        assertThat(Thread.holdsLock(fixture)).isFalse();
        assertThat(kinds()).containsExactly("entering", "entered true", "exiting true");
    }

    @Test
    void method_probeThrowsAfterEntry_letsTheMonitorGo() throws Exception {
        Object fixture = fixture();
        Probes.throwing = "entered";
        assertThatThrownBy(() -> callOn(fixture, "method", 1L, 1.0))
                .hasMessage("thrown by entered true");
        assertThat(Thread.holdsLock(fixture)).isFalse();
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
        byte[] ignored = weaver.weave(bytes(MonitorFixture.class.getName()), line -> line + 1_000);
        assertThat(ignored).isNotEmpty();
        assertThat(weaver.sites()).isNotEmpty().allMatch(site -> site.line() > 1_000);
        assertThat(weaver.sites()).extracting(Site::method).contains("nested", "staticMethod");
    }

    @Test
    void weave_generatedCode_hasNoSite() {
        byte[] ignored = weaver.weave(bytes(MonitorFixture.class.getName()), _ -> 0);
        assertThat(ignored).isNotEmpty();
        assertThat(weaver.sites()).isEmpty();
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
                .map(name -> name == 0 ? "" : weaver.names().get(name - 1))
                .toList();
    }

    private Object call(String method, Object... arguments) throws Exception {
        return callOn(fixture(), method, arguments);
    }

    private static Object callOn(Object fixture, String name, Object... arguments)
            throws Exception {
        Method method =
                Arrays.stream(fixture.getClass().getMethods())
                        .filter(each -> each.getName().equals(name))
                        .findFirst()
                        .orElseThrow();
        try {
            return Objects.requireNonNullElse(method.invoke(fixture, arguments), "");
        } catch (InvocationTargetException e) {
            throw e.getTargetException() instanceof Exception exception ? exception : e;
        }
    }

    private Object fixture() throws Exception {
        Object fixture =
                loader.loadClass(MonitorFixture.class.getName()).getConstructor().newInstance();
        Probes.LOG.clear();
        return fixture;
    }

    private static Object field(Object fixture, String name) throws ReflectiveOperationException {
        var field = fixture.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(fixture);
    }

    private byte[] woven(String name) {
        return weaver.weave(bytes(name), line -> line);
    }

    private static byte[] bytes(String name) {
        return Objects.requireNonNull(bytesOf(name.replace('.', '/')));
    }

    private static byte @Nullable [] bytesOf(String internalName) {
        try (var in =
                MonitorFixture.class
                        .getClassLoader()
                        .getResourceAsStream(internalName + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Loads the fixture's classes woven, all else as it is.
    private final class Woven extends ClassLoader {
        Woven() {
            super(MonitorFixture.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(MonitorFixture.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = woven(name);
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
