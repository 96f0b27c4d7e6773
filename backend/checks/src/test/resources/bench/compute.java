static final int TIMES = 100_000;
final Map<Integer, Integer> counts = new HashMap<>();
final List<Integer> list = new ArrayList<>();
long state = 42;
int hits;

int next(int bound) {
    state = state * 6364136223846793005L + 1442695040888963407L;
    return (int) (state >>> 33) % bound;
}

int collatz(int n) {
    int steps = 0;
    for (long at = n + 1; at != 1; at = at % 2 == 0 ? at / 2 : 3 * at + 1) {
        steps++;
    }
    return steps;
}

void work() {
    list.clear();
    counts.clear();
    for (int i = 0; i < TIMES; i++) {
        int steps = collatz(next(1_000));
        counts.merge(steps, 1, Integer::sum);
        list.add(steps);
        hits += list.get(list.size() / 2) == steps ? 1 : 0;
    }
}
