//! Decision: from a scenario to the cheapest plan, and everything that is known of it.

use super::promises::observation::Seen;
use super::promises::promise::goals_of;
use super::promises::{Promises, attainable, nearly_all};
use super::search::evaluator::Lab;
use super::search::hardest_replications::hardest;
use super::search::hire_options::{Candidate, REVIEW, in_months};
use super::search::need::{Need, needs, ways, with_staff};
use super::search::run::Run;
use super::search::{Found, Search};
use crate::department::draw_inputs;
use crate::scenario::{Scenario, Study};
use crate::statistics::certificate::{Certificate, passes_needed};
use crate::statistics::{CONFIDENCE, lower_bound};
use std::cmp::Reverse;

/// One replication of so many is hard: the search looks at these.
const HARD: usize = 2;
/// The same of a plan of dates that begins with what a rule asked for.
const HARD_OF_RULE: usize = 3;
/// Of the room that the confidence leaves for failures, what a plan of dates that begins with a rule leaves unused
/// over all replications of its search.
const HELD: f64 = 0.25;
/// In which share of the replications that are hard for a rule a plan of dates has as many people as the rule, and how
/// many months sooner: few of them at once may be cheaper than many in time.
const STAFFED: [f64; 5] = [0.6, 0.7, 0.8, 0.9, 1.0];
const SOONER: [f64; 3] = [0.0, REVIEW, f64::INFINITY];
/// Replications of a reference plan that may tell that it attains no more than another.
const FIRST: usize = 10;
/// By how much everybody who may be hired must be surer than the confidence asks for.
const ROOM: f64 = 0.02;

/// How much is simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Budget {
    /// Pairs of replications of each level of staff.
    pub(crate) pairs: u64,
    /// Replications of each reference plan.
    pub(crate) references: u64,
    /// Replications that the search answers for.
    pub(crate) pool: u64,
    /// Replications of the whole search.
    pub(crate) searching: usize,
    /// Replications of the certificate.
    pub(crate) certificate: u64,
    /// How many times a plan may be held against fresh replications.
    pub(crate) attempts: u64,
}

impl Budget {
    /// The same in both: what is promised, and with it the plan, does not hang on how much is told of it.
    const REFERENCES: u64 = 30;
    /// For the main answer.
    pub(crate) const FULL: Self = Self {
        pairs: 15,
        references: Self::REFERENCES,
        pool: 400,
        searching: 1300,
        certificate: 400,
        attempts: 3,
    };
    /// For the plan of dates beside a staged plan.
    pub(crate) const BRIEF: Self = Self {
        pairs: 4,
        references: Self::REFERENCES,
        pool: 120,
        searching: 120,
        certificate: 0,
        attempts: 1,
    };
}

/// What is asked.
pub(crate) struct Question<'a> {
    /// The scenario and its policies.
    pub(crate) study: &'a Study,
    /// The probability with which every promise must be kept.
    pub(crate) confidence: f64,
    /// How much is simulated.
    pub(crate) budget: Budget,
}

/// The plan, before it is looked at from all sides.
pub(crate) struct Plan<'a> {
    /// Where it was found.
    pub(crate) lab: Lab<'a>,
    /// What is promised.
    pub(crate) promises: Promises,
    /// When people are needed.
    pub(crate) needs: Vec<Need>,
    /// Replications with more people than are ever needed.
    pub(crate) plenty: Vec<Seen>,
    /// The share of replications in which everybody who may be hired keeps every promise.
    pub(crate) attained: f64,
    /// The plan.
    pub(crate) candidate: Candidate,
}

/// What every search stands on: what may be done, what is promised, and what can be reached at all.
pub(crate) struct Ground<'a> {
    /// Where candidates are simulated.
    pub(crate) lab: Lab<'a>,
    /// What is promised.
    pub(crate) promises: Promises,
    /// Replications with more people than are ever needed.
    pub(crate) plenty: Vec<Seen>,
    /// The share of replications in which everybody who may be hired keeps every promise.
    pub(crate) attained: f64,
    /// The plan that is taken when nothing cheaper suffices.
    pub(crate) last_resort: Candidate,
}

