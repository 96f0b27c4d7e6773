package dev.interleave.checks;

import dev.interleave.model.trace.Operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What becomes of each public method of the JDK that belongs to concurrency: which program shows
/// it, or why it is left out. Read from `resources/coverage`.
final class Coverage {
    private static final Path FOLDER =
            LiveServer.ROOT.resolve("backend/checks/src/test/resources/coverage");
    private static final List<String> PACKAGES =
            List.of(
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "java.util.concurrent.locks");

    private final Map<String, Set<String>> ownersByProgram = new TreeMap<>();
    private final List<Line> otherwise;
    private final List<Line> leftOut;
    private final List<Method> methods;

    /// One line of a list.
    ///
    /// @param type which classes, `*` for any text
    /// @param method which methods, `name/parameters`, with `*`
    /// @param rest what is said of them
    private record Line(String type, String method, String rest) {
        boolean fits(Method candidate) {
            return fits(type, candidate.getDeclaringClass().getName())
                    && fits(method, candidate.getName() + "/" + candidate.getParameterCount());
        }

        /// Whether it names one method rather than many.
        boolean isExact() {
            return !method.contains("*");
        }

        private static boolean fits(String pattern, String text) {
            return text.matches(
                    Arrays.stream(pattern.split("\\*", -1))
                            .map(part -> "\\Q" + part + "\\E")
                            .collect(Collectors.joining(".*")));
        }
    }

    /// What becomes of a method.
    ///
    /// @param isSeen whether there is an event of it
    /// @param text what the lanes say, or why it is left out
    /// @param program the program that shows it; empty when left out
    record Fate(boolean isSeen, String text, String program) {}

    private Coverage() throws IOException {
        otherwise = lines("seen-otherwise.txt");
        leftOut = lines("left-out.txt");
        methods = findMethods();
        try (Stream<Path> files = Files.list(FOLDER.resolve("programs"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                ownersByProgram.put(
                        name,
                        Files.readAllLines(file).stream()
                                .filter(line -> line.startsWith("// covers: "))
                                .flatMap(line ->
                                        Arrays.stream(
                                                line.substring("// covers: ".length())
                                                        .split(" ", -1)))
                                .collect(Collectors.toSet()));
            }
        }
    }

    static Coverage read() {
        try {
            return new Coverage();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + FOLDER, e);
        }
    }

