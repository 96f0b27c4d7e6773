package dev.interleave.compiler;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import dev.interleave.compiler.Javac.Source;
import dev.interleave.compiler.Splitter.Cut;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/// Finds out what each cut is. One javac task parses every cut twice, as a statement in a method
/// body and as a member of a class (imports: as a file); what parses without error decides, a
/// statement first. An error that comes later in the text is the one reported.
final class PartParser {
    private static final String BLOCK = "class $ { void $() { ";
    private static final String MEMBER = "class $ { ";
    private static final String NOT_A_STATEMENT = "compiler.err.not.stmt";

    private final String text;
    private final Set<String> constants = new HashSet<>();

    private PartParser(String text) {
        this.text = text;
    }

    static List<Part> parse(Javac javac, String text, List<Cut> cuts) {
        return new PartParser(text).parse(javac, cuts);
    }

    /// One way to read a cut.
    private record Reading(Cut cut, int prefix, Source source) {
        static Reading of(Cut cut, String text, String prefix, String suffix) {
            var source =
                    new Source(
                            "P" + cut.start() + "_" + prefix.length(),
                            prefix + text.substring(cut.start(), cut.end()) + suffix);
            return new Reading(cut, prefix.length(), source);
        }

        int offset(long position) {
            return Math.clamp(position - prefix + cut.start(), cut.start(), cut.end());
        }
    }

    /// A reading that javac has parsed.
    private record Parsed(Reading way, CompilationUnitTree unit, List<Diagnostic<?>> errors) {}

    private List<Part> parse(Javac javac, List<Cut> cuts) {
        List<Reading> readings = cuts.stream().flatMap(cut -> readings(cut).stream()).toList();
        if (readings.isEmpty()) {
            return List.of();
        }
        return javac.run(
                readings.stream().map(Reading::source).toList(),
                task -> {
                    var units = Unchecked.get(task.javac()::parse).iterator();
                    var errors = new HashMap<URI, List<Diagnostic<?>>>();
                    for (Diagnostic<? extends JavaFileObject> said : task.said()) {
                        if (Javac.isError(said) && said.getSource() != null) {
                            errors.computeIfAbsent(said.getSource().toUri(), _ -> new ArrayList<>())
                                    .add(said);
                        }
                    }
                    var byCut = new LinkedHashMap<Cut, List<Parsed>>();
                    for (Reading way : readings) {
                        List<Diagnostic<?>> said =
                                errors.getOrDefault(way.source().toUri(), List.of());
                        byCut.computeIfAbsent(way.cut(), _ -> new ArrayList<>())
                                .add(new Parsed(way, units.next(), said));
                    }
                    SourcePositions positions = Trees.instance(task.javac()).getSourcePositions();
                    return byCut.values().stream().map(ways -> part(ways, positions)).toList();
                });
    }

    private List<Reading> readings(Cut cut) {
        if (Lexis.findWord(text, "import", cut.start()) == cut.start()) {
            int end = Lexis.lastTokenEnd(text, cut.start(), cut.end());
            return List.of(Reading.of(cut, text, "", text.charAt(end - 1) == ';' ? "" : "\n;"));
        }
        return List.of(
                Reading.of(cut, text, BLOCK, "\n; } }"), Reading.of(cut, text, MEMBER, "\n; }"));
    }

    private Part part(List<Parsed> ways, SourcePositions positions) {
        Cut cut = ways.getFirst().way().cut();
        if (Splitter.isCommand(text, cut.start())) {
            return bad(cut, "commands of the jshell tool are not Java and do not work here");
        }
        if (text.charAt(cut.start()) == '}') {
            return bad(cut, "this '}' has no matching '{'");
        }
        for (Parsed parsed : ways) {
            if (parsed.errors().isEmpty()) {
                return new Trail(parsed.way(), parsed.unit(), positions).part();
            }
        }
        if (ways.getFirst().errors().stream().allMatch(PartParser::isNotStatement)) {
            return expression(cut);
        }
        return ways.stream()
                .map(parsed -> bad(parsed.way(), parsed.errors().getFirst()))
                .max(Comparator.comparingInt(Part.Bad::from))
                .orElseThrow();
    }

    private static Part.Bad bad(Cut cut, String message) {
        return new Part.Bad(cut.start(), cut.end(), cut.start(), cut.end(), message);
    }

    private static boolean isNotStatement(Diagnostic<?> error) {
        return NOT_A_STATEMENT.equals(error.getCode());
    }

    private Part.Bad bad(Reading way, Diagnostic<?> error) {
        int end = Lexis.lastTokenEnd(text, way.cut().start(), way.cut().end());
        return new Part.Bad(
                way.cut().start(),
                way.cut().end(),
                Math.min(way.offset(error.getStartPosition()), end - 1),
                Math.min(way.offset(error.getEndPosition()), end),
                Messages.text(error, null));
    }

    private Part expression(Cut cut) {
        int end = Lexis.lastTokenEnd(text, cut.start(), cut.end());
        return new Part.Expression(cut.start(), text.charAt(end - 1) == ';' ? end - 1 : end);
    }

    /// Reads the tree of one cut.
    private final class Trail {
        private final Reading way;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        Trail(Reading way, CompilationUnitTree unit, SourcePositions positions) {
            this.way = way;
            this.unit = unit;
            this.positions = positions;
        }

