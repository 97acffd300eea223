//! Caps: the best plan within so many people, or so much money.
//!
//! Person by person, each time the one who helps most: the promises kept, then the months in which
//! they are broken, then the late items. Where even so most replications break a promise, nobody can rely
//! on any share of them, and the late items alone decide. Where somebody helps, somebody is hired: a cap is
//! answered with a plan, never with "nobody". All caps hold at once: nobody beyond the number of people may be asked
//! for in any future, and the money is what fresh replications cost on average.

use super::Asked;
use super::data::Cap;
use super::proof::Proof;
use super::search::{RuleSearch, so_many_of, with};
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
        let mut nobody = rule.clone();
        let people = of_people(caps).is_some();
        nobody.rules.iter_mut().for_each(|it| {
            // A cap on people counts everybody.
            *it = Choice { now: 0, most: 0, temporary: it.temporary && !people, ..*it };
        });
        if !self.is_within(&nobody, caps)? {
            nobody.moves.clear();
        }
        if !self.is_within(&nobody, caps)? {
            nobody.rules.iter_mut().for_each(|it| it.temporary = false);
        }
        let mut aim = Aim::Promises;
        let (mut score, mut best) = self.person_by_person(nobody.clone(), rule, caps, aim)?;
        self.fewest_late = None;
        if 2 * score.broken > score.of {
            aim = Aim::FewLate;
            let other = self.person_by_person(nobody, rule, caps, aim)?;
            if aim.of(&other.0) < aim.of(&score) {
                self.fewest_late = Some((score.of - score.broken, score.of));
                (score, best) = other;
            }
        }
        // Where there is too much work, what is due first may make everything late at once.
        let is_due = best.order == Some(Discipline::EarliestDue);
        let as_it_is = Candidate { order: None, ..best.clone() };
        let other = is_due && !caps.is_empty() && aim.of(&self.score(&as_it_is)?) < aim.of(&score);
        Some(if other { as_it_is } else { best })
    }

    /// The people of a rule, one after the other, as long as one is within the caps and makes the plan better; and how
    /// bad it still is. `None` when stopped.
    fn person_by_person(
        &mut self,
        mut best: Candidate,
        rule: &Candidate,
        caps: &[Cap],
        aim: Aim,
    ) -> Option<(Score, Candidate)> {
        let may_wait = of_money(caps).is_some() || of_people(caps).is_none();
        let mut worst = self.score(&best)?;
        loop {
            let mut step: Option<(Score, Candidate)> = None;
            for position in 0..best.rules.len() {
                let (wanted, there) = (rule.rules[position], best.rules[position]);
                let most = there.most + 1;
                if most > wanted.most {
                    continue;
                }
                let target = if wanted.target == 0 { LAST_RESORT } else { wanted.target };
                // Now, as the plan would; and, where money counts, only later, which costs less.
                let mut nows = vec![most.min(wanted.now.max(there.now))];
                nows.extend(may_wait.then_some(there.now));
                // Who is there from the start spares most late items.
                nows.extend((aim == Aim::FewLate).then_some(there.now + 1));
                nows.sort_unstable_by(|a, b| b.cmp(a));
                nows.dedup();
                for now in nows {
                    let choice = Choice { target, most, now, ..there };
                    let more = with(&best, position, choice);
                    if !self.is_within(&more, caps)? {
                        continue;
                    }
                    let score = self.score(&more)?;
                    if step.as_ref().is_none_or(|it| aim.of(&score) < aim.of(&it.0)) {
                        step = Some((score, more));
                    }
                }
            }
            match step {
                Some((score, more)) if aim.of(&score) < aim.of(&worst) => {
                    (worst, best) = (score, more)
                }
                _ => return Some((worst, best)),
            }
        }
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

    /// How bad a plan is in replications of every kind.
    fn score(&mut self, rule: &Candidate) -> Option<Score> {
        let few = so_many_of(&self.ranked, FEW);
        self.race.lab.simulate(rule, &few)?;
        let promises = self.race.promises;
        let played = self.race.lab.played(rule, &few);
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

/// What decides between plans.
#[derive(Clone, Copy, PartialEq)]
enum Aim {
    Promises,
    FewLate,
}

impl Aim {
    /// How bad a plan is, what decides first: worse is more.
    fn of(self, Score { broken, months, late, .. }: &Score) -> [u64; 3] {
        match self {
            Self::Promises => [*broken, *months, *late],
            Self::FewLate => [*late, *broken, *months],
        }
    }
}

/// What is seen of a plan in some replications.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    broken: u64,
    months: u64,
    late: u64,
    of: u64,
}

impl Score {
    fn with(self, promises: &Promises, played: &Played) -> Self {
        let months = (0..promises.goals.len())
            .map(|goal| promises.missed(&played.seen, goal).iter().count() as u64)
            .sum::<u64>();
        Self {
            broken: self.broken + u64::from(months > 0),
            months: self.months + months,
            late: self.late + u64::from(played.seen.breaches(0..played.seen.months())),
            of: self.of + 1,
        }
    }
}
