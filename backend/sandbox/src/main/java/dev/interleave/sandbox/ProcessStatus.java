package dev.interleave.sandbox;

import java.util.Map;
import java.util.stream.Collectors;

/// What the kernel says of a process in `/proc/<pid>/status`.
///
/// @param fields the lines of the file, by name
record ProcessStatus(Map<String, String> fields) {
    /// The mode in which only a filter's allowed calls pass.
    private static final String FILTERED = "2";

    static ProcessStatus parse(String text) {
        return new ProcessStatus(
                text.lines()
                        .map(line -> line.split(":", 2))
                        .filter(parts -> parts.length == 2)
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].strip())));
    }

    int userId() {
        return Integer.parseInt(field("Uid").split("\\s+", -1)[1]);
    }

    boolean hasNoCapability() {
        return Long.parseUnsignedLong(field("CapEff"), 16) == 0
                && Long.parseUnsignedLong(field("CapPrm"), 16) == 0;
    }

    boolean isFiltered() {
        return field("Seccomp").equals(FILTERED);
    }

    boolean cannotGainPrivileges() {
        return field("NoNewPrivs").equals("1");
    }

    /// Zero for a process that has ended but was not waited for.
    long residentBytes() {
        String kibibytes = field("VmRSS").replace(" kB", "");
        return kibibytes.isEmpty() ? 0 : Long.parseLong(kibibytes) << 10;
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
