//! Stricter: the next step for a rule in which promises break, and the next for one that is surer than it must be.
//!
//! A step is a person more now, or a lower load that a role is hired up to; of those that may mend the
//! promise which breaks most often, the one that cures most for its money is taken. Down from a rule the step
//! is taken that saves most for what it breaks.

use super::search::{LEAST, RuleSearch, with};
use crate::plan::ground::failures;
use crate::plan::search::hire_options::{Candidate, Choice};

/// Of each role's target, in per cent: the steps while the rule is made stricter.
const STRICTER: [u32; 2] = [8, 24];
/// What a person who is hired later costs of what one costs who is asked for now.
const LATER: f64 = 0.8;
/// Replications that a combination breaks although other rules tell that it keeps them, about.
pub(super) const UNSEEN: usize = 2;
/// Broken replications on which it is tried what cures them.
const FEW: usize = 8;

impl RuleSearch<'_, '_> {
    /// The rule one step stricter for the role whose promises break; the inner `None` where nothing is
    /// left to be made stricter.
    pub(crate) fn stricter(&mut self, rule: &Candidate) -> Option<Option<Candidate>> {
        let mut broken = self.breaks(rule);
        let count = |goal: usize| broken.iter().filter(|it| it.1 == goal).count();
        let goals = 0..self.race.promises.goals.len();
        let Some(worst) = goals.max_by_key(|&it| (count(it), std::cmp::Reverse(it))) else {
            return Some(None);
        };
        let steps = self.steps(rule, worst);
        if steps.len() < 2 {
            return Some(steps.into_iter().next().map(|it| it.0));
        }
        // Those that break the promise which is to be mended come first.
        broken.sort_by_key(|it| it.1 != worst);
        let broken: Vec<u64> = broken.into_iter().take(FEW).map(|it| it.0).collect();
        let mut best: Option<(f64, Candidate)> = None;
        for (step, more) in steps {
            let kept = self.race.lab.keeps(&step, self.race.promises, &broken)?;
            // What cures most for its money, as far as the money is known beforehand.
            let worth = kept.iter().filter(|it| **it).count() as f64 / more;
            if best.as_ref().is_none_or(|it| worth > it.0) {
                best = Some((worth, step));
            }
        }
        Some(best.map(|it| it.1))
    }

    /// The replications that a rule is known to break, and the goal that breaks first in each.
    pub(super) fn breaks(&self, rule: &Candidate) -> Vec<(u64, usize)> {
        let asked = self.race.asked.iter().map(|it| it.0);
        let broken = asked.filter_map(|replication| {
            let seen = self.race.lab.broken(rule, &[replication]);
            let first = self.race.promises.first_break(seen.first()?)?;
            Some((replication, first.0))
        });
        broken.collect()
    }

    /// Steps that may mend a promise, cheapest role first, and about what each costs.
    fn steps(&self, rule: &Candidate, worst: usize) -> Vec<(Candidate, f64)> {
        let goals = &self.race.promises.goals;
        let openings = self.race.lab.lattice.openings.iter().enumerate();
        let concerned = openings.filter(|it| goals[worst].roles.contains(&it.1.role));
        let mut concerned: Vec<_> = concerned.filter(|it| !it.1.slots.is_empty()).collect();
        concerned.sort_by(|a, b| a.1.pay.gross.total_cmp(&b.1.pay.gross));
        let steps = concerned.into_iter().flat_map(|(position, _)| {
            let choice @ Choice { now, target, most, .. } = rule.rules[position];
            let lower = STRICTER.into_iter().filter(move |it| target >= LEAST + it);
            let lower = lower.map(move |it| Choice { target: target - it, ..choice });
            let more = (now < most).then_some(Choice { now: now + 1, ..choice });
            lower.chain(more).map(move |it| {
                (with(rule, position, it), (-self.saves(rule, position, it)).max(1.0))
            })
        });
        steps.collect()
    }

    /// About what a rule saves with another choice for one role: where both were tried by role, what they
    /// cost there, and else what as many people cost as the rule hires, more or fewer by the load that
    /// is hired up to.
    pub(super) fn saves(&self, rule: &Candidate, position: usize, other: Choice) -> f64 {
        let before = rule.rules[position];
        match (self.prices.paid(position, before), self.prices.paid(position, other)) {
            (Some(before), Some(after)) => before - after,
            _ => self.about(rule, position, before) - self.about(rule, position, other),
        }
    }

    fn about(&self, rule: &Candidate, position: usize, choice: Choice) -> f64 {
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

    /// Nobody at all, where that breaks so few replications of the search that it may be proved: the search is stricter
    /// than what is asked for, and between nobody and somebody lies all the money. The inner `None` else.
    pub(crate) fn nobody(
        &mut self,
        rule: &Candidate,
        confidence: f64,
    ) -> Option<Option<Candidate>> {
        let none = |it: &Choice| Choice { most: it.most, ..Choice::default() };
        let rules: Vec<Choice> = rule.rules.iter().map(none).collect();
        let may_fail = failures(confidence, self.ranked.len()).saturating_sub(UNSEEN);
        // Where nothing need change at all, the order of the queue stays as well.
        for order in [None, rule.order] {
            let nobody =
                Candidate { rules: rules.clone(), moves: Vec::new(), order, ..rule.clone() };
            if self.settle(&nobody, may_fail, usize::MAX)? {
                return Some(Some(nobody));
            }
        }
        Some(None)
    }

    /// A cheaper combination than a rule, the one that saves most for the chance that it is proved; the inner `None`
    /// where all break more of the replications of the search than may fail in the end.
    ///
    /// The search is stricter than what is asked for, so that what it finds is likely to be proved; how much
    /// less suffices is a question to fresh replications.
    pub(crate) fn cheaper(
        &mut self,
        before: &Candidate,
        confidence: f64,
    ) -> Option<Option<Candidate>> {
        let may_fail = failures(confidence, self.ranked.len());
        let others = self.cheaper_combinations(before, may_fail.saturating_sub(1))?;
        let worth = |(broken, it): &(usize, Candidate)| {
            // Nearly as many as may fail are hardly ever proved, half of them mostly.
            let broken = (broken + UNSEEN) as f64 / may_fail as f64;
            self.saves_in_all(before, it) * (1.0 - broken).max(0.0).powi(2)
        };
        let others = others.into_iter().map(|it| (worth(&it), it.1)).filter(|it| it.0 > 0.0);
        Some(others.max_by(|a, b| a.0.total_cmp(&b.0)).map(|it| it.1))
    }

    /// About what another rule saves, its choices and its levers.
    fn saves_in_all(&self, rule: &Candidate, other: &Candidate) -> f64 {
        let each = other.rules.iter().enumerate().filter(|it| *it.1 != rule.rules[it.0]);
        let people: f64 = each.map(|(position, it)| self.saves(rule, position, *it)).sum();
        people + self.prices.of_levers(&rule.moves) - self.prices.of_levers(&other.moves)
    }
}
