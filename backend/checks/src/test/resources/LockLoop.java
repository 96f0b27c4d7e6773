import java.util.concurrent.locks.ReentrantLock;

/** The loop that tells what a probe costs: prints the nanoseconds of one lock and unlock, at best. */
public class LockLoop {
    static int count;

    public static void main(String[] arguments) {
        int times = arguments.length == 0 ? 40_000 : Integer.parseInt(arguments[0]);
        var lock = new ReentrantLock();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 30; round++) {
            long began = System.nanoTime();
            for (int i = 0; i < times; i++) {
                lock.lock();
                try {
                    count++;
                } finally {
                    lock.unlock();
                }
            }
            best = Math.min(best, (System.nanoTime() - began) / (double) times);
        }
        System.out.println(best);
    }
}
