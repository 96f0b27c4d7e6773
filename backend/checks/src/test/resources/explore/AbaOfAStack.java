// fails: Threw
final AtomicReference<Node> top = new AtomicReference<>();

void main() throws InterruptedException {
    var c = new Node("c", null);
    var b = new Node("b", c);
    var a = new Node("a", b);
    top.set(a);
    Thread other = Thread.ofPlatform().start(() -> {
        Node first = pop();
        Node second = pop();
        if (first == a && second == b) {
            push(first); // the same node again, so a comparison does not see that b is gone
        }
    });
    Node mine = pop();
    other.join();
    assert mine != a || top.get() != b : "b was taken, and is back";
}

Node pop() {
    Node node = top.get();
    while (!top.compareAndSet(node, node.next)) {
        node = top.get();
    }
    return node;
}

void push(Node node) {
    node.next = top.get();
    while (!top.compareAndSet(node.next, node)) {
        node.next = top.get();
    }
}

static class Node {
    final String name;
    volatile Node next;

    Node(String name, Node next) {
        this.name = name;
        this.next = next;
    }
}
