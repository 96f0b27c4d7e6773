void main() throws InterruptedException {
    var job = new Job();
    Thread worker = Thread.ofPlatform().start(job::work);
    if (Job.STATE.get(job) == 1) {
        IO.println(job.result);
    }
    worker.join();
}

static class Job {
    static final AtomicIntegerFieldUpdater<Job> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Job.class, "state");
    volatile int state;
    int result;

    void work() {
        result = 42;
        STATE.compareAndSet(this, 0, 1);
    }
}
