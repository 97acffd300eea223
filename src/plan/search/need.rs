//! Need: when each further person of a role is needed, in each replication.
//!
//! The question is asked without the accidents of hiring: the role has so many productive people more
//! from the first day, every other role has all that the plan may give it, and nothing has piled up. The
//! next person is needed when the role's promises begin to be missed although that person would
//! keep them. Needs grow later with every person, so that most levels need not be simulated.

use super::evaluator::Lab;
use super::hire_options::Lattice;
use crate::department::draw_inputs;
use crate::ids::RoleId;
use crate::measure::judge::{Judge, Spans};
use crate::plan::promises::Promises;
use crate::plan::promises::observation::Seen;
use crate::plan::promises::promise::{Goal, judge_of, missed};
use crate::scenario::Scenario;

/// A promise is missed for good when at least half of the spans of a year from then on break it.
const YEAR: usize = 12;

/// When one more person of a role is needed, in months since the start; infinite: not before the horizon.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Need {
    /// The position of the role among the openings.
    pub(crate) opening: usize,
    /// How many were hired before.
    pub(crate) after: usize,
    /// In pairs of replications that share their inputs: the month from which it is missed for good.
    pub(crate) lasting: Vec<[f64; 2]>,
}

/// The needs of every person who may be hired, by opening and number; `None` when stopped.
pub(crate) fn needs(lab: &Lab<'_>, promises: &Promises, pairs: u64) -> Option<Vec<Need>> {
    let openings = &lab.lattice.openings;
    let most: Vec<u32> = openings.iter().map(|it| it.most).collect();
    let best = missed_in_pairs(lab, promises, &most, pairs)?;
    let mut needs = Vec::new();
    for opening in 0..openings.len() {
        let mut levels: Vec<Option<Vec<Spans>>> = vec![None; most[opening] as usize];
        let mut search = Levels { lab, promises, pairs, opening, most: &most, best: &best };
        let last = levels.len();
        search.fill(&mut levels, 0, last)?;
        let judge = judge_of(lab.base());
        needs.extend(levels.into_iter().enumerate().map(|(after, missed)| {
            let missed = missed.unwrap_or_default();
            need(opening, after, &missed, judge)
        }));
    }
    Some(needs)
}

/// The levels of one opening.
struct Levels<'l, 'a> {
    lab: &'l Lab<'a>,
    promises: &'l Promises,
    pairs: u64,
    opening: usize,
    most: &'l [u32],
    /// What is missed with everybody: no further person of this role mends it.
    best: &'l [Vec<Spans>],
}

impl Levels<'_, '_> {
    /// Fills levels `from..until` by looking at the middle one first.
    fn fill(&mut self, levels: &mut [Option<Vec<Spans>>], from: usize, until: usize) -> Option<()> {
        if from >= until {
            return Some(());
        }
        let middle = usize::midpoint(from, until);
        let missed = self.missed(middle as u32)?;
        if missed.iter().all(|it| it.is_empty()) {
            levels[middle..until].fill(Some(missed));
            return self.fill(levels, from, middle);
        }
        if missed.iter().all(|it| it.has(0) && is_lasting(it, 0, YEAR)) {
            levels[from..=middle].fill(Some(missed));
            return self.fill(levels, middle + 1, until);
        }
        levels[middle] = Some(missed);
        self.fill(levels, from, middle)?;
        self.fill(levels, middle + 1, until)
    }

    /// What is missed with so many people more of the role, and kept with everybody.
    fn missed(&self, people: u32) -> Option<Vec<Spans>> {
        let mut staff = self.most.to_vec();
        staff[self.opening] = people;
        let ours = missed_in_pairs(self.lab, self.promises, &staff, self.pairs)?;
        let role = self.lab.lattice.openings[self.opening].role;
        let of_world = |(ours, best): (&Vec<Spans>, &Vec<Spans>)| {
            mended(&self.promises.goals, role, ours, best)
        };
        Some(ours.iter().zip(self.best).map(of_world).collect())
    }
}

