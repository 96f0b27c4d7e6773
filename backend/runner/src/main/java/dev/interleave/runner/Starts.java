package dev.interleave.runner;

/// Who starts a thread.
///
/// The program's own code does when it is what calls the methods of `Thread`; a pool, a timer or a
/// scope, which are to look after what they start, are the JDK's, or of `dev.interleave.sync`.
final class Starts {
    private static final StackWalker WALKER = StackWalker.getInstance();

    private Starts() {}

    /// Whether the thread that is being started, further up on this very stack, is started by the
    /// program's own code.
    static boolean isByProgram() {
        return WALKER.walk(frames ->
                frames.map(StackWalker.StackFrame::getClassName)
                        .dropWhile(Starts::isOnTheWay)
                        .findFirst()
                        .filter(caller -> !isOfALibrary(caller))
                        .isPresent());
    }

    private static boolean isOnTheWay(String type) {
        return type.startsWith("dev.interleave.runner.")
                || type.startsWith("dev.interleave.probe.")
                || type.startsWith("jdk.proxy") // of ControlledRun.aside
                || type.equals("java.lang.Thread")
                || type.startsWith("java.lang.ThreadBuilders")
                || type.equals("java.lang.VirtualThread")
                || type.equals("java.lang.System$1")
                || type.startsWith("java.lang.Thread$");
    }

    private static boolean isOfALibrary(String type) {
        return type.startsWith("java.")
                || type.startsWith("jdk.")
                || type.startsWith("sun.")
                || type.startsWith("dev.interleave.sync.");
    }
}