/// The ground of a question; `None` when stopped.
pub(crate) fn ground<'a>(question: &Question<'a>, run: &'a Run<'a>) -> Option<Ground<'a>> {
    let base = &question.study.baseline().scenario;
    let mut lab = Lab::new(question.study, run, goals_of(base));
    let replications: Vec<u64> = (0..question.budget.references).collect();
    let plenty = with_plenty(&lab, &replications[..replications.len().min(50)])?;
    let references = [0.0, 0.5, 1.0].map(|share| lab.lattice.everybody(share));
    let promises = promised(&mut lab, &references, &replications, &plenty, question.confidence)?;
    let seen = references.each_ref().map(|it| lab.recall(it, &replications));
    let passes = seen.each_ref().map(|it| promises.passes(it));
    // Where none ever keeps all promises, the one with the fewest breaches comes nearest to it.
    let breaches = seen.each_ref().map(|it| it.iter().map(|it| it.breaches(0..it.months())).sum());
    let of_kept_none = |it: usize| if passes[it] == 0 { breaches[it] } else { 0u32 };
    let worth = |&it: &usize| (passes[it], Reverse(of_kept_none(it)), Reverse(it));
    let best = (0..seen.len()).max_by_key(worth);
    let best = best.unwrap_or(0);
    let last_resort = references[best].clone();
    let attained = passes[best] as f64 / replications.len() as f64;
    Some(Ground { lab, promises, plenty, attained, last_resort })
}

/// What can be promised, by reference plans of which the last hires everybody; `None` when stopped.
///
/// Of the others, as many replications are played as tell that they attain no more: a promise counts from
/// the month on from which nearly all replications keep it, and where that is all of them, one more never makes
/// it an earlier one.
fn promised(
    lab: &mut Lab<'_>,
    references: &[Candidate; 3],
    replications: &[u64],
    plenty: &[Seen],
    confidence: f64,
) -> Option<Promises> {
    let plenty: Vec<&Seen> = plenty.iter().collect();
    let promises = |lab: &Lab<'_>, of: &[Candidate]| {
        let seen: Vec<_> = of.iter().map(|it| lab.recall(it, replications)).collect();
        attainable(lab.goals.clone(), &lab.lattice, &plenty, &seen, confidence)
    };
    let [fewer @ .., everybody] = references;
    lab.simulate(everybody, replications)?;
    let alone = promises(lab, std::slice::from_ref(everybody));
    let (first, others) = replications.split_at(replications.len().min(FIRST));
    for it in fewer {
        lab.simulate(it, first)?;
        let misses = |of: &Candidate| {
            let seen = lab.recall(of, replications);
            seen.len() as u64 - alone.passes(&seen)
        };
        let is_as_early = promises(lab, &[it.clone(), everybody.clone()]).from == alone.from;
        let of_all = nearly_all(replications.len(), confidence) == replications.len();
        if !of_all || !is_as_early || misses(it) <= misses(everybody) {
            lab.simulate(it, others)?;
        }
    }
    Some(promises(lab, references))
}

/// What the plan of a study promises, as its answer finds it; `None` when stopped.
pub(crate) fn promises_of(study: &Study, run: &Run<'_>) -> Option<Promises> {
    let confidence = study.baseline().scenario.planning.confidence;
    ground(&Question { study, confidence, budget: Budget::BRIEF }, run).map(|it| it.promises)
}

