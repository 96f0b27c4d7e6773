// outcomes: false true, true false, true true
volatile boolean hasRun;

void main() throws Exception {
    var task = new FutureTask<>(() -> hasRun = true);
    Thread one = Thread.ofPlatform().start(task);
    boolean isCancelled = task.cancel(false);
    one.join();
    tell(isCancelled + " " + hasRun);
}
