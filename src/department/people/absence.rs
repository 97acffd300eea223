//! Absences: whole days, dated, of one person: holidays and sickness.

use crate::calendar::{Timeline, WorkingTime};
use crate::random::{Chance, Sampler, name_key};
use crate::scenario::{Holiday, Inputs, Role};
use crate::time::Effort;
use jiff::civil::Date;

/// First day of absence and the day of return.
type Days = (u32, u32);

/// How many people of a role are away on each day: what a holiday is placed around, in a time that
/// does not grow with the number of colleagues.
#[derive(Clone, Debug, Default)]
pub(crate) struct Away(Vec<u32>);

impl Away {
    /// Nobody is, on any day; keeps the memory.
    pub(crate) fn clear(&mut self) {
        self.0.fill(0);
    }

    /// Somebody's absences are known.
    pub(crate) fn add(&mut self, absences: &[Days]) {
        let last = absences.last().map_or(0, |days| days.1 as usize);
        self.0.resize(self.0.len().max(last), 0);
        self.each_day(absences, |people| *people += 1);
    }

    /// Somebody left, and what they had planned with them.
    pub(crate) fn remove(&mut self, absences: &[Days]) {
        self.each_day(absences, |people| *people -= 1);
    }

    fn each_day(&mut self, absences: &[Days], change: impl Fn(&mut u32)) {
        let days = absences.iter().flat_map(|days| days.0 as usize..days.1 as usize);
        days.for_each(|day| change(&mut self.0[day]));
    }

    fn is_anybody(&self, (from, back): Days) -> bool {
        let days = self.0.iter().take(back as usize).skip(from as usize);
        days.into_iter().any(|&people| people > 0)
    }
}

/// Newcomers take no holiday in their first half year (Labour Code, article 122).
const FIRST_HOLIDAY_AFTER: usize = 183;
/// Shorter absences than this begin on any working day.
const DAYS_A_WEEK: u32 = 7;
/// How often a holiday is placed anew when a colleague is away at the time.
const TRIES: usize = 40;

/// The absences of a person who joins on a day, in order and without overlap.
#[expect(clippy::too_many_arguments, reason = "facts of a person, asked for in one place")]
pub(crate) fn absences_of(
    role: &Role,
    away: Option<&[(Date, u32)]>,
    ordinal: usize,
    joined: usize,
    timeline: &Timeline,
    calendar: &WorkingTime,
    inputs: &Inputs,
    chance: Chance,
    colleagues: &Away,
) -> Vec<Days> {
    let mut days = match away {
        Some(blocks) => dated(blocks, timeline),
        None => holidays(role, ordinal, joined, timeline, calendar, chance, colleagues),
    };
    days.extend(sickness(role, joined, timeline, calendar, inputs, chance));
    // What lies before the first day is not this person's absence.
    days.retain(|it| it.0 as usize >= joined);
    merged(days)
}

/// Blocks of calendar days that begin on dates.
fn dated(blocks: &[(Date, u32)], timeline: &Timeline) -> Vec<Days> {
    let blocks = blocks.iter();
    let blocks = blocks.filter_map(|&(from, length)| Some((timeline.day_of(from)? as u32, length)));
    blocks.map(|(from, length)| (from, from + length)).collect()
}

fn holidays(
    role: &Role,
    ordinal: usize,
    joined: usize,
    timeline: &Timeline,
    calendar: &WorkingTime,
    chance: Chance,
    colleagues: &Away,
) -> Vec<Days> {
    match &role.holiday {
        Holiday::None => Vec::new(),
        Holiday::Dated(people) => dated(people.get(ordinal).map_or(&[], |it| it), timeline),
        Holiday::Yearly { blocks, from_month, to_month, apart } => {
            let mut chance = chance.child(name_key("holiday"));
            let first_day = if joined == 0 { 0 } else { joined + FIRST_HOLIDAY_AFTER };
            let last_day = timeline.end_time().day();
            // A season over New Year that began last year is under way.
            let first_year = timeline.origin().year() - i16::from(from_month > to_month);
            let years = first_year..=timeline.date_of(last_day).year();
            let mut taken: Vec<Days> = Vec::new();
            for year in years {
                let season = season(year, *from_month, *to_month, timeline);
                for &length in blocks {
                    let mut block = None;
                    for _ in 0..TRIES {
                        let draw = place(season, length, calendar, &mut chance);
                        block = Some(draw);
                        let clashes = taken.iter().any(|&own| overlap(own, draw));
                        if !(clashes || *apart && colleagues.is_anybody(draw)) {
                            break;
                        }
                    }
                    taken.extend(block);
                }
            }
            let within = |it: &Days| it.0 as usize >= first_day && (it.0 as usize) < last_day;
            taken.retain(within);
            taken
        }
    }
}

