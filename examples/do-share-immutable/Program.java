record Menu(String day, List<String> dishes) {
    Menu {
        dishes = List.copyOf(dishes); // nobody can change it any more
    }
}

volatile Menu menu = new Menu("Monday", List.of("soup", "fish"));

void main() throws InterruptedException {
    var guests = new ArrayList<Thread>();
    var builder = Thread.ofPlatform().name("guest-", 1); // guest-1, guest-2, guest-3
    for (int i = 0; i < 3; i++) {
        guests.add(builder.start(this::read));
    }

    Thread.sleep(100);
    menu = new Menu("Tuesday", List.of("stew", "cake", "tea")); // not changed: replaced

    for (Thread guest : guests) {
        guest.join();
    }
    IO.println("Now " + menu);
}

void read() {
    Menu mine = menu; // one look, then always the same menu
    for (String dish : mine.dishes()) {
        IO.println(mine.day() + ": " + dish);
        pause(100);
    }
}

void pause(int millis) {
    try {
        Thread.sleep(millis);
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
