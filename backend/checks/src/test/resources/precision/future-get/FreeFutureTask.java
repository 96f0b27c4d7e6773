int data;

void main() throws Exception {
    var task = new FutureTask<>(() -> data = 1);
    Thread runs = Thread.ofPlatform().start(task);
    task.get();
    IO.println(data);
    runs.join();
}
