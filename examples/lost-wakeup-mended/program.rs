use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

fn main() {
    let dinner = Arc::new((Mutex::new(false), Condvar::new()));

    let guest = {
        let dinner = Arc::clone(&dinner);
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(200)); // is late
            let (is_ready, bell) = &*dinner;
            let mut ready = is_ready.lock().unwrap();
            while !*ready {
                ready = bell.wait(ready).unwrap(); // looks at the table before listening
            }
            println!("Delicious");
        })
    };

    let cook = thread::spawn(move || {
        let (is_ready, bell) = &*dinner;
        *is_ready.lock().unwrap() = true;
        bell.notify_all();
        println!("Dinner is ready!");
    });

    cook.join().unwrap();
    guest.join().unwrap();
    println!("All went home");
}
