use std::num::ParseIntError;
use std::thread;

fn main() {
    let adder = thread::spawn(|| add(&["1", "2", "three"]));

    match adder.join().unwrap() {
        Ok(total) => println!("Total: {}", total),
        Err(error) => println!("No total: {}", error),
    }
}

fn add(numbers: &[&str]) -> Result<i32, ParseIntError> {
    let mut total = 0;
    for number in numbers {
        total += number.parse::<i32>()?;
    }
    Ok(total)
}
