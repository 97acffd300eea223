//! Pages: what the current month has brought, until it is put into the tables.

use super::histogram::Histogram;
use super::tally::{Decided, Sum};
use crate::scenario::{Attribution, Sla};
use crate::time::{Effort, SimTime};

/// The slot that things happen in, until the next one begins.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Month {
    pub(super) from: SimTime,
    pub(super) until: SimTime,
    pub(super) slot: usize,
    pub(super) counted: bool,
}

/// What the current month has brought a stream, and the histograms of all months.
#[derive(Clone, Debug, Default)]
pub(super) struct StreamPage {
    pub(super) arrivals: u32,
    pub(super) completions: u32,
    pub(super) waits: Sum,
    pub(super) sojourns: Sum,
    pub(super) waited: Histogram,
    pub(super) stayed: Histogram,
}

/// What the current month has brought a role.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RolePage {
    pub(super) offered: Effort,
    pub(super) busy: Effort,
}

/// What the current month has brought an SLA.
#[derive(Clone, Copy, Debug)]
pub(super) struct SlaPage {
    pub(super) attribution: Attribution,
    pub(super) decided: Decided,
}

impl SlaPage {
    /// Nothing yet.
    pub(super) fn of(sla: &Sla) -> Self {
        Self { attribution: sla.attribution, decided: Decided::default() }
    }
}

impl StreamPage {
    /// Forgets everything, keeping the memory.
    pub(super) fn clear(&mut self) {
        self.waited.clear();
        self.stayed.clear();
        (self.arrivals, self.completions) = (0, 0);
        (self.waits, self.sojourns) = (Sum::default(), Sum::default());
    }
}
