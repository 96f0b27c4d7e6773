package dev.interleave.sandbox;

import java.util.List;

/// What a search for a sandbox found.
public sealed interface SandboxOffer {
    /// A sandbox that was tried and held. Who takes it closes it.
    ///
    /// @param sandbox the strongest that works
    /// @param passedOver why each stronger level was not taken
    record Found(Sandbox sandbox, List<String> passedOver) implements SandboxOffer {
        /// Copies the list.
        public Found {
            passedOver = List.copyOf(passedOver);
        }
    }

    /// Nothing holds: no snippet may run.
    ///
    /// @param problem why, for each level, and what to install
    record NotFound(String problem) implements SandboxOffer {}
}
