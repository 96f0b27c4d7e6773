/// The trace: what the threads of one run did, as fixed-width records, and the names those records
/// refer to. `backend/docs/trace-format.md` lays it out to the byte.
@NullMarked
package dev.interleave.model.trace;

import org.jspecify.annotations.NullMarked;
