package dev.interleave.weaver;

import dev.interleave.model.program.Site;
import dev.interleave.model.program.Variable;
import dev.interleave.model.program.Weaving;

import org.jspecify.annotations.Nullable;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.FieldTransform;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/// Weaves the classes of one program: monitors, places, names, and the editor's line numbers.
/// Confined to one thread; a new one for each program.
public final class SnippetWeaver {
    private static final Hook BEGAN = Hook.inThreads("threadBegan", "()V");

    private static final Hook INIT_BEGAN = Hook.inClasses("initBegan", "(Ljava/lang/Class;I)V");
    private static final Hook INIT_ENDED = Hook.inClasses("initEnded", "(Ljava/lang/Class;I)V");
    private static final FieldTransform NOT_FINAL =
            (builder, element) -> {
                if (element instanceof AccessFlags flags) {
                    builder.withFlags(flags.flagsMask() & ~ClassFile.ACC_FINAL);
                } else {
                    builder.with(element);
                }
            };
    private static final String HASH = "hashCode";
    private static final Hook IDENTITY_HASH =
            Hook.inChanceControl("identityHash", "(Ljava/lang/Object;)I");
    private static final Hook PUBLISHING = Hook.inUses("publishing", "()V");

    private final SiteTable sites = new SiteTable();
    private final NameTable names = new NameTable();
    private final VariableTable variables = new VariableTable();
    private final Weaving weaving;
    private final ClassFile classFile;
    private final WaitCalls waits;
    private final ProgramClasses classes;

