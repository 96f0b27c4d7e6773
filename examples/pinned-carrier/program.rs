use std::sync::LazyLock;
use std::thread;
use std::time::Duration;

static LANGUAGE: LazyLock<String> = LazyLock::new(|| {
    thread::sleep(Duration::from_millis(150)); // can't be awaited here, so it blocks the worker
    "en".to_string()
});

#[tokio::main]
async fn main() {
    let reader = tokio::spawn(async {
        println!("The language is {}", *LANGUAGE); // the first use loads it
    });
    reader.await.unwrap();
}
