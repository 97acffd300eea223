//! Beside: what else could be done, on the same fresh replications as the plan.
//!
//! Every difference is taken in pairs: both plans in the same replications. What is dear to look at is
//! looked at in fewer of them, which its row says, and its figures stand as far from the plan's as they do in
//! those (see [`compared`]).

use super::certificate::kept_in;
use super::data::{Alternative, Kept, Quantiles, Which};
use super::lost;
use super::spread::compared;
pub(crate) use super::spread::dearer;
use crate::ids::SlaId;
use crate::plan::promises::Promises;
use crate::plan::search::Search;
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::{Candidate, earliest_start};
use crate::scenario::Hire;
use crate::statistics::CONFIDENCE;

/// Replications of a policy of the document.
const POLICIES: u64 = 8;
const POLICIES_IN_FULL: u64 = 30;
/// Fresh replications of the plan of dates.
const DATED: u64 = 60;
/// Fresh replications of the plan that waits for the first review.
const WAITING: u64 = 24;
/// Those of the plan that the caps leave out of reach.
const UNCAPPED: u64 = 40;
/// Futures of which everything is known beforehand, and replications that each may take.
const KNOWN: u64 = 8;
const KNOWN_IN_FULL: u64 = 30;
const EACH: usize = 8;
const EACH_IN_FULL: usize = 30;

/// With which probability an interval beside the plan misses.
pub(crate) const ERROR: f64 = 1.0 - CONFIDENCE;

/// The plan, and everything beside it.
pub(crate) struct Beside<'l, 'a> {
    /// Where all of it is simulated.
    pub(crate) lab: &'l mut Lab<'a>,
    /// What is promised.
    pub(crate) promises: &'l Promises,
    /// The probability that was asked for.
    pub(crate) confidence: f64,
    /// The plan.
    pub(crate) rule: &'l Candidate,
    /// How often it keeps every promise.
    pub(crate) kept: Kept,
}

impl Beside<'_, '_> {
    /// All of them, the plan first; `None` when stopped.
    pub(crate) fn all(
        &mut self,
        fixed: &Candidate,
        uncapped: Option<&Candidate>,
        full: bool,
    ) -> Option<Vec<Alternative>> {
        let of = self.kept.of;
        let policies = if full { POLICIES_IN_FULL } else { POLICIES };
        let (rule, kept) = (self.rule.clone(), self.kept);
        let mut all = vec![Alternative { kept, ..self.row(Which::Staged, &rule, of)? }];
        let nobody = self.lab.lattice.as_it_is();
        all.push(self.row(Which::Nobody, &nobody, policies)?);
        let later = waiting(&rule);
        if later != rule {
            all.push(self.row(Which::Wait, &later, if full { of } else { WAITING })?);
        }
        if let Some(uncapped) = uncapped.filter(|it| **it != rule) {
            all.push(self.row(Which::Uncapped, uncapped, if full { of } else { UNCAPPED })?);
        }
        let mut dated = self.row(Which::Fixed, fixed, if full { of } else { DATED })?;
        // What seems cheaper is looked at as closely as the plan.
        if dated.dearer.high < 0.0 {
            dated = self.row(Which::Fixed, fixed, of)?;
        }
        all.push(dated);
        let (futures, each) = if full { (KNOWN_IN_FULL, EACH_IN_FULL) } else { (KNOWN, EACH) };
        all.extend(self.perfect(futures, each)?);
        for policy in self.policies() {
            let facts = &self.lab.study.policies[usize::from(policy)];
            let which = Which::Policy(facts.key.clone(), facts.title.clone());
            let candidate = Candidate { policy, ..nobody.clone() };
            all.push(self.row(which, &candidate, policies)?);
        }
        if !self.lab.own.is_empty() {
            let own = Candidate { own: true, ..nobody };
            let hires_now =
                self.lab.own.iter().filter(|it| self.is_now(it)).map(|it| it.count).sum();
            all.push(Alternative { hires_now, ..self.row(Which::Own, &own, of)? });
        }
        Some(all)
    }

