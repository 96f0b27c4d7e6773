// fails: Threw
static final int ITEMS = 3;

final AtomicIntegerArray slots = new AtomicIntegerArray(ITEMS);
final AtomicIntegerArray taken = new AtomicIntegerArray(ITEMS + 1);
volatile int head; // moved by the thief
volatile int tail; // moved by the owner

void main() throws InterruptedException {
    Thread thief = Thread.ofPlatform().start(() -> {
        steal();
        steal();
    });
    for (int item = 1; item <= ITEMS; item++) {
        push(item);
        if (item % 2 == 0) {
            pop();
        }
    }
    pop();
    pop();
    thief.join();
    for (int item = 1; item <= ITEMS; item++) {
        assert taken.get(item) <= 1 : "item " + item + " was taken twice";
    }
}

void push(int item) {
    slots.set(tail % ITEMS, item);
    tail++;
}

void pop() {
    int last = tail - 1;
    tail = last;
    if (head <= last) { // if it is the only one, a thief may be at it as well
        taken.incrementAndGet(slots.get(last % ITEMS));
    } else {
        tail = last + 1;
    }
}

void steal() {
    int first = head;
    if (first < tail) {
        int item = slots.get(first % ITEMS);
        head = first + 1;
        taken.incrementAndGet(item);
    }
}
