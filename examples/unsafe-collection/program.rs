use std::sync::{Arc, Mutex};
use std::thread;

const TIMES: i32 = 200_000;

fn main() {
    // A bare Vec, pushed to from two threads, does not compile:
    // "cannot borrow `numbers` as mutable more than once at a time". So this one is mended.
    let numbers = Arc::new(Mutex::new(Vec::new()));

    let handles: Vec<_> = (0..2)
        .map(|_| {
            let numbers = Arc::clone(&numbers);
            thread::spawn(move || {
                for i in 0..TIMES {
                    numbers.lock().unwrap().push(i);
                }
            })
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }

    println!("Added: {}", 2 * TIMES);
    println!("Arrived: {}", numbers.lock().unwrap().len());
}
