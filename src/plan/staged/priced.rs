//! Priced: what each promise costs, by what the plan would cost if it were relaxed by the next step.
//!
//! A step is one that is negotiated: a share five or ten points lower, twice the limit, working days in place
//! of calendar days. The relaxed plan is searched on from the plan, on the replications of its search, and must
//! keep what is then promised in as many of them as the plan keeps what is promised now: a plan that is less
//! sure is cheaper whatever is relaxed. It is set against what the same search finds when nothing is relaxed:
//! what it would have found anyhow no promise costs. Where no promise of a role saves for certain alone, all of
//! them are relaxed together: its people are hired for all of them.

use super::beside::dearer;
use super::data::{PricedPromise, Relaxed, RelaxedTogether, Step};
use super::relaxed_study::{has_calendar_days, relaxed_study};
use super::search::RuleSearch;
use crate::ids::SlaId;
use crate::plan::promises::Promises;
use crate::plan::promises::observation::Seen;
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::Candidate;

/// By how much a share is relaxed, and where that does not save for certain.
const STEP: f64 = 0.05;
const FAR: f64 = 0.10;
/// How many times as long a limit is.
const LONGER: f64 = 2.0;
/// Replications of the search for a relaxed plan, and fresh ones of the plan that is found.
const SEARCHING: usize = 240;
/// Replications of the search with nothing relaxed.
const AS_IT_IS: usize = 600;
const LOOKED_AT: u64 = 40;

/// Every promise as the plan keeps it; with its price where that is asked for, by the replications of the search,
/// the hardest first, and the confidence. Then those of each role together. `None` when stopped.
pub(crate) fn promises(
    lab: &mut Lab<'_>,
    all: &Promises,
    rule: &Candidate,
    searched: Option<(&[u64], f64)>,
) -> Option<(Vec<PricedPromise>, Vec<RelaxedTogether>)> {
    let nobody = lab.lattice.as_it_is();
    // With the plan and without it the same are told.
    let is_known = |it: &u64| !lab.recall(&nobody, &[*it]).is_empty();
    let few: Vec<u64> = lab.fresh(LOOKED_AT).into_iter().filter(is_known).collect();
    let mut priced = Vec::new();
    for goal in 0..all.goals.len() {
        let facts = &all.goals[goal];
        let share = |rule: &Candidate| share(&lab.recall(rule, &few), goal, all.from[goal]);
        priced.push(PricedPromise {
            sla: facts.sla,
            asked: lab.base().slas[facts.sla.index()].target,
            stated: facts.asked,
            planned: facts.share,
            with: share(rule),
            without: share(&nobody),
            of: few.len() as u64,
            relaxed: Vec::new(),
        });
    }
    let Some((ranked, confidence)) = searched else {
        return Some((priced, Vec::new()));
    };
    let kept = lab.keeps(rule, all, ranked)?;
    let share = kept.iter().filter(|it| **it).count() as f64 / ranked.len().max(1) as f64;
    let mut search = RuleSearch::new(lab, all, ranked.to_vec(), (share, share), AS_IT_IS);
    let rule = &search.laxer(rule.clone())?;
    let mut pricing = Pricing { lab, all, rule, ranked, share, confidence };
    for (goal, it) in priced.iter_mut().enumerate() {
        it.relaxed = pricing.alone(goal)?;
    }
    let saves = |it: &PricedPromise| it.relaxed.iter().any(|it| it.certain);
    let alone: Vec<bool> = priced.iter().map(saves).collect();
    let together = pricing.together(&alone)?;
    Some((priced, together))
}

/// What relaxed plans are held against.
struct Pricing<'p, 'a> {
    lab: &'p mut Lab<'a>,
    all: &'p Promises,
    /// What is found with nothing relaxed.
    rule: &'p Candidate,
    /// Replications of the search, the hardest first, and the share of them that the plan keeps.
    ranked: &'p [u64],
    share: f64,
    confidence: f64,
}

