//! By role: the cheapest combination of choices for all roles, and of levers.
//!
//! Choices for all roles are tried at once, the laxest first, and what each costs is told by a few
//! replications and between loads by the line through them. Which combination keeps enough is then found without
//! trying all of them: the cheapest that may be expected to is simulated where it is not known, all
//! roles and levers together, until it is known to break too much or not to; what was seen changes what is
//! expected of the others.

use super::combination::{Combination, Wanted};
use super::known::Known;
use super::search::{RuleSearch, few_of};
use crate::plan::search::hire_options::{Candidate, Choice};

/// Loads that are tried, in per cent: a queue that still moves, and one that hardly waits.
const TRIED: [u32; 2] = [84, 64];
/// Loads that are combined, in per cent.
const COMBINED: [u32; 5] = [84, 76, 70, 64, 54];
/// So many people asked for now are tried, on from those of the first guess.
const MORE: u32 = 3;
/// Replications in which a lever is priced.
const PRICED: usize = 6;
/// How likely what is not known is broken, for each role that a promise hangs on: first, and where nothing may be
/// expected to suffice.
const UNKNOWN: f64 = 0.2;
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
        let plain = Candidate { moves: Vec::new(), ..start.clone() };
        if !self.known.is_of(plain.order) {
            self.begin(&plain)?;
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

    /// Tries choices for all roles, on from a rule, and prices levers.
    fn begin(&mut self, start: &Candidate) -> Option<()> {
        self.known = Known::nothing(self.race.lab, self.race.promises, start.order);
        self.prices.tried = vec![Vec::new(); start.rules.len()];
        self.prices.choices = start.rules.iter().map(|it| choices(*it, &COMBINED)).collect();
        let rows: Vec<Vec<Choice>> = start.rules.iter().map(|it| choices(*it, &TRIED)).collect();
        for row in 0..rows.iter().map(Vec::len).max().unwrap_or(0) {
            let rules = rows.iter().map(|it| it[row.min(it.len() - 1)]).collect();
            let rule = Candidate { rules, ..start.clone() };
            // What one keeps, a stricter one keeps as well.
            let (_, unknown) = self.known.told(&rule, &self.ranked);
            let open = |it: &u64| self.priced.contains(it) || unknown.contains(it);
            let open: Vec<u64> = self.ranked.iter().copied().filter(open).collect();
            self.look(&rule, &open)?;
            for (position, choice) in rule.rules.iter().enumerate() {
                if self.prices.tried[position].iter().all(|it| it.0 != *choice) {
                    let paid = self.paid_in_few(&rule, position);
                    self.prices.tried[position].push((*choice, paid));
                }
            }
        }
        self.known.everything_was_tried();
        self.prices.levers.clear();
        let alone = self.prices.cheapest(&self.known, self.anything(), UNKNOWN);
        let alone = alone.map_or(start.clone(), |it| of(start, it));
        for lever in 0..self.race.lab.moves.len() as u8 {
            let price = self.price(&alone, lever)?;
            self.prices.levers.push(price);
        }
        Some(())
    }

    /// What a lever costs more than it spares, when nothing else is chosen for its sake; infinite where it breaks
    /// what is kept without it.
    fn price(&mut self, rule: &Candidate, lever: u8) -> Option<f64> {
        let few: Vec<u64> = self.priced.iter().copied().rev().take(PRICED).collect();
        let pulled = Candidate { moves: vec![lever], ..rule.clone() };
        let mut seen = |it: &Candidate| -> Option<(f64, usize)> {
            self.look(it, &few)?;
            let played = self.race.lab.played(it, &few);
            let kept = played.iter().filter(|it| self.race.promises.kept(&it.seen)).count();
            Some((played.iter().map(|it| it.staff.cost()).sum(), kept))
        };
        let (with, without) = (seen(&pulled)?, seen(rule)?);
        // So few replications do not tell that it saves anything by itself.
        let price = ((with.0 - without.0) / few.len().max(1) as f64).max(0.0);
        Some(if with.1 < without.1 { f64::INFINITY } else { price })
    }

    /// What the people of a role cost in the few replications in which every choice is tried, mean.
    fn paid_in_few(&self, rule: &Candidate, position: usize) -> f64 {
        let role = self.race.lab.lattice.openings[position].role.index();
        let played = self.race.lab.played(rule, &self.priced);
        played.iter().map(|it| it.staff.paid[role]).sum::<f64>() / played.len().max(1) as f64
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

    /// Simulates a rule to the end in some replications, and notes what it keeps.
    fn look(&mut self, rule: &Candidate, replications: &[u64]) -> Option<()> {
        self.race.lab.simulate(rule, replications)?;
        self.note(rule, replications);
        Some(())
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
fn of(start: &Candidate, found: Combination) -> Candidate {
    Candidate { rules: found.choices, moves: found.levers, ..start.clone() }
}

/// Choices for a role, the laxest first.
fn choices(start: Choice, loads: &[u32]) -> Vec<Choice> {
    if start.target == 0 {
        return vec![start];
    }
    let nows = start.now..=(start.now + MORE).min(start.most);
    let with = |now: u32| loads.iter().map(move |&target| Choice { now, target, ..start });
    nows.flat_map(with).collect()
}
