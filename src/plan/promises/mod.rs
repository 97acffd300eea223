//! Promises: from when on each goal counts, and what share of it can be attained at all.
//!
//! *Attainable* is what more productive people than are ever needed keep, there from the first day. What they
//! miss is not a matter of head-count (the work itself or a wait takes too long, nobody may be
//! interrupted), and the goal is relaxed to the share that they keep, so that the rest of the plan
//! still has a meaning.
//!
//! Nobody who is asked for today is there today. A quarter is *unavoidable* when even the best of a few
//! reference plans (nobody, half and all of those who may be hired, at the earliest date) misses
//! it too often. What has piled up until then may take as long again to be worked off, so that nobody has
//! to be hired only for the sake of the first months: a goal counts from twice the first avoidable
//! quarter on, and at the latest from twice the time until the first newcomers are productive.

pub(crate) mod observation;
pub(crate) mod promise;

use crate::plan::search::hire_options::Lattice;
use observation::Seen;
use promise::{Goal, Quarters, least_share, missed, quarters_in};

/// Relaxed shares are whole numbers of half per cents.
const STEPS: f64 = 200.0;

/// The goals of a plan, and from when on each counts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Promises {
    /// The goals.
    pub(crate) goals: Vec<Goal>,
    /// The first quarter that counts, of each goal.
    pub(crate) from: Vec<usize>,
}

impl Promises {
    /// The quarters that count in which a goal was missed.
    pub(crate) fn missed(&self, seen: &Seen, goal: usize) -> Quarters {
        let all = missed(&self.goals[goal], seen, goal);
        let mut early = Quarters::default();
        (0..self.from[goal]).for_each(|it| early.insert(it));
        all.without(&early)
    }

    /// Whether every goal was kept in every quarter that counts.
    pub(crate) fn kept(&self, seen: &Seen) -> bool {
        (0..self.goals.len()).all(|it| self.missed(seen, it) == Quarters::default())
    }

    /// Whether one goal was kept in every quarter that counts.
    pub(crate) fn kept_goal(&self, seen: &Seen, goal: usize) -> bool {
        self.missed(seen, goal) == Quarters::default()
    }

    /// How many of some replications kept every promise.
    pub(crate) fn passes(&self, seen: &[&Seen]) -> u64 {
        seen.iter().filter(|it| self.kept(it)).count() as u64
    }

    /// The first month from which everything counts.
    pub(crate) fn all_from(&self) -> usize {
        self.from.iter().copied().max().unwrap_or(0)
    }
}

/// The promises that can be made. `plenty` are replications with more people than are ever needed,
/// `references` the same replications of each reference plan.
pub(crate) fn attainable(
    goals: Vec<Goal>,
    lattice: &Lattice,
    plenty: &[&Seen],
    references: &[Vec<&Seen>],
    confidence: f64,
) -> Promises {
    let months = plenty.first().map_or(0, |it| it.months());
    let latest: Vec<usize> = goals.iter().map(|it| latest_start(it, lattice, months)).collect();
    let mut promises = Promises { from: vec![0; goals.len()], goals };
    relax(&mut promises, plenty, confidence);
    promises.from = first_avoidable(&promises.goals, references, &latest, confidence);
    promises
}

/// The share of replications that a reference must keep, so that something is left for the plan.
fn enough(confidence: f64) -> f64 {
    1.0 - (1.0 - confidence) / 2.0
}

fn share_kept(promises: &Promises, seen: &[&Seen]) -> f64 {
    promises.passes(seen) as f64 / seen.len().max(1) as f64
}

/// Quarters from this one on always count: twice the time until the first newcomers are productive.
fn latest_start(goal: &Goal, lattice: &Lattice, months: usize) -> usize {
    let productive = lattice.until_productive(&goal.roles).unwrap_or(0.0);
    let last = quarters_in(months).saturating_sub(1);
    ((2.0 * productive).ceil() as usize).min(last)
}

/// Twice the first quarter from which some reference keeps a goal, up to the latest start.
fn first_avoidable(
    goals: &[Goal],
    references: &[Vec<&Seen>],
    latest: &[usize],
    confidence: f64,
) -> Vec<usize> {
    let first = |(index, goal): (usize, &Goal)| {
        let latest = latest[index];
        let recovered = |seen: &&Seen| {
            let missed = missed(goal, seen, index);
            let last = missed.iter().take_while(|it| *it < latest).last();
            last.map_or(0, |it| it + 1)
        };
        let of_reference = |seen: &Vec<&Seen>| {
            let mut months: Vec<usize> = seen.iter().map(recovered).collect();
            months.sort_unstable();
            let sure = (months.len() as f64 * (1.0 - (1.0 - confidence) / 4.0)).ceil() as usize;
            months.get(sure.saturating_sub(1)).copied().unwrap_or(0)
        };
        let first = references.iter().map(of_reference).min().unwrap_or(0);
        (2 * first).min(latest)
    };
    goals.iter().enumerate().map(first).collect()
}

