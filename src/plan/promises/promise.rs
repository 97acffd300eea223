//! A promise that the plan must keep, and the months or quarters by which it was broken.

use super::observation::Seen;
use crate::ids::{MarkId, RoleId, SlaId, StreamId};
use crate::measure::Decided;
use crate::measure::judge::{Judge, Spans};
use crate::scenario::{CLOSED, CONTACT, CREATED, Scenario, Sla, Step};
use std::ops::Range;

/// A promise that the plan must keep.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Goal {
    /// The SLA that it is about.
    pub(crate) sla: SlaId,
    /// The share that the scenario asks for.
    pub(crate) asked: f64,
    /// The share that is planned for: less where nothing attains what is asked for.
    pub(crate) share: f64,
    /// When it counts as kept.
    pub(crate) judge: Judge,
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
    all.filter(required).map(|sla| goal_of(scenario, sla)).collect()
}

/// How a scenario's promises are judged.
pub(crate) fn judge_of(scenario: &Scenario) -> Judge {
    Judge::of(scenario.planning.promise, scenario.timeline.months())
}

fn goal_of(scenario: &Scenario, id: SlaId) -> Goal {
    let (planning, sla) = (&scenario.planning, &scenario.slas[id.index()]);
    let stated = planning.goals.iter().find(|(sla, _)| *sla == id);
    let asked = stated.map_or(sla.target, |(_, share)| *share);
    let route = &scenario.streams[sla.stream.index()].route;
    let marks = |step: &Step| step.parts().mark == Some(sla.from);
    Goal {
        sla: id,
        asked,
        share: asked,
        judge: judge_of(scenario),
        staged: route.iter().any(marks).then_some(sla.stream),
        roles: roles_of(scenario, id),
    }
}