    /// Whether the search for somebody who starts on a day must begin now.
    fn is_now(&self, hire: &Hire) -> bool {
        hire.start <= earliest_start(self.lab.base(), hire.role)
    }

    /// The document's rules and its plan, by the position of the policy.
    fn policies(&self) -> Vec<u16> {
        let study = self.lab.study;
        let rules = &study.baseline().scenario.planning.rules;
        let position = |key: &String| study.policies.iter().position(|it| it.key == *key);
        rules.iter().filter_map(position).map(|it| it as u16).collect()
    }

    fn row(&mut self, plan: Which, candidate: &Candidate, of: u64) -> Option<Alternative> {
        let of = of.min(self.kept.of);
        let fresh = self.lab.fresh(of);
        self.lab.simulate(candidate, &fresh)?;
        let kept = kept_in(self.lab, self.promises, candidate, of, (self.confidence, ERROR))?;
        let (ours, theirs) = (self.played(self.rule, self.kept.of), self.played(candidate, of));
        let cost = |it: &[&Played]| it.iter().map(|it| it.staff.cost()).collect::<Vec<f64>>();
        let late = |all: &[&Played]| all.iter().map(|it| self.breaches(it)).collect::<Vec<f64>>();
        let hires: Vec<f64> = theirs.iter().map(|it| it.staff.hires() as f64).collect();
        let temporary: Vec<f64> = theirs.iter().map(|it| it.staff.temporary.len() as f64).collect();
        let money = compared(&cost(&theirs), &cost(&ours));
        let breaches = compared(&late(&theirs), &late(&ours));
        let before = |all: &[&Played]| all.iter().map(|it| self.before(it)).collect::<Vec<f64>>();
        let sooner = compared(&before(&theirs), &before(&ours)).more;
        Some(Alternative {
            plan,
            cost: money.value,
            kept,
            ours: self.kept_by_ours(of),
            hires_now: hires_now(candidate),
            hires: Quantiles::of(&hires),
            temporary: Quantiles::of(&temporary),
            dearer: money.more,
            breaches: breaches.value,
            later: breaches.more,
            sooner,
            broken: broken(self.promises, &theirs),
            lost: lost::of(&theirs, &ours),
        })
    }

