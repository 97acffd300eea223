//! Quantiles, and what is kept of ten million numbers to know them.

/// The quantile `p` of sorted numbers by linear interpolation; `NaN` of nothing.
///
/// Type 7 of Hyndman and Fan (The American Statistician 50, 1996), the usual default.
/// Infinite numbers are allowed: a date that never came is one.
pub(crate) fn quantile(sorted: &[f64], p: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else {
        return f64::NAN;
    };
    let position = p.clamp(0.0, 1.0) * last as f64;
    let below = position.floor() as usize;
    let fraction = position - below as f64;
    let (low, high) = (sorted[below], sorted[(below + 1).min(last)]);
    if fraction == 0.0 || low == high { low } else { low + fraction * (high - low) }
}

/// The same of numbers in any order, which it moves about: with thousands of estimates, sorting
/// them all would take longer than some simulations.
pub(crate) fn quantile_of(numbers: &mut [f64], p: f64) -> f64 {
    let Some(last) = numbers.len().checked_sub(1) else {
        return f64::NAN;
    };
    let below = (p.clamp(0.0, 1.0) * last as f64).floor() as usize;
    let (_, low, above) = numbers.select_nth_unstable_by(below, f64::total_cmp);
    let low = *low;
    let high = above.iter().copied().fold(f64::INFINITY, f64::min);
    if above.is_empty() {
        return low;
    }
    quantile(&[low, high], p.clamp(0.0, 1.0) * last as f64 - below as f64)
}

/// At most `limit` of the things that pass by, evenly spread over all of them.
///
/// Up to the limit everything is kept. Then every second one is forgotten and only every
/// second one taken in, and so on: always those at multiples of a power of two. No chance is
/// involved, so the same things pass by to the same result.
#[derive(Clone, Debug)]
pub(crate) struct Kept<T> {
    items: Vec<T>,
    seen: u64,
    stride: u64,
    limit: usize,
}

impl<T> Kept<T> {
    /// Keeps nothing yet; `limit` is at least 2.
    pub(crate) fn new(limit: usize) -> Self {
        Self { items: Vec::new(), seen: 0, stride: 1, limit: limit.max(2) }
    }

    /// One more passes by; `item` is called when it is to be kept.
    pub(crate) fn offer(&mut self, item: impl FnOnce() -> T) {
        if self.seen.is_multiple_of(self.stride) {
            if self.items.len() == self.limit {
                let mut position = 0;
                self.items.retain(|_| {
                    position += 1;
                    position % 2 == 1
                });
                self.stride *= 2;
            }
            if self.seen.is_multiple_of(self.stride) {
                self.items.push(item());
            }
        }
        self.seen += 1;
    }

    /// What was kept, in order of passing by.
    pub(crate) fn items(&self) -> &[T] {
        &self.items
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_interpolate_between_neighbours() {
        let sorted = [1.0, 2.0, 3.0, 4.0];
        assert_eq!(quantile(&sorted, 0.5), 2.5);
        assert!((quantile(&sorted, 0.1) - 1.3).abs() < 1e-12);
        assert_eq!((quantile(&sorted, 0.0), quantile(&sorted, 1.0)), (1.0, 4.0));
        assert!(quantile(&[], 0.5).is_nan());
    }

    #[test]
    fn a_date_that_never_came_makes_the_upper_quantile_infinite_and_no_nan() {
        let sorted = [3.0, 5.0, f64::INFINITY, f64::INFINITY];
        assert_eq!(quantile(&sorted, 1.0 / 3.0), 5.0);
        assert_eq!(quantile(&sorted, 0.5), f64::INFINITY);
        assert_eq!(quantile(&sorted, 0.9), f64::INFINITY);
    }

    #[test]
    fn the_order_of_numbers_does_not_matter() {
        for n in 1..40u32 {
            let mut numbers: Vec<f64> = (0..n).map(|i| f64::from(i * 17 % 41)).collect();
            let mut sorted = numbers.clone();
            sorted.sort_unstable_by(f64::total_cmp);
            for p in [0.0, 0.1, 0.5, 0.9, 1.0] {
                assert_eq!(quantile_of(&mut numbers, p), quantile(&sorted, p));
            }
        }
        assert!(quantile_of(&mut [], 0.5).is_nan());
    }

    #[test]
    fn everything_is_kept_up_to_the_limit_and_an_even_part_beyond() {
        let mut kept = Kept::new(8);
        (0..8).for_each(|i| kept.offer(|| i));
        assert_eq!(kept.items(), [0, 1, 2, 3, 4, 5, 6, 7]);
        (8..33).for_each(|i| kept.offer(|| i));
        assert_eq!(kept.items(), [0, 8, 16, 24, 32]);
    }
}
