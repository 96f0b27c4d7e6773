static final ScopedValue<int[]> CELLS = ScopedValue.newInstance();

void main() throws InterruptedException {
    int[] cells = {1};
    ScopedValue.where(CELLS, cells).call(() -> {
        try (var scope = StructuredTaskScope.open()) {
            scope.fork(() -> IO.println(CELLS.get()[0]));
            scope.join();
        }
        cells[0] = 2;
        return null;
    });
}
