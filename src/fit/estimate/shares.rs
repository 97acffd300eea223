//! Shares of tickets with their intervals.

use crate::statistics::{Interval, score_interval};

/// So many of so many.
pub(super) fn share(count: usize, of: usize) -> Interval {
    if of == 0 {
        return Interval::NONE;
    }
    let value = count as f64 / of as f64;
    let (low, high) = score_interval(value, of as f64, super::Z);
    Interval { value, low, high }
}
