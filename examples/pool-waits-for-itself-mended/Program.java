void main() {
    try (var cooks = Executors.newFixedThreadPool(2)) {
        CompletableFuture<String> tea = cook("tea", cooks);
        CompletableFuture<String> soup = cook("soup", cooks);

        IO.println(tea.join());
        IO.println(soup.join());
    }
}

CompletableFuture<String> cook(String dish, ExecutorService cooks) {
    return CompletableFuture.runAsync(this::readRecipe, cooks)
            .thenApplyAsync(_ -> "hot water", cooks) // nobody stands and waits:
            .thenApply(water -> dish + " made of " + water); // it goes on when there is water
}

void readRecipe() {
    try {
        Thread.sleep(150);
    } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts us here", e);
    }
}
