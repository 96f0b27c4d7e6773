/// How much may run at once, who is next, and what stands ready: admission with a fair queue, and a
/// pool of processes that have booted already.
@NullMarked
package dev.interleave.sandbox.capacity;

import org.jspecify.annotations.NullMarked;
