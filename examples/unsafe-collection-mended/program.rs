use std::thread;

const TIMES: i32 = 200_000;

fn main() {
    // Rust's standard library has no concurrent list; a Vec for each thread is even better.
    let handles: Vec<_> = (0..2)
        .map(|_| {
            thread::spawn(|| {
                let mut mine = Vec::new();
                for i in 0..TIMES {
                    mine.push(i);
                }
                mine
            })
        })
        .collect();

    let mut numbers = Vec::new();
    for handle in handles {
        numbers.extend(handle.join().unwrap());
    }

    println!("Added: {}", 2 * TIMES);
    println!("Arrived: {}", numbers.len());
}
