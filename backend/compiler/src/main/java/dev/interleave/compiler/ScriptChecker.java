package dev.interleave.compiler;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;

import dev.interleave.compiler.Javac.Task;
import dev.interleave.compiler.Part.Variable;
import dev.interleave.compiler.Part.Variables;
import dev.interleave.model.run.Diagnostic;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/// Checks what top-level variables lose when they become static fields: that none is used by a
/// statement before its declaration, and that final ones keep their value.
final class ScriptChecker extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Trees trees;
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final SourceText source;
    private final OffsetMap map;
    private final String className;
    private final Map<String, Variable> variables = new HashMap<>();
    private final List<Diagnostic> errors = new ArrayList<>();
    private boolean inStep;
    private int deferred;

    private ScriptChecker(
            Task task,
            CompilationUnitTree unit,
            SourceText source,
            OffsetMap map,
            String className,
            List<Part> parts) {
        this.trees = Trees.instance(task.javac());
        this.positions = trees.getSourcePositions();
        this.unit = unit;
        this.source = source;
        this.map = map;
        this.className = className;
        for (Part part : parts) {
            if (part instanceof Variables group) {
                group.variables().forEach(each -> variables.putIfAbsent(each.name(), each));
            }
        }
    }

    /// The errors in an analysed script.
    static List<Diagnostic> check(
            Task task,
            CompilationUnitTree unit,
            SourceText source,
            OffsetMap map,
            String className,
            List<Part> parts) {
        var checker = new ScriptChecker(task, unit, source, map, className, parts);
        if (!checker.variables.isEmpty()) {
            checker.scan(unit, null);
        }
        return checker.errors;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
        boolean outer = inStep;
        inStep = outer || ScriptWriter.isStep(method.getName().toString());
        super.visitMethod(method, null);
        inStep = outer;
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(
            LambdaExpressionTree lambda, @Nullable Void unused) {
        deferred++;
        super.visitLambdaExpression(lambda, null);
        deferred--;
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
        int inner = inStep ? 1 : 0;
        deferred += inner;
        super.visitClass(type, null);
        deferred -= inner;
        return null;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
        int generated = start(name);
        Variable variable = variable(getCurrentPath());
        if (inStep && variable != null && map.isCopied(generated)) {
            int at = map.original(generated);
            if (at < variable.nameAt()) {
                error(at, name, "variable " + name + " is used before it is declared");
            } else if (at < variable.end() && deferred == 0) {
                error(at, name, "variable " + name + " might not have been initialized");
            }
        }
        return null;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        checkFinal(tree.getVariable());
        return super.visitAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(
            CompoundAssignmentTree tree, @Nullable Void unused) {
        checkFinal(tree.getVariable());
        return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
        switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                    checkFinal(tree.getExpression());
            default -> {}
        }
        return super.visitUnary(tree, null);
    }

    private void checkFinal(ExpressionTree target) {
        int generated = start(target);
        Variable variable = variable(new TreePath(getCurrentPath(), target));
        if (variable != null
                && variable.isFinal()
                && variable.initializer() != null
                && !variable.initializer().isConstant()
                && map.isCopied(generated)) {
            error(
                    map.original(generated),
                    target,
                    "cannot assign a value to final variable " + variable.name());
        }
    }

    /// The top-level variable that the tree names, or null.
    private @Nullable Variable variable(TreePath path) {
        Element element = trees.getElement(path);
        if (element == null || element.getKind() != ElementKind.FIELD) {
            return null;
        }
        Element owner = element.getEnclosingElement();
        return owner != null && owner.getSimpleName().contentEquals(className)
                ? variables.get(element.getSimpleName().toString())
                : null;
    }

    private int start(Tree tree) {
        return Math.toIntExact(positions.getStartPosition(unit, tree));
    }

    private void error(int at, Tree tree, String message) {
        int end = map.originalEnd(Math.toIntExact(positions.getEndPosition(unit, tree)));
        errors.add(source.error(at, end, message));
    }
}
