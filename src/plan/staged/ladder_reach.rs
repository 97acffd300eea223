//! Ladder, reach: for each of a few confidences the laxest rule of the path that reaches it.
//!
//! A path goes through the cheapest rule that is known to reach the confidence, or where none is through the plan. It
//! is bisected: its rules become laxer one by one. What stands between the two neighbours that are found,
//! one of which reaches the confidence and the other does not, is bisected once more where that was asked for, in
//! steps of one role at a time.

use super::ladder_path::{between, path};
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::Candidate;

/// Replications between two looks at whether a rule still can reach a confidence.
const LOOK: usize = 4;

/// A rule that a path may go through.
pub(super) struct Start {
    /// The rule.
    pub(super) rule: Candidate,
    /// What it costs.
    pub(super) cost: f64,
    /// The share of replications in which it keeps every promise.
    pub(super) share: f64,
}

impl Start {
    /// A rule as some replications find it; `None` when stopped.
    pub(super) fn of(
        lab: &mut Lab<'_>,
        promises: &Promises,
        rule: &Candidate,
        few: &[u64],
    ) -> Option<Self> {
        lab.simulate(rule, few)?;
        let played = lab.played(rule, few);
        let mean = |number: &dyn Fn(&Played) -> f64| {
            played.iter().map(|it| number(it)).sum::<f64>() / played.len() as f64
        };
        let cost = mean(&|it| it.staff.cost());
        let share = mean(&|it| f64::from(promises.kept(&it.seen)));
        Some(Self { rule: rule.clone(), cost, share })
    }
}

/// What was found for a confidence.
pub(super) struct Reached {
    /// The confidence.
    pub(super) level: f64,
    /// The laxest rule that reaches it; `None`: none does.
    pub(super) rule: Option<Candidate>,
    /// Whether it was looked for to the end.
    pub(super) is_laxest: bool,
}

/// For each level, the highest first, the laxest rule of a path that reaches it in a few replications, until
/// too many are spent; in fine steps where that is asked for, and then what was found is a rule to go on from. The
/// plan is the first of `starts`. `None` when stopped.
pub(super) fn reaching(
    lab: &mut Lab<'_>,
    promises: &Promises,
    mut starts: Vec<Start>,
    few: &[u64],
    levels: impl Iterator<Item = f64>,
    (most, fine): (usize, bool),
) -> Option<Vec<Reached>> {
    let until = lab.spent() + most;
    let mut found = Vec::new();
    for level in levels {
        let on = Bisection { promises, few, level, until };
        let reach = starts.iter().filter(|it| it.share >= level);
        let from = reach.min_by(|a, b| a.cost.total_cmp(&b.cost)).unwrap_or(&starts[0]);
        let (path, at) = path(&from.rule);
        // Everything up to the first is taken to reach the level, everything from the last not to.
        let ends = match from.share >= level {
            true => (Some(at), path.len()),
            false => (None, at),
        };
        let ends = on.known(lab, &path, at, ends)?;
        let ((reaches, fails), mut is_laxest) = on.bisect(lab, &path, ends)?;
        let mut rule = reaches.map(|it| path[it].clone());
        if let (true, Some(it), true) = (fine, reaches, fails < path.len()) {
            let steps = between(&path[it], &path[fails]);
            let (ends, to_the_end) = on.bisect(lab, &steps, (Some(0), steps.len() - 1))?;
            is_laxest = to_the_end;
            rule = ends.0.map(|it| steps[it].clone());
        }
        if let (true, Some(rule)) = (fine, &rule) {
            starts.push(Start::of(lab, promises, rule, few)?);
        }
        found.push(Reached { level, rule, is_laxest });
        if !is_laxest {
            break;
        }
    }
    Some(found)
}

/// The search for the laxest rule that reaches a level.
struct Bisection<'p> {
    promises: &'p Promises,
    few: &'p [u64],
    level: f64,
    until: usize,
}

/// The last rule of a path that reaches a level, and the first after it that does not.
type Ends = (Option<usize>, usize);

impl Bisection<'_> {
    /// Rules of the path that are known in all of those replications are asked first.
    fn known(
        &self,
        lab: &mut Lab<'_>,
        path: &[Candidate],
        start: usize,
        (mut reaches, mut fails): Ends,
    ) -> Option<Ends> {
        for (at, one) in path.iter().enumerate() {
            if at == start || lab.broken(one, self.few).len() < self.few.len() {
                continue;
            }
            match self.reached(lab, one)? {
                true if at < fails => reaches = reaches.max(Some(at)),
                false if reaches.is_none_or(|it| at > it) => fails = fails.min(at),
                _ => {}
            }
        }
        Some((reaches, fails))
    }

    /// The ends brought together, and whether that was not broken off.
    fn bisect(
        &self,
        lab: &mut Lab<'_>,
        path: &[Candidate],
        (mut reaches, mut fails): Ends,
    ) -> Option<(Ends, bool)> {
        while fails > reaches.map_or(0, |it| it + 1) {
            let middle = usize::midpoint(reaches.map_or(0, |it| it + 1), fails - 1);
            match self.reached(lab, &path[middle])? {
                true => reaches = Some(middle),
                false => fails = middle,
            }
            if lab.spent() >= self.until {
                return Some(((reaches, fails), false));
            }
        }
        Some(((reaches, fails), true))
    }

    /// Whether a rule reaches the level, of which only as many replications are looked at as decide it.
    fn reached(&self, lab: &mut Lab<'_>, rule: &Candidate) -> Option<bool> {
        let needed = (self.level * self.few.len() as f64 - 1e-9).ceil() as usize;
        let (mut passed, mut seen) = (0, 0);
        for some in self.few.chunks(LOOK) {
            passed += lab.keeps(rule, self.promises, some)?.iter().filter(|it| **it).count();
            seen += some.len();
            if passed >= needed || passed + self.few.len() - seen < needed {
                break;
            }
        }
        Some(passed >= needed)
    }
}