/// Lowers the share of the goal that is missed most often until half of its misses are none, and so on
/// until the reference keeps all of them often enough.
fn relax(promises: &mut Promises, best: &[&Seen], confidence: f64) {
    while share_kept(promises, best) < enough(confidence) {
        let failures = |goal: usize| best.iter().filter(|it| !promises.kept_goal(it, goal)).count();
        let worst =
            (0..promises.goals.len()).max_by_key(|&it| (failures(it), std::cmp::Reverse(it)));
        let Some((goal, failed)) = worst.map(|it| (it, failures(it))) else {
            return;
        };
        let least =
            |seen: &&Seen| least_share(&promises.goals[goal], seen, goal, promises.from[goal]);
        let mut shares: Vec<f64> = best.iter().map(least).collect();
        shares.sort_unstable_by(f64::total_cmp);
        let share = (shares[failed / 2] * STEPS + 1e-9).floor() / STEPS;
        let goal = &mut promises.goals[goal];
        // Always a step: chance in the last digit must not keep this going for ever.
        goal.share = share.min(goal.share - 1.0 / STEPS).max(0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::SlaId;
    use crate::measure::Decided;

    fn goal(share: f64) -> Goal {
        Goal { sla: SlaId(0), asked: share, share, staged: None, roles: Vec::new() }
    }

    fn seen(met: &[u32]) -> Seen {
        let decided = met.iter().map(|&met| Decided { met, all: 100 });
        Seen::new(met.len(), decided.collect(), Vec::new())
    }

    #[test]
    fn only_quarters_from_the_first_that_counts_are_judged() {
        let it = seen(&[0, 100, 100, 100, 100]);
        let promises = |from| Promises { goals: vec![goal(0.9)], from: vec![from] };
        assert!(!promises(0).kept(&it));
        assert!(promises(1).kept(&it));
    }

    #[test]
    fn what_nobody_attains_is_relaxed_to_what_the_best_attains() {
        let worlds: Vec<Seen> = (0..40).map(|it| seen(&[80 + it % 10; 6])).collect();
        let lattice = Lattice { openings: Vec::new() };
        let plenty: Vec<&Seen> = worlds.iter().collect();
        let references = [plenty.clone()];
        let found = attainable(vec![goal(0.95)], &lattice, &plenty, &references, 0.9);
        assert!((found.goals[0].share - 0.8).abs() < 1e-9, "{found:?}");
        assert_eq!((found.goals[0].asked, found.from[0]), (0.95, 0));
        let found = attainable(vec![goal(0.8)], &lattice, &plenty, &references, 0.9);
        assert_eq!(found.goals[0].share, 0.8);
    }

    #[test]
    fn quarters_that_the_best_reference_misses_do_not_count_up_to_a_latest_one() {
        let lattice = Lattice {
            openings: vec![crate::plan::search::hire_options::Opening {
                role: crate::ids::RoleId(0),
                most: 1,
                days_to_fill: 60.0,
                mean_days_to_fill: 60.0,
                ramp: 1.0,
                slots: vec![crate::plan::search::hire_options::Slot {
                    date: jiff::civil::date(2026, 3, 2),
                    months: 1.0,
                    cost: 1.0,
                }],
                pay: crate::measure::cost::Pay {
                    gross: 0.0,
                    below: 0.0,
                    above: 0.0,
                    base: 0.0,
                    hiring: 0.0,
                },
                last: 0.0,
            }],
        };
        let mut late = goal(0.9);
        late.roles = vec![crate::ids::RoleId(0)];
        let slow: Vec<Seen> = vec![seen(&[0, 100, 100, 100, 100, 100, 100, 100, 100]); 20];
        let never: Vec<Seen> = vec![seen(&[0; 9]); 20];
        let good: Vec<Seen> = vec![seen(&[100; 9]); 20];
        let plenty: Vec<&Seen> = good.iter().collect();
        let references = [never.iter().collect(), slow.iter().collect()];
        let found = attainable(vec![late.clone()], &lattice, &plenty, &references, 0.9);
        assert_eq!((found.from[0], found.goals[0].share), (2, 0.9));
        let references = [never.iter().collect()];
        let found = attainable(vec![late], &lattice, &plenty, &references, 0.9);
        assert_eq!((found.from[0], found.goals[0].share), (4, 0.9));
    }
}
