package dev.interleave.sandbox.capacity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A queue that serves clients in turn, and each client's own items in their order. Not safe for
/// use by several threads.
final class FairLine<T> {
    /// No deque is empty; the first client is the next to be served.
    private final Map<String, Deque<T>> byClient = new LinkedHashMap<>();

    private int size;

    int size() {
        return size;
    }

    int sizeOf(String client) {
        Deque<T> items = byClient.get(client);
        return items == null ? 0 : items.size();
    }

    void add(String client, T item) {
        byClient.computeIfAbsent(client, _ -> new ArrayDeque<>()).add(item);
        size++;
    }

    /// Takes the next item; its client goes to the end.
    Optional<T> poll() {
        var first = byClient.entrySet().stream().findFirst();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String client = first.get().getKey();
        Deque<T> items = first.get().getValue();
        T item = items.remove();
        size--;
        byClient.remove(client);
        if (!items.isEmpty()) {
            byClient.put(client, items);
        }
        return Optional.of(item);
    }

    void remove(String client, T item) {
        Deque<T> items = byClient.get(client);
        if (items != null && items.remove(item)) {
            size--;
            if (items.isEmpty()) {
                byClient.remove(client);
            }
        }
    }

    /// All items in the order in which they will be served if nobody comes or goes.
    List<T> inOrder() {
        List<List<T>> lines = byClient.values().stream().map(List::copyOf).toList();
        List<T> order = new ArrayList<>(size);
        for (int round = 0; order.size() < size; round++) {
            for (List<T> line : lines) {
                if (round < line.size()) {
                    order.add(line.get(round));
                }
            }
        }
        return order;
    }
}
