//! The staged plan: what to do now, what to measure, and what to do when it is known.
//!
//! A plan of dates made once against everything that is unknown is a hedge paid in people. A staged
//! plan asks for the people who are right whatever turns out, and leaves the rest to a rule that
//! looks only at what the department will have counted by then.
//!
//! ```text
//!  fluid ─► search (by role, levers, caps) ─► certificate ─► beside, explain, ladder, measure, … ─► Staged
//! ```

mod beside;
mod by_role;
mod caps;
mod certificate;
mod combination;
pub(crate) mod data;
mod early;
mod explain;
mod facts;
mod fewer;
#[cfg(test)]
pub(crate) mod fixture;
mod fluid;
pub(crate) mod for_a_time;
mod here;
mod instead;
mod kept;
mod known;
mod ladder;
mod ladder_path;
mod ladder_reach;
mod later;
mod lever_figures;
mod levers;
mod lost;
mod map;
mod measure;
mod perfect;
mod person;
mod priced;
mod prices;
mod proof;
mod pruned;
mod readings;
mod relaxed_study;
mod rows;
mod search;
mod signposts;
mod spread;
mod still_failing;
mod stricter;
mod sure;
mod tables;
#[cfg(test)]
mod tests;
pub(crate) mod warning;

use crate::ids::RoleId;
use crate::plan::ground::Ground;
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hardest_replications::hardest_for;
use crate::plan::search::hire_options::Candidate;
use crate::plan::search::run::{Phase, SoFar};
use crate::statistics::sequential::share_at_any_time;
use beside::Beside;
use certificate::Certified;
pub(crate) use certificate::least_replications;
use data::{Cap, Capped, Kept, LeftOut, RefusedOrder, Spread, Staged, Which};
use levers::Tried;
use proof::Proof;
use search::RuleSearch;
use std::cmp::Reverse;
use still_failing::still_failing;

/// Replications that the search answers for, and that the whole search may take.
const POOL: u64 = 120;
const SEARCHING: usize = 700;
/// Replications that tell what the strictest rule attains.
const STRICTEST: usize = 30;
/// Whom all but one replication of fifty need is told at once.
const EVERY: f64 = 0.02;
/// Of the room that the confidence leaves for failures, the search leaves this part unused: what is found looks
/// luckier than it is.
const ROOM: f64 = 0.9;

/// What is asked of a staged plan.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    /// The probability with which every promise must be kept.
    pub(crate) confidence: f64,
    /// Exactly so many fresh replications.
    pub(crate) replications: Option<u64>,
    /// Caps on people and money.
    pub(crate) caps: Vec<Cap>,
    /// Whether everything is asked for, however long it takes.
    pub(crate) full: bool,
}

/// A rule that was found and held against fresh replications.
pub(crate) struct Found {
    /// The rule.
    pub(crate) rule: Candidate,
    kept: Kept,
    /// Rules found before it that failed their certificates.
    failed: u64,
    /// Rules that were tested as well: surer and cheaper ones.
    others: Vec<Candidate>,
    tried: Vec<Tried>,
    left_out: Vec<LeftOut>,
    refused_order: Option<RefusedOrder>,
    capped: Capped,
    /// The rule that would have been taken without the caps, where they bind.
    uncapped: Option<Candidate>,
    /// The replications that the search began with, the hardest first.
    pub(crate) ranked: Vec<u64>,
}

impl Found {
    /// Fresh replications that the rule was held against.
    pub(crate) fn replications(&self) -> u64 {
        self.kept.of
    }
}

/// About how many replications a staged plan takes when so many people may be hired.
pub(crate) fn expected_replications(people: usize) -> usize {
    SEARCHING + 900 + 40 * people
}

