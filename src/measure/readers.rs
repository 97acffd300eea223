//! Readers: how each measure of the table is read from what happened in one replication.

use super::history::History;
use super::tally::Decided;
use crate::measures::Measure;
use crate::time::Effort;
use std::ops::RangeInclusive;

/// A number of one month of one stream, SLA, role or payer.
type InMonth = fn(&History<'_>, usize, usize) -> f64;

/// How a measure is read in a month, and over the whole horizon.
#[derive(Clone, Copy)]
pub(super) enum Reader {
    /// By month; the whole is their sum.
    Sum(InMonth),
    /// By month; the whole is how it stands in the end.
    Last(InMonth),
    /// People by month; the whole is their mean, weighted by the working hours of each month.
    People(InMonth),
    /// A ratio, of one month as of all.
    Ratio(fn(&History<'_>, usize, RangeInclusive<usize>) -> f64),
    /// The share of items that were in time, of one month as of all.
    Share(fn(&History<'_>, usize, RangeInclusive<usize>) -> Decided),
    /// Only over the whole horizon.
    Whole(fn(&History<'_>, usize) -> f64),
    /// A share of things that is known only of the whole horizon.
    WholeShare(fn(&History<'_>, usize) -> Decided),
}

use Reader::{Last, People, Ratio, Share, Sum, Whole, WholeShare};

impl Reader {
    /// How a measure is read.
    pub(super) fn of(measure: Measure) -> Self {
        match measure {
            Measure::Arrivals => {
                Sum(|it, stream, slot| f64::from(it.recorder.arrivals.of(stream)[slot]))
            }
            Measure::Completions => {
                Sum(|it, stream, slot| f64::from(it.recorder.completions.of(stream)[slot]))
            }
            Measure::Abandoned => {
                Sum(|it, stream, slot| f64::from(it.recorder.abandoned.of(stream)[slot]))
            }
            Measure::AbandonedShare => Share(|it, stream, slots| it.abandoned(stream, slots)),
            Measure::Backlog => Last(|it, stream, slot| it.open[stream][slot]),
            Measure::Overdue => Last(|it, stream, slot| it.overdue(stream, slot)),
            Measure::Wait => {
                Ratio(|it, stream, slots| it.recorder.waits.over(stream, slots).mean())
            }
            Measure::WaitP50 => Whole(|it, stream| it.recorder.waited(stream).quantile(0.5)),
            Measure::WaitP90 => Whole(|it, stream| it.recorder.waited(stream).quantile(0.9)),
            Measure::WaitP95 => Whole(|it, stream| it.recorder.waited(stream).quantile(0.95)),
            Measure::Sojourn => {
                Ratio(|it, stream, slots| it.recorder.sojourns.over(stream, slots).mean())
            }
            Measure::SojournP50 => Whole(|it, stream| it.recorder.stayed(stream).quantile(0.5)),
            Measure::SojournP90 => Whole(|it, stream| it.recorder.stayed(stream).quantile(0.9)),
            Measure::SojournP95 => Whole(|it, stream| it.recorder.stayed(stream).quantile(0.95)),
            Measure::SlaMet => Share(|it, sla, slots| it.recorder.decided.over(sla, slots)),
            Measure::SlaBreaches => {
                Sum(|it, sla, slot| f64::from(it.recorder.decided.of(sla)[slot].breaches()))
            }
            Measure::SlaMonthsMet => WholeShare(|it, sla| it.months_met(sla)),
            Measure::SlaAllMet => WholeShare(|it, sla| it.all_spans_met(sla, 1)),
            Measure::SlaQuartersMet => WholeShare(|it, sla| it.all_spans_met(sla, 3)),
            Measure::SlaYearsMet => WholeShare(|it, sla| it.years_met(sla)),
            Measure::OfferedLoad => People(|it, role, slot| it.offered[slot - 1][role]),
            Measure::Occupancy => Ratio(|it, role, slots| {
                let available = hours(&it.recorder.available.of(role)[slots.clone()]);
                hours(&it.recorder.busy.of(role)[slots]) / available
            }),
            Measure::Utilisation => Ratio(|it, role, slots| {
                let paid = hours(&it.recorder.paid.of(role)[slots.clone()]);
                hours(&it.recorder.busy.of(role)[slots]) / paid
            }),
            Measure::PaidHours => Sum(|it, role, slot| it.recorder.paid.of(role)[slot].hours()),
            Measure::BusyHours => Sum(|it, role, slot| it.recorder.busy.of(role)[slot].hours()),
            Measure::OvertimeNeeded => Sum(|it, role, slot| {
                let needed = it.offered[slot - 1][role] * it.person_hours[role][slot];
                (needed - it.recorder.available.of(role)[slot].hours()).max(0.0)
            }),
            Measure::UncoveredDays => {
                Sum(|it, role, slot| it.days(role, it.recorder.uncovered.of(role)[slot].hours()))
            }
            Measure::Headcount => {
                People(|it, role, slot| it.heads(role, slot).hours() / it.person_hours[role][slot])
            }
            Measure::Fte => People(|it, role, slot| {
                it.recorder.paid.of(role)[slot].hours() / it.person_hours[role][slot]
            }),
            Measure::Cost => Sum(|it, payer, slot| it.costs[payer][slot - 1]),
            Measure::RevenueLost => Sum(|it, _, slot| it.revenue_lost[slot - 1]),
            Measure::InHand => Ratio(|it, role, slots| {
                let available = hours(&it.recorder.available.of(role)[slots.clone()]);
                hours(&it.recorder.in_hand.of(role)[slots]) / available
            }),
            Measure::AtLimit => Ratio(|it, role, slots| {
                let available = hours(&it.recorder.available.of(role)[slots.clone()]);
                hours(&it.recorder.at_limit.of(role)[slots]) / available
            }),
            Measure::Callouts => Sum(|it, role, slot| f64::from(it.recorder.calls.of(role)[slot])),
            Measure::Visits => Sum(|it, role, slot| f64::from(it.recorder.visits.of(role)[slot])),
        }
    }

    /// Whether it has a number for each month.
    pub(super) fn is_monthly(self) -> bool {
        !matches!(self, Whole(_) | WholeShare(_))
    }

    /// The number of a month; `NaN` where only the whole has one.
    pub(super) fn month(self, history: &History<'_>, whose: usize, slot: usize) -> f64 {
        match self {
            Sum(read) | Last(read) | People(read) => read(history, whose, slot),
            Ratio(read) => read(history, whose, slot..=slot),
            Share(read) => read(history, whose, slot..=slot).share(),
            Whole(_) | WholeShare(_) => f64::NAN,
        }
    }

    /// The number of the whole horizon.
    pub(super) fn total(self, history: &History<'_>, whose: usize) -> f64 {
        let months = 1..=history.months;
        match self {
            Sum(read) => months.map(|slot| read(history, whose, slot)).sum(),
            Last(read) => read(history, whose, history.months),
            People(read) => {
                let hours = |slot: usize| history.person_hours[whose][slot];
                let weighted = |slot: usize| read(history, whose, slot) * hours(slot);
                months.clone().map(weighted).sum::<f64>() / months.map(hours).sum::<f64>()
            }
            Ratio(read) => read(history, whose, months),
            Share(read) => read(history, whose, months).share(),
            Whole(read) => read(history, whose),
            WholeShare(read) => read(history, whose).share(),
        }
    }

    /// How many things the number of some slots is a share of; 0 where it is no such share.
    pub(super) fn trials(
        self,
        history: &History<'_>,
        whose: usize,
        slots: RangeInclusive<usize>,
    ) -> u32 {
        match self {
            Share(read) => read(history, whose, slots).all,
            WholeShare(read) => read(history, whose).all,
            Sum(_) | Last(_) | People(_) | Ratio(_) | Whole(_) => 0,
        }
    }
}

fn hours(times: &[Effort]) -> f64 {
    times.iter().map(|it| it.hours()).sum()
}
