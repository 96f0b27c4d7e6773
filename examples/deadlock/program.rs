use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

fn main() {
    let lock_a = Arc::new(Mutex::new(()));
    let lock_b = Arc::new(Mutex::new(()));

    // Thread 1
    let left = {
        let (lock_a, lock_b) = (Arc::clone(&lock_a), Arc::clone(&lock_b));
        thread::spawn(move || {
            let _a = lock_a.lock().unwrap();
            thread::sleep(Duration::from_millis(100));
            let _b = lock_b.lock().unwrap();
            println!("left has both");
        })
    };

    // Thread 2
    let right = {
        let (lock_a, lock_b) = (Arc::clone(&lock_a), Arc::clone(&lock_b));
        thread::spawn(move || {
            let _b = lock_b.lock().unwrap(); // Waits for Thread 1
            thread::sleep(Duration::from_millis(100));
            let _a = lock_a.lock().unwrap(); // Thread 1 waits for this: DEADLOCK!
            println!("right has both");
        })
    };

    left.join().unwrap();
    right.join().unwrap();
    println!("Both are done");
}
