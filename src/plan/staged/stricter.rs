//! Stricter: the next step for a rule in which promises break, and the next for one that is surer than it must be.
//!
//! A step is a person more now, or a lower load that a role is hired up to; of those that may mend the
//! promise which breaks most often, the one that cures most for its money is taken. Down from a rule the step
//! is taken that saves most for what it breaks.

use super::facts::until_productive;
use super::search::{LAXER, LEAST, RuleSearch, with};
use crate::plan::promises::Promises;
use crate::plan::promises::observation::Seen;
use crate::plan::search::hire_options::{Candidate, Choice, FIRST};

/// Of each role's target, in per cent: the step while the rule is made stricter.
const STRICTER: u32 = 8;
/// What a person who is hired later costs of what one costs who is asked for now.
const LATER: f64 = 0.8;
/// Broken replications on which it is tried what cures them.
const FEW: usize = 8;
/// The hardest replications, which tell what is missed least.
const ENOUGH: usize = 12;

/// What breaks first in a replication.
pub(super) struct Break {
    replication: u64,
    pub(super) goal: usize,
    /// Since the start.
    month: usize,
}

impl RuleSearch<'_, '_> {
    /// The rule one step stricter for the roles whose promises break; the inner `None` where nothing is
    /// left to be made stricter.
    pub(crate) fn stricter(&mut self, rule: &Candidate) -> Option<Option<Candidate>> {
        let mut breaks = self.breaks(rule);
        let count = |goal: usize| breaks.iter().filter(|it| it.goal == goal).count();
        let goals = 0..self.race.promises.goals.len();
        let Some(worst) = goals.max_by_key(|&it| (count(it), std::cmp::Reverse(it))) else {
            return Some(None);
        };
        let concerned = self.concerned(worst);
        if concerned.len() < 2 {
            return Some(self.each_stricter(rule, &breaks));
        }
        // Who of several mends a promise is tried on those that break it.
        breaks.sort_by_key(|it| it.goal != worst);
        let broken: Vec<u64> = breaks.iter().take(FEW).map(|it| it.replication).collect();
        let mut best: Option<(f64, Candidate)> = None;
        for (step, more) in self.steps(rule, &concerned) {
            let kept = self.race.lab.keeps(&step, self.race.promises, &broken)?;
            // What cures most for its money, as far as the money is known beforehand.
            let worth = kept.iter().filter(|it| **it).count() as f64 / more;
            if best.as_ref().is_none_or(|it| worth > it.0) {
                best = Some((worth, step));
            }
        }
        Some(best.map(|it| it.1))
    }

    /// The replications that a rule is known to break, and what breaks first in each.
    pub(super) fn breaks(&self, rule: &Candidate) -> Vec<Break> {
        let asked = self.race.asked.iter().map(|it| it.0);
        let broken = asked.filter_map(|replication| {
            let seen = self.race.lab.broken(rule, &[replication]);
            let (goal, month) = first_break(self.race.promises, seen.first()?)?;
            Some(Break { replication, goal, month })
        });
        broken.collect()
    }

    /// Positions of the roles that may be hired to mend a promise, the cheapest first.
    fn concerned(&self, goal: usize) -> Vec<usize> {
        let openings = &self.race.lab.lattice.openings;
        let goal = &self.race.promises.goals[goal];
        let is_one = |it: &usize| {
            goal.roles.contains(&openings[*it].role) && !openings[*it].slots.is_empty()
        };
        let mut concerned: Vec<usize> = (0..openings.len()).filter(is_one).collect();
        let gross = |it: usize| openings[it].pay.gross;
        concerned.sort_by(|&a, &b| gross(a).total_cmp(&gross(b)));
        concerned
    }

    /// One step for each role whose own promises break in more replications than may fail, together.
    fn each_stricter(&self, rule: &Candidate, breaks: &[Break]) -> Option<Candidate> {
        let own =
            |position: usize| breaks.iter().filter(move |it| self.concerned(it.goal) == [position]);
        let mut roles: Vec<(usize, usize)> =
            (0..rule.rules.len()).map(|it| (own(it).count(), it)).filter(|it| it.0 > 0).collect();
        roles.sort_by_key(|&(count, position)| (std::cmp::Reverse(count), position));
        let known = self.race.lab.known_of(rule, &self.race.asked);
        let may_fail = self.race.may_fail as f64 * known as f64 / self.race.asked.len() as f64;
        let (mut left, mut stricter) = (breaks.len(), rule.clone());
        for (count, position) in roles {
            if left as f64 <= may_fail && stricter != *rule {
                break;
            }
            // Whom the first review asks for mends nothing before he is productive.
            let soon = FIRST + until_productive(self.race.lab, position);
            let early = own(position).filter(|it| (it.month as f64) < soon).count();
            let mut steps = each(rule.rules[position]);
            steps.sort_by_key(|it| (it.now > rule.rules[position].now) != (2 * early > count));
            if let Some(step) = steps.first() {
                stricter = with(&stricter, position, *step);
                left -= count;
            }
        }
        (stricter != *rule).then_some(stricter)
    }

