//! Month: what the current month has brought, until it is put into the tables.

use super::Recorder;
use crate::measure::histogram::Histogram;
use crate::measure::tally::{Decided, Sum};
use crate::scenario::{Attribution, Sla};
use crate::time::{Effort, SimTime};

/// The slot that things happen in, until the next one begins.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CurrentMonth {
    pub(super) from: SimTime,
    pub(super) until: SimTime,
    pub(super) slot: usize,
    /// Whether waits and sojourns are counted one by one.
    pub(super) counts_each: bool,
}

/// What the current month has brought a stream, and the histograms of all months.
#[derive(Clone, Debug, Default)]
pub(super) struct StreamMonth {
    pub(super) arrivals: u32,
    pub(super) completions: u32,
    pub(super) waits: Sum,
    pub(super) sojourns: Sum,
    pub(super) waited: Histogram,
    pub(super) stayed: Histogram,
}

/// What the current month has brought a role.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RoleMonth {
    pub(super) offered: Effort,
    pub(super) busy: Effort,
    pub(super) in_hand: Effort,
    pub(super) at_limit: Effort,
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
    /// Forgets everything, keeping the memory.
    pub(super) fn clear(&mut self) {
        self.waited.clear();
        self.stayed.clear();
        (self.arrivals, self.completions) = (0, 0);
        (self.waits, self.sojourns) = (Sum::default(), Sum::default());
    }
}

impl Recorder<'_> {
    /// Puts the current month into the tables.
    pub(super) fn close_month(&mut self) {
        let slot = self.month.slot;
        for (stream, month) in self.streams.iter_mut().enumerate() {
            *self.arrivals.at(stream, slot) += std::mem::take(&mut month.arrivals);
            *self.completions.at(stream, slot) += std::mem::take(&mut month.completions);
            self.waits.at(stream, slot).add(std::mem::take(&mut month.waits));
            self.sojourns.at(stream, slot).add(std::mem::take(&mut month.sojourns));
        }
        for (role, month) in self.roles.iter_mut().enumerate() {
            let month = std::mem::take(month);
            *self.offered.at(role, slot) += month.offered;
            *self.busy.at(role, slot) += month.busy;
            *self.in_hand.at(role, slot) += month.in_hand;
            *self.at_limit.at(role, slot) += month.at_limit;
        }
        for (sla, month) in self.slas.iter_mut().enumerate() {
            let decided = self.decided.at(sla, slot);
            let month = std::mem::take(&mut month.decided);
            decided.met += month.met;
            decided.all += month.all;
        }
    }
}
