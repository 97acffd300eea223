//! Proportion: what is known of a probability after so many successes in so many trials.

use statrs::function::beta::inv_beta_reg;

/// The two-sided interval of Clopper and Pearson (Biometrika 26, 1934): never too narrow.
///
/// Without trials it is everything, from 0 to 1.
pub(crate) fn clopper_pearson(successes: u64, trials: u64, confidence: f64) -> (f64, f64) {
    let each = (1.0 - confidence) / 2.0;
    (lower_bound(successes, trials, 1.0 - each), upper_bound(successes, trials, 1.0 - each))
}

/// The one-sided lower bound of Clopper and Pearson: the probability is above it,
/// `confidence` sure.
pub(crate) fn lower_bound(successes: u64, trials: u64, confidence: f64) -> f64 {
    if successes == 0 || trials == 0 {
        return 0.0;
    }
    let (successes, failures) = (successes as f64, trials.saturating_sub(successes) as f64);
    let alpha = 1.0 - confidence;
    if failures == 0.0 {
        return libm::pow(alpha, 1.0 / successes);
    }
    inv_beta_reg(successes, failures + 1.0, alpha)
}

/// The one-sided upper bound of Clopper and Pearson: the probability is below it,
/// `confidence` sure.
pub(crate) fn upper_bound(successes: u64, trials: u64, confidence: f64) -> f64 {
    1.0 - lower_bound(trials.saturating_sub(successes), trials, confidence)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: (f64, f64), exact: (f64, f64)) {
        assert!((found.0 - exact.0).abs() < 1e-9, "{found:?} {exact:?}");
        assert!((found.1 - exact.1).abs() < 1e-9, "{found:?} {exact:?}");
    }

    #[test]
    fn the_interval_of_a_share_agrees_with_published_values() {
        close(clopper_pearson(285, 300, 0.95), (0.918_872_642_8, 0.971_748_798_0));
    }

    #[test]
    fn fifty_trials_without_a_success_still_allow_five_per_cent() {
        assert!((upper_bound(0, 50, 0.95) - 0.058_155_079_1).abs() < 1e-9);
    }

    #[test]
    fn nothing_seen_means_nothing_known() {
        assert_eq!(clopper_pearson(0, 0, 0.95), (0.0, 1.0));
    }
}
