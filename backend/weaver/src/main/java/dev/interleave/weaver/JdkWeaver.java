package dev.interleave.weaver;

import dev.interleave.weaver.JdkPlan.MethodKey;

import org.jspecify.annotations.Nullable;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.Annotation;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModuleExportInfo;
import java.lang.classfile.attribute.ModuleHashesAttribute;
import java.lang.classfile.attribute.ModulePackagesAttribute;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.PackageDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Weaves classes of `java.base`. Every class it changes is verified.
final class JdkWeaver {
    private static final ClassDesc HIDDEN = ClassDesc.of("jdk.internal.vm.annotation.Hidden");
    private static final PackageDesc PROBE_PACKAGE = PackageDesc.of("dev.interleave.probe");
    private static final PackageDesc SYNC_PACKAGE = PackageDesc.of("dev.interleave.sync");
    private static final MethodTransform UNLOCKED =
            (builder, element) -> {
                if (element instanceof AccessFlags flags) {
                    builder.withFlags(flags.flagsMask() & ~ClassFile.ACC_SYNCHRONIZED);
                } else {
                    builder.with(element);
                }
            };

    /// It orders by fences, which name no object.
    private static final String SKIP_LIST = "java/util/concurrent/ConcurrentSkipListMap";

    private static final Hook EXCHANGE = Hook.inMemoryControl("exchange", "(Ljava/lang/Object;)V");
    private static final MethodProbe FENCED =
            MethodProbe.atEntry(code -> EXCHANGE.call(code.aload(0)));
    private static final String UNSAFE = "jdk/internal/misc/Unsafe";
    private static final String CONCURRENT = "java/util/concurrent/";
    private static final String FLOCK = "jdk/internal/misc/ThreadFlock";
    private static final String LOCK_SUPPORT = CONCURRENT + "locks/LockSupport";

    private final JdkPlan plan = JdkPlan.create();
    private final ProgramClasses fields;
    private final ClassFile classFile;

    /// A weaver that looks classes up with `hierarchy` when it computes stack maps and verifies,
    /// and with `classBytes`, by internal name, when it has to know their fields.
    JdkWeaver(ClassHierarchyResolver hierarchy, Function<String, byte @Nullable []> classBytes) {
        this.fields = new ProgramClasses(classBytes);
        this.classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
    }

    /// Whether the class with this internal name has to be passed to [#weave].
    boolean wants(String className) {
        return plan.classes().contains(className)
                || className.equals(UNSAFE)
                || parks(className)
                || synchronizes(className)
                || MonitorShadow.isWanted(className)
                || ReroutedCalls.isWanted(className)
                || AddedField.isAnyIn(className);
    }

    /// The classes that must be there.
    Set<String> required() {
        return plan.classes();
    }

    /// Weaves one class. A planned method that the class does not have is a [RunnerImageException]
    /// that names it.
    byte[] weave(String className, byte[] original) {
        ClassModel model = classFile.parse(original);
        Map<MethodKey, Supplier<CodeTransform>> probes = plan.methodsOf(className);
        var missing = new HashSet<>(probes.keySet());
        ClassTransform transform =
                (builder, element) -> {
                    if (element instanceof MethodModel method && initialises(className, method)) {
                        hide(builder, method);
                    } else if (element instanceof MethodModel method && method.code().isPresent()) {
                        var key =
                                new MethodKey(
                                        method.methodName().stringValue(),
                                        method.methodType().stringValue());
                        missing.remove(key);
                        weave(builder, model, method, className, probes.get(key));
                    } else {
                        builder.with(element);
                    }
                };
        byte[] woven =
                classFile.transformClass(
                        model,
                        transform.andThen(
                                ClassTransform.endHandler(
                                        builder -> AddedField.addTo(builder, className))));
        if (!missing.isEmpty()) {
            throw new RunnerImageException(
                    "this JDK's "
                            + className.replace('/', '.')
                            + " lacks "
                            + missing.iterator().next());
        }
        verify(className, woven);
        return woven;
    }

    /// Hides every method of a probe class from stack traces: the program must not see who watches.
    byte[] hideFrames(byte[] original) {
        return classFile.transformClass(
                classFile.parse(original),
                (builder, element) -> {
                    if (element instanceof MethodModel method) {
                        hide(builder, method);
                    } else {
                        builder.with(element);
                    }
                });
    }

    /// Adds to the annotations that are there: the virtual machine heeds some of them.
    private static void hide(ClassBuilder builder, MethodModel method) {
        var annotations = new ArrayList<Annotation>();
        method.findAttribute(Attributes.runtimeVisibleAnnotations())
                .ifPresent(own -> annotations.addAll(own.annotations()));
        annotations.add(Annotation.of(HIDDEN));
        MethodTransform hiding =
                (built, element) -> {
                    if (!(element instanceof RuntimeVisibleAnnotationsAttribute)) {
                        built.with(element);
                    }
                };
        builder.transformMethod(
                method,
                hiding.andThen(
                        MethodTransform.endHandler(built ->
                                built.with(RuntimeVisibleAnnotationsAttribute.of(annotations)))));
    }

