// covers: LinkedBlockingQueue ArrayBlockingQueue SynchronousQueue PriorityBlockingQueue
// covers: LinkedTransferQueue DelayQueue LinkedBlockingDeque

record Due(int number) implements Delayed {
    public long getDelay(TimeUnit unit) {
        return 0;
    }

    public int compareTo(Delayed other) {
        return Integer.compare(number, ((Due) other).number);
    }
}

void main() throws Exception {
    fill(new LinkedBlockingQueue<>(8), "x");
    fill(new ArrayBlockingQueue<>(8), "x");
    fill(new PriorityBlockingQueue<>(), "x");
    fill(new LinkedTransferQueue<>(), "x");
    fill(new DelayQueue<Due>(), new Due(1));

    var deque = new LinkedBlockingDeque<String>(8);
    fill(deque, "x");
    deque.putFirst("x");
    deque.putLast("x");
    deque.offerFirst("x");
    deque.offerLast("x");
    deque.offerFirst("x", 1, TimeUnit.SECONDS);
    deque.offerLast("x", 1, TimeUnit.SECONDS);
    deque.takeFirst();
    deque.takeLast();
    deque.pollFirst();
    deque.pollLast();
    deque.pollFirst(1, TimeUnit.SECONDS);
    deque.pollLast(1, TimeUnit.SECONDS);

    var rendezvous = new SynchronousQueue<String>();
    Thread taker =
            Thread.ofPlatform()
                    .name("taker")
                    .start(() -> {
                        try {
                            rendezvous.take();
                            rendezvous.poll(10, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException("nobody interrupts", e);
                        }
                    });
    rendezvous.put("x");
    rendezvous.offer("x", 10, TimeUnit.SECONDS);
    taker.join();
    rendezvous.offer("x");
    rendezvous.poll();
    rendezvous.drainTo(new ArrayList<>());
    rendezvous.drainTo(new ArrayList<>(), 1);

    var transfers = new LinkedTransferQueue<String>();
    transfers.tryTransfer("x");
    Thread receiver =
            Thread.ofPlatform()
                    .name("receiver")
                    .start(() -> {
                        try {
                            transfers.take();
                            transfers.take();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException("nobody interrupts", e);
                        }
                    });
    transfers.transfer("x");
    transfers.tryTransfer("x", 10, TimeUnit.SECONDS);
    receiver.join();
}

<T> void fill(BlockingQueue<T> queue, T element) throws InterruptedException {
    queue.put(element);
    queue.offer(element);
    queue.offer(element, 1, TimeUnit.SECONDS);
    queue.take();
    queue.poll();
    queue.poll(1, TimeUnit.SECONDS);
    queue.drainTo(new ArrayList<>());
    queue.drainTo(new ArrayList<>(), 1);
}
