//! Ratio: how much of one number goes on a unit of another, where both are means over the same replications.

use super::{CONFIDENCE, Interval, Moments, t_quantile};

/// The ratio of two means with its 95 % interval, from both numbers of each replication (Fieller, *Some Problems
/// in Interval Estimation*, 1954). `None` where the lower one may as well be nothing: the ratio is then anything.
pub(crate) fn ratio_of_means(above: &[f64], below: &[f64]) -> Option<Interval> {
    let moments = |numbers: &mut dyn Iterator<Item = f64>| numbers.collect::<Moments>();
    let of_above = moments(&mut above.iter().copied());
    let of_below = moments(&mut below.iter().copied());
    let of_sum = moments(&mut above.iter().zip(below).map(|it| it.0 + it.1));
    let n = above.len().min(below.len()) as f64;
    let t2 = t_quantile(f64::midpoint(1.0, CONFIDENCE), n - 1.0).powi(2);
    // Of the means.
    let (vary, vary_below) = (of_above.variance() / n, of_below.variance() / n);
    let together = (of_sum.variance() / n - vary - vary_below) / 2.0;
    let (x, y) = (of_above.mean(), of_below.mean());
    // All ratios r with (x − r y)² ≤ t² × the variance of x − r y.
    let (a, b, c) = (y * y - t2 * vary_below, x * y - t2 * together, x * x - t2 * vary);
    let root = (b * b - a * c).max(0.0).sqrt();
    (a > 0.0).then(|| Interval { value: x / y, low: (b - root) / a, high: (b + root) / a })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::test_chance::Chance;

    #[test]
    fn what_does_not_vary_has_no_width_and_what_may_be_nothing_no_ratio() {
        let found = ratio_of_means(&[60.0, 57.0, 63.0], &[20.0, 19.0, 21.0]).expect("it is 3");
        let close = |it: f64| (it - 3.0).abs() < 1e-6;
        assert!(close(found.value) && close(found.low) && close(found.high), "{found:?}");
        assert_eq!(ratio_of_means(&[6.0, 3.0, 9.0], &[1.0, -1.0, 0.5]), None);
        assert_eq!(ratio_of_means(&[6.0], &[2.0]), None, "one replication tells nothing");
    }

    #[test]
    fn nineteen_intervals_of_twenty_hold_the_ratio() {
        let mut chance = Chance::new(11);
        let mut held = 0;
        for _ in 0..400 {
            // Both share their chance, as paired differences do: 100 more of one for each of the other.
            let pairs = (0..60).map(|_| {
                let (shared, own) = (chance.uniform(), chance.uniform());
                (150.0 * shared + 50.0 * own, shared + 0.5)
            });
            let (above, below): (Vec<f64>, Vec<f64>) = pairs.unzip();
            let found = ratio_of_means(&above, &below).expect("it is far from nothing");
            held += u32::from(found.low <= 100.0 && 100.0 <= found.high);
        }
        assert!((364..=396).contains(&held), "{held}");
    }
}
