//! Where chance comes from: streams of random numbers, distributions, arrival times.
//!
//! Every result here has the same bits on every machine: sums and products in a fixed order,
//! logarithms from `libm`, the exponential function from [`exp`]; only uniform, exponential and
//! normal draws come from `rand_distr`.

mod math;

mod streams;

mod distribution;

mod day_profile;

mod arrivals;

#[cfg(test)]
mod arrival_tests;

pub(crate) use arrivals::{Arrivals, Intensity, Spread};
pub(crate) use distribution::{Sampler, Shape};
pub use streams::Chance;
pub(crate) use streams::name_key;
