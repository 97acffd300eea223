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
use crate::ids::{RoleId, SlaId};
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::{Candidate, earliest_start};
use crate::scenario::Hire;
use crate::statistics::CONFIDENCE;
use std::collections::BTreeSet;

/// Replications of a policy of the document.
const POLICIES: u64 = 8;
const POLICIES_IN_FULL: u64 = 30;
/// Fresh replications of the plan of dates.
const DATED: u64 = 60;
/// Fresh replications of the plan that waits for the first review.
const WAITING: u64 = 24;
/// Those of the plan that the caps leave out of reach.
const UNCAPPED: u64 = 40;

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
        all.extend(self.perfect(full)?);
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

    /// Whom a policy has still to find of those who are there without it.
    fn absent(&self, policy: u16) -> Vec<(RoleId, u32)> {
        let theirs = &self.lab.study.policies[usize::from(policy)].scenario;
        let both = self.lab.base().roles.iter().zip(&theirs.roles).enumerate();
        let fewer = both.map(|(role, (base, it))| {
            (RoleId::new(role), base.headcount.saturating_sub(it.headcount))
        });
        let is_found = |role: RoleId| theirs.hires.iter().any(|it| it.role == role);
        fewer.filter(|it| it.1 > 0 && is_found(it.0)).collect()
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
            by_role: by_role(self.promises, &theirs),
            absent: self.absent(candidate.policy),
            lost: lost::of(&theirs, &ours),
        })
    }

    pub(super) fn played(&self, candidate: &Candidate, of: u64) -> Vec<&Played> {
        self.lab.played(candidate, &self.lab.fresh(of))
    }

    /// In how many of the first replications the plan keeps every promise.
    pub(super) fn kept_by_ours(&self, of: u64) -> u64 {
        let ours = self.played(self.rule, of);
        ours.iter().filter(|it| self.promises.kept(&it.seen)).count() as u64
    }

    /// Late items of the required SLAs a month, while everything counts.
    pub(super) fn breaches(&self, played: &Played) -> f64 {
        breaches_a_month(self.promises, played)
    }

    /// The same in all before everything counts.
    pub(super) fn before(&self, played: &Played) -> f64 {
        f64::from(breaches_before(self.promises, played))
    }
}

/// How many people a plan asks for now: by its rules, and by its dates.
pub(super) fn hires_now(candidate: &Candidate) -> u32 {
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

/// Each role on which a promise hangs, and how many of some replications keep all of its promises.
fn by_role(promises: &Promises, all: &[&Played]) -> Vec<(RoleId, u64)> {
    let roles: BTreeSet<RoleId> = promises.goals.iter().flat_map(|it| it.roles.clone()).collect();
    let kept =
        |role: RoleId| all.iter().filter(|it| promises.kept_of(role, &it.seen)).count() as u64;
    roles.into_iter().map(|role| (role, kept(role))).collect()
}

/// The same rule, when nobody whom a review can ask for is asked for before it.
fn waiting(rule: &Candidate) -> Candidate {
    let mut waiting = rule.clone();
    waiting.rules.iter_mut().filter(|it| it.target > 0).for_each(|it| it.now = 0);
    waiting
}
