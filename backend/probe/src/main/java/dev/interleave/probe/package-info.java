/// What woven code calls. In the runner image these classes are part of `java.base`, so they use no
/// lambdas, no string concatenation through `invokedynamic` and no collections: they run before any
/// of that works.
@NullMarked
package dev.interleave.probe;

import org.jspecify.annotations.NullMarked;
