//! What is known of a staged plan, as plain data for reports.
//!
//! Every figure of one table comes from the same fresh replications, so that differences are of the
//! plans and not of chance. Money is in the scenario's currency up to the horizon, beyond what is
//! paid without any plan; shares and probabilities are between 0 and 1; months count from the start.

pub(crate) use super::kept::Kept;
pub(crate) use super::later::{
    Fan, RuleTable, Signpost, TemporaryPeople, TemporaryTable, ToMeasure,
};
pub(crate) use super::lost::Lost;
pub(crate) use super::person::Person;
pub(crate) use super::prices::{
    Ladder, LastPercent, Missing, PricedPromise, Relaxed, RelaxedTogether, Rung, Step,
};
pub(crate) use super::spread::{Quantiles, Spread};
pub(crate) use super::warning::RefusedOrder;
use super::warning::Warning;
use crate::ids::{RoleId, SlaId};
use crate::measure::cost::Pay;
use crate::scenario::{Discipline, Text};
use crate::statistics::Interval;
use jiff::civil::Date;

/// The decision a director can take.
#[derive(Clone, Debug)]
pub(crate) struct Staged {
    /// The probability that was asked for.
    pub(crate) confidence: f64,
    /// What to do now and at each review.
    pub(crate) rule: StagedRule,
    /// Whom to ask for now: one row a role and start; empty when nobody is.
    pub(crate) now: Vec<Vacancies>,
    /// How often every promise is kept, over all readings and inputs.
    pub(crate) kept: Kept,
    /// Rules found before it that failed such a check; the interval allows for them.
    pub(crate) failed: u64,
    /// The same in each reading of each unknown of the document, with the mean cost.
    pub(crate) by_reading: Vec<ReadingFacts>,
    /// What the plan costs.
    pub(crate) cost: Spread,
    /// What to find out, the number that saves most first; empty when nothing is uncertain.
    pub(crate) measure: Vec<ToMeasure>,
    /// For each hired role: how many people to have, by what was counted.
    pub(crate) tables: Vec<RuleTable>,
    /// Head-count month by month and totals, for each hired role.
    pub(crate) fans: Vec<Fan>,
    /// Whom the rule takes on for a time, by role; empty: nobody in any future.
    pub(crate) temporary: Vec<TemporaryPeople>,
    /// What may come: vacancies by review and what will have been observed.
    pub(crate) signposts: Vec<Signpost>,
    /// The plan and what stands beside it; the first is the plan itself.
    pub(crate) alternatives: Vec<Alternative>,
    /// The order of due dates, where it was tried and given up.
    pub(crate) refused_order: Option<RefusedOrder>,
    /// What was tried before people, what it saves, and whether the plan does it.
    pub(crate) levers: Vec<Lever>,
    /// What the plan does, and is not known to save.
    pub(crate) unpriced: Vec<Unpriced>,
    /// What was tried as well, and harms.
    pub(crate) left_out: Vec<LeftOut>,
    /// What each further person asked for now or later buys.
    pub(crate) marginal: Vec<Person>,
    /// What each promise costs.
    pub(crate) promises: Vec<PricedPromise>,
    /// What the promises of a role cost together, where none of them saves for certain alone.
    pub(crate) together: Vec<RelaxedTogether>,
    /// The month from which on every promise counts.
    pub(crate) all_from: usize,
    /// What more confidence costs.
    pub(crate) ladder: Ladder,
    /// How many people keep the promises, by level and effort.
    pub(crate) map: Vec<MapCell>,
    /// Where the department is on the map in each reading.
    pub(crate) here: Vec<Here>,
    /// What a reader must know before acting on the plan.
    pub(crate) warnings: Vec<Warning>,
    /// The caps on people and money that were asked for.
    pub(crate) capped: Capped,
    /// Whether everything was asked for, however long it takes.
    pub(crate) full: bool,
}

