use std::sync::{Arc, Barrier, RwLock};
use std::thread;

fn main() {
    let price = Arc::new(RwLock::new(5));
    let table = Arc::new(Barrier::new(3));

    // Multiple readers
    let readers: Vec<_> = (0..3)
        .map(|_| {
            let (price, table) = (Arc::clone(&price), Arc::clone(&table));
            thread::spawn(move || {
                let reader = price.read().unwrap();
                table.wait(); // go on only when all three are inside
                println!("All three read {}", *reader);
            })
        })
        .collect();
    for reader in readers {
        reader.join().unwrap();
    }

    // One writer
    let late = {
        let mut writer = price.write().unwrap();
        let price = Arc::clone(&price);
        let late = thread::spawn(move || {
            println!("The late one reads {}", *price.read().unwrap());
        });
        *writer += 1;
        late
    }; // Lock released here
    late.join().unwrap();
}
