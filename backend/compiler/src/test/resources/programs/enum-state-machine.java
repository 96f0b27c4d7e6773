// prints: GREEN
enum Light {
    RED { Light next() { return GREEN; } }, GREEN { Light next() { return RED; } };
    abstract Light next();
}
volatile Light light = Light.RED;
synchronized void step() { light = light.next(); }
void main() throws Exception {
    Thread[] threads = { new Thread(this::step), new Thread(this::step), new Thread(this::step) };
    for (Thread t : threads) t.start();
    for (Thread t : threads) t.join();
    IO.println(light);
}