/// The rule of a plan: the order of the queue, the moves it makes, and one line a hired role.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StagedRule {
    /// The order of waiting work; `None`: as it is.
    pub(crate) order: Option<Discipline>,
    /// The policies that the plan carries out (contractors, automations, stand-ins …): their keys and titles.
    pub(crate) moves: Vec<(String, Text)>,
    /// One line a role that may be hired.
    pub(crate) roles: Vec<RoleRule>,
}

/// The rule of a role.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct RoleRule {
    /// The role.
    pub(crate) role: RoleId,
    /// People asked for at the start.
    pub(crate) now: u32,
    /// Load ÷ people that the rule hires up to; `None`: nobody after the start.
    pub(crate) target: Option<f64>,
    /// People that may be asked for in all, those of now included.
    pub(crate) most: u32,
    /// Months from the start to the first review, between reviews, and to the last.
    pub(crate) first: f64,
    /// Months between reviews.
    pub(crate) review: f64,
    /// No review after this month: whoever is asked for later is productive too late to matter.
    pub(crate) last: f64,
    /// Whether a backlog is left to temporary people.
    pub(crate) temporary: bool,
}

/// Vacancies to open now.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Vacancies {
    /// The role.
    pub(crate) role: RoleId,
    /// How many.
    pub(crate) count: u32,
    /// Opened on this day.
    pub(crate) request: Date,
    /// First day of work: nine of ten searches end by then.
    pub(crate) start: Date,
    /// Fully productive from then on.
    pub(crate) productive: Date,
    /// What each is paid and costs.
    pub(crate) pay: Pay,
    /// How many of them are missed whatever turns out (see [`Person::anyway`]).
    pub(crate) needed: u32,
}

/// What a plan does in one reading.
#[derive(Clone, Debug)]
pub(crate) struct ReadingFacts {
    /// The unknown of the document, and its reading.
    pub(crate) unknown: Text,
    /// What the reading is called.
    pub(crate) reading: Text,
    /// Its weight, as a probability.
    pub(crate) weight: f64,
    /// How often every promise is kept.
    pub(crate) kept: Kept,
    /// What the plan costs.
    pub(crate) cost: Spread,
    /// People hired by the horizon, of all roles.
    pub(crate) hires: Quantiles,
}

/// A plan beside the others, on the same fresh replications.
#[derive(Clone, Debug)]
pub(crate) struct Alternative {
    /// Which plan.
    pub(crate) plan: Which,
    /// What it costs.
    pub(crate) cost: Interval,
    /// How often every promise is kept.
    pub(crate) kept: Kept,
    /// In how many of these replications the staged plan keeps every promise.
    pub(crate) ours: u64,
    /// People asked for now.
    pub(crate) hires_now: u32,
    /// People hired by the horizon, for good.
    pub(crate) hires: Quantiles,
    /// People taken on for a time by the horizon.
    pub(crate) temporary: Quantiles,
    /// Cost beyond that of the staged plan, in the same replications.
    pub(crate) dearer: Interval,
    /// Late items a month: breaches of the required SLAs in the months in which all of them count.
    pub(crate) breaches: Interval,
    /// How many more than with the staged plan, in the same replications.
    pub(crate) later: Interval,
    /// How many more in all before then, in the same replications.
    pub(crate) sooner: Interval,
    /// The promise that is broken in most of its replications, and in how many; `None`: none is.
    pub(crate) broken: Option<(SlaId, u64)>,
    /// Each role on which a promise hangs, and in how many of its replications all of those are kept.
    pub(crate) by_role: Vec<(RoleId, u64)>,
    /// People of the department who are not there at its start, and are with the plan.
    pub(crate) absent: Vec<(RoleId, u32)>,
    /// What is lost in revenue; `None` where no client is said to pay.
    pub(crate) lost: Option<Lost>,
}

/// The plans that are compared.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Which {
    /// The plan itself.
    Staged,
    /// Nobody is hired.
    Nobody,
    /// Nobody is asked for before the first review.
    Wait,
    /// The best plan of dates with the same confidence.
    Fixed,
    /// The plan that would have been without the caps, where they bind.
    Uncapped,
    /// Everybody knows each future's inputs: the cheapest rule for each, the floor.
    Perfect,
    /// A policy of the scenario: the document's rules and its plan.
    Policy(String, Text),
    /// The user's own list of hires.
    Own,
}

