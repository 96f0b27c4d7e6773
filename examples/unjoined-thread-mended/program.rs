use std::thread;
use std::time::Duration;

fn main() {
    let saver = thread::spawn(|| {
        thread::sleep(Duration::from_millis(150)); // writes a long file
        println!("Saved");
    });

    println!("You have 3 new messages");

    saver.join().unwrap(); // Wait for the thread to finish
    println!("Good bye");
}
