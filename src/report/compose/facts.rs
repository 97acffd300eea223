//! What an outcome says, before it is put into words.

pub(crate) use super::months::{Holds, first, last, pattern, span};
pub(crate) use super::number::Number;
use crate::experiment::{Caution, Comparison, Estimate, Outcome, PolicyOutcome, cautions_of};
use crate::measure::Column;
use crate::measures::Measure;
use crate::scenario::{Scenario, Stream};

/// A driver that moves less than this stands still.
const MOVES: f64 = 0.005;
/// Leavers who are replaced make so much of a difference in people, which is none.
const REPLACED: f64 = 0.25;

/// For how long an SLA's share of the month reaches its target.
pub(crate) fn sla_holds(policy: &PolicyOutcome, sla: &str) -> Holds {
    let Some(column) = policy.column(Measure::SlaMet, sla) else {
        return Holds::Unknown;
    };
    let target = policy.columns[column].target.unwrap_or(1.0);
    let held = |it: &Estimate| (it.n > 0).then_some(reaches(it.mean, target));
    let held: Vec<Option<bool>> = policy.months(column).iter().map(held).collect();
    pattern(&held)
}

/// Whether a share reaches its target, but for rounding.
pub(crate) fn reaches(share: f64, target: f64) -> bool {
    share >= target - 1e-9
}

/// The roles whose people have chats in hand.
pub(crate) fn with_chats(policy: &PolicyOutcome) -> impl Iterator<Item = &Column> {
    let columns = policy.columns_of(Measure::InHand);
    columns.filter(move |&it| policy.total[it].mean > 0.0).map(move |it| &policy.columns[it])
}

/// For how long a role has more work than its people can do.
pub(crate) fn overloaded(policy: &PolicyOutcome, role: &str) -> Holds {
    let above = cautions_of(policy).into_iter().find_map(|it| match it {
        Caution::LoadAboveCapacity { role: of, months, .. } if of == role => Some(months),
        _ => None,
    });
    let months = policy.months_of(Measure::OfferedLoad, role).map_or(0, <[_]>::len);
    let is_above = |month: usize| above.as_ref().is_some_and(|it| it.contains(&month));
    let held: Vec<Option<bool>> = (0..months).map(|it| Some(is_above(it))).collect();
    pattern(&held)
}

/// How many SLAs reach their target over the whole horizon, and how many there are.
pub(crate) fn slas_met(policy: &PolicyOutcome) -> (Number, usize) {
    let columns: Vec<usize> = judged(policy).collect();
    let count = |share: fn(&Estimate) -> f64| {
        let met = columns.iter().filter(|&&it| {
            let target = policy.columns[it].target.unwrap_or(1.0);
            reaches(share(&policy.total[it]), target)
        });
        met.count() as f64
    };
    let number = Number {
        mean: count(|it| it.mean),
        low: count(|it| it.ci_low),
        high: count(|it| it.ci_high),
    };
    (number, columns.len())
}

/// Positions of `sla.met` of every SLA that something fell due for.
fn judged(policy: &PolicyOutcome) -> impl Iterator<Item = usize> + '_ {
    policy.columns_of(Measure::SlaMet).filter(|&it| policy.total[it].n > 0)
}

/// Breaches of all SLAs in a month.
pub(crate) fn breaches_a_month(policy: &PolicyOutcome, months: usize) -> Number {
    let each = policy.columns_of(Measure::SlaBreaches);
    let sum = Number::sum_of(each.map(|it| Number::of(&policy.total[it])));
    let number = sum.times(1.0 / months as f64);
    // There is no less than none.
    Number { low: number.low.max(0.0), ..number }
}

/// Whether there is anything to breach.
pub(crate) fn has_slas(outcome: &Outcome) -> bool {
    outcome.policies[0].columns_of(Measure::SlaBreaches).next().is_some()
}

/// Whether no other policy has fewer breaches.
pub(crate) fn has_fewest(outcome: &Outcome, policy: usize) -> bool {
    let breaches = |it: &PolicyOutcome| breaches_a_month(it, outcome.months.len()).mean;
    let own = breaches(&outcome.policies[policy]);
    outcome.policies.iter().all(|it| own <= breaches(it) + 1e-9)
}

pub(crate) fn cost_a_month(policy: &PolicyOutcome, months: usize) -> Option<Number> {
    let cost = policy.total_of(Measure::Cost, "all")?;
    Some(Number::of(cost).times(1.0 / months as f64))
}

