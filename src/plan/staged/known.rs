//! Known: in which replications of the search a rule is known to keep its promises, and in which to break them.
//!
//! A promise hangs on the roles that do its work alone, so that one replication of one rule tells of each group of
//! such roles, whatever was chosen for the others. What a rule keeps, a stricter one keeps as well, and what it
//! breaks, a laxer one does: only what lies between is simulated. Where two of them speak against each
//! other, it is not known either.

use crate::ids::RoleId;
use crate::plan::promises::Promises;
use crate::plan::promises::observation::Seen;
use crate::plan::promises::promise::Goal;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::{Candidate, Choice};
use crate::scenario::{Attribution, Discipline};
use std::collections::BTreeMap;

/// What is known of a group of roles in a replication: nothing, or one of these.
const KEPT: u8 = 1;
const BROKEN: u8 = 2;

/// What is known of rules with one order of the queue.
#[derive(Default)]
pub(super) struct Known {
    order: Option<Discipline>,
    groups: Vec<Group>,
    /// Of each promise, whether a replication that is given up leaves it open.
    open: Vec<bool>,
    /// Where each replication is found, and how many everything was tried in.
    places: BTreeMap<u64, usize>,
    first: usize,
}

/// Roles on which the same promises hang.
struct Group {
    /// Their positions among those that may be hired.
    roles: Vec<usize>,
    goals: Vec<usize>,
    /// Levers that relieve one of them.
    levers: Vec<u8>,
    /// What was seen: a verdict for each replication.
    settings: BTreeMap<Setting, Vec<u8>>,
}

/// What is chosen for the roles of a group, and the levers that relieve them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Setting {
    choices: Vec<Choice>,
    levers: Vec<u8>,
}

impl Setting {
    /// Whether it leaves at least as much undone as another.
    fn is_as_lax(&self, other: &Self) -> bool {
        self.levers.iter().all(|it| other.levers.contains(it))
            && self.choices.iter().zip(&other.choices).all(|it| is_as_lax(*it.0, *it.1))
    }
}

/// Whether one choice asks for nobody whom another does not ask for as soon.
pub(super) fn is_as_lax(laxer: Choice, other: Choice) -> bool {
    // A target of zero asks for nobody later: the laxest of all.
    let load = |it: Choice| if it.target == 0 { u32::MAX } else { it.target };
    laxer.now <= other.now
        && load(laxer) >= load(other)
        && laxer.most <= other.most
        && laxer.temporary <= other.temporary
}

impl Known {
    /// Nothing yet, of rules with an order.
    pub(super) fn nothing(lab: &Lab<'_>, promises: &Promises, order: Option<Discipline>) -> Self {
        let position = |role: &RoleId| lab.lattice.openings.iter().position(|it| it.role == *role);
        let mut groups: Vec<Group> = Vec::new();
        for (goal, it) in promises.goals.iter().enumerate() {
            let mut roles: Vec<usize> = it.roles.iter().filter_map(position).collect();
            roles.sort_unstable();
            if let Some(group) = groups.iter_mut().find(|it| it.roles == roles) {
                group.goals.push(goal);
                continue;
            }
            let relieves = |lever: &usize| {
                let own = |it: &usize| lab.lattice.openings[*it].role;
                roles.iter().map(own).any(|it| lab.moves[*lever].relieves.contains(&it))
            };
            let levers = (0..lab.moves.len()).filter(relieves).map(|it| it as u8).collect();
            groups.push(Group { roles, goals: vec![goal], levers, settings: BTreeMap::new() });
        }
        let open = |it: &Goal| lab.base().slas[it.sla.index()].attribution == Attribution::Created;
        let open = promises.goals.iter().map(open).collect();
        Self { order, groups, open, ..Self::default() }
    }

    /// Whether it is about rules with this order.
    pub(super) fn is_of(&self, order: Option<Discipline>) -> bool {
        self.order == order && !self.groups.is_empty()
    }

