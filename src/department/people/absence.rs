//! Absences: whole days, dated, of one person: holidays and sickness.

use crate::calendar::{Timeline, WorkingTime};
use crate::random::{Chance, Sampler, name_key};
use crate::scenario::{Holiday, Inputs, Role};
use crate::time::Effort;

/// First day of absence and the day of return.
type Days = (u32, u32);

/// Newcomers take no holiday in their first half year (Labour Code, article 122).
const FIRST_HOLIDAY_AFTER: usize = 183;
/// How often a holiday is placed anew when a colleague is away at the time.
const TRIES: usize = 40;

/// The absences of a person who joins on a day, in order and without overlap.
#[expect(clippy::too_many_arguments, reason = "facts of a person, asked for in one place")]
pub(crate) fn absences_of(
    role: &Role,
    ordinal: usize,
    joined: usize,
    timeline: &Timeline,
    calendar: &WorkingTime,
    inputs: &Inputs,
    chance: Chance,
    colleagues: &[&[Days]],
) -> Vec<Days> {
    let mut days = holidays(role, ordinal, joined, timeline, calendar, chance, colleagues);
    days.extend(sickness(role, joined, timeline, calendar, inputs, chance));
    // What lies before the first day is not this person's absence.
    days.retain(|it| it.0 as usize >= joined);
    merged(days)
}

fn holidays(
    role: &Role,
    ordinal: usize,
    joined: usize,
    timeline: &Timeline,
    calendar: &WorkingTime,
    chance: Chance,
    colleagues: &[&[Days]],
) -> Vec<Days> {
    match &role.holiday {
        Holiday::None => Vec::new(),
        Holiday::Dated(people) => {
            let blocks = people.get(ordinal).into_iter().flatten();
            let blocks =
                blocks.filter_map(|&(from, length)| Some((timeline.day_of(from)? as u32, length)));
            blocks.map(|(from, length)| (from, from + length)).collect()
        }
        Holiday::Yearly { blocks, from_month, to_month, apart } => {
            let mut chance = chance.child(name_key("holiday"));
            let first_day = if joined == 0 { 0 } else { joined + FIRST_HOLIDAY_AFTER };
            let last_day = timeline.end_time().day();
            let years = timeline.origin().year()..=timeline.date_of(last_day).year();
            let mut taken: Vec<Days> = Vec::new();
            for year in years {
                let season = season(year, *from_month, *to_month, timeline);
                for &length in blocks {
                    let mut block = None;
                    for _ in 0..TRIES {
                        let draw = place(season, length, calendar, &mut chance);
                        let clashes = |others: &[Days]| others.iter().any(|it| overlap(*it, draw));
                        block = Some(draw);
                        if !(clashes(&taken) || *apart && colleagues.iter().any(|it| clashes(it))) {
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

/// A block that begins on a Monday of the season; public holidays inside it make it longer.
fn place((from, to): (i64, i64), length: u32, calendar: &WorkingTime, chance: &mut Chance) -> Days {
    let room = (to - from - i64::from(length)).max(1);
    let day = from + chance.below(room as u64) as i64;
    // Days before the first simulated one cannot be asked for their weekday, and do not matter.
    let weekday = calendar.weekday(day.rem_euclid(7) as usize) as i64;
    let monday = (day - weekday).max(0);
    if day < 0 {
        return (0, 0);
    }
    let first = monday as usize;
    let mut back = first + length as usize;
    let is_holiday = |day: usize| calendar.is_exceptional_day_off(day);
    let mut extra = (first..back).filter(|&day| is_holiday(day)).count();
    while extra > 0 {
        extra -= usize::from(!is_holiday(back));
        back += 1;
    }
    (first as u32, back as u32)
}

/// Spells begin at random in working time, at midnight of the day they fall into.
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
    let mut worked = calendar.worked_at_midnight(joined);
    let mut days = Vec::new();
    loop {
        worked += Effort::from_hours(chance.exponential() * between);
        let at = calendar.moment_of(worked);
        if at >= timeline.end_time() {
            return days;
        }
        let spell = libm::ceil(length.draw(&mut chance) / 86_400.0).max(1.0) as u32;
        days.push((at.day() as u32, at.day() as u32 + spell));
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