/// The mean share of all SLAs in time: each counts the same, however many items it has.
pub(crate) fn mean_share(policy: &PolicyOutcome, slas: &[String]) -> f64 {
    let shares = slas.iter().filter_map(|it| policy.total_of(Measure::SlaMet, it));
    Number::mean_of(shares.map(Number::of)).mean
}

/// Differences of a policy from the baseline in one measure, over all scopes, a month.
pub(crate) fn difference_a_month(
    outcome: &Outcome,
    policy: usize,
    measure: Measure,
) -> Option<Number> {
    let own = &outcome.policies[policy];
    let mut compared = own
        .columns_of(measure)
        .filter_map(|it| outcome.comparison(policy, measure, &own.columns[it].scope))
        .peekable();
    compared.peek()?;
    let numbers = compared.map(|it| difference(it).times(1.0 / outcome.months.len() as f64));
    Some(Number::sum_of(numbers))
}

/// A paired difference.
pub(crate) fn difference(it: &Comparison) -> Number {
    Number { mean: it.difference.mean, low: it.difference.ci_low, high: it.difference.ci_high }
}

/// Whether a policy ever has other people than the baseline.
pub(crate) fn hires_more(outcome: &Outcome, policy: usize) -> bool {
    let own = &outcome.policies[policy];
    own.columns_of(Measure::Headcount).any(|it| {
        let found = outcome.comparison(policy, Measure::Headcount, &own.columns[it].scope);
        found.is_some_and(|it| it.difference.mean != 0.0)
    })
}

/// People of a role who are there: not on holiday, sick or gone, in the mean.
pub(crate) fn people_there(policy: &PolicyOutcome, role: &str) -> f64 {
    full_time_at_first(policy, role) * share_there(policy, role)
}

/// People of a role over the first months, each as the part of a full-time one that they work.
pub(crate) fn full_time_at_first(policy: &PolicyOutcome, role: &str) -> f64 {
    full_time(policy, role).map(first).map_or(f64::NAN, |it| it.mean)
}

/// The same month by month: what is needed is counted in full-time people, too.
pub(crate) fn full_time<'o>(policy: &'o PolicyOutcome, role: &str) -> Option<&'o [Estimate]> {
    // Where everybody has the role's hours there are as many as people.
    policy.months_of(Measure::Fte, role).or_else(|| policy.months_of(Measure::Headcount, role))
}

/// The share of their paid time in which people of a role are there.
pub(crate) fn share_there(policy: &PolicyOutcome, role: &str) -> f64 {
    let total = |measure| policy.total_of(measure, role).map_or(f64::NAN, |it| it.mean);
    // Utilisation is busy ÷ paid and occupancy busy ÷ available: their ratio is available ÷ paid.
    let share = total(Measure::Utilisation) / total(Measure::Occupancy);
    if share > 0.0 { share.min(1.0) } else { 1.0 }
}

/// The mean share of all SLAs in time, with its interval.
pub(crate) fn share_in_time(policy: &PolicyOutcome) -> Number {
    Number::mean_of(judged(policy).map(|it| Number::of(&policy.total[it])))
}

/// The SLA whose share a policy raises (or lowers) most, of those that it changes for certain.
pub(crate) fn largest_change(outcome: &Outcome, policy: usize) -> Option<(&Column, Number)> {
    let own = &outcome.policies[policy];
    let changes = own.columns_of(Measure::SlaMet).filter_map(|column| {
        let it = outcome.comparison(policy, Measure::SlaMet, &own.columns[column].scope)?;
        let certain = it.difference.is_certain();
        certain.then(|| (&own.columns[column], difference(it)))
    });
    changes.max_by(|one, other| one.1.mean.abs().total_cmp(&other.1.mean.abs()))
}

/// Whether a policy leads to fewer or more breaches for certain.
pub(crate) fn changes_breaches(outcome: &Outcome, policy: usize) -> bool {
    let own = &outcome.policies[policy];
    own.columns_of(Measure::SlaBreaches).any(|it| {
        let found = outcome.comparison(policy, Measure::SlaBreaches, &own.columns[it].scope);
        found.is_some_and(|it| it.difference.is_certain())
    })
}

