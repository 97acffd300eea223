//! When the desk is open: hours by when its people act, days by when anything arrives.

use crate::fit::stamp;
use crate::fit::ticket::Ticket;
use crate::fit::window::Window;
use jiff::civil::Date;

/// Parts of a day in which acts are counted.
const PARTS: usize = 48;
/// A part with fewer acts than this share of a usual one is not worked.
const IDLE: f64 = 0.25;
/// A weekday with less than this share of a usual one is a day off.
const DAY_OFF: f64 = 0.25;
/// A day on which this many are expected and next to none come is closed.
const CERTAIN: f64 = 6.0;
const CLOSED: f64 = 0.15;
/// Public holidays of Russia with fixed dates: month and days.
const HOLIDAYS: [(i8, i8); 14] = [
    (1, 1),
    (1, 2),
    (1, 3),
    (1, 4),
    (1, 5),
    (1, 6),
    (1, 7),
    (1, 8),
    (2, 23),
    (3, 8),
    (5, 1),
    (5, 9),
    (6, 12),
    (11, 4),
];

/// When the desk is open.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OfficeHours {
    /// From and to, in minutes of a working day.
    pub(crate) intervals: Vec<(u16, u16)>,
    /// Whether each weekday is worked, Monday first.
    pub(crate) weekdays: [bool; 7],
    /// Whether nobody works on Russian public holidays; nothing if the window has none on a weekday.
    pub(crate) holidays_off: Option<bool>,
    /// Days of the window on which the desk is open, since 1970, in order.
    pub(crate) open: Vec<i32>,
    /// The share of tickets that come while it is closed.
    pub(crate) outside: f64,
    from: i32,
    /// Working minutes before each day of the window and beyond, to measure in working time.
    before: Vec<i64>,
}

impl OfficeHours {
    pub(crate) fn of(tickets: &[Ticket], window: &Window) -> Self {
        let days = window.days();
        let mut counts = vec![0_u32; days.len()];
        for it in tickets {
            counts[(it.created.div_euclid(86_400) as i32 - days.start) as usize] += 1;
        }
        let mut by_weekday = [0.0_f64; 7];
        let mut of_weekday = [0.0_f64; 7];
        for (at, day) in days.clone().enumerate() {
            by_weekday[weekday(day)] += f64::from(counts[at]);
            of_weekday[weekday(day)] += 1.0;
        }
        let means: [f64; 7] = std::array::from_fn(|it| by_weekday[it] / of_weekday[it].max(1.0));
        let mut sorted = means;
        sorted.sort_by(f64::total_cmp);
        let weekdays = means.map(|it| it >= DAY_OFF * sorted[4]);
        let holidays = days
            .clone()
            .enumerate()
            .filter(|(_, day)| weekdays[weekday(*day)] && is_holiday(stamp::day(*day)));
        let (mut came, mut expected) = (0.0, 0.0);
        for (at, day) in holidays {
            came += f64::from(counts[at]);
            expected += means[weekday(day)];
        }
        let holidays_off = (expected >= 3.0).then_some(came < 0.3 * expected);
        let is_open = |(at, day): (usize, i32)| {
            let usual = means[weekday(day)];
            let silent = usual >= CERTAIN && f64::from(counts[at]) < CLOSED * usual;
            let holiday =
                holidays_off == Some(true) && is_holiday(stamp::day(day)) && counts[at] == 0;
            (weekdays[weekday(day)] && !silent && !holiday).then_some(day)
        };
        let open: Vec<i32> = days.clone().enumerate().filter_map(is_open).collect();
        let intervals = intervals(tickets, &weekdays);
        let mut office = Self {
            intervals,
            weekdays,
            holidays_off,
            open,
            outside: 0.0,
            from: days.start,
            before: Vec::new(),
        };
        office.count(days.end + 60);
        let outside = tickets.iter().filter(|it| !office.is_at_work(it.created)).count();
        office.outside = outside as f64 / tickets.len().max(1) as f64;
        office
    }

    /// Minutes of a working day.
    pub(crate) fn minutes(&self) -> i64 {
        self.intervals.iter().map(|it| i64::from(it.1 - it.0)).sum()
    }

    /// Whether the desk is open at a moment, give or take a few minutes.
    fn is_at_work(&self, moment: i64) -> bool {
        let minute = moment.rem_euclid(86_400) / 60;
        let inside = |it: &(u16, u16)| (i64::from(it.0)..i64::from(it.1)).contains(&minute);
        self.weekdays[weekday(moment.div_euclid(86_400) as i32)]
            && self.intervals.iter().any(inside)
    }

    /// Working hours between two moments.
    pub(crate) fn hours_between(&self, from: i64, to: i64) -> f64 {
        (self.worked(to) - self.worked(from)) / 60.0
    }

    fn count(&mut self, end: i32) {
        let open: std::collections::BTreeSet<i32> = self.open.iter().copied().collect();
        let last = self.open.last().copied().unwrap_or(self.from);
        let mut sum = 0;
        for day in self.from..end {
            self.before.push(sum);
            let works = open.contains(&day) || day > last && self.weekdays[weekday(day)];
            sum += if works { self.minutes() } else { 0 };
        }
        self.before.push(sum);
    }

    /// Minutes worked from the beginning of the window to a moment.
    fn worked(&self, moment: i64) -> f64 {
        let day = moment.div_euclid(86_400) as i32 - self.from;
        let day = day.clamp(0, self.before.len() as i32 - 2) as usize;
        let (before, after) = (self.before[day], self.before[day + 1]);
        if after == before {
            return before as f64;
        }
        let minute = moment.rem_euclid(86_400) as f64 / 60.0;
        let part = |it: &(u16, u16)| (minute - f64::from(it.0)).clamp(0.0, f64::from(it.1 - it.0));
        before as f64 + self.intervals.iter().map(part).sum::<f64>()
    }
}

/// Monday is 0; 1970-01-01 was a Thursday.
pub(super) fn weekday(day: i32) -> usize {
    (day + 3).rem_euclid(7) as usize
}

fn is_holiday(date: Date) -> bool {
    HOLIDAYS.contains(&(date.month(), date.day()))
}

/// Parts of the day in which people act: where stamps of agents are, else where tickets come.
fn intervals(tickets: &[Ticket], weekdays: &[bool; 7]) -> Vec<(u16, u16)> {
    let mut acts = [0.0; PARTS];
    let stamps: Vec<i64> =
        tickets.iter().flat_map(|it| it.first.into_iter().chain(it.done)).collect();
    let created = || tickets.iter().map(|it| it.created).collect();
    let stamps = if stamps.len() * 2 < tickets.len() { created() } else { stamps };
    for it in stamps {
        // Midnight sharp is a date without a time.
        if weekdays[weekday(it.div_euclid(86_400) as i32)] && it.rem_euclid(86_400) != 0 {
            acts[(it.rem_euclid(86_400) / 1800) as usize] += 1.0;
        }
    }
    let mut sorted = acts;
    sorted.sort_by(f64::total_cmp);
    // The usual part among the sixteen busiest: a day of eight hours.
    let enough = IDLE * sorted[PARTS - 8];
    let mut found: Vec<(u16, u16)> = Vec::new();
    for part in (0..PARTS).filter(|it| acts[*it] >= enough && acts[*it] > 0.0) {
        let (from, to) = (30 * part as u16, 30 * (part as u16 + 1));
        match found.last_mut() {
            Some(last) if last.1 == from => last.1 = to,
            _ => found.push((from, to)),
        }
    }
    if found.is_empty() { vec![(9 * 60, 18 * 60)] } else { found }
}
