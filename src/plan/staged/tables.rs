//! Tables: the rule as a person applies it, and the axes of the map.
//!
//! A cell of the table is the very rule of the simulation, asked about a department that has counted so many pieces
//! a month and so many minutes each: at the first review where so many pieces may have come by then, and else
//! at the review that so many pieces are usual for. Every review finds its column.

use super::data::{RuleTable, TemporaryTable};
use super::facts::minutes;
use crate::department::{Asked, Observed, Outlook, Review, WINDOW_MONTHS, asked};
use crate::ids::{RoleId, StreamId};
use crate::plan::months::date_at;
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::Candidate;
use crate::scenario::{HiringRule, Inputs, Scenario, Stream, route};
use crate::statistics::quantile;

/// Rows and columns, at equal parts of what is seen.
const ROWS: usize = 7;
const COLUMNS: usize = 5;

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
    let own = |it: &&Review| it.role == rule.role && it.number > 0 && it.finished > 0;
    let reviews = played.iter().flat_map(|it| it.staff.reviews.iter().filter(own));
    let reviews: Vec<&Review> = reviews.collect();
    let last = reviews.iter().map(|it| it.number).max().unwrap_or(0);
    let at_each = |number: &dyn Fn(&Review) -> f64| -> Vec<Vec<f64>> {
        let at = |review: u32| reviews.iter().filter(move |it| it.number == review);
        (1..=last).map(|review| at(review).map(|it| number(it)).collect()).collect()
    };
    // Wide enough for every review: the first measures least precisely, and at the last most come.
    let arrivals = steps(at_each(&|it| it.arrivals), COLUMNS);
    let rows = steps(at_each(&minutes), ROWS);
    let usual = (1..=last).filter_map(|number| {
        Usual::of(rule, outlook, reviews.iter().copied().filter(move |it| it.number == number))
    });
    let usual: Vec<Usual> = usual.collect();
    let first = usual.first().filter(|it| it.month <= rule.first)?;
    let at = |arrived: f64| {
        let apart = |it: &&Usual| (it.arrivals - arrived).abs();
        let nearest = usual.iter().min_by(|a, b| apart(a).total_cmp(&apart(b)));
        nearest.filter(|_| arrived > first.most).unwrap_or(first)
    };
    let newcomers = vec![outlook.fill; rule.now as usize];
    let ask = |each: f64, arrived: f64, waits: f64| {
        let usual = at(arrived);
        let window_months = window(usual.month);
        let observed = Observed {
            month: usual.month,
            window_months,
            window_hours: outlook.hours_a_month * window_months,
            arrived: (arrived * window_months).round() as u32,
            finished: usual.finished.round() as u32,
            hours: usual.finished.round() * each / 60.0,
            backlog: waits.round() as u32,
            duties: usual.duties,
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
    let at_first = reviews.iter().filter(|it| it.number == 1);
    let backlog = steps(vec![at_first.map(|it| f64::from(it.backlog)).collect()], COLUMNS);
    let waiting = |of: &dyn Fn(Asked) -> f64| -> Vec<Vec<f64>> {
        let row =
            |each: &f64| backlog.iter().map(|it| of(ask(*each, first.arrivals, *it))).collect();
        rows.iter().map(row).collect()
    };
    let people: Vec<Vec<f64>> = waiting(&|it| f64::from(it.temporary));
    let anybody = rule.temporary.is_some() && people.iter().flatten().any(|it| *it > 0.0);
    let mut vacancies = cells(&|it| it.permanent);
    let later: Vec<bool> = arrivals.iter().map(|it| *it > first.most).collect();
    let row =
        |row: &mut Vec<u32>| row.iter_mut().zip(&later).filter(|it| *it.1).for_each(|it| *it.0 = 0);
    vacancies.iter_mut().for_each(row);
    Some(RuleTable {
        role: rule.role,
        streams: counted(lab.base(), rule.role),
        review: date_at(&lab.base().timeline, rule.first)?,
        people: cells(&|it| it.needed),
        vacancies,
        most: first.most,
        temporary: anybody.then(|| TemporaryTable {
            arrivals: first.arrivals,
            people: people.iter().map(|it| it.iter().map(|it| *it as u32).collect()).collect(),
            months: waiting(&|it| it.temporary_months),
            backlog: backlog.clone(),
        }),
        arrivals: arrivals.clone(),
        minutes: rows.clone(),
    })
}

/// What is usual at a review.
struct Usual {
    month: f64,
    /// Pieces a month, mean, and the most of them.
    arrivals: f64,
    most: f64,
    /// Pieces that were finished.
    finished: f64,
    /// What the duties of each person take of the time, as it was in the reviews.
    duties: f64,
}

impl Usual {
    fn of<'r>(
        rule: &HiringRule,
        outlook: &Outlook,
        reviews: impl Iterator<Item = &'r Review>,
    ) -> Option<Self> {
        let reviews: Vec<&Review> = reviews.collect();
        let month = rule.first + rule.review * f64::from(reviews.first()?.number - 1);
        let mean = |number: &dyn Fn(&Review) -> f64| {
            reviews.iter().map(|it| number(it)).sum::<f64>() / reviews.len() as f64
        };
        let middle = month - window(month) / 2.0;
        let growth = outlook.growth(middle, month + outlook.fill + outlook.ramp);
        let share = mean(&|it| it.arrivals / outlook.hours_a_month * growth * it.effort / it.load);
        let arrivals = reviews.iter().map(|it| it.arrivals);
        Some(Self {
            month,
            arrivals: mean(&|it| it.arrivals),
            most: arrivals.fold(0.0, f64::max),
            finished: mean(&|it| f64::from(it.finished)),
            duties: (1.0 - share / outlook.availability).clamp(0.0, 0.95),
        })
    }
}

