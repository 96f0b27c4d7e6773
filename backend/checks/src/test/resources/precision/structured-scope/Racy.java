int data;

void main() throws InterruptedException {
    try (var scope = StructuredTaskScope.open()) {
        scope.fork(() -> {
            data++; // here
        });
        data++; // here
        scope.join();
    }
}
