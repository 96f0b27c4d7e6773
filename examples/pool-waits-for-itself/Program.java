void main() throws ExecutionException, InterruptedException {
    try (var cooks = Executors.newFixedThreadPool(2)) {
        Future<String> tea = cooks.submit(() -> cook("tea", cooks));
        Future<String> soup = cooks.submit(() -> cook("soup", cooks));

        IO.println(tea.get());
        IO.println(soup.get());
    }
}

String cook(String dish, ExecutorService cooks) throws ExecutionException, InterruptedException {
    Thread.sleep(150); // reads the recipe

    Future<String> water = cooks.submit(() -> "hot water"); // for another cook
    return dish + " made of " + water.get(); // stands and waits for it
}
