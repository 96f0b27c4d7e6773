package dev.interleave.compiler;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;

import dev.interleave.compiler.Javac.Source;
import dev.interleave.compiler.Javac.Task;
import dev.interleave.compiler.Part.Variable;
import dev.interleave.compiler.Part.Variables;
import dev.interleave.compiler.ScriptWriter.Script;
import dev.interleave.model.run.Diagnostic;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import javax.lang.model.element.Element;

/// Finds the types of top-level variables declared with `var`: fields must name theirs.
final class VarTypes {
    private static final String CANNOT_INFER = "compiler.err.cant.infer.local.var.type";

    private VarTypes() {}

    /// The types, and what javac says about declarations that have none.
    record Found(Map<Variable, String> types, List<Diagnostic> errors) {}

    static Found find(Javac javac, SourceText source, String className, List<Part> parts) {
        List<Variable> variables =
                parts.stream()
                        .filter(Variables.class::isInstance)
                        .flatMap(part -> ((Variables) part).variables().stream())
                        .filter(variable -> variable.type() == null)
                        .toList();
        if (variables.isEmpty()) {
            return new Found(Map.of(), List.of());
        }
        Script script = ScriptWriter.forTypes(source.text(), className, parts);
        return javac.run(
                List.of(new Source(className, script.text())),
                task -> {
                    CompilationUnitTree unit = Unchecked.get(task.javac()::parse).iterator().next();
                    Unchecked.get(task.javac()::analyze);
                    List<@Nullable String> types = types(task, unit);
                    var found = new IdentityHashMap<Variable, String>();
                    for (int i = 0; i < Math.min(variables.size(), types.size()); i++) {
                        String type = types.get(i);
                        if (type != null) {
                            found.put(variables.get(i), type);
                        }
                    }
                    List<Diagnostic> errors =
                            task.said().stream()
                                    .filter(said -> CANNOT_INFER.equals(said.getCode()))
                                    .map(said -> Report.of(said, source, script.map(), className))
                                    .toList();
                    return new Found(found, errors);
                });
    }

    private static List<@Nullable String> types(Task task, CompilationUnitTree unit) {
        var trees = Trees.instance(task.javac());
        var types = new ArrayList<@Nullable String>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
                if (method.getName().contentEquals(ScriptWriter.TYPES)
                        && method.getBody() != null) {
                    var body = new TreePath(getCurrentPath(), method.getBody());
                    for (var statement : method.getBody().getStatements()) {
                        if (statement instanceof VariableTree) {
                            Element element = trees.getElement(new TreePath(body, statement));
                            types.add(element == null ? null : TypeText.of(element.asType()));
                        }
                    }
                }
                return null;
            }

            @Override
            public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
                return getCurrentPath().getParentPath().getLeaf() == unit
                        ? super.visitClass(type, null)
                        : null;
            }
        }.scan(unit, null);
        return types;
    }
}
