use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

struct Part {
    who: &'static str,
    words: usize,
}

fn main() {
    let (first, rx) = mpsc::channel();
    let mut readers = vec![];

    for poem in ["roses are red", "violets are blue", "sugar is sweet too"] {
        let sender = first.clone(); // one for each
        readers.push(thread::spawn(move || read(poem, sender)));
    }
    drop(first);

    let mut total = 0; // belongs to main, and to nobody else
    for part in rx {
        println!("{}: {}", part.who, part.words);
        total += part.words;
    }
    println!("Total: {}", total);

    for reader in readers {
        reader.join().unwrap();
    }
}

fn read(poem: &'static str, sender: Sender<Part>) {
    thread::sleep(Duration::from_millis(10 * poem.len() as u64)); // reads slowly
    let words = poem.split_whitespace().count();
    sender.send(Part { who: poem, words }).unwrap();
}
