//! Histogram: durations counted in bins that grow with them, for quantiles without keeping values.
//!
//! Sixteen bins for every doubling, as in HDR histograms: a quantile is off by 3 % at most.

use crate::time::Effort;

/// Durations below this many ticks (about a second) share one bin.
const SMALLEST_BIT: u32 = 20;
/// Bits of a duration that tell bins of one doubling apart.
const FINE_BITS: u32 = 4;
/// Doublings: up to 2⁴⁸ ticks, nine years of working time.
const DOUBLINGS: u32 = 28;
/// Bits of a float after its exponent.
const FLOAT_BITS: u32 = 52;
/// The leading bits of the smallest duration with a doubling of its own, less the bins before it.
const FIRST_DOUBLING: u64 = ((1023 + SMALLEST_BIT as u64) << FINE_BITS) - (1 << FINE_BITS);
/// Bins of one histogram.
pub(crate) const BINS: usize = ((DOUBLINGS + 1) << FINE_BITS) as usize;

/// The counts of one histogram.
pub(crate) type Bins = [u32; BINS];

/// The bin of a duration.
#[inline]
pub(crate) fn bin(duration: Effort) -> usize {
    let ticks = duration.ticks();
    if ticks < 1 << SMALLEST_BIT {
        return (ticks.max(0) >> (SMALLEST_BIT - FINE_BITS)) as usize;
    }
    // As a float the duration is its doubling, then its finer bits: just what a bin is.
    let bits = (ticks as f64).to_bits() >> (FLOAT_BITS - FINE_BITS);
    ((bits - FIRST_DOUBLING) as usize).min(BINS - 1)
}

/// Hours at the lower edge of a bin.
fn edge(bin: usize) -> f64 {
    let (doubling, fine) = (bin >> FINE_BITS, bin & ((1 << FINE_BITS) - 1));
    let ticks = match doubling {
        0 => fine as u64,
        _ => (((1 << FINE_BITS) + fine) as u64) << (doubling - 1),
    };
    Effort::from_ticks((ticks << (SMALLEST_BIT - FINE_BITS)) as i64).hours()
}

/// The hours below which a share `p` of the counted durations lies; `NaN` when nothing was counted.
/// Within a bin the durations are taken to be evenly spread.
pub(crate) fn quantile(counts: &[u32], p: f64) -> f64 {
    let total: u64 = counts.iter().map(|&it| u64::from(it)).sum();
    if total == 0 {
        return f64::NAN;
    }
    let wanted = p * total as f64;
    let mut upto = 0_u64;
    let reaches = |&count: &u32| {
        upto += u64::from(count);
        count > 0 && upto as f64 >= wanted
    };
    let Some(bin) = counts.iter().position(reaches) else {
        return edge(counts.len());
    };
    // Exactly zero is by far the most frequent wait: it must come out as zero.
    if bin == 0 {
        return 0.0;
    }
    let count = u64::from(counts[bin]);
    let part = (wanted - (upto - count) as f64) / count as f64;
    let from = edge(bin);
    from + part * (edge(bin + 1) - from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_lies_within_the_edges_of_its_bin() {
        for hours in [0.0, 0.001, 0.25, 1.0, 3.7, 40.0, 5_000.0] {
            let bin = bin(Effort::from_hours(hours));
            assert!(edge(bin) <= hours + 1e-9 && hours < edge(bin + 1), "{hours} h");
            assert!(edge(bin + 1) - edge(bin) <= hours.max(0.005) / 16.0 + 1e-4);
        }
    }

    #[test]
    fn quantiles_of_an_even_spread_are_its_shares() {
        let mut counts = [0; BINS];
        for minute in 0..60_000 {
            counts[bin(Effort::from_hours(f64::from(minute) / 600.0))] += 1;
        }
        for p in [0.1, 0.5, 0.9, 0.95] {
            assert!((quantile(&counts, p) - 100.0 * p).abs() < 3.0 * p, "{p}");
        }
        assert!(quantile(&[0; BINS], 0.5).is_nan());
    }
}
