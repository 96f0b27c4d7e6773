use std::sync::{Arc, Barrier, Condvar, Mutex};
use std::thread;
use std::time::Duration;

fn main() {
    let shop = Arc::new((Mutex::new(Vec::new()), Condvar::new()));
    let arrived = Arc::new(Barrier::new(3));

    let customers: Vec<_> = (0..2)
        .map(|_| {
            let (shop, arrived) = (Arc::clone(&shop), Arc::clone(&arrived));
            thread::spawn(move || {
                arrived.wait();
                let (counter, call) = &*shop;
                let mut buns = counter.lock().unwrap();
                while buns.is_empty() {
                    buns = call.wait(buns).unwrap(); // looks again, after every call
                }
                println!("Sold: {:?}", buns.pop());
            })
        })
        .collect();

    arrived.wait();
    for i in 1..=2 {
        thread::sleep(Duration::from_millis(100)); // in the oven
        let (counter, call) = &*shop;
        counter.lock().unwrap().push(format!("bun {}", i));
        call.notify_all(); // calls both
    }

    for customer in customers {
        customer.join().unwrap();
    }
    println!("Buns left: {}", shop.0.lock().unwrap().len());
}
