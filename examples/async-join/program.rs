use std::time::Duration;
use tokio::time::sleep;

#[tokio::main]
async fn main() {
    let task1 = tokio::spawn(fetch("Result 1", 80));
    let task2 = tokio::spawn(fetch("Result 2", 160));

    let (res1, res2) = tokio::join!(task1, task2);
    println!("{}, {}", res1.unwrap(), res2.unwrap());
}

async fn fetch(what: &'static str, millis: u64) -> &'static str {
    sleep(Duration::from_millis(millis)).await; // stands for the network
    println!("Here is {}", what);
    what
}
