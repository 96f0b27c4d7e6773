// covers: SelectorImpl SourceChannelImpl SinkChannelImpl

import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

void main() throws Exception {
    Pipe pipe = Pipe.open();
    Thread writer = Thread.ofPlatform().name("writer").start(() -> {
        try {
            Thread.sleep(20);
            pipe.sink().write(ByteBuffer.wrap(new byte[] {1}));
            Thread.sleep(20);
            pipe.sink().write(ByteBuffer.wrap(new byte[] {2}));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    });
    var buffer = ByteBuffer.allocate(1);
    IO.println(pipe.source().read(buffer));
    try (Selector selector = Selector.open()) {
        pipe.source().configureBlocking(false);
        pipe.source().register(selector, SelectionKey.OP_READ);
        IO.println(selector.select());
    }
    writer.join();
}
