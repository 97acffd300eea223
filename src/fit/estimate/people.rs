//! People: how many agents a usual week has.

use crate::fit::ticket::Ticket;
use crate::statistics::Interval;
use std::collections::BTreeMap;

/// The number of agents.
pub(super) struct Agents {
    pub(super) usual: Interval,
    pub(super) weeks: u64,
}

/// Agents who took at least a tenth of an equal share of their week.
pub(super) fn agents(tickets: &[Ticket]) -> Option<Agents> {
    let mut weeks: BTreeMap<i64, BTreeMap<u32, f64>> = BTreeMap::new();
    for it in tickets {
        let week = (it.created.div_euclid(86_400) + 3).div_euclid(7);
        if let Some(agent) = it.agent {
            *weeks.entry(week).or_default().entry(agent).or_default() += 1.0;
        }
    }
    let number = |week: &BTreeMap<u32, f64>| {
        let equal = week.values().sum::<f64>() / week.len() as f64;
        week.values().filter(|it| **it >= 0.1 * equal).count() as f64
    };
    let mut numbers: Vec<f64> = weeks.values().map(number).collect();
    numbers.sort_by(f64::total_cmp);
    let n = numbers.len();
    // A median's interval by ranks (David and Nagaraja, *Order Statistics*, 2003).
    let half = super::Z * (n as f64).sqrt() / 2.0;
    let rank = |it: f64| numbers[(it.max(0.0) as usize).min(n - 1)];
    let middle = n as f64 / 2.0;
    let usual =
        || Interval { value: rank(middle), low: rank(middle - half), high: rank(middle + half) };
    (n > 0).then(|| Agents { usual: usual(), weeks: n as u64 })
}
