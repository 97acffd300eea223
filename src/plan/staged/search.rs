//! Search: the cheapest rule that keeps every promise in enough replications.
//!
//! What is searched is small on purpose: whom to ask for now and one target a role, levers, and the order of
//! the queue. On from what the work itself asks for (`fluid`) the cheapest combination of each role's
//! choices and of levers is found (`by_role`); where there is none that suffices, the rule is made stricter
//! until it does (`stricter`), and then laxer as long as it does. What is known of one rule tells of others
//! (`known`). A rule is held against the hardest replications first and given up when too many break;
//! what it costs is told by those and by a sample of the easy ones, in which waiting saves most.

use super::combination::{Prices, SAME};
use super::known::Known;
use super::warning::RefusedOrder;
use crate::plan::ground::failures;
use crate::plan::promises::Promises;
use crate::plan::search::Search;
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::{Candidate, Choice, FIRST, REVIEW};

/// The least target of a role, in per cent.
pub(super) const LEAST: u32 = 44;
/// Steps of the target, in per cent, while it is made laxer.
pub(super) const LAXER: [u32; 2] = [8, 4];
/// Steps of the target, in per cent, that make up for a person who is not asked for now (down), or is
/// asked for now and not later (up).
const INSTEAD: [u32; 2] = [8, 16];
/// One replication of so many is hard, and of the others one of so many tells the cost.
const HARD: usize = 3;
const EASY: usize = 8;
/// Steps until a rule that does not suffice is given up.
const STEPS: usize = 24;
/// Whom the first review asks for in all but this share of the replications is needed whatever turns out.
const HARDLY_ANY: f64 = 0.1;

/// A search among rules.
pub(crate) struct RuleSearch<'l, 'a> {
    /// The race that candidates of every kind are in.
    pub(crate) race: Search<'l, 'a>,
    /// Replications that tell what the easy ones cost.
    pub(super) easy: Vec<u64>,
    /// All of them, the hardest first.
    pub(crate) ranked: Vec<u64>,
    /// The share of them that must keep every promise.
    pub(super) share: f64,
    /// The share in which everybody who may be hired keeps them: no more is asked of a rule.
    pub(super) attained: f64,
    /// What is known of rules in those replications.
    pub(super) known: Known,
    /// What choices and levers cost.
    pub(super) prices: Prices,
    /// Replications that tell what each of those choices costs.
    pub(super) priced: Vec<u64>,
    /// The order of due dates, where it was given up.
    pub(super) refused_order: Option<RefusedOrder>,
    /// Where late items alone decided who is hired within the caps: in how many of how many replications every
    /// promise is kept by those whom the promises would have taken.
    pub(super) fewest_late: Option<(u64, u64)>,
}

impl<'l, 'a> RuleSearch<'l, 'a> {
    /// A search over some replications, the hardest first, of which a share must keep every promise
    /// when everybody who may be hired keeps them in so many.
    pub(crate) fn new(
        lab: &'l mut Lab<'a>,
        promises: &'l Promises,
        ranked: Vec<u64>,
        (share, attained): (f64, f64),
        budget: usize,
    ) -> Self {
        let may_fail = failures(share, ranked.len());
        let count = (ranked.len() / HARD).max(2 * may_fail + may_fail / 2).min(ranked.len());
        let (hard, others) = ranked.split_at(count);
        let easy = few_of(others);
        let priced = few_of(&ranked);
        let race = Search::new(lab, promises, hard, may_fail, budget);
        Self {
            race,
            easy,
            ranked,
            share,
            attained,
            known: Known::default(),
            prices: Prices::default(),
            priced,
            refused_order: None,
            fewest_late: None,
        }
    }

    /// The cheapest rule that is found from a first guess on, and whether it suffices; `None` when
    /// stopped.
    pub(crate) fn cheapest(&mut self, start: Candidate) -> Option<(Candidate, bool)> {
        let (found, good) = self.by_role(&start)?;
        // What was mended is held against all before it is made laxer, so that what is hard for it is known.
        let (best, good) = match good {
            true => (found, true),
            false => match self.suffice(found)? {
                (best, true) => self.sure(best)?,
                unsure => unsure,
            },
        };
        if !good {
            return Some((best, false));
        }
        let best = self.laxer(best)?;
        Some((self.sooner(best)?, true))
    }

    /// Makes a rule stricter until it suffices.
    pub(crate) fn suffice(&mut self, rule: Candidate) -> Option<(Candidate, bool)> {
        self.suffice_within(rule, usize::MAX)
    }

    /// The same, given up after about so many replications.
    pub(crate) fn suffice_within(
        &mut self,
        mut rule: Candidate,
        replications: usize,
    ) -> Option<(Candidate, bool)> {
        let until = self.race.lab.spent().saturating_add(replications);
        for _ in 0..STEPS {
            if self.race.lab.spent() >= until {
                break;
            }
            if self.race.is_good(&rule)? {
                return Some((rule, true));
            }
            match self.stricter(&rule)? {
                Some(stricter) => rule = stricter,
                None => return Some((rule, false)),
            }
        }
        Some((rule, false))
    }

