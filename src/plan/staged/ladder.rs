//! Ladder: what more confidence costs, from fewer people to more.
//!
//! The rungs are the plan, the rules that were tested with it, the one that caps leave out of reach, and for each
//! of a few other confidences the laxest rule on a path of the ladder that reaches it. All of them are told by fresh
//! replications that begin with the same ones: the plan's own rung by all that it was held against, so
//! that its figures are those of the rest of the report, and the rule without the caps by those of its row beside
//! the plan. The knee is the rung after which the next one
//! costs most for what it adds.

use super::beside::{ERROR, dearer};
use super::certificate::kept_in;
use super::data::{Kept, Ladder, LastPercent, Missing, Rung};
use super::facts::asked_now;
use super::ladder_reach::{Reached, Start, reaching};
use super::spread::compared;
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::Candidate;
use crate::statistics::{CONFIDENCE, Interval, lower_bound, ratio_of_means};

/// Fresh replications of a rung.
const LOOKED_AT: u64 = 24;
const LOOKED_AT_IN_FULL: u64 = 120;
/// Confidences for which a rung is looked for; without `--full` below that of the plan alone.
const LEVELS: [f64; 2] = [0.8, 0.5];
pub(super) const LEVELS_IN_FULL: [f64; 4] = [0.95, 0.9, 0.8, 0.5];
/// Replications after which no further rung is looked for.
const SEARCHING: usize = 90;
const SEARCHING_IN_FULL: usize = 4_000;
/// What is further below the highest rung tells nothing of the last percent.
const UPPER: f64 = 0.15;
/// A rung that is no further above a confidence is near it.
const NEAR: f64 = 0.05;

/// A rung, with what its replications cost and whether each kept every promise.
#[derive(Clone, Debug)]
struct Told {
    rung: Rung,
    cost: Vec<f64>,
    kept: Vec<bool>,
}

/// The rungs, the least first; `None` when stopped.
pub(crate) fn ladder(
    lab: &mut Lab<'_>,
    promises: &Promises,
    (rule, kept): (&Candidate, Kept),
    (tested, uncapped): (&[Candidate], Option<(&Candidate, Kept)>),
    (confidence, full): (f64, bool),
) -> Option<Ladder> {
    let (looked_at, most) = match full {
        true => (LOOKED_AT_IN_FULL, SEARCHING_IN_FULL),
        false => (LOOKED_AT, SEARCHING),
    };
    let few = lab.fresh(looked_at.min(kept.of));
    let mut rungs = vec![(rule.clone(), None)];
    let mut starts =
        vec![Start { rule: rule.clone(), cost: f64::INFINITY, share: kept.share.value }];
    if full {
        for it in tested.iter().filter(|it| *it != rule).chain([rule]) {
            starts.push(Start::of(lab, promises, it, &few)?);
        }
    }
    let others = tested.iter().chain(uncapped.map(|it| it.0)).filter(|it| *it != rule);
    rungs.extend(others.map(|it| (it.clone(), None)));
    let levels = if full { &LEVELS_IN_FULL[..] } else { &LEVELS[..] };
    // What the plan may keep itself is not looked for below it.
    let levels = levels.iter().copied().filter(|it| full || *it < kept.share.low);
    let mut looked_for = Vec::new();
    for found in reaching(lab, promises, starts, &few, levels, (most, full))? {
        let Reached { level, rule: found, is_laxest } = found;
        looked_for.extend((full && is_laxest).then_some(level));
        // The plan itself is a rung already.
        let Some(found) = found.filter(|it| it != rule) else {
            continue;
        };
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
        let hires: f64 = played.iter().map(|it| it.staff.hires() as f64).sum();
        let people = hires / played.len() as f64;
        let each: Vec<f64> = played.iter().map(|it| it.staff.cost()).collect();
        let (cost, uncapped) = (compared(&each, &ours).value, !plan && told.is_some());
        let now = asked_now(lab, &candidate);
        let rung = Rung { kept, cost, people, now, level, plan, uncapped, knee: false };
        let kept = played.iter().map(|it| promises.kept(&it.seen)).collect();
        all.push(Told { rung, cost: each, kept });
    }
    let known: Vec<Rung> = all.iter().map(|it| it.rung.clone()).collect();
    let told = in_order(all);
    let last = last_percent(&told);
    let mut rungs: Vec<Rung> = told.into_iter().map(|it| it.rung).collect();
    if let Some(knee) = knee(&rungs) {
        rungs[knee].knee = true;
    }
    looked_for.reverse();
    let missing = looked_for.into_iter().filter_map(|it| missing(it, &rungs, &known)).collect();
    Some(Ladder { rungs, missing, last })
}