/// Who works while the clock of an SLA runs.
pub(crate) fn roles_of(scenario: &Scenario, sla: SlaId) -> Vec<RoleId> {
    let sla = &scenario.slas[sla.index()];
    roles_between(&scenario.streams[sla.stream.index()].route, sla)
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

/// Months that an item may take until the mark at which a goal's clock starts.
const LATER: usize = 3;

/// What was decided of a goal in a span, or `None` when nothing was and nothing had to be.
/// A span that hardly any item got into counts as kept by none.
fn decided_in(goal: &Goal, seen: &Seen, index: usize, span: usize) -> Option<Decided> {
    let end = span + goal.judge.span;
    let decided =
        |months: Range<usize>| seen.decided(index)[months].iter().copied().sum::<Decided>();
    if goal.staged.is_some() {
        let came = |months: Range<usize>| seen.came(index)[months].iter().sum::<u32>();
        // What came in some months, and what was decided in as many, a quarter later.
        let starved = |months: usize, least: u32, share: f64| {
            let from = end.checked_sub(LATER + months)?;
            let (came, all) = (came(from..from + months), decided(end - months..end).all);
            let few = came >= least && f64::from(all) < share * f64::from(came);
            few.then_some(Decided { met: 0, all: came })
        };
        // Chance alone does not do this: a quarter of what came in three months, three quarters
        // of what came in twelve.
        let starved = starved(3, 8, 0.25).or_else(|| starved(12, 24, 0.75));
        if starved.is_some() {
            return starved;
        }
    }
    Some(decided(span..end)).filter(|it| it.all > 0)
}

/// The spans in which the share of a goal was not reached.
fn bad(goal: &Goal, seen: &Seen, index: usize) -> Spans {
    let late = |span: &usize| {
        let decided = decided_in(goal, seen, index, *span);
        // A count against a share: exact where the share is 1, and free of rounding elsewhere.
        decided.is_some_and(|it| f64::from(it.met) < goal.share * f64::from(it.all) - 1e-9)
    };
    (0..goal.judge.spans()).filter(late).collect()
}

/// The spans by which a goal is broken that counts from one on.
pub(crate) fn missed(goal: &Goal, seen: &Seen, index: usize, from: usize) -> Spans {
    goal.judge.breaking(&bad(goal, seen, index), from)
}

/// The first span from which a goal would be kept until another one.
pub(crate) fn recovered(goal: &Goal, seen: &Seen, index: usize, until: usize) -> usize {
    let bad = bad(goal, seen, index).before(until);
    let kept = |from: &usize| goal.judge.breaking(&bad, *from).is_empty();
    (0..until).find(kept).unwrap_or(until)
}

/// The greatest share with which a goal would have been kept that counts from one span on.
pub(crate) fn kept_share(goal: &Goal, seen: &Seen, index: usize, from: usize) -> f64 {
    let share = |it: Decided| f64::from(it.met) / f64::from(it.all);
    let spans = 0..goal.judge.spans();
    let shares = spans.map(|it| decided_in(goal, seen, index, it).map_or(1.0, share));
    goal.judge.kept_share(&shares.collect::<Vec<_>>(), from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Promise::{self, ElevenOfTwelve, EveryQuarter};

    fn goal(share: f64, staged: bool, promise: Promise, months: usize) -> Goal {
        Goal {
            sla: SlaId(0),
            asked: share,
            share,
            judge: Judge::of(promise, months),
            staged: staged.then_some(StreamId(0)),
            roles: Vec::new(),
        }
    }

    fn seen(decided: &[(u32, u32)], came: &[u32]) -> Seen {
        let decided = decided.iter().map(|&(met, all)| Decided { met, all });
        Seen::new(decided.len(), decided.collect(), came.to_vec())
    }

    fn missed_from_start(goal: &Goal, seen: &Seen) -> Vec<usize> {
        missed(goal, seen, 0, 0).iter().collect()
    }

    #[test]
    fn a_quarter_is_judged_as_a_whole() {
        let seen = seen(&[(9, 10), (10, 10), (9, 10), (0, 10), (10, 10)], &[]);
        let goal = goal(0.9, false, EveryQuarter, 5);
        assert_eq!(missed_from_start(&goal, &seen), [1, 2]);
        assert!((kept_share(&goal, &seen, 0, 0) - 19.0 / 30.0).abs() < 1e-12);
    }

    #[test]
    fn one_bad_month_breaks_no_promise_and_a_second_within_the_year_does() {
        let mut months = [(10, 10); 24];
        months[3] = (0, 10);
        let goal = goal(0.9, false, ElevenOfTwelve, 24);
        assert!(missed_from_start(&goal, &seen(&months, &[])).is_empty());
        months[14] = (8, 10);
        assert_eq!(missed_from_start(&goal, &seen(&months, &[])), [3, 14]);
        assert_eq!(kept_share(&goal, &seen(&months, &[]), 0, 0), 0.8);
        assert_eq!(recovered(&goal, &seen(&months, &[]), 0, 20), 4, "of two, the first");
        months[14] = (10, 10);
        months[15] = (0, 10);
        assert!(missed_from_start(&goal, &seen(&months, &[])).is_empty());
    }

    #[test]
    fn a_month_in_which_nothing_was_decided_is_no_bad_one() {
        let goal = goal(1.0, false, ElevenOfTwelve, 12);
        assert!(missed_from_start(&goal, &seen(&[(0, 0); 12], &[])).is_empty());
    }

    #[test]
    fn two_months_are_one_short_quarter() {
        let seen = seen(&[(9, 10), (10, 10)], &[]);
        assert_eq!(missed_from_start(&goal(0.96, false, EveryQuarter, 2), &seen), [0]);
        assert!(missed_from_start(&goal(0.95, false, EveryQuarter, 2), &seen).is_empty());
    }

    #[test]
    fn nothing_decided_is_no_breach_unless_much_had_come() {
        let quiet = seen(&[(0, 0); 6], &[10; 6]);
        assert!(missed_from_start(&goal(1.0, false, EveryQuarter, 6), &quiet).is_empty());
        assert_eq!(missed_from_start(&goal(1.0, true, EveryQuarter, 6), &quiet), [3]);
        let quiet = seen(&[(0, 0); 8], &[10; 8]);
        assert_eq!(missed_from_start(&goal(1.0, true, ElevenOfTwelve, 8), &quiet), [5, 6, 7]);
    }

    #[test]
    fn a_year_in_which_a_third_never_got_there_is_noticed() {
        for (promise, first) in [(EveryQuarter, 12), (ElevenOfTwelve, 14)] {
            let goal = goal(0.5, true, promise, 24);
            let slow = seen(&[(6, 6); 24], &[9; 24]);
            assert_eq!(missed(&goal, &slow, 0, 0).first_from(0), Some(first));
            let busy = seen(&[(8, 8); 24], &[9; 24]);
            assert!(missed(&goal, &busy, 0, 0).is_empty());
        }
    }
}
