static void log(String what) {
    IO.println(what);
}

static int log(String what, int value) {
    IO.println(what);
    return value;
}

static class Base {
    static int inherited = log("Base.inherited", 1);
    static final int CONSTANT = 5;
    static final Integer BOXED = log("Base.BOXED", 6);

    static {
        log("Base static");
    }

    int a = log("Base.a", 1);

    {
        log("Base instance");
    }

    Base() {
        log("Base()");
        hook();
    }

    void hook() {
        log("Base.hook");
    }

    static void inheritedMethod() {
        log("inherited method");
    }
}

static class Derived extends Base {
    static {
        log("Derived static");
    }

    int b = log("Derived.b", 2);
    final int c;

    Derived() {
        super();
        c = log("Derived()", 3);
    }

    @Override
    void hook() {
        log("Derived.hook sees " + b + c);
    }
}

interface WithDefault {
    int FIELD = log("WithDefault.FIELD", 1);

    default void doIt() {
        log("default");
    }
}

interface WithoutDefault {
    int FIELD = log("WithoutDefault.FIELD", 1);

    void nothing();
}

static class Implementing implements WithDefault, WithoutDefault {
    static {
        log("Implementing static");
    }

    @Override
    public void nothing() {}
}

enum Level {
    LOW {
        @Override
        int weight() {
            return 1;
        }
    },
    HIGH {
        @Override
        int weight() {
            return 2;
        }
    };

    static final Map<String, Level> BY_NAME = new TreeMap<>();

    static {
        log("Level static");
        for (Level level : values()) {
            BY_NAME.put(level.name(), level);
        }
    }

    Level() {
        log("Level()");
    }

    abstract int weight();
}

static class Lazy {
    static {
        log("Lazy static");
    }

    static Lazy only() {
        return Holder.ONLY;
    }

    static class Holder {
        static final Lazy ONLY = new Lazy();

        static {
            log("Holder static");
        }
    }
}

static class A {
    static final String NAME = log("A.NAME", 1) + B.NAME;
}

static class B {
    static final String NAME = log("B.NAME", 2) + A.NAME;
}

static class Arguments {
    static {
        log("Arguments static");
    }

    static int field;

    Arguments(int a, int b) {
        log("Arguments()");
    }

    static int call(int a) {
        return a;
    }
}

static class Never {
    static final String CONSTANT = "constant";

    static {
        log("Never static");
    }
}

static class Outer {
    static int made;

    static {
        log("Outer static");
    }

    class Inner {
        int n = log("Inner.n of " + made, ++made);

        class Innermost {
            String text = "innermost " + n + Outer.this.hashCode();
        }
    }

    @Override
    public int hashCode() {
        return 42;
    }
}

static class Left {
    static int n = log("Left.n", 1);
}

static class Right extends Left {
    static int m = log("Right.m", 1);
}

static class Generic {
    static int n = log("Generic.n", 1);

    static class Sub extends Generic {
        static int m = log("Generic.Sub.m", 1);
    }
}

void main() throws Exception {
    log("main");
    see("constant", Derived.CONSTANT);
    see("inherited", Derived.inherited);
    log("now made");
    see("c", new Derived().c);
    Derived.inheritedMethod();
    see("sub of generic", Generic.Sub.n);
    Right.n = 5;
    see("right", Right.n + Left.n);
    see("array", new Right[3].length + " " + Right.class.getSimpleName());
    see("right itself", Right.m);
    Implementing made = null;
    see("cast", made instanceof WithDefault);
    made = new Implementing();
    made.doIt();
    see("field", WithoutDefault.FIELD);
    see("level", Level.valueOf("HIGH").weight() + " " + Level.BY_NAME + Level.HIGH.getClass() + Level.HIGH.getDeclaringClass());
    see("switch", switch (Level.LOW) { case LOW -> "low"; case HIGH -> "high"; });
    see("lazy", Lazy.only() == Lazy.only());
    see("circle", A.NAME + B.NAME);
    see("never", Never.CONSTANT + Never.class.getSimpleName());
    Arguments.field = log("the value first", 1);
    new Arguments(log("a", 1), log("b", 2));
    see("call", Arguments.call(log("argument", 3)));
    var inner = new Outer().new Inner();
    see("inner", inner.new Innermost().text);
    Supplier<Lazy> reference = Lazy::new;
    see("reference", reference.get() != null);
    see("loaded", Class.forName("Main$Unused", false, getClass().getClassLoader()).getSimpleName());
    Class.forName("Main$Unused");
    Unused[] none = new Unused[0];
    // Others wait for an initialiser that takes its time.
    Runnable use = () -> Slow.use();
    List<Thread> users = Stream.generate(() -> Thread.ofPlatform().start(use)).limit(4).toList();
    users.forEach(this::joined);
    see("slow", Slow.uses);
    theEnd();
}

static class Unused {
    static {
        log("Unused static");
    }
}

static class Slow {
    static final AtomicInteger uses = new AtomicInteger();

    static {
        log("Slow static");
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            log("interrupted");
        }
    }

    static void use() {
        uses.incrementAndGet();
    }
}
