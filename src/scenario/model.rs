//! The checked scenario: a value of these types is valid, and nothing later asks again.
//!
//! Names are gone (they are positions), durations are seconds, shares are fractions.

use super::limit::{Compose, Limit};
use crate::calendar::{Timeline, WorkingTime};
use crate::ids::{CalendarId, DriverId, InputId, MarkId, RoleId, SlaId, StreamId, WaitId};
use crate::random::Shape;
use jiff::civil::Date;

/// A text in the languages of the program.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Text {
    /// Russian.
    pub(crate) ru: String,
    /// English.
    pub(crate) en: String,
}

/// The language of everything a person reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    /// Russian.
    #[default]
    Ru,
    /// English.
    En,
}

impl Text {
    /// The text in a language.
    pub(crate) fn in_lang(&self, lang: Lang) -> &str {
        lang.pick([&self.ru, &self.en])
    }
}

impl Lang {
    /// What belongs to the language, out of one value for each.
    pub(crate) fn pick<T>(self, [ru, en]: [T; 2]) -> T {
        match self {
            Self::Ru => ru,
            Self::En => en,
        }
    }
}

/// A number that is known, or an uncertain input that is drawn once per replication.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quantity {
    /// Known.
    Known(f64),
    /// Drawn: the value of the input, times a factor (units, for instance).
    Uncertain(InputId, f64),
}

impl Quantity {
    /// The value in a replication whose inputs were drawn as `inputs`.
    pub(crate) fn value(self, inputs: &[f64]) -> f64 {
        match self {
            Self::Known(value) => value,
            Self::Uncertain(input, factor) => inputs[input.index()] * factor,
        }
    }

    /// The same quantity, times a constant.
    pub fn times(self, factor: f64) -> Self {
        match self {
            Self::Known(value) => Self::Known(value * factor),
            Self::Uncertain(input, before) => Self::Uncertain(input, before * factor),
        }
    }
}

/// An uncertain input: where it stands in the file, and its range.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Input {
    /// The path in the scenario, such as `streams.ticket.standard.route[0].time.mean`.
    pub(crate) path: String,
    /// What it is called in reports.
    pub(crate) title: Text,
    /// The unit its `range` is stated in, as people write it: `min`, `h`, `d`, `%`, or empty.
    pub(crate) unit: String,
    /// What one unit is inside the program: 60 for `min`, 0.01 for `%`.
    pub(crate) scale: f64,
    /// The range, in the program's own unit.
    pub(crate) range: Range,
    /// Where it comes from: a fact's id, or `assumed`.
    pub(crate) source: Option<String>,
}

/// The distribution of an uncertain input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Range {
    /// Every value between the two is as likely.
    Uniform {
        /// Least.
        min: f64,
        /// Greatest.
        max: f64,
    },
    /// The mode is the most likely.
    Triangular {
        /// Least.
        min: f64,
        /// Most likely.
        mode: f64,
        /// Greatest.
        max: f64,
    },
}

impl Range {
    /// The value below which a draw falls with probability `p`.
    pub(crate) fn quantile(self, p: f64) -> f64 {
        match self {
            Self::Uniform { min, max } => min + p * (max - min),
            Self::Triangular { min, mode, max } => {
                let below = (mode - min) / (max - min);
                if p < below {
                    min + libm::sqrt(p * (max - min) * (mode - min))
                } else {
                    max - libm::sqrt((1.0 - p) * (max - min) * (max - mode))
                }
            }
        }
    }

    /// The mean.
    pub(crate) fn mean(self) -> f64 {
        match self {
            Self::Uniform { min, max } => (min + max) / 2.0,
            Self::Triangular { min, mode, max } => (min + mode + max) / 3.0,
        }
    }
}

/// A random duration, in seconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Duration {
    /// The mean, in seconds. For `Uniform` and `Triangular` it is a factor (1) on their bounds.
    pub mean: Quantity,
    /// The shape around the mean.
    pub(crate) shape: Shape,
}

/// A random whole number of times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Count {
    /// Always the quantity, its fraction being the chance of one more.
    Fixed(Quantity),
    /// Every whole number between the two, both included, is as likely.
    Between(u32, u32),
    /// At least one; one more with constant probability; the quantity is the mean.
    Geometric(Quantity),
    /// Poisson with the quantity as its mean.
    Poisson(Quantity),
}

/// Which clock a wait is measured on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Working time of the stream's calendar.
    Working,
    /// Calendar time.
    Calendar,
}

