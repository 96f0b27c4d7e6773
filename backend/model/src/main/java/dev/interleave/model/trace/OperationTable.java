package dev.interleave.model.trace;

import static dev.interleave.model.trace.Role.ACQUIRE;
import static dev.interleave.model.trace.Role.CONDITION_WAIT;
import static dev.interleave.model.trace.Role.IDLE;
import static dev.interleave.model.trace.Role.LOCK;
import static dev.interleave.model.trace.Role.LOCK_SHARED;
import static dev.interleave.model.trace.Role.NEW_CONDITION;
import static dev.interleave.model.trace.Role.NOTE;
import static dev.interleave.model.trace.Role.RELEASE;
import static dev.interleave.model.trace.Role.TRY;
import static dev.interleave.model.trace.Role.TRY_ACQUIRE;
import static dev.interleave.model.trace.Role.TRY_LOCK;
import static dev.interleave.model.trace.Role.TRY_LOCK_SHARED;
import static dev.interleave.model.trace.Role.UNLOCK;
import static dev.interleave.model.trace.Role.UNLOCK_SHARED;
import static dev.interleave.model.trace.Role.WAIT;
import static dev.interleave.model.trace.Role.WAKE;

import java.util.ArrayList;
import java.util.List;

/// Writes the rows of [Operation#ALL] down, one primitive after the other.
///
/// Methods are given as in a class file, with `T;` for `TimeUnit`, `O;` for `Object` and `C;` for
/// `Condition`: `tryLock(JT;)Z`.
final class OperationTable {
    private static final String LOCKS = "java/util/concurrent/locks/";
    private static final String JUC = "java/util/concurrent/";
    private static final String CHANNELS = "sun/nio/ch/";
    private static final String SYNC = "dev/interleave/sync/";

    private final ArrayList<Operation> rows = new ArrayList<>();
    private String owner = "";

    List<Operation> rows() {
        lock();
        readWriteLock();
        stampedLock();
        conditions();
        synchronizers();
        semaphore();
        queues();
        linkedDeque();
        pools();
        futures();
        forkJoin();
        publishers();
        threads();
        channels();
        channel();
        guards();
        return List.copyOf(rows);
    }

    private void lock() {
        on(LOCKS + "ReentrantLock");
        row(LOCK, "waits for lock {}", "lock()V", "lockInterruptibly()V");
        row(TRY_LOCK, "tries lock {}", "tryLock()Z");
        row(TRY_LOCK, "waits for lock {} for a while", "tryLock(JT;)Z");
        row(UNLOCK, "unlocks {}", "unlock()V");
        row(NEW_CONDITION, "makes a condition of {}", "newCondition()C;");
    }

    private void readWriteLock() {
        readView(LOCKS + "ReentrantReadWriteLock$ReadLock");
        writeView(LOCKS + "ReentrantReadWriteLock$WriteLock");
        row(NEW_CONDITION, "makes a condition of {}", "newCondition()C;");
    }

    private void readView(String owner) {
        on(owner);
        row(LOCK_SHARED, "waits to read under {}", "lock()V", "lockInterruptibly()V");
        row(TRY_LOCK_SHARED, "tries to read under {}", "tryLock()Z");
        row(TRY_LOCK_SHARED, "waits to read under {} for a while", "tryLock(JT;)Z");
        row(UNLOCK_SHARED, "has read under {}", "unlock()V");
    }

    private void writeView(String owner) {
        on(owner);
        row(LOCK, "waits to write under {}", "lock()V", "lockInterruptibly()V");
        row(TRY_LOCK, "tries to write under {}", "tryLock()Z");
        row(TRY_LOCK, "waits to write under {} for a while", "tryLock(JT;)Z");
        row(UNLOCK, "has written under {}", "unlock()V");
    }

