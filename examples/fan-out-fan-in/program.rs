use std::time::Duration;

#[tokio::main]
async fn main() {
    let tasks: Vec<_> = (0..10)
        .map(|i| {
            tokio::spawn(async move {
                // Process work
                tokio::time::sleep(Duration::from_millis(200 - 15 * i)).await;
                i * 2
            })
        })
        .collect();

    let results: Vec<_> = futures::future::join_all(tasks)
        .await
        .into_iter()
        .map(|r| r.unwrap())
        .collect();

    println!("Results: {:?}", results);
}
