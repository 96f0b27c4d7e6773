package dev.interleave.model.program;

/// A place in the source that events point to.
///
/// @param line line in the editor, from 1
/// @param className the class, as the source names it; empty for top-level code
/// @param method the method; empty for top-level code
public record Site(int line, String className, String method) {}
