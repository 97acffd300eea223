//! Zone: hours that people keep by the clock of another place, told by the clock of the scenario.
//!
//! A stretch of work is as long here as there: the difference between the two clocks is taken on the
//! day on which it begins, so that one that moves its clocks earlier than the other is followed.

use super::pattern::{DAY, DayHours, Pattern};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Days there whose work may begin on a day here: a night goes on, and clocks differ by up to 26 hours.
const AROUND: std::ops::RangeInclusive<i64> = -3..=2;

/// Two clocks: that of the scenario, and that of the people.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Abroad {
    here: TimeZone,
    there: TimeZone,
}

impl Abroad {
    /// People who live by another clock than the scenario; nothing where it is the same one.
    pub(crate) fn new(here: TimeZone, there: TimeZone) -> Option<Self> {
        (here != there).then_some(Self { here, there })
    }

    /// Minutes by which the clock here is ahead of the clock there, at noon there.
    fn ahead(&self, day: Date) -> i32 {
        let noon = self.there.to_ambiguous_zoned(day.at(12, 0, 0, 0)).compatible();
        let moment = noon.map(|it| it.timestamp()).unwrap_or_default();
        let seconds = |zone: &TimeZone| zone.to_offset(moment).seconds();
        (seconds(&self.here) - seconds(&self.there)) / 60
    }

    /// The hours of each weekday by the clock here, as they are on a day.
    pub(super) fn pattern(&self, there: &Pattern, day: Date) -> Pattern {
        let ahead = self.ahead(day);
        Pattern::new(std::array::from_fn(|weekday| {
            let of = |away: i64| &there.days()[(weekday as i64 + away).rem_euclid(7) as usize];
            begun_today(AROUND.map(|away| (away, of(away).clone(), ahead)))
        }))
    }
}

/// The hours that begin on a day here, of the hours around it there.
pub(super) fn on_day(
    day: Date,
    mut there: impl FnMut(Date) -> (DayHours, Option<Abroad>),
) -> DayHours {
    begun_today(AROUND.map(|away| {
        let own = day.saturating_add(away.days());
        let (hours, abroad) = there(own);
        (away, hours, abroad.map_or(0, |it| it.ahead(own)))
    }))
}

/// Of hours of days around today, each with what the clock here is ahead, those that begin today.
fn begun_today(days: impl Iterator<Item = (i64, DayHours, i32)>) -> DayHours {
    let today = days.flat_map(|(away, hours, ahead)| {
        let from_midnight = away * i64::from(DAY) + i64::from(ahead);
        let begins = move |&(from, to): &(u16, u16)| {
            let begins = u16::try_from(from_midnight + i64::from(from)).ok()?;
            (begins < DAY).then(|| (begins, begins + (to - from)))
        };
        hours.intervals().iter().filter_map(begins).collect::<Vec<_>>()
    });
    DayHours::united(today.filter_map(|it| DayHours::new(&[it]).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Base, Exceptions, Hours, Schedule, Timeline};
    use crate::time::{Effort, SimTime};
    use jiff::civil::date;

    fn timeline() -> Timeline {
        Timeline::new(date(2026, 2, 1), 0, 4, 0)
    }

    fn office(here: &str, there: &str, exceptions: Exceptions) -> super::super::WorkingTime {
        let zone = |name: &str| TimeZone::get(name).unwrap();
        let hours = DayHours::new(&[(540, 780), (840, 1_080)]).unwrap();
        let abroad = Abroad::new(zone(here), zone(there));
        let pattern = Pattern::monday_to_friday(hours);
        let hours = Hours { pattern, exceptions, base: Base::None, break_turns: 1, abroad };
        Schedule::of(hours).compile(&timeline())
    }

    /// When the first work of a day begins, in minutes of its clock.
    fn opening(calendar: &super::super::WorkingTime, day: Date) -> Option<i64> {
        let number = timeline().day_of(day).unwrap();
        let begins = calendar.opening(number)?;
        Some((begins.ticks() - SimTime::midnight(number).ticks()) / 60_000_000)
    }

    #[test]
    fn between_the_two_changes_of_the_clock_berlin_is_an_hour_nearer_to_new_york() {
        // America changes its clocks on 8 March 2026, Europe on 29 March: 9:00 in Berlin is 3:00 in
        // New York, 4:00 between the two, and 3:00 again.
        let berlin = office("America/New_York", "Europe/Berlin", Exceptions::default());
        for (day, begins) in [
            (date(2026, 3, 6), Some(180)),
            (date(2026, 3, 7), None),
            (date(2026, 3, 9), Some(240)),
            (date(2026, 3, 27), Some(240)),
            (date(2026, 3, 30), Some(180)),
        ] {
            assert_eq!(opening(&berlin, day), begins, "{day}");
            let work = berlin.day_work(timeline().day_of(day).unwrap());
            assert_eq!(work, Effort::from_hours(if begins.is_some() { 8.0 } else { 0.0 }), "{day}");
        }
        // A place without summer time: 9:00 in Almaty is 7:00 in Moscow all year.
        let almaty = office("Europe/Moscow", "Asia/Almaty", Exceptions::default());
        assert_eq!(opening(&almaty, date(2026, 3, 2)), opening(&almaty, date(2026, 4, 6)));
        assert_eq!(opening(&almaty, date(2026, 3, 2)), Some(420));
    }

    #[test]
    fn a_day_that_is_yesterday_here_is_worked_yesterday() {
        // Monday 9:00 in Tokyo is Sunday 19:00 in New York, by winter time; lunch is over at 0:00.
        let mut exceptions = Exceptions::default();
        exceptions.days_off.insert(date(2026, 2, 11));
        let tokyo = office("America/New_York", "Asia/Tokyo", exceptions);
        assert_eq!(opening(&tokyo, date(2026, 2, 8)), Some(19 * 60));
        assert_eq!(tokyo.regular_week(), Effort::from_hours(40.0));
        let work = |day: Date| tokyo.day_work(timeline().day_of(day).unwrap());
        // Friday afternoon of Tokyo is the first of Friday here, and Saturday is free.
        assert_eq!(work(date(2026, 2, 6)), Effort::from_hours(4.0));
        assert_eq!(work(date(2026, 2, 7)), Effort::ZERO);
        // The 11th is a day off there: its morning is the evening of the 10th here.
        assert_eq!(work(date(2026, 2, 10)), Effort::from_hours(4.0));
        assert_eq!(work(date(2026, 2, 11)), Effort::from_hours(4.0));
    }

    #[test]
    fn who_lives_by_the_clock_of_the_scenario_is_not_abroad() {
        let zone = || TimeZone::get("Europe/Berlin").unwrap();
        assert_eq!(Abroad::new(zone(), zone()), None);
    }
}