/// The spans by which each goal is broken with so many productive people more; `inputs_of` says whose inputs a
/// replication has.
pub(crate) fn missed_with(
    lab: &Lab<'_>,
    goals: &[Goal],
    staff: &[u32],
    replications: &[u64],
    inputs_of: impl Fn(u64) -> u64 + Sync,
) -> Option<Vec<Vec<Spans>>> {
    let worlds = 0..lab.worlds.count();
    let scenarios: Vec<Scenario> =
        worlds.map(|it| with_staff(lab.worlds.baseline(it), &lab.lattice, staff)).collect();
    let seed = lab.run.seed;
    // What is known of a replication includes the reading of the document.
    let world = |it: u64| lab.worlds.of_replication(seed, inputs_of(it));
    let placed: Vec<(usize, u64)> = replications.iter().map(|&it| (world(it), it)).collect();
    lab.run.side_by_side(&scenarios, &placed, |simulator, world, replication| {
        let inputs = draw_inputs(&scenarios[world], seed, inputs_of(replication));
        simulator.run(seed, replication, &inputs);
        let seen = Seen::of(simulator.recorder(), &scenarios[world], goals);
        let all = goals.iter().enumerate();
        all.map(|(index, goal)| missed(goal, &seen, index, 0)).collect()
    })
}

/// The same in pairs of replications that share their inputs.
fn missed_in_pairs(
    lab: &Lab<'_>,
    promises: &Promises,
    staff: &[u32],
    pairs: u64,
) -> Option<Vec<Vec<Spans>>> {
    let replications: Vec<u64> = (0..2 * pairs).collect();
    missed_with(lab, &promises.goals, staff, &replications, |it| it / 2 * 2)
}

/// What one role's next person would mend: spans missed without and kept with everybody.
fn mended(goals: &[Goal], role: RoleId, ours: &[Spans], best: &[Spans]) -> Spans {
    let own = (0..goals.len()).filter(|&it| goals[it].roles.contains(&role));
    let of_goal = |goal: usize| ours[goal].without(&best[goal]);
    own.map(of_goal).fold(Spans::default(), |all, it| all.with(&it))
}

/// The month from which one role's promises are missed for good, though everybody would keep them.
pub(crate) fn first_lasting(
    goals: &[Goal],
    role: RoleId,
    ours: &[Spans],
    best: &[Spans],
    judge: Judge,
) -> f64 {
    lasting_from(&mended(goals, role, ours, best), judge)
}

/// The scenario with so many productive people more of each opening, from the first day.
pub(crate) fn with_staff(base: &Scenario, lattice: &Lattice, staff: &[u32]) -> Scenario {
    let mut scenario = base.clone();
    for (opening, people) in lattice.openings.iter().zip(staff) {
        scenario.roles[opening.role.index()].headcount += people;
    }
    scenario
}

fn need(opening: usize, after: usize, missed: &[Spans], judge: Judge) -> Need {
    let lasting = missed.iter().map(|it| lasting_from(it, judge));
    let lasting: Vec<f64> = lasting.collect();
    let (pairs, _) = lasting.as_chunks::<2>();
    Need { opening, after, lasting: pairs.to_vec() }
}

fn month_of(span: Option<usize>, judge: Judge) -> f64 {
    span.map_or(f64::INFINITY, |it| judge.month_of(it) as f64)
}

fn lasting_from(missed: &Spans, judge: Judge) -> f64 {
    let found = missed.iter().find(|&it| is_lasting(missed, it, judge.spans()));
    month_of(found, judge)
}

/// Whether at least half of the spans of a year from one on are missed.
fn is_lasting(missed: &Spans, from: usize, all: usize) -> bool {
    let until = (from + YEAR).min(all.max(from + 1));
    let count = (from..until).filter(|&it| missed.has(it)).count();
    2 * count >= until - from
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Promise;

    fn missed(spans: std::ops::Range<usize>) -> Spans {
        spans.collect()
    }

    #[test]
    fn a_bad_quarter_is_no_need_and_a_bad_year_is() {
        let judge = Judge::of(Promise::EveryQuarter, 36);
        let found = need(0, 0, &[missed(4..5), missed(10..34), missed(0..34), missed(0..0)], judge);
        assert_eq!(found.lasting, [[f64::INFINITY, 12.0], [0.0, f64::INFINITY]]);
    }

    #[test]
    fn quarters_near_the_horizon_are_judged_by_what_is_left() {
        assert!(is_lasting(&missed(32..34), 32, 34));
        assert!(!is_lasting(&missed(30..31), 30, 34));
    }
}