    private void stampedLock() {
        on(LOCKS + "StampedLock");
        row(LOCK, "waits to write under {}", "writeLock()J", "writeLockInterruptibly()J");
        row(TRY_LOCK, "tries to write under {}", "tryWriteLock()J");
        row(TRY_LOCK, "waits to write under {} for a while", "tryWriteLock(JT;)J");
        row(LOCK_SHARED, "waits to read under {}", "readLock()J", "readLockInterruptibly()J");
        row(TRY_LOCK_SHARED, "tries to read under {}", "tryReadLock()J");
        row(TRY_LOCK_SHARED, "waits to read under {} for a while", "tryReadLock(JT;)J");
        row(UNLOCK, "has written under {}", "unlockWrite(J)V");
        row(UNLOCK_SHARED, "has read under {}", "unlockRead(J)V");
        row(UNLOCK, "unlocks {}", "unlock(J)V", "tryUnlockWrite()Z");
        row(UNLOCK_SHARED, "unlocks {}", "tryUnlockRead()Z");
        row(TRY, "reads {} without locking, to check later", "tryOptimisticRead()J");
        row(TRY, "checks that nobody has written under {} meanwhile", "validate(J)Z");
        row(TRY_LOCK, "tries to go on to writing under {}", "tryConvertToWriteLock(J)J");
        row(TRY, "goes on to reading under {}", "tryConvertToReadLock(J)J");
        row(UNLOCK, "goes on to reading {} without locking", "tryConvertToOptimisticRead(J)J");

        readView(LOCKS + "StampedLock$ReadLockView");
        writeView(LOCKS + "StampedLock$WriteLockView");
    }

    private void conditions() {
        for (String synchronizer :
                List.of("AbstractQueuedSynchronizer", "AbstractQueuedLongSynchronizer")) {
            String number = synchronizer.contains("Long") ? "J" : "I";
            on(LOCKS + synchronizer + "$ConditionObject");
            row(CONDITION_WAIT, "waits for a signal on {}", "await()V", "awaitUninterruptibly()V");
            row(
                    CONDITION_WAIT,
                    "waits for a signal on {} for a while",
                    "awaitNanos(J)J",
                    "await(JT;)Z",
                    "awaitUntil(Ljava/util/Date;)Z");
            row(WAKE, "signals {}", "signal()V");
            row(WAKE, "signals all on {}", "signalAll()V");

            on(LOCKS + synchronizer);
            row(
                    LOCK,
                    "waits for {}",
                    "acquire(" + number + ")V",
                    "acquireInterruptibly(" + number + ")V");
            row(TRY_LOCK, "waits for {} for a while", "tryAcquireNanos(" + number + "J)Z");
            row(UNLOCK, "releases {}", "release(" + number + ")Z");
            row(
                    WAIT,
                    "waits for {}",
                    "acquireShared(" + number + ")V",
                    "acquireSharedInterruptibly(" + number + ")V");
            row(WAIT, "waits for {} for a while", "tryAcquireSharedNanos(" + number + "J)Z");
            row(WAKE, "releases {}", "releaseShared(" + number + ")Z");
        }
    }

    private void synchronizers() {
        on(JUC + "CountDownLatch");
        row(WAIT, "waits for {} to reach zero", "await()V");
        row(WAIT, "waits for {} to reach zero for a while", "await(JT;)Z");
        row(WAKE, "counts {} down", "countDown()V");

        on(JUC + "CyclicBarrier");
        row(WAIT, "waits for the others at {}", "await()I");
        row(WAIT, "waits for the others at {} for a while", "await(JT;)I");
        row(WAKE, "breaks {} and starts it anew", "reset()V");

        on(JUC + "Phaser");
        row(
                WAIT,
                "waits for the others at {}",
                "arriveAndAwaitAdvance()I",
                "awaitAdvance(I)I",
                "awaitAdvanceInterruptibly(I)I");
        row(WAIT, "waits for the others at {} for a while", "awaitAdvanceInterruptibly(IJT;)I");
        row(WAKE, "arrives at {}", "arrive()I", "arriveAndDeregister()I");
        row(WAKE, "ends {}", "forceTermination()V");
        row(NOTE, "takes part in {}", "register()I", "bulkRegister(I)I");

        on(JUC + "Exchanger");
        row(WAIT, "waits for a partner at {}", "exchange(O;)O;");
        row(WAIT, "waits for a partner at {} for a while", "exchange(O;JT;)O;");
    }

