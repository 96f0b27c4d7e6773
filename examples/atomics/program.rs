use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

fn main() {
    let exact = Arc::new(AtomicUsize::new(0));
    let lossy = Arc::new(AtomicUsize::new(0));
    let mut handles = vec![];

    for _ in 0..10 {
        let (exact, lossy) = (Arc::clone(&exact), Arc::clone(&lossy));
        let handle = thread::spawn(move || {
            exact.fetch_add(1, Ordering::SeqCst);

            let seen = lossy.load(Ordering::SeqCst);
            thread::sleep(Duration::from_millis(20));
            lossy.store(seen + 1, Ordering::SeqCst); // no data race, and yet wrong
        });
        handles.push(handle);
    }

    for handle in handles {
        handle.join().unwrap();
    }

    println!("In one step: {}", exact.load(Ordering::SeqCst));
    println!("In two steps: {}", lossy.load(Ordering::SeqCst));
}
