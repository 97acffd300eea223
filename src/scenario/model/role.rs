//! Roles: who works, when, and what they cost.

use super::{Duration, OvertimeLaw, PaidOvertime, Person, Quantity, Skills, Text};
use crate::ids::{CalendarId, RoleId};
use jiff::civil::Date;

/// A role and its people.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// Its key.
    pub key: String,
    /// What it is called in reports.
    pub(crate) title: Text,
    /// People at the start.
    pub(crate) headcount: u32,
    /// Those of them who are not like the others, the first of all.
    pub(crate) people: Vec<Person>,
    /// What its people can do of whom nothing else is said, newcomers too.
    pub(crate) skills: Skills,
    /// When they work; whoever is full-time by it counts as one.
    pub calendar: CalendarId,
    /// How many people take turns in the place of one; what they cost is that of all of them.
    pub(crate) people_per_seat: Quantity,
    /// Gross pay a month.
    pub(crate) pay: Quantity,
    /// What the employer pays on top.
    pub(crate) contributions: Contributions,
    pub(crate) holiday: Holiday,
    pub(crate) sickness: Sickness,
    /// Separations a year ÷ average head-count; may be above 1.
    pub(crate) attrition: Quantity,
    /// Whether people leave sooner when overloaded; `None`: no.
    pub(crate) overload: Option<Overload>,
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
    /// Who is there outside working hours for work that interrupts; `None`: nobody.
    pub(crate) on_call: Option<OnCall>,
    /// How much longer its people may work.
    pub(crate) overtime_law: OvertimeLaw,
    /// How much longer they do, under a policy.
    pub(crate) overtime: Option<PaidOvertime>,
}

/// How people leave sooner when overloaded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Overload {
    /// Up to this occupancy of the last quarter nobody does.
    pub(crate) above: f64,
    /// Separations a year beyond the usual ones where nobody was ever idle; from `above` on in a
    /// straight line.
    pub(crate) attrition: Quantity,
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

/// One of a role's people is on call outside their hours, week by week another: they begin what
/// interrupts and nobody at work takes, and go on until it is done.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct OnCall {
    /// From the call to the beginning of work, in calendar seconds.
    pub(crate) start: f64,
    /// Gross pay a month of whoever is on call, on top of theirs.
    pub(crate) pay: Quantity,
    /// Gross pay for each call.
    pub(crate) call: Quantity,
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
