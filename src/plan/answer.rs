//! Answer: the whole hiring decision, both readings of the document included, as plain data.

use super::claims::readings_breakeven::{Between, between, deciding};
use super::claims::{Care, ClaimResult, test_claims};
use super::decision::{Budget, Plan, Question, find, find_from, ground};
use super::evidence::{Evidence, evidence};
use super::report_data::{GoalFacts, MadeMove, PlannedHire, Waiting};
use super::report_data::{goals_of_plan, hires_of, moves_of_plan, waiting};
use super::search::run::Run;
use super::search::trade_off::{TradeOff, trade_off};
use super::staged::DATED;
use super::staged::data::{Cap, Staged};
use super::staged::{self, Asked};
use super::triggers::{Level, Rule, levels, rules};
use crate::ids::RoleId;
use crate::scenario::{Hire, Study};
use crate::statistics::certificate::Certificate;

/// Replications of each policy that a claim names.
pub(crate) const CLAIMS: u64 = 30;
/// Replications of each value of the deciding input.
const BETWEEN: u64 = 12;
/// Replications that the curve of cost and probability may take before it is evaluated.
const CURVE: usize = 260;
/// Replications that are shown month by month, and those that a date's sensitivity takes.
const BY_MONTH: u64 = 80;
const FOR_DATE: u64 = 120;

/// The hiring decision.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What to do now, what to measure, and what to do then.
    #[allow(dead_code)] // Until the report tells it.
    pub(crate) staged: Staged,
    /// The reading that was asked about, and the best plan of dates in it.
    pub(crate) main: Reading,
    /// The other reading of the document.
    pub(crate) other: Option<Reading>,
    /// What separates the two.
    pub(crate) between: Option<Between>,
    /// What it costs to wait.
    pub(crate) waiting: Waiting,
    /// What more money buys.
    pub(crate) curve: Vec<TradeOff>,
    /// At which levels the vacancies must be opened.
    pub(crate) levels: Vec<Level>,
    /// The document's own rules.
    pub(crate) rules: Vec<Rule>,
    /// What it rests on, month by month and input by input.
    pub(crate) evidence: Evidence,
    /// Replications in all.
    pub(crate) replications: usize,
}

/// The plan of one reading.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// The probability that was asked for.
    pub confidence: f64,
    /// The people, by role and number.
    pub(crate) hires: Vec<PlannedHire>,
    /// What else is done.
    pub(crate) moves: Vec<MadeMove>,
    /// What else was looked at and makes the plan no cheaper.
    pub(crate) moves_not_made: Vec<MadeMove>,
    /// What it costs up to the horizon.
    pub(crate) cost: f64,
    /// The goals, and how they are kept.
    pub(crate) goals: Vec<GoalFacts>,
    /// How often every promise is kept with the plan.
    pub(crate) with: Certificate,
    /// The same without it.
    pub(crate) without: Certificate,
    /// Whether the confidence is proved (95 % sure, over all attempts).
    pub(crate) proved: bool,
    /// Whether it could have been: whether everybody who may be hired is sure enough.
    pub(crate) provable: bool,
    /// How often everybody who may be hired keeps every promise.
    pub(crate) attained: f64,
    /// Roles of which nobody can come before the horizon.
    pub(crate) too_late: Vec<RoleId>,
    /// The document's claims.
    pub(crate) claims: Vec<ClaimResult>,
}

impl Reading {
    /// Whether the promises are kept as surely as was asked for, as far as the replications tell.
    pub(crate) fn keeps(&self) -> bool {
        self.proved || self.with.share >= self.confidence
    }
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

    /// The caps, in people and in money up to a horizon of so many months.
    fn caps(&self, months: usize) -> Vec<Cap> {
        let money = self.budget.map(|it| Cap::Budget(it * months as f64));
        self.max_people.map(Cap::People).into_iter().chain(money).collect()
    }

    /// How much the plan of dates is looked for; `certificate` is what the staged plan took.
    fn budget(&self, certificate: u64) -> Budget {
        match self.full {
            true => Budget { certificate: self.replications.unwrap_or(400), ..Budget::FULL },
            false => Budget { certificate: certificate.min(DATED), ..Budget::BRIEF },
        }
    }
}

