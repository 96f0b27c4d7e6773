import java.util.concurrent.locks.ReentrantLock;

ReentrantLock index = new ReentrantLock();
ReentrantLock store = new ReentrantLock();

void write() {
    store.lock();
    try {
        index.lock(); // here
        try {
            IO.println("written");
        } finally {
            index.unlock();
        }
    } finally {
        store.unlock();
    }
}

void rebuild() {
    index.lock();
    try {
        store.lock(); // here
        try {
            IO.println("rebuilt");
        } finally {
            store.unlock();
        }
    } finally {
        index.unlock();
    }
}

void main() throws InterruptedException {
    Thread rebuilder =
            Thread.startVirtualThread(() -> {
                try {
                    Thread.sleep(700);
                } catch (InterruptedException e) {
                    return;
                }
                rebuild();
            });
    Thread writer = Thread.startVirtualThread(this::write);
    writer.join();
    rebuilder.join();
}