/// Finds the plan on its ground; `None` when stopped.
///
/// Where a rule was found, with its replications the hardest first, the search begins with the dates on which that
/// rule asks for people in them as well; on the same pool with those alone, and goes no further than it must.
pub(crate) fn find<'a>(
    ground: Ground<'a>,
    question: &Question<'a>,
    rule: Option<(&Candidate, &[u64])>,
) -> Option<Plan<'a>> {
    let Ground { mut lab, promises, plenty, attained, last_resort } = ground;
    let last_resort = Candidate { order: lab.lattice.order, ..last_resort };
    let budget = question.budget;
    let (given, rule) = (rule, rule.filter(|it| it.1.len() as u64 == budget.pool));
    let (share, provable) = share_to_keep(&budget, question.confidence, attained);
    let pool: Vec<u64> = (0..budget.pool).collect();
    let may_fail = failures(share, pool.len());
    let part = if rule.is_some() { HARD_OF_RULE } else { HARD };
    let hard = (pool.len() / part).max(2 * may_fail + may_fail / 2);
    let (hard, needs, ways) = match rule {
        Some((rule, ranked)) => {
            let hard = ranked[..hard.min(ranked.len())].to_vec();
            let ways = ways_of_rule(&mut lab, rule, &hard)?;
            (hard, Vec::new(), ways)
        }
        None => {
            let needs = needs(&lab, &promises, budget.pairs)?;
            let mut ways = ways(&needs, &lab.lattice);
            if let Some((rule, ranked)) = given {
                let hard = &ranked[..ranked.len() / HARD_OF_RULE];
                ways.extend(ways_of_rule(&mut lab, rule, hard)?);
                cheapest_first(&lab, &mut ways);
            }
            (hardest(&mut lab, &promises, &pool, hard)?, needs, ways)
        }
    };
    let mut search = Search::new(&mut lab, &promises, &hard, may_fail, budget.searching);
    let Found { mut candidate, good_enough } = match attained > 0.0 {
        true => search.cheapest(ways, &last_resort, rule.is_none())?,
        // Where no dates ever keep all promises, nothing tells one plan from another.
        false => Found { candidate: last_resort, good_enough: false },
    };
    if let Some((_, ranked)) = rule.filter(|_| good_enough) {
        let held = failures(question.confidence + (1.0 - question.confidence) * HELD, pool.len());
        candidate = search.held_against(ranked, candidate, held)?;
    }
    let mut used: Vec<u64> = Vec::new();
    for attempt in 1.. {
        let fresh = lab.fresh_of(attempt, budget.certificate);
        let with = certify(&mut lab, &promises, &candidate, &fresh)?;
        // Several attempts share the 5 % of error (Bonferroni).
        let error = (1.0 - CONFIDENCE) / budget.attempts as f64;
        let proved = lower_bound(with.passed, with.of, 1.0 - error) >= question.confidence;
        if !proved && provable && good_enough && attempt < budget.attempts {
            // What was fresh has now a part in choosing.
            used.extend(&fresh);
            let may_fail = failures(share, used.len());
            let mut search = Search::new(&mut lab, &promises, &used, may_fail, 0);
            candidate = search.mend(candidate)?;
            continue;
        }
        return Some(Plan { lab, promises, needs, plenty, attained, candidate });
    }
    None
}

/// Plans of dates that a rule suggests, the cheapest first; `None` when stopped.
fn ways_of_rule(lab: &mut Lab<'_>, rule: &Candidate, hard: &[u64]) -> Option<Vec<Candidate>> {
    lab.simulate(rule, hard)?;
    let of_share = |share| SOONER.map(|sooner| as_asked(lab, rule, hard, share, sooner));
    let mut ways: Vec<Candidate> = STAFFED.into_iter().flat_map(of_share).collect();
    cheapest_first(lab, &mut ways);
    Some(ways)
}

fn cheapest_first(lab: &Lab<'_>, ways: &mut Vec<Candidate>) {
    ways.sort_by(|a, b| lab.cost(a).total_cmp(&lab.cost(b)).then_with(|| a.cmp(b)));
    ways.dedup();
}

