//! Bursts: items that come around certain dates, beside what comes anyway.

use super::book::Book;
use super::drivers::dated;
use crate::scenario::keys::{BurstFile, NO_TIME};
use crate::scenario::model::{Burst, Clock};
use crate::scenario::reader::{At, Check, list};
use crate::scenario::value::{Units, duration, time_of_day};

/// Reads the bursts of a stream, working time in these units; `None` when one of them is wrong. One
/// that the horizon does not reach is left out.
pub(super) fn bursts(
    at: &At<'_>,
    working: Units,
    book: &Book,
    c: &mut Check<'_>,
) -> Option<Vec<Burst>> {
    let before = c.problems.len();
    let read: Vec<Option<Burst>> =
        list(at, c)?.iter().map(|it| burst(it, working, book, c)).collect();
    (c.problems.len() == before).then(|| read.into_iter().flatten().collect())
}

fn burst(at: &At<'_>, working: Units, book: &Book, c: &mut Check<'_>) -> Option<Burst> {
    let file = BurstFile::open(at, c)?;
    let date = file.date.with(|it| dated(it, book, c));
    let time = file.at.with(|it| time_of_day(it, c));
    let items = file.items.read(c);
    let clock = file.clock.or_default(c);
    let units = if clock == Clock::Calendar { Units::CALENDAR } else { working };
    let over = file.over.or(NO_TIME, |it| duration(it, units, c));
    Some(Burst { date: date?, at: time?, items: items?, over: over?, clock })
}
