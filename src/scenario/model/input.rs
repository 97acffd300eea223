//! Uncertain inputs: what is known of each, and a value for each.

use super::{Scenario, Text};
use crate::ids::InputId;

/// An uncertain input: where it stands in the file, and its range.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Input {
    /// The path in the scenario, such as `streams.ticket.standard.route[0].time.mean`.
    pub(crate) path: String,
    /// The id that ranges share, by which every place of the number is set at once.
    pub(crate) id: Option<String>,
    /// What it is called in reports.
    pub(crate) title: Text,
    /// The unit its `range` is stated in, as people write it: `min`, `h`, `d`, `%`, or empty.
    pub(crate) unit: String,
    /// What one unit is inside the program: 60 for `min`, 0.01 for `%`.
    pub(crate) scale: f64,
    /// The range, in the program's own unit.
    pub(crate) range: Range,
    /// Where it comes from: a fact's id, or `assumed`.
    pub(crate) source: Option<String>,
}

/// The distribution of an uncertain input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Range {
    /// Every value between the two is as likely.
    Uniform { min: f64, max: f64 },
    /// The mode is the most likely.
    Triangular { min: f64, mode: f64, max: f64 },
}

impl Range {
    /// The value below which a draw falls with probability `p`.
    pub(crate) fn quantile(self, p: f64) -> f64 {
        match self {
            Self::Uniform { min, max } => min + p * (max - min),
            Self::Triangular { min, mode, max } => {
                let below = (mode - min) / (max - min);
                if p < below {
                    min + libm::sqrt(p * (max - min) * (mode - min))
                } else {
                    max - libm::sqrt((1.0 - p) * (max - min) * (max - mode))
                }
            }
        }
    }

    /// The probability of a draw below a value of the range: the inverse of the quantile.
    pub(crate) fn position(self, value: f64) -> f64 {
        match self {
            Self::Uniform { min, max } => (value - min) / (max - min),
            Self::Triangular { min, mode, max } if value < mode => {
                (value - min) * (value - min) / ((max - min) * (mode - min))
            }
            Self::Triangular { min, mode, max } => {
                1.0 - (max - value) * (max - value) / ((max - min) * (max - mode))
            }
        }
    }

    pub(crate) fn mean(self) -> f64 {
        match self {
            Self::Uniform { min, max } => (min + max) / 2.0,
            Self::Triangular { min, mode, max } => (min + mode + max) / 3.0,
        }
    }
}

/// A value for each uncertain input of a scenario: as drawn for a replication, or chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inputs(pub(in crate::scenario) Box<[f64]>);

impl Inputs {
    /// Each as `value` says.
    pub(crate) fn of(inputs: &[Input], value: impl Fn(&Input) -> f64) -> Self {
        Self(inputs.iter().map(value).collect())
    }

    /// Each at the mean of its range.
    pub(crate) fn mean(scenario: &Scenario) -> Self {
        Self::of(&scenario.inputs, |it| it.range.mean())
    }

    /// The value of one.
    #[inline]
    pub(crate) fn get(&self, input: InputId) -> f64 {
        self.0[input.index()]
    }

    /// Gives one another value.
    pub(crate) fn set(&mut self, input: InputId, value: f64) {
        self.0[input.index()] = value;
    }

    /// The same with another value of one.
    pub(crate) fn with(mut self, input: InputId, value: f64) -> Self {
        self.set(input, value);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_the_inverse_of_a_quantile() {
        for range in [
            Range::Uniform { min: 18.0, max: 27.0 },
            Range::Triangular { min: 1.0, mode: 2.0, max: 5.0 },
        ] {
            for p in [0.0, 0.1, 0.25, 0.5, 0.9, 1.0] {
                assert!((range.position(range.quantile(p)) - p).abs() < 1e-12, "{range:?} {p}");
            }
        }
    }
}