    /// The groups of which a role is the last.
    pub(super) fn ending_with(&self, position: usize) -> Vec<usize> {
        let last = |it: &usize| self.groups[*it].roles.last().copied().unwrap_or(0);
        (0..self.groups.len()).filter(|it| last(it) == position).collect()
    }

    /// Of choices for the first roles those that a group hangs on.
    pub(super) fn own(&self, group: usize, choices: &[Choice]) -> Vec<Choice> {
        self.groups[group].roles.iter().map(|it| choices[*it]).collect()
    }

    /// From now on replications are learnt from of which not all choices are tried.
    pub(super) fn everything_was_tried(&mut self) {
        self.first = self.places.len();
    }

    /// Notes what was seen of a rule in a replication: to its end, or up to where a promise was broken for good.
    pub(super) fn note(
        &mut self,
        rule: &Candidate,
        replication: u64,
        (seen, whole): (&Seen, bool),
        promises: &Promises,
    ) {
        let next = self.places.len();
        let place = *self.places.entry(replication).or_insert(next);
        // What was given up tells of the promise that broke first, and of no other.
        let first = match whole {
            true => None,
            false => promises.first_break_of(seen, |it| !self.open[it]).map(|it| it.0),
        };
        for group in &mut self.groups {
            let broken = |goal: &usize| match whole {
                true => !promises.kept_goal(seen, *goal),
                false => first == Some(*goal),
            };
            let verdict = match group.goals.iter().any(broken) {
                true => BROKEN,
                false if whole => KEPT,
                false => continue,
            };
            let setting = group.setting(&rule.rules, &rule.moves);
            let verdicts = group.settings.entry(setting).or_default();
            verdicts.resize(verdicts.len().max(place + 1), 0);
            verdicts[place] = verdict;
        }
    }

    /// What is known of a group with some choices and levers, for each replication.
    fn verdicts(&self, group: usize, choices: &[Choice], levers: &[u8]) -> Vec<u8> {
        let group = &self.groups[group];
        let own = group.setting(choices, levers);
        let mut verdicts = vec![0; self.places.len()];
        for (setting, seen) in &group.settings {
            let mut tells = if setting.is_as_lax(&own) { KEPT } else { 0 };
            tells |= if own.is_as_lax(setting) { BROKEN } else { 0 };
            if tells != 0 {
                verdicts.iter_mut().zip(seen).for_each(|it| *it.0 |= it.1 & tells);
            }
        }
        verdicts.iter_mut().for_each(|it| *it = if *it == KEPT | BROKEN { 0 } else { *it });
        // What was seen itself needs no telling.
        let seen = group.settings.get(&own).into_iter().flatten();
        verdicts.iter_mut().zip(seen).filter(|it| *it.1 != 0).for_each(|it| *it.0 = *it.1);
        verdicts
    }

    /// For each replication how likely a group breaks it with some choices and levers: what is not known is
    /// broken with a chance for each of its roles, and where nothing was tried, as often as elsewhere.
    pub(super) fn chances(
        &self,
        group: usize,
        choices: &[Choice],
        levers: &[u8],
        chance: f64,
    ) -> Vec<f64> {
        let verdicts = self.verdicts(group, choices, levers);
        let unknown = libm::pow(chance, self.groups[group].roles.len().max(1) as f64);
        let of = |verdict: u8, unknown: f64| match verdict {
            BROKEN => 1.0,
            KEPT => 0.0,
            _ => unknown,
        };
        let (tried, others) = verdicts.split_at(self.first.min(verdicts.len()));
        let mut chances: Vec<f64> = tried.iter().map(|it| of(*it, unknown)).collect();
        let mean = chances.iter().sum::<f64>() / tried.len().max(1) as f64;
        let elsewhere = if chance < 1.0 { mean } else { 1.0 };
        chances.extend(others.iter().map(|it| of(*it, elsewhere)));
        chances
    }