    private void semaphore() {
        on(JUC + "Semaphore");
        row(ACQUIRE, "waits for a permit of {}", "acquire()V", "acquireUninterruptibly()V");
        row(ACQUIRE, "waits for permits of {}", "acquire(I)V", "acquireUninterruptibly(I)V");
        row(ACQUIRE, "waits for a permit of {} for a while", "tryAcquire(JT;)Z");
        row(ACQUIRE, "waits for permits of {} for a while", "tryAcquire(IJT;)Z");
        row(TRY_ACQUIRE, "tries to take a permit of {}", "tryAcquire()Z");
        row(TRY_ACQUIRE, "tries to take permits of {}", "tryAcquire(I)Z");
        row(NOTE, "takes all permits of {}", "drainPermits()I");
        row(RELEASE, "gives a permit back to {}", "release()V");
        row(RELEASE, "gives permits back to {}", "release(I)V");
    }

    private void queues() {
        queue("LinkedBlockingQueue", "O;", true);
        queue("ArrayBlockingQueue", "O;", true);
        queue("SynchronousQueue", "O;", true);
        queue("PriorityBlockingQueue", "O;", false);
        queue("LinkedTransferQueue", "O;", false);
        row(WAIT, "waits for somebody to take from {}", "transfer(O;)V");
        row(WAIT, "waits for somebody to take from {} for a while", "tryTransfer(O;JT;)Z");
        row(TRY, "hands over by {} if somebody waits", "tryTransfer(O;)Z");
        queue("DelayQueue", "Ljava/util/concurrent/Delayed;", false);
    }

    private void queue(String name, String element, boolean isBounded) {
        on(JUC + name);
        row(WAIT, "waits for an element of {}", "take()" + element);
        row(WAIT, "waits for an element of {} for a while", "poll(JT;)" + element);
        row(TRY, "takes from {} if it can", "poll()" + element);
        row(TRY, "puts into {} if it can", "offer(" + element + ")Z");
        if (isBounded) {
            row(WAIT, "waits for room in {}", "put(" + element + ")V");
            row(WAIT, "waits for room in {} for a while", "offer(" + element + "JT;)Z");
        } else {
            row(WAKE, "puts into {}", "put(" + element + ")V", "offer(" + element + "JT;)Z");
        }
        row(WAKE, "takes all there is in {}", "drainTo(Ljava/util/Collection;)I");
        row(WAKE, "takes what there is in {}", "drainTo(Ljava/util/Collection;I)I");
    }

    private void linkedDeque() {
        queue("LinkedBlockingDeque", "O;", true);
        row(WAIT, "waits for an element of {}", "takeFirst()O;", "takeLast()O;");
        row(WAIT, "waits for an element of {} for a while", "pollFirst(JT;)O;", "pollLast(JT;)O;");
        row(TRY, "takes from {} if it can", "pollFirst()O;", "pollLast()O;");
        row(TRY, "puts into {} if it can", "offerFirst(O;)Z", "offerLast(O;)Z");
        row(WAIT, "waits for room in {}", "putFirst(O;)V", "putLast(O;)V");
        row(WAIT, "waits for room in {} for a while", "offerFirst(O;JT;)Z", "offerLast(O;JT;)Z");
    }

    private void pools() {
        on(JUC + "ThreadPoolExecutor");
        row(IDLE, "is idle in {}", "getTask()Ljava/lang/Runnable;");
        row(NOTE, "tells {} to end", "shutdown()V");
        row(NOTE, "tells {} to end now", "shutdownNow()Ljava/util/List;");
        on(JUC + "ForkJoinPool");
        row(IDLE, "is idle in {}", "awaitWork(Ljava/util/concurrent/ForkJoinPool$WorkQueue;I)I");
        row(NOTE, "tells {} to end", "shutdown()V");
        row(NOTE, "tells {} to end now", "shutdownNow()Ljava/util/List;");
        row(WAIT, "waits for {} to have nothing to do", "awaitQuiescence(JT;)Z");
        row(
                WAIT,
                "waits for a task of {}",
                "invoke(Ljava/util/concurrent/ForkJoinTask;)O;",
                "invokeAny(Ljava/util/Collection;)O;",
                "invokeAny(Ljava/util/Collection;JT;)O;");
        row(
                WAIT,
                "waits for all tasks in {}",
                "invokeAll(Ljava/util/Collection;)Ljava/util/List;",
                "invokeAll(Ljava/util/Collection;JT;)Ljava/util/List;",
                "invokeAllUninterruptibly(Ljava/util/Collection;)Ljava/util/List;");
        for (String pool : List.of("ThreadPoolExecutor", "ThreadPerTaskExecutor", "ForkJoinPool")) {
            on(JUC + pool);
            row(WAIT, "waits for {} to end", "awaitTermination(JT;)Z");
        }
        for (String pool : List.of("AbstractExecutorService", "ThreadPerTaskExecutor")) {
            on(JUC + pool);
            row(
                    WAIT,
                    "waits for all tasks in {}",
                    "invokeAll(Ljava/util/Collection;)Ljava/util/List;",
                    "invokeAll(Ljava/util/Collection;JT;)Ljava/util/List;");
            row(
                    WAIT,
                    "waits for a task of {}",
                    "invokeAny(Ljava/util/Collection;)O;",
                    "invokeAny(Ljava/util/Collection;JT;)O;");
        }
        on(JUC + "ExecutorCompletionService");
        row(WAIT, "waits for a result of {}", "take()Ljava/util/concurrent/Future;");
        row(WAIT, "waits for a result of {} for a while", "poll(JT;)Ljava/util/concurrent/Future;");
        on("java/util/TimerThread");
        row(IDLE, "has nothing to do in {}", "mainLoop()V");
    }

