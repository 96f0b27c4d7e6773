// main writes seen at line 7, and writer writes it at line 6; nothing orders the two.
// writes 2 at top-level code:7
// writes 1 at lambda:6
// main has started writer before it writes seen: only what it does before the start is ordered with what writer does. Move it before the start, or guard both with the same lock, or make it volatile.
int seen = 0;
Thread writer = Thread.ofPlatform().name("writer").start(() -> { seen = 1; });
seen = 2;
writer.join();
