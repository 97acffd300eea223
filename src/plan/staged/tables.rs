//! Tables: the rule as a person applies it, and the axes of the map.
//!
//! A cell of the table is the very rule of the simulation, asked on the day of the first review about a
//! department that has counted so many pieces a month and so many minutes each.

use super::data::{RuleTable, TemporaryTable};
use super::facts::minutes;
use crate::department::{Asked, Observed, Outlook, Review, asked};
use crate::plan::months::date_at;
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::{Candidate, FIRST};
use crate::scenario::HiringRule;
use crate::statistics::quantile;

/// Cells in each direction, at equal parts of what is seen.
const CELLS: usize = 5;

/// The table of every role that may be hired after the start.
pub(crate) fn tables(lab: &Lab<'_>, rule: &Candidate, played: &[&Played]) -> Vec<RuleTable> {
    let scenario = lab.scenario(rule);
    let outlooks = Outlook::of_rules(&scenario);
    let rules = scenario
        .hiring_rules
        .iter()
        .zip(&outlooks)
        .filter(|it| it.0.most > it.0.now || it.0.temporary.is_some());
    rules.filter_map(|(rule, outlook)| table(lab, rule, outlook, played)).collect()
}

fn table(
    lab: &Lab<'_>,
    rule: &HiringRule,
    outlook: &Outlook,
    played: &[&Played],
) -> Option<RuleTable> {
    let first = |it: &&Review| it.role == rule.role && it.number == 1 && it.finished > 0;
    let reviews = played.iter().filter_map(|it| it.staff.reviews.iter().find(first));
    let reviews: Vec<&Review> = reviews.collect();
    let seen = |number: &dyn Fn(&Review) -> f64| steps(reviews.iter().map(|it| number(it)), CELLS);
    let (arrivals, rows) = (seen(&|it| it.arrivals), seen(&minutes));
    if reviews.is_empty() || arrivals.is_empty() || rows.is_empty() {
        return None;
    }
    let mean = |number: &dyn Fn(&Review) -> f64| {
        reviews.iter().map(|it| number(it)).sum::<f64>() / reviews.len() as f64
    };
    let finished = mean(&|it| f64::from(it.finished));
    // What the duties of each person leave for pieces, as it was in the reviews.
    let growth = outlook.growth(FIRST / 2.0, FIRST + outlook.fill + outlook.ramp);
    let share = mean(&|it| it.arrivals / outlook.hours_a_month * growth * it.effort / it.load);
    let duties = (1.0 - share / outlook.availability).clamp(0.0, 0.95);
    let newcomers = vec![outlook.fill; rule.now as usize];
    let ask = |each: f64, arrived: f64, waits: f64| {
        let observed = Observed {
            month: FIRST,
            window_months: FIRST,
            window_hours: outlook.hours_a_month * FIRST,
            arrived: (arrived * FIRST).round() as u32,
            finished: finished.round() as u32,
            hours: finished.round() * each / 60.0,
            backlog: waits.round() as u32,
            duties,
            settled: lab.base().roles[rule.role.index()].headcount,
            newcomers: &newcomers,
            helpers: &[],
            asked: rule.now,
        };
        asked(&observed, outlook, rule)
    };
    let cells = |of: &dyn Fn(Asked) -> u32| -> Vec<Vec<u32>> {
        let row = |each: &f64| arrivals.iter().map(|it| of(ask(*each, *it, 0.0))).collect();
        rows.iter().map(row).collect()
    };
    let backlog = steps(reviews.iter().map(|it| f64::from(it.backlog)), CELLS);
    let usual = arrivals[arrivals.len() / 2];
    let waiting = |of: &dyn Fn(Asked) -> f64| -> Vec<Vec<f64>> {
        let row = |each: &f64| backlog.iter().map(|it| of(ask(*each, usual, *it))).collect();
        rows.iter().map(row).collect()
    };
    let people: Vec<Vec<f64>> = waiting(&|it| f64::from(it.temporary));
    let anybody = rule.temporary.is_some() && people.iter().flatten().any(|it| *it > 0.0);
    Some(RuleTable {
        role: rule.role,
        review: date_at(&lab.base().timeline, FIRST)?,
        people: cells(&|it| it.needed),
        vacancies: cells(&|it| it.permanent),
        temporary: anybody.then(|| TemporaryTable {
            arrivals: usual,
            people: people.iter().map(|it| it.iter().map(|it| *it as u32).collect()).collect(),
            months: waiting(&|it| it.temporary_months),
            backlog: backlog.clone(),
        }),
        arrivals: arrivals.clone(),
        minutes: rows.clone(),
    })
}

/// Equal steps from the lowest tenth of a tenth of some numbers to the highest, as round numbers.
pub(crate) fn steps(numbers: impl Iterator<Item = f64>, count: usize) -> Vec<f64> {
    let mut sorted: Vec<f64> = numbers.filter(|it| it.is_finite()).collect();
    if sorted.is_empty() {
        return Vec::new();
    }
    sorted.sort_unstable_by(f64::total_cmp);
    let (low, high) = (quantile(&sorted, 0.01), quantile(&sorted, 0.99));
    let round = |it: f64| {
        let unit = match it {
            ..10.0 => 1.0,
            ..200.0 => 5.0,
            _ => 10.0,
        };
        (it / unit).round().max(1.0) * unit
    };
    let at = |it: usize| low + (high - low) * it as f64 / (count - 1) as f64;
    let mut steps: Vec<f64> = (0..count).map(|it| round(at(it))).collect();
    steps.dedup();
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_none_comes_twice() {
        let seen = (0..=100).map(|it| 60.0 + 0.6 * f64::from(it));
        assert_eq!(steps(seen, 5), [60.0, 75.0, 90.0, 105.0, 120.0]);
        assert_eq!(steps([7.2, 7.3].into_iter(), 5), [7.0]);
        assert_eq!(steps(std::iter::empty(), 5), Vec::<f64>::new());
    }
}
