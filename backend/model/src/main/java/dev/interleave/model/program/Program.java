package dev.interleave.model.program;

import dev.interleave.model.frame.Bytes;

import java.util.List;

/// A compiled and woven program.
///
/// @param classes its classes
/// @param steps what to call, in order
/// @param sites the places its events point to: site number `n` is element `n - 1`
/// @param names names of variables and fields that objects are labelled with: number `n` is element
///   `n - 1`
/// @param variables what its accesses to memory point to, empty when they are not recorded: number
///   `n` is element `n - 1`
public record Program(
        List<ClassBytes> classes,
        List<EntryPoint> steps,
        List<Site> sites,
        List<String> names,
        List<Variable> variables) {
    /// Copies the lists.
    public Program {
        classes = List.copyOf(classes);
        steps = List.copyOf(steps);
        sites = List.copyOf(sites);
        names = List.copyOf(names);
        variables = List.copyOf(variables);
    }

    /// One class file.
    ///
    /// @param name binary name, with dots
    /// @param bytes the class file; not copied, nobody changes it
    public record ClassBytes(String name, Bytes bytes) {}

    /// A method to call: static or not, with no parameter or a `String[]`.
    ///
    /// @param className binary name, with dots
    /// @param method its name
    public record EntryPoint(String className, String method) {}
}
