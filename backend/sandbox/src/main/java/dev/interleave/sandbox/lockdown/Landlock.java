package dev.interleave.sandbox.lockdown;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

/// A Landlock rule set under construction: everything it knows is forbidden until a rule allows it.
/// Newer kernels know more; versions 1 to 7 of the interface are handled, and later ones as 7.
final class Landlock {
    private static final long EXECUTE = 1;
    private static final long WRITE_FILE = 1 << 1;
    private static final long READ_FILE = 1 << 2;
    private static final long READ_FOLDER = 1 << 3;

    // What each version of the interface added.
    private static final long RIGHTS_OF_1 = (1 << 13) - 1;
    private static final long REFER_OF_2 = 1 << 13;
    private static final long TRUNCATE_OF_3 = 1 << 14;
    private static final long NETWORK_OF_4 = 0b11;
    private static final long DEVICE_CONTROL_OF_5 = 1 << 15;
    private static final long SCOPES_OF_6 = 0b11;

    private static final int RULE_FOR_PATH = 1;
    private static final int ASK_FOR_VERSION = 1;
    private static final int WORKING_FOLDER = -100;
    private static final int O_PATH = 0x20_0000;
    private static final int O_CLOEXEC = 0x8_0000;

    private final Kernel kernel;
    private final CallNumbers calls;
    private final long ruleSet;

    Landlock(Kernel kernel, CallNumbers calls) {
        this.kernel = kernel;
        this.calls = calls;
        long version =
                kernel.call(
                        "give the version of Landlock",
                        CallNumbers.LANDLOCK_CREATE_RULESET,
                        0,
                        0,
                        ASK_FOR_VERSION);
        MemorySegment attributes = kernel.allocate(3 * Long.BYTES);
        attributes.setAtIndex(JAVA_LONG, 0, fileRights(version));
        attributes.setAtIndex(JAVA_LONG, 1, version >= 4 ? NETWORK_OF_4 : 0);
        attributes.setAtIndex(JAVA_LONG, 2, version >= 6 ? SCOPES_OF_6 : 0);
        this.ruleSet =
                kernel.call(
                        "make a Landlock rule set",
                        CallNumbers.LANDLOCK_CREATE_RULESET,
                        attributes.address(),
                        attributesSize(version),
                        0);
    }

    static long fileRights(long version) {
        long rights = RIGHTS_OF_1;
        rights |= version >= 2 ? REFER_OF_2 : 0;
        rights |= version >= 3 ? TRUNCATE_OF_3 : 0;
        rights |= version >= 5 ? DEVICE_CONTROL_OF_5 : 0;
        return rights;
    }

    static long attributesSize(long version) {
        if (version >= 6) {
            return 3 * Long.BYTES;
        }
        return version >= 4 ? 2 * Long.BYTES : Long.BYTES;
    }

    void allowProgram(Path path) {
        allow(path, EXECUTE | READ_FILE);
    }

    void allowReading(Path path) {
        allow(path, Files.isDirectory(path) ? READ_FILE | READ_FOLDER : READ_FILE);
    }

    void allowWriting(Path file) {
        allow(file, READ_FILE | WRITE_FILE);
    }

    private void allow(Path path, long rights) {
        long descriptor =
                kernel.call(
                        "open " + path,
                        calls.openat(),
                        WORKING_FOLDER,
                        kernel.address(path.toString()),
                        O_PATH | O_CLOEXEC);
        // The kernel's structure is packed: eight bytes of rights, four of the descriptor.
        MemorySegment rule = kernel.allocate(2 * Long.BYTES);
        rule.set(JAVA_LONG, 0, rights);
        rule.set(JAVA_INT, Long.BYTES, (int) descriptor);
        kernel.call(
                "add a Landlock rule for " + path,
                CallNumbers.LANDLOCK_ADD_RULE,
                ruleSet,
                RULE_FOR_PATH,
                rule.address());
    }

    /// From here on the calling thread, and what it becomes, lives under the rules.
    void restrictThisThread() {
        kernel.call("apply the Landlock rules", CallNumbers.LANDLOCK_RESTRICT_SELF, ruleSet);
    }
}
