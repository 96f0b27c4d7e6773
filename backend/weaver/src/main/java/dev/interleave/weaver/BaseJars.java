package dev.interleave.weaver;

import java.nio.file.Path;

/// The jars whose classes go into `java.base` of the image.
///
/// @param probe what woven code calls
/// @param sync the teaching primitives, which programs import
record BaseJars(Path probe, Path sync) {}
