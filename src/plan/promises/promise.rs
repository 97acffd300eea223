//! Goal: a promise that the plan must keep, and the quarters in which it was not kept.
//!
//! A promise is kept when its share is reached over every rolling quarter: three months in a row,
//! beginning with any month (all months together, when there are fewer than three).

use super::observation::Seen;
use crate::ids::{MarkId, RoleId, SlaId, StreamId};
use crate::measure::Decided;
use crate::scenario::{CLOSED, CONTACT, CREATED, Planning, Scenario, Sla, Step};

/// A promise that the plan must keep.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Goal {
    /// The SLA that it is about.
    pub(crate) sla: SlaId,
    /// The share that the scenario asks for.
    pub(crate) asked: f64,
    /// The share that is planned for: less where nothing attains what is asked for.
    pub(crate) share: f64,
    /// The stream, where the clock starts at a mark that every item should reach: a promise that
    /// begins late on the route is not kept by never getting there.
    pub(crate) staged: Option<StreamId>,
    /// Who works while its clock runs.
    pub(crate) roles: Vec<RoleId>,
}

/// The promises that a scenario's plan must keep.
pub(crate) fn goals_of(scenario: &Scenario) -> Vec<Goal> {
    let planning = &scenario.planning;
    let all = (0..scenario.slas.len()).map(SlaId::new);
    let required = |sla: &SlaId| planning.required.is_empty() || planning.required.contains(sla);
    all.filter(required).map(|sla| goal_of(scenario, planning, sla)).collect()
}

fn goal_of(scenario: &Scenario, planning: &Planning, id: SlaId) -> Goal {
    let sla = &scenario.slas[id.index()];
    let stated = planning.goals.iter().find(|(sla, _)| *sla == id);
    let asked = stated.map_or(sla.target, |(_, share)| *share);
    let route = &scenario.streams[sla.stream.index()].route;
    let marks = |step: &Step| step.parts().mark == Some(sla.from);
    Goal {
        sla: id,
        asked,
        share: asked,
        staged: route.iter().any(marks).then_some(sla.stream),
        roles: roles_between(route, sla),
    }
}

/// Who works between two marks of a route.
fn roles_between(route: &[Step], sla: &Sla) -> Vec<RoleId> {
    let mut walk = Walk {
        from: sla.from,
        to: sla.to,
        running: matches!(sla.from, CREATED | CONTACT),
        over: false,
        roles: Vec::new(),
    };
    walk.steps(route);
    walk.roles
}

struct Walk {
    from: MarkId,
    to: MarkId,
    running: bool,
    over: bool,
    roles: Vec<RoleId>,
}

impl Walk {
    fn steps(&mut self, steps: &[Step]) {
        for step in steps {
            if self.over {
                return;
            }
            self.step(step);
        }
    }

    fn step(&mut self, step: &Step) {
        let parts = step.parts();
        if let Some(effort) = parts.effort.filter(|_| self.running) {
            for role in effort.roles() {
                if !self.roles.contains(&role) {
                    self.roles.push(role);
                }
            }
            self.over = self.to == CONTACT;
        }
        if let Some(mark) = parts.mark {
            self.running |= mark == self.from;
            self.over = self.running && mark == self.to && self.to != CLOSED;
        }
        // One way may end the clock and another not: all are walked.
        let mut over = self.over;
        for child in parts.children {
            self.over = false;
            self.steps(child);
            over |= self.over;
        }
        self.over = over;
    }
}

/// A set of rolling quarters, each known by its first month (from 0).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Quarters([u64; 4]);

impl Quarters {
    /// Puts a quarter into the set.
    pub(crate) fn insert(&mut self, quarter: usize) {
        self.0[quarter / 64] |= 1 << (quarter % 64);
    }

    /// Whether a quarter is in it.
    pub(crate) fn has(&self, quarter: usize) -> bool {
        self.0[quarter / 64] >> (quarter % 64) & 1 == 1
    }

    /// The quarters of the set in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        (0..256).filter(|&quarter| self.has(quarter))
    }

    /// The first quarter from one on.
    pub(crate) fn first_from(&self, from: usize) -> Option<usize> {
        (from..256).find(|&quarter| self.has(quarter))
    }

    /// What is in this set and not in another.
    pub(crate) fn without(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(a, b)| *a &= !b);
        self
    }

    /// What is in one of the two.
    pub(crate) fn with(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(a, b)| *a |= b);
        self
    }
}

/// How many months make a quarter.
pub(crate) fn quarter_length(months: usize) -> usize {
    months.min(3)
}

/// How many rolling quarters there are.
pub(crate) fn quarters_in(months: usize) -> usize {
    months + 1 - quarter_length(months)
}

