//! Tallies: what is counted in each slot of the timeline.

use crate::ids::RoleId;
use crate::scenario::PayOf;
use crate::time::{Effort, SimTime};
use std::iter;
use std::ops::RangeInclusive;

/// Counts of one kind for several things, by slot.
#[derive(Clone, Debug)]
pub(crate) struct BySlot<T> {
    slots: usize,
    values: Vec<T>,
}

impl<T: Copy + Default> BySlot<T> {
    /// A table of nothing.
    pub(super) fn new(things: usize, slots: usize) -> Self {
        Self { slots, values: vec![T::default(); things * slots] }
    }

    /// The count of a thing in a slot.
    #[inline(always)]
    pub(super) fn at(&mut self, thing: usize, slot: usize) -> &mut T {
        &mut self.values[thing * self.slots + slot]
    }

    /// The slots of one thing.
    pub(crate) fn of(&self, thing: usize) -> &[T] {
        &self.values[thing * self.slots..(thing + 1) * self.slots]
    }

    /// The slots of one thing, added up.
    pub(super) fn over(&self, thing: usize, slots: RangeInclusive<usize>) -> T
    where
        T: iter::Sum,
    {
        self.of(thing)[slots].iter().copied().sum()
    }

    /// Forgets everything, keeping the memory.
    pub(super) fn clear(&mut self) {
        self.values.fill(T::default());
    }
}

/// Decided items of an SLA in a slot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Decided {
    /// In time.
    pub(crate) met: u32,
    pub(crate) all: u32,
}

/// A sum and how many it is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    /// Of working time.
    pub(crate) worked: Effort,
    /// How many.
    pub(crate) count: u32,
}

/// When a person was employed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Employed {
    pub(crate) role: RoleId,
    /// First moment.
    pub(crate) from: SimTime,
    /// Last moment.
    pub(crate) to: SimTime,
    pub(crate) pay: PayOf,
}

impl Decided {
    /// The share in time; `NaN` of none.
    pub(super) fn share(self) -> f64 {
        f64::from(self.met) / f64::from(self.all)
    }

    /// Late ones.
    pub(super) fn breaches(self) -> u32 {
        self.all - self.met
    }
}

impl iter::Sum for Decided {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, it| Self { met: sum.met + it.met, all: sum.all + it.all })
    }
}

impl Sum {
    #[inline(always)]
    pub(super) fn of(worked: Effort) -> Self {
        Self { worked, count: 1 }
    }

    /// With another.
    #[inline(always)]
    pub(super) fn add(&mut self, other: Self) {
        self.worked += other.worked;
        self.count += other.count;
    }

    /// The mean, in hours; `NaN` of none.
    pub(super) fn mean(self) -> f64 {
        self.worked.hours() / f64::from(self.count)
    }
}

impl iter::Sum for Sum {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, it| {
            sum.add(it);
            sum
        })
    }
}
