//! Choice table: what each choice for a role costs and which replications it breaks, and the cheapest
//! combination of choices for all roles.

use crate::plan::search::hire_options::Choice;
use std::collections::BTreeSet;

/// Loads that are tried, in per cent: a queue that still moves, and one that hardly waits.
const TARGETS: [u32; 2] = [84, 64];
/// So many people asked for now are tried, on from those of the first guess.
const MORE: u32 = 3;

/// How many replications a combination may break to be looked at at all.
pub(super) fn may_be(may_fail: usize) -> usize {
    2 * may_fail + 2
}

/// What is known of a choice for one role.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tried {
    pub(super) choice: Choice,
    /// What the people of the role cost, mean.
    pub(super) paid: f64,
    /// Replications that it was tried in.
    pub(super) seen: BTreeSet<u64>,
    /// Those of them in which a promise of the role is broken.
    broken: BTreeSet<u64>,
}

impl Tried {
    /// A choice that costs so much and was tried in nothing yet.
    pub(super) fn new(choice: Choice, paid: f64) -> Self {
        Self { choice, paid, ..Self::default() }
    }

    /// What one choice broke with every choice of the others is its own fault.
    pub(super) fn note(&mut self, replication: u64, is_broken: bool) {
        let is_new = self.seen.insert(replication);
        if is_new && is_broken {
            self.broken.insert(replication);
        } else if !is_broken {
            self.broken.remove(&replication);
        }
    }
}

/// Choices for a role that break few enough of the replications to be looked at.
pub(super) fn few(table: &[Tried], may_fail: usize) -> Vec<Choice> {
    let least = table.iter().map(|it| it.broken.len()).min().unwrap_or(0);
    let most = may_be(may_fail).max(least);
    table.iter().filter(|it| it.broken.len() <= most).map(|it| it.choice).collect()
}

/// What a choice costs by the nearest two loads that were tried with as many people now, on the line
/// through both. `None` where none was, and where nobody is hired later.
pub(super) fn paid(table: &[Tried], choice: Choice) -> Option<f64> {
    let mut nearest: Vec<&Tried> = table.iter().filter(|it| it.choice.now == choice.now).collect();
    nearest.sort_by_key(|it| it.choice.target.abs_diff(choice.target));
    let at = |it: &Tried| f64::from(it.choice.target);
    match nearest[..] {
        [] => None,
        [it, ..] if it.choice.target == choice.target => Some(it.paid),
        _ if choice.target == 0 => None,
        [only] => Some(only.paid),
        [a, b, ..] => {
            let slope = (b.paid - a.paid) / (at(b) - at(a));
            Some(a.paid + slope * (f64::from(choice.target) - at(a)))
        }
    }
}

/// Choices for a role, the laxest first.
pub(super) fn choices(start: Choice) -> Vec<Choice> {
    if start.target == 0 {
        return vec![start];
    }
    let nows = start.now..=(start.now + MORE).min(start.most);
    nows.flat_map(|now| TARGETS.map(|target| Choice { now, target, ..start })).collect()
}

/// The cheapest choice that is known to break nothing and is as lax as another: that one need not be tried.
pub(super) fn enough(table: &[Tried], other: Choice) -> Option<Choice> {
    let laxer = |it: &&Tried| it.choice.now <= other.now && it.choice.target >= other.target;
    let enough = table.iter().filter(laxer).filter(|it| it.broken.is_empty());
    enough.min_by(|a, b| a.paid.total_cmp(&b.paid)).map(|it| it.choice)
}

/// The cheapest choices that together break no more than may fail; those that break least where none do.
pub(super) fn combined(tables: &[Vec<Tried>], may_fail: usize) -> Vec<Choice> {
    let mut sorted = tables.to_vec();
    sorted.iter_mut().for_each(|it| it.sort_by(|a, b| a.paid.total_cmp(&b.paid)));
    let least = |table: &Vec<Tried>| {
        table.iter().min_by_key(|it| it.broken.len()).map(|it| it.choice).unwrap_or_default()
    };
    let mut best = (f64::INFINITY, sorted.iter().map(least).collect());
    extend(&sorted, may_fail, (0.0, &BTreeSet::new()), &mut Vec::new(), &mut best);
    best.1
}

