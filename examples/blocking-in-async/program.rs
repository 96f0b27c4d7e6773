use std::thread;
use std::time::Duration;

#[tokio::main(worker_threads = 2)]
async fn main() {
    let downloads: Vec<_> = (1..=4).map(|number| tokio::spawn(bad(number))).collect();
    let question = tokio::spawn(async { "Yes, at once!" });

    println!("Are you there?");
    println!("{}", question.await.unwrap());

    for download in downloads {
        download.await.unwrap();
    }
}

async fn bad(number: u32) {
    thread::sleep(Duration::from_millis(150)); // Blocks thread
    println!("Download {} is done", number);
}
