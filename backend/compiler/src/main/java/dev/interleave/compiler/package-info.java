/// The compiler process: source text in, class files and entry steps or diagnostics out.
///
/// Whole files go to javac as they are; top-level code is cut into pieces by JShell and written
/// into one class (see `docs/adr/0010-one-class-per-program.md`).
@NullMarked
package dev.interleave.compiler;

import org.jspecify.annotations.NullMarked;