impl Pricing<'_, '_> {
    /// The steps of one promise, as far as they are tried.
    fn alone(&mut self, goal: usize) -> Option<Vec<Relaxed>> {
        let mut found = vec![self.relaxed(&[goal], Step::Share(STEP))?];
        if !found[0].certain {
            found.push(self.relaxed(&[goal], Step::Share(FAR))?);
        }
        found.push(self.relaxed(&[goal], Step::Limit(LONGER))?);
        if has_calendar_days(self.lab.study, self.all.goals[goal].sla) {
            found.push(self.relaxed(&[goal], Step::WorkingDays)?);
        }
        Some(found)
    }

    /// All promises of each role that is hired, where it has several and none of them saves for certain alone.
    fn together(&mut self, alone: &[bool]) -> Option<Vec<RelaxedTogether>> {
        let mut found = Vec::new();
        for position in 0..self.rule.rules.len() {
            let role = self.lab.lattice.openings[position].role;
            let goals = 0..self.all.goals.len();
            let own: Vec<usize> =
                goals.filter(|&it| self.all.goals[it].roles.contains(&role)).collect();
            let saves = own.iter().any(|&it| alone[it]);
            if own.len() < 2 || saves || !self.rule.rules[position].asks() {
                continue;
            }
            let mut relaxed = Vec::new();
            for step in [Step::Share(FAR), Step::Limit(LONGER)] {
                relaxed.push(self.relaxed(&own, step)?);
            }
            let slas = own.iter().map(|&it| self.all.goals[it].sla).collect();
            found.push(RelaxedTogether { role, slas, relaxed });
        }
        Some(found)
    }

    /// The plan with some promises relaxed.
    fn relaxed(&mut self, goals: &[usize], step: Step) -> Option<Relaxed> {
        let mut promises = self.all.clone();
        let few = self.lab.fresh(LOOKED_AT);
        self.lab.simulate(self.rule, &few)?;
        let cost = |it: &[&Played]| it.iter().map(|it| it.staff.cost()).collect::<Vec<f64>>();
        let ours = cost(&self.lab.played(self.rule, &few));
        let (ranked, share) = (self.ranked, self.share);
        let theirs = |lab: &mut Lab<'_>, promises: &Promises, rule: &Candidate| {
            let all = (share, share);
            let mut search = RuleSearch::new(lab, promises, ranked.to_vec(), all, SEARCHING);
            let found = search.laxer(rule.clone())?;
            lab.simulate(&found, &few)?;
            let played = lab.played(&found, &few);
            let kept = played.iter().filter(|it| promises.kept(&it.seen)).count() as u64;
            let people = played.iter().map(|it| it.staff.hires() as f64).sum::<f64>();
            Some((cost(&played), kept, people / played.len() as f64))
        };
        let (theirs, kept, people) = match step {
            Step::Share(less) => {
                for &goal in goals {
                    let share = &mut promises.goals[goal].share;
                    *share = (*share - less).max(0.0);
                }
                theirs(self.lab, &promises, self.rule)?
            }
            Step::Limit(_) | Step::WorkingDays => {
                let slas: Vec<SlaId> = goals.iter().map(|&it| self.all.goals[it].sla).collect();
                let study = relaxed_study(self.lab.study, &slas, step);
                let mut lab = Lab::new(&study, self.lab.run, self.lab.goals.clone());
                // A rule names its moves by their positions.
                lab.moves.clone_from(&self.lab.moves);
                theirs(&mut lab, &promises, self.rule)?
            }
        };
        let (saving, of) = (dearer(&ours, &theirs), theirs.len() as u64);
        let as_sure = kept as f64 >= self.confidence * of as f64 - 1e-9;
        Some(Relaxed {
            step,
            people,
            cost: theirs.iter().sum::<f64>() / of as f64,
            saving,
            kept,
            of,
            certain: saving.low > 0.0 && as_sure,
        })
    }
}

/// The share of items in time over all replications, from the month on from which it counts.
fn share(seen: &[&Seen], goal: usize, from: usize) -> f64 {
    let decided = seen.iter().flat_map(|it| it.decided(goal).iter().skip(from));
    let (met, all) = decided
        .fold((0u64, 0u64), |(met, all), it| (met + u64::from(it.met), all + u64::from(it.all)));
    met as f64 / all as f64
}
