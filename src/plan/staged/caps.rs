//! Caps: the best plan within so many people, or so much money.
//!
//! Person by person, each time the one who helps most: the promises kept, then the months in which
//! they are broken, then the late items. Where somebody helps, somebody is hired: a cap is answered
//! with a plan, never with "nobody". All caps hold at once: nobody beyond the number of people may be asked for
//! in any future, and the money is what fresh replications cost on average.

use super::Asked;
use super::data::Cap;
use super::proof::Proof;
use super::search::{RuleSearch, with};
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::Played;
use crate::plan::search::hire_options::{Candidate, Choice};
use crate::scenario::Discipline;

/// Replications that tell who helps most.
const FEW: usize = 16;
/// How many times a plan that costs more in fresh replications than it may is made cheaper.
const TRIES: usize = 3;

impl RuleSearch<'_, '_> {
    /// A proof whose plan is within all caps: that of the plan which was found, or of the best within them; and
    /// whether they bind. `None` when stopped.
    pub(crate) fn kept_within(
        &mut self,
        found: Option<Proof>,
        rule: &Candidate,
        asked: &Asked,
    ) -> Option<(Proof, bool)> {
        if let Some(proof) = found {
            if !self.beyond_in_fresh(&proof, &asked.caps)? {
                return Some((proof, false));
            }
            self.race.lab.take_fresh();
        }
        Some((self.prove_within(rule, asked)?, true))
    }

    /// The best plan within the caps that are asked for, held against fresh replications: what it costs in
    /// those is within the cap on money as well. `None` when stopped.
    fn prove_within(&mut self, rule: &Candidate, asked: &Asked) -> Option<Proof> {
        let (mut caps, mut left) = (asked.caps.clone(), TRIES);
        loop {
            let best = self.within(rule, &caps)?;
            let proof = self.prove(best, asked, false)?;
            let cost = self.cost_in_fresh(&proof)?;
            left -= 1;
            let over = of_money(&asked.caps).filter(|money| cost > *money && left > 0);
            let Some(money) = over else {
                return Some(proof);
            };
            for cap in &mut caps {
                if let Cap::Budget(most) = cap {
                    *most *= money / cost;
                }
            }
            self.race.lab.take_fresh();
        }
    }

    fn cost_in_fresh(&mut self, proof: &Proof) -> Option<f64> {
        let rule = &proof.answer.rule;
        let fresh = self.race.lab.fresh(proof.answer.kept.of);
        self.race.lab.simulate(rule, &fresh)?;
        let played = self.race.lab.played(rule, &fresh);
        let cost: f64 = played.iter().map(|it| it.staff.cost()).sum();
        Some(cost / played.len().max(1) as f64)
    }

    /// The plan within all of some caps, from a rule that is beyond one; `None` when stopped.
    pub(crate) fn within(&mut self, rule: &Candidate, caps: &[Cap]) -> Option<Candidate> {
        let few = self.typical(FEW);
        let mut best = rule.clone();
        let [people, money] = [of_people(caps).is_some(), of_money(caps).is_some()];
        best.rules.iter_mut().for_each(|it| {
            // A cap on people counts everybody.
            *it = Choice { now: 0, most: 0, temporary: it.temporary && !people, ..*it };
        });
        if !self.is_within(&best, caps)? {
            best.moves.clear();
        }
        if !self.is_within(&best, caps)? {
            best.rules.iter_mut().for_each(|it| it.temporary = false);
        }
        let mut worst = self.score(&best, &few)?;
        loop {
            let mut step: Option<(Score, Candidate)> = None;
            for position in 0..best.rules.len() {
                let wanted = rule.rules[position];
                let most = best.rules[position].most + 1;
                if most > wanted.most {
                    continue;
                }
                let target = if wanted.target == 0 { LAST_RESORT } else { wanted.target };
                let choice = Choice { target, most, ..best.rules[position] };
                // Now, as the plan would; and, where money counts, only later, which costs less.
                let before = best.rules[position].now;
                let mut nows = vec![most.min(wanted.now.max(before))];
                nows.extend((money || !people).then_some(before));
                nows.dedup();
                for now in nows {
                    let more = with(&best, position, Choice { now, ..choice });
                    if !self.is_within(&more, caps)? {
                        continue;
                    }
                    let score = self.score(&more, &few)?;
                    if step.as_ref().is_none_or(|it| score < it.0) {
                        step = Some((score, more));
                    }
                }
            }
            match step {
                Some((score, more)) if score < worst => (worst, best) = (score, more),
                _ => break,
            }
        }
        // Where there is too much work, what is due first may make everything late at once.
        let is_due = best.order == Some(Discipline::EarliestDue);
        let as_it_is = Candidate { order: None, ..best.clone() };
        let other = is_due && !caps.is_empty() && self.score(&as_it_is, &few)? < worst;
        Some(if other { as_it_is } else { best })
    }

