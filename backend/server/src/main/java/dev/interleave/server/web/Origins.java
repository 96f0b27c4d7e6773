package dev.interleave.server.web;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/// Whose pages may open a WebSocket: our own, and those the operator names. A browser always says
/// where a page is from.
record Origins(List<String> allowed) {
    /// Checks the `Origin` header of a request to `host`.
    boolean allows(@Nullable String origin, @Nullable String host) {
        if (origin == null || host == null) {
            return false;
        }
        return allowed.contains(origin) || host.equals(authority(origin));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