/// First day and day after the last of a year's season, counted from the first simulated day.
fn season(year: i16, from_month: u8, to_month: u8, timeline: &Timeline) -> (i64, i64) {
    let (to_year, after) = match (from_month <= to_month, to_month) {
        (true, 12) => (year + 1, 1),
        (true, month) => (year, month + 1),
        (false, 12) => (year + 2, 1),
        (false, month) => (year + 1, month + 1),
    };
    let day = |year: i16, month: u8| {
        let date = jiff::civil::date(year, month as i8, 1);
        let since = timeline.origin().until(date);
        since.map_or(0, |span| i64::from(span.get_days()))
    };
    (day(year, from_month), day(to_year, after))
}

/// A block of days in a season; public holidays inside it make it longer. A week or more begins on
/// a Monday, single days on any working day. Of a block that began before the first simulated
/// day, what is left of it.
fn place((from, to): (i64, i64), length: u32, calendar: &WorkingTime, chance: &mut Chance) -> Days {
    let room = (to - from - i64::from(length)).max(1);
    let day = from + chance.below(room as u64) as i64;
    let begin = match length {
        ..DAYS_A_WEEK if day >= 0 => next_working_day(day as usize, calendar) as i64,
        ..DAYS_A_WEEK => day,
        // Days before the first simulated one have the weekday of the same days later.
        _ => day - calendar.weekday(day.rem_euclid(7) as usize) as i64,
    };
    let first = begin.max(0) as usize;
    let mut back = (begin + i64::from(length)).max(0) as usize;
    let mut extra = calendar.days_off_between(first, back);
    while extra > 0 {
        extra -= 1 - calendar.days_off_between(back, back + 1);
        back += 1;
    }
    (first as u32, back as u32)
}

/// The day itself, or the first working day within a month after it.
fn next_working_day(day: usize, calendar: &WorkingTime) -> usize {
    (day..day + 31).find(|&day| calendar.is_working_day(day)).unwrap_or(day)
}

/// Spells begin at random in working time, with the working day they fall into.
fn sickness(
    role: &Role,
    joined: usize,
    timeline: &Timeline,
    calendar: &WorkingTime,
    inputs: &Inputs,
    chance: Chance,
) -> Vec<Days> {
    let spells = role.sickness.spells.value(inputs);
    if spells <= 0.0 {
        return Vec::new();
    }
    let mut chance = chance.child(name_key("sickness"));
    let length = Sampler::new(&role.sickness.length.shape, role.sickness.length.mean.value(inputs));
    let between = calendar.yearly().hours() / spells;
    let mut worked = calendar.worked_before_day(joined);
    let mut days = Vec::new();
    loop {
        worked += Effort::from_hours(chance.exponential() * between);
        let at = calendar.moment_of(worked);
        if at >= timeline.end_time() {
            return days;
        }
        let spell = libm::ceil(length.draw(&mut chance) / 86_400.0).max(1.0) as u32;
        let first = calendar.day_of(at) as u32;
        days.push((first, first + spell));
    }
}

fn overlap(a: Days, b: Days) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// In order, with absences that touch made one.
fn merged(mut days: Vec<Days>) -> Vec<Days> {
    days.retain(|it| it.0 < it.1);
    days.sort_unstable();
    let mut apart: Vec<Days> = Vec::with_capacity(days.len());
    for next in days {
        match apart.last_mut() {
            Some(last) if next.0 <= last.1 => last.1 = last.1.max(next.1),
            _ => apart.push(next),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absences_that_touch_are_one() {
        assert_eq!(merged(vec![(5, 9), (1, 3), (3, 4), (8, 12)]), [(1, 4), (5, 12)]);
    }
}
