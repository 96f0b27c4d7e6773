final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
final Runnable stop = () -> {};

void main() throws InterruptedException {
    var workers = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
        int id = i;
        workers.add(Thread.ofPlatform().name("worker-" + id).start(() -> work(id)));
    }

    for (int i = 1; i <= 8; i++) {
        int number = i;
        jobs.put(() -> {
            pause(30 + 10 * number);
            IO.println("Job " + number);
        });
    }

    for (Thread _ : workers) {
        jobs.put(stop); // one for each
    }
    for (Thread worker : workers) {
        worker.join();
    }
}

void work(int id) {
    try {
        for (Runnable job = jobs.take(); job != stop; job = jobs.take()) {
            IO.println("Worker " + id + " executing");
            job.run();
        }
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}

void pause(int millis) {
    try {
        Thread.sleep(millis);
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
