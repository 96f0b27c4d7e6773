package dev.interleave.weaver;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// Builds a run-time image whose `java.base` carries the probes, from the JDK that runs this code.
///
/// The modules are read through the `jrt` file system, so the JDK needs no `jmods` folder: woven,
/// packed with `jmod`, linked with `jlink`. Then the new image archives its classes, the runner's
/// among them, for a quick start.
final class RunnerImage {
    /// The modules that snippets may use. The compiler limits them to the same ones.
    static final List<String> MODULES = List.of("java.base", "java.logging");

    private static final String BASE = "java.base";
    private static final String PROBES = "dev/interleave/probe";
    private static final String SYNC = "dev/interleave/sync";

    private final Path work;
    private final Tools tools;
    private final List<String> modules;

    /// A build in the empty folder `work`, of these modules and all that they require.
    RunnerImage(Path work, Tools tools, List<String> roots) {
        this.work = work;
        this.tools = tools;
        this.modules =
                Configuration.empty()
                        .resolve(ModuleFinder.ofSystem(), ModuleFinder.of(), roots)
                        .modules()
                        .stream()
                        .map(ResolvedModule::name)
                        .sorted()
                        .toList();
    }

    /// Builds the image and returns its folder.
    Path build(BaseJars jars) throws IOException {
        Path plain = work.resolve("plain");
        tools.run(
                "jlink", "--add-modules", String.join(",", modules), "--output", plain.toString());
        Path jmods = Files.createDirectory(work.resolve("jmods"));
        for (String module : modules) {
            copyTree(
                    FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules", module),
                    classes(module));
            if (!module.equals(BASE)) {
                tools.run(
                        "jmod",
                        "create",
                        "--class-path",
                        classes(module).toString(),
                        jmods.resolve(module + ".jmod").toString());
            }
        }
        weaveBase(classes(BASE), jars);
        // Base goes last: it records hashes of the others, by which the virtual machine knows them
        // for the JDK's own.
        tools.run(
                "jmod",
                "create",
                "--class-path",
                classes(BASE).toString(),
                "--cmds",
                plain.resolve("bin").toString(),
                "--config",
                plain.resolve("conf").toString(),
                "--libs",
                withoutModules(plain.resolve("lib")).toString(),
                "--module-path",
                jmods.toString(),
                "--hash-modules",
                ".*",
                jmods.resolve(BASE + ".jmod").toString());
        Path image = work.resolve("image");
        tools.run(
                "jlink",
                "--module-path",
                jmods.toString(),
                "--add-modules",
                String.join(",", modules),
                "--output",
                image.toString());
        return image;
    }

    private Path classes(String module) {
        return work.resolve("classes").resolve(module);
    }

    private static void weaveBase(Path classes, BaseJars jars) throws IOException {
        deleteGenerated(classes.resolve("java/lang/invoke"));
        copyPackage(jars.probe(), PROBES, classes);
        copyPackage(jars.sync(), SYNC, classes);
        var weaver =
                new JdkWeaver(
                        ClassHierarchyResolver.ofResourceParsing(type -> {
                            Path file = classes.resolve(Calls.internalName(type) + ".class");
                            try {
                                return Files.exists(file) ? Files.newInputStream(file) : null;
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        }),
                        name -> bytesOf(classes.resolve(name + ".class")));
        try (Stream<Path> probes = Files.list(classes.resolve(PROBES))) {
            for (Path probe : (Iterable<Path>) probes::iterator) {
                Files.write(probe, weaver.hideFrames(Files.readAllBytes(probe)));
            }
        }
        var missing = new HashSet<>(weaver.required());
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    (Iterable<Path>)
                            files.filter(path -> path.toString().endsWith(".class"))::iterator) {
                String relative = classes.relativize(file).toString();
                String name = relative.substring(0, relative.length() - ".class".length());
                if (weaver.wants(name)) {
                    Files.write(file, weaver.weave(name, Files.readAllBytes(file)));
                    missing.remove(name);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new RunnerImageException(
                    "this JDK lacks " + missing.iterator().next().replace('/', '.'));
        }
        Path moduleInfo = classes.resolve("module-info.class");
        Files.write(moduleInfo, weaver.weaveModuleInfo(Files.readAllBytes(moduleInfo)));
    }

    private static byte @Nullable [] bytesOf(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyPackage(Path jarFile, String name, Path classes) throws IOException {
        try (var jar = FileSystems.newFileSystem(jarFile)) {
            Path folder = jar.getPath(name);
            if (!Files.isDirectory(folder)) {
                throw new RunnerImageException(jarFile + " holds no " + name);
            }
            copyTree(folder, classes.resolve(name));
        }
    }

    /// `jlink` makes these itself, and refuses them when they are there already.
    private static void deleteGenerated(Path invoke) throws IOException {
        try (Stream<Path> files = Files.list(invoke)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.getFileName().toString().contains("Species_")) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Path withoutModules(Path lib) throws IOException {
        Files.deleteIfExists(lib.resolve("modules"));
        return lib;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