/// The answer for a study and the other reading of its document; `None` when stopped.
pub fn answer(
    study: &Study,
    other: Option<&Study>,
    terms: &Terms,
    run: &Run<'_>,
) -> Option<Answer> {
    let confidence = terms.confidence;
    let question = Question { study, confidence, budget: terms.budget(0) };
    let mut ground = ground(&question, run)?;
    ground.lab.own = terms.own.clone().unwrap_or_default();
    let asked = Asked {
        confidence,
        replications: terms.replications,
        caps: terms.caps(study.baseline().scenario.timeline.months()),
        full: terms.full,
    };
    let found = staged::find(&mut ground, &asked)?;
    ground.lab.lattice.order = found.rule.order;
    let question = Question { budget: terms.budget(found.replications()), ..question };
    let mut plan = find_from(ground, &question, Some(&found.ranked))?;
    let fixed = plan.candidate.clone();
    let staged = staged::staged(&mut plan.lab, &plan.promises, &found, &fixed, &asked)?;
    let mut main = reading(&plan);
    let compare = question.budget.compare;
    let waiting = waiting(&mut plan, compare)?;
    let mut answer = Answer {
        evidence: evidence(&plan, &main.hires, &[], compare, 0)?,
        staged,
        between: None,
        other: None,
        waiting,
        curve: Vec::new(),
        levels: Vec::new(),
        rules: Vec::new(),
        replications: 0,
        main: main.clone(),
    };
    if terms.full {
        main.claims = claims(study, run)?;
        answer.levels = levels(&plan, &main.hires, compare / 2)?;
        answer.rules = rules(&mut plan, &main.hires, compare)?;
        answer.curve = trade_off(&mut plan, compare, CURVE)?;
        answer.evidence = evidence(&plan, &main.hires, &answer.rules, BY_MONTH, FOR_DATE)?;
        if let Some(study) = other {
            let budget = Budget::QUICK;
            let mut other = reading(&find(&Question { study, confidence, budget }, run)?);
            other.claims = claims(study, run)?;
            answer.other = Some(other);
        }
        let theirs = other.map(|it| &it.baseline().scenario);
        answer.between = between(&study.baseline().scenario, theirs, run, BETWEEN)?;
        answer.main = main;
    }
    answer.replications = plan.lab.spent();
    Some(answer)
}

/// The document's claims, as the scenario is written.
fn claims(study: &Study, run: &Run<'_>) -> Option<Vec<ClaimResult>> {
    let care = Care { replications: CLAIMS, breakeven: 0 };
    test_claims(&study.in_world(0), run, care)
}

fn reading(plan: &Plan<'_>) -> Reading {
    let openings = plan.lab.lattice.openings.iter();
    let (moves, moves_not_made) = moves_of_plan(plan);
    Reading {
        claims: Vec::new(),
        confidence: plan.confidence,
        hires: hires_of(plan),
        moves,
        moves_not_made,
        cost: plan.lab.cost(&plan.candidate),
        goals: goals_of_plan(plan),
        with: plan.with,
        without: plan.without,
        proved: plan.proved,
        provable: plan.provable,
        attained: plan.attained,
        too_late: openings.filter(|it| it.slots.is_empty()).map(|it| it.role).collect(),
    }
}

/// The study in the first other reading in which an effort differs, all else as written.
pub(crate) fn other_reading(study: &Study) -> Option<Study> {
    let unknowns = study.worlds.unknowns.iter().enumerate();
    let others =
        unknowns.flat_map(|(unknown, it)| (1..it.readings.len()).map(move |it| (unknown, it)));
    let mut worlds = others.map(|(unknown, reading)| study.worlds.with(unknown, reading));
    let base = &study.baseline().scenario;
    let differs =
        |world: &usize| deciding(base, &study.worlds.list[*world].baseline().scenario).is_some();
    worlds.find(differs).map(|world| study.in_world(world))
}

/// About how many replications an answer takes, for a progress bar.
pub(crate) fn expected_replications(study: &Study, other: bool, full: bool) -> usize {
    let policies = study.policies.len().min(6);
    let people: u32 = study.baseline().scenario.planning.roles.iter().map(|it| it.1).sum();
    let one = |budget: Budget| {
        let needs = 2 * budget.pairs as usize * people.max(4) as usize;
        let chosen = (budget.references * 4 + budget.pool) as usize + needs + budget.searching;
        chosen + (budget.certificate + 2 * budget.compare) as usize
    };
    let staged = staged::expected_replications(people as usize);
    if !full {
        return staged + one(Budget { certificate: 100, ..Budget::BRIEF });
    }
    let claims = policies * CLAIMS as usize;
    let compared = 14 * Budget::FULL.compare as usize + CURVE + 25 * BETWEEN as usize;
    let evidence = (3 * BY_MONTH + 2 * FOR_DATE) as usize;
    let others = if other { one(Budget::QUICK) + claims } else { 0 };
    staged + one(Budget::FULL) + claims + compared + evidence + others
}