    /// What a rule costs, mean over all replications.
    pub(crate) fn cost(&mut self, rule: &Candidate) -> Option<f64> {
        let easy = self.easy.clone();
        self.race.lab.simulate(rule, &easy)?;
        Some(self.mean(rule, |it| it.staff.cost()))
    }

    /// The mean of a number over all replications, from the hard and the easy ones that are known.
    fn mean(&self, rule: &Candidate, number: impl Fn(&Played) -> f64) -> f64 {
        let hard: Vec<u64> = self.race.asked.iter().map(|it| it.0).collect();
        let mean = |replications: &[u64]| {
            let played = self.race.lab.played(rule, replications);
            let sum: f64 = played.iter().map(|it| number(it)).sum();
            (!played.is_empty()).then(|| sum / played.len() as f64)
        };
        let part = hard.len() as f64 / self.ranked.len() as f64;
        match (mean(&hard), mean(&self.easy)) {
            (Some(hard), Some(easy)) => part * hard + (1.0 - part) * easy,
            (Some(known), None) | (None, Some(known)) => known,
            (None, None) => f64::INFINITY,
        }
    }

    /// Makes a rule that suffices laxer as long as it does and costs less: one number of each role at a time,
    /// of all roles at once, because each breaks promises of its own.
    pub(crate) fn laxer(&mut self, mut best: Candidate) -> Option<Candidate> {
        // What was too lax, or no cheaper, when the rest of the rule was stricter still is.
        let mut refused: Vec<(usize, Choice)> = Vec::new();
        self.cost(&best)?;
        loop {
            let mut tried = self.next_choices(&best, &refused);
            if tried.is_empty() {
                return Some(best);
            }
            while !tried.is_empty() {
                if self.is_over() {
                    return Some(best);
                }
                let other = tried.iter().fold(best.clone(), |it, one| with(&it, one.0, one.1));
                let good = self.settle(&other, self.race.may_fail, usize::MAX)?;
                let dearer = match good {
                    true => {
                        self.cost(&other)?;
                        let dearer = |it: usize| self.paid(&other, it) >= self.paid(&best, it);
                        tried.iter().position(|it| dearer(it.0))
                    }
                    false => Some(self.worst(&best, &other, &tried)),
                };
                match dearer {
                    Some(at) => refused.push(tried.remove(at)),
                    None => {
                        best = other;
                        break;
                    }
                }
            }
        }
    }

    /// The next laxer choice of each role that was not refused.
    fn next_choices(&self, best: &Candidate, refused: &[(usize, Choice)]) -> Vec<(usize, Choice)> {
        let positions = 0..best.rules.len();
        let next = positions.filter_map(|position| {
            let mut choices = laxer(best.rules[position], self.hires_later(best, position));
            choices.extend(self.without_temporary(best, position));
            let is_open = |it: &Choice| {
                // What was combined was not taken.
                !self.prices.has(position, *it)
                    && !refused.contains(&(position, *it))
                    && self.may_suffice(&with(best, position, *it))
            };
            let next = choices.into_iter().find(is_open);
            next.map(|it| (position, it))
        });
        next.collect()
    }

    /// What the people of a role cost, mean over what is known of a rule.
    pub(super) fn paid(&self, rule: &Candidate, position: usize) -> f64 {
        let role = self.race.lab.lattice.openings[position].role.index();
        self.mean(rule, |it| it.staff.paid[role])
    }

    /// Of some choices that together break too many replications, the one that breaks most for what it saves.
    fn worst(&self, best: &Candidate, other: &Candidate, tried: &[(usize, Choice)]) -> usize {
        let breaks = self.breaks(other);
        let worth = |&(position, choice): &(usize, Choice)| {
            let role = self.race.lab.lattice.openings[position].role;
            let goals = &self.race.promises.goals;
            let own = breaks.iter().filter(|it| goals[it.1].roles.contains(&role)).count();
            own as f64 / self.saves(best, position, choice).max(1.0)
        };
        let worst = (0..tried.len()).max_by(|&a, &b| worth(&tried[a]).total_cmp(&worth(&tried[b])));
        worst.unwrap_or(0)
    }

    /// Nobody for a time, where the rule takes somebody on in some known replication.
    fn without_temporary(&self, rule: &Candidate, position: usize) -> Option<Choice> {
        let choice = rule.rules[position];
        let role = self.race.lab.lattice.openings[position].role;
        let played = self.race.lab.played(rule, &self.known());
        let mut taken = played.iter().map(|it| it.staff.temporary_of(role).count());
        taken.any(|it| it > 0).then_some(Choice { temporary: false, ..choice })
    }