/// Finds the rule; `None` when stopped.
pub(crate) fn find(ground: &mut Ground<'_>, asked: &Asked) -> Option<Found> {
    let pool: Vec<u64> = (0..POOL).collect();
    let wanted = asked.confidence + (1.0 - asked.confidence) * ROOM;
    let mut start = fluid::first_guess(&ground.lab, &pool);
    let promises: &Promises = &ground.promises;
    let mut aside = levers::set_aside(&mut ground.lab, promises);
    (ground.lab.run.news)(&SoFar::Begun(Phase::Search));
    tell_first(&ground.lab, promises, &start);
    let ranked = hardest_for(&mut ground.lab, promises, &start, &pool)?;
    let (mut attained, mut everybody) = (ground.attained, None);
    if attained < wanted {
        let (strictest, share) = strictest(&mut ground.lab, promises, &start, &ranked)?;
        (start.order, attained) = (strictest.order, attained.max(share));
        everybody = Some(strictest);
    }
    let share = wanted.min(attained);
    let mut search =
        RuleSearch::new(&mut ground.lab, promises, ranked, (share, attained), SEARCHING);
    // Far out of reach nobody wants the cheapest rule that is as bad as all others, but the best one.
    let hopeless = attained < asked.confidence / 2.0;
    let (best, good) = match everybody.filter(|_| hopeless) {
        Some(everybody) => (search.within(&everybody, &[])?, false),
        None => search.cheapest(start)?,
    };
    tell_found(search.race.lab, &best);
    let (mut best, mut tried): (Candidate, Vec<Tried>) = (best, Vec::new());
    // What saves anything is told of rules that suffice alone.
    if good {
        best = search.nobody(&best, asked.confidence)?.unwrap_or(best);
        let (ordered, order) = search.order(&best)?;
        // In another order the rule is another one.
        best = if ordered.order == best.order { ordered } else { search.sure(ordered)?.0 };
        tried.extend(order);
    }
    tell_found(search.race.lab, &best);
    let beyond = search.beyond(&best, &asked.caps)?;
    if !beyond && !hopeless {
        best = search.pruned(best)?;
    }
    (search.race.lab.run.news)(&SoFar::Begun(Phase::Proof));
    let proof = match beyond {
        true => None,
        false => Some(search.prove(best.clone(), asked, !hopeless)?),
    };
    let (proof, binds) = search.kept_within(proof, &best, asked)?;
    let Proof { answer: Certified { rule, kept }, mut others, failed } = proof;
    let mut left_out = Vec::new();
    // What a measure saves was found out of plans that are beyond a cap.
    if binds {
        tried.clear();
    } else if good {
        let priced = search.priced((&rule, kept.of), std::mem::take(&mut aside))?;
        tried.extend(priced.0);
        left_out = priced.1;
        if asked.full {
            // Rules of other confidences that stand on the ladder.
            others.extend(search.keeping(&rule, &ladder::LEVELS_IN_FULL)?);
        }
    }
    // What was not priced is tried later as what may cure an SLA.
    search.race.lab.moves.extend(aside);
    let (uncapped, refused_order) = (binds.then_some(best), search.refused_order);
    let ranked = search.ranked.iter().copied().filter(|it| *it < POOL).collect();
    let fewest_late = search.fewest_late;
    let capped = Capped { caps: asked.caps.clone(), binds, fewest_late };
    (ground.lab.run.news)(&SoFar::Held { share: kept.share, of: kept.of });
    Some(Found {
        rule,
        kept,
        failed,
        others,
        tried,
        left_out,
        refused_order,
        capped,
        uncapped,
        ranked,
    })
}

/// The strictest rule, and in which share of some replications it keeps every promise: everybody for good who may be
/// asked for, at once, and whoever a backlog asks for; in the order of the queue in which it keeps most, or where it
/// never does has the fewest late items. More than dates reach where people for a time help.
fn strictest(
    lab: &mut Lab<'_>,
    promises: &Promises,
    start: &Candidate,
    ranked: &[u64],
) -> Option<(Candidate, f64)> {
    let mut strictest = start.clone();
    let some = strictest.rules.iter_mut().filter(|it| it.most > 0);
    some.for_each(|it| (it.now, it.target) = (it.most, search::LEAST));
    let few = search::so_many_of(ranked, STRICTEST);
    let mut tried = Vec::new();
    for order in [start.order, None] {
        strictest.order = order;
        let seen = lab.see(&strictest, &few)?;
        let passes = promises.passes(&seen);
        let late = seen.iter().map(|it| it.breaches(0..it.months())).sum();
        tried.push(((passes, Reverse(if passes == 0 { late } else { 0 })), order));
    }
    // Of equals the first.
    let ((passes, _), order) = tried.into_iter().rev().max_by_key(|it| it.0)?;
    strictest.order = order;
    Some((strictest, passes as f64 / few.len().max(1) as f64))
}