    /// How many of some replications a rule is known to break, and those of which it is not known.
    pub(super) fn told(&self, rule: &Candidate, replications: &[u64]) -> (usize, Vec<u64>) {
        let groups = 0..self.groups.len();
        let all: Vec<Vec<u8>> =
            groups.map(|it| self.verdicts(it, &rule.rules, &rule.moves)).collect();
        let (mut broken, mut unknown) = (0, Vec::new());
        for &replication in replications {
            let place = self.places.get(&replication);
            let is = |verdict: u8| all.iter().any(|it| place.map_or(0, |at| it[*at]) == verdict);
            if is(BROKEN) {
                broken += 1;
            } else if is(0) {
                unknown.push(replication);
            }
        }
        (broken, unknown)
    }

    /// By how many settings that break no more than so many each replication is broken.
    pub(super) fn breaks(&self, most: usize) -> BTreeMap<u64, usize> {
        let settings = self.groups.iter().flat_map(|it| it.settings.values());
        let few = |it: &&Vec<u8>| it.iter().filter(|it| **it == BROKEN).count() <= most;
        let few: Vec<&Vec<u8>> = settings.filter(few).collect();
        let count = |place: usize| few.iter().filter(|it| it.get(place) == Some(&BROKEN)).count();
        self.places.iter().map(|it| (*it.0, count(*it.1))).collect()
    }
}

