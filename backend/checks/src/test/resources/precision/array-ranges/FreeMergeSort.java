final int[] numbers = {5, 2, 8, 1, 9, 3};

void main() {
    try (var pool = new ForkJoinPool(2)) {
        pool.invoke(new Sort(0, numbers.length));
    }
    IO.println(Arrays.toString(numbers));
}

class Sort extends RecursiveAction {
    final int from;
    final int to;

    Sort(int from, int to) {
        this.from = from;
        this.to = to;
    }

    @Override
    protected void compute() {
        if (to - from <= 2) {
            Arrays.sort(numbers, from, to);
            return;
        }
        int middle = (from + to) / 2;
        invokeAll(new Sort(from, middle), new Sort(middle, to));
        int[] left = Arrays.copyOfRange(numbers, from, middle);
        int next = 0;
        for (int right = middle, at = from; next < left.length; at++) {
            boolean isLeft = right == to || left[next] <= numbers[right];
            numbers[at] = isLeft ? left[next++] : numbers[right++];
        }
    }
}