    /// Steps of some roles, and about what each costs.
    fn steps(&self, rule: &Candidate, concerned: &[usize]) -> Vec<(Candidate, f64)> {
        let steps = concerned.iter().flat_map(|&position| {
            let choice = rule.rules[position];
            each(choice).into_iter().map(move |it| {
                let more = self.about(rule, position, it) - self.about(rule, position, choice);
                (with(rule, position, it), more.max(1.0))
            })
        });
        steps.collect()
    }

    /// About what the people of a role cost with another choice than that of a rule: as many in all as the rule
    /// hires where it is known, more or fewer by the load that is hired up to.
    pub(super) fn about(&self, rule: &Candidate, position: usize, choice: Choice) -> f64 {
        let opening = &self.race.lab.lattice.openings[position];
        let before = rule.rules[position];
        let played = self.race.lab.played(rule, &self.known());
        let hires: usize = played.iter().map(|it| it.staff.asked[opening.role.index()].len()).sum();
        let hires = hires as f64 / played.len().max(1) as f64;
        let there = f64::from(self.race.lab.base().roles[opening.role.index()].headcount);
        let people = there + hires.max(f64::from(before.now));
        let people = match choice.target {
            0 => 0.0,
            target => people * f64::from(before.target) / f64::from(target),
        };
        let now = f64::from(choice.now);
        let later = (people - there - now).clamp(0.0, f64::from(choice.most) - now);
        let each = opening.slots.first().map_or(0.0, |it| it.cost);
        (now + LATER * later) * each
    }

    /// A cheaper rule than one that suffices, a step laxer than the last of those before: the step that saves
    /// most for the replications of the search that it breaks. The inner `None` where every step breaks most.
    ///
    /// The search is stricter than what is asked for, so that what it finds is likely to be proved; how much
    /// less suffices is a question to fresh replications, and not to the few hard ones.
    pub(crate) fn cheaper(
        &mut self,
        rule: &Candidate,
        before: &Candidate,
    ) -> Option<Option<Candidate>> {
        let hard: Vec<u64> = self.race.asked.iter().map(|it| it.0).take(ENOUGH).collect();
        let mut best: Option<(f64, usize, Candidate)> = None;
        for position in self.dearest_first(rule) {
            let choice = before.rules[position];
            let fewer = choice.now.checked_sub(1).map(|now| Choice { now, ..choice });
            let higher = choice.target + LAXER[0];
            let higher = (self.hires_later(rule, position) && higher <= 100)
                .then_some(Choice { target: higher, ..choice });
            for laxer in [fewer, higher].into_iter().flatten() {
                let less = self.about(rule, position, choice) - self.about(rule, position, laxer);
                let rule = with(before, position, laxer);
                let kept = self.race.lab.keeps(&rule, self.race.promises, &hard)?;
                let broken = kept.iter().filter(|it| !**it).count();
                let worth = less / (1.0 + broken as f64);
                if best.as_ref().is_none_or(|it| worth > it.0) {
                    best = Some((worth, broken, rule));
                }
            }
        }
        let enough = best.filter(|it| it.1 <= hard.len() / 2);
        Some(enough.map(|it| it.2))
    }
}

/// A lower load that a role is hired up to, and a person more now.
fn each(choice: Choice) -> Vec<Choice> {
    let Choice { now, target, most, .. } = choice;
    let lower = target.saturating_sub(STRICTER);
    let lower = (target > 0 && lower >= LEAST).then_some(Choice { target: lower, ..choice });
    let more = (now < most).then_some(Choice { now: now + 1, ..choice });
    lower.into_iter().chain(more).collect()
}

/// The goal that is broken first, and the month.
pub(crate) fn first_break(promises: &Promises, seen: &Seen) -> Option<(usize, usize)> {
    let first = |goal: usize| promises.missed(seen, goal).first_from(0).map(|it| (it, goal));
    let goals = 0..promises.goals.len();
    let (span, goal) = goals.filter_map(first).min()?;
    Some((goal, promises.goals[goal].judge.month_of(span)))
}
