import java.lang.invoke.*;

sealed interface Expr permits Num, Add, Mul, Neg {}

record Num(int value) implements Expr {}

record Add(Expr left, Expr right) implements Expr {}

record Mul(Expr left, Expr right) implements Expr {}

record Neg(Expr of) implements Expr {}

static int eval(Expr e) {
    return switch (e) {
        case Num(var value) -> value;
        case Add(Num(var a), Num(var b)) when a == b -> 2 * a;
        case Add(var a, var b) -> eval(a) + eval(b);
        case Mul(var a, var b) -> eval(a) * eval(b);
        case Neg(Neg(var inner)) -> eval(inner);
        case Neg(var of) -> -eval(of);
    };
}

interface Greets {
    String name();

    default String greet() {
        return "hello " + name() + helper();
    }

    private String helper() {
        return "!";
    }

    static Greets of(String name) {
        return () -> name;
    }
}

static abstract class Node<T extends Comparable<T>> implements Comparable<Node<T>> {
    abstract T key();

    @Override
    public int compareTo(Node<T> other) {
        return key().compareTo(other.key());
    }
}

static class Leaf extends Node<String> {
    final String key;

    Leaf(String key) {
        this.key = key;
    }

    @Override
    String key() {
        return key;
    }
}

static class Wide {
    long a = 1L << 40;
    double b = 2.5;
    static long c = 3;
    static double d = -0.0;
    volatile long e = Long.MIN_VALUE;
    volatile double f = Double.NaN;
    final long g;
    final double h;

    Wide(long g, int between, double h) {
        this.g = g;
        this.h = h + between;
    }

    long mix(long p, int q, double r, float s, long t, byte u, char v, short w, boolean x) {
        long local = p + q;
        double other = r * s;
        a += local;
        b -= other;
        c ^= t;
        d = u + v + w;
        e++;
        f = x ? 1 : 2;
        return local + (long) other + t + u + v + w + (x ? 1 : 0);
    }
}

static String variable(Object... values) {
    return values == null ? "null" : values.length + Arrays.toString(values);
}

static String longs(int first, long... rest) {
    return first + "+" + rest.length;
}

static int count;

static int next() {
    return ++count;
}

final int[] array = new int[3];

String text(Object value) {
    return switch (value) {
        case null -> "null";
        case Integer i when i > 10 -> "large " + i;
        case Integer i -> "int " + i;
        case Long l -> "long " + l;
        case String s -> "string " + s.length();
        case int[] a -> "array " + a.length;
        case Thread.State state -> "state " + state;
        default -> value.getClass().getSimpleName();
    };
}

