package dev.interleave.sandbox.seccomp;

import java.util.Arrays;
import java.util.Optional;

/// A processor architecture that the walls are built for. Both number their system calls
/// differently.
public enum Architecture {
    /// Intel and AMD, 64 bit.
    X86_64("amd64", 0xC000003E, "/lib64/ld-linux-x86-64.so.2"),
    /// ARM, 64 bit.
    AARCH64("aarch64", 0xC00000B7, "/lib/ld-linux-aarch64.so.1");

    private final String javaName;
    private final int auditValue;
    private final String loader;

    Architecture(String javaName, int auditValue, String loader) {
        this.javaName = javaName;
        this.auditValue = auditValue;
        this.loader = loader;
    }

    /// The architecture of this JVM, or empty on any other.
    public static Optional<Architecture> current() {
        String name = System.getProperty("os.arch", "");
        return Arrays.stream(values()).filter(each -> each.javaName.equals(name)).findFirst();
    }

    /// The `AUDIT_ARCH_*` constant by which the kernel tells a filter who calls.
    public int auditValue() {
        return auditValue;
    }

    /// Where glibc's ABI puts the dynamic loader.
    public String loader() {
        return loader;
    }
}