    /// Whether a plan is beyond one of some caps: people in any known replication, money on average.
    pub(crate) fn beyond(&mut self, rule: &Candidate, caps: &[Cap]) -> Option<bool> {
        if caps.is_empty() {
            return Some(false);
        }
        let known = self.known();
        self.race.lab.simulate(rule, &known)?;
        let most = of_people(caps).is_some_and(|most| self.exceeds(rule, &known, most));
        let money = of_money(caps).map(|money| Some(self.cost(rule)? > money));
        Some(most || money.unwrap_or(Some(false))?)
    }

    /// The same in the fresh replications that a plan was held against.
    fn beyond_in_fresh(&mut self, proof: &Proof, caps: &[Cap]) -> Option<bool> {
        if caps.is_empty() {
            return Some(false);
        }
        let (cost, rule) = (self.cost_in_fresh(proof)?, &proof.answer.rule);
        let fresh = self.race.lab.fresh(proof.answer.kept.of);
        Some(
            of_people(caps).is_some_and(|most| self.exceeds(rule, &fresh, most))
                || of_money(caps).is_some_and(|money| cost > money),
        )
    }

    fn exceeds(&self, rule: &Candidate, replications: &[u64], most: u32) -> bool {
        let played = self.race.lab.played(rule, replications);
        played.iter().any(|it| it.staff.hires() + it.staff.temporary.len() > most as usize)
    }

    /// Whether a plan certainly stays within the number of people, and with its mean cost within the money.
    fn is_within(&mut self, rule: &Candidate, caps: &[Cap]) -> Option<bool> {
        let allowed: u32 = rule.rules.iter().map(|it| it.most.max(it.now)).sum();
        if of_people(caps).is_some_and(|most| allowed > most) {
            return Some(false);
        }
        match of_money(caps) {
            Some(money) => Some(self.cost(rule)? <= money),
            None => Some(true),
        }
    }

    fn score(&mut self, rule: &Candidate, replications: &[u64]) -> Option<Score> {
        self.race.lab.simulate(rule, replications)?;
        let promises = self.race.promises;
        let played = self.race.lab.played(rule, replications);
        Some(played.iter().fold(Score::default(), |sum, it| sum.with(promises, it)))
    }
}

fn of_people(caps: &[Cap]) -> Option<u32> {
    caps.iter().find_map(|it| match it {
        Cap::People(most) => Some(*most),
        Cap::Budget(_) => None,
    })
}

fn of_money(caps: &[Cap]) -> Option<f64> {
    caps.iter().find_map(|it| match it {
        Cap::Budget(money) => Some(*money),
        Cap::People(_) => None,
    })
}

/// Up to this load is hired where the plan hires nobody after the start, in per cent.
const LAST_RESORT: u32 = 84;

/// How bad a plan is: worse is more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    broken: usize,
    months: usize,
    late: u32,
}

impl Score {
    fn with(self, promises: &Promises, played: &Played) -> Self {
        let months = (0..promises.goals.len())
            .map(|goal| promises.missed(&played.seen, goal).iter().count())
            .sum::<usize>();
        Self {
            broken: self.broken + usize::from(months > 0),
            months: self.months + months,
            late: self.late + played.seen.breaches(0..played.seen.months()),
        }
    }
}