impl Group {
    fn setting(&self, choices: &[Choice], levers: &[u8]) -> Setting {
        Setting {
            choices: self.roles.iter().map(|it| choices[*it]).collect(),
            levers: levers.iter().copied().filter(|it| self.levers.contains(it)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::staged::combination::{Prices, Wanted};

    fn choice(now: u32, target: u32) -> Choice {
        Choice { now, target, most: 9, temporary: false }
    }

    /// A group, people now and load, levers, and the replications that are broken.
    type Row<'r> = (usize, u32, u32, &'r [u8], &'r [usize]);

    /// What is known of so many groups of one role each, in some replications, of which some broke.
    fn known(seen: &[Row<'_>], groups: usize, of: usize) -> Known {
        let group = |role: usize| Group {
            roles: vec![role],
            goals: vec![role],
            levers: vec![0],
            settings: BTreeMap::new(),
        };
        let mut known = Known { groups: (0..groups).map(group).collect(), ..Known::default() };
        known.places = (0..of as u64).map(|it| (it, it as usize)).collect();
        known.first = of;
        for (group, now, target, levers, broken) in seen {
            let choices = vec![choice(*now, *target)];
            let verdict = |it: usize| if broken.contains(&it) { BROKEN } else { KEPT };
            let setting = Setting { choices, levers: levers.to_vec() };
            known.groups[*group].settings.insert(setting, (0..of).map(verdict).collect());
        }
        known
    }

    #[test]
    fn what_a_laxer_rule_keeps_and_a_stricter_one_breaks_is_known_and_nobody_later_is_the_laxest() {
        let known = known(&[(0, 1, 84, &[], &[1, 2]), (0, 3, 64, &[], &[2])], 1, 4);
        let verdicts = |now, target| known.verdicts(0, &[choice(now, target)], &[]);
        assert_eq!(verdicts(2, 76), [KEPT, 0, BROKEN, KEPT], "between both, 1 is open");
        assert_eq!(verdicts(1, 84), [KEPT, BROKEN, BROKEN, KEPT], "as it was seen");
        assert_eq!(verdicts(0, 92), [0, BROKEN, BROKEN, 0], "laxer than all");
        assert_eq!(verdicts(1, 0), [0, BROKEN, BROKEN, 0], "nobody later");
        assert_eq!(verdicts(4, 54), [KEPT, KEPT, 0, KEPT], "stricter than all");
    }

    #[test]
    fn what_two_rules_tell_against_each_other_is_not_known() {
        let known = known(&[(0, 1, 84, &[], &[1]), (0, 3, 64, &[], &[0])], 1, 2);
        assert_eq!(known.verdicts(0, &[choice(2, 76)], &[]), [0, 0]);
        assert_eq!(
            known.verdicts(0, &[choice(3, 64)], &[]),
            [BROKEN, KEPT],
            "but what was seen is"
        );
    }

    #[test]
    fn a_lever_keeps_what_is_kept_without_it_and_may_cure_the_rest() {
        let known = known(&[(0, 1, 84, &[], &[1])], 1, 2);
        assert_eq!(known.verdicts(0, &[choice(1, 84)], &[0]), [KEPT, 0]);
        assert_eq!(known.chances(0, &[choice(1, 84)], &[0], 0.2), [0.0, 0.2]);
        // A lever that relieves nobody of the group changes nothing.
        assert_eq!(known.verdicts(0, &[choice(1, 84)], &[5]), [KEPT, BROKEN]);
    }

    #[test]
    fn where_nothing_was_tried_a_choice_is_expected_to_break_as_much_as_elsewhere() {
        let mut known = known(&[(0, 1, 84, &[], &[0, 1])], 1, 4);
        known.places.extend([(4, 4), (5, 5)]);
        let chances = |chance| known.chances(0, &[choice(1, 84)], &[], chance);
        assert_eq!(chances(0.2)[4..], [0.5, 0.5]);
        assert_eq!(chances(1.0)[4..], [1.0, 1.0], "without hope");
    }

    #[test]
    fn of_all_combinations_the_cheapest_that_breaks_few_enough_is_taken() {
        let seen: &[Row<'_>] = &[
            (0, 0, 84, &[], &[1, 2, 3]),
            (0, 1, 84, &[], &[1, 2]),
            (0, 2, 84, &[], &[]),
            (1, 0, 84, &[], &[1, 2, 4]),
            (1, 1, 84, &[], &[2]),
            (1, 2, 84, &[], &[]),
        ];
        let mut known = known(seen, 2, 6);
        let paid = |each: [f64; 3]| {
            let priced = each.iter().enumerate().map(|it| (choice(it.0 as u32, 84), *it.1));
            priced.collect::<Vec<_>>()
        };
        let tried = vec![paid([1.0, 3.0, 9.0]), paid([1.0, 2.5, 9.0])];
        let choices = tried.iter().map(|it| it.iter().map(|it| it.0).collect()).collect();
        let mut prices = Prices { tried, choices, levers: Vec::new() };
        let wanted = |may_fail| Wanted { may_fail, without: &[], below: f64::INFINITY };
        let nows = |prices: &Prices, known: &Known, may_fail| -> Vec<u32> {
            let found = prices.cheapest(known, wanted(may_fail), 0.2).expect("there is one");
            found.choices.iter().map(|it| it.now).collect()
        };
        assert_eq!(nows(&prices, &known, 4), [0, 0], "what both break is broken once");
        assert_eq!(nows(&prices, &known, 3), [0, 1]);
        assert_eq!(nows(&prices, &known, 2), [1, 1]);
        assert_eq!(nows(&prices, &known, 1), [2, 1]);
        assert_eq!(nows(&prices, &known, 0), [2, 2]);
        assert_eq!(prices.cheapest(&known, Wanted { below: 18.0, ..wanted(0) }, 0.2), None);
        // A lever that may cure what is broken is hoped for, unless it costs more or is refused.
        prices.levers = vec![1.5];
        let found = prices.cheapest(&known, wanted(1), 0.2).expect("there is one");
        assert_eq!((found.levers, found.paid), (vec![0], 3.5));
        let without = Wanted { without: &[0], ..wanted(1) };
        let found = prices.cheapest(&known, without, 0.2).expect("there is one");
        assert_eq!((found.levers, found.paid), (vec![], 11.5));
        // What turns out to cure nothing is pulled no more.
        for now in 0..2 {
            for group in &mut known.groups {
                let own = |levers: Vec<u8>| Setting { choices: vec![choice(now, 84)], levers };
                let seen = group.settings[&own(vec![])].clone();
                group.settings.insert(own(vec![0]), seen);
            }
        }
        let found = prices.cheapest(&known, wanted(1), 0.2).expect("there is one");
        assert_eq!(found.levers, Vec::<u8>::new());
    }
}
