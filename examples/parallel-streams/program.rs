use rayon::prelude::*;

fn main() {
    let sum: i32 = (1..1000)
        .into_par_iter()
        .map(|x| x * x)
        .sum();
    println!("Sum of squares: {}", sum);

    let primes: Vec<i32> = (2..500_000)
        .into_par_iter()
        .filter(|&number| is_prime(number))
        .collect(); // in order, however the parts came in
    println!("{} primes, the last one is {}", primes.len(), primes[primes.len() - 1]);
}

fn is_prime(number: i32) -> bool {
    (2..).take_while(|divisor| divisor * divisor <= number).all(|divisor| number % divisor != 0)
}