    private void futures() {
        on(JUC + "FutureTask");
        row(WAIT, "waits for the result of {}", "get()O;");
        row(WAIT, "waits for the result of {} for a while", "get(JT;)O;");
        row(WAKE, "cancels {}", "cancel(Z)Z");
        on(JUC + "CompletableFuture");
        row(WAIT, "waits for the result of {}", "get()O;", "join()O;");
        row(WAIT, "waits for the result of {} for a while", "get(JT;)O;");
        row(WAKE, "completes {}", "postComplete()V");
        row(
                NOTE,
                "gives {} a time to be complete",
                "orTimeout(JT;)Ljava/util/concurrent/CompletableFuture;",
                "completeOnTimeout(O;JT;)Ljava/util/concurrent/CompletableFuture;");
        on(JUC + "StructuredTaskScopeImpl");
        row(WAIT, "waits for the tasks of {}", "join()O;", "close()V");
    }

    private void forkJoin() {
        on(JUC + "ForkJoinTask");
        row(
                WAIT,
                "waits for the result of {}",
                "join()O;",
                "get()O;",
                "quietlyJoin()V",
                "invoke()O;",
                "quietlyInvoke()V");
        row(
                WAIT,
                "waits for the result of {} for a while",
                "get(JT;)O;",
                "quietlyJoin(JT;)Z",
                "quietlyJoinUninterruptibly(JT;)Z");
        row(WAKE, "completes {}", "complete(O;)V", "quietlyComplete()V");
        row(
                WAKE,
                "completes {} with an exception",
                "completeExceptionally(Ljava/lang/Throwable;)V");
        row(WAKE, "cancels {}", "cancel(Z)Z");
        on(JUC + "CountedCompleter");
        row(WAKE, "has done a part of {}", "tryComplete()V", "propagateCompletion()V");
    }

    private void publishers() {
        on(JUC + "SubmissionPublisher");
        row(WAIT, "publishes in {}, waiting for room", "submit(O;)I");
        row(TRY, "publishes in {} if there is room", "offer(O;Ljava/util/function/BiPredicate;)I");
        row(WAKE, "closes {}", "close()V", "closeExceptionally(Ljava/lang/Throwable;)V");
        row(NOTE, "subscribes to {}", "subscribe(Ljava/util/concurrent/Flow$Subscriber;)V");
    }

    private void threads() {
        on("java/lang/ThreadLocal");
        row(NOTE, "sets {} for this thread", "set(O;)V");
        row(NOTE, "removes {} from this thread", "remove()V");
        on("java/lang/ScopedValue$Carrier");
        row(NOTE, "binds a scoped value", "run(Ljava/lang/Runnable;)V");
        row(NOTE, "binds a scoped value", "call(Ljava/lang/ScopedValue$CallableOp;)O;");
    }