/// How many months a review looks back on.
fn window(month: f64) -> f64 {
    month.min(WINDOW_MONTHS as f64)
}

/// The streams whose items are pieces of a role's work: what each person does alone is none.
fn counted(scenario: &Scenario, role: RoleId) -> Vec<StreamId> {
    let inputs = Inputs::mean(scenario);
    let counts = |stream: &Stream| {
        let mut any = false;
        route::walk(&stream.route, 1.0, &inputs, &mut |step, weight| {
            any |= weight > 0.0 && step.effort.is_some_and(|it| it.roles().any(|it| it == role));
        });
        any && stream.for_each.is_empty()
    };
    let streams = scenario.streams.iter().enumerate().filter(|it| counts(it.1));
    streams.map(|it| StreamId::new(it.0)).collect()
}

/// Equal steps from the lowest tenth of a tenth of some numbers to the highest, as round numbers: of the group
/// in which that is the lowest, and the highest.
fn steps(groups: Vec<Vec<f64>>, count: usize) -> Vec<f64> {
    let ends = groups.into_iter().filter_map(|mut group| {
        group.retain(|it| it.is_finite());
        group.sort_unstable_by(f64::total_cmp);
        (!group.is_empty()).then(|| (quantile(&group, 0.01), quantile(&group, 0.99)))
    });
    let Some((low, high)) = ends.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) else {
        return Vec::new();
    };
    let apart = (high - low) / (count - 1) as f64;
    let round = |it: f64| {
        let unit = match it {
            _ if apart < 5.0 && it < 200.0 => 1.0,
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
        assert_eq!(steps(vec![seen.collect()], 5), [60.0, 75.0, 90.0, 105.0, 120.0]);
        let close = (0..=100).map(|it| 10.0 + 0.04 * f64::from(it));
        assert_eq!(steps(vec![close.collect()], 5), [10.0, 11.0, 12.0, 13.0, 14.0]);
        assert_eq!(steps(vec![vec![7.2, 7.3]], 5), [7.0]);
        // Each review has its own, and the table is for all of them.
        assert_eq!(
            steps(vec![vec![60.0, 90.0], Vec::new(), vec![80.0, 120.0]], 3),
            [60.0, 90.0, 120.0]
        );
        assert_eq!(steps(Vec::new(), 5), Vec::<f64>::new());
    }
}