/// A whole question: what is to be simulated, and how often.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The name of the file without its ending; names the output folder.
    pub(crate) name: String,
    /// What it is called in reports.
    pub(crate) title: Text,
    /// The simulated span and its months.
    pub timeline: Timeline,
    /// Replications of each policy, unless the command says otherwise.
    pub(crate) replications: usize,
    /// Where all chance begins.
    pub seed: u64,
    /// The language of reports.
    pub(crate) lang: Lang,
    /// ISO code of the currency, such as `RUB`.
    pub(crate) currency: String,
    /// Compiled calendars; the first is the scenario's own.
    pub calendars: Vec<WorkingTime>,
    /// Uncertain inputs.
    pub(crate) inputs: Vec<Input>,
    /// Quantities that change with time.
    pub(crate) drivers: Vec<Driver>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Streams of work.
    pub streams: Vec<Stream>,
    /// Names of marks; the first four are `created`, `contact`, `solved`, `closed`.
    pub(crate) marks: Vec<String>,
    /// Names of waits.
    pub(crate) waits: Vec<String>,
    /// Service level agreements, in the order of the streams.
    pub slas: Vec<Sla>,
    /// How waiting work is ordered.
    pub(crate) discipline: Discipline,
    /// People who join on a date.
    pub hires: Vec<Hire>,
    /// People who are asked for when a measure passes a level.
    pub(crate) triggers: Vec<Trigger>,
    /// Work that may be bought.
    pub(crate) contractors: Vec<Contractor>,
    /// Work that shrinks from a date.
    pub(crate) automations: Vec<Automation>,
    /// Sentences to be put to the test.
    pub(crate) claims: Vec<Claim>,
    /// What the plan may do, and what must be reached.
    pub(crate) planning: Planning,
    /// Every number of the file that carries a source.
    pub(crate) sources: Vec<Sourced>,
    /// What to tell the user although the scenario is valid.
    pub(crate) notes: Vec<Text>,
}

/// The mark that an item carries from its creation.
pub(crate) const CREATED: MarkId = MarkId(0);
/// The first moment an agent works on the item; set by the department itself.
pub(crate) const CONTACT: MarkId = MarkId(1);
/// The item is solved; set at the end of the route when no step sets it.
pub(crate) const SOLVED: MarkId = MarkId(2);
/// The end of the route; set by the department itself.
pub(crate) const CLOSED: MarkId = MarkId(3);

/// A number and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sourced {
    /// The path in the scenario.
    pub(crate) path: String,
    /// The value as written.
    pub(crate) value: String,
    /// A fact's id, or `assumed`.
    pub(crate) source: String,
}

/// A quantity that changes with time, such as the number of clients.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Driver {
    /// Its key, which is also the key of its measure.
    pub(crate) key: String,
    /// What it is called in reports.
    pub(crate) title: Text,
    /// How it moves.
    pub(crate) path: DriverPath,
    /// Factors that apply from a date on.
    pub(crate) steps: Vec<(Date, Quantity)>,
    /// It never grows beyond this.
    pub(crate) cap: Option<Quantity>,
}

/// How a driver moves.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum DriverPath {
    /// Always the same.
    Constant(Quantity),
    /// A straight line in calendar time from the start of the scenario, over some months; then flat.
    Linear {
        /// At the start.
        from: Quantity,
        /// At the end of the months.
        to: Quantity,
        /// How many months the way takes.
        months: f64,
    },
    /// Grows by a share each year, compound, continuously.
    Compound {
        /// At the start.
        from: Quantity,
        /// Growth a year.
        yearly: Quantity,
    },
    /// Straight lines between dated values.
    Table(Vec<(Date, Quantity)>),
    /// Filled by another driver (a number a month) and emptied by churn.
    Stock {
        /// At the start.
        from: Quantity,
        /// The driver whose value is the inflow a month.
        inflow: Option<DriverId>,
        /// The share that leaves in a year.
        churn: Quantity,
    },
}

