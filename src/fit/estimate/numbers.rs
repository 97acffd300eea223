//! The numbers that are measured, as a list for `fit.csv` and one by one for a scenario.

use super::arrivals::OUTSIDE;
use super::clients::Clients;
use super::kept::Kept;
use super::office::OfficeHours;
use super::people::Away;
use crate::fit::infer::Inferred;
use crate::fit::recognise::Class;
use crate::statistics::Interval;

/// What a parameter is about: everything, or the part that the key names.
pub(crate) type Scope = String;

/// One measured number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) scope: Scope,
    pub(crate) unit: &'static str,
    pub(crate) interval: Interval,
    /// So many observations it rests on.
    pub(crate) n: u64,
    pub(crate) method: &'static str,
    /// The columns it comes from.
    pub(crate) source: String,
}

/// What was measured of one class.
#[derive(Clone, Debug)]
pub(crate) struct ClassNumbers {
    pub(crate) class: Class,
    pub(crate) share: Interval,
    /// Mean minutes and coefficient of variation, where work is logged.
    pub(crate) effort: Option<(Interval, Interval)>,
    /// What was kept so far of the times to the first answer and to the end.
    pub(crate) kept: [Option<Kept>; 2],
}

/// Everything that was measured.
#[derive(Clone, Debug)]
pub(crate) struct Numbers {
    /// Row by row, as in `fit.csv`.
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) classes: Vec<ClassNumbers>,
    pub(crate) office: OfficeHours,
    /// Weights of hours, Monday first.
    pub(crate) profile: [[f64; 24]; 7],
    /// Factors of months, where they can be told from growth.
    pub(crate) months: Option<[f64; 12]>,
    pub(crate) day_cv: f64,
    /// Arrivals of a week of the calendar, and of a day the desk is open.
    pub(crate) weekly: Interval,
    pub(crate) daily: Interval,
    /// Growth of arrivals a month, and of clients.
    pub(crate) growth: Option<Interval>,
    pub(crate) clients: Option<Clients>,
    pub(crate) repeat: Option<Interval>,
    /// Working hours from the end of a ticket to its repeat.
    pub(crate) repeat_delay: Option<Interval>,
    pub(crate) escalation: Option<Interval>,
    /// Minutes of work after an escalation.
    pub(crate) after_escalation: Option<Interval>,
    /// Working hours that an escalated ticket waits for others.
    pub(crate) development: Option<Interval>,
    /// Agents in a usual week.
    pub(crate) agents: Option<f64>,
    pub(crate) away: Option<Away>,
    /// How far months stray from what clients and weekdays let expect, as a share; the months of a
    /// year to come may stray as far where their factors are not known.
    pub(crate) months_stray: f64,
    /// Minutes, calendar, to the first answer and to the end: median and 90th percentile.
    pub(crate) first: Option<(Interval, f64)>,
    pub(crate) done: Option<(Interval, f64)>,
    /// What was kept so far of both, by all tickets together.
    pub(crate) kept: [Option<Kept>; 2],
    /// Mean minutes of all work that was logged, over tickets.
    pub(crate) logged: Option<f64>,
    /// Whether repeats have no row of their own.
    pub(crate) is_merged: bool,
    /// Effort that waits tell, where none is logged or beside what is.
    pub(crate) inferred: Option<Inferred>,
    /// What the export cannot tell.
    pub(crate) unlearnt: Vec<Unlearnt>,
}

/// What an export may not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unlearnt {
    Classes,
    Effort,
    FirstResponse,
    Resolution,
    Repeats,
    Escalations,
    Agents,
    Clients,
    /// A trend needs half a year.
    Growth,
    /// Months need a year, and growth told apart from them.
    Months,
}

impl Numbers {
    /// Whether tickets come round the clock, so that arrivals are counted by days of the calendar.
    pub(crate) fn is_all_day(&self) -> bool {
        self.office.outside > OUTSIDE
    }

    /// Days that the desk is open of the days by which arrivals are counted.
    pub(in crate::fit) fn open_share(&self) -> f64 {
        if self.is_all_day() {
            self.office.weekdays.iter().filter(|it| **it).count() as f64 / 7.0
        } else {
            1.0
        }
    }

    /// Adds what waits tell of the effort.
    pub(in crate::fit) fn infer(&mut self, inferred: Inferred) {
        self.inferred = Some(inferred);
        self.parameters.push(Parameter {
            name: "effort_inferred",
            scope: "all".into(),
            unit: "min",
            interval: inferred.minutes,
            n: inferred.n,
            method: "the simulated desk waits as long; replications and weeks",
            source: String::new(),
        });
    }
}
