//! Month: what the current month has brought, until it is put into the tables.

use crate::measure::histogram::{self, Bins};
use crate::measure::tally::{Decided, Sum};
use crate::scenario::{Attribution, Sla};
use crate::time::{Effort, SimTime};

/// The slot that things happen in, until the next one begins.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CurrentMonth {
    pub(super) from: SimTime,
    pub(super) until: SimTime,
    pub(super) slot: usize,
    pub(super) counted: bool,
}

/// What the current month has brought a stream, and the histograms of all months.
#[derive(Clone, Debug)]
pub(super) struct StreamMonth {
    pub(super) arrivals: u32,
    pub(super) completions: u32,
    pub(super) waits: Sum,
    pub(super) sojourns: Sum,
    pub(super) wait_bins: Bins,
    pub(super) sojourn_bins: Bins,
}

/// What the current month has brought a role.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RoleMonth {
    pub(super) offered: Effort,
    pub(super) busy: Effort,
}

/// What the current month has brought an SLA.
#[derive(Clone, Copy, Debug)]
pub(super) struct SlaMonth {
    pub(super) attribution: Attribution,
    pub(super) decided: Decided,
}

impl SlaMonth {
    /// Nothing yet.
    pub(super) fn of(sla: &Sla) -> Self {
        Self { attribution: sla.attribution, decided: Decided::default() }
    }
}

impl StreamMonth {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self {
            arrivals: 0,
            completions: 0,
            waits: Sum::default(),
            sojourns: Sum::default(),
            wait_bins: [0; histogram::BINS],
            sojourn_bins: [0; histogram::BINS],
        }
    }
}
