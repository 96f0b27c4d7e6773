package dev.interleave.compiler;

import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Cuts top-level code into statements and declarations with JShell's completeness analysis, which
/// keeps no state: one splitter serves all requests, one at a time. Nothing is evaluated in its
/// JShell.
final class Splitter implements AutoCloseable {
    /// JShell looks through all of the text it is given for each piece, so it gets no more than
    /// most pieces have; more only when that is not enough.
    private static final int WINDOW = 2_048;

    private static final int LONGEST_KEYWORD = "synchronized".length();

    private final JShell shell;
    private final SourceCodeAnalysis analysis;

    Splitter() {
        this.shell = JShell.builder().executionEngine(new NoExecution(), Map.of()).build();
        this.analysis = shell.sourceCodeAnalysis();
    }

    /// A part of the text, from `start` to before `end`, that stands for itself.
    record Cut(int start, int end) {}

    /// Cuts the text, without what is between the cuts; stops after `most` cuts.
    List<Cut> cut(String text, int most) {
        var cuts = new ArrayList<Cut>();
        int at = Lexis.skipTrivia(text, 0);
        while (at < text.length() && cuts.size() < most) {
            int end = end(text, at);
            if (text.charAt(at) != ';') {
                cuts.add(new Cut(at, end));
            }
            at = Lexis.skipTrivia(text, end);
        }
        return cuts;
    }

    private int end(String text, int start) {
        if (isCommand(text, start)) {
            int lineEnd = text.indexOf('\n', start);
            return lineEnd < 0 ? text.length() : lineEnd;
        }
        int near = Math.min(start + WINDOW, text.length());
        String window = text.substring(start, near);
        int end = end(window);
        if (near < text.length() && (end < 0 || mayContinue(window, end))) {
            end = end(text.substring(start));
        }
        return end < 0 ? Lexis.pieceEnd(text, start) : start + end;
    }

    /// Whether what follows the piece, perhaps an `else`, is cut off by the end of the window.
    private static boolean mayContinue(String window, int end) {
        return Lexis.skipTrivia(window, end) + LONGEST_KEYWORD >= window.length();
    }

    /// The end of the first piece of `rest`, or -1 when JShell cannot say.
    private int end(String rest) {
        CompletionInfo info = analysis.analyzeCompletion(rest);
        return switch (info.completeness()) {
            case COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE -> {
                String remaining = info.remaining();
                int end = rest.length() - remaining.length();
                yield end > 0 && rest.endsWith(remaining) ? end : -1;
            }
            case DEFINITELY_INCOMPLETE, EMPTY, UNKNOWN -> -1;
        };
    }

    /// Whether a command of the `jshell` tool begins here, such as `/exit`.
    static boolean isCommand(String text, int start) {
        return text.startsWith("/", start)
                && start + 1 < text.length()
                && (Character.isLetter(text.charAt(start + 1))
                        || "!?-".indexOf(text.charAt(start + 1)) >= 0);
    }

    @Override
    public void close() {
        shell.close();
    }

    private static final class NoExecution implements ExecutionControlProvider, ExecutionControl {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return this;
        }

        @Override
        public void load(ClassBytecodes[] classes) throws NotImplementedException {
            throw refusal();
        }

        @Override
        public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
            throw refusal();
        }

        @Override
        public String invoke(String className, String methodName) throws NotImplementedException {
            throw refusal();
        }

        @Override
        public String varValue(String className, String varName) throws NotImplementedException {
            throw refusal();
        }

        @Override
        public void addToClasspath(String path) throws NotImplementedException {
            throw refusal();
        }

        @Override
        public Object extensionCommand(String command, Object argument)
                throws NotImplementedException {
            throw refusal();
        }

        @Override
        public void stop() {}

        @Override
        public void close() {}

        private static NotImplementedException refusal() {
            return new NotImplementedException("nothing runs in the compiler");
        }
    }
}
