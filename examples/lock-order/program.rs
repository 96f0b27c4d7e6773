use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

fn main() {
    let lock_a = Arc::new(Mutex::new(()));
    let lock_b = Arc::new(Mutex::new(()));

    let left = {
        let (lock_a, lock_b) = (Arc::clone(&lock_a), Arc::clone(&lock_b));
        thread::spawn(move || {
            let _a = lock_a.lock().unwrap();
            let _b = lock_b.lock().unwrap();
            println!("left has both");
        })
    };

    let right = {
        let (lock_a, lock_b) = (Arc::clone(&lock_a), Arc::clone(&lock_b));
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(200)); // comes late today
            let _b = lock_b.lock().unwrap();
            let _a = lock_a.lock().unwrap(); // the other way round
            println!("right has both");
        })
    };

    left.join().unwrap();
    right.join().unwrap();
    println!("Both are done");
}
