use std::error::Error;
use std::time::Duration;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    // Spawned, it begins now; a bare future would begin at its .await
    let answer = tokio::spawn(async { fetch_data().await.unwrap() });

    println!("Asked for it");
    prepare().await;

    println!("Result: {}", answer.await.unwrap());
}

async fn fetch_data() -> Result<String, Box<dyn Error>> {
    sleep(Duration::from_millis(150)).await; // stands for the network
    Ok("Data".to_string())
}

async fn prepare() {
    sleep(Duration::from_millis(50)).await;
    println!("Table is laid");
}
