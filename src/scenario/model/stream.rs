//! Streams: kinds of work, and how each arrives.

use super::{Clock, Count, Duration, Quantity, Text};
use crate::ids::{CalendarId, DriverId, RoleId};
use crate::scenario::route::{self, Step};
use crate::time::SimTime;
use jiff::civil::Date;

/// A kind of work.
#[derive(Clone, Debug, PartialEq)]
pub struct Stream {
    /// Its key, such as `ticket.emergency`.
    pub key: String,
    /// What it is called in reports.
    pub(crate) title: Text,
    /// How it arrives.
    pub arrival: Arrival,
    /// What comes beside that around certain dates.
    pub(crate) bursts: Vec<Burst>,
    /// Lower goes first.
    pub priority: u8,
    /// Whether it interrupts work of a greater priority number.
    pub(crate) interrupts: bool,
    /// Effort added to work that was interrupted by this or any stream, when it resumes (seconds).
    pub(crate) resume_cost: Quantity,
    /// Time before anybody notices a new item (manual assignment), on the working clock.
    pub(crate) noticed_after: Option<Duration>,
    /// How long an item waits to be begun before it gives up; `None`: for ever.
    pub patience: Option<Patience>,
    /// Whether what has given up comes back.
    pub(crate) retrial: Option<Retrial>,
    /// When not empty: an item for each present person of these roles, done by that person alone.
    pub for_each: Vec<RoleId>,
    /// Ramp-up does not slow it and absent people miss it.
    pub(crate) meeting: bool,
    /// Whether whoever has begun goes on past the end of the working time until it is done.
    pub(crate) finish: bool,
    /// Items open at the start of the first counted month.
    pub(crate) backlog_at_start: Quantity,
    /// The calendar on which it comes.
    pub calendar: CalendarId,
    /// The calendar of its working clock: of its waits and of its time in the system.
    pub clock: CalendarId,
    /// What it needs.
    pub route: Vec<Step>,
    /// Key of the measure that shows how many are open, such as `projects_open`.
    pub(crate) open_measure: Option<String>,
}

impl Arrival {
    /// The driver that it follows.
    pub(crate) fn driver(&self) -> Option<DriverId> {
        match self {
            Self::Rate(rate) => rate.driver,
            Self::Recurrence(it) => it.driver.map(|it| it.0),
            Self::Replay(_) | Self::Spawned => None,
        }
    }
}

impl Stream {
    /// Whether any of its items may give up waiting.
    pub(crate) fn may_give_up(&self) -> bool {
        self.patience.is_some() || route::efforts(&self.route).any(|it| it.patience.is_some())
    }
}

/// How long an item waits in a queue before it gives up and leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct Patience {
    /// How long.
    pub time: Duration,
    pub(crate) clock: Clock,
}

/// How what has given up comes back, as a new item.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Retrial {
    pub(crate) probability: Quantity,
    /// After how long.
    pub(crate) after: Duration,
    pub(crate) clock: Clock,
}

/// How work arrives.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)] // A scenario has a few dozen of them.
pub enum Arrival {
    /// At random, at a rate.
    Rate(ArrivalRate),
    /// On dates.
    Recurrence(Recurrence),
    /// At the moments of a log, in order.
    Replay(Vec<SimTime>),
    /// Only by steps of other streams.
    Spawned,
}

/// Arrivals at a rate that moves with a driver and a profile.
#[derive(Clone, Debug, PartialEq)]
pub struct ArrivalRate {
    /// Items in one unit of `per`, when the driver is at `at`.
    pub rate: Quantity,
    /// A further factor: the share of a mix, already normalised over the mix where all are known.
    pub(crate) share: Option<Share>,
    /// The unit of time of the rate, and over what it is spread.
    pub(crate) per: Per,
    /// What the rate moves with.
    pub(crate) driver: Option<DriverId>,
    /// The level of the driver that the rate is stated at (1: a rate for each unit of the driver).
    pub(crate) at: Quantity,
    /// Rate ∝ (driver ÷ at)^elasticity.
    pub(crate) elasticity: Quantity,
    /// How it is spread over the year, the week and the day.
    pub(crate) profile: Profile,
}

/// How arrivals are spread over the year, the week and the day.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Profile {
    /// Evenly spaced in the cumulative rate instead of Poisson.
    pub(crate) regular: bool,
    /// Factor of each month of the year; 1 where the file is silent.
    pub(crate) months: [f64; 12],
    /// Factor of each weekday, Monday first.
    pub(crate) weekdays: [f64; 7],
    /// Weight of each hour of the day (of each weekday, when seven rows); empty: flat.
    pub(crate) hours: Vec<[f64; 24]>,
    /// Standard deviation over mean of a random factor of each day.
    pub(crate) day_cv: f64,
    /// Items that come at once, each time; `None`: one.
    pub(crate) batch: Option<Count>,
}

/// One share of a mix: drawn shares are divided by their sum.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Share {
    /// This stream's weight.
    pub(crate) own: Quantity,
    /// The weights of all streams of the mix, this one included.
    pub(crate) all: Vec<Quantity>,
}

/// The unit of time of a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Per {
    /// A year, spread over working time.
    Year,
    /// A quarter of a year, spread over working time.
    Quarter,
    /// A twelfth of a year, spread over working time.
    Month,
    /// A week without holidays, spread over working time.
    Week,
    /// A regular working day, spread over working time.
    WorkingDay,
    /// An hour of working time.
    WorkingHour,
    /// A day of 24 hours; arrivals come at any time of day, every day.
    CalendarDay,
}

/// Items that come around a date: an outage, a campaign.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Burst {
    /// The day on which it begins.
    pub(crate) date: Date,
    /// Seconds since midnight; `None`: at the opening of the day.
    pub(crate) at: Option<f64>,
    /// How many items it brings.
    pub(crate) items: Count,
    /// How long after the beginning each of them comes: the shape of the burst.
    pub(crate) over: Duration,
    pub(crate) clock: Clock,
}

/// Work that comes on dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Recurrence {
    pub(crate) days: Days,
    /// Seconds since midnight; `None`: at the opening of the day.
    pub(crate) at: Option<f64>,
    /// How many items each time.
    pub(crate) count: Count,
    /// The count is multiplied by driver ÷ at.
    pub(crate) driver: Option<(DriverId, Quantity)>,
}

/// Days on which work recurs. A day that is not a working day moves to the next one for `Weekly`,
/// `MonthDay` and `Quarterly`, and is skipped for the others.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Days {
    /// Every working day.
    Daily,
    /// Weekdays, Monday is 0; every `every`-th week.
    Weekly {
        weekdays: Vec<u8>,
        /// 1: every week.
        every: u32,
    },
    /// A day of the month (31: the last).
    MonthDay(u8),
    /// Working days of the month from a day to another, both included.
    MonthSpan(u8, u8),
    /// A day of the first month of each quarter.
    Quarterly(u8),
}
