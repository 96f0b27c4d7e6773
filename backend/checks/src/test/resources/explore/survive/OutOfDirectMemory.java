// ends: OverLimit, Completed
void main() {
    var buffers = new ArrayList<java.nio.ByteBuffer>();
    try {
        while (true) {
            buffers.add(java.nio.ByteBuffer.allocateDirect(1 << 20)); // the JDK waits for the collector
        }
    } catch (OutOfMemoryError e) {
        IO.println("no more");
    }
}