/// A role and its people.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// Its key.
    pub key: String,
    /// What it is called in reports.
    pub(crate) title: Text,
    /// People at the start.
    pub(crate) headcount: u32,
    /// When they work.
    pub calendar: CalendarId,
    /// Gross pay a month.
    pub(crate) pay: Quantity,
    /// What the employer pays on top.
    pub(crate) contributions: Contributions,
    /// Holidays.
    pub(crate) holiday: Holiday,
    /// Sickness.
    pub(crate) sickness: Sickness,
    /// The share that leaves in a year, between 0 and 1.
    pub(crate) attrition: Quantity,
    /// Whether leavers are replaced.
    pub(crate) replaced: bool,
    /// From the request to the first day, in calendar seconds.
    pub(crate) time_to_fill: Duration,
    /// What finding a person costs once.
    pub(crate) hiring_cost: Quantity,
    /// How newcomers become productive.
    pub(crate) ramp: Ramp,
    /// Roles that stand in when nobody of this one is there, in order of preference.
    pub(crate) stand_in: Vec<RoleId>,
}

/// What the employer pays on top of gross pay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Contributions {
    /// A share up to a yearly base for each person, and another share above it.
    Regime {
        /// Share up to the base.
        below: f64,
        /// Share above the base.
        above: f64,
        /// The base a year and person.
        base: f64,
    },
    /// A flat share.
    Flat(Quantity),
}

/// Holidays of a role's people.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Holiday {
    /// Nobody takes any.
    None,
    /// Blocks of calendar days each year, placed at random within a season.
    Yearly {
        /// Calendar days of each block.
        blocks: Vec<u32>,
        /// First month of the season, 1 to 12.
        from_month: u8,
        /// Last month of the season, 1 to 12; before `from_month` means over the new year.
        to_month: u8,
        /// Whether two of the role avoid being away at once, where possible.
        apart: bool,
    },
    /// The blocks of each person, hires included in the order they join: first day and calendar days.
    Dated(Vec<Vec<(Date, u32)>>),
}

/// Sickness of a role's people.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sickness {
    /// Spells a year and person.
    pub(crate) spells: Quantity,
    /// Length of a spell; in seconds of calendar time, rounded up to whole days.
    pub(crate) length: Duration,
}

/// How a newcomer becomes productive.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ramp {
    /// Productivity on the first day, above 0 and at most 1.
    pub(crate) from: Quantity,
    /// Months until full productivity; linear in calendar time.
    pub(crate) months: Quantity,
    /// Who explains things; `None`: somebody of the same role, and nobody when alone.
    pub(crate) mentor: Option<RoleId>,
    /// Hours a week that the mentor gives until then, in seconds.
    pub(crate) mentoring: Quantity,
}

/// A kind of work.
#[derive(Clone, Debug, PartialEq)]
pub struct Stream {
    /// Its key, such as `ticket.emergency`.
    pub key: String,
    /// What it is called in reports.
    pub(crate) title: Text,
    /// How it arrives.
    pub arrival: Arrival,
    /// Lower goes first.
    pub priority: u8,
    /// Whether it interrupts work of a greater priority number.
    pub(crate) interrupts: bool,
    /// Effort added to work that was interrupted by this or any stream, when it resumes (seconds).
    pub(crate) resume_cost: Quantity,
    /// Time before anybody notices a new item (manual assignment), on the working clock.
    pub(crate) noticed_after: Option<Duration>,
    /// When not empty: an item for each present person of these roles, done by that person alone.
    pub for_each: Vec<RoleId>,
    /// Ramp-up does not slow it and absent people miss it.
    pub(crate) meeting: bool,
    /// Items open at the start of the first simulated day.
    pub(crate) backlog_at_start: Quantity,
    /// The calendar of its working clock and of its arrivals.
    pub calendar: CalendarId,
    /// What it needs.
    pub route: Vec<Step>,
    /// Key of the measure that shows how many are open, such as `projects_open`.
    pub(crate) open_measure: Option<String>,
}

/// How work arrives.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrival {
    /// At random, at a rate.
    Rate(ArrivalRate),
    /// On dates.
    Recurrence(Recurrence),
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

/// Work that comes on dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Recurrence {
    /// On which days.
    pub(crate) days: Days,
    /// Seconds since midnight; `None`: at the opening of the day.
    pub(crate) at: Option<f64>,
    /// How many items each time.
    pub(crate) count: Count,
    /// The count is multiplied by driver ÷ at.
    pub(crate) driver: Option<(DriverId, Quantity)>,
}

