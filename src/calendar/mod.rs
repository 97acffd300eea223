//! When people work: civil dates to moments and back, working time to moments and back.
//!
//! Knows nothing of people or work: absences belong to the department.
//! A calendar is written as a weekly [`Pattern`] with dated [`Exceptions`] over a [`Base`] of
//! public holidays, and compiled over a [`Timeline`] into a [`WorkingTime`], whose questions
//! cost a few nanoseconds because they are asked for every piece of work.

mod timeline;

mod cursor;
mod month;
mod pattern;

mod public;

mod holidays;
mod ics;
mod russia;

mod rules;

mod other_days;

mod night;
mod working_time;

mod zone;

mod rota;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod properties;

pub(crate) use cursor::Cursor;
pub(crate) use ics::{IcsError, read as days_of_ics};
pub(crate) use month::month_named;
pub(crate) use pattern::{BASES, Base, DayHours, Exceptions, Hours, HoursError, Pattern};
pub(crate) use rota::Schedule;
pub(crate) use timeline::{Timeline, days_between, months_later};
pub(crate) use working_time::WorkingTime;
pub(crate) use zone::Abroad;
