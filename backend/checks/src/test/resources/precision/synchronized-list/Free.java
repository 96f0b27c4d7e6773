final List<Integer> list = Collections.synchronizedList(new ArrayList<>());

void main() throws InterruptedException {
    Thread other = Thread.ofPlatform().start(() -> list.add(1));
    synchronized (list) { // as its documentation asks for
        for (int number : list) {
            IO.println(number);
        }
    }
    list.add(2);
    other.join();
}
