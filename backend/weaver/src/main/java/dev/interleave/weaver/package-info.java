/// Puts probes into class files: of the JDK, once, when the runner image is built; of snippets,
/// when they are compiled.
@NullMarked
package dev.interleave.weaver;

import org.jspecify.annotations.NullMarked;