void main() throws Exception {
    see("eval", eval(new Add(new Mul(new Num(3), new Num(4)), new Neg(new Neg(new Add(new Num(5), new Num(5)))))));
    see("record", new Add(new Num(1), new Num(2)) + " " + new Num(3).equals(new Num(3)) + " " + new Num(3).hashCode());
    see("greet", Greets.of("you").greet());
    see("bridge", new TreeSet<>(List.of(new Leaf("b"), new Leaf("a"))).first().key() + Collections.max(List.of(new Leaf("x"), new Leaf("y"))).key);
    var wide = new Wide(5L << 33, 2, 1.5);
    see("mix", wide.mix(1L << 35, 7, 3.25, 1.5f, -9L, (byte) 3, 'c', (short) -4, true));
    see("wide", wide.a + " " + wide.b + " " + Wide.c + " " + Wide.d + " " + wide.e + " " + wide.f + " " + wide.g + " " + wide.h);
    wide.e += wide.g > 0 ? 1 : 2;
    see("varargs", variable() + variable("b") + variable(1.5, 2, "c") + variable("a", null) + variable((Object[]) null) + variable((Object) null) + longs(1) + longs(1, 2, 3L));
    see("order", next() + next() * next() - (array[next() - 4] = next()) + " " + Arrays.toString(array));
    int i = 1;
    i = i++ + ++i;
    i <<= 33;
    long l = i;
    l >>>= 3;
    byte b = (byte) 200;
    b += 100;
    char c = 'a';
    c++;
    see("numbers", i + " " + l + " " + b + " " + c + (char) (c + 1) + " " + 7 / -2 + 7 % -2 + Math.floorMod(7, -2) + " " + (1.0 / 0) + (0.0 / 0 != 0.0 / 0)
            + " " + (int) 1e20 + " " + (long) Float.NaN + " " + (0.1 + 0.2) + " " + 100_000f * 3 + Integer.MIN_VALUE / -1);
    see("concat", "a" + 1 + 2L + 3.0f + 4.0 + 'c' + true + null + new int[0].length + (Object) "o" + "\u0001\u0002");
    for (Object value : new Object[] {null, 5, 50, 6L, "four", new int[2], Thread.State.NEW, 'x', List.of()}) {
        see("text", text(value));
    }
    see("strings", switch ("Aa" + "BB".substring(0, 0)) { case "BB" -> 1; case "Aa" -> { int x = 2; yield x * 3; } default -> 3; });
    outer:
    for (int x = 0; ; x++) {
        for (int y = 0; y < 3; y++) {
            if (x * y == 4) {
                see("labels", x + " " + y);
                break outer;
            }
            if (y > x) {
                continue outer;
            }
        }
    }
    class Local {
        final int captured = array[1] + b();

        int b() {
            return count;
        }
    }
    see("local", new Local().captured + new Local() { @Override int b() { return 100; } }.captured);
    Function<Integer, Function<Integer, Supplier<String>>> curried = x -> y -> () -> x + "," + y + "," + count;
    see("curried", curried.apply(1).apply(2).get());
    Supplier<Supplier<List<String>>> references = () -> ArrayList::new;
    see("references", references.get().get());
    BiFunction<String, Integer, Character> charAt = String::charAt;
    IntFunction<int[]> make = int[]::new;
    Function<String, Leaf> leaf = Leaf::new;
    see("references", charAt.apply("abc", 1) + " " + make.apply(3).length + leaf.apply("k").key());
    List<String> list = new ArrayList<>();
    Consumer<String> add = list::add;
    add.accept("x");
    Runnable clear = list::clear;
    see("list", list);
    clear.run();
    var map = new HashMap<String, Integer>();
    BiFunction<String, Integer, Integer> put = map::put;
    put.apply("k", 1);
    Iterator<String> iterator = map.keySet().iterator();
    Supplier<String> following = iterator::next;
    see("iterator", following.get() + iterator.hasNext() + map.computeIfAbsent("z", String::length) + map.merge("k", 5, Integer::sum));
    var latch = new CountDownLatch(2);
    IntStream.range(0, 2).forEach(x -> latch.countDown());
    Runnable down = latch::countDown;
    down.run();
    see("latch", latch.getCount());
    Object monitor = new Object();
    Runnable notify = monitor::notifyAll;
    attempt("notify", () -> { synchronized (monitor) { notify.run(); } return null; });
    int[] numbers = {3, 1, 2};
    Arrays.sort(numbers);
    Runnable arrayNotify = numbers::notify;
    attempt("array", () -> { synchronized (numbers) { arrayNotify.run(); return numbers.clone()[0]; } });
    see("sum", IntStream.rangeClosed(1, 100).boxed().collect(Collectors.teeing(Collectors.counting(), Collectors.summingInt(x -> x), (n, s) -> n + ":" + s)));
    see("block", """
            text \
            block\tend
            """.strip());
    see("ternary", (count > 0 ? 1 : 'x') + " " + (Object) (true ? 1 : 2.0));
    int[][] jagged = {{1}, {2, 3}, {}};
    int total = 0;
    for (int[] row : jagged) {
        for (int cell : row) {
            total += cell;
        }
    }
    see("jagged", total);
    do {
        total--;
    } while (total > 0);
    see("instance", list instanceof ArrayList<String> a && a.isEmpty() && !(monitor instanceof String));
    attempt("generic cast", () -> { List raw = new ArrayList<>(List.of(1)); List<String> strings = raw; return strings.get(0).length(); });
    assert total == 0 : "total " + total;
    VarHandle handle = MethodHandles.lookup().findVarHandle(Wide.class, "e", long.class);
    see("handle", (long) handle.getAndAdd(wide, 5L) != 0 && handle.compareAndSet(wide, wide.e, 1L) && wide.e == 1);
    MethodHandle max = MethodHandles.lookup().findStatic(Math.class, "max", MethodType.methodType(int.class, int.class, int.class));
    attempt("method handle", () -> (int) max.invokeExact(3, 4));
    theEnd();
}
