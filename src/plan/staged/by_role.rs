//! By role: the cheapest combination of choices for all roles, and of levers.
//!
//! Choices for all roles are tried at once (`rows`). Which combination of them keeps enough is then found without
//! trying all: the cheapest that may be expected to is simulated where it is not known, all
//! roles and levers together, until it is known to break too much or not to; what was seen changes what is
//! expected of the others.

use super::combination::{Combination, Wanted};
use super::search::{RuleSearch, few_of};
use crate::plan::ground::failures;
use crate::plan::search::hire_options::{Candidate, Choice};

/// How likely what is not known is broken, for each role that a promise hangs on: first, and where nothing may be
/// expected to suffice.
pub(super) const UNKNOWN: f64 = 0.2;
const HOPED: f64 = 0.02;
/// Replications that may tell which combination is the cheapest, and which is cheaper than a plan or without a lever.
const SEARCHED: usize = 400;
pub(super) const ASIDE: usize = 120;
/// At least so many replications are hard: those that settings break which break no more than so many times what may
/// fail and one.
const FEWEST: usize = 12;
const FEW: usize = 6;
/// Part of the cost that a cheaper combination must save to be worth its proof, and replications more that it
/// may break than the plan, from one to the next.
const WORTH: f64 = 0.03;
const STEP: usize = 2;
const DOWN: usize = 7;

impl RuleSearch<'_, '_> {
    /// The cheapest combination on from a rule that suffices, and whether there is one; the rule without levers
    /// where there is none. `None` when stopped.
    pub(crate) fn by_role(&mut self, start: &Candidate) -> Option<(Candidate, bool)> {
        let mut plain = Candidate { moves: Vec::new(), ..start.clone() };
        if !self.known.is_of(plain.order) {
            plain = self.begin(plain)?;
        }
        let found = match self.combination(&plain, self.anything(), SEARCHED)? {
            // What is not known is hoped for no longer.
            None => {
                self.prices.cheapest(&self.known, self.anything(), 1.0).map(|it| of(&plain, it))
            }
            found => found,
        };
        self.take_hardest();
        let good = found.is_some();
        Some((found.unwrap_or(plain), good))
    }

