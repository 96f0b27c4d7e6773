package dev.interleave.compiler;

import dev.interleave.compiler.Part.Expression;
import dev.interleave.compiler.Part.Import;
import dev.interleave.compiler.Part.Initializer;
import dev.interleave.compiler.Part.Member;
import dev.interleave.compiler.Part.Statement;
import dev.interleave.compiler.Part.Variable;
import dev.interleave.compiler.Part.Variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes top-level code as one class: variables become static fields, methods and types static
/// members, and every initialiser and statement a step, a method of its own.
///
/// Whatever is copied stays on its line, so the lines in the class files are the editor's. Comments
/// are not copied. Initialisers run in their steps, never in the class initialiser: threads that
/// they start would wait for it.
final class ScriptWriter {
    /// Begins the name of every step; its number follows.
    static final String STEP = "do_it$";

    /// The method that [#forTypes] puts all `var` declarations into.
    static final String TYPES = "do_it$types";

    /// Stands for a type that could not be found out. What javac says about it is not for the
    /// reader, and about things of an unknown type javac says nothing.
    static final String UNKNOWN_TYPE = "Unknown$Type";

    private final String text;
    private final String className;
    private final StringBuilder out = new StringBuilder();
    private final OffsetMap map = new OffsetMap();
    private final List<String> steps = new ArrayList<>();
    private boolean keepsLines = true;
    private int at;

    private ScriptWriter(String text, String className) {
        this.text = text;
        this.className = className;
    }

    /// What was written.
    ///
    /// @param steps names of the step methods, in order
    record Script(String text, OffsetMap map, List<String> steps) {}

    /// The class to run.
    ///
    /// @param types the types of the variables declared with `var`
    static Script forRunning(
            String text, String className, List<Part> parts, Map<Variable, String> types) {
        var writer = new ScriptWriter(text, className);
        writer.header(parts);
        parts.forEach(part -> writer.part(part, types));
        return writer.finish();
    }

    /// A class that is only looked at to find the types of `var` declarations: without statements,
    /// and with these declarations as the local variables of one method.
    static Script forTypes(String text, String className, List<Part> parts) {
        var writer = new ScriptWriter(text, className);
        writer.keepsLines = false;
        writer.header(parts);
        for (Part part : parts) {
            if (part instanceof Member member) {
                writer.member(member);
            } else if (part instanceof Variables group) {
                group.variables().stream()
                        .filter(variable -> variable.type() != null)
                        .forEach(variable -> writer.field(variable, Map.of()));
            }
        }
        writer.insert("static void " + TYPES + "() throws Throwable { ", 0);
        for (Part part : parts) {
            if (part instanceof Variables group) {
                group.variables().stream()
                        .filter(variable -> variable.type() == null)
                        .forEach(writer::local);
            }
        }
        writer.insert("} ", text.length());
        return writer.finish();
    }

    private Script finish() {
        insert("}", text.length());
        return new Script(out.toString(), map, List.copyOf(steps));
    }

    private void header(List<Part> parts) {
        DefaultImports.DECLARATIONS.forEach(line -> insert(line + " ", 0));
        for (Part part : parts) {
            if (part instanceof Import(int start, int end, String printed)) {
                if (text.substring(start, end).lines().count() == 1) {
                    map.copied(out.length(), start, end - start);
                    out.append(text, start, end);
                    insert(isTerminated(end) ? " " : "; ", end);
                } else {
                    insert(printed + " ", start);
                }
            }
        }
        insert("class " + className + " { ", 0);
    }

    private void part(Part part, Map<Variable, String> types) {
        switch (part) {
            case Member member -> member(member);
            case Variables group ->
                    group.variables().forEach(variable -> variable(variable, types));
            case Statement(int start, int end) -> {
                beginStep(start);
                copy(start, end);
                insert(isTerminated(end) ? " } " : "; } ", end);
            }
            case Expression(int start, int end) -> {
                beginStep(start);
                insert("Object value$ = ", start);
                copy(start, end);
                insert("; } ", end);
            }
            case Import _, Part.Bad _ -> {}
        }
    }

    /// Whether a statement that ends here has its semicolon, or needs none: another one after an
    /// endless loop would be unreachable.
    private boolean isTerminated(int end) {
        return ";}".indexOf(text.charAt(end - 1)) >= 0;
    }

    private void member(Member member) {
        skipTo(member.start());
        if (!member.isStatic()) {
            insert("static ", member.start());
        }
        copy(member.start(), member.end());
        insert(" ", member.end());
    }

    private void variable(Variable variable, Map<Variable, String> types) {
        Initializer value = variable.initializer();
        if (value != null && value.isConstant()) {
            insert("static final ", variable.nameAt());
            typeAndName(variable, types);
            insert(" = ", value.start());
            copy(value.start(), value.end());
            insert("; ", value.end());
            return;
        }
        field(variable, types);
        if (value != null) {
            beginStep(variable.nameAt());
            insert(variable.name() + " = ", variable.nameAt());
            initializer(variable, value);
            insert("; } ", value.end());
        }
    }

    private void initializer(Variable variable, Initializer value) {
        Part.Type type = variable.type();
        if (value.isArray() && type != null) {
            insert("new " + type.text() + " ", value.start());
        }
        copy(value.start(), value.end());
    }

    private void field(Variable variable, Map<Variable, String> types) {
        insert(variable.isVolatile() ? "static volatile " : "static ", variable.nameAt());
        typeAndName(variable, types);
        insert("; ", variable.nameAt());
    }

    private void typeAndName(Variable variable, Map<Variable, String> types) {
        Part.Type type = variable.type();
        if (type == null) {
            insert(types.getOrDefault(variable, UNKNOWN_TYPE), variable.nameAt());
        } else if (type.copyable()) {
            copy(type.start(), type.end());
        } else {
            insert(type.text(), type.start());
        }
        insert(" ", variable.nameAt());
        copy(variable.nameAt(), variable.nameAt() + variable.name().length());
    }

    private void local(Variable variable) {
        insert("var ", variable.nameAt());
        copy(variable.nameAt(), variable.nameAt() + variable.name().length());
        Initializer value = variable.initializer();
        if (value != null) {
            insert(" = ", value.start());
            copy(value.start(), value.end());
        }
        insert("; ", variable.end());
    }

    private void beginStep(int anchor) {
        skipTo(anchor);
        String name = STEP + (steps.size() + 1);
        steps.add(name);
        insert("static void " + name + "() throws Throwable { ", anchor);
    }

    /// Whether a method of the class is a step.
    static boolean isStep(String methodName) {
        return methodName.startsWith(STEP);
    }

    /// Whether a method of the class is a step or a lambda in one.
    static boolean isInStep(String methodName) {
        return isStep(methodName) || methodName.startsWith("lambda$" + STEP);
    }

    private void insert(String generated, int anchor) {
        map.inserted(out.length(), anchor, generated.length());
        out.append(generated);
    }

    private void copy(int from, int to) {
        skipTo(from);
        map.copied(out.length(), from, to - from);
        out.append(text, from, to);
        at = Math.max(at, to);
    }

    /// Keeps the ends of the lines up to `offset`.
    private void skipTo(int offset) {
        if (!keepsLines) {
            return;
        }
        for (; at < offset; at++) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                insert(String.valueOf(c), at);
            }
        }
    }
}
