int data;

void main() throws InterruptedException {
    try (var scope = StructuredTaskScope.open()) {
        data = 1;
        scope.fork(() -> {
            data++;
        });
        scope.join();
        IO.println(data);
    }
}
