/// What Rust's `std::sync` and tokio have and Java lacks: [dev.interleave.sync.Channel],
/// [dev.interleave.sync.Select], [dev.interleave.sync.Mutex], [dev.interleave.sync.RwLock]. Built
/// on `java.util.concurrent`, so lanes show them like everything else.
///
/// Everything else in the Rust guide has its counterpart in the JDK, and is not made again here.
///
/// | Rust | Java |
/// | --- | --- |
/// | `Arc<T>` | any reference: the garbage collector counts |
/// | `thread::spawn`, `JoinHandle::join` | [Thread], or a future if there is a result |
/// | `tokio::spawn`, `.await` | a virtual thread; `CompletableFuture.supplyAsync`, `join` |
/// | `tokio::join!`, `join_all` | `CompletableFuture.allOf`, `StructuredTaskScope`, `invokeAll` |
/// | `AtomicUsize` and its like | `java.util.concurrent.atomic` |
/// | `tokio::sync::Semaphore` | [java.util.concurrent.Semaphore] |
/// | rayon | parallel streams |
///
/// Waits for a channel or a selection end with the unchecked
/// [dev.interleave.sync.WaitInterruptedException] when the thread is interrupted; waits for a lock
/// go on, as those of `synchronized` and of `Lock.lock` do.
@NullMarked
package dev.interleave.sync;

import org.jspecify.annotations.NullMarked;
