/** What stands in the editor the first time: two threads that want one lock. */
export const FIRST_SOURCE = `// Two workers share one lock. Press Ctrl+Enter and watch them wait for each other.
import java.util.concurrent.locks.ReentrantLock;

void main() throws InterruptedException {
    var lock = new ReentrantLock();

    Runnable work = () -> {
        for (int i = 1; i <= 3; i++) {
            lock.lock();
            try {
                IO.println(Thread.currentThread().getName() + " has the lock, round " + i);
                Thread.sleep(20);
            } catch (InterruptedException e) {
                return;
            } finally {
                lock.unlock();
            }
        }
    };

    var first = Thread.ofPlatform().name("worker-1").start(work);
    var second = Thread.ofPlatform().name("worker-2").start(work);
    first.join();
    second.join();
    IO.println("done");
}
`;