/// Days on which work recurs. A day that is not a working day moves to the next one
/// for `MonthDay` and `Quarterly`, and is skipped for the others.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Days {
    /// Every working day.
    Daily,
    /// Weekdays, Monday is 0; every `every`-th week.
    Weekly {
        /// Weekdays.
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

/// One step of a route.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Somebody works.
    Effort(EffortStep),
    /// Nobody works.
    Wait(WaitStep),
    /// Steps that are repeated a random number of times.
    Cycle {
        /// How often.
        times: Count,
        /// What.
        steps: Vec<Step>,
    },
    /// With a probability some steps, else others.
    Branch {
        /// Of `steps`.
        probability: Quantity,
        /// Taken with the probability.
        steps: Vec<Step>,
        /// Taken otherwise.
        otherwise: Vec<Step>,
    },
    /// A named moment.
    Mark(MarkId),
    /// The item comes back as a new one, with a probability and after a delay.
    Reopen {
        /// Of coming back.
        probability: Quantity,
        /// Until it comes back; may be zero.
        delay: Duration,
        /// The clock of the delay.
        clock: Clock,
    },
    /// An item of another stream begins.
    Spawn {
        /// Which.
        stream: StreamId,
        /// How many.
        count: Count,
    },
}

/// Somebody works.
#[derive(Clone, Debug, PartialEq)]
pub struct EffortStep {
    /// What the step is called in reports; may be empty.
    pub(crate) title: Text,
    /// Who.
    pub(crate) role: RoleId,
    /// Who else, when nobody of the role is there; `None`: the stand-ins of the role.
    pub(crate) stand_in: Option<Vec<RoleId>>,
    /// How long: the sum of these.
    pub time: Vec<Duration>,
    /// Must fit into one working day (always true for joint steps).
    pub(crate) within_day: bool,
    /// Somebody of this role must be there from beginning to end.
    pub(crate) together_with: Option<RoleId>,
    /// Counts as a visit.
    pub(crate) visit: bool,
    /// The step's own priority; `None`: the stream's. Lets what has begun be finished first.
    pub(crate) priority: Option<u8>,
}

/// Nobody works.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitStep {
    /// The kind of wait, which clocks may pause in.
    pub(crate) wait: WaitId,
    /// How long.
    pub(crate) time: Duration,
    /// On which clock.
    pub(crate) clock: Clock,
}

/// A service level agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct Sla {
    /// `stream/name`, such as `ticket.emergency/contact`.
    pub key: String,
    /// What it is called in reports.
    pub(crate) title: Text,
    /// The stream it is about.
    pub(crate) stream: StreamId,
    /// Where its clock starts.
    pub(crate) from: MarkId,
    /// Where its clock stops.
    pub(crate) to: MarkId,
    /// Limits; at least one.
    pub(crate) limits: Vec<Limit>,
    /// How several limits compose.
    pub(crate) compose: Compose,
    /// The share that must be in time.
    pub(crate) target: f64,
    /// Waits in which the clock stands.
    pub(crate) pauses: Vec<WaitId>,
    /// The month that a result belongs to.
    pub(crate) attribution: Attribution,
    /// What a breach costs, where the scenario states it.
    pub(crate) penalty: Quantity,
}

/// The month that the result of an item belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attribution {
    /// The month in which it fell due.
    Due,
    /// The month in which it was created.
    Created,
    /// The month in which the clock stopped (overdue open items at the horizon count there).
    Closed,
}

/// How waiting work is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Discipline {
    /// Priority, then the moment the item joined the queue.
    Priority,
    /// Earliest due date first, then priority.
    EarliestDue,
}

/// Somebody joins on a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Hire {
    /// The role.
    pub(crate) role: RoleId,
    /// First day.
    pub(crate) start: Date,
    /// How many.
    pub(crate) count: u32,
    /// Whether the newcomer ramps up (a second reading: a ready specialist).
    pub ramp: bool,
}

/// Somebody is asked for when a measure passes a level.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Trigger {
    /// The role.
    pub(crate) role: RoleId,
    /// What is watched at the end of each month.
    pub(crate) watch: Watch,
    /// The level.
    pub(crate) level: Quantity,
    /// Whether it fires above or below the level.
    pub(crate) side: Side,
    /// For how many months in a row.
    pub(crate) months: u32,
    /// How many people it may ask for in all, one at a time.
    pub(crate) most: u32,
}

/// What a trigger may watch.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Watch {
    /// Items that arrived in the month, of these streams.
    Arrivals(Vec<StreamId>),
    /// A driver at the end of the month.
    Driver(DriverId),
    /// Busy ÷ available of a role in the month.
    Occupancy(RoleId),
    /// Share of an SLA over the last three months.
    Sla(SlaId),
    /// Open items of these streams at the end of the month.
    Backlog(Vec<StreamId>),
}

