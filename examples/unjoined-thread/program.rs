use std::thread;
use std::time::Duration;

fn main() {
    thread::spawn(|| {
        thread::sleep(Duration::from_millis(150)); // writes a long file
        println!("Saved"); // never gets here: the process ends with main
    });

    println!("You have 3 new messages");
} // and the saver?