        Part part() {
            if (way.prefix() == 0) {
                Cut cut = way.cut();
                return new Part.Import(
                        cut.start(),
                        Lexis.lastTokenEnd(text, cut.start(), cut.end()),
                        unit.getImports().getFirst().toString().strip());
            }
            List<? extends Tree> trees = trees();
            if (trees.isEmpty()) {
                return new Part.Statement(way.cut().start(), way.cut().end());
            }
            Tree first = trees.getFirst();
            return switch (first) {
                case VariableTree unnamed when unnamed.getName().isEmpty() ->
                        statement(first, trees.getLast());
                case VariableTree _ -> variables(trees);
                case ClassTree type ->
                        member(first, type.getSimpleName().toString(), type.getModifiers());
                case MethodTree method ->
                        member(first, method.getName().toString(), method.getModifiers());
                default -> statement(first, trees.getLast());
            };
        }

        private List<? extends Tree> trees() {
            var outer = (ClassTree) unit.getTypeDecls().getFirst();
            Tree only = outer.getMembers().getFirst();
            List<? extends Tree> trees =
                    way.prefix() == BLOCK.length()
                            ? Objects.requireNonNull(((MethodTree) only).getBody()).getStatements()
                            : outer.getMembers();
            return trees.stream().filter(tree -> !(tree instanceof EmptyStatementTree)).toList();
        }

        private int start(Tree tree) {
            return way.offset(positions.getStartPosition(unit, tree));
        }

        private int end(Tree tree) {
            return way.offset(positions.getEndPosition(unit, tree));
        }

        private Part member(Tree tree, String name, ModifiersTree modifiers) {
            return new Part.Member(
                    start(tree), end(tree), name, modifiers.getFlags().contains(Modifier.STATIC));
        }

        private Part statement(Tree first, Tree last) {
            ReturnTree stray = strayReturn(first);
            if (stray != null) {
                return new Part.Bad(
                        start(first),
                        end(last),
                        start(stray),
                        end(stray),
                        "return outside method: at the top level there is nothing to return from");
            }
            return new Part.Statement(
                    start(first), Lexis.lastTokenEnd(text, start(first), end(last)));
        }

        private @Nullable ReturnTree strayReturn(Tree tree) {
            return new TreeScanner<@Nullable ReturnTree, @Nullable Void>() {
                @Override
                public @Nullable ReturnTree visitReturn(ReturnTree node, @Nullable Void unused) {
                    return node;
                }

                @Override
                public @Nullable ReturnTree visitClass(ClassTree node, @Nullable Void unused) {
                    return null;
                }

                @Override
                public @Nullable ReturnTree visitLambdaExpression(
                        LambdaExpressionTree node, @Nullable Void unused) {
                    return null;
                }

                @Override
                public @Nullable ReturnTree reduce(
                        @Nullable ReturnTree one, @Nullable ReturnTree other) {
                    return one == null ? other : one;
                }
            }.scan(tree, null);
        }

        private Part variables(List<? extends Tree> trees) {
            var variables = new ArrayList<Part.Variable>();
            int from = start(trees.getFirst());
            for (Tree tree : trees) {
                Part.Variable variable = variable((VariableTree) tree, from, variables.isEmpty());
                variables.add(variable);
                from = variable.end();
            }
            return new Part.Variables(start(trees.getFirst()), from, variables);
        }

        private Part.Variable variable(VariableTree tree, int from, boolean isFirst) {
            String name = tree.getName().toString();
            Tree typeTree = tree.getType();
            Part.Type type = null;
            int nameFrom = from;
            if (typeTree != null) {
                int start = start(typeTree);
                int end = end(typeTree);
                boolean copyable =
                        isFirst
                                && end > start
                                && Lexis.findWord(text.substring(start, end), name, 0) < 0;
                type = new Part.Type(start, end, typeTree.toString(), copyable);
                nameFrom = copyable ? end : isFirst ? baseEnd(typeTree) : from;
            }
            int nameAt = Lexis.findWord(text, name, nameFrom);
            Set<Modifier> flags = tree.getModifiers().getFlags();
            boolean isFinal = flags.contains(Modifier.FINAL);
            Part.Initializer initializer = null;
            ExpressionTree value = tree.getInitializer();
            if (value != null) {
                boolean constant = isFinal && isConstantType(typeTree) && isConstant(value);
                if (constant) {
                    constants.add(name);
                }
                initializer =
                        new Part.Initializer(
                                start(value),
                                end(value),
                                value instanceof NewArrayTree array && array.getType() == null,
                                constant);
            }
            return new Part.Variable(
                    name,
                    nameAt < 0 ? nameFrom : nameAt,
                    type,
                    initializer,
                    isFinal,
                    flags.contains(Modifier.VOLATILE));
        }

        /// Where the type without the brackets after the name ends.
        private int baseEnd(Tree type) {
            Tree base = type;
            while (base instanceof ArrayTypeTree array) {
                base = array.getType();
            }
            return end(base);
        }
    }

    private static boolean isConstantType(@Nullable Tree type) {
        return type instanceof PrimitiveTypeTree
                || (type instanceof IdentifierTree name && name.getName().contentEquals("String"));
    }

    private boolean isConstant(ExpressionTree tree) {
        return switch (tree) {
            case LiteralTree literal -> literal.getValue() != null;
            case IdentifierTree name -> constants.contains(name.getName().toString());
            case ParenthesizedTree inner -> isConstant(inner.getExpression());
            case TypeCastTree cast ->
                    isConstantType(cast.getType()) && isConstant(cast.getExpression());
            case UnaryTree unary ->
                    switch (unary.getKind()) {
                        case UNARY_MINUS, UNARY_PLUS, BITWISE_COMPLEMENT, LOGICAL_COMPLEMENT ->
                                isConstant(unary.getExpression());
                        default -> false;
                    };
            case BinaryTree binary ->
                    isConstant(binary.getLeftOperand()) && isConstant(binary.getRightOperand());
            case ConditionalExpressionTree choice ->
                    isConstant(choice.getCondition())
                            && isConstant(choice.getTrueExpression())
                            && isConstant(choice.getFalseExpression());
            default -> false;
        };
    }
}
