//! Numbers of a queue by name, and how each is read from the readings of its scenario.

use super::levels::Level;
use super::row::Found;
use super::sample::Samples;
use crate::measure::Prepared;
use crate::measures;
use crate::scenario::Scenario;

/// The class of customers of a queue that has no others.
pub(crate) const CUSTOMER: &str = "customer";

/// Hours that are counted.
pub(crate) fn horizon_hours(scenario: &Scenario) -> f64 {
    let timeline = &scenario.timeline;
    (timeline.horizon_time() - timeline.start_time()).hours()
}

/// A share of customers within a limit.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Limit {
    pub(crate) class: String,
    pub(crate) mark: &'static str,
    pub(crate) within: f64,
}

/// A number of a queue, such as `p_wait_gt_1[emergency]`.
#[derive(Debug)]
pub(crate) struct Measure {
    pub(crate) kind: Kind,
    class: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    Wait,
    Sojourn,
    WaitsAtAll,
    WaitAbove(f64),
    WaitWithin(f64),
    SojournWithin(f64),
    WaitP95,
    Utilisation,
    Visits,
    Abandoned,
    /// The mean of all who came, whether they were served or gave up: by Little's law.
    WaitOfAll,
    /// Measured by an observer of its own.
    Level(Level),
    WaitingToReopen,
}

impl Measure {
    /// The measure of a name.
    ///
    /// # Panics
    /// When a queue has no such number: names are part of the program.
    pub(crate) fn of(name: &str) -> Self {
        let (kind, class) = match name.split_once('[') {
            Some((kind, class)) => (kind, class.trim_end_matches(']').to_owned()),
            None => (name, CUSTOMER.to_owned()),
        };
        let limit = |prefix: &str| kind.strip_prefix(prefix).and_then(|it| it.parse().ok());
        let kind = match kind {
            "mean_wait" | "mean_wait_per_visit" => Kind::Wait,
            "mean_sojourn" => Kind::Sojourn,
            "p_wait" => Kind::WaitsAtAll,
            "wait_p95" => Kind::WaitP95,
            "p_abandon" => Kind::Abandoned,
            "mean_wait_all" => Kind::WaitOfAll,
            "mean_queue_len" => Kind::Level(Level::Waiting),
            "utilisation" => Kind::Utilisation,
            "visits_per_unit_time" => Kind::Visits,
            "mean_number_at_agents" => Kind::Level(Level::Present),
            "mean_total_sojourn" => Kind::Level(Level::HoursInAll),
            "mean_number_waiting_to_reopen" => Kind::WaitingToReopen,
            _ => {
                let above = limit("p_wait_gt_").map(Kind::WaitAbove);
                let within = || limit("p_wait_le_").map(Kind::WaitWithin);
                let sojourn = || limit("p_sojourn_le_").map(Kind::SojournWithin);
                let found = above.or_else(within).or_else(sojourn);
                found.unwrap_or_else(|| panic!("a queue has no `{name}`"))
            }
        };
        Self { kind, class }
    }

    pub(crate) fn level(&self) -> Option<Level> {
        match self.kind {
            Kind::Level(level) => Some(level),
            Kind::WaitOfAll => Some(Level::HoursWaited),
            _ => None,
        }
    }

    /// The share of customers within which it is read as.
    pub(crate) fn limit(&self) -> Option<Limit> {
        let (mark, within) = match self.kind {
            Kind::WaitsAtAll => ("contact", 0.0),
            Kind::WaitAbove(limit) | Kind::WaitWithin(limit) => ("contact", limit),
            Kind::SojournWithin(limit) => ("closed", limit),
            _ => return None,
        };
        Some(Limit { class: self.class.clone(), mark, within })
    }
}

/// Reads the numbers of a queue from the readings of its scenario.
pub(crate) struct Reader<'a> {
    pub(crate) prepared: &'a Prepared<'a>,
    pub(crate) limits: &'a [Limit],
    pub(crate) samples: &'a Samples,
    /// Levels that were measured.
    pub(crate) levels: &'a [(Level, Found)],
    pub(crate) unit_hours: f64,
    /// Counted units of time.
    pub(crate) horizon: f64,
    /// Classes of customers.
    pub(crate) classes: &'a [&'a str],
}

impl Reader<'_> {
    /// What a measure came out as.
    pub(crate) fn found(&self, measure: &Measure) -> Found {
        let class = &*measure.class;
        let wait = || self.column(measures::Measure::Wait, class);
        let sojourn = || self.column(measures::Measure::Sojourn, class);
        let unit = self.unit_hours;
        let within = || {
            let number = self.limits.iter().position(|it| Some(it) == measure.limit().as_ref());
            let number = number.unwrap_or_else(|| panic!("{measure:?} has no limit"));
            self.column(measures::Measure::SlaMet, &format!("{class}/limit{number}"))
        };
        match measure.kind {
            Kind::Wait => self.mean(|it| it[wait()] / unit),
            Kind::Sojourn => self.mean(|it| it[sojourn()] / unit),
            Kind::WaitsAtAll | Kind::WaitAbove(_) => self.mean(|it| 1.0 - it[within()]),
            Kind::WaitWithin(_) | Kind::SojournWithin(_) => self.mean(|it| it[within()]),
            Kind::WaitP95 => {
                self.mean(|it| it[self.column(measures::Measure::WaitP95, class)] / unit)
            }
            Kind::Utilisation => {
                self.mean(|it| it[self.column(measures::Measure::Utilisation, "agent")])
            }
            Kind::Visits => {
                let classes = self.classes.iter();
                let all: Vec<usize> =
                    classes.map(|it| self.column(measures::Measure::Arrivals, it)).collect();
                self.mean(|it| all.iter().map(|&column| it[column]).sum::<f64>() / self.horizon)
            }
            Kind::Abandoned => {
                self.mean(|it| it[self.column(measures::Measure::AbandonedShare, class)])
            }
            Kind::WaitOfAll => self.level(Level::HoursWaited),
            Kind::Level(level) => self.level(level),
            Kind::WaitingToReopen => unreachable!("it is not read from the readings"),
        }
    }

    fn level(&self, level: Level) -> Found {
        let found = self.levels.iter().find(|it| it.0 == level);
        found.unwrap_or_else(|| panic!("{level:?} is measured")).1
    }

    fn mean(&self, read: impl Fn(&[f64]) -> f64) -> Found {
        Found::mean(self.samples.iter().map(|it| read(it)))
    }

    fn column(&self, measure: measures::Measure, scope: &str) -> usize {
        column_of(self.prepared, measure, scope)
    }
}

/// The position of a column.
///
/// # Panics
/// When there is none: who asks knows the scenario.
pub(crate) fn column_of(prepared: &Prepared<'_>, measure: measures::Measure, scope: &str) -> usize {
    let columns = prepared.columns();
    let found = columns.iter().position(|it| it.measure == measure && it.scope == scope);
    found.unwrap_or_else(|| panic!("no {measure:?} of {scope}"))
}
