use std::sync::{Arc, RwLock};
use std::thread;
use std::time::Duration;

#[derive(Debug)]
struct Menu {
    day: &'static str,
    dishes: Vec<&'static str>,
}

fn main() {
    // The Arc inside is shared and never changes; the lock only guards which one is the newest.
    let menu = Arc::new(RwLock::new(Arc::new(Menu {
        day: "Monday",
        dishes: vec!["soup", "fish"],
    })));

    let guests: Vec<_> = (0..3)
        .map(|_| {
            let menu = Arc::clone(&menu);
            thread::spawn(move || {
                let mine = Arc::clone(&menu.read().unwrap()); // one look
                for dish in &mine.dishes {
                    println!("{}: {}", mine.day, dish);
                    thread::sleep(Duration::from_millis(100));
                }
            })
        })
        .collect();

    thread::sleep(Duration::from_millis(100));
    *menu.write().unwrap() = Arc::new(Menu {
        day: "Tuesday",
        dishes: vec!["stew", "cake", "tea"],
    }); // not changed: replaced

    for guest in guests {
        guest.join().unwrap();
    }
    println!("Now {:?}", menu.read().unwrap());
}
