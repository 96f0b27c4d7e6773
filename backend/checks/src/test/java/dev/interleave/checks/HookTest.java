package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Every hook that the weaver knows exists in the probes, with its parameters and result.
class HookTest {
    /// The class that holds a hook, by the method that names it in the weaver.
    private static final Map<String, String> OWNERS =
            Map.ofEntries(
                    Map.entry("of", "Probes"),
                    Map.entry("inThreads", "ThreadProbes"),
                    Map.entry("inCalls", "CallProbes"),
                    Map.entry("inTasks", "TaskProbes"),
                    Map.entry("inCarriers", "CarrierProbes"),
                    Map.entry("inUses", "UseProbes"),
                    Map.entry("inClasses", "ClassProbes"),
                    Map.entry("inAccesses", "AccessProbes"),
                    Map.entry("inControl", "ControlProbes"),
                    Map.entry("inThreadControl", "ThreadControlProbes"),
                    Map.entry("inMonitorControl", "MonitorControlProbes"),
                    Map.entry("inMemoryControl", "MemoryControlProbes"),
                    Map.entry("inClassControl", "ClassControlProbes"),
                    Map.entry("inChanceControl", "ChanceControlProbes"),
                    Map.entry("inClockControl", "ClockControlProbes"));

    @Test
    void hooks_namedByTheWeaver_existInTheProbes() throws IOException {
        var probes = new TreeSet<String>();
        for (String owner : OWNERS.values()) {
            parse(
                            LiveServer.ROOT.resolve(
                                    "backend/probe/target/classes/dev/interleave/probe/"
                                            + owner
                                            + ".class"))
                    .methods()
                    .stream()
                    .filter(method -> method.flags().flagsMask() % 2 == 1) // public
                    .forEach(method ->
                            probes.add(
                                    owner
                                            + "."
                                            + method.methodName().stringValue()
                                            + method.methodType().stringValue()));
        }
        assertThat(probes).containsAll(hooks());
    }

    /// `Hook.of(name, descriptor)`, and its like, leaves both as constants beside each other in the
    /// weaver's classes.
    private static Set<String> hooks() throws IOException {
        var hooks = new TreeSet<String>();
        try (Stream<Path> files =
                Files.walk(LiveServer.ROOT.resolve("backend/weaver/target/classes"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                ClassModel type = parse(file);
                type.methods().stream()
                        .flatMap(method -> method.code().stream())
                        .forEach(code -> {
                            var last = new String[2];
                            code.forEach(element -> {
                                if (element instanceof ConstantInstruction constant
                                        && constant.constantValue() instanceof String text) {
                                    last[0] = last[1];
                                    last[1] = text;
                                } else if (element instanceof InvokeInstruction call
                                        && call.owner().asInternalName().endsWith("/Hook")
                                        && OWNERS.containsKey(call.name().stringValue())) {
                                    hooks.add(
                                            OWNERS.get(call.name().stringValue())
                                                    + "."
                                                    + last[0]
                                                    + last[1]);
                                }
                            });
                        });
            }
        }
        assertThat(hooks).hasSizeGreaterThan(20);
        return new HashSet<>(hooks);
    }

    private static ClassModel parse(Path file) throws IOException {
        return ClassFile.of().parse(Files.readAllBytes(file));
    }
}
