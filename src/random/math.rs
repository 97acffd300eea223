//! An exponential function in plain arithmetic: the same bits on every machine, and quick.

/// 1.5 × 2⁵²: adding it to a small number rounds that to a whole one, to even in ties, and leaves
/// that whole number in the lowest bits.
const ROUNDER: f64 = 6_755_399_441_055_744.0;
/// The first 32 bits of ln 2 / 64, so that whole multiples below 2²⁰ are exact.
const STEP_HIGH: f64 = f64::from_bits(0x3FE6_2E42_FEE0_0000) / 64.0;
/// ln 2 / 64 without its first 32 bits.
const STEP_LOW: f64 = 1.908_214_929_270_587_7e-10 / 64.0;
/// Steps for each doubling.
const STEPS: usize = 64;
/// e to the power of each step below a doubling.
const POWERS: [f64; STEPS] = powers();

/// eˣ, with a relative error below 10⁻¹⁴.
///
/// x = (64 m + k) ln 2 / 64 + r with |r| ≤ ln 2 / 128; then eˣ = 2ᵐ 2^(k/64) eʳ, where 2^(k/64) is
/// looked up and eʳ is its Taylor polynomial of degree 5, whose remainder is below
/// r⁶ / 6! < 4 × 10⁻¹⁷ (Tang 1989).
/// Below −708 the result is 0, as denormal numbers are not worth their trouble here.
#[inline]
pub(crate) fn exp(x: f64) -> f64 {
    // The other way round, what is not a number would pass.
    if x.abs() <= 708.0 { usual(x) } else { extreme(x) }
}

#[inline(always)]
fn usual(x: f64) -> f64 {
    let rounded = x * (STEPS as f64 * std::f64::consts::LOG2_E) + ROUNDER;
    rest(x, rounded, POWERS[rounded.to_bits() as usize % STEPS])
}

/// What is left to do when x is known in whole steps, and the power of the step.
#[inline(always)]
fn rest(x: f64, rounded: f64, power: f64) -> f64 {
    let steps = rounded - ROUNDER;
    let r = (x - steps * STEP_HIGH) - steps * STEP_LOW;
    let r2 = r * r;
    let tail = (0.5 + r * (1.0 / 6.0)) + r2 * (1.0 / 24.0 + r * (1.0 / 120.0));
    let result = power + power * (r + r2 * tail);
    // Only the lowest bits count: what the doublings lack to whole ones is shifted out.
    let doublings = rounded.to_bits().wrapping_sub(ROUNDER.to_bits()) >> STEPS.ilog2();
    f64::from_bits(result.to_bits().wrapping_add(doublings << 52))
}

/// [`exp`] of each of several numbers: the same bits. The steps stand in loops of their own, which
/// the compiler turns into instructions for two or more numbers at once.
pub(crate) fn exp_each<const N: usize>(numbers: &mut [f64; N]) {
    if !numbers.iter().all(|x| x.abs() <= 708.0) {
        numbers.iter_mut().for_each(|x| *x = exp(*x));
        return;
    }
    let rounded = numbers.map(|x| x * (STEPS as f64 * std::f64::consts::LOG2_E) + ROUNDER);
    let mut powers = [0.0; N];
    for (power, rounded) in powers.iter_mut().zip(&rounded) {
        *power = POWERS[rounded.to_bits() as usize % STEPS];
    }
    for ((x, rounded), power) in numbers.iter_mut().zip(&rounded).zip(&powers) {
        *x = rest(*x, *rounded, *power);
    }
}

/// Where the result is not a normal number, or nearly so.
#[cold]
fn extreme(x: f64) -> f64 {
    if x < 0.0 { 0.0 } else { libm::exp(x) }
}

/// The Taylor series is worked out here, so that the table is the same bits on every machine.
const fn powers() -> [f64; STEPS] {
    let mut powers = [1.0; STEPS];
    let mut k = 1;
    while k < STEPS {
        let x = k as f64 * std::f64::consts::LN_2 / STEPS as f64;
        let mut series = 1.0;
        let mut term = 24;
        while term > 0 {
            series = 1.0 + series * x / term as f64;
            term -= 1;
        }
        powers[k] = series;
        k += 1;
    }
    powers
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
    fn several_at_once_have_the_same_bits() {
        let mut numbers = [-3.0, 0.1, 7.7, -0.0, 700.5, -707.9, 1e-9, 2.5];
        let one_by_one = numbers.map(|x| exp(x).to_bits());
        exp_each(&mut numbers);
        assert_eq!(numbers.map(f64::to_bits), one_by_one);
        let mut extremes = [-1e9, 1e9, 0.5, -800.0];
        exp_each(&mut extremes);
        assert_eq!(extremes, [0.0, f64::INFINITY, exp(0.5), 0.0]);
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
                4608758042795448981,
                4653907726061267160,
                5256625774849891316
            ]
        );
    }
}
