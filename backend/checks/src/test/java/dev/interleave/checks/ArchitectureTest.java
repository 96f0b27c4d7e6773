package dev.interleave.checks;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which way the arrows point: DESIGN §2. Poms say most of it already; this says it where poms
/// can't, and keeps poms honest.
class ArchitectureTest {
    private static final String ROOT = "dev.interleave.";

    /// What each module may use besides the JDK and libraries.
    private static final Map<String, Set<String>> ARROWS =
            Map.of(
                    "model", Set.of(),
                    "probe", Set.of(),
                    "sync", Set.of(),
                    "weaver", Set.of("model"),
                    "analysis", Set.of("model"),
                    "schedule", Set.of("model"),
                    "runner", Set.of("model", "probe", "schedule", "analysis"),
                    "compiler", Set.of("model", "weaver", "sync"),
                    "sandbox", Set.of("model"),
                    "server", Set.of("model", "sandbox"));

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("/testing/"))
                    .importPackages("dev.interleave");

    static Stream<String> modules() {
        return ARROWS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void module_any_usesOnlyWhatItMay(String module) {
        List<JavaClass> own =
                CLASSES.stream().filter(type -> moduleOf(type).equals(module)).toList();
        assertThat(own).isNotEmpty();
        Set<String> used =
                own.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> moduleOf(dependency.getTargetClass()))
                        .filter(target -> !target.isEmpty() && !target.equals(module))
                        .collect(Collectors.toCollection(HashSet::new));
        assertThat(ARROWS.get(module)).containsAll(used);
    }

    @Test
    void packages_all_areFreeOfCycles() {
        SlicesRuleDefinition.slices()
                .matching("dev.interleave.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    /// `analysis` and `schedule` are pure: what they tell follows from what they are told.
    @Test
    void pureModules_any_knowNoClockNoThreadNoStream() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.interleave.analysis..", "dev.interleave.schedule..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio..",
                        "java.net..",
                        "java.util.concurrent..",
                        "java.time..")
                .check(CLASSES);
    }

    /// The probes run before lambdas and text concatenation work, and inside every lock of the JDK:
    /// they know some classes of `java.util` by name, to recognise them, but call none of them.
    /// What only a controlled run uses comes later.
    @Test
    void probe_any_callsNoCollections() {
        noClasses()
                .that()
                .resideInAPackage("dev.interleave.probe..")
                .and()
                .haveNameNotMatching(".*\\.(Green|StaticFields)(\\$.*)?")
                .should()
                .callMethodWhere(target(owner(resideInAPackage("java.util"))))
                .orShould()
                .callConstructorWhere(target(owner(resideInAPackage("java.util.."))))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.invoke..")
                .check(CLASSES);
    }

    /// The environment is read in one place.
    @Test
    void environment_any_isReadByServerMainAlone() {
        noClasses()
                .that()
                .resideInAPackage("dev.interleave.server..")
                .and()
                .doNotHaveFullyQualifiedName("dev.interleave.server.ServerMain")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }

    /// A test that sleeps is too slow on one machine and wrong on another.
    @Test
    void tests_any_doNotSleep() {
        JavaClasses tests =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackages("dev.interleave");
        assertThat(tests).isNotEmpty();
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .check(tests);
    }

    private static String moduleOf(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        String rest = name.substring(ROOT.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
