use futures::executor::block_on;
use std::thread;
use std::time::Duration;

#[tokio::main(worker_threads = 2)]
async fn main() {
    let tea = tokio::spawn(cook("tea"));
    let soup = tokio::spawn(cook("soup"));

    println!("{}", tea.await.unwrap());
    println!("{}", soup.await.unwrap());
}

async fn cook(dish: &'static str) -> String {
    thread::sleep(Duration::from_millis(150)); // reads the recipe

    let water = tokio::spawn(async { "hot water" }); // for another worker
    format!("{} made of {}", dish, block_on(water).unwrap()) // stands and waits for it
}
