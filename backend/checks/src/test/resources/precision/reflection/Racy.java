import java.lang.reflect.Field;

int count;

void main() throws Exception {
    Thread other = Thread.ofPlatform().start(this::add);
    add();
    other.join();
    IO.println(count);
}

void add() {
    try {
        Field field = getClass().getDeclaredField("count");
        field.setInt(this, field.getInt(this) + 1); // here
    } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
    }
}