/// What was decided of a goal in a quarter, or `None` when nothing was and nothing had to be.
/// A quarter that hardly any item got into counts as kept by none.
pub(crate) fn quarter(goal: &Goal, seen: &Seen, index: usize, quarter: usize) -> Option<Decided> {
    let length = quarter_length(seen.months());
    let add = |sum: Decided, it: &Decided| Decided { met: sum.met + it.met, all: sum.all + it.all };
    let decided = |from: usize| {
        let months = &seen.decided(index)[from..quarter + length];
        months.iter().fold(Decided::default(), add)
    };
    let came = |from: usize| seen.came(index)[from..quarter].iter().sum::<u32>();
    let starved = |span: usize, least: u32, share: f64| {
        let from = quarter.checked_sub(span)?;
        let (came, all) = (came(from), decided(from + length).all);
        let few = came >= least && f64::from(all) < share * f64::from(came);
        few.then_some(Decided { met: 0, all: came })
    };
    if goal.staged.is_some() {
        // Chance alone does not do this: a quarter of what came in three months, three quarters
        // of what came in twelve.
        let starved = starved(length, 8, 0.25).or_else(|| starved(12, 24, 0.75));
        if starved.is_some() {
            return starved;
        }
    }
    let decided = decided(quarter);
    (decided.all > 0).then_some(decided)
}

/// The quarters in which a goal was missed.
pub(crate) fn missed(goal: &Goal, seen: &Seen, index: usize) -> Quarters {
    let mut missed = Quarters::default();
    for start in 0..quarters_in(seen.months()) {
        let decided = quarter(goal, seen, index, start);
        // A count against a share: exact where the share is 1, and free of rounding elsewhere.
        let late =
            decided.is_some_and(|it| f64::from(it.met) < goal.share * f64::from(it.all) - 1e-9);
        if late {
            missed.insert(start);
        }
    }
    missed
}

/// The least share of a goal over the quarters from one on; 1 when nothing was decided.
pub(crate) fn least_share(goal: &Goal, seen: &Seen, index: usize, from: usize) -> f64 {
    let quarters =
        (from..quarters_in(seen.months())).filter_map(|it| quarter(goal, seen, index, it));
    let share = |it: Decided| f64::from(it.met) / f64::from(it.all);
    quarters.map(share).fold(1.0, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goal(share: f64, staged: bool) -> Goal {
        Goal {
            sla: SlaId(0),
            asked: share,
            share,
            staged: staged.then_some(StreamId(0)),
            roles: Vec::new(),
        }
    }

    fn seen(decided: &[(u32, u32)], came: &[u32]) -> Seen {
        let decided = decided.iter().map(|&(met, all)| Decided { met, all });
        Seen::new(decided.len(), decided.collect(), came.to_vec())
    }

    #[test]
    fn a_quarter_is_judged_as_a_whole() {
        let seen = seen(&[(9, 10), (10, 10), (9, 10), (0, 10), (10, 10)], &[]);
        let found = missed(&goal(0.9, false), &seen, 0);
        assert_eq!(found.iter().collect::<Vec<_>>(), [1, 2]);
        assert!((least_share(&goal(0.9, false), &seen, 0, 0) - 19.0 / 30.0).abs() < 1e-12);
    }

    #[test]
    fn two_months_are_one_short_quarter() {
        let seen = seen(&[(9, 10), (10, 10)], &[]);
        assert_eq!(quarters_in(2), 1);
        assert!(missed(&goal(0.96, false), &seen, 0).has(0));
        assert!(!missed(&goal(0.95, false), &seen, 0).has(0));
    }

    #[test]
    fn nothing_decided_is_no_breach_unless_much_had_come() {
        let quiet = seen(&[(0, 0); 6], &[10; 6]);
        assert_eq!(missed(&goal(1.0, false), &quiet, 0), Quarters::default());
        let starved = missed(&goal(1.0, true), &quiet, 0);
        assert_eq!(starved.iter().collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn a_year_in_which_a_third_never_got_there_is_noticed() {
        let slow = seen(&[(6, 6); 24], &[9; 24]);
        let found = missed(&goal(0.5, true), &slow, 0);
        assert_eq!(found.first_from(0), Some(12));
        let busy = seen(&[(8, 8); 24], &[9; 24]);
        assert_eq!(missed(&goal(0.5, true), &busy, 0), Quarters::default());
    }

    #[test]
    fn sets_of_quarters_are_sets() {
        let mut a = Quarters::default();
        let mut b = a;
        a.insert(3);
        a.insert(100);
        b.insert(3);
        assert_eq!(a.without(&b).iter().collect::<Vec<_>>(), [100]);
        assert_eq!(b.with(&a), a);
        assert_eq!((a.first_from(4), b.first_from(4)), (Some(100), None));
    }
}
