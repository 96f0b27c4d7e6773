package dev.interleave.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.model.trace.EventKind;
import dev.interleave.model.trace.TraceRecord;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.constantpool.IntegerEntry;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The probes can't see the model, nor the weaver the probes: what they must agree on is held
/// together here.
class ProbeContractTest {
    @Test
    void kinds_inProbeAndModel_areTheSame() throws IOException {
        Map<String, Integer> probe =
                parse("Kind").fields().stream()
                        .collect(
                                Collectors.toMap(
                                        field -> field.fieldName().stringValue(),
                                        ProbeContractTest::constant));
        Map<String, Integer> model =
                Arrays.stream(EventKind.values())
                        .collect(Collectors.toMap(EventKind::name, EventKind::code));
        assertThat(probe).isEqualTo(model);
    }

    @Test
    void record_inProbeAndModel_hasTheSameSize() throws IOException {
        int bytes =
                parse("ThreadRecorder").fields().stream()
                        .filter(field -> field.fieldName().equalsString("RECORD_BYTES"))
                        .mapToInt(ProbeContractTest::constant)
                        .findFirst()
                        .orElseThrow();
        assertThat(bytes).isEqualTo(TraceRecord.BYTES);
    }

    private static int constant(FieldModel field) {
        return field.findAttribute(Attributes.constantValue())
                .map(ConstantValueAttribute::constant)
                .map(entry -> ((IntegerEntry) entry).intValue())
                .orElseThrow();
    }

    private static ClassModel parse(String simpleName) throws IOException {
        try (var in =
                Objects.requireNonNull(
                        ProbeContractTest.class.getResourceAsStream(
                                "/dev/interleave/probe/" + simpleName + ".class"))) {
            return ClassFile.of().parse(in.readAllBytes());
        }
    }
}
