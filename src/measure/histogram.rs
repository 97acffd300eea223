//! Histogram: durations counted in bins that grow with them, for quantiles without keeping values.
//!
//! A hundred and twenty-eight bins for every doubling, as in HDR histograms, each with the sum of
//! what it holds: a quantile is off by less than 0.8 %, and a constant is exact.

use crate::time::{Effort, TICKS_PER_HOUR};

/// Durations below this many ticks (about a second) share one bin.
const SMALLEST_BIT: u32 = 20;
/// Bits of a duration that tell bins of one doubling apart.
const FINE_BITS: u32 = 7;
/// Doublings: up to 2⁴⁸ ticks, nine years of working time.
const DOUBLINGS: u32 = 28;
/// Bits of a float after its exponent.
const FLOAT_BITS: u32 = 52;
/// The leading bits of the smallest duration with a doubling of its own, less the bins before it.
const FIRST_DOUBLING: u64 = ((1023 + SMALLEST_BIT as u64) << FINE_BITS) - (1 << FINE_BITS);
/// Bins of one histogram.
const BINS: usize = ((DOUBLINGS + 1) << FINE_BITS) as usize;

/// The durations that fell into one bin.
#[derive(Clone, Copy, Debug, Default)]
struct Bin {
    count: u32,
    ticks: u64,
}

/// Counted durations.
#[derive(Clone, Debug, Default)]
pub(crate) struct Histogram {
    /// A bit for each doubling in which something was counted: only those are cleared and read.
    used: u32,
    /// How many durations were counted.
    total: u32,
    /// None until something is counted.
    bins: Vec<Bin>,
}

impl Histogram {
    #[inline]
    pub(crate) fn count(&mut self, duration: Effort) {
        let place = bin(duration);
        self.used |= 1 << (place >> FINE_BITS);
        self.total += 1;
        if self.bins.is_empty() {
            self.begin();
        }
        let bin = &mut self.bins[place];
        bin.count += 1;
        bin.ticks += duration.ticks().max(0) as u64;
    }

    #[cold]
    fn begin(&mut self) {
        self.bins.resize(BINS, Bin::default());
    }

    /// Forgets everything, keeping the memory.
    pub(crate) fn clear(&mut self) {
        let doublings = self.bins.chunks_exact_mut(1 << FINE_BITS).enumerate();
        let used = doublings.filter(|(doubling, _)| self.used >> doubling & 1 == 1);
        used.for_each(|(_, bins)| bins.fill(Bin::default()));
        (self.used, self.total) = (0, 0);
    }

    /// The hours below which a share `p` of the counted durations lies; `NaN` when nothing was
    /// counted.
    ///
    /// The mean of the bin in which it lies: off by less than the bin is wide, and exact where
    /// all durations of the bin are equal.
    pub(crate) fn quantile(&self, p: f64) -> f64 {
        let wanted = p * f64::from(self.total);
        let doublings = self.bins.chunks_exact(1 << FINE_BITS).enumerate();
        let mut upto = 0;
        for (_, bins) in doublings.filter(|(doubling, _)| self.used >> doubling & 1 == 1) {
            for bin in bins {
                upto += bin.count;
                if bin.count > 0 && f64::from(upto) >= wanted {
                    return bin.ticks as f64 / f64::from(bin.count) / TICKS_PER_HOUR as f64;
                }
            }
        }
        f64::NAN
    }
}

#[inline]
fn bin(duration: Effort) -> usize {
    let ticks = duration.ticks();
    if ticks < 1 << SMALLEST_BIT {
        return (ticks.max(0) >> (SMALLEST_BIT - FINE_BITS)) as usize;
    }
    // As a float the duration is its doubling, then its finer bits: just what a bin is.
    let bits = (ticks as f64).to_bits() >> (FLOAT_BITS - FINE_BITS);
    ((bits - FIRST_DOUBLING) as usize).min(BINS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Chance;

    /// Quantile of numbers by their ranks, as the bins define it.
    fn exact(hours: &[f64], p: f64) -> f64 {
        let mut sorted = hours.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        sorted[((p * hours.len() as f64).ceil() as usize).max(1) - 1]
    }

    fn counted(hours: &[f64]) -> Histogram {
        let mut histogram = Histogram::default();
        hours.iter().for_each(|&hours| histogram.count(Effort::from_hours(hours)));
        histogram
    }

    #[test]
    fn quantiles_of_random_samples_are_right_within_one_per_cent() {
        for sample in 0..50 {
            let chance = &mut Chance::keyed(&[17, sample]);
            let scale = 60.0 * chance.unit();
            let size = 200 + chance.below(20_000);
            let draw = |_| scale * libm::exp(1.5 * chance.normal());
            let hours: Vec<f64> = (0..size).map(draw).collect();
            for p in [0.1, 0.5, 0.9, 0.95, 0.99] {
                let (found, exact) = (counted(&hours).quantile(p), exact(&hours, p));
                assert!((found - exact).abs() < 0.01 * exact, "{sample}, {p}: {found} {exact}");
            }
        }
    }

    #[test]
    fn constants_are_exact_whatever_else_happens() {
        let constant = 143.0 / 60.0 - 1.0 / 720.0; // 2.3819 h, in the middle of its bin
        let ticks = Effort::from_hours(constant).hours();
        let hours: Vec<f64> = (0..100).map(|i| if i < 90 { constant } else { 7.0 }).collect();
        for p in [0.01, 0.5, 0.9] {
            assert_eq!(counted(&hours).quantile(p), ticks);
        }
        assert_eq!(counted(&hours).quantile(0.95), 7.0);
        assert_eq!(counted(&[0.0; 9]).quantile(0.95), 0.0);
        assert!(Histogram::default().quantile(0.5).is_nan());
    }

    #[test]
    fn the_longest_duration_has_a_bin() {
        let mut histogram = counted(&[0.0, 1e-6, 5_000.0, 1e5]);
        assert!((histogram.quantile(1.0) - 1e5).abs() < 1e-6);
        histogram.clear();
        assert!(histogram.quantile(1.0).is_nan());
    }
}
