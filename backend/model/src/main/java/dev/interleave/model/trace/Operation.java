package dev.interleave.model.trace;

import static dev.interleave.model.trace.Role.CONDITION_WAIT;
import static dev.interleave.model.trace.Role.IDLE;
import static dev.interleave.model.trace.Role.LOCK;
import static dev.interleave.model.trace.Role.NEW_CONDITION;
import static dev.interleave.model.trace.Role.TRY_LOCK;
import static dev.interleave.model.trace.Role.UNLOCK;
import static dev.interleave.model.trace.Role.WAIT;
import static dev.interleave.model.trace.Role.WAKE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One row for each method of `java.util.concurrent` that is seen in the lanes: a new primitive is
/// new rows, nothing else.
///
/// The row says which method is woven, what it means ([Role]) and how the page speaks of it.
///
/// @param number what stands for the row in a record, 1 or more
/// @param owner the class that declares the method, with slashes
/// @param method the method's name
/// @param descriptor its parameters and result, as in a class file
/// @param role what it means for the lanes
/// @param label what the page calls it, such as `Semaphore.acquire`
/// @param phrase what a thread inside it does, where `{}` stands for the object: "waits for a
///   permit of {}"
public record Operation(
        int number,
        String owner,
        String method,
        String descriptor,
        Role role,
        String label,
        String phrase) {

    /// All rows, in the order of their numbers.
    public static final List<Operation> ALL = new Table().rows();

    /// The row with the given number, or empty for 0 and numbers that are not in the table.
    public static Optional<Operation> tryOf(int number) {
        return number < 1 || number > ALL.size()
                ? Optional.empty()
                : Optional.of(ALL.get(number - 1));
    }

    private static final class Table {
        private static final String JUC = "java/util/concurrent/";
        private static final String UNIT = "Ljava/util/concurrent/TimeUnit;";
        private static final String OBJECT = "Ljava/lang/Object;";

        private final ArrayList<Operation> rows = new ArrayList<>();

        List<Operation> rows() {
            locks();
            synchronizers();
            queues();
            pools();
            return List.copyOf(rows);
        }

        private void locks() {
            String lock = JUC + "locks/ReentrantLock";
            row(lock, "lock", "()V", LOCK, "waits for lock {}");
            row(lock, "lockInterruptibly", "()V", LOCK, "waits for lock {}");
            row(lock, "tryLock", "()Z", TRY_LOCK, "tries lock {}");
            row(lock, "tryLock", "(J" + UNIT + ")Z", TRY_LOCK, "waits for lock {} for a while");
            row(lock, "unlock", "()V", UNLOCK, "unlocks {}");
            row(
                    lock,
                    "newCondition",
                    "()Ljava/util/concurrent/locks/Condition;",
                    NEW_CONDITION,
                    "makes a condition of {}");

            String condition = JUC + "locks/AbstractQueuedSynchronizer$ConditionObject";
            row(condition, "await", "()V", CONDITION_WAIT, "waits for a signal on {}");
            row(
                    condition,
                    "awaitUninterruptibly",
                    "()V",
                    CONDITION_WAIT,
                    "waits for a signal on {}");
            row(
                    condition,
                    "awaitNanos",
                    "(J)J",
                    CONDITION_WAIT,
                    "waits for a signal on {} for a while");
            row(
                    condition,
                    "await",
                    "(J" + UNIT + ")Z",
                    CONDITION_WAIT,
                    "waits for a signal on {} for a while");
            row(
                    condition,
                    "awaitUntil",
                    "(Ljava/util/Date;)Z",
                    CONDITION_WAIT,
                    "waits for a signal on {} for a while");
            row(condition, "signal", "()V", WAKE, "signals {}");
            row(condition, "signalAll", "()V", WAKE, "signals all on {}");
        }

        private void synchronizers() {
            String semaphore = JUC + "Semaphore";
            row(semaphore, "acquire", "()V", WAIT, "waits for a permit of {}");
            row(semaphore, "acquire", "(I)V", WAIT, "waits for permits of {}");
            row(semaphore, "acquireUninterruptibly", "()V", WAIT, "waits for a permit of {}");
            row(semaphore, "acquireUninterruptibly", "(I)V", WAIT, "waits for permits of {}");
            row(
                    semaphore,
                    "tryAcquire",
                    "(J" + UNIT + ")Z",
                    WAIT,
                    "waits for a permit of {} for a while");
            row(
                    semaphore,
                    "tryAcquire",
                    "(IJ" + UNIT + ")Z",
                    WAIT,
                    "waits for permits of {} for a while");
            row(semaphore, "release", "()V", WAKE, "gives a permit back to {}");
            row(semaphore, "release", "(I)V", WAKE, "gives permits back to {}");

            String latch = JUC + "CountDownLatch";
            row(latch, "await", "()V", WAIT, "waits for {} to reach zero");
            row(latch, "await", "(J" + UNIT + ")Z", WAIT, "waits for {} to reach zero for a while");
            row(latch, "countDown", "()V", WAKE, "counts {} down");
            row(JUC + "CyclicBarrier", "await", "()I", WAIT, "waits for the others at {}");
            row(
                    JUC + "CyclicBarrier",
                    "await",
                    "(J" + UNIT + ")I",
                    WAIT,
                    "waits for the others at {} for a while");
        }

        private void queues() {
            for (String simple :
                    List.of(
                            "LinkedBlockingQueue",
                            "ArrayBlockingQueue",
                            "PriorityBlockingQueue",
                            "LinkedBlockingDeque",
                            "SynchronousQueue",
                            "LinkedTransferQueue",
                            "DelayQueue")) {
                String queue = JUC + simple;
                String takes =
                        simple.equals("DelayQueue") ? "Ljava/util/concurrent/Delayed;" : OBJECT;
                boolean bounded =
                        !List.of("PriorityBlockingQueue", "LinkedTransferQueue", "DelayQueue")
                                .contains(simple);
                row(queue, "take", "()" + takes, WAIT, "waits for an element of {}");
                row(
                        queue,
                        "poll",
                        "(J" + UNIT + ")" + takes,
                        WAIT,
                        "waits for an element of {} for a while");
                if (!simple.equals("DelayQueue")) {
                    row(
                            queue,
                            "put",
                            "(" + OBJECT + ")V",
                            bounded ? WAIT : WAKE,
                            bounded ? "waits for room in {}" : "puts into {}");
                } else {
                    row(queue, "put", "(Ljava/util/concurrent/Delayed;)V", WAKE, "puts into {}");
                }
            }
        }

        private void pools() {
            row(
                    JUC + "ThreadPoolExecutor",
                    "getTask",
                    "()Ljava/lang/Runnable;",
                    IDLE,
                    "is idle in {}");
            row(
                    JUC + "ForkJoinPool",
                    "awaitWork",
                    "(Ljava/util/concurrent/ForkJoinPool$WorkQueue;I)I",
                    IDLE,
                    "is idle in {}");
            for (String pool :
                    List.of("ThreadPoolExecutor", "ThreadPerTaskExecutor", "ForkJoinPool")) {
                row(
                        JUC + pool,
                        "awaitTermination",
                        "(J" + UNIT + ")Z",
                        WAIT,
                        "waits for {} to end");
            }
            row(
                    JUC + "AbstractExecutorService",
                    "invokeAll",
                    "(Ljava/util/Collection;)Ljava/util/List;",
                    WAIT,
                    "waits for all tasks in {}");
            row(
                    JUC + "CompletableFuture",
                    "get",
                    "()" + OBJECT,
                    WAIT,
                    "waits for the result of {}");
            row(
                    JUC + "CompletableFuture",
                    "get",
                    "(J" + UNIT + ")" + OBJECT,
                    WAIT,
                    "waits for the result of {} for a while");
            row(
                    JUC + "CompletableFuture",
                    "join",
                    "()" + OBJECT,
                    WAIT,
                    "waits for the result of {}");
            row(JUC + "FutureTask", "get", "()" + OBJECT, WAIT, "waits for the result of {}");
            row(
                    JUC + "FutureTask",
                    "get",
                    "(J" + UNIT + ")" + OBJECT,
                    WAIT,
                    "waits for the result of {} for a while");
        }

        private void row(String owner, String method, String descriptor, Role role, String phrase) {
            String label = owner.substring(owner.lastIndexOf('/') + 1) + "." + method;
            String shown = label.replace("AbstractQueuedSynchronizer$ConditionObject", "Condition");
            rows.add(
                    new Operation(rows.size() + 1, owner, method, descriptor, role, shown, phrase));
        }
    }
}
