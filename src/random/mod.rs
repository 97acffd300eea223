//! Where chance comes from: streams of random numbers, distributions, arrival times.

mod arrivals;
mod distribution;
mod streams;

pub use distribution::Shape;
