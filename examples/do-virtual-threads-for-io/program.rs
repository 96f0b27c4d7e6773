use std::time::Duration;

#[tokio::main]
async fn main() {
    let answers: Vec<_> = (1..=100).map(|page| tokio::spawn(download(page))).collect();

    let pages = answers.len();
    let mut bytes = 0;
    for answer in answers {
        bytes += answer.await.unwrap();
    }
    println!("{} pages, {} bytes", pages, bytes);
}

async fn download(page: u32) -> u32 {
    tokio::time::sleep(Duration::from_millis(200)).await; // stands for the network
    1_000 + page
}
