//! Answer: the whole hiring decision, every reading of the document included, as plain data.

use super::claims::{Care, ClaimResult, test_claims};
use super::dated;
use super::evidence::{Evidence, evidence};
use super::ground::{Ground, REFERENCES, ground};
use super::report_data::{GoalFacts, Needed, Unavoidable};
use super::report_data::{goals_kept, needed_of, unavoidable};
use super::search::need::needs;
use super::search::run::{Phase, Run, SoFar};
use super::staged::data::{Cap, Staged};
use super::staged::{self, Asked};
use crate::ids::RoleId;
use crate::scenario::{Hire, Planning, Study};

/// Replications of each policy that a claim names: enough to tell readings apart.
pub(crate) const CLAIMS: u64 = 100;
/// Pairs of replications that tell when people are needed.
const NEEDED: u64 = 15;
/// Replications that are shown month by month, in short and in full.
const BY_MONTH: u64 = 20;
const BY_MONTH_IN_FULL: u64 = 80;

/// The hiring decision.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What to do now, what to measure, and what to do then.
    pub(crate) staged: Staged,
    /// The promises, and how the plan keeps them.
    pub(crate) goals: Vec<GoalFacts>,
    /// How often everybody who may be hired keeps every promise.
    pub(crate) attained: f64,
    /// Roles of which nobody can come before the horizon.
    pub(crate) too_late: Vec<RoleId>,
    /// What nobody who is asked for now prevents any more.
    pub(crate) unavoidable: Unavoidable,
    /// When people are needed, in full only.
    pub(crate) needed: Vec<Needed>,
    /// The document's claims over all its readings, in full only.
    pub(crate) claims: Vec<ClaimResult>,
    /// What happens month by month, and in which futures the plan fails.
    pub(crate) evidence: Evidence,
    /// Replications in all.
    pub(crate) replications: usize,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// The probability with which every promise must be kept, between 0 and 1.
    pub confidence: f64,
    /// Fresh replications that the plan is held against; `None`: as many as usual.
    pub replications: Option<u64>,
    /// Nobody beyond so many people is hired, of all roles, in any future.
    pub max_people: Option<u32>,
    /// No more money than this a month, on average over the horizon and over futures.
    pub budget: Option<f64>,
    /// The user's own list of hires, judged by the same criteria.
    pub(crate) own: Option<Vec<Hire>>,
    /// Also what is not needed for the decision.
    pub full: bool,
}

impl Terms {
    /// A confidence and a number of fresh replications, without caps.
    pub fn new(confidence: f64, replications: Option<u64>) -> Self {
        Self { confidence, replications, max_people: None, budget: None, own: None, full: false }
    }

    /// As a scenario states them.
    pub(crate) fn of(planning: &Planning) -> Self {
        let Planning { confidence, max_people, budget, .. } = *planning;
        Self { max_people, budget, ..Self::new(confidence, None) }
    }

    /// The caps, in people and in money up to a horizon of so many months.
    fn caps(&self, months: usize) -> Vec<Cap> {
        let money = self.budget.map(|it| Cap::Budget(it * months as f64));
        self.max_people.map(Cap::People).into_iter().chain(money).collect()
    }
}

/// The answer for a study; `None` when stopped.
pub fn answer(study: &Study, terms: &Terms, run: &Run<'_>) -> Option<Answer> {
    let confidence = terms.confidence;
    let mut ground = ground(study, confidence, run)?;
    ground.lab.own = terms.own.clone().unwrap_or_default();
    let asked = Asked {
        confidence,
        replications: terms.replications,
        caps: terms.caps(study.baseline().scenario.timeline.months()),
        full: terms.full,
    };
    let found = staged::find(&mut ground, &asked)?;
    ground.lab.lattice.order = found.rule.order;
    (run.news)(&SoFar::Begun(Phase::Beside));
    // The best plan of dates stands beside the staged one, in its table of alternatives.
    let beside = (&found.rule, &found.ranked[..]);
    let dates = dated::cheapest(&mut ground, confidence, beside, terms.full)?;
    let Ground { lab, promises, plenty, attained, .. } = &mut ground;
    let rule = &found.rule;
    (run.news)(&SoFar::Begun(Phase::Explained));
    let staged = staged::staged(lab, promises, &found, &dates, &asked)?;
    let fresh = lab.fresh(found.replications());
    let by_month = if terms.full { BY_MONTH_IN_FULL } else { BY_MONTH };
    (run.news)(&SoFar::Begun(Phase::Months));
    let evidence = evidence(lab, promises, rule, (&fresh, by_month as usize), terms.full)?;
    let openings = lab.lattice.openings.iter();
    let too_late = openings.filter(|it| it.slots.is_empty()).map(|it| it.role).collect();
    let unavoidable = unavoidable(lab, promises, rule, &fresh);
    let goals = goals_kept(lab, promises, rule, &fresh, plenty);
    let (claims, needed) = match terms.full {
        true => {
            let care = Care { replications: CLAIMS, breakeven: 0 };
            (test_claims(study, run, care)?, needed_of(lab, &needs(lab, promises, NEEDED)?))
        }
        false => (Vec::new(), Vec::new()),
    };
    let (attained, replications) = (*attained, lab.spent());
    Some(Answer {
        staged,
        goals,
        attained,
        too_late,
        unavoidable,
        needed,
        claims,
        evidence,
        replications,
    })
}

/// About how many replications an answer takes, for a progress bar.
pub(crate) fn expected_replications(study: &Study, full: bool) -> usize {
    let policies = study.policies.len().min(6);
    let people: u32 = study.baseline().scenario.planning.roles.iter().map(|it| it.1).sum();
    let people = people as usize;
    let staged = 4 * REFERENCES as usize + staged::expected_replications(people);
    let dated = dated::expected_replications(full);
    match full {
        false => staged + dated + BY_MONTH as usize,
        true => {
            let claims = policies * CLAIMS as usize;
            let needed = 2 * NEEDED as usize * people.max(4);
            staged + dated + needed + claims + BY_MONTH_IN_FULL as usize
        }
    }
}
