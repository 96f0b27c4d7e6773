use std::time::Duration;

#[tokio::main(worker_threads = 2)]
async fn main() {
    let tea = tokio::spawn(cook("tea"));
    let soup = tokio::spawn(cook("soup"));

    println!("{}", tea.await.unwrap());
    println!("{}", soup.await.unwrap());
}

async fn cook(dish: &'static str) -> String {
    tokio::time::sleep(Duration::from_millis(150)).await; // reads the recipe

    let water = tokio::spawn(async { "hot water" });
    format!("{} made of {}", dish, water.await.unwrap()) // steps aside until it is there
}
