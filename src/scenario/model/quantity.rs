//! What a scenario counts and measures: numbers known or uncertain, durations, counts, clocks.

use super::Inputs;
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
    /// The value with certain inputs.
    #[inline]
    pub(crate) fn value(self, inputs: &Inputs) -> f64 {
        match self {
            Self::Known(value) => value,
            Self::Uncertain(input, factor) => inputs.get(input) * factor,
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

/// A random duration, in seconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Duration {
    /// The mean, in seconds. For `Uniform` and `Triangular` it is a factor (1) on their bounds.
    pub mean: Quantity,
    /// The shape around the mean.
    pub(crate) shape: Shape,
}

impl Duration {
    pub(crate) fn mean_seconds(&self, inputs: &Inputs) -> f64 {
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
    pub(crate) fn mean(self, inputs: &Inputs) -> f64 {
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
    /// Working time of the stream's clock.
    Working,
    /// Calendar time.
    Calendar,
}
