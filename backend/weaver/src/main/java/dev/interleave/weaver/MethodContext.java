package dev.interleave.weaver;

import dev.interleave.model.program.Site;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.LocalVariableInfo;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the weavers of one method share: what the source calls things, and where it is.
final class MethodContext {
    /// The class that JShell wraps around a piece of top-level code: `REPL/$JShell$12`, also with a
    /// letter after it.
    private static final Pattern WRAPPER = Pattern.compile("REPL/\\$JShell\\$\\d+[A-Z]*\\$?");

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$\\d+");

    private final SiteTable sites;
    private final NameTable names;
    private final IntUnaryOperator editorLine;
    private final ClassModel owner;
    private final CodeModel code;
    private final String className;
    private final String methodName;
    private final List<LocalVariableInfo> locals;

    MethodContext(
            ClassModel owner,
            MethodModel method,
            CodeModel code,
            SiteTable sites,
            NameTable names,
            IntUnaryOperator editorLine) {
        this.owner = owner;
        this.code = code;
        this.sites = sites;
        this.names = names;
        this.editorLine = editorLine;
        this.className = classNameOf(owner.thisClass().asInternalName());
        this.methodName = methodNameOf(method.methodName().stringValue());
        this.locals =
                code.findAttribute(Attributes.localVariableTable())
                        .map(table -> table.localVariables())
                        .orElse(List.of());
    }

    /// The editor's line for a line of the class file, or 0.
    int editorLine(int line) {
        return editorLine.applyAsInt(line);
    }

    /// The editor's line of the first instruction, or 0.
    int firstLine() {
        return code.elementStream()
                .filter(LineNumber.class::isInstance)
                .mapToInt(element -> editorLine(((LineNumber) element).line()))
                .findFirst()
                .orElse(0);
    }

    /// The number of the place at `line` of the editor, 0 for 0.
    int siteAt(int line) {
        return line == 0 ? 0 : sites.numberOf(new Site(line, className, methodName));
    }

    /// The number of a name.
    int nameOf(String name) {
        return names.numberOf(name);
    }

    /// Whether it is a constructor.
    boolean isConstructor() {
        return methodName.equals("<init>");
    }

    /// The class the method belongs to.
    ClassDesc ownerType() {
        return owner.thisClass().asSymbol();
    }

    /// What the source calls the variable in `slot` at the instruction `bci`; empty when it has no
    /// name there.
    String localName(int slot, int bci) {
        for (LocalVariableInfo local : locals) {
            if (local.slot() == slot
                    && bci >= local.startPc()
                    && bci < local.startPc() + local.length()) {
                return local.name().equalsString("this") ? "" : local.name().stringValue();
            }
        }
        return "";
    }

    private static String classNameOf(String internalName) {
        Matcher wrapper = WRAPPER.matcher(internalName);
        String name = wrapper.lookingAt() ? internalName.substring(wrapper.end()) : internalName;
        return name.replace('/', '.').replace('$', '.');
    }

    private static String methodNameOf(String name) {
        Matcher lambda = LAMBDA.matcher(name);
        String source = lambda.matches() ? lambda.group(1) : name;
        return source.startsWith("do_it$") ? "" : source;
    }
}
