// ends: TimedOut
void main() throws IOException {
    var pipe = java.nio.channels.Pipe.open();
    Thread.ofPlatform().daemon().start(() -> IO.println("never"));
    pipe.source().read(java.nio.ByteBuffer.allocate(1)); // nobody writes
}
