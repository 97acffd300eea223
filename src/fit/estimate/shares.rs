//! Shares of tickets with their intervals.

use crate::fit::ticket::Ticket;
use crate::statistics::{Interval, score_interval};
use std::collections::BTreeMap;

/// How a share is measured, for `fit.csv`.
pub(super) const METHOD: &str = "Wilson; days as clusters";

/// The share of tickets of which something holds.
///
/// Good and bad days have their own mixture: tickets of a day tell less than as many of different days.
/// By as much as the share varies more from day to day than chance alone lets it, the tickets count as
/// fewer (the design effect of a ratio of clusters; Kish, *Survey Sampling*, 1965).
pub(super) fn share<'t>(
    tickets: impl Iterator<Item = &'t Ticket>,
    is: impl Fn(&Ticket) -> bool,
) -> Interval {
    let mut days: BTreeMap<i64, (f64, f64)> = BTreeMap::new();
    for it in tickets {
        let (count, of) = days.entry(it.created.div_euclid(86_400)).or_default();
        *count += f64::from(is(it));
        *of += 1.0;
    }
    let (count, of) = days.values().fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    if of == 0.0 {
        return Interval::NONE;
    }
    let value = count / of;
    let strays = days.values().map(|it| (it.0 - value * it.1) * (it.0 - value * it.1)).sum::<f64>();
    let clusters = days.len() as f64;
    let by_chance = of * value * (1.0 - value);
    let effect = strays / by_chance * clusters / (clusters - 1.0);
    // One day, or a share of none or all, tells nothing of how days differ.
    let effect = if effect.is_finite() { effect.max(1.0) } else { 1.0 };
    let (low, high) = score_interval(value, of / effect, super::Z);
    Interval { value, low, high }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Forty days of ten tickets each, of which `marked` are marked.
    fn tickets(marked: impl Fn(i64) -> i64) -> Vec<Ticket> {
        let day = |day: i64| {
            let ticket =
                move |is_repeat| Ticket { created: day * 86_400, is_repeat, ..Ticket::default() };
            let marked = marked(day);
            (0..10).map(move |it| ticket(it < marked))
        };
        (0..40).flat_map(day).collect()
    }

    fn width(tickets: &[Ticket]) -> f64 {
        let found = share(tickets.iter(), |it| it.is_repeat);
        assert!((found.value - 0.5).abs() < 1e-12);
        found.high - found.low
    }

    #[test]
    fn days_that_differ_make_a_share_less_certain() {
        // All or nothing by days: forty observations instead of four hundred.
        let ratio = width(&tickets(|day| 10 * (day % 2))) / width(&tickets(|_| 5));
        assert!((ratio / 10_f64.sqrt() - 1.0).abs() < 0.06, "{ratio}");
    }

    #[test]
    fn a_share_of_none_has_an_interval_and_no_tickets_have_none() {
        let none = share(tickets(|_| 0).iter(), |it| it.is_repeat);
        assert!(none.value == 0.0 && none.high > 0.005 && none.high < 0.012, "{none:?}");
        assert!(share([].iter(), |_| true).value.is_nan());
    }
}
