/// The list of system calls a confined JVM may make, as data, and its assembly into the classic-BPF
/// program that the kernel runs before each call. Knows nothing of processes.
@NullMarked
package dev.interleave.sandbox.seccomp;

import org.jspecify.annotations.NullMarked;
