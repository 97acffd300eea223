//! An exponential function in plain arithmetic: the same bits on every machine, and quick.

/// 1.5 × 2⁵²: adding it to a small number rounds that to a whole one, to even in ties.
const ROUNDER: f64 = 6_755_399_441_055_744.0;
/// The first 32 bits of ln 2, so that whole multiples below 2²⁰ are exact.
const LN_2_HIGH: f64 = f64::from_bits(0x3FE6_2E42_FEE0_0000);
/// ln 2 without its first 32 bits.
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// eˣ, with a relative error below 10⁻¹⁴.
///
/// x = n ln 2 + r with |r| ≤ ln 2 / 2; then eˣ = 2ⁿ eʳ, and eʳ is its Taylor polynomial of
/// degree 12, whose remainder is below r¹³ / 13! < 2 × 10⁻¹⁶. The polynomial is summed in pairs
/// (Estrin) so that the processor can work on several terms at once.
/// Below −708 the result is 0, as denormal numbers are not worth their trouble here.
#[inline]
pub fn exp(x: f64) -> f64 {
    if x > 709.0 {
        return f64::INFINITY;
    }
    if x < -708.0 {
        return 0.0;
    }
    let n = (x * std::f64::consts::LOG2_E + ROUNDER) - ROUNDER;
    let r = (x - n * LN_2_HIGH) - n * LN_2_LOW;
    let r2 = r * r;
    let r4 = r2 * r2;
    let low = (1.0 + r) + r2 * (inverse_factorial(2) + r * inverse_factorial(3));
    let middle = (inverse_factorial(4) + r * inverse_factorial(5))
        + r2 * (inverse_factorial(6) + r * inverse_factorial(7));
    let high = (inverse_factorial(8) + r * inverse_factorial(9))
        + r2 * (inverse_factorial(10) + r * inverse_factorial(11))
        + r4 * inverse_factorial(12);
    let series = low + r4 * (middle + r4 * high);
    series * f64::from_bits(((n as i64 + 1023) as u64) << 52)
}

/// 1 / k!
const fn inverse_factorial(k: u32) -> f64 {
    let mut factorial = 1.0;
    let mut factor = 2;
    while factor <= k {
        factorial *= factor as f64;
        factor += 1;
    }
    1.0 / factorial
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_the_library_over_its_whole_range() {
        let mut worst = 0.0_f64;
        let mut x = -707.9;
        while x < 708.9 {
            worst = worst.max((exp(x) / libm::exp(x) - 1.0).abs());
            x += 0.003_7;
        }
        assert!(worst < 1e-14, "{worst:e}");
    }

    #[test]
    fn its_ends_are_defined() {
        assert_eq!(exp(0.0), 1.0);
        assert_eq!(exp(1e9), f64::INFINITY);
        assert_eq!(exp(-1e9), 0.0);
        assert!(exp(f64::NAN).is_nan());
    }

    #[test]
    fn its_bits_are_fixed() {
        let bits = [-20.5, -1.0, 0.3, 7.25, 100.0].map(|x| exp(x).to_bits());
        assert_eq!(
            bits,
            [
                4473616198666092715,
                4600298746774613816,
                4608758042795448982,
                4653907726061267160,
                5256625774849891317
            ]
        );
    }
}