    /// A weaver for the program whose class files `classBytes` finds by internal name; null for any
    /// other class. `weaving` says for what kind of run.
    public SnippetWeaver(Function<String, byte @Nullable []> classBytes, Weaving weaving) {
        this.weaving = weaving;
        this.classFile =
                ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(Hierarchy.of(classBytes)));
        this.waits = new WaitCalls(classBytes);
        this.classes = new ProgramClasses(classBytes);
    }

    /// Weaves one class. `editorLine` takes a line number of the class file to the editor's, or to
    /// 0 for code that has no place there.
    public byte[] weave(byte[] original, IntUnaryOperator editorLine) {
        ClassModel model = classFile.parse(original);
        var references =
                new MethodReferences(
                        model.thisClass().asSymbol(),
                        model.flags().has(AccessFlag.INTERFACE),
                        isControlled() ? classes : null);
        ClassTransform transform =
                (builder, element) -> weave(builder, element, model, references, editorLine);
        return classFile.transformClass(
                model,
                transform
                        .andThen(ClassTransform.endHandler(references::addTo))
                        .andThen(
                                ClassTransform.endHandler(builder -> {
                                    addInitialiser(builder, model);
                                    addHash(builder, model);
                                })));
    }

    /// The places that events point to: site `n` is element `n - 1`.
    public List<Site> sites() {
        return sites.all();
    }

    /// The names of variables and fields that objects are labelled with: name `n` is element `n -
    /// 1`.
    public List<String> names() {
        return names.all();
    }

    /// What accesses to memory point to: variable `n` is element `n - 1`.
    public List<Variable> variables() {
        return variables.all();
    }

    private void weave(
            ClassBuilder builder,
            ClassElement element,
            ClassModel owner,
            MethodReferences references,
            IntUnaryOperator editorLine) {
        switch (element) {
            case MethodModel method when method.code().isPresent() ->
                    builder.withMethod(
                            isMoved(method, owner)
                                    ? builder.constantPool().utf8Entry(Initialiser.BODY)
                                    : method.methodName(),
                            method.methodType(),
                            isMoved(method, owner)
                                    ? Initialiser.FLAGS
                                    : method.flags().flagsMask() & ~ClassFile.ACC_SYNCHRONIZED,
                            built ->
                                    method.forEach(part ->
                                            weave(
                                                    built,
                                                    part,
                                                    owner,
                                                    method,
                                                    references,
                                                    editorLine)));
            case FieldModel field when isControlled() && isSetLater(field, owner) ->
                    builder.transformField(field, NOT_FINAL);
            case SourceFileAttribute _ -> builder.with(SourceFileAttribute.of("Main.java"));
            default -> builder.with(element);
        }
    }

    /// Gives a class that inherits its identity hash from `Object` a controlled one, which the
    /// collections of the JDK then see too.
    private void addHash(ClassBuilder builder, ClassModel model) {
        boolean isConcerned =
                isControlled()
                        && !model.flags().has(AccessFlag.INTERFACE)
                        && model.superclass()
                                .filter(above -> above.asInternalName().equals("java/lang/Object"))
                                .isPresent()
                        && model.methods().stream().noneMatch(SnippetWeaver::isHash);
        if (isConcerned) {
            builder.withMethodBody(
                    HASH,
                    MethodTypeDesc.of(ConstantDescs.CD_int),
                    ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC,
                    code -> IDENTITY_HASH.call(code.aload(0)).ireturn());
        }
    }

    private static boolean isHash(MethodModel method) {
        return method.methodName().equalsString(HASH) && method.methodType().equalsString("()I");
    }

    private boolean isControlled() {
        return weaving == Weaving.CONTROLLED;
    }

    /// Whether a method is an initialiser that the engine is to call.
    private boolean isMoved(MethodModel method, ClassModel owner) {
        return isControlled()
                && method.methodName().equalsString("<clinit>")
                && hasInitialiser(owner.thisClass());
    }

    private boolean hasInitialiser(ClassEntry type) {
        return classes.initialiserOf(type.asInternalName()) != 0;
    }

    /// Whether a static field gets its value from the initialiser, which is no longer the one that
    /// may set final fields.
    private boolean isSetLater(FieldModel field, ClassModel owner) {
        return field.flags().has(AccessFlag.STATIC)
                && field.flags().has(AccessFlag.FINAL)
                && field.findAttribute(Attributes.constantValue()).isEmpty()
                && hasInitialiser(owner.thisClass())
                && !owner.flags().has(AccessFlag.INTERFACE);
    }

    private void addInitialiser(ClassBuilder builder, ClassModel model) {
        if (isControlled() && hasInitialiser(model.thisClass())) {
            Optional<ClassDesc> above =
                    model.superclass().filter(this::hasInitialiser).map(ClassEntry::asSymbol);
            Initialiser.addTo(
                    builder,
                    model,
                    classes.initialiserOf(model.thisClass().asInternalName()),
                    above);
        }
    }

    private void weave(
            MethodBuilder builder,
            MethodElement element,
            ClassModel owner,
            MethodModel method,
            MethodReferences references,
            IntUnaryOperator editorLine) {
        switch (element) {
            case CodeModel code -> {
                var context = new MethodContext(owner, method, code, sites, names, editorLine);
                CodeTransform body =
                        new SnippetCode(
                                context,
                                waitsOf(code, method, owner),
                                classes,
                                references,
                                weaving);
                if (weaving.isMemoryWatched()) {
                    body =
                            body.andThen(
                                    new MemoryCode(context, classes, variables, isControlled()));
                }
                if (method.methodName().equalsString("<clinit>")) {
                    body = body.andThen(new AroundMethod(initialising(context)));
                } else if (publishesAtItsEnd(method, code)) {
                    body = body.andThen(new AroundMethod(publishing(method)));
                }
                if (isThreadRun(method)) {
                    body = body.andThen(new AroundMethod(MethodProbe.atEntry(BEGAN::call)));
                }
                if (method.flags().has(AccessFlag.SYNCHRONIZED)) {
                    body =
                            body.andThen(
                                    new SynchronizedMethod(
                                            context,
                                            new MonitorCode(true),
                                            method.flags().has(AccessFlag.STATIC)));
                }
                if (isControlled()) {
                    body = body.andThen(new InterfaceFields(classes));
                    body =
                            body.andThen(
                                    new ControlledCode(
                                            context::siteAt,
                                            context.isConstructor()
                                                    && classes.hasFinals(
                                                            owner.thisClass().asInternalName())));
                }
                builder.transformCode(code, body);
            }
            case AccessFlags _ -> {} // given above
            default -> builder.with(element);
        }
    }

    /// A subclass of `Thread` may override `run`, past the probe in there.
    private static boolean isThreadRun(MethodModel method) {
        return method.methodName().equalsString("run")
                && method.methodType().equalsString("()V")
                && !method.flags().has(AccessFlag.STATIC);
    }

    private SnippetCode.Waits waitsOf(CodeModel code, MethodModel method, ClassModel owner) {
        return new SnippetCode.Waits() {
            @Override
            public boolean looksOnce(InvokeInstruction call, int bci) {
                return waits.looksOnce(call, bci, code, method, owner);
            }

            @Override
            public boolean isBlind(InvokeInstruction call, int bci) {
                return waits.isBlind(call, bci, code);
            }
        };
    }

    private static MethodProbe initialising(MethodContext method) {
        int site = method.siteAt(method.firstLine());
        return new MethodProbe() {
            @Override
            public void onEntry(CodeBuilder code, int token) {
                INIT_BEGAN.call(code.loadConstant(method.ownerType()).loadConstant(site));
            }

            @Override
            public void onReturn(CodeBuilder code, int token) {
                INIT_ENDED.call(code.loadConstant(method.ownerType()).loadConstant(site));
            }

            @Override
            public void onThrow(CodeBuilder code, int token) {
                onReturn(code, token);
            }
        };
    }

    /// Whether what a method did may be seen by others when it is left: it used a collection, or it
    /// is a constructor.
    private static boolean publishesAtItsEnd(MethodModel method, CodeModel code) {
        return method.methodName().equalsString("<init>")
                || code.elementStream()
                        .anyMatch(element ->
                                element instanceof InvokeInstruction call
                                        && CollectionCalls.isOne(call));
    }

    /// A constructor has no handler: see [MethodProbe#hasHandler].
    private static MethodProbe publishing(MethodModel method) {
        return method.methodName().equalsString("<init>")
                ? MethodProbe.atReturn(PUBLISHING::call)
                : MethodProbe.atExits(PUBLISHING::call);
    }
}