/// Tells what is known before the search: what becomes of the department as it is, and whom the work
/// alone asks for whatever turns out.
fn tell_first(lab: &Lab<'_>, promises: &Promises, start: &Candidate) {
    let pool: Vec<u64> = (0..POOL).collect();
    let seen = lab.recall(&lab.lattice.as_it_is(), &pool);
    let of = seen.len() as u64;
    let share = share_at_any_time(promises.passes(&seen), of, beside::ERROR);
    (lab.run.news)(&SoFar::Nobody { share, of });
    let needed = |(position, (role, now)): (usize, (RoleId, u32))| {
        (role, fluid::needed_now(lab, position, &pool, EVERY).min(now))
    };
    let each = lab.lattice.openings.iter().zip(&start.rules).map(|it| (it.0.role, it.1.now));
    let needed = each.enumerate().map(needed).filter(|it| it.1 > 0).collect();
    (lab.run.news)(&SoFar::Needed(needed));
}

/// Tells whom the cheapest plan so far asks for now.
fn tell_found(lab: &Lab<'_>, rule: &Candidate) {
    (lab.run.news)(&SoFar::Found(facts::asked_now(lab, rule)));
}

/// Replications that tell which SLAs still fail, and who would lift them.
const LOOKED_AT: u64 = 6;

/// Everything that is told of a rule; `fixed` is the best plan of dates. `None` when stopped.
pub(crate) fn staged(
    lab: &mut Lab<'_>,
    promises: &Promises,
    found: &Found,
    fixed: &Candidate,
    asked: &Asked,
) -> Option<Staged> {
    let (rule, kept, confidence) = (&found.rule, found.kept, asked.confidence);
    let shown = lab.fresh(kept.of);
    let mut beside = Beside { lab, promises, confidence, rule, kept };
    let alternatives = beside.all(fixed, found.uncapped.as_ref(), asked.full)?;
    let (levers, unpriced) =
        lever_figures::levers(lab, promises, rule, &found.tried, &found.ranked)?;
    let marginal = explain::people(lab, promises, rule, &found.ranked, (confidence, asked.full))?;
    let beyond = alternatives.iter().find(|it| it.plan == Which::Uncapped).map(|it| it.kept);
    let others = (&found.others[..], found.uncapped.as_ref().zip(beyond));
    let ladder = ladder::ladder(lab, promises, (rule, kept), others, (confidence, asked.full))?;
    // Against a plan that does not do what was asked, or may not go further, nothing is saved.
    let priced = asked.full && kept.share.value >= confidence && !found.capped.binds;
    let searched = priced.then_some((&found.ranked[..], confidence));
    let (priced, together) = priced::promises(lab, promises, rule, searched)?;
    let (map, here) = match asked.full {
        true => map::map(lab, promises, rule, &shown, confidence)?,
        false => (Vec::new(), Vec::new()),
    };
    let failing = still_failing(lab, promises, (rule, &found.left_out), &lab.fresh(LOOKED_AT))?;
    let warnings = explain::warnings(lab, promises, rule, &marginal, (&shown, &found.ranked))?;
    let played = lab.played(rule, &shown);
    // The plan of dates is looked at in fewer.
    let dated = alternatives.iter().find(|it| it.plan == Which::Fixed).map_or(0, |it| it.kept.of);
    let dated = lab.played(fixed, &shown[..dated.min(kept.of) as usize]);
    let cost: Vec<f64> = played.iter().map(|it| it.staff.cost()).collect();
    Some(Staged {
        confidence,
        rule: facts::rule_of(lab, rule),
        now: facts::vacancies_of(lab, rule, &marginal),
        kept,
        failed: found.failed,
        by_reading: readings::by_reading(lab, promises, rule, &shown, confidence),
        cost: Spread::of(&cost),
        measure: measure::to_measure(lab, &shown, &played, &dated),
        tables: tables::tables(lab, rule, &played),
        fans: facts::fans_of(lab, &played),
        temporary: facts::temporary_of(lab, &played),
        signposts: signposts::signposts_of(lab, rule, &played),
        warnings: warnings.into_iter().chain(failing).collect(),
        alternatives,
        refused_order: found.refused_order,
        levers,
        unpriced,
        left_out: found.left_out.clone(),
        marginal,
        promises: priced,
        together,
        all_from: promises.all_from(),
        ladder,
        map,
        here,
        capped: found.capped.clone(),
        full: asked.full,
    })
}
