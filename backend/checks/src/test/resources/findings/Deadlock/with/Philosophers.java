import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

static final int SEATS = 3;

void main() throws InterruptedException {
    List<Lock> forks = new ArrayList<>();
    for (int i = 0; i < SEATS; i++) {
        forks.add(new ReentrantLock());
    }
    CountDownLatch allHoldOne = new CountDownLatch(SEATS);
    List<Thread> philosophers = new ArrayList<>();
    for (int i = 0; i < SEATS; i++) {
        Lock left = forks.get(i);
        Lock right = forks.get((i + 1) % SEATS);
        philosophers.add(
                Thread.ofVirtual()
                        .name("philosopher-" + i)
                        .start(() -> {
                            left.lock();
                            allHoldOne.countDown();
                            try {
                                allHoldOne.await();
                            } catch (InterruptedException e) {
                                return;
                            }
                            right.lock(); // here
                            IO.println("eats");
                            right.unlock();
                            left.unlock();
                        }));
    }
    for (Thread philosopher : philosophers) {
        philosopher.join();
    }
}