    /// The floor: in each future everything is known beforehand, and what the rule does in it is made
    /// as cheap as its promises allow, hire by hire, within so many replications: with more it might be lower still. The inner
    /// `None` where they are not kept in most of the futures.
    fn perfect(&mut self, count: u64, limit: usize) -> Option<Option<Alternative>> {
        let replications = self.lab.fresh(count.min(self.kept.of));
        let (mut costs, mut hires, mut breaches) = (Vec::new(), Vec::new(), Vec::new());
        let (mut before, mut temporary, mut lost, mut now, mut passed) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new(), 0);
        for &replication in &replications {
            let (rule, one) = (self.rule.clone(), [replication]);
            self.lab.simulate(&rule, &one)?;
            let played = self.lab.played(&rule, &one)[0].clone();
            let mut start = self.dates(&played);
            let mut search = Search::new(self.lab, self.promises, &one, 0, limit);
            if search.is_good(&start)? {
                start = search.cheapen(start)?;
                self.lab.simulate(&start, &one)?;
            } else {
                start = rule;
            }
            let best = self.lab.played(&start, &one)[0];
            // Who knows everything may also do what the rule does.
            let cheaper = best.staff.cost() < played.staff.cost();
            let (best, plan) = match cheaper {
                true => (best.clone(), &start),
                false => (played.clone(), self.rule),
            };
            now.push(f64::from(hires_now(plan)));
            passed += u64::from(self.promises.kept(&best.seen));
            costs.push(best.staff.cost());
            hires.push(best.staff.hires() as f64);
            temporary.push(best.staff.temporary.len() as f64);
            breaches.push(self.breaches(&best));
            before.push(self.before(&best));
            lost.extend(best.staff.revenue_lost);
        }
        // Where most futures are lost even so, it is no floor of what keeping the promises costs.
        if 2 * passed <= replications.len() as u64 {
            return Some(None);
        }
        let ours = self.played(self.rule, self.kept.of);
        let each = |number: &dyn Fn(&Played) -> f64| -> Vec<f64> {
            ours.iter().map(|it| number(it)).collect()
        };
        let money = compared(&costs, &each(&|it| it.staff.cost()));
        let late = compared(&breaches, &each(&|it| self.breaches(it)));
        let of = replications.len() as u64;
        let share = crate::statistics::sequential::share_of_fixed(passed, of, ERROR);
        Some(Some(Alternative {
            plan: Which::Perfect,
            cost: money.value,
            kept: Kept { passed, of, share, proved: share.low >= self.confidence },
            ours: self.kept_by_ours(of),
            hires_now: Quantiles::of(&now).p50.round() as u32,
            hires: Quantiles::of(&hires),
            temporary: Quantiles::of(&temporary),
            dearer: money.more,
            breaches: late.value,
            later: late.more,
            sooner: compared(&before, &each(&|it| self.before(it))).more,
            broken: None,
            lost: lost::between(&lost, &lost::of_each(&ours)),
        }))
    }

    /// A plan of dates that hires whom the rule hired in a replication, when it did.
    fn dates(&self, played: &Played) -> Candidate {
        let mut dates = Candidate { moves: self.rule.moves.clone(), ..self.lab.lattice.nobody() };
        dates.order = self.rule.order;
        for (position, opening) in self.lab.lattice.openings.iter().enumerate() {
            if opening.slots.is_empty() {
                continue;
            }
            let fill = crate::plan::search::hire_options::in_months(opening.mean_days_to_fill);
            let asked = &played.staff.asked[opening.role.index()];
            let slots = asked.iter().map(|month| opening.slot_by(month + fill));
            dates.hires[position] = slots.collect();
        }
        dates
    }

    fn played(&self, candidate: &Candidate, of: u64) -> Vec<&Played> {
        self.lab.played(candidate, &self.lab.fresh(of))
    }

    /// In how many of the first replications the plan keeps every promise.
    fn kept_by_ours(&self, of: u64) -> u64 {
        let ours = self.played(self.rule, of);
        ours.iter().filter(|it| self.promises.kept(&it.seen)).count() as u64
    }

    /// Late items of the required SLAs a month, while everything counts.
    fn breaches(&self, played: &Played) -> f64 {
        breaches_a_month(self.promises, played)
    }

    /// The same in all before everything counts.
    fn before(&self, played: &Played) -> f64 {
        f64::from(breaches_before(self.promises, played))
    }
}

/// How many people a plan asks for now: by its rules, and by its dates.
fn hires_now(candidate: &Candidate) -> u32 {
    let asked = candidate.rules.iter().map(|it| it.now).sum::<u32>();
    let dated = candidate.hires.iter().flatten().filter(|it| **it == 0).count() as u32;
    asked + dated
}

/// Late items of the required SLAs a month, while everything counts.
pub(crate) fn breaches_a_month(promises: &Promises, played: &Played) -> f64 {
    let months = played.seen.months();
    let from = promises.all_from().min(months.saturating_sub(1));
    f64::from(played.seen.breaches(from..months)) / (months - from) as f64
}

/// Late items of the required SLAs in all before everything counts.
pub(crate) fn breaches_before(promises: &Promises, played: &Played) -> u32 {
    played.seen.breaches(0..promises.all_from().min(played.seen.months()))
}

/// The promise that most of some replications break, and how many of them do.
fn broken(promises: &Promises, all: &[&Played]) -> Option<(SlaId, u64)> {
    let count = |goal: usize| all.iter().filter(|it| !promises.kept_goal(&it.seen, goal)).count();
    let counts = promises.goals.iter().enumerate().map(|(at, it)| (it.sla, count(at) as u64));
    counts.rev().max_by_key(|it| it.1).filter(|it| it.1 > 0)
}

/// The same rule, when nobody whom a review can ask for is asked for before it.
fn waiting(rule: &Candidate) -> Candidate {
    let mut waiting = rule.clone();
    waiting.rules.iter_mut().filter(|it| it.target > 0).for_each(|it| it.now = 0);
    waiting
}
