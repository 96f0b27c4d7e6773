package dev.interleave.analysis;

import java.util.Arrays;
import java.util.List;

/// The lines of sites, as a finding wants them: ascending, without repeats and without those that
/// are not known.
public final class Lines {
    private Lines() {}

    /// The lines of `sites`; 0 is none.
    public static List<Integer> of(Names names, int... sites) {
        return Arrays.stream(sites)
                .map(names::line)
                .filter(line -> line > 0)
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }
}