/// Dates by which a rule had asked for each person in all but a share of some replications that are known,
/// so many months sooner.
fn as_asked(
    lab: &Lab<'_>,
    rule: &Candidate,
    replications: &[u64],
    share: f64,
    sooner: f64,
) -> Candidate {
    let played = lab.played(rule, replications);
    let late = ((1.0 - share) * played.len() as f64 + 1e-9).floor() as usize;
    let mut dates =
        Candidate { moves: rule.moves.clone(), order: rule.order, ..lab.lattice.nobody() };
    for (opening, hires) in lab.lattice.openings.iter().zip(&mut dates.hires) {
        let asked = || played.iter().map(|it| &it.staff.asked[opening.role.index()]);
        let people = asked().map(Vec::len).max().filter(|_| !opening.slots.is_empty()).unwrap_or(0);
        for person in 0..people.min(opening.most as usize) {
            let month = |it: &Vec<f64>| it.get(person).copied().unwrap_or(f64::INFINITY);
            let mut months: Vec<f64> = asked().map(month).collect();
            months.sort_unstable_by(f64::total_cmp);
            let month = months[late.min(months.len() - 1)];
            let comes = (month - sooner).max(0.0) + in_months(opening.mean_days_to_fill);
            hires.extend(month.is_finite().then(|| opening.slot_by(comes)));
        }
    }
    dates
}

/// The fewest fresh replications that could prove a confidence over all attempts, if every one passed.
pub(crate) fn least_replications(confidence: f64) -> u64 {
    let error = (1.0 - CONFIDENCE) / Budget::FULL.attempts as f64;
    (libm::log(error) / libm::log(confidence)).ceil() as u64
}

/// How many of so many replications may fail when a share of them must not.
pub(crate) fn failures(share: f64, replications: usize) -> usize {
    ((1.0 - share) * replications as f64 + 1e-9).floor() as usize
}

/// The share of its replications in which a candidate must keep every promise, and whether its certificate
/// is then likely to prove the confidence. Where everybody who may be hired does not keep the
/// promises clearly oftener than that, the plan stays as near to what they keep as half of the
/// risk that the confidence allows.
fn share_to_keep(budget: &Budget, confidence: f64, attained: f64) -> (f64, bool) {
    let of = budget.certificate;
    let needed = passes_needed(of, confidence).unwrap_or(of) as f64 / of as f64;
    match attained >= needed + ROOM {
        true => (1.0 - (1.0 - needed) * 0.7, true),
        false => (attained * (1.0 + confidence) / 2.0, false),
    }
}

/// Replications with more productive people of every role than are ever needed, from the first day.
fn with_plenty(lab: &Lab<'_>, replications: &[u64]) -> Option<Vec<Seen>> {
    let more = |most: u32| 2 * most + 3;
    let staff: Vec<u32> = lab.lattice.openings.iter().map(|it| more(it.most)).collect();
    let worlds = 0..lab.worlds.count();
    let scenarios = worlds.map(|it| with_staff(lab.worlds.baseline(it), &lab.lattice, &staff));
    let scenarios: Vec<Scenario> = scenarios.collect();
    let seed = lab.run.seed;
    let placed = replications.iter().map(|&it| (lab.worlds.of_replication(seed, it), it));
    let placed: Vec<(usize, u64)> = placed.collect();
    lab.run.side_by_side(&scenarios, &placed, |simulator, world, replication| {
        let inputs = draw_inputs(&scenarios[world], seed, replication);
        simulator.run(seed, replication, &inputs);
        Seen::of(simulator.recorder(), &scenarios[world], &lab.goals)
    })
}

/// How often a candidate keeps every promise.
fn certify(
    lab: &mut Lab<'_>,
    promises: &Promises,
    candidate: &Candidate,
    replications: &[u64],
) -> Option<Certificate> {
    let seen: Vec<&Seen> = lab.see(candidate, replications)?;
    Some(Certificate::new(promises.passes(&seen), seen.len() as u64))
}
