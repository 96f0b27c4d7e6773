int data;

void main() throws InterruptedException {
    try (var scope = StructuredTaskScope.open()) {
        for (int i = 0; i < 2; i++) {
            scope.fork(() -> {
                data++; // here
            });
        }
        scope.join();
        IO.println(data);
    }
}
