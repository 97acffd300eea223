//! Caps: the best plan within so many people, or so much money.
//!
//! Person by person, each time the one who helps most: the promises kept, then the months in which
//! they are broken, then the late items. Where somebody helps, somebody is hired: a cap is answered
//! with a plan, never with "nobody".

use super::data::Cap;
use super::search::{RuleSearch, with};
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::Played;
use crate::plan::search::hire_options::{Candidate, Choice};

/// Replications that tell who helps most.
const FEW: usize = 16;

impl RuleSearch<'_, '_> {
    /// The plan within a cap, from a rule that is beyond it; `None` when stopped.
    pub(crate) fn within(&mut self, rule: &Candidate, cap: &Cap) -> Option<Candidate> {
        let few = self.typical(FEW);
        let mut best = rule.clone();
        // A cap on people counts everybody.
        let temporary = |it: &Choice| it.temporary && matches!(cap, Cap::Budget(_));
        best.rules.iter_mut().for_each(|it| {
            *it = Choice { now: 0, most: 0, temporary: temporary(it), ..*it };
        });
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
                // Now, as the plan would; and only later, which costs less.
                let before = best.rules[position].now;
                let mut nows = vec![most.min(wanted.now.max(before)), before];
                nows.dedup();
                for now in nows {
                    let more = with(&best, position, Choice { now, ..choice });
                    if !self.is_within(&more, &few, cap)? {
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
                _ => return Some(best),
            }
        }
    }

    /// The cap that a plan is beyond, if any.
    pub(crate) fn beyond(&mut self, rule: &Candidate, caps: &[Cap]) -> Option<Option<Cap>> {
        let few = self.typical(FEW);
        for cap in caps {
            if !self.is_within(rule, &few, cap)? {
                return Some(Some(cap.clone()));
            }
        }
        Some(None)
    }

    /// Whether a plan stays within a cap: people in every future, money on average.
    pub(crate) fn is_within(
        &mut self,
        rule: &Candidate,
        replications: &[u64],
        cap: &Cap,
    ) -> Option<bool> {
        let allowed: u32 = rule.rules.iter().map(|it| it.most.max(it.now)).sum();
        let only_these = !rule.rules.iter().any(|it| it.temporary);
        if matches!(cap, Cap::People(most) if only_these && allowed <= *most) {
            return Some(true);
        }
        self.race.lab.simulate(rule, replications)?;
        let played = self.race.lab.played(rule, replications);
        Some(match cap {
            Cap::People(most) => played
                .iter()
                .all(|it| it.staff.hires() + it.staff.temporary.len() <= *most as usize),
            Cap::Budget(money) => {
                let cost: f64 = played.iter().map(|it| it.staff.cost()).sum();
                cost / played.len().max(1) as f64 <= *money
            }
        })
    }

    fn score(&mut self, rule: &Candidate, replications: &[u64]) -> Option<Score> {
        self.race.lab.simulate(rule, replications)?;
        let promises = self.race.promises;
        let played = self.race.lab.played(rule, replications);
        Some(played.iter().fold(Score::default(), |sum, it| sum.with(promises, it)))
    }
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
