package dev.interleave.sandbox.capacity;

/// Is told how a ticket moves up the queue.
@FunctionalInterface
public interface QueueListener {
    /// The ticket's position is now another: 1 is next, 0 admitted. Called with the queue locked:
    /// it must be quick and call nothing of the admission.
    ///
    /// @param position how many turns it has to wait for
    /// @param waiting how many tickets wait in all
    void moved(int position, int waiting);
}
