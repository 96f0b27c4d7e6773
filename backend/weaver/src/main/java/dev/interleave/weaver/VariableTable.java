package dev.interleave.weaver;

import dev.interleave.model.program.Variable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers the variables of one program, from 1.
final class VariableTable {
    private final Map<Variable, Integer> numbers = new HashMap<>();
    private final List<Variable> all = new ArrayList<>();

    int numberOf(Variable variable) {
        return numbers.computeIfAbsent(
                variable,
                fresh -> {
                    all.add(fresh);
                    return all.size();
                });
    }

    List<Variable> all() {
        return List.copyOf(all);
    }
}
