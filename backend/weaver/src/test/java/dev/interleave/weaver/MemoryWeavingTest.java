package dev.interleave.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.program.Variable;
import dev.interleave.model.program.Weaving;
import dev.interleave.model.trace.EventKind;
import dev.interleave.probe.Probes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.util.List;

class MemoryWeavingTest {
    private static final int READ = EventKind.FIELD_READ.code();
    private static final int WRITTEN = EventKind.FIELD_WRITTEN.code();
    private static final int ELEMENT_READ = EventKind.ARRAY_READ.code();
    private static final int ELEMENT_WRITTEN = EventKind.ARRAY_WRITTEN.code();
    private static final int USED = EventKind.ATOMIC_USED.code();

    private final WovenFixture fixture = new WovenFixture(MemoryFixture.class, Weaving.MEMORY);

    @BeforeEach
    void forget() {
        Probes.LOG.clear();
        Probes.throwing = "";
        Probes.isPublishingLogged = false;
    }

    @Test
    void weave_fixture_isValid() {
        var hierarchy =
                ClassHierarchyResolver.ofResourceParsing(MemoryFixture.class.getClassLoader());
        var classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
        assertThat(classFile.verify(fixture.woven())).isEmpty();
    }

    @Test
    void fields_readAndWritten_areSeenWithTheirValues() throws Exception {
        assertThat(call("fields")).isEqualTo("a1" + ((1L << 40) + 2) + "0.5true");
        assertThat(accesses())
                .containsExactly(
                        READ + " MemoryFixture.count = 0",
                        WRITTEN + " MemoryFixture.count = 1",
                        READ + " MemoryFixture.big = " + (1L << 40),
                        WRITTEN + " MemoryFixture.big = " + ((1L << 40) + 2),
                        WRITTEN + " MemoryFixture.half = " + Double.doubleToRawLongBits(0.5),
                        WRITTEN + " MemoryFixture.isReady = 1",
                        READ + " MemoryFixture.count = 1",
                        WRITTEN + " MemoryFixture.text = a1",
                        READ + " MemoryFixture.text = a1",
                        READ + " MemoryFixture.big = " + ((1L << 40) + 2),
                        READ + " MemoryFixture.half = " + Double.doubleToRawLongBits(0.5),
                        READ + " MemoryFixture.isReady = 1");
        assertThat(fixture.weaver().variables())
                .contains(
                        new Variable(
                                Variable.VOLATILE + Variable.STATIC, 'Z', "MemoryFixture.isReady"),
                        new Variable(0, 'D', "MemoryFixture.half"));
    }

    @Test
    void elements_readAndWritten_areSeenWithIndexAndValue() throws Exception {
        assertThat(call("elements")).isEqualTo("7x" + (1L << 33) + "-1");
        assertThat(Probes.LOG)
                .filteredOn(line -> line.startsWith("element "))
                .containsSequence(
                        "element " + ELEMENT_READ + " [1] = 0",
                        "element " + ELEMENT_WRITTEN + " [1] = 7",
                        "element " + ELEMENT_WRITTEN + " [0] = -1",
                        "element " + ELEMENT_WRITTEN + " [0] = " + (1L << 33),
                        "element " + ELEMENT_WRITTEN + " [0] = x",
                        "element " + ELEMENT_READ + " [1] = 7");
    }

    @Test
    void atomics_used_areSeenWithWhatTheyReturnOrWrite() throws Exception {
        assertThat(call("atomics")).isEqualTo(7);
        assertThat(accesses())
                .containsExactly(
                        USED + " AtomicInteger.set = 5", USED + " AtomicInteger.addAndGet = 7");
    }

    @Test
    void constructors_ofObjectsWithinObjects_setTheirFields() throws Exception {
        assertThat(call("inner")).isEqualTo(5);
        assertThat(accesses())
                .contains(
                        WRITTEN + " MemoryFixture.Inner.weight = 2",
                        WRITTEN + " MemoryFixture.Inner.weight = 3");
    }

    private List<String> accesses() {
        return Probes.LOG.stream()
                .filter(line -> line.startsWith("access "))
                .map(line -> line.substring("access ".length()))
                .map(line -> {
                    int name = line.indexOf(' ') + 1;
                    int value = line.indexOf(' ', name);
                    int variable = Integer.parseInt(line.substring(name, value));
                    String label = fixture.weaver().variables().get(variable - 1).label();
                    return line.substring(0, name) + label + line.substring(value);
                })
                .toList();
    }

    private Object call(String method) throws Exception {
        Object woven = fixture.create();
        Probes.LOG.clear();
        return WovenFixture.call(woven, method);
    }
}
