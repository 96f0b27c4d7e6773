static class Broken {
    static int value;

    static {
        if (true) {
            throw new IllegalStateException("in the initialiser");
        }
    }

    int field;

    static int ask() {
        return value;
    }
}

static class BrokenToo {
    static final Object VALUE = fail();

    static Object fail() {
        return List.of(1).get(1);
    }
}

static class OnBroken extends BrokenToo {
    static {
        IO.println("never");
    }
}

static class Thrower {
    final int set;

    Thrower(int set) {
        this.set = set;
        if (set < 0) {
            throw new IllegalArgumentException("set: " + set);
        }
    }

    Thrower() {
        this(Integer.parseInt("x"));
    }
}

static class Resource implements AutoCloseable {
    final String name;

    Resource(String name) {
        this.name = name;
        IO.println("open " + name);
    }

    @Override
    public void close() throws Exception {
        IO.println("close " + name);
        throw new IOException("closing " + name);
    }
}

static class Own extends Exception {
    Own(String message, Throwable cause) {
        super(message, cause, true, false);
    }
}

int depth;

int forever(int n) {
    return forever(n + 1) + 1;
}

int overflow() {
    try {
        return forever(0);
    } catch (StackOverflowError e) {
        return e.getStackTrace().length;
    }
}

@SuppressWarnings("finally")
int finallyWins() {
    try {
        throw new RuntimeException("lost");
    } finally {
        return 7;
    }
}

int finallyRuns(List<String> log) {
    for (int i = 0; ; i++) {
        try {
            log.add("try " + i);
            if (i == 1) {
                continue;
            }
            if (i == 3) {
                return i;
            }
        } finally {
            log.add("finally " + i);
        }
    }
}

void main() throws Exception {
    attempt("first", () -> Broken.ask());
    attempt("second", () -> Broken.ask());
    attempt("third", () -> new Broken());
    attempt("field", () -> Broken.value);
    attempt("put", () -> { Broken.value = 3; return null; });
    joined(Thread.ofPlatform().start(() -> attempt("elsewhere", () -> Broken.ask())));
    attempt("subclass", () -> new OnBroken());
    attempt("subclass again", () -> new OnBroken());
    attempt("super", () -> BrokenToo.VALUE);
    attempt("by name", () -> {
        try {
            return Class.forName("Nowhere");
        } catch (ClassNotFoundException e) { // its frames are those of the loader
            return e.toString() + e.getCause();
        }
    });
    attempt("reflection", () -> {
        try {
            return Broken.class.getDeclaredMethod("ask").invoke(null);
        } catch (NoClassDefFoundError e) { // `Unsafe` is not among its frames any more
            return e + " " + e.getCause();
        }
    });
    attempt("thrower", () -> new Thrower(-1));
    attempt("thrower, nested", () -> new Thrower());
    attempt("resources", () -> {
        try (var a = new Resource("a"); var b = new Resource("b")) {
            throw new Exception("body");
        }
    });
    attempt("resources fail", () -> {
        try (var a = new Resource("a"); Resource none = null) {
            return "fine";
        }
    });
    attempt("own", () -> { throw new Own("no frames", new Own("cause", null)); });
    attempt("suppressed", () -> {
        var first = new Exception("first");
        first.addSuppressed(new Exception("second"));
        throw first;
    });
    attempt("cast", () -> { Object s = "text"; return (Integer) s; });
    attempt("array", () -> new int[2][3][1][3]);
    attempt("index", () -> new int[2][2]);
    attempt("store", () -> { Object[] a = new String[1]; a[0] = 1; return a; });
    attempt("size", () -> new int[-1]);
    attempt("null call", () -> { String s = null; return s.length(); });
    attempt("null field", () -> { Thrower t = null; return t.set; });
    attempt("null list", () -> { List<String> l = null; return l.size(); });
    attempt("null map", () -> { Map<String, String> l = null; return l.put("a", null); });
    attempt("null array", () -> { int[] l = null; return l[0]; });
    attempt("unboxing", () -> { Integer l = null; return l + 1; });
    attempt("division", () -> 1 / (depth - depth));
    attempt("assert", () -> { assert depth > 0 : "deep"; return null; });
    attempt("switch", () -> { String s = null; return switch (s) { case "a" -> 1; default -> 2; }; });
    attempt("overflow", () -> overflow() + " " + overflow());
    attempt("overflow thrown", () -> { try { return forever(1); } catch (StackOverflowError e) { throw new Exception(e.getStackTrace()[5].toString()); } });
    see("finally", finallyWins());
    var log = new ArrayList<String>();
    see("runs", finallyRuns(log) + " " + log);
    attempt("proxy", () -> {
        var proxy = (Callable<?>) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Callable.class},
                (p, method, arguments) -> { throw new Own("checked " + method.getName(), null); });
        return proxy.call();
    });
    attempt("immutable", () -> List.of(1).add(2));
    attempt("iterator", () -> new ArrayList<>().iterator().next());
    attempt("optional", () -> Optional.empty().get());
    attempt("deque", () -> new ArrayDeque<>().pop());
    attempt("comparator", () -> { var l = new ArrayList<Object>(List.of(1, "a")); l.sort(null); return l; });
    attempt("tree", () -> new TreeMap<Object, Object>().put(new Object(), 1));
    theEnd();
}
