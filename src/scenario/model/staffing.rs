//! What joins the department on a date or on a signal: hires, triggers, contractors, automations.

use super::{Duration, Person, Quantity, Scenario, Text};
use crate::ids::{DriverId, RoleId, SlaId, StreamId};
use jiff::civil::Date;

/// Somebody joins on a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Hire {
    pub(crate) role: RoleId,
    /// First day.
    pub(crate) start: Date,
    /// How many.
    pub(crate) count: u32,
    /// Whether the newcomer ramps up (a second reading: a ready specialist).
    pub ramp: bool,
    /// Whether it is agreed whatever is decided: somebody of the role's `people`, not of a change.
    pub(crate) agreed: bool,
    /// On which terms, and how they differ from the others of the role.
    pub(crate) person: Person,
}

impl Scenario {
    /// People of a role who are there or agreed, whatever is decided.
    pub(crate) fn known_people(&self, role: RoleId) -> usize {
        let agreed = self.hires.iter().filter(|it| it.agreed && it.role == role);
        (self.roles[role.index()].headcount + agreed.map(|it| it.count).sum::<u32>()) as usize
    }
}

impl Hire {
    /// The same, whatever else is decided.
    pub(crate) fn agreed(self) -> Self {
        Self { agreed: true, ..self }
    }

    /// Newcomers who are like the others of the role.
    pub(crate) fn new(role: RoleId, start: Date, count: u32) -> Self {
        let person = Person::LIKE_THE_OTHERS;
        Self { role, start, count, ramp: true, agreed: false, person }
    }
}

/// Somebody is asked for when a measure passes a level.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Trigger {
    pub(crate) role: RoleId,
    /// What is watched at the end of each month.
    pub(crate) watch: Watch,
    /// The level, which whoever applies the rule knows: never a range, of which only the simulation
    /// would know the true value.
    pub(crate) level: f64,
    /// Whether it fires above or below the level.
    pub(crate) side: Side,
    /// For how many months in a row.
    pub(crate) months: u32,
    /// How many people it asks for at once.
    pub(crate) count: u32,
    /// How many people it may ask for in all.
    pub(crate) most: u32,
}

/// People are asked for at reviews, as many as the counted load needs.
///
/// What the rule sees is in `department/people/observed.rs`, what it decides in `hiring_rule.rs`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HiringRule {
    pub(crate) role: RoleId,
    /// People asked for at the start.
    pub(crate) now: u32,
    /// Load ÷ people that the rule hires up to, above 0 and at most 1.
    pub(crate) target: f64,
    /// Months from the start to the first review.
    pub(crate) first: f64,
    /// Months between reviews, above 0.
    pub(crate) review: f64,
    /// No review after this month; `None`: half a year before the last month in which a person asked
    /// for would still become fully productive.
    pub(crate) last: Option<f64>,
    /// People it may ask for in all, those of the start included.
    pub(crate) most: u32,
    /// It never plans for fewer people: one absence must be lived through.
    pub(crate) cover: u32,
    /// What is known before anything is counted, over every reading of the document; `None`: what
    /// this scenario says.
    pub(crate) outlook: Option<Outlook>,
    /// Temporary people for a backlog that the others will not clear in time; `None`: nobody is.
    pub(crate) temporary: Option<Temporary>,
}

/// What is known of a role beforehand.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Outlook {
    /// Mean hours of a piece of work in equally likely worlds; empty: nothing is asked of the role.
    pub(crate) effort: Vec<f64>,
    /// Standard deviation over mean of single pieces.
    pub(crate) cv: f64,
    /// By which factor a piece takes longer on the first day of each month than at the start.
    pub(crate) longer: Vec<f64>,
    /// What the role is asked for on the first day of each month, in people.
    pub(crate) load: Vec<f64>,
    /// Months from a request to the first day, in the mean.
    pub(crate) fill: f64,
    /// The same for temporary people.
    pub(crate) helper_fill: f64,
    /// Months until a newcomer is fully productive.
    pub(crate) ramp: f64,
    /// Productivity on the first day.
    pub(crate) ramp_from: f64,
    /// Whether temporary people ramp up.
    pub(crate) helpers_ramp: bool,
    /// Working hours of a month of a person who is never away.
    pub(crate) hours_a_month: f64,
    /// The share of them in which a person is there.
    pub(crate) availability: f64,
    /// The share of their time that duties of their own ask of people.
    pub(crate) duties: f64,
    /// The month after which nobody is asked for.
    pub(crate) last: f64,
}

/// On which terms a rule takes on people for a time.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Temporary {
    /// Gross pay a month, where it is not the role's.
    pub(crate) pay: Option<Quantity>,
    /// From the request to the first day, where it is not the role's.
    pub(crate) time_to_fill: Option<Duration>,
    /// Whether they ramp up.
    pub(crate) ramp: bool,
}

/// Whose pay somebody gets: 0 the role's, then those of dated hires, then those of rules'
/// temporary people, then those of people at the start who are not like the others, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct PayOf {
    pub(crate) contract: u32,
    /// Of people who take turns in a rota, which turn is theirs, from 1 on; else 0.
    pub(crate) turn: u16,
}

impl PayOf {
    /// A contract in the order of all.
    pub(crate) fn of_contract(contract: usize) -> Self {
        Self { contract: contract as u32, turn: 0 }
    }
}

impl super::Scenario {
    /// The pay of a dated hire.
    pub(crate) fn pay_of_hire(&self, hire: usize) -> PayOf {
        PayOf::of_contract(1 + hire)
    }

    /// The pay of a rule's temporary people.
    pub(crate) fn pay_of_temporary(&self, rule: usize) -> PayOf {
        PayOf::of_contract(1 + self.hires.len() + rule)
    }

    /// Gross pay a month where it is agreed and not the role's.
    pub(crate) fn own_pay(&self, pay: PayOf) -> Option<Quantity> {
        let rule = (pay.contract as usize).checked_sub(1 + self.hires.len());
        match rule.and_then(|it| self.hiring_rules.get(it)) {
            Some(rule) => rule.temporary.as_ref()?.pay,
            None => self.person(pay)?.pay,
        }
    }
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
    pub(crate) from: Option<Date>,
}

/// Work that shrinks from a date.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Automation {
    pub(crate) key: String,
    /// What it is called.
    pub(crate) title: Text,
    pub(crate) streams: Vec<StreamId>,
    /// From when; `None`: from the start.
    pub(crate) from: Option<Date>,
    /// Factor on the rate of arrivals.
    pub(crate) arrivals: Quantity,
    /// Factor on every effort.
    pub(crate) effort: Quantity,
    pub(crate) monthly_price: Quantity,
    /// Price once.
    pub(crate) price: Quantity,
}
