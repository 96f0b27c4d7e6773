package dev.interleave.weaver;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/// Tells the engine of a controlled run what a call into the JDK reads and writes of collections,
/// arrays and other objects that are made for one thread at a time: of the one that is called, and
/// of those that are handed over. What they really are shows at run time.
final class ContentsCalls {
    private static final Hook CONTENTS =
            Hook.inMemoryControl("contents", "(Ljava/lang/Object;II)V");
    private static final Hook CONTENTS_INSIDE =
            Hook.inMemoryControl("contents", "(Ljava/lang/Object;I)V");
    private static final Hook ELEMENTS =
            Hook.inMemoryControl("elements", "(Ljava/lang/Object;IIII)V");

    // As `MemoryControl` has them.
    private static final int CHANGES = 1;
    private static final int MOVES = 2;
    private static final int IS_SUPER = 4;
    private static final int LOOKS_UP = 8;

    private static final String ARRAYS = "java/util/Arrays";
    private static final String COLLECTIONS = "java/util/Collections";
    private static final MethodTypeDesc COPY =
            MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;ILjava/lang/Object;II)V");

    /// Beside those of [CollectionCalls].
    private static final Set<String> COLLECTIONS_TOO =
            Set.of(
                    "java/util/EnumMap",
                    "java/util/EnumSet",
                    "java/util/Enumeration",
                    "java/util/Hashtable",
                    "java/util/Stack",
                    "java/util/Vector");

    /// What else is made for one thread at a time.
    private static final Set<String> OBJECTS =
            Set.of(
                    "java/lang/StringBuilder",
                    "java/text/DateFormat",
                    "java/text/DecimalFormat",
                    "java/text/Format",
                    "java/text/MessageFormat",
                    "java/text/NumberFormat",
                    "java/text/SimpleDateFormat",
                    "java/util/BitSet",
                    "java/util/Calendar",
                    "java/util/Date",
                    "java/util/GregorianCalendar",
                    "java/util/Scanner",
                    "java/util/StringJoiner",
                    "java/util/StringTokenizer",
                    "java/util/regex/Matcher");

    /// How the names of their methods begin that change nothing.
    private static final Set<String> LOOKING =
            Set.of(
                    "after",
                    "before",
                    "capacity",
                    "cardinality",
                    "char",
                    "clone",
                    "codePoint",
                    "compare",
                    "contains",
                    "count",
                    "end",
                    "equals",
                    "get",
                    "group",
                    "has",
                    "index",
                    "intersects",
                    "is",
                    "last",
                    "length",
                    "nextClearBit",
                    "nextSetBit",
                    "previous",
                    "size",
                    "start",
                    "stream",
                    "sub",
                    "to");

    /// Methods of `Arrays` and `Collections` that change their first argument.
    private static final Set<String> CHANGING_THE_FIRST =
            Set.of(
                    "addAll",
                    "copy",
                    "fill",
                    "parallelPrefix",
                    "parallelSetAll",
                    "parallelSort",
                    "replaceAll",
                    "reverse",
                    "rotate",
                    "setAll",
                    "shuffle",
                    "sort",
                    "swap");

    /// How the names of those begin that make something that gets at its contents later.
    private static final Set<String> WRAPPING =
            Set.of("asL", "checked", "newSetFromMap", "newSequenced", "synchronized", "unmodifiab");

    /// Methods that fill an array.
    private static final Set<String> FILLING =
            Set.of("getBytes", "getChars", "nextBytes", "read", "readNBytes", "toArray");

    private ContentsCalls() {}

    /// Whether a call on an instance of the class may get at contents.
    private static boolean isHolder(String owner) {
        return CollectionCalls.isType(owner)
                || COLLECTIONS_TOO.contains(owner)
                || OBJECTS.contains(owner);
    }

    /// STACK: receiver, arguments → same.
    ///
    /// @param owner the class that it goes to, which is not the program's
    static void announce(CodeBuilder code, InvokeInstruction call, String owner, int site) {
        String name = call.name().stringValue();
        MethodTypeDesc type = call.typeSymbol();
        boolean isInstance =
                call.opcode() != Opcode.INVOKESTATIC && !name.equals(ConstantDescs.INIT_NAME);
        boolean isHolder = isInstance && isHolder(owner);
        boolean isClone = isInstance && owner.startsWith("[") && name.equals("clone");
        boolean isCopy = owner.equals("java/lang/System") && type.equals(COPY);
        if (!isHolder && !isClone && !isCopy && !hands(owner, name, type)) {
            return;
        }
        Spilled arguments = Spilled.from(code, type); // STACK: receiver
        if (isHolder) {
            int isSuper = call.opcode() == Opcode.INVOKESPECIAL ? IS_SUPER : 0;
            code.dup().loadConstant(useOf(owner, name) | isSuper);
            CONTENTS.call(code.loadConstant(site));
        } else if (isClone) {
            elements(code.dup().iconst_0().iconst_m1(), false, site);
        }
        if (isCopy) {
            copy(code, arguments, 0, site);
            copy(code, arguments, 2, site);
        } else {
            handedOver(code, owner, name, arguments, site);
        }
        arguments.reload(code); // STACK: receiver, arguments
    }

    /// The same for a call that is made inside the JDK, for the program. STACK: receiver, arguments
    /// → same.
    static void announceInside(CodeBuilder code, InvokeInstruction call) {
        Spilled arguments = Spilled.from(code, call.typeSymbol()); // STACK: receiver
        String owner = call.owner().asInternalName();
        code.dup().loadConstant(useOf(owner, call.name().stringValue()));
        CONTENTS_INSIDE.call(code);
        arguments.reload(code); // STACK: receiver, arguments
    }

    private static int useOf(String owner, String name) {
        if (OBJECTS.contains(owner)) {
            return LOOKING.stream().anyMatch(name::startsWith) ? 0 : CHANGES;
        }
        boolean isMove = name.startsWith("next") || name.startsWith("previous");
        boolean isLookUp = name.equals("get") || name.equals("getOrDefault");
        return (CollectionCalls.isModifying(name) ? CHANGES : 0)
                | (isMove ? MOVES : 0)
                | (isLookUp ? LOOKS_UP : 0);
    }

    private static boolean hands(String owner, String name, MethodTypeDesc type) {
        boolean isWrapping =
                (owner.equals(COLLECTIONS) || owner.equals(ARRAYS))
                        && WRAPPING.stream().anyMatch(name::startsWith);
        return !isWrapping
                && type.parameterList().stream()
                        .anyMatch(parameter -> parameter.isArray() || isCollection(parameter));
    }

    private static boolean isCollection(ClassDesc type) {
        return type.isClassOrInterface() && CollectionCalls.isType(Calls.internalName(type));
    }

    /// What becomes of the collections and arrays that are handed over: most are looked at.
    private static void handedOver(
            CodeBuilder code, String owner, String name, Spilled arguments, int site) {
        boolean isOfArrays = owner.equals(ARRAYS);
        boolean changesTheFirst =
                (isOfArrays || owner.equals(COLLECTIONS)) && CHANGING_THE_FIRST.contains(name);
        MethodTypeDesc type = arguments.type();
        for (int i = 0; i < type.parameterCount(); i++) {
            boolean isChanged = (i == 0 && changesTheFirst) || FILLING.contains(name);
            if (type.parameterType(i).isArray()) {
                arguments.load(code, i);
                range(code, arguments, i + 1, isOfArrays);
                elements(code, isChanged, site);
            } else if (isCollection(type.parameterType(i))) {
                arguments.load(code, i);
                CONTENTS.call(code.loadConstant(isChanged ? CHANGES : 0).loadConstant(site));
            }
        }
    }

    /// Two numbers behind an array say which of its elements: for `Arrays` the first and the one
    /// behind the last, for all others the first and how many.
    private static void range(CodeBuilder code, Spilled arguments, int at, boolean isOfArrays) {
        if (!isInt(arguments.type(), at) || !isInt(arguments.type(), at + 1)) {
            code.iconst_0().iconst_m1();
            return;
        }
        arguments.load(code, at); // STACK: from
        arguments.load(code, at + 1); // STACK: from, to
        if (isOfArrays) {
            arguments.load(code, at); // STACK: from, to, from
            code.isub(); // STACK: from, length
        }
    }

    private static boolean isInt(MethodTypeDesc type, int at) {
        return at < type.parameterCount() && type.parameterType(at).equals(ConstantDescs.CD_int);
    }

    private static void copy(CodeBuilder code, Spilled arguments, int array, int site) {
        arguments.load(code, array);
        arguments.load(code, array + 1);
        arguments.load(code, 4);
        elements(code, array > 0, site);
    }

    /// STACK: array, from, length → empty.
    private static void elements(CodeBuilder code, boolean writes, int site) {
        ELEMENTS.call(code.loadConstant(writes ? 1 : 0).loadConstant(site));
    }
}