impl Which {
    /// What files call it.
    pub(crate) fn key(&self) -> &str {
        match self {
            Self::Staged => "staged",
            Self::Nobody => "nobody",
            Self::Wait => "wait",
            Self::Fixed => "fixed",
            Self::Uncapped => "uncapped",
            Self::Perfect => "perfect",
            Self::Own => "own",
            Self::Policy(key, _) => key,
        }
    }
}

/// Something other than a permanent person.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lever {
    /// The key of the policy that describes it, or of the built-in lever (`earliest-due` …).
    pub(crate) key: String,
    /// What it is called.
    pub(crate) title: Text,
    /// Whether the plan does it.
    pub(crate) made: bool,
    /// What it saves in money at the same confidence; negative: it costs more than it saves.
    pub(crate) saves: Interval,
    /// What it does to promises broken a month: more (positive) or fewer.
    pub(crate) breaches: Interval,
    /// The same in all before every promise counts, while there is too much work.
    pub(crate) before: Interval,
    /// Whether the plan with it is the one that was found before the proof, which took another.
    pub(crate) earlier: bool,
    /// In how many of the same fresh replications every promise is kept with it and without, and all of those.
    pub(crate) kept: (u64, u64, u64),
}

/// A lever of the plan without which no plan is known to be as sure: what it saves is not known.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Unpriced {
    /// The key of the policy that describes it, or of the built-in lever.
    pub(crate) key: String,
    /// What it is called.
    pub(crate) title: Text,
    /// The plan without it that comes nearest, which is cheaper; `None`: none was found.
    pub(crate) without: Option<Cheaper>,
}

/// A plan without a lever that is cheaper than with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Cheaper {
    /// What the lever saves: less than nothing.
    pub(crate) saves: Interval,
    /// In how many of the hardest replications of the search every promise is kept with the lever …
    pub(crate) with: usize,
    /// … and without it.
    pub(crate) without: usize,
    /// All of those.
    pub(crate) of: usize,
}

/// A lever that the plan does without, because it would keep fewer promises with it: what it saves at the same
/// confidence is not known.
#[derive(Clone, Debug)]
pub(crate) struct LeftOut {
    /// The key of the policy that describes it.
    pub(crate) key: String,
    /// What it is called.
    pub(crate) title: Text,
    /// In how many of the hardest replications of the search the plan keeps every promise with it …
    pub(crate) with: usize,
    /// … and without it.
    pub(crate) without: usize,
    /// All of those.
    pub(crate) of: usize,
}

/// A cell of the staffing map.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MapCell {
    /// The role.
    pub(crate) role: RoleId,
    /// Items a month that reach the role.
    pub(crate) level: f64,
    /// Minutes of effort an item.
    pub(crate) minutes: f64,
    /// The fewest people who keep the role's promises with the asked-for confidence; `None`: more
    /// than may be had.
    pub(crate) people: Option<u32>,
    /// How often so many people keep them.
    pub(crate) probability: f64,
}

/// Where the department is on the map in one reading: items a month, and minutes of effort on each.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Here {
    /// The role.
    pub(crate) role: RoleId,
    /// What the reading is called; empty where all are alike.
    pub(crate) reading: Text,
    /// At the start, when nothing is done yet.
    pub(crate) now: (f64, f64),
    /// At the horizon, with what the plan does beside hiring.
    pub(crate) then: (f64, f64),
}

/// Caps on people and money, all of which hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Capped {
    /// What was asked for.
    pub(crate) caps: Vec<Cap>,
    /// Whether the plan would go beyond one of them.
    pub(crate) binds: bool,
    /// Where the plan is the one with fewer late items, because most replications break a promise whoever is tried: in
    /// how many of how many of the search every promise is kept by the plan that keeps most.
    pub(crate) fewest_late: Option<(u64, u64)>,
}

/// A cap.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cap {
    /// People in all.
    People(u32),
    /// Money in all, up to the horizon.
    Budget(f64),
}