    /// A probe initialises classes of the program, so that waiting for it can be seen. What the
    /// initialiser throws must not tell: the virtual machine keeps its stack trace for whoever asks
    /// for the class later, out of our reach.
    private static boolean initialises(String className, MethodModel method) {
        return className.equals(UNSAFE)
                && method.methodName().stringValue().startsWith("ensureClassInitialized");
    }

    /// Exports the probes and the teaching primitives from `java.base`.
    byte[] weaveModuleInfo(byte[] original) {
        return classFile.transformClass(classFile.parse(original), JdkWeaver::exportOurs);
    }

    private void weave(
            ClassBuilder builder,
            ClassModel owner,
            MethodModel method,
            String className,
            @Nullable Supplier<CodeTransform> probe) {
        boolean isShadowed =
                MonitorShadow.isWanted(className)
                        && !MonitorShadow.isLeftOut(className, method.methodName().stringValue());
        CodeTransform transform = CodeTransform.ACCEPT_ALL;
        if (parks(className) && callsUnsafePark(method)) {
            transform = transform.andThen(new UnsafeParkWeaver());
        }
        if (ReroutedCalls.isWanted(className)) {
            transform = transform.andThen(new ReroutedCalls());
        }
        if (synchronizes(className)) {
            transform =
                    transform.andThen(
                            new SyncCode(fields, className.startsWith(CONCURRENT + "atomic/")));
        }
        if (className.equals(SKIP_LIST) && isOffered(method)) {
            transform = transform.andThen(new AroundMethod(FENCED));
        }
        if (MonitorShadow.isWrapper(className)) {
            transform = transform.andThen(JdkWeaver::announceUse);
        }
        if (isShadowed) {
            if (isLocked(method)) {
                transform = transform.andThen(locking(owner, method));
            }
            transform = transform.andThen(MonitorShadow.of(className));
        }
        if (probe != null) {
            transform = transform.andThen(probe.get());
        }
        builder.transformMethod(
                method,
                isShadowed
                        ? UNLOCKED.andThen(MethodTransform.transformingCode(transform))
                        : MethodTransform.transformingCode(transform));
    }

    private static void announceUse(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeInstruction call && CollectionCalls.isOne(call)) {
            ContentsCalls.announceInside(code, call);
        }
        code.with(element);
    }

    private static boolean isOffered(MethodModel method) {
        return method.flags().has(AccessFlag.PUBLIC)
                && !method.flags().has(AccessFlag.STATIC)
                && !method.methodName().equalsString("<init>");
    }

    private static boolean isLocked(MethodModel method) {
        return method.flags().has(AccessFlag.SYNCHRONIZED);
    }

    /// Makes a `synchronized` method one with a block, so that the monitor's shadow can come first.
    private static CodeTransform locking(ClassModel owner, MethodModel method) {
        var context =
                new MethodContext(
                        owner,
                        method,
                        method.code().orElseThrow(),
                        new SiteTable(),
                        new NameTable(),
                        line -> line);
        return new SynchronizedMethod(
                context, new MonitorCode(false), method.flags().has(AccessFlag.STATIC));
    }

    private void verify(String className, byte[] woven) {
        List<VerifyError> errors = classFile.verify(woven);
        if (!errors.isEmpty()) {
            throw new RunnerImageException(
                    "the woven "
                            + className.replace('/', '.')
                            + " is not valid: "
                            + errors.getFirst().getMessage());
        }
    }

    private static boolean parks(String className) {
        return className.startsWith(CONCURRENT) && !className.equals(LOCK_SUPPORT);
    }

    /// Whether the order of threads that use the class follows from its volatile variables.
    private static boolean synchronizes(String className) {
        return className.startsWith(CONCURRENT) || className.equals(FLOCK);
    }

    private static boolean callsUnsafePark(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(element ->
                        element instanceof InvokeInstruction call
                                && (UnsafeParkWeaver.isPark(call)
                                        || UnsafeParkWeaver.isUnpark(call)));
    }

    private static void exportOurs(ClassBuilder builder, ClassElement element) {
        switch (element) {
            case ModuleAttribute module -> {
                var exports = new ArrayList<>(module.exports());
                exports.add(ModuleExportInfo.of(PROBE_PACKAGE, 0));
                exports.add(ModuleExportInfo.of(SYNC_PACKAGE, 0));
                builder.with(
                        ModuleAttribute.of(
                                module.moduleName(),
                                module.moduleFlagsMask(),
                                module.moduleVersion().orElse(null),
                                module.requires(),
                                exports,
                                module.opens(),
                                module.uses(),
                                module.provides()));
            }
            case ModulePackagesAttribute _ -> {} // `jmod` makes it again
            case ModuleHashesAttribute _ -> {} // those of the modules as they were
            default -> builder.with(element);
        }
    }
}
