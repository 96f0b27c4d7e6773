use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

const TIMES: u32 = 100_000;

static COUNTER: AtomicU32 = AtomicU32::new(0);

fn main() {
    let left = thread::spawn(count);
    let right = thread::spawn(count);
    left.join().unwrap();
    right.join().unwrap();

    println!("Added: {}", 2 * TIMES);
    println!("Arrived: {}", COUNTER.load(Ordering::SeqCst));
}

fn count() {
    for _ in 0..TIMES {
        COUNTER.fetch_add(1, Ordering::SeqCst);
    }
}
