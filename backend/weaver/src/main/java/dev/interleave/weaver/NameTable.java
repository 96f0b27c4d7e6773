package dev.interleave.weaver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers the names of variables and fields of one program, from 1; the empty name is 0.
final class NameTable {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> all = new ArrayList<>();

    int numberOf(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        return numbers.computeIfAbsent(
                name,
                fresh -> {
                    all.add(fresh);
                    return all.size();
                });
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
