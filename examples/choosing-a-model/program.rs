use rayon::prelude::*;
use std::thread;

const LIMIT: u32 = 300_000;

#[tokio::main]
async fn main() {
    println!("Threads: {}", with_threads());
    println!("Async: {}", with_async().await);
    println!("Data-parallel: {}", with_rayon());
}

fn with_threads() -> usize {
    let low = thread::spawn(|| primes(2, LIMIT / 2));
    let high = thread::spawn(|| primes(LIMIT / 2, LIMIT));
    low.join().unwrap() + high.join().unwrap()
}

async fn with_async() -> usize {
    // Calculating blocks a worker; in earnest this is work for spawn_blocking
    let low = tokio::spawn(async { primes(2, LIMIT / 2) });
    let high = tokio::spawn(async { primes(LIMIT / 2, LIMIT) });
    low.await.unwrap() + high.await.unwrap()
}

fn with_rayon() -> usize {
    (2..LIMIT).into_par_iter().filter(|&number| is_prime(number)).count()
}

fn primes(from: u32, to: u32) -> usize {
    (from..to).filter(|&number| is_prime(number)).count()
}

fn is_prime(number: u32) -> bool {
    (2..).take_while(|divisor| divisor * divisor <= number).all(|divisor| number % divisor != 0)
}
