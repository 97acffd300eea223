//! Seats: places that one person cannot fill alone, because they are open more hours than a person
//! may work.

use super::book::Book;
use crate::scenario::model::{Quantity, Role};
use crate::scenario::problem::say;
use crate::scenario::reader::Check;

/// The most hours a week that a person may work in the mean, overtime included: directive 2003/88/EC,
/// article 6; the Russian labour code ends at fewer.
const MOST_HOURS: f64 = 48.0;
/// The hours a week of a person that most contracts state.
const USUAL_HOURS: f64 = 40.0;
const HOUR: f64 = 3_600.0;

/// Says of roles whose head-count can only be one of seats how many people a seat takes.
pub(crate) fn note(roles: &[Role], book: &Book, c: &mut Check<'_>) {
    for role in roles.iter().filter(|it| it.people_per_seat == Quantity::Known(1.0)) {
        let week = book.units[role.calendar.index()].week() / HOUR;
        if week <= MOST_HOURS {
            continue;
        }
        let (hours, takes) = (format!("{week:.1}"), format!("{:.2}", week / USUAL_HOURS));
        let (hours, takes) = (shortest(&hours), shortest(&takes));
        let (russian_hours, russian_takes) = (hours.replace('.', ","), takes.replace('.', ","));
        let key = &role.key;
        c.note(say!(
            "Роль `{key}` занята {russian_hours} ч в неделю: это рабочее место, а не один человек. При 40 ч в неделю на место нужно людей: {russian_takes}. Напишите people_per_seat = {takes}: headcount останется числом мест, а расходы будут на всех",
            "The role `{key}` is at work {hours} hours a week: that is a seat and not one person. At 40 hours a week a seat takes {takes} people. Write people_per_seat = {takes}: the headcount stays that of seats, and the cost is that of all"
        ));
    }
}

/// A decimal number without zeros that say nothing.
fn shortest(number: &str) -> &str {
    number.trim_end_matches('0').trim_end_matches('.')
}