    /// Waits inside native code, for input and output.
    private void channels() {
        on(CHANNELS + "SelectorImpl");
        named(
                "Selector.select",
                WAIT,
                "waits for a channel of {} to be ready",
                "lockAndDoSelect(Ljava/util/function/Consumer;J)I");
        on(CHANNELS + "SourceChannelImpl");
        named("Pipe.read", WAIT, "waits for input from {}", "read(Ljava/nio/ByteBuffer;)I");
        on(CHANNELS + "SinkChannelImpl");
        named("Pipe.write", WAIT, "waits for room in {}", "write(Ljava/nio/ByteBuffer;)I");
    }

    /// Our own teaching primitives. Their public methods call these; the label is what the reader
    /// wrote.
    private void channel() {
        on(SYNC + "Channel");
        named("Sender.send", WAIT, "sends into {}", "put(O;)V");
        named("Sender.trySend", TRY, "sends into {} if it can", "offer(O;)Z");
        named("Receiver.receive", WAIT, "waits to receive from {}", "take()O;");
        named("Receiver.receive", WAIT, "waits to receive from {} for a while", "take(J)O;");
        named("Receiver.tryReceive", TRY, "receives from {} if it can", "takeNow()O;");
        named("Sender.clone", NOTE, "makes another sender of {}", "openSender()V");
        named("Sender.close", WAKE, "closes a sender of {}", "closeSender()V");
        named("Receiver.close", WAKE, "closes the receiver of {}", "closeReceiver()V");
        row(NOTE, "takes the sender of {}", "sender()Ldev/interleave/sync/Sender;");
        row(NOTE, "takes the receiver of {}", "receiver()Ldev/interleave/sync/Receiver;");
        on(SYNC + "Select");
        named("Select.await", WAIT, "waits for the first of several", "pause()V");
        named("Select.await", WAIT, "waits for the first of several, for a while", "pause(J)Z");
    }

    private void guards() {
        on(SYNC + "Mutex");
        named("Mutex.lock", LOCK, "waits for what {} guards", "acquire()V");
        named("Mutex.tryLock", TRY_LOCK, "tries for what {} guards", "tryAcquire()Z");
        named("MutexGuard.close", UNLOCK, "gives back what {} guards", "release()V");
        on(SYNC + "RwLock");
        named("RwLock.write", LOCK, "waits to write what {} guards", "acquire()V");
        named("RwLock.tryWrite", TRY_LOCK, "tries to write what {} guards", "tryAcquire()Z");
        named("WriteGuard.close", UNLOCK, "has written what {} guards", "release()V");
        named("RwLock.read", LOCK_SHARED, "waits to read what {} guards", "acquireShared()V");
        named(
                "RwLock.tryRead",
                TRY_LOCK_SHARED,
                "tries to read what {} guards",
                "tryAcquireShared()Z");
        named("ReadGuard.close", UNLOCK_SHARED, "has read what {} guards", "releaseShared()V");
    }

    private void on(String owner) {
        this.owner = owner;
    }

    private void row(Role role, String phrase, String... methods) {
        for (String method : methods) {
            String name = method.substring(0, method.indexOf('('));
            named(labelOf(owner, name), role, phrase, method);
        }
    }

    private void named(String label, Role role, String phrase, String method) {
        String full =
                method.replace("T;", "Ljava/util/concurrent/TimeUnit;")
                        .replace("O;", "Ljava/lang/Object;")
                        .replace("C;", "Ljava/util/concurrent/locks/Condition;");
        int parameters = full.indexOf('(');
        rows.add(
                new Operation(
                        rows.size() + 1,
                        owner,
                        full.substring(0, parameters),
                        full.substring(parameters),
                        role,
                        label,
                        phrase));
    }

    private static String labelOf(String owner, String method) {
        String type = owner.substring(owner.lastIndexOf('/') + 1);
        String shown =
                switch (type) {
                    case "AbstractQueuedSynchronizer$ConditionObject",
                            "AbstractQueuedLongSynchronizer$ConditionObject" ->
                            "Condition";
                    case "StructuredTaskScopeImpl" -> "StructuredTaskScope";
                    case "StampedLock$ReadLockView" -> "StampedLock.asReadLock";
                    case "StampedLock$WriteLockView" -> "StampedLock.asWriteLock";
                    default -> type.substring(type.lastIndexOf('$') + 1);
                };
        return shown + "." + (method.equals("postComplete") ? "complete" : method);
    }
}
