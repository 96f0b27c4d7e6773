package dev.interleave.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The libraries that a program or a library of the host links, as its own loader finds them.
final class SharedLibraries {
    private SharedLibraries() {}

    /// Their paths by file name.
    static Map<String, Path> of(Path file, Path loader) throws IOException {
        Process listing =
                new ProcessBuilder(loader.toString(), "--list", file.toString())
                        .redirectErrorStream(true)
                        .start();
        String text = new String(listing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return parse(text);
    }

    /// Reads lines such as `libm.so.6 => /lib/libm.so.6 (0x7f00)`. A library that is not found is
    /// one of the JVM's own, loaded already when it is needed.
    static Map<String, Path> parse(String listing) {
        Map<String, Path> libraries = new LinkedHashMap<>();
        for (String line : listing.lines().toList()) {
            String[] words = line.strip().split(" ", -1);
            if (words.length >= 3 && words[1].equals("=>") && words[2].startsWith("/")) {
                libraries.put(words[0], Path.of(words[2]).normalize());
            }
        }
        return libraries;
    }
}
