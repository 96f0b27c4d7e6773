package dev.interleave.compiler;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;

import dev.interleave.compiler.Javac.Source;
import dev.interleave.model.program.Program.EntryPoint;
import dev.interleave.model.run.Diagnostic;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/// A text read as a Java source file: types, or a compact source file (JEP 512). Javac compiles it
/// as it stands; only the package declaration is blanked out and the default imports come first, on
/// the first line.
final class WholeFile {
    private final SourceText source;
    private final String unitName;
    private final Shape shape;

    private WholeFile(SourceText source, String unitName, Shape shape) {
        this.source = source;
        this.unitName = unitName;
        this.shape = shape;
    }

    /// What a parse shows.
    ///
    /// @param errors syntax errors
    /// @param isCompact whether there are fields or methods outside all types
    /// @param mainClass the class whose `main` to call, or null
    private record Shape(
            List<Diagnostic> errors,
            int packageStart,
            int packageEnd,
            boolean isCompact,
            @Nullable String mainClass) {}

    static WholeFile parse(Javac javac, SourceText source, String unitName) {
        Shape shape =
                javac.run(
                        List.of(new Source(unitName, source.text())),
                        task -> {
                            CompilationUnitTree unit =
                                    Unchecked.get(task.javac()::parse).iterator().next();
                            var map = new OffsetMap();
                            map.copied(0, 0, source.text().length());
                            List<Diagnostic> errors =
                                    task.said().stream()
                                            .filter(Javac::isError)
                                            .map(said -> Report.of(said, source, map, null))
                                            .toList();
                            SourcePositions positions =
                                    Trees.instance(task.javac()).getSourcePositions();
                            PackageTree named = unit.getPackage();
                            return new Shape(
                                    errors,
                                    named == null
                                            ? 0
                                            : (int) positions.getStartPosition(unit, named),
                                    named == null ? 0 : (int) positions.getEndPosition(unit, named),
                                    types(unit).anyMatch(type -> isNamed(type, unitName)),
                                    types(unit)
                                            .filter(WholeFile::hasMain)
                                            .map(type -> type.getSimpleName().toString())
                                            .findFirst()
                                            .orElse(null));
                        });
        return new WholeFile(source, unitName, shape);
    }

    private static java.util.stream.Stream<ClassTree> types(CompilationUnitTree unit) {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast);
    }

    private static boolean isNamed(ClassTree type, String name) {
        return type.getSimpleName().contentEquals(name);
    }

    /// Whether it parses.
    boolean isSound() {
        return shape.errors().isEmpty();
    }

    /// Whether there is a `main` to call.
    boolean hasMain() {
        return shape.mainClass() != null;
    }

    /// Whether there is nothing but types.
    boolean isTypesOnly() {
        return isSound() && !shape.isCompact();
    }

    /// Its syntax errors: of each line the first, for the others mostly follow from it; and the end
    /// of the file is no news once something before it was left open.
    List<Diagnostic> syntaxErrors() {
        Set<Integer> lines = new HashSet<>();
        return shape.errors().stream()
                .filter(error ->
                        shape.errors().size() == 1
                                || !error.message().startsWith("reached end of file"))
                .filter(error -> lines.add(error.line()))
                .toList();
    }

    /// Compiles it.
    Build build(Javac javac) {
        String mainClass = shape.mainClass();
        if (mainClass == null) {
            return Build.failed(
                    source.error(
                            0,
                            1,
                            "nothing to run: there are only types, and none of them has a main"
                                    + " method that can be started"));
        }
        String prefix = String.join(" ", DefaultImports.DECLARATIONS) + " ";
        var map = new OffsetMap();
        map.inserted(0, 0, prefix.length());
        map.copied(prefix.length(), 0, source.text().length());
        String wrapper = shape.isCompact() ? unitName : null;
        return Build.of(
                javac,
                new Source(shape.isCompact() ? unitName : "Main", prefix + withoutPackage()),
                (_, _) -> List.of(),
                List.of(),
                List.of(new EntryPoint(mainClass, "main")),
                wrapper,
                said -> Report.of(said, source, map, wrapper));
    }

    private String withoutPackage() {
        var text = new StringBuilder(source.text());
        for (int i = shape.packageStart(); i < shape.packageEnd(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                text.setCharAt(i, ' ');
            }
        }
        return text.toString();
    }

    /// Whether the launcher would find a `main` to start in the type (JEP 512).
    private static boolean hasMain(ClassTree type) {
        return type.getMembers().stream()
                .anyMatch(member ->
                        member instanceof MethodTree method
                                && isMain(method)
                                && (isStatic(method) || isInstantiable(type)));
    }

    private static boolean isMain(MethodTree method) {
        return method.getName().contentEquals("main")
                && method.getBody() != null
                && method.getReturnType() instanceof PrimitiveTypeTree result
                && result.getPrimitiveTypeKind() == TypeKind.VOID
                && !method.getModifiers().getFlags().contains(Modifier.PRIVATE)
                && takesArguments(method.getParameters());
    }

    private static boolean takesArguments(List<? extends VariableTree> parameters) {
        if (parameters.isEmpty()) {
            return true;
        }
        Tree type = parameters.getFirst().getType();
        return parameters.size() == 1
                && type != null
                && type.toString().matches("(java\\.lang\\.)?String(\\[]|\\.\\.\\.)");
    }

    private static boolean isStatic(MethodTree method) {
        return method.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private static boolean isInstantiable(ClassTree type) {
        List<MethodTree> constructors =
                type.getMembers().stream()
                        .filter(MethodTree.class::isInstance)
                        .map(MethodTree.class::cast)
                        .filter(method -> method.getReturnType() == null)
                        .toList();
        return type.getKind() == Tree.Kind.CLASS
                && !type.getModifiers().getFlags().contains(Modifier.ABSTRACT)
                && (constructors.isEmpty()
                        || constructors.stream()
                                .anyMatch(each ->
                                        each.getParameters().isEmpty()
                                                && !each.getModifiers()
                                                        .getFlags()
                                                        .contains(Modifier.PRIVATE)));
    }
}
