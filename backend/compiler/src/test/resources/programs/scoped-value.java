// prints: hi ann
final ScopedValue<String> USER = ScopedValue.newInstance();
String greet() { return "hi " + USER.get(); }
IO.println(ScopedValue.where(USER, "ann").call(() -> greet()));
