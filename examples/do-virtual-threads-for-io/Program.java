void main() throws ExecutionException, InterruptedException {
    var threads = Thread.ofVirtual().name("request-", 1).factory(); // request-1, request-2, …
    try (var requests = Executors.newThreadPerTaskExecutor(threads)) {
        var answers = new ArrayList<Future<Integer>>();
        for (int i = 1; i <= 100; i++) {
            int page = i;
            answers.add(requests.submit(() -> download(page)));
        }

        int bytes = 0;
        for (Future<Integer> answer : answers) {
            bytes += answer.get();
        }
        IO.println(answers.size() + " pages, " + bytes + " bytes");
    }
}

int download(int page) throws InterruptedException {
    Thread.sleep(200); // stands for the network
    return 1_000 + page;
}
