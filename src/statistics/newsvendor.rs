//! Newsvendor: one date to aim for when too late costs more (or less) than too early.
//!
//! The cheapest date is a quantile of the date of need: the newsvendor's critical ratio
//! (Arrow, Harris and Marschak, Econometrica 19, 1951).

use super::quantile;

/// The share of need dates that should lie before the date aimed for: h ÷ (h + b), for the cost
/// `earliness` h of a month too early and `lateness` b of a month too late.
/// `None` when nothing costs anything.
pub(crate) fn critical_ratio(earliness: f64, lateness: f64) -> Option<f64> {
    let ratio = earliness / (earliness + lateness);
    (earliness >= 0.0 && lateness >= 0.0 && ratio.is_finite()).then_some(ratio)
}

/// The cheapest date to aim for, from dates of need of many replications
/// (infinite where the need never came). `None` without costs or without dates.
pub(crate) fn cheapest_date(needs: &[f64], earliness: f64, lateness: f64) -> Option<f64> {
    let ratio = critical_ratio(earliness, lateness)?;
    let mut sorted: Vec<f64> = needs.iter().copied().filter(|it| !it.is_nan()).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    (!sorted.is_empty()).then(|| quantile(&sorted, ratio))
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::distribution::{ContinuousCDF, Normal};

    fn needs() -> Vec<f64> {
        let normal = Normal::new(10.0, 2.0).expect("a proper spread");
        (0..20_001).map(|i| normal.inverse_cdf((f64::from(i) + 0.5) / 20_001.0)).collect()
    }

    #[test]
    fn lateness_three_times_as_dear_aims_at_the_lower_quartile() {
        let found = cheapest_date(&needs(), 0.2, 0.6).expect("there are needs");
        assert!((found - 8.651_020_499_6).abs() < 1e-4, "{found}");
    }

    #[test]
    fn no_other_date_is_cheaper() {
        let needs = needs();
        let best = cheapest_date(&needs, 0.2, 0.6).expect("there are needs");
        let cost_of_need =
            |date: f64, need: f64| 0.2 * (need - date).max(0.0) + 0.6 * (date - need).max(0.0);
        let cost = |date: f64| needs.iter().map(|need| cost_of_need(date, *need)).sum::<f64>();
        assert!(cost(best) <= cost(best - 0.1) && cost(best) <= cost(best + 0.1));
    }

    #[test]
    fn a_need_that_rarely_comes_may_ask_for_no_hire_at_all() {
        let rare = [12.0, f64::INFINITY, f64::INFINITY, f64::INFINITY];
        assert_eq!(cheapest_date(&rare, 0.5, 0.5), Some(f64::INFINITY));
        assert_eq!(cheapest_date(&rare, 0.0, 0.0), None);
        assert_eq!(cheapest_date(&[], 0.2, 0.6), None);
    }
}
