use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    concurrent_increment();
    println!("1 test, passed");
}

fn concurrent_increment() {
    let counter = Arc::new(Mutex::new(0));
    let mut handles = vec![];

    for _ in 0..100 {
        let counter = Arc::clone(&counter);
        let handle = thread::spawn(move || {
            let mut num = counter.lock().unwrap();
            *num += 1;
        });
        handles.push(handle);
    }

    for handle in handles {
        handle.join().unwrap();
    }

    assert_eq!(*counter.lock().unwrap(), 100);
}

#[cfg(test)]
mod tests {
    #[test]
    fn test_concurrent_increment() {
        super::concurrent_increment(); // run it with `cargo test`
    }
}
