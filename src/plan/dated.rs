//! Dated: the cheapest plan of dates beside a rule, in which everybody and every date are fixed at once.
//!
//! It begins with the dates on which the rule asks for people in the replications that are hard for it, is made
//! cheaper there, and is then held against the others. It has the levers of the rule and its order of
//! the queue: what the two differ in is when it is decided.

use super::ground::{Ground, failures};
use super::search::Search;
use super::search::evaluator::Lab;
use super::search::hire_options::{Candidate, REVIEW, in_months};

/// One replication of so many is hard: the search looks at these.
const HARD: usize = 3;
/// In which share of the replications that are hard for a rule a plan of dates has as many people as the rule, and how
/// many months sooner: few of them at once may be cheaper than many in time.
const STAFFED: [f64; 5] = [0.6, 0.7, 0.8, 0.9, 1.0];
const SOONER: [f64; 3] = [0.0, REVIEW, f64::INFINITY];
/// Replications of the search, and of the thorough one.
const SEARCHING: usize = 120;
const THOROUGH: usize = 1300;

/// The cheapest plan of dates beside a rule; `ranked` are the replications of its search, the hardest first.
/// `None` when stopped.
pub(crate) fn cheapest(
    Ground { lab, promises, attained, last_resort, .. }: &mut Ground<'_>,
    confidence: f64,
    (rule, ranked): (&Candidate, &[u64]),
    thorough: bool,
) -> Option<Candidate> {
    // Where the rule never asks for anybody there are no dates to fix.
    if !rule.rules.iter().any(|it| it.asks()) {
        let (moves, order) = (rule.moves.clone(), rule.order);
        return Some(Candidate { moves, order, ..lab.lattice.nobody() });
    }
    let last_resort = Candidate { order: rule.order, ..last_resort.clone() };
    // Where no dates ever keep all promises, nothing tells one plan from another.
    if *attained <= 0.0 {
        return Some(last_resort);
    }
    // Of the room that the confidence leaves for failures half is left unused: what is found looks luckier than it is.
    let share = *attained * f64::midpoint(1.0, confidence);
    let may_fail = failures(share, ranked.len());
    let hard = (ranked.len() / HARD).max(2 * may_fail + may_fail / 2);
    let hard = &ranked[..hard.min(ranked.len())];
    let ways = ways_of_rule(lab, rule, hard)?;
    let mut search = Search::new(lab, promises, hard, may_fail, SEARCHING);
    let cheap = search.cheap(ways)?;
    let dates = search.held_against(ranked, cheap, may_fail)?;
    if !thorough {
        return Some(dates);
    }
    search.limit = search.lab.spent() + THOROUGH;
    let improved = search.improve(dates.clone())?;
    // What is cheaper may break others.
    let improved = search.held_against(ranked, improved, may_fail)?;
    Some(if search.lab.cost(&improved) < search.lab.cost(&dates) { improved } else { dates })
}

/// About how many replications that takes.
pub(crate) fn expected_replications(thorough: bool) -> usize {
    if thorough { 2 * THOROUGH } else { 4 * SEARCHING }
}

/// Plans of dates that a rule suggests, the cheapest first; `None` when stopped.
fn ways_of_rule(lab: &mut Lab<'_>, rule: &Candidate, hard: &[u64]) -> Option<Vec<Candidate>> {
    lab.simulate(rule, hard)?;
    let of_share = |share| SOONER.map(|sooner| as_asked(lab, rule, hard, share, sooner));
    let mut ways: Vec<Candidate> = STAFFED.into_iter().flat_map(of_share).collect();
    ways.sort_by(|a, b| lab.cost(a).total_cmp(&lab.cost(b)).then_with(|| a.cmp(b)));
    ways.dedup();
    Some(ways)
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
