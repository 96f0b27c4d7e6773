use std::thread;

const TIMES: u32 = 100_000;

// What Java lets you write, Rust only lets you write in unsafe blocks, and then it is undefined behaviour.
static mut COUNTER: u32 = 0;

fn main() {
    let left = thread::spawn(count);
    let right = thread::spawn(count);
    left.join().unwrap();
    right.join().unwrap();

    println!("Added: {}", 2 * TIMES);
    println!("Arrived: {}", unsafe { COUNTER });
}

fn count() {
    for _ in 0..TIMES {
        unsafe {
            let seen = COUNTER;
            std::hint::spin_loop(); // a tiny moment
            COUNTER = seen + 1;
        }
    }
}
