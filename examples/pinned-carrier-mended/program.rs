use std::time::Duration;
use tokio::sync::OnceCell;
use tokio::time::sleep;

static LANGUAGE: OnceCell<String> = OnceCell::const_new();

async fn load() -> String {
    sleep(Duration::from_millis(150)).await; // stands for the network
    "en".to_string()
}

#[tokio::main]
async fn main() {
    let reader = tokio::spawn(async {
        println!("The language is {}", LANGUAGE.get_or_init(load).await);
    });
    reader.await.unwrap();
}
