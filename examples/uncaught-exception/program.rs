use std::thread;

fn main() {
    let adder = thread::spawn(|| {
        let total = add(&["1", "2", "three"]);
        println!("Total: {}", total);
    });

    let _ = adder.join(); // ended it has, but how?
    println!("Everything is fine");
}

fn add(numbers: &[&str]) -> i32 {
    numbers.iter().map(|number| number.parse::<i32>().unwrap()).sum()
}
