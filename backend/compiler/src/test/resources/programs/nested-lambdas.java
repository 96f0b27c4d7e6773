// prints: [3]
Function<Integer, Function<Integer, Supplier<Integer>>> add = a -> b -> () -> a + b;
var results = new ConcurrentLinkedQueue<Integer>();
Runnable outer = () -> {
    Runnable inner = () -> results.add(add.apply(1).apply(2).get());
    Thread t = new Thread(inner);
    t.start();
    try { t.join(); } catch (InterruptedException e) { throw new RuntimeException(e); }
};
outer.run();
IO.println(results);
