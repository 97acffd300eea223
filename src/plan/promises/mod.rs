//! Promises: from when on each goal counts, and what share of it can be attained at all.
//!
//! *Attainable* is what more productive people than are ever needed keep, there from the first day. What they
//! miss is not a matter of head-count (the work itself or a wait takes too long, nobody may be
//! interrupted), and the goal is relaxed to the share that they keep, so that the rest of the plan
//! still has a meaning.
//!
//! Nobody who is asked for today is there today. The first months are *unavoidable* when even the best of a few
//! reference plans (nobody, half and all of those who may be hired, at the earliest date) breaks
//! the goal in them too often. What has piled up until then may take as long again to be worked off, so that nobody has
//! to be hired only for the sake of the first months: a goal counts from twice the first avoidable
//! month on, and at the latest from twice the time until the first newcomers are productive.
//!
//! How a promise is judged (months forgiven, or quarters) is [`crate::measure::judge`].

pub(crate) mod observation;
pub(crate) mod promise;

use crate::ids::RoleId;
use crate::measure::judge::Spans;
use crate::measure::{Decided, Recorder};
use crate::plan::search::hire_options::Lattice;
use crate::scenario::{Attribution, Scenario};
use observation::Seen;
use promise::{Goal, goals_of, kept_share, missed, recovered};

/// Relaxed shares are whole numbers of half per cents.
const STEPS: f64 = 200.0;

/// The goals of a plan, and from when on each counts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Promises {
    /// The goals.
    pub(crate) goals: Vec<Goal>,
    /// The first span that counts, of each goal.
    pub(crate) from: Vec<usize>,
}

impl Promises {
    /// The spans that count by which a goal is broken.
    pub(crate) fn missed(&self, seen: &Seen, goal: usize) -> Spans {
        missed(&self.goals[goal], seen, goal, self.from[goal])
    }

    /// The same promises under a policy that may ask for other shares of them. Where nothing attains the
    /// share that was asked for, nothing attains more than what is.
    pub(crate) fn under(&self, scenario: &Scenario) -> Self {
        let asked = goals_of(scenario);
        let goals = self.goals.iter().map(|goal| {
            let asked =
                asked.iter().find(|it| it.sla == goal.sla).map_or(goal.asked, |it| it.asked);
            let is_relaxed = goal.share < goal.asked;
            let share = if is_relaxed { asked.min(goal.share) } else { asked };
            Goal { asked, share, ..goal.clone() }
        });
        Self { goals: goals.collect(), from: self.from.clone() }
    }

    /// Whether every goal was kept.
    pub(crate) fn kept(&self, seen: &Seen) -> bool {
        (0..self.goals.len()).all(|it| self.kept_goal(seen, it))
    }

    /// Whether one goal was kept.
    pub(crate) fn kept_goal(&self, seen: &Seen, goal: usize) -> bool {
        self.missed(seen, goal).is_empty()
    }

    /// Whether every goal was kept that hangs on a role.
    pub(crate) fn kept_of(&self, role: RoleId, seen: &Seen) -> bool {
        let mut goals = self.goals.iter().enumerate();
        goals.all(|(at, goal)| !goal.roles.contains(&role) || self.kept_goal(seen, at))
    }

    /// The goal that is broken first, and the month.
    pub(crate) fn first_break(&self, seen: &Seen) -> Option<(usize, usize)> {
        self.first_break_of(seen, |_| true)
    }

    /// The same of some goals.
    pub(crate) fn first_break_of(
        &self,
        seen: &Seen,
        is_one: impl Fn(usize) -> bool,
    ) -> Option<(usize, usize)> {
        let first = |goal: usize| self.missed(seen, goal).first_from(0).map(|it| (it, goal));
        let goals = (0..self.goals.len()).filter(|it| is_one(*it));
        let (span, goal) = goals.filter_map(first).min()?;
        Some((goal, self.goals[goal].judge.month_of(span)))
    }

