package dev.interleave.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.probe.Probes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;

class UseWeavingTest {
    private final WovenFixture fixture = new WovenFixture(UseFixture.class);

    @BeforeEach
    void forget() {
        Probes.LOG.clear();
        Probes.throwing = "";
        Probes.isPublishingLogged = false;
    }

    @Test
    void references_toOperations_areSeenWithTheirReceiversName() throws Exception {
        assertThat(call("references")).isEqualTo(0L);
        assertThat(Probes.LOG)
                .filteredOn(line -> line.startsWith("using "))
                .extracting(this::nameAtItsEnd)
                .containsExactly("latch", "");
    }

    @Test
    void collection_changedAndRead_isSeenWithItsName() throws Exception {
        assertThat(call("collection")).isEqualTo(1);
        assertThat(Probes.LOG)
                .filteredOn(line -> line.startsWith("changes ") || line.startsWith("reads "))
                .extracting(line -> line.substring(0, line.indexOf(' ') + 1) + nameAtItsEnd(line))
                .startsWith("changes list", "reads list");
    }

    @Test
    void methodThatUsesACollection_left_publishes() throws Exception {
        Object woven = fixture.create();
        Probes.isPublishingLogged = true;
        WovenFixture.call(woven, "collection");
        assertThat(Probes.LOG).last().isEqualTo("publishing");
    }

    @Test
    void volatileField_writtenAndRead_synchronizes() throws Exception {
        Object woven = fixture.create();
        Probes.isPublishingLogged = true;
        Probes.LOG.clear();
        assertThat(WovenFixture.call(woven, "volatileWrite")).isEqualTo(1);
        assertThat(Probes.LOG).containsExactly("synchronizing", "synchronizing");
    }

    @Test
    void classWithInitialiser_used_isSeenBeforeAndInitialised() throws Exception {
        assertThat(call("classes")).isEqualTo(9);
        assertThat(Probes.LOG)
                .filteredOn(line -> line.contains("Config") || line.contains("Plain"))
                .containsExactly(
                        "uses class Config",
                        "initialises Config",
                        "has initialised Config",
                        "uses class Config");
    }

    @Test
    void waits_thatDoNotLookAgain_areMarked() {
        assertThat(methodsCalling("waitingOnce"))
                .containsExactlyInAnyOrder("waitIf", "waitPlain", "awaitIf");
    }

    @Test
    void waits_thatHaveNotLookedUnderTheLock_areMarked() {
        assertThat(methodsCalling("waitingBlindly"))
                .containsExactlyInAnyOrder(
                        "waitPlain", "waitForCaller", "waitUntil", "waitHavingLookedOutside");
    }

    private List<String> methodsCalling(String hook) {
        return ClassFile.of().parse(fixture.woven()).methods().stream()
                .filter(method ->
                        method.code().stream()
                                .flatMap(code -> code.elementStream())
                                .anyMatch(element ->
                                        element instanceof InvokeInstruction call
                                                && call.name().equalsString(hook)))
                .map(method -> method.methodName().stringValue())
                .toList();
    }

    private String nameAtItsEnd(String line) {
        return fixture.name(Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)));
    }

    private Object call(String method) throws Exception {
        Object woven = fixture.create();
        Probes.LOG.clear();
        return WovenFixture.call(woven, method);
    }
}
