package dev.interleave.runner.control;

import dev.interleave.model.program.Program;
import dev.interleave.model.program.Program.EntryPoint;
import dev.interleave.model.run.Finding.Call;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The stack of the current thread as the reader knows it: the program's own methods, called what
/// the source calls them.
final class ProgramStack {
    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final int MOST_CALLS = 16;
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$\\d+");

    /// A step of top-level code.
    private static final String STEP = "do_it$";

    /// The class around top-level code with a dollar, or empty when there is none.
    private final String wrapper;

    ProgramStack(Program program) {
        boolean isWrapped = program.sites().stream().anyMatch(site -> site.className().isEmpty());
        this.wrapper =
                isWrapped
                        ? program.steps().stream().map(EntryPoint::className).findFirst().orElse("")
                        : "";
    }

    /// What the thread is inside of, innermost first.
    List<Call> calls() {
        return WALKER.walk(frames ->
                frames.filter(ProgramStack::isOfTheSource)
                        .limit(MOST_CALLS)
                        .map(frame -> new Call(nameOf(frame), frame.getLineNumber()))
                        .toList());
    }

    private static boolean isOfTheSource(StackFrame frame) {
        return "Main.java".equals(frame.getFileName()) && frame.getLineNumber() > 0;
    }

    private String nameOf(StackFrame frame) {
        return nameOf(frame.getClassName(), frame.getMethodName());
    }

    /// What the source calls a method.
    String nameOf(String className, String method) {
        String type = typeOf(className);
        Matcher lambda = LAMBDA.matcher(method);
        if (lambda.matches()) {
            String outer = lambda.group(1);
            boolean isNamed = !outer.startsWith(STEP) && !outer.equals("static");
            return isNamed ? nameOf(className, outer) + " lambda" : "lambda";
        }
        if (method.startsWith(STEP)) {
            return "top-level code";
        }
        return switch (method) {
            case "<init>", "new" -> "new " + (type.isEmpty() ? className : type);
            case "<clinit>", "$initialise" ->
                    "static initialiser" + (type.isEmpty() ? "" : " of " + type);
            default -> type.isEmpty() ? method : type + "." + method;
        };
    }

    private String typeOf(String className) {
        if (!wrapper.isEmpty() && className.equals(wrapper)) {
            return "";
        }
        boolean isInside = !wrapper.isEmpty() && className.startsWith(wrapper + "$");
        String name = isInside ? className.substring(wrapper.length() + 1) : className;
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}