/// Rungs from the cheapest, each surer than those below it. The plan is always one: where a cheaper rule
/// seems as sure or surer, so few replications cannot tell, and it is left out.
fn in_order(mut rungs: Vec<Told>) -> Vec<Told> {
    rungs.sort_by(|a, b| {
        let cost = a.rung.cost.value.total_cmp(&b.rung.cost.value);
        cost.then(b.rung.plan.cmp(&a.rung.plan))
    });
    let plan = rungs.iter().find(|it| it.rung.plan);
    let plan = plan.map(|it| (it.rung.cost.value, it.rung.kept.share.value));
    let (mut best, mut kept) = (None, Vec::new());
    for told in rungs {
        let rung = &told.rung;
        let share = rung.kept.share.value;
        let below = |(cost, _): (f64, f64)| !rung.plan && rung.cost.value <= cost;
        let too_good = plan.is_some_and(|plan| below(plan) && share >= plan.1);
        let better = best.is_none_or(|best| share > best);
        if rung.plan || better && !too_good {
            best = Some(best.unwrap_or(0.0_f64).max(share));
            kept.push(told);
        }
    }
    kept
}

/// What stands in place of a confidence that has no rung near it; nothing where it has one, or where a rule
/// that is cheaper than the rung above it reaches it and is no rung.
fn missing(level: f64, rungs: &[Rung], known: &[Rung]) -> Option<Missing> {
    let share = |it: &Rung| it.kept.share.value;
    let Some(at) = rungs.iter().position(|it| share(it) >= level) else {
        return Some(Missing { level, above: None, below: rungs.last().map(share) });
    };
    let above = &rungs[at];
    let cheaper = |it: &Rung| share(it) >= level && it.cost.value < above.cost.value;
    let jumps = share(above) - level > NEAR && !known.iter().any(cheaper);
    let below = at.checked_sub(1).map(|it| share(&rungs[it]));
    jumps.then(|| Missing { level, above: Some(share(above)), below })
}

/// What a percentage point costs between the highest two of the upper rungs that can be told apart in the
/// replications of both: the upper one keeps more of them, and costs more, for certain.
fn last_percent(rungs: &[Told]) -> Option<LastPercent> {
    let share = |it: &Told| it.rung.kept.share.value;
    let least = rungs.last().map_or(0.0, share) - UPPER - 1e-9;
    let rungs = &rungs[rungs.iter().filter(|it| share(it) < least).count()..];
    let pairs =
        (1..rungs.len()).rev().flat_map(|above| (0..above).rev().map(move |it| (it, above)));
    pairs.map(|(below, above)| price_of_percent(&rungs[below], &rungs[above])).find_map(|it| it)
}

fn price_of_percent(below: &Told, above: &Told) -> Option<LastPercent> {
    let of = below.cost.len().min(above.cost.len());
    let kept = || above.kept[..of].iter().zip(&below.kept[..of]);
    let count = |it: (bool, bool)| kept().filter(|both| (*both.0, *both.1) == it).count() as u64;
    let (gained, lost) = (count((true, false)), count((false, true)));
    // Of the replications in which they differ, more than half are kept by the upper one: exact, however few.
    let is_surer = lower_bound(gained, gained + lost, f64::midpoint(1.0, CONFIDENCE)) > 0.5;
    if !is_surer || dearer(&above.cost[..of], &below.cost[..of]).low <= 0.0 {
        return None;
    }
    let money: Vec<f64> =
        above.cost[..of].iter().zip(&below.cost[..of]).map(|it| it.0 - it.1).collect();
    let points = kept().map(|it| 100.0 * (f64::from(*it.0) - f64::from(*it.1)));
    let price: Interval = ratio_of_means(&money, &points.collect::<Vec<_>>())?;
    let share = |it: &Told| it.rung.kept.share.value;
    let told = LastPercent { from: share(below), to: share(above), price, of: of as u64 };
    (price.low > 0.0).then_some(told)
}