    /// What is asked of a combination that suffices.
    pub(super) fn anything(&self) -> Wanted<'static> {
        Wanted { may_fail: self.race.may_fail, without: &[], below: f64::INFINITY }
    }

    /// The cheapest combination as it is wanted, on from a rule; the inner `None` where there is none, or none is
    /// known after so many replications. `None` when stopped.
    pub(super) fn combination(
        &mut self,
        start: &Candidate,
        wanted: Wanted<'_>,
        within: usize,
    ) -> Option<Option<Candidate>> {
        let until = self.race.lab.spent() + within;
        let mut before: Option<Candidate> = None;
        while self.race.lab.spent() < until {
            let found = self.prices.cheapest(&self.known, wanted, UNKNOWN);
            let found = found.or_else(|| self.prices.cheapest(&self.known, wanted, HOPED));
            let found = found.map(|it| of(start, it));
            // The same again would be found for ever.
            let Some(rule) = found.filter(|it| before.as_ref() != Some(it)) else {
                return Some(None);
            };
            if self.settle(&rule, wanted.may_fail, until)? {
                return Some(Some(rule));
            }
            before = Some(rule);
        }
        Some(None)
    }

    /// Simulates a rule where it is not known, until it is known to break more replications than may fail or not
    /// to, or too many are spent; whether it is known not to.
    pub(super) fn settle(
        &mut self,
        rule: &Candidate,
        may_fail: usize,
        until: usize,
    ) -> Option<bool> {
        let (mut broken, unknown) = self.told(rule);
        let mut left = &unknown[..];
        while broken <= may_fail && !left.is_empty() && self.race.lab.spent() < until {
            let (some, others) = left.split_at(left.len().min(may_fail + 2));
            let kept = self.race.lab.keeps(rule, self.race.promises, some)?;
            self.note(rule, some);
            broken += kept.iter().filter(|it| !**it).count();
            left = others;
        }
        Some(broken <= may_fail && left.is_empty())
    }

    /// How many replications of the search a rule is known to break, and those of which it is not known.
    pub(super) fn told(&self, rule: &Candidate) -> (usize, Vec<u64>) {
        match self.known.is_of(rule.order) {
            true => self.known.told(rule, &self.ranked),
            false => (0, self.ranked.clone()),
        }
    }

    /// Whether nothing that is known speaks against a rule.
    pub(super) fn may_suffice(&self, rule: &Candidate) -> bool {
        self.told(rule).0 <= self.race.may_fail
    }

    /// Notes what was simulated of a rule.
    pub(super) fn note(&mut self, rule: &Candidate, replications: &[u64]) {
        if !self.known.is_of(rule.order) {
            return;
        }
        for &it in replications {
            let whole = self.race.lab.recall(rule, &[it]).first().copied();
            let seen = whole.or(self.race.lab.broken(rule, &[it]).first().copied());
            if let Some(seen) = seen {
                self.known.note(rule, it, (seen, whole.is_some()), self.race.promises);
            }
        }
    }

    /// What settings break that break few is hard, what most of them break first; nothing else is.
    fn take_hardest(&mut self) {
        let may_fail = self.race.may_fail;
        let breaks = self.known.breaks(FEW * (may_fail + 1));
        let count_of = |it: &u64| breaks.get(it).copied().unwrap_or(0);
        // Stable: those that as many break stay in their order.
        self.ranked.sort_by_key(|it| std::cmp::Reverse(count_of(it)));
        let hard = self.ranked.iter().filter(|it| count_of(it) > 0).count();
        let count = hard.max(2 * may_fail + may_fail / 2).max(FEWEST).min(self.ranked.len());
        let (hard, others) = self.ranked.split_at(count);
        self.race.asked = hard.iter().map(|it| (*it, 0)).collect();
        self.easy = few_of(others);
    }

    /// For each of some confidences the cheapest combination that breaks no more of the replications, as far as one is
    /// found. `None` when stopped.
    pub(super) fn keeping(&mut self, start: &Candidate, levels: &[f64]) -> Option<Vec<Candidate>> {
        let mut all = Vec::new();
        for &level in levels {
            let may_fail = failures(level, self.ranked.len());
            let wanted = Wanted { may_fail, ..self.anything() };
            all.extend(self.combination(start, wanted, SEARCHED)?);
        }
        Some(all)
    }

    /// Combinations that cost clearly less than a rule and break more of the replications than the first that was
    /// found, but no more than so many; with how many they break. `None` when stopped.
    pub(super) fn cheaper_combinations(
        &mut self,
        rule: &Candidate,
        most: usize,
    ) -> Option<Vec<(usize, Candidate)>> {
        let paid = |it: (usize, &Choice)| self.prices.paid(it.0, *it.1);
        let people: Option<f64> = rule.rules.iter().enumerate().map(paid).sum();
        let Some(before) = people.map(|it| it + self.prices.of_levers(&rule.moves)) else {
            return Some(Vec::new());
        };
        let below = before * (1.0 - WORTH);
        let most = most.min(self.race.may_fail + DOWN);
        let mut cheaper: Vec<(usize, Candidate)> = Vec::new();
        for may_fail in (self.race.may_fail + 1..=most).step_by(STEP) {
            let wanted = Wanted { may_fail, below, ..self.anything() };
            let found = self.combination(rule, wanted, ASIDE)?;
            cheaper.extend(found.map(|it| (self.told(&it).0, it)));
        }
        cheaper.dedup();
        Some(cheaper)
    }
}

/// A rule with the choices and levers of a combination.
pub(super) fn of(start: &Candidate, found: Combination) -> Candidate {
    Candidate { rules: found.choices, moves: found.levers, ..start.clone() }
}
