// ends: Completed
void main() throws InterruptedException {
    IO.println(count(2));
}

int count(int depth) throws InterruptedException {
    if (depth == 0) {
        return 1;
    }
    try (var scope = StructuredTaskScope.open()) {
        var left = scope.fork(() -> count(depth - 1));
        var right = scope.fork(() -> count(depth - 1));
        scope.join();
        return left.get() + right.get();
    }
}
