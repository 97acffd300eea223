//! Worlds: what a document leaves open is settled in one way in each, and all chance is common.

use super::{Policy, Text};
use crate::random::{Chance, name_key};

/// Where the document contradicts itself: one question, and the answers that can be read from it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Unknown {
    pub(crate) key: String,
    /// The question.
    pub(crate) title: Text,
    /// At least two; the first is the scenario as written.
    pub(crate) readings: Vec<Reading>,
}

/// One answer to the question of an unknown.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reading {
    /// Its key; no other reading of any unknown has it.
    pub(crate) key: String,
    /// What it is called.
    pub(crate) title: Text,
    /// Its weight ÷ that of all readings of the unknown.
    pub(crate) probability: f64,
}

/// One reading of every unknown, and the scenario that results under each policy.
#[derive(Clone, Debug)]
pub(crate) struct World {
    /// The reading of each unknown, by position.
    pub(crate) choice: Vec<usize>,
    /// How likely the combination is.
    pub(crate) probability: f64,
    /// The policies of the study in their order, read in this way.
    pub(crate) policies: Vec<Policy>,
}

impl World {
    /// The policy that the others are compared with.
    pub(crate) fn baseline(&self) -> &Policy {
        &self.policies[0]
    }
}

/// Every combination of readings; the first is the scenario as written.
///
/// Roles, streams, SLAs and marks are the same in each, and an input of the scenario as written has
/// the same position in each, though perhaps another range; what only a reading knows comes after.
#[derive(Clone, Debug)]
pub(crate) struct Worlds {
    /// What is not known.
    pub(crate) unknowns: Vec<Unknown>,
    /// The combinations: the readings of the last unknown change fastest.
    pub(crate) list: Vec<World>,
}

impl Worlds {
    /// Of a scenario that can be read in one way only.
    pub(crate) fn one(policies: Vec<Policy>) -> Self {
        let only = World { choice: Vec::new(), probability: 1.0, policies };
        Self { unknowns: Vec::new(), list: vec![only] }
    }

    /// Every combination of so many readings, as choices; the first choice is all zeros.
    pub(crate) fn choices(unknowns: &[Unknown]) -> Vec<Vec<usize>> {
        unknowns.iter().fold(vec![Vec::new()], |choices, unknown| {
            let longer = |choice: &Vec<usize>, reading: usize| {
                choice.iter().copied().chain([reading]).collect::<Vec<usize>>()
            };
            let all = choices
                .iter()
                .flat_map(|it| (0..unknown.readings.len()).map(move |reading| longer(it, reading)));
            all.collect()
        })
    }

    /// The world of a replication: each unknown is drawn by its own stream of chance, so that it
    /// depends on no other unknown, on no policy, and on nothing that happens in the department.
    pub(crate) fn of(&self, seed: u64, replication: u64) -> usize {
        self.unknowns.iter().fold(0, |world, unknown| {
            let key = [seed, replication, name_key("reading"), name_key(&unknown.key)];
            world * unknown.readings.len() + unknown.at(Chance::keyed(&key).unit())
        })
    }

    /// The world in which one unknown has another reading, and all else is as written.
    pub(crate) fn with(&self, unknown: usize, reading: usize) -> usize {
        let wanted =
            |(position, &it): (usize, &usize)| it == if position == unknown { reading } else { 0 };
        let found = self.list.iter().position(|it| it.choice.iter().enumerate().all(wanted));
        found.expect("every combination is there")
    }
}

impl Unknown {
    /// The reading at a number from 0 to 1, without 1.
    fn at(&self, drawn: f64) -> usize {
        let mut left = drawn;
        let passed = |it: &Reading| {
            left -= it.probability;
            left < 0.0
        };
        // The last digit of a sum of probabilities must not leave a draw without a reading.
        self.readings.iter().position(passed).unwrap_or(self.readings.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unknown(key: &str, probabilities: &[f64]) -> Unknown {
        let reading = |(position, &probability): (usize, &f64)| Reading {
            key: format!("{key}-{position}"),
            title: Text::default(),
            probability,
        };
        let readings = probabilities.iter().enumerate().map(reading).collect();
        Unknown { key: key.to_owned(), title: Text::default(), readings }
    }

    fn worlds(unknowns: Vec<Unknown>) -> Worlds {
        let list = Worlds::choices(&unknowns).into_iter().map(|choice| {
            let drawn = choice.iter().zip(&unknowns).map(|(&it, of)| of.readings[it].probability);
            World { probability: drawn.product(), choice, policies: Vec::new() }
        });
        Worlds { list: list.collect(), unknowns }
    }

    #[test]
    fn worlds_are_drawn_as_often_as_their_readings_weigh_and_independently() {
        let worlds = worlds(vec![unknown("a", &[0.5, 0.5]), unknown("b", &[0.2, 0.3, 0.5])]);
        let draws = 60_000;
        let mut counts = vec![0_u32; worlds.list.len()];
        (0..draws).for_each(|replication| counts[worlds.of(7, replication)] += 1);
        for (world, count) in worlds.list.iter().zip(counts) {
            let share = f64::from(count) / draws as f64;
            let sd = (world.probability * (1.0 - world.probability) / draws as f64).sqrt();
            // The probability of a combination is the product: they are independent.
            assert!((share - world.probability).abs() < 4.0 * sd, "{:?}: {share}", world.choice);
        }
    }

    #[test]
    fn a_draw_depends_on_its_own_unknown_alone() {
        let [a, b] = [unknown("a", &[0.5, 0.5]), unknown("b", &[0.5, 0.5])];
        let (one, both) = (worlds(vec![b.clone()]), worlds(vec![a, b]));
        let of_b = |replication| both.list[both.of(3, replication)].choice[1];
        assert!((0..500).all(|it| one.of(3, it) == of_b(it)));
        assert!((0..500).any(|it| one.of(3, it) != one.of(4, it)), "the seed matters");
    }

    #[test]
    fn the_first_world_is_the_scenario_as_written() {
        let worlds = worlds(vec![unknown("a", &[0.5, 0.5]), unknown("b", &[0.2, 0.3, 0.5])]);
        assert_eq!(worlds.list[0].choice, [0, 0]);
        assert_eq!(worlds.with(1, 2), 2);
        assert_eq!(worlds.list[worlds.with(0, 1)].choice, [1, 0]);
    }

    #[test]
    fn the_last_reading_takes_what_rounding_leaves() {
        let thirds = unknown("a", &[0.1; 10]);
        assert_eq!((thirds.at(0.0), thirds.at(0.1), thirds.at(0.999_999_999_999_999_9)), (0, 1, 9));
    }

    #[test]
    fn without_unknowns_there_is_one_world() {
        let one = Worlds::one(Vec::new());
        assert!((0..20).all(|it| one.of(1, it) == 0));
        assert_eq!((one.list.len(), one.list[0].probability), (1, 1.0));
    }
}
