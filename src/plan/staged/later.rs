//! Later: what may come after now, as plain data: what is measured, the tables of the rule, head-count,
//! vacancies, and people for a time.

use super::spread::{Quantiles, Spread};
use crate::ids::{InputId, RoleId, StreamId};
use crate::scenario::Text;
use crate::statistics::Interval;
use jiff::civil::Date;

/// What to find out before the rest is decided.
#[derive(Clone, Debug)]
pub(crate) struct ToMeasure {
    /// The uncertain input.
    pub(crate) what: InputId,
    /// What it is called.
    pub(crate) title: Text,
    /// Whose number of people it decides.
    pub(crate) decides: RoleId,
    /// Finished items by the first review, mean over futures; `None` where it is no effort.
    pub(crate) items: Option<f64>,
    /// Half width of the measured mean's 95 % interval with so many items, as a share of the mean.
    pub(crate) precision: Option<f64>,
    /// The share of the differences between futures, in how many people of the role are hired, that it explains.
    pub(crate) explains: f64,
    /// Money that deciding on the people of that role after the measurement saves against deciding all now.
    pub(crate) saves: Interval,
}

/// How many people of a role to have, by arrivals a month and minutes an item, as the rule says it.
#[derive(Clone, Debug)]
pub(crate) struct RuleTable {
    /// The role.
    pub(crate) role: RoleId,
    /// The streams whose items are counted.
    pub(crate) streams: Vec<StreamId>,
    /// When the table is read: the date of the first review.
    pub(crate) review: Date,
    /// Items a month, the columns.
    pub(crate) arrivals: Vec<f64>,
    /// Minutes of effort an item, the rows.
    pub(crate) minutes: Vec<f64>,
    /// People to have, those who are there included, by row and column.
    pub(crate) people: Vec<Vec<u32>>,
    /// Vacancies to open at the first review when nobody but those of now is on the way.
    pub(crate) vacancies: Vec<Vec<u32>>,
    /// The most items a month of all replications at that review: where a column has more, none are told.
    pub(crate) most: f64,
    /// How many people to take on for a time, by what waits; `None`: nobody, whatever waits.
    pub(crate) temporary: Option<TemporaryTable>,
}

/// How many people of a role to take on for a time at the first review, by minutes of effort an item
/// (the rows of the other table) and by how many items wait.
#[derive(Clone, Debug)]
pub(crate) struct TemporaryTable {
    /// Items a month that come meanwhile.
    pub(crate) arrivals: f64,
    /// Items that wait, the columns.
    pub(crate) backlog: Vec<f64>,
    /// People to take on, by row and column.
    pub(crate) people: Vec<Vec<u32>>,
    /// Until so many months from then.
    pub(crate) months: Vec<Vec<f64>>,
}

/// Temporary people of a role.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct TemporaryPeople {
    /// The role.
    pub(crate) role: RoleId,
    /// Taken on by the horizon.
    pub(crate) people: Spread,
    /// Most of them at once.
    pub(crate) at_once: Quantiles,
    /// Months that each is there, mean.
    pub(crate) months: f64,
    /// What all of them cost, which is part of what the plan costs.
    pub(crate) cost: Spread,
}

/// Head-count of a role over the months.
#[derive(Clone, Debug)]
pub(crate) struct Fan {
    /// The role.
    pub(crate) role: RoleId,
    /// By month.
    pub(crate) months: Vec<Quantiles>,
    /// Months of the reviews.
    pub(crate) reviews: Vec<f64>,
    /// Hires by the horizon in twenty equally likely futures, in order.
    pub(crate) totals: Vec<u32>,
}

/// Vacancies that may come.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Signpost {
    /// The role.
    pub(crate) role: RoleId,
    /// The day of the review.
    pub(crate) review: Date,
    /// What will have been observed, in minutes of effort a finished item: from; not a number where nothing is
    /// finished.
    pub(crate) from: f64,
    /// To.
    pub(crate) to: f64,
    /// Vacancies to open then: the median of the futures in which that is observed.
    pub(crate) vacancies: u32,
    /// People in all after it.
    pub(crate) people: u32,
    /// In which share of futures this is observed.
    pub(crate) probability: f64,
    /// People to take on for a time then: the median as well.
    pub(crate) temporary: u32,
    /// In which share of these futures a vacancy is opened then.
    pub(crate) asked: f64,
    /// Vacancies to open in those in which one is: the median; zero where none is.
    pub(crate) asked_vacancies: u32,
    /// People in all after it in those, in the same way.
    pub(crate) asked_people: u32,
}

impl Signpost {
    /// Whether the same is asked for as in another.
    pub(crate) fn asks_like(&self, other: &Self) -> bool {
        let before = (self.role, self.review, self.vacancies, self.people, self.temporary);
        let asks = (self.asked_vacancies, self.asked_people);
        before == (other.role, other.review, other.vacancies, other.people, other.temporary)
            && asks == (other.asked_vacancies, other.asked_people)
            // Of what was never counted nothing is between two numbers.
            && self.from.is_finite() == other.from.is_finite()
    }

    /// Takes in the next band, in which the same is asked for.
    pub(crate) fn join(&mut self, next: &Self) {
        let asked = self.probability * self.asked + next.probability * next.asked;
        self.probability += next.probability;
        (self.asked, self.to) = (asked / self.probability, next.to);
    }
}
