package dev.interleave.runner;

import java.util.Map;

/// What the page calls classes whose own names say nothing to the reader: inner classes of the JDK
/// that stand for something the program asked for, and lambdas.
final class ClassNames {
    private static final String JUC = "java.util.concurrent.";
    private static final String STAGE = JUC + "CompletableFuture$";
    private static final String LOCK = JUC + "locks.ReentrantReadWriteLock";

    private static final Map<String, String> SHOWN =
            Map.ofEntries(
                    Map.entry(LOCK + "$NonfairSync", LOCK),
                    Map.entry(LOCK + "$FairSync", LOCK),
                    Map.entry("java.util.TaskQueue", "java.util.Timer"),
                    Map.entry("sun.nio.ch.SourceChannelImpl", "java.nio.channels.Pipe"),
                    Map.entry("sun.nio.ch.SinkChannelImpl", "java.nio.channels.Pipe"),
                    Map.entry("sun.nio.ch.EPollSelectorImpl", "java.nio.channels.Selector"),
                    Map.entry(STAGE + "AsyncSupply", "supplyAsync"),
                    Map.entry(STAGE + "AsyncRun", "runAsync"),
                    Map.entry(STAGE + "UniApply", "thenApply"),
                    Map.entry(STAGE + "UniAccept", "thenAccept"),
                    Map.entry(STAGE + "UniRun", "thenRun"),
                    Map.entry(STAGE + "UniCompose", "thenCompose"),
                    Map.entry(STAGE + "UniWhenComplete", "whenComplete"),
                    Map.entry(STAGE + "UniHandle", "handle"),
                    Map.entry(STAGE + "UniExceptionally", "exceptionally"),
                    Map.entry(STAGE + "UniComposeExceptionally", "exceptionallyCompose"),
                    Map.entry(STAGE + "BiApply", "thenCombine"),
                    Map.entry(STAGE + "BiAccept", "thenAcceptBoth"),
                    Map.entry(STAGE + "BiRun", "runAfterBoth"),
                    Map.entry(STAGE + "OrApply", "applyToEither"),
                    Map.entry(STAGE + "OrAccept", "acceptEither"),
                    Map.entry(STAGE + "OrRun", "runAfterEither"),
                    Map.entry(JUC + "ThreadPerTaskExecutor$ThreadBoundFuture", JUC + "Future"),
                    Map.entry(
                            JUC + "ScheduledThreadPoolExecutor$ScheduledFutureTask",
                            JUC + "ScheduledFuture"),
                    Map.entry(JUC + "StructuredTaskScopeImpl", JUC + "StructuredTaskScope"));

    private ClassNames() {}

    /// The name to show, of at most 256 characters: a class's own may be 64 KB long.
    static String shown(Class<?> type) {
        String name = type.getName();
        if (type.isHidden() && name.contains("$$Lambda")) {
            return "lambda";
        }
        String shown = SHOWN.getOrDefault(name, name);
        return shown.length() <= 256 ? shown : shown.substring(0, 256) + "…";
    }
}