    /// Replications that may be known to their end.
    pub(super) fn known(&self) -> Vec<u64> {
        self.easy.iter().copied().chain(self.race.asked.iter().map(|it| it.0)).collect()
    }

    /// Whether the rule asks for somebody of a role after the start in some known replication.
    pub(super) fn hires_later(&self, rule: &Candidate, position: usize) -> bool {
        let role = self.race.lab.lattice.openings[position].role.index();
        let now = rule.rules[position].now as usize;
        self.race.lab.played(rule, &self.known()).iter().any(|it| it.staff.asked[role].len() > now)
    }

    /// Of rules that cost the same, the one with fewer late items before the promises count: who is
    /// asked for at the first review in nearly all replications anyhow may be asked for now.
    fn sooner(&mut self, mut best: Candidate) -> Option<Candidate> {
        let cost = self.cost(&best)?;
        for position in 0..best.rules.len() {
            while self.asks_soon(&best, position) {
                let choice = best.rules[position];
                let other = with(&best, position, Choice { now: choice.now + 1, ..choice });
                let good = self.race.is_good(&other)?;
                let same = good && self.cost(&other)? <= cost * (1.0 + SAME);
                if !same || self.early(&other) >= self.early(&best) {
                    break;
                }
                best = other;
            }
        }
        Some(best)
    }

    /// Whether the first review asks for somebody more in nearly all known replications.
    pub(super) fn asks_soon(&self, rule: &Candidate, position: usize) -> bool {
        let role = self.race.lab.lattice.openings[position].role.index();
        let Choice { now, most, .. } = rule.rules[position];
        let known = self.race.lab.played(rule, &self.known());
        let soon = |it: &&&Played| {
            let next = it.staff.asked[role].get(now as usize);
            next.is_some_and(|month| *month < FIRST + REVIEW / 2.0)
        };
        let others = known.len() - known.iter().filter(soon).count();
        now < most && others as f64 <= HARDLY_ANY * known.len() as f64
    }

    /// Late items before everything counts, in the easy replications.
    fn early(&self, rule: &Candidate) -> u32 {
        let from = self.race.promises.all_from();
        let seen = self.race.lab.recall(rule, &self.easy);
        seen.iter().map(|it| it.breaches(0..from.min(it.months()))).sum()
    }

    /// Positions of the roles, by what their people cost.
    pub(super) fn dearest_first(&self, rule: &Candidate) -> Vec<usize> {
        let played = self.race.lab.played(rule, &self.easy);
        let openings = &self.race.lab.lattice.openings;
        let cost = |position: usize| {
            let role = openings[position].role.index();
            played.iter().map(|it| it.staff.paid[role]).sum::<f64>()
        };
        let mut order: Vec<usize> = (0..rule.rules.len()).collect();
        order.sort_by(|&a, &b| cost(b).total_cmp(&cost(a)));
        order
    }

    fn is_over(&self) -> bool {
        self.race.lab.spent() >= self.race.limit
    }
}

/// A few of some replications, evenly spread.
pub(super) fn few_of(replications: &[u64]) -> Vec<u64> {
    replications.iter().copied().skip(EASY / 2).step_by(EASY).collect()
}

/// So many of some replications about, evenly spread: of every kind.
pub(super) fn so_many_of(replications: &[u64], count: usize) -> Vec<u64> {
    replications.iter().copied().step_by(replications.len().div_ceil(count).max(1)).collect()
}

/// A rule with another choice for one role.
pub(crate) fn with(rule: &Candidate, position: usize, choice: Choice) -> Candidate {
    let mut changed = rule.clone();
    changed.rules[position] = choice;
    changed
}

/// Laxer choices for a role: one person fewer now, the same with more later instead, one more now
/// instead of more later, and a higher load where somebody is hired later at all.
fn laxer(choice: Choice, hires_later: bool) -> Vec<Choice> {
    let Choice { now, target, most, .. } = choice;
    let mut laxer = Vec::new();
    if now > 0 {
        laxer.push(Choice { now: now - 1, ..choice });
        let lower = INSTEAD.into_iter().filter(|it| target >= LEAST + it);
        laxer.extend(lower.map(|it| Choice { now: now - 1, target: target - it, ..choice }));
    }
    if hires_later {
        // Who waits for the first review must later be made up for: asked for now, fewer do.
        let higher = INSTEAD.into_iter().rev().filter(|it| now < most && target + it <= 100);
        laxer.extend(higher.map(|it| Choice { now: now + 1, target: target + it, ..choice }));
        let higher = LAXER.into_iter().filter(|it| target + it <= 100);
        laxer.extend(higher.map(|it| Choice { target: target + it, ..choice }));
        // Nobody after the start is the laxest of all.
        laxer.extend((target > 88).then_some(Choice { target: 0, ..choice }));
    }
    laxer
}
