//! What a scenario counts and measures: numbers known or uncertain, durations, counts, clocks.

use super::Text;
use crate::ids::InputId;
use crate::random::{Sampler, Shape};

/// A number that is known, or an uncertain input that is drawn once per replication.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quantity {
    /// Known.
    Known(f64),
    /// Drawn: the value of the input, times a factor (units, for instance).
    Uncertain(InputId, f64),
}

impl Quantity {
    /// The value in a replication whose inputs were drawn as `inputs`.
    pub(crate) fn value(self, inputs: &[f64]) -> f64 {
        match self {
            Self::Known(value) => value,
            Self::Uncertain(input, factor) => inputs[input.index()] * factor,
        }
    }

    /// The same quantity, times a constant.
    pub fn times(self, factor: f64) -> Self {
        match self {
            Self::Known(value) => Self::Known(value * factor),
            Self::Uncertain(input, before) => Self::Uncertain(input, before * factor),
        }
    }
}

/// An uncertain input: where it stands in the file, and its range.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Input {
    /// The path in the scenario, such as `streams.ticket.standard.route[0].time.mean`.
    pub(crate) path: String,
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
    Uniform {
        /// Least.
        min: f64,
        /// Greatest.
        max: f64,
    },
    /// The mode is the most likely.
    Triangular {
        /// Least.
        min: f64,
        /// Most likely.
        mode: f64,
        /// Greatest.
        max: f64,
    },
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

    /// The mean.
    pub(crate) fn mean(self) -> f64 {
        match self {
            Self::Uniform { min, max } => (min + max) / 2.0,
            Self::Triangular { min, mode, max } => (min + mode + max) / 3.0,
        }
    }
}

/// A random duration, in seconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Duration {
    /// The mean, in seconds. For `Uniform` and `Triangular` it is a factor (1) on their bounds.
    pub mean: Quantity,
    /// The shape around the mean.
    pub(crate) shape: Shape,
}

impl Duration {
    /// The mean, in seconds.
    pub(crate) fn mean_seconds(&self, inputs: &[f64]) -> f64 {
        Sampler::new(&self.shape, self.mean.value(inputs)).mean()
    }
}

/// A random whole number of times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Count {
    /// Always the quantity, its fraction being the chance of one more.
    Fixed(Quantity),
    /// Every whole number between the two, both included, is as likely.
    Between(u32, u32),
    /// At least one; one more with constant probability; the quantity is the mean.
    Geometric(Quantity),
    /// Poisson with the quantity as its mean.
    Poisson(Quantity),
}

impl Count {
    /// The mean.
    pub(crate) fn mean(self, inputs: &[f64]) -> f64 {
        match self {
            Self::Fixed(it) | Self::Poisson(it) => it.value(inputs).max(0.0),
            Self::Between(low, high) => f64::from(low + high) / 2.0,
            Self::Geometric(it) => it.value(inputs).max(1.0),
        }
    }
}

/// Which clock a wait is measured on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Working time of the stream's calendar.
    Working,
    /// Calendar time.
    Calendar,
}
