use std::time::Duration;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    first_of(50, Duration::from_secs(1)).await;
    first_of(1_000, Duration::from_millis(150)).await;
}

async fn first_of(millis: u64, timeout: Duration) {
    tokio::select! {
        _ = sleep(timeout) => {
            println!("Timeout!"); // the other future is dropped here
        }
        result = fetch_data(millis) => {
            println!("Got data: {}", result);
        }
    }
}

async fn fetch_data(millis: u64) -> String {
    sleep(Duration::from_millis(millis)).await; // stands for the network
    "Data".to_string()
}
