import java.lang.reflect.Field;

int count;
final Object lock = new Object();

void main() throws Exception {
    Thread other = Thread.ofPlatform().start(this::add);
    add();
    other.join();
}

void add() {
    try {
        Field field = getClass().getDeclaredField("count");
        synchronized (lock) {
            field.setInt(this, field.getInt(this) + 1);
        }
    } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
    }
}
