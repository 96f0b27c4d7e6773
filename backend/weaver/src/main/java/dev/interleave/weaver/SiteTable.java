package dev.interleave.weaver;

import dev.interleave.model.program.Site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers the places of one program, from 1.
final class SiteTable {
    private final Map<Site, Integer> numbers = new HashMap<>();
    private final List<Site> all = new ArrayList<>();

    int numberOf(Site site) {
        return numbers.computeIfAbsent(
                site,
                fresh -> {
                    all.add(fresh);
                    return all.size();
                });
    }

    List<Site> all() {
        return List.copyOf(all);
    }
}
