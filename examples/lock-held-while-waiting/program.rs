use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    let board = Arc::new(Mutex::new("unknown"));

    let updater = tokio::spawn({
        let board = Arc::clone(&board);
        async move {
            let mut price = board.lock().await;
            *price = fetch_price().await; // everybody waits for the network
        }
    });

    let reader = tokio::spawn({
        let board = Arc::clone(&board);
        async move {
            sleep(Duration::from_millis(70)).await; // comes a little later
            println!("The price is {}", *board.lock().await);
        }
    });

    updater.await.unwrap();
    reader.await.unwrap();
}

async fn fetch_price() -> &'static str {
    sleep(Duration::from_millis(250)).await; // stands for the network
    "42"
}