    /// Whether a promise is broken for good when so many months are over, whatever comes after: a
    /// replication of which only that is asked can end there.
    ///
    /// What falls due in a month and is decided after it is late, so that a bad month stays bad. What
    /// counts where it was created may still be decided in time: such a goal is never given up early.
    pub(crate) fn broken_by(
        &self,
        recorder: &Recorder<'_>,
        scenario: &Scenario,
        months: usize,
    ) -> bool {
        let broken = |(index, goal): (usize, &Goal)| {
            let created = scenario.slas[goal.sla.index()].attribution == Attribution::Created;
            let decided = &recorder.decided.of(goal.sla.index())[1..=months];
            !created && broken_early(goal, decided, self.from[index])
        };
        self.goals.iter().enumerate().any(broken)
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
    let latest: Vec<usize> = goals.iter().map(|it| latest_start(it, lattice)).collect();
    let mut promises = Promises { from: vec![0; goals.len()], goals };
    relax(&mut promises, plenty, confidence);
    promises.from = first_avoidable(&promises.goals, references, &latest, confidence);
    promises
}

/// Whether a goal that counts from one span on is broken by what was decided in the first months.
fn broken_early(goal: &Goal, decided: &[Decided], from: usize) -> bool {
    let late = |span: &[Decided]| {
        let all: Decided = span.iter().copied().sum();
        f64::from(all.met) < goal.share * f64::from(all.all) - 1e-9
    };
    let spans = decided.windows(goal.judge.span).enumerate();
    let bad = spans.filter(|it| late(it.1)).map(|it| it.0).collect();
    !goal.judge.breaking(&bad, from).is_empty()
}

/// The share of replications that a reference must keep, so that something is left for the plan.
fn enough(confidence: f64) -> f64 {
    1.0 - (1.0 - confidence) / 2.0
}

fn share_kept(promises: &Promises, seen: &[&Seen]) -> f64 {
    promises.passes(seen) as f64 / seen.len().max(1) as f64
}

/// Spans from this one on always count: twice the time until the first newcomers are productive.
fn latest_start(goal: &Goal, lattice: &Lattice) -> usize {
    let productive = lattice.until_productive(&goal.roles).unwrap_or(0.0);
    ((2.0 * productive).ceil() as usize).min(goal.judge.spans() - 1)
}

/// How many of some replications must keep a goal for it to count.
pub(crate) fn nearly_all(of: usize, confidence: f64) -> usize {
    (of as f64 * (1.0 - (1.0 - confidence) / 4.0)).ceil() as usize
}

/// Twice the first span from which some reference keeps a goal, up to the latest start.
fn first_avoidable(
    goals: &[Goal],
    references: &[Vec<&Seen>],
    latest: &[usize],
    confidence: f64,
) -> Vec<usize> {
    let first = |(index, goal): (usize, &Goal)| {
        let latest = latest[index];
        let of_reference = |seen: &Vec<&Seen>| {
            let spans = seen.iter().map(|it| recovered(goal, it, index, latest));
            let mut spans: Vec<usize> = spans.collect();
            spans.sort_unstable();
            let sure = nearly_all(spans.len(), confidence);
            spans.get(sure.saturating_sub(1)).copied().unwrap_or(0)
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
            |seen: &&Seen| kept_share(&promises.goals[goal], seen, goal, promises.from[goal]);
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
    use crate::measure::judge::Judge;
    use crate::scenario::Promise;

    fn goal(share: f64, months: usize) -> Goal {
        Goal {
            sla: SlaId(0),
            asked: share,
            share,
            judge: Judge::of(Promise::EveryQuarter, months),
            staged: None,
            roles: Vec::new(),
        }
    }

    fn seen(met: &[u32]) -> Seen {
        let decided = met.iter().map(|&met| Decided { met, all: 100 });
        Seen::new(met.len(), decided.collect(), Vec::new())
    }

    #[test]
    fn only_quarters_from_the_first_that_counts_are_judged() {
        let it = seen(&[0, 100, 100, 100, 100]);
        let promises = |from| Promises { goals: vec![goal(0.9, 5)], from: vec![from] };
        assert!(!promises(0).kept(&it));
        assert!(promises(1).kept(&it));
    }

    #[test]
    fn a_promise_is_given_up_when_nothing_that_comes_can_mend_it() {
        let mut goal = goal(0.9, 24);
        goal.judge = Judge::of(Promise::ElevenOfTwelve, 24);
        let months = seen(&[100, 0, 100, 80, 100, 100, 100, 100]);
        let broken = |months_over: usize, from: usize| {
            broken_early(&goal, &months.decided(0)[..months_over], from)
        };
        assert!(!broken(3, 0), "one bad month is forgiven");
        assert!(broken(4, 0));
        assert!(!broken(8, 2), "the first one does not count");
    }

    #[test]
    fn what_nobody_attains_is_relaxed_to_what_the_best_attains() {
        let worlds: Vec<Seen> = (0..40).map(|it| seen(&[80 + it % 10; 6])).collect();
        let lattice = Lattice { openings: Vec::new(), order: None };
        let plenty: Vec<&Seen> = worlds.iter().collect();
        let references = [plenty.clone()];
        let found = attainable(vec![goal(0.95, 6)], &lattice, &plenty, &references, 0.9);
        assert!((found.goals[0].share - 0.8).abs() < 1e-9, "{found:?}");
        assert_eq!((found.goals[0].asked, found.from[0]), (0.95, 0));
        let found = attainable(vec![goal(0.8, 6)], &lattice, &plenty, &references, 0.9);
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
                outlook: None,
            }],
            order: None,
        };
        let mut late = goal(0.9, 9);
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
