//! Ladder: what more confidence costs, from fewer people to more.
//!
//! The rungs are the plan, the rules that were tested with it, the one that caps leave out of reach, and for each
//! of a few other confidences the laxest rule on the path of the ladder that reaches it. All of them are told by fresh
//! replications that begin with the same ones: the plan's own rung by all that it was held against, so
//! that its figures are those of the rest of the report, and the rule without the caps by those of its row beside
//! the plan. The knee is the rung after which the next one
//! costs most for what it adds.

use super::beside::ERROR;
use super::certificate::kept_in;
use super::data::{Kept, Rung};
use super::ladder_path::path;
use super::spread::compared;
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::Candidate;

/// Fresh replications of a rung.
const LOOKED_AT: u64 = 24;
const LOOKED_AT_IN_FULL: u64 = 120;
/// Replications between two looks at whether a rule still can reach a confidence.
const LOOK: usize = 4;
/// Confidences for which a rung is looked for; without `--full` below that of the plan alone.
const LEVELS: [f64; 2] = [0.8, 0.5];
const LEVELS_IN_FULL: [f64; 5] = [0.95, 0.9, 0.8, 0.65, 0.5];
/// Replications after which no further rung is looked for.
const SEARCHING: usize = 90;
const SEARCHING_IN_FULL: usize = 4_000;

/// The rungs, the least first; `None` when stopped.
pub(crate) fn ladder(
    lab: &mut Lab<'_>,
    promises: &Promises,
    (rule, kept): (&Candidate, Kept),
    (tested, uncapped): (&[Candidate], Option<(&Candidate, Kept)>),
    (confidence, full): (f64, bool),
) -> Option<Vec<Rung>> {
    let (looked_at, most) = match full {
        true => (LOOKED_AT_IN_FULL, SEARCHING_IN_FULL),
        false => (LOOKED_AT, SEARCHING),
    };
    let few = lab.fresh(looked_at.min(kept.of));
    let mut rungs = vec![(rule.clone(), None)];
    let others = tested.iter().chain(uncapped.map(|it| it.0)).filter(|it| *it != rule);
    rungs.extend(others.map(|it| (it.clone(), None)));
    let levels = if full { &LEVELS_IN_FULL[..] } else { &LEVELS[..] };
    // What the plan may keep itself is not looked for below it.
    let levels = levels.iter().copied().filter(|it| full || *it < kept.share.low);
    for (level, found) in reaching(lab, promises, (rule, kept), &few, levels, most)? {
        match rungs.iter_mut().find(|it| it.0 == found) {
            Some(known) => known.1 = known.1.or(Some(level)),
            None => rungs.push((found, Some(level))),
        }
    }
    let ours: Vec<f64> = {
        let shown = lab.fresh(kept.of);
        lab.played(rule, &shown).iter().map(|it| it.staff.cost()).collect()
    };
    let mut all = Vec::new();
    for (candidate, level) in rungs {
        let plan = candidate == *rule;
        // The plan and what stands beside it are told by the same replications there and here.
        let told = match plan {
            true => Some(kept),
            false => uncapped.filter(|it| *it.0 == candidate).map(|it| it.1),
        };
        let seen = told.map_or_else(|| few.clone(), |it| lab.fresh(it.of));
        lab.simulate(&candidate, &seen)?;
        // What was tested is known in more replications than those.
        let known = lab.broken(&candidate, &lab.fresh(kept.of)).len() as u64;
        let kept = match told {
            Some(told) => told,
            None => kept_in(lab, promises, &candidate, known, (confidence, ERROR))?,
        };
        let played = lab.played(&candidate, &seen);
        let cost: Vec<f64> = played.iter().map(|it| it.staff.cost()).collect();
        let hires: f64 = played.iter().map(|it| it.staff.hires() as f64).sum();
        let people = hires / played.len() as f64;
        let (cost, uncapped) = (compared(&cost, &ours).value, !plan && told.is_some());
        all.push(Rung { kept, cost, people, level, plan, uncapped, knee: false });
    }
    let mut rungs = in_order(all);
    if let Some(knee) = knee(&rungs) {
        rungs[knee].knee = true;
    }
    Some(rungs)
}