/// The policies with the fewest and the most breaches, where these differ from the baseline's
/// for certain.
pub(crate) fn best_and_worst(outcome: &Outcome) -> (Option<usize>, Option<usize>) {
    let gain = |it: usize| {
        let more = difference_a_month(outcome, it, Measure::SlaBreaches)?;
        Some(Number { mean: -more.mean, low: -more.high, high: -more.low })
    };
    extremes(outcome.policies.len(), gain)
}

/// The policies that raise and lower the mean share of these SLAs most, for certain.
pub(crate) fn best_and_worst_of(
    outcome: &Outcome,
    slas: &[String],
) -> (Option<usize>, Option<usize>) {
    let gain = |policy: usize| {
        let all = slas.iter();
        let all = all.filter_map(|it| outcome.comparison(policy, Measure::SlaMet, it));
        Some(Number::mean_of(all.map(difference)))
    };
    extremes(outcome.policies.len(), gain)
}

/// Of the policies after the baseline those with the greatest gain and the greatest loss, unless
/// chance explains them; of equals the first.
fn extremes(
    policies: usize,
    gain: impl Fn(usize) -> Option<Number>,
) -> (Option<usize>, Option<usize>) {
    let (mut best, mut worst) = (None, None);
    let (mut most, mut least) = (0.0, 0.0);
    for policy in 1..policies {
        let Some(gain) = gain(policy) else { continue };
        if gain.mean > most && gain.low > 0.0 {
            (best, most) = (Some(policy), gain.mean);
        }
        if gain.mean < least && gain.high < 0.0 {
            (worst, least) = (Some(policy), gain.mean);
        }
    }
    (best, worst)
}

/// The policies with the most and the fewest people in the end, where these are not the baseline's.
pub(crate) fn largest_and_smallest(outcome: &Outcome) -> (Option<usize>, Option<usize>) {
    extremes(outcome.policies.len(), |it| {
        let more =
            people_in_the_end(&outcome.policies[it]) - people_in_the_end(&outcome.policies[0]);
        let more = if more.abs() < REPLACED { 0.0 } else { more };
        Some(Number { mean: more, low: more, high: more })
    })
}

/// Whether a policy has as many people as the baseline in every month.
pub(crate) fn has_same_people(outcome: &Outcome, policy: usize) -> bool {
    let people = |it: &PolicyOutcome, month: usize| -> f64 {
        it.columns_of(Measure::Headcount).map(|column| it.months(column)[month].mean).sum()
    };
    let more = |month: usize| {
        people(&outcome.policies[policy], month) - people(&outcome.policies[0], month)
    };
    (0..outcome.months.len()).all(|month| more(month).abs() < REPLACED)
}

/// People of all roles over the last months.
pub(crate) fn people_in_the_end(policy: &PolicyOutcome) -> f64 {
    let columns = policy.columns_of(Measure::Headcount);
    columns.map(|it| last(policy.months(it)).mean).sum()
}

/// The driver that moves and that most streams follow.
pub(crate) fn main_driver(scenario: &Scenario, baseline: &PolicyOutcome) -> Option<usize> {
    let followers = |driver: usize| {
        let follows = |it: &&Stream| it.arrival.driver().is_some_and(|it| it.index() == driver);
        let streams = scenario.streams.iter();
        streams.filter(follows).count()
    };
    let moves = |driver: &usize| {
        let months = driver_months(scenario, baseline, *driver);
        let ends = months.first().zip(months.last());
        ends.is_some_and(|(from, to)| (to.mean / from.mean - 1.0).abs() > MOVES)
    };
    let candidates = (0..scenario.drivers.len()).filter(moves);
    candidates.rev().filter(|&it| followers(it) > 0).max_by_key(|&it| followers(it))
}

pub(crate) fn driver_months<'o>(
    scenario: &Scenario,
    policy: &'o PolicyOutcome,
    driver: usize,
) -> &'o [Estimate] {
    policy.months_of_own(&scenario.drivers[driver].key).unwrap_or(&[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extremes_are_none_where_chance_explains_them() {
        let number =
            |mean: f64, half: f64| Some(Number { mean, low: mean - half, high: mean + half });
        let gains = [None, number(3.0, 4.0), number(2.0, 1.0), number(-1.0, 0.5), None];
        assert_eq!(extremes(5, |it| gains[it]), (Some(2), Some(3)));
        assert_eq!(extremes(5, |_| number(1.0, 2.0)), (None, None));
    }
}
