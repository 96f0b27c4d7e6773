package dev.interleave.compiler;

import java.util.List;

/// What every program has imported and may see.
final class DefaultImports {
    /// The modules a program may name: those of the runner image.
    static final List<String> MODULES = List.of("java.base", "java.logging");

    /// Import declarations put before the program's own. A package import shadows a module import,
    /// an import of one type shadows both, and the program's own types shadow all.
    static final List<String> DECLARATIONS = List.of("import module java.base;");

    private DefaultImports() {}
}