/// For each level, the highest first, the laxest rule of the path that reaches it in a few replications, until
/// too many are spent. Rules that are known in them already are asked first.
fn reaching(
    lab: &mut Lab<'_>,
    promises: &Promises,
    (rule, kept): (&Candidate, Kept),
    few: &[u64],
    levels: impl Iterator<Item = f64>,
    most: usize,
) -> Option<Vec<(f64, Candidate)>> {
    let (path, plan) = path(rule);
    let from = lab.spent();
    let mut found = Vec::new();
    for level in levels {
        let holds = kept.share.value >= level;
        // Everything up to the first is taken to reach the level, everything from the last not to.
        let (mut reaches, mut fails) = match holds {
            true => (Some(plan), path.len()),
            false => (None, plan),
        };
        for (at, one) in path.iter().enumerate() {
            if at == plan || lab.broken(one, few).len() < few.len() {
                continue;
            }
            match reached(lab, promises, one, few, level)? {
                true if at < fails => reaches = reaches.max(Some(at)),
                false if reaches.is_none_or(|it| at > it) => fails = fails.min(at),
                _ => {}
            }
        }
        let mut is_over = false;
        while fails > reaches.map_or(0, |it| it + 1) && !is_over {
            let middle = usize::midpoint(reaches.map_or(0, |it| it + 1), fails - 1);
            match reached(lab, promises, &path[middle], few, level)? {
                true => reaches = Some(middle),
                false => fails = middle,
            }
            is_over = lab.spent() - from >= most;
        }
        found.extend(reaches.filter(|it| *it != plan).map(|it| (level, path[it].clone())));
        if is_over {
            break;
        }
    }
    Some(found)
}

/// Whether a rule reaches a level in some replications, of which only as many are looked at as decide it.
fn reached(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    few: &[u64],
    level: f64,
) -> Option<bool> {
    let needed = (level * few.len() as f64 - 1e-9).ceil() as usize;
    let (mut passed, mut seen) = (0, 0);
    for some in few.chunks(LOOK) {
        passed += lab.keeps(rule, promises, some)?.iter().filter(|it| **it).count();
        seen += some.len();
        if passed >= needed || passed + few.len() - seen < needed {
            break;
        }
    }
    Some(passed >= needed)
}

/// Rungs from the cheapest, each surer than those below it. The plan is always one: where a cheaper rule
/// seems as sure or surer, so few replications cannot tell, and it is left out.
fn in_order(mut rungs: Vec<Rung>) -> Vec<Rung> {
    rungs.sort_by(|a, b| a.cost.value.total_cmp(&b.cost.value).then(b.plan.cmp(&a.plan)));
    let plan = rungs.iter().find(|it| it.plan).map(|it| (it.cost.value, it.kept.share.value));
    let (mut best, mut kept) = (None, Vec::new());
    for rung in rungs {
        let share = rung.kept.share.value;
        let below = |(cost, _): (f64, f64)| !rung.plan && rung.cost.value <= cost;
        let too_good = plan.is_some_and(|plan| below(plan) && share >= plan.1);
        let better = best.is_none_or(|best| share > best);
        if rung.plan || better && !too_good {
            best = Some(best.unwrap_or(0.0_f64).max(share));
            kept.push(rung);
        }
    }
    kept
}

/// The rung from which on a point of probability costs more than twice as much as before it, where the
/// replications tell the rungs on both sides of it apart.
fn knee(rungs: &[Rung]) -> Option<usize> {
    let price = |it: usize| {
        let more = rungs[it].kept.share.value - rungs[it - 1].kept.share.value;
        (rungs[it].cost.value - rungs[it - 1].cost.value) / more
    };
    let apart = |it: usize| {
        let (below, above) = (&rungs[it - 1], &rungs[it]);
        below.kept.share.high < above.kept.share.value && below.cost.high < above.cost.low
    };
    let inner = (1..rungs.len().saturating_sub(1)).filter(|&it| apart(it) && apart(it + 1));
    let jumps = inner.map(|it| (it, price(it + 1) / price(it)));
    let steepest = jumps.filter(|it| it.1 > 2.0).max_by(|a, b| a.1.total_cmp(&b.1));
    steepest.map(|it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::staged::fixture::kept;
    use crate::statistics::Interval;

    #[test]
    fn the_plan_is_a_rung_whatever_few_replications_show_of_cheaper_rules() {
        let rung = |share: f64, cost: f64, plan: bool| Rung {
            kept: kept(share, false),
            cost: Interval::around(cost, 1.0),
            people: 1.0,
            level: None,
            plan,
            uncapped: false,
            knee: false,
        };
        let all = vec![
            rung(0.97, 40.0, true),
            rung(1.0, 38.0, false),
            rung(0.8, 30.0, false),
            rung(0.75, 33.0, false),
            rung(0.96, 42.0, false),
            rung(0.99, 45.0, false),
        ];
        let rungs: Vec<f64> = in_order(all).iter().map(|it| it.cost.value).collect();
        assert_eq!(rungs, [30.0, 40.0, 45.0]);
    }
}