/// The rung from which on a point of probability costs more than twice as much as before it: from the nearest
/// rung below that the replications tell apart from it to the nearest such one above.
fn knee(rungs: &[Rung]) -> Option<usize> {
    let price = |below: &Rung, above: &Rung| {
        let more = above.kept.share.value - below.kept.share.value;
        (above.cost.value - below.cost.value) / more
    };
    let apart = |below: &Rung, above: &Rung| {
        below.kept.share.high < above.kept.share.value && below.cost.high < above.cost.low
    };
    let jump = |at: usize| {
        let it = &rungs[at];
        let below = rungs[..at].iter().rev().find(|below| apart(below, it))?;
        let above = rungs[at + 1..].iter().find(|above| apart(it, above))?;
        Some((at, price(it, above) / price(below, it)))
    };
    let jumps = (0..rungs.len()).filter_map(jump);
    let steepest = jumps.filter(|it| it.1 > 2.0).max_by(|a, b| a.1.total_cmp(&b.1));
    steepest.map(|it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::staged::fixture::kept;

    fn rung(share: f64, cost: f64, plan: bool) -> Rung {
        Rung {
            kept: kept(share, false),
            cost: Interval::around(cost, 1.0),
            people: 1.0,
            now: Vec::new(),
            level: None,
            plan,
            uncapped: false,
            knee: false,
        }
    }

    /// A rung of forty replications that cost about the same, of which some break.
    fn told(kept: usize, cost: f64) -> Told {
        let each = |it: usize| cost + (it % 4) as f64;
        Told {
            rung: rung(kept as f64 / 40.0, cost, false),
            cost: (0..40).map(each).collect(),
            kept: (0..40).map(|it| it < kept).collect(),
        }
    }

    #[test]
    fn the_plan_is_a_rung_whatever_few_replications_show_of_cheaper_rules() {
        let all = [
            (0.97, 40.0, true),
            (1.0, 38.0, false),
            (0.8, 30.0, false),
            (0.75, 33.0, false),
            (0.96, 42.0, false),
            (0.99, 45.0, false),
        ];
        let all = all.map(|it| Told { rung: rung(it.0, it.1, it.2), ..told(0, 0.0) });
        let rungs: Vec<f64> = in_order(all.to_vec()).iter().map(|it| it.rung.cost.value).collect();
        assert_eq!(rungs, [30.0, 40.0, 45.0]);
    }

    #[test]
    fn the_last_percent_is_priced_between_the_highest_rungs_that_can_be_told_apart() {
        let found = last_percent(&[told(10, 100.0), told(32, 220.0), told(38, 310.0)]);
        let found = found.expect("they are far apart");
        assert_eq!((found.from, found.to, found.of), (0.8, 0.95, 40));
        assert!((found.price.value - 6.0).abs() < 1e-9, "{found:?}");
        assert!(found.price.low < 6.0 && found.price.high > 6.0, "{found:?}");
        // The two highest cannot be told apart: what lies below both is compared.
        let found = last_percent(&[told(34, 220.0), told(39, 310.0), told(40, 400.0)]);
        assert_eq!(found.map(|it| (it.from, it.to)), Some((0.85, 1.0)));
    }

    #[test]
    fn the_last_percent_has_no_price_where_the_upper_rungs_cannot_be_told_apart() {
        assert_eq!(last_percent(&[told(36, 100.0)]), None);
        assert_eq!(last_percent(&[told(36, 100.0), told(40, 200.0)]), None, "four are few");
        assert_eq!(last_percent(&[told(34, 100.0), told(40, 100.0)]), None, "it costs no more");
        assert_eq!(last_percent(&[told(10, 100.0), told(40, 300.0)]), None, "far below the last");
    }

    #[test]
    fn a_confidence_is_missing_only_where_the_rules_jump_over_it_or_none_reaches_it() {
        let rungs = [rung(0.5, 10.0, false), rung(0.7, 20.0, false), rung(0.91, 30.0, true)];
        let of = |level: f64| missing(level, &rungs, &rungs);
        assert_eq!(of(0.9), None);
        assert_eq!(of(0.5), None);
        let jump = Missing { level: 0.8, above: Some(0.91), below: Some(0.7) };
        assert_eq!(of(0.8), Some(jump));
        assert_eq!(of(0.95), Some(Missing { level: 0.95, above: None, below: Some(0.91) }));
        assert_eq!(of(0.3), Some(Missing { level: 0.3, above: Some(0.5), below: None }));
        // What is left out as too good to be true reaches it for less.
        let known = [&rungs[..], &[rung(0.92, 25.0, false)]].concat();
        assert_eq!(missing(0.8, &rungs, &known), None);
    }

    #[test]
    fn the_knee_is_where_a_point_begins_to_cost_more_and_none_where_it_never_does() {
        let ladder =
            |top: f64| [rung(0.5, 10.0, false), rung(0.8, 20.0, false), rung(0.95, top, true)];
        assert_eq!(knee(&ladder(40.0)), Some(1));
        assert_eq!(knee(&ladder(26.0)), None, "a point costs hardly more than before");
        let mut wide = ladder(40.0);
        wide[2].cost = Interval::around(40.0, 30.0);
        assert_eq!(knee(&wide), None, "the two above cannot be told apart");
        // A rung that cannot be told from its neighbour hides none; of the two the later one is the knee.
        let close = [&ladder(40.0)[..2], &[rung(0.82, 20.5, false)], &ladder(40.0)[2..]].concat();
        assert_eq!(knee(&close), Some(2));
    }
}