    private static List<Line> lines(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 3))
                .map(parts -> new Line(parts[0], parts[1], parts[2]))
                .toList();
    }

    static Path programFile(String program) {
        return FOLDER.resolve("programs").resolve(program + ".java");
    }

    /// The names of the programs.
    List<String> programs() {
        return List.copyOf(ownersByProgram.keySet());
    }

    /// The rows of the table that a program covers.
    List<Operation> rowsOf(String program) {
        return Operation.ALL.stream()
                .filter(row ->
                        ownersByProgram.getOrDefault(program, Set.of()).contains(simpleOwner(row)))
                .toList();
    }

    /// The other events that it shows.
    Set<String> eventsOf(String program) {
        return otherwise.stream()
                .map(line -> line.rest().split(" ", -1))
                .filter(parts -> parts[1].equals(program))
                .map(parts -> parts[0])
                .collect(Collectors.toSet());
    }

    /// The program that covers a row.
    Optional<String> programOf(Operation row) {
        return ownersByProgram.entrySet().stream()
                .filter(entry -> entry.getValue().contains(simpleOwner(row)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String simpleOwner(Operation row) {
        return row.owner().substring(row.owner().lastIndexOf('/') + 1);
    }

    /// All public and protected methods of the public classes, in the order of their names.
    List<Method> methods() {
        return methods;
    }

    /// What becomes of a method, or empty when nobody has said.
    Optional<Fate> fateOf(Method method) {
        return rowFor(method)
                .map(row -> new Fate(true, row.phrase(), programOf(row).orElse("")))
                .or(() -> fit(leftOut.stream().filter(Line::isExact), method).map(Coverage::out))
                .or(() -> fit(otherwise.stream(), method).map(Coverage::seenAs))
                .or(() -> fit(leftOut.stream(), method).map(Coverage::out));
    }

    private static Fate seenAs(Line line) {
        String[] parts = line.rest().split(" ", -1);
        return new Fate(true, "`" + parts[0] + "`", parts[1]);
    }

    private static Fate out(Line line) {
        return new Fate(false, line.rest(), "");
    }

    private static Optional<Line> fit(Stream<Line> lines, Method method) {
        return lines.filter(line -> line.fits(method)).findFirst();
    }

    /// The row for the method itself, or, for a method without a body, for one that implements it.
    private static Optional<Operation> rowFor(Method method) {
        boolean isAbstract = Modifier.isAbstract(method.getModifiers());
        return Operation.ALL.stream()
                .filter(row -> row.method().equals(method.getName()))
                .filter(row -> parameters(row.descriptor()).equals(parameters(method)))
                .filter(row ->
                        isAbstract
                                ? method.getDeclaringClass().isAssignableFrom(typeOf(row))
                                : typeOf(row) == method.getDeclaringClass())
                .findFirst();
    }

    private static Class<?> typeOf(Operation row) {
        try {
            return Class.forName(row.owner().replace('/', '.'), false, null);
        } catch (ClassNotFoundException e) {
            return void.class; // a class of ours, not of the JDK
        }
    }

    private static String parameters(String descriptor) {
        return descriptor.substring(0, descriptor.indexOf(')') + 1);
    }

    private static String parameters(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::descriptorString)
                .collect(Collectors.joining("", "(", ")"));
    }

    /// Lines of the lists that fit no method of this JDK.
    List<String> unusedLines() {
        return Stream.concat(otherwise.stream(), leftOut.stream())
                .filter(line -> methods.stream().noneMatch(line::fits))
                .map(Line::toString)
                .toList();
    }

    /// The document for people.
    String document() {
        var out = new StringBuilder();
        long seen =
                methods.stream().filter(method -> fateOf(method).orElseThrow().isSeen()).count();
        out.append(
                """
                # What is seen of the JDK's concurrency

                Generated by `CoverageTest` from the JDK itself, by reflection, and from
                `backend/checks/src/test/resources/coverage`; do not edit. Of %,d public and protected methods %,d are
                seen in the lanes, each shown by a program there that the tests run; the others say why not.
                A method that an interface declares is seen where it is implemented.
                """
                        .formatted(methods.size(), seen));
        String owner = "";
        var told = new HashSet<String>();
        for (Method method : methods) {
            String type = method.getDeclaringClass().getName();
            if (!type.equals(owner)) {
                owner = type;
                out.append("\n## ")
                        .append(type)
                        .append("\n\n| method | | shown by |\n| --- | --- | --- |\n");
            }
            Fate fate = fateOf(method).orElseThrow();
            String row =
                    "| `"
                            + method.getName()
                            + simpleParameters(method)
                            + "` | "
                            + (fate.isSeen() ? fate.text() : "left out: " + fate.text())
                            + " | "
                            + fate.program()
                            + " |\n";
            if (told.add(type + row)) {
                out.append(row);
            }
        }
        return out.toString();
    }

    private static String simpleParameters(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static List<Method> findMethods() throws IOException {
        var found = new ArrayList<Method>();
        for (Class<?> type : types()) {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> !method.isSynthetic())
                    .filter(method ->
                            (method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
                    .forEach(found::add);
        }
        found.sort(
                Comparator.comparing((Method method) -> method.getDeclaringClass().getName())
                        .thenComparing(Method::getName)
                        .thenComparing(Coverage::parameters));
        return found;
    }

    private static List<Class<?>> types() throws IOException {
        FileSystem runtime = FileSystems.getFileSystem(URI.create("jrt:/"));
        var types = new ArrayList<Class<?>>(List.of(Object.class, Thread.class));
        for (String name : PACKAGES) {
            Path folder = runtime.getPath("modules", "java.base").resolve(name.replace('.', '/'));
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    String simple = file.getFileName().toString();
                    if (simple.endsWith(".class")) {
                        types.add(load(name + "." + simple.replace(".class", "")));
                    }
                }
            }
        }
        types.removeIf(type ->
                !Modifier.isPublic(type.getModifiers()) || Throwable.class.isAssignableFrom(type));
        return types;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the JDK has a class that it can't load", e);
        }
    }
}
