//! Measure: what to find out before the rest is decided, and what that saves.
//!
//! A rule that waits for a measurement saves where its people would otherwise be hired for the worst
//! case. How much is the difference between the best plan of dates and the rule, role by role, in the same
//! replications; which number it is, is told by what moves the number of people that the rule hires.

use super::data::ToMeasure;
use super::facts::minutes;
use super::spread::compared;
use crate::department::draw_inputs;
use crate::ids::{InputId, RoleId};
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::Opening;
use crate::scenario::Text;

/// A number that explains less of the spread of hires than this share is not what to measure.
const EXPLAINS: f64 = 0.1;
/// Half of a 95 % interval, in standard deviations.
const HALF_WIDTH: f64 = 1.96;

/// What to measure, what saves most first; `fresh` are the replications of `rule`, of which `fixed` is seen in
/// the first.
pub(crate) fn to_measure(
    lab: &Lab<'_>,
    fresh: &[u64],
    rule: &[&Played],
    fixed: &[&Played],
) -> Vec<ToMeasure> {
    let found = lab.lattice.openings.iter();
    let mut found: Vec<ToMeasure> =
        found.filter_map(|it| of_role(lab, it, fresh, rule, fixed)).collect();
    found.sort_by(|a, b| b.saves.value.total_cmp(&a.saves.value));
    found
}

fn of_role(
    lab: &Lab<'_>,
    opening: &Opening,
    fresh: &[u64],
    rule: &[&Played],
    fixed: &[&Played],
) -> Option<ToMeasure> {
    let role = opening.role.index();
    let hires: Vec<f64> = rule.iter().map(|it| it.staff.asked[role].len() as f64).collect();
    let paid = |it: &[&Played]| it.iter().map(|it| it.staff.paid[role]).collect::<Vec<f64>>();
    let saves = compared(&paid(fixed), &paid(rule)).more;
    let (what, title, values, explained) = deciding(lab, fresh, &hires)?;
    if explained < EXPLAINS || saves.low <= 0.0 {
        return None;
    }
    let (items, precision) = first_review(opening.role, rule, &values);
    let effort = precision.is_some();
    Some(ToMeasure {
        what,
        title,
        decides: opening.role,
        items: items.filter(|_| effort),
        precision,
        explains: explained,
        saves,
    })
}

/// The input that explains most of some numbers: what it is, its values, and the share that
/// it explains.
fn deciding(
    lab: &Lab<'_>,
    fresh: &[u64],
    numbers: &[f64],
) -> Option<(InputId, Text, Vec<f64>, f64)> {
    let base = lab.base();
    let seed = lab.run.seed;
    let drawn = fresh.iter().map(|&it| {
        let world = lab.worlds.of_replication(seed, it);
        draw_inputs(lab.worlds.baseline(world), seed, it)
    });
    let drawn: Vec<_> = drawn.collect();
    let of_input = |input: usize| {
        let values: Vec<f64> = drawn.iter().map(|it| it.get(InputId::new(input))).collect();
        let explained = correlation(&values, numbers).powi(2);
        (InputId::new(input), base.inputs[input].title.clone(), values, explained)
    };
    let found = (0..base.inputs.len()).map(of_input);
    found.filter(|it| it.3.is_finite()).max_by(|a, b| a.3.total_cmp(&b.3))
}

/// Finished pieces of work of a role by the first review, mean over futures, and how far the mean
/// effort that is counted then is off; `None` where the number that decides is no effort of the role.
fn first_review(role: RoleId, rule: &[&Played], values: &[f64]) -> (Option<f64>, Option<f64>) {
    let at_first = |it: &&Played| {
        let mut reviews = it.staff.reviews.iter();
        reviews.find(|it| it.role == role && it.number == 1 && it.finished > 0).copied()
    };
    let pairs = rule.iter().zip(values).filter_map(|(it, value)| Some((at_first(it)?, *value)));
    let pairs: Vec<_> = pairs.collect();
    if pairs.len() < 10 {
        return (None, None);
    }
    let items = pairs.iter().map(|it| f64::from(it.0.finished)).sum::<f64>() / pairs.len() as f64;
    let counted: Vec<f64> = pairs.iter().map(|it| minutes(&it.0)).collect();
    let values: Vec<f64> = pairs.iter().map(|it| it.1).collect();
    let alike = correlation(&counted, &values);
    // Counted minutes that do not follow the number measure something else.
    if alike.is_nan() || alike < 0.5 {
        return (Some(items), None);
    }
    let moments: crate::statistics::Moments = counted.iter().copied().collect();
    let left = moments.sd() * (1.0 - alike * alike).sqrt();
    (Some(items), Some(HALF_WIDTH * left / moments.mean()))
}

/// Pearson's correlation; `NaN` where one of the two does not vary.
fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let n = a.len() as f64;
    let mean = |it: &[f64]| it.iter().sum::<f64>() / n;
    let (of_a, of_b) = (mean(a), mean(b));
    let sum = |f: &dyn Fn(f64, f64) -> f64| {
        a.iter().zip(b).map(|(a, b)| f(a - of_a, b - of_b)).sum::<f64>()
    };
    sum(&|a, b| a * b) / (sum(&|a, _| a * a) * sum(&|_, b| b * b)).sqrt()
}