/// Which side of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// At or above the level.
    Above,
    /// Below the level.
    Below,
}

/// Work that may be bought.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Contractor {
    /// Its key.
    pub(crate) key: String,
    /// What it is called.
    pub(crate) title: Text,
    /// Whose work it takes.
    pub(crate) role: RoleId,
    /// Of which streams; empty: all of the role's.
    pub(crate) streams: Vec<StreamId>,
    /// Items a month at most.
    pub(crate) capacity: Quantity,
    /// It is called when at least this many items wait for the role.
    pub(crate) when_waiting: u32,
    /// Price of an item.
    pub(crate) price: Quantity,
    /// From the call to the beginning of the work, on the calendar clock.
    pub(crate) lead: Duration,
    /// From when.
    pub(crate) from: Option<Date>,
}

/// Work that shrinks from a date.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Automation {
    /// Its key.
    pub(crate) key: String,
    /// What it is called.
    pub(crate) title: Text,
    /// Of which streams.
    pub(crate) streams: Vec<StreamId>,
    /// From when; `None`: from the start.
    pub(crate) from: Option<Date>,
    /// Factor on the rate of arrivals.
    pub(crate) arrivals: Quantity,
    /// Factor on every effort.
    pub(crate) effort: Quantity,
    /// Price a month.
    pub(crate) monthly_price: Quantity,
    /// Price once.
    pub(crate) price: Quantity,
}

/// A sentence from a document, with the test that would prove or disprove it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Claim {
    /// Such as `C-01`.
    pub(crate) id: String,
    /// The sentence.
    pub(crate) text: Text,
    /// The tests; the claim holds when all do.
    pub(crate) tests: Vec<ClaimTest>,
    /// What to say beside the verdict.
    pub(crate) note: Text,
}

/// A number compared with a bound.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ClaimTest {
    /// The policy it is read from; `None`: the first.
    pub(crate) policy: Option<String>,
    /// Key of the measure, such as `busy_hours`.
    pub(crate) measure: String,
    /// Scope of the measure, such as `tp_manager`.
    pub(crate) scope: String,
    /// Months of the horizon it is averaged over, 1-based and inclusive; `None`: all.
    pub(crate) months: Option<(u32, u32)>,
    /// A factor on the measure before it is compared (hours a month to hours a week).
    pub(crate) factor: f64,
    /// It holds at or above this.
    pub(crate) at_least: Option<f64>,
    /// It holds at or below this.
    pub(crate) at_most: Option<f64>,
    /// The unit of the bounds, as people write it.
    pub(crate) unit: Text,
    /// The input whose value would make it hold, for "true only if …".
    pub(crate) breakeven: Option<String>,
}

/// What the plan may do, and what must be reached.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Planning {
    /// Probability with which every target must be met.
    pub(crate) confidence: f64,
    /// Roles that may be hired, and how many at most; empty: every role, three each.
    pub(crate) roles: Vec<(RoleId, u32)>,
    /// Targets that replace the SLAs' own in the plan; an SLA that is not listed keeps its own.
    pub(crate) goals: Vec<(SlaId, f64)>,
    /// SLAs that the plan must meet; empty: all.
    pub(crate) required: Vec<SlaId>,
    /// Cost of a month too late, for the date to aim at.
    pub(crate) late_cost: f64,
    /// Cost of a month too early.
    pub(crate) early_cost: f64,
    /// The other reading of the document: a scenario file, relative to this one.
    pub(crate) other_reading: Option<String>,
    /// Input whose break-even value separates the readings.
    pub(crate) deciding_input: Option<String>,
    /// The document's own rules: policies to hold beside the plan.
    pub(crate) rules: Vec<String>,
}

/// A named list of changes to the scenario, and the scenario that results.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub(crate) title: Text,
    /// The whole scenario under this policy.
    pub scenario: Scenario,
}

/// A scenario file after the check: the same scenario under each of its policies.
#[derive(Clone, Debug)]
pub struct Study {
    /// The first is the baseline.
    pub policies: Vec<Policy>,
    /// SHA-256 of every file that was read, in order of reading: name and hexadecimal digest.
    pub(crate) files: Vec<(String, String)>,
}

impl Study {
    /// The policy that the others are compared with.
    pub fn baseline(&self) -> &Policy {
        &self.policies[0]
    }
}