/// Completes a combination for the first roles, which costs and breaks so much, in every way that may be cheaper
/// than the best.
fn extend(
    tables: &[Vec<Tried>],
    may_fail: usize,
    (paid, broken): (f64, &BTreeSet<u64>),
    chosen: &mut Vec<Choice>,
    best: &mut (f64, Vec<Choice>),
) {
    let Some(table) = tables.get(chosen.len()) else {
        *best = (paid, chosen.clone());
        return;
    };
    let others = tables[chosen.len() + 1..].iter().filter_map(|it| it.first());
    let others: f64 = others.map(|it| it.paid).sum();
    for it in table {
        if paid + it.paid + others >= best.0 {
            break;
        }
        let broken = broken.union(&it.broken).copied().collect::<BTreeSet<u64>>();
        if broken.len() <= may_fail {
            chosen.push(it.choice);
            extend(tables, may_fail, (paid + it.paid, &broken), chosen, best);
            chosen.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tried(now: u32, paid: f64, broken: &[u64]) -> Tried {
        let choice = Choice { now, target: 84, most: 9, temporary: false };
        let broken = broken.iter().copied().collect();
        Tried { choice, paid, broken, ..Tried::default() }
    }

    #[test]
    fn of_all_combinations_the_cheapest_that_breaks_few_enough_is_taken() {
        let tables = [
            vec![tried(0, 1.0, &[1, 2, 3]), tried(1, 3.0, &[1, 2]), tried(2, 9.0, &[])],
            vec![tried(0, 1.0, &[1, 2, 4]), tried(1, 2.5, &[2]), tried(2, 9.0, &[])],
        ];
        let nows = |may_fail| -> Vec<u32> {
            combined(&tables, may_fail).iter().map(|it| it.now).collect()
        };
        assert_eq!(nows(4), [0, 0], "what both break is broken once");
        assert_eq!(nows(3), [0, 1]);
        assert_eq!(nows(2), [1, 1]);
        assert_eq!(nows(1), [2, 1]);
        assert_eq!(nows(0), [2, 2]);
        let hopeless = [vec![tried(0, 1.0, &[1, 2]), tried(1, 2.0, &[1])], tables[1].clone()];
        let nows: Vec<u32> = combined(&hopeless, 0).iter().map(|it| it.now).collect();
        assert_eq!(nows, [1, 2], "where nothing suffices, what breaks least");
    }

    #[test]
    fn what_is_stricter_than_what_breaks_nothing_is_not_tried() {
        let table = [tried(1, 2.0, &[]), tried(2, 1.5, &[7])];
        let choice = |now, target| Choice { now, target, most: 9, temporary: false };
        assert_eq!(enough(&table, choice(1, 64)), Some(choice(1, 84)));
        assert_eq!(enough(&table, choice(3, 84)), Some(choice(1, 84)));
        assert_eq!(enough(&table, choice(0, 64)), None);
        assert_eq!(enough(&table, choice(2, 92)), None);
    }

    #[test]
    fn what_another_role_is_at_fault_for_is_no_fault_of_a_choice() {
        let mut it = Tried::default();
        for (replication, is_broken) in [(1, true), (2, true), (3, false)] {
            it.note(replication, is_broken);
        }
        for (replication, is_broken) in [(2, false), (1, true), (3, true)] {
            it.note(replication, is_broken);
        }
        assert_eq!(it.broken, [1].into());
    }

    #[test]
    fn between_two_loads_a_choice_costs_what_lies_between_and_nobody_later_is_not_told() {
        let choice = |now, target| Choice { now, target, most: 9, temporary: false };
        let tried = |target, paid| Tried { choice: choice(2, target), paid, ..Tried::default() };
        let table = [tried(84, 16.0), tried(64, 20.0)];
        assert_eq!(paid(&table, choice(2, 64)), Some(20.0));
        assert_eq!(paid(&table, choice(2, 74)), Some(18.0));
        assert_eq!(paid(&table, choice(2, 54)), Some(22.0));
        assert_eq!(paid(&table[..1], choice(2, 54)), Some(16.0));
        assert_eq!((paid(&table, choice(3, 74)), paid(&table, choice(2, 0))), (None, None));
    }
}
