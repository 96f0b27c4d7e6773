int data;

void main() {
    try (var pool = Executors.newFixedThreadPool(2)) {
        pool.execute(() -> data++); // here
        pool.execute(() -> data++); // here
    }
    IO.println(data);
}
