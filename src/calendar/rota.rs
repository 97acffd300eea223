//! Rota: hours that change from week to week, and breaks that are taken in turns.
//!
//! Whoever takes turns with others has a schedule of their own: the same weeks, each a week later
//! than the one before. What follows of it is a calendar like any other.

use super::pattern::{Base, DayHours, Hours, Pattern};
use super::rules::Rules;
use super::zone::{Abroad, on_day};
use super::{Timeline, WorkingTime};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The hours of whoever has one of the turns; of hours that are always the same, one week.
#[derive(Clone, Debug)]
pub(crate) struct Schedule {
    weeks: Vec<Hours>,
    turn: usize,
}

impl Schedule {
    /// The same hours every week.
    pub(crate) fn of(hours: Hours) -> Self {
        Self { weeks: vec![hours], turn: 0 }
    }

    /// Those of every turn of a rota: of its weeks, and of the breaks in them.
    pub(crate) fn turns(weeks: &[Hours]) -> Vec<Self> {
        let breaks = weeks.iter().map(|it| usize::from(it.break_turns)).max().unwrap_or(1);
        let turns = 0..weeks.len() * breaks;
        turns.map(|turn| Self { weeks: weeks.to_vec(), turn }).collect()
    }

    /// The moments at which people of this turn are at work.
    pub(crate) fn compile(&self, timeline: &Timeline) -> WorkingTime {
        let patterns = self.patterns(timeline);
        let mut rules = self.rules(timeline);
        let weeks: Vec<&Pattern> = patterns.iter().collect();
        WorkingTime::of_days(timeline, &weeks, self.base(), |date| rules.hours(date))
    }

    /// The moments at which at least one of several is at work.
    pub(crate) fn united(timeline: &Timeline, parts: &[&Self]) -> WorkingTime {
        let patterns: Vec<Pattern> = parts.iter().flat_map(|it| it.patterns(timeline)).collect();
        let pattern = Pattern::united(patterns.iter());
        let russian = parts.iter().any(|it| it.base() == Base::Russia);
        let base = if russian { Base::Russia } else { Base::None };
        let mut rules: Vec<TurnRules<'_>> = parts.iter().map(|it| it.rules(timeline)).collect();
        WorkingTime::of_days(timeline, &[&pattern], base, |date| {
            DayHours::united(rules.iter_mut().map(|it| it.hours(date)))
        })
    }

    /// Whose holidays count, for what is said of years to come.
    fn base(&self) -> Base {
        let russian = self.weeks.iter().find(|it| it.base == Base::Russia);
        russian.unwrap_or(&self.weeks[0]).base
    }

    /// The weeks by the clock of the scenario, as they are when it starts.
    fn patterns(&self, timeline: &Timeline) -> Vec<Pattern> {
        let own = |week: &Hours| {
            let own = week.pattern.with_later_breaks(self.break_turn(week));
            match &week.abroad {
                Some(abroad) => abroad.pattern(&own, timeline.start()),
                None => own,
            }
        };
        self.weeks.iter().map(own).collect()
    }

    fn break_turn(&self, week: &Hours) -> u16 {
        (self.turn / self.weeks.len()) as u16 % week.break_turns
    }

    fn rules(&self, timeline: &Timeline) -> TurnRules<'_> {
        let start = timeline.start();
        let since_monday = start.weekday().since(Weekday::Monday);
        let of_week = |it: &'_ Hours| self.break_turn(it);
        TurnRules {
            weeks: self
                .weeks
                .iter()
                .map(|it| Week {
                    rules: Rules::new(&it.pattern, &it.exceptions, it.base),
                    break_turn: of_week(it),
                    abroad: it.abroad.as_ref(),
                })
                .collect(),
            monday: start.saturating_sub(i64::from(since_monday).days()),
            first: self.turn % self.weeks.len(),
        }
    }
}

/// The rules of a week, in which turn breaks are taken in it, and by which clock.
struct Week<'a> {
    rules: Rules<'a>,
    break_turn: u16,
    abroad: Option<&'a Abroad>,
}

/// The rules of each week.
struct TurnRules<'a> {
    weeks: Vec<Week<'a>>,
    /// The Monday of the week in which the scenario starts.
    monday: Date,
    /// The week of the rota that begins on it.
    first: usize,
}

impl<'a> TurnRules<'a> {
    /// By the clock of the scenario.
    fn hours(&mut self, date: Date) -> DayHours {
        if self.weeks.iter().all(|it| it.abroad.is_none()) {
            return self.written(date);
        }
        on_day(date, |date| (self.written(date), self.week_of(date).abroad.cloned()))
    }

    /// As they are written, by the clock of the people.
    fn written(&mut self, date: Date) -> DayHours {
        let Week { rules, break_turn, .. } = self.week_of(date);
        match break_turn {
            0 => rules.hours(date),
            later => rules.hours(date).with_later_breaks(*later),
        }
    }

    fn week_of(&mut self, date: Date) -> &mut Week<'a> {
        let weeks = self.weeks.len() as i64;
        let passed = i64::from(self.monday.until(date).map_or(0, |it| it.get_days()));
        let week = (passed.div_euclid(7) + self.first as i64).rem_euclid(weeks);
        &mut self.weeks[week as usize]
    }
}

#[cfg(test)]
impl WorkingTime {
    /// Compiles hours that are the same every week.
    pub(crate) fn compile(
        timeline: &Timeline,
        pattern: &Pattern,
        exceptions: &super::Exceptions,
        base: Base,
    ) -> Self {
        let (pattern, exceptions) = (pattern.clone(), exceptions.clone());
        Schedule::of(Hours { pattern, exceptions, base, break_turns: 1, abroad: None })
            .compile(timeline)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Exceptions;
    use crate::time::{Effort, SimTime};
    use jiff::civil::date;

    fn timeline() -> Timeline {
        // Begins on a Thursday, with a month before it.
        Timeline::new(date(2026, 1, 1), 1, 3, 1)
    }

    fn week(intervals: &[(u16, u16)], break_turns: u16) -> Hours {
        let pattern = Pattern::monday_to_friday(DayHours::new(intervals).unwrap());
        let exceptions = Exceptions::default();
        Hours { pattern, exceptions, base: Base::None, break_turns, abroad: None }
    }

    fn at(day: Date, minutes: i64) -> SimTime {
        let day = timeline().day_of(day).unwrap();
        SimTime::from_ticks(SimTime::midnight(day).ticks() + minutes * 60_000_000)
    }

    #[test]
    fn everybody_begins_with_another_week_and_goes_through_all_of_them() {
        let (early, late, night) = ((360, 840), (840, 1_320), (1_320, 1_800));
        let weeks = [early, late, night].map(|it| week(&[it], 1));
        let all: Vec<WorkingTime> =
            Schedule::turns(&weeks).iter().map(|it| it.compile(&timeline())).collect();
        assert_eq!(all.len(), 3);
        // The week in which the scenario starts is the first, from its Monday.
        for (day, begins) in [
            (date(2025, 12, 29), [360, 840, 1_320]),
            (date(2026, 1, 2), [360, 840, 1_320]),
            (date(2026, 1, 5), [840, 1_320, 360]),
            (date(2026, 1, 12), [1_320, 360, 840]),
            (date(2026, 1, 19), [360, 840, 1_320]),
            // The lead-in is of the same rota.
            (date(2025, 12, 22), [1_320, 360, 840]),
        ] {
            let day_number = timeline().day_of(day).unwrap();
            let openings: Vec<_> = all.iter().map(|it| it.opening(day_number)).collect();
            assert_eq!(openings, begins.map(|it| Some(at(day, it))), "{day}");
        }
        // The last night of a week of nights ends on Saturday, and late begins on Monday at 14.
        assert!(all[0].is_open(at(date(2026, 1, 17), 300)));
        let three_weeks = all[0].between(at(date(2026, 1, 5), 0), at(date(2026, 1, 26), 0));
        assert_eq!(three_weeks, Effort::from_hours(120.0));
        let turns = Schedule::turns(&weeks);
        let desk = Schedule::united(&timeline(), &turns.iter().collect::<Vec<_>>());
        let week = desk.between(at(date(2026, 1, 5), 360), at(date(2026, 1, 12), 360));
        assert_eq!(week, Effort::from_hours(120.0));
    }

    #[test]
    fn weekend_duty_has_its_day_off_in_return() {
        let mut duty = week(&[(540, 1_020)], 1);
        let day = DayHours::new(&[(540, 1_020)]).unwrap();
        let mut days = duty.pattern.days().clone();
        (days[5], days[6]) = (day.clone(), day);
        duty.pattern = Pattern::new(days.clone());
        let mut after = week(&[(540, 1_020)], 1);
        (days[5], days[6]) = (DayHours::closed(), DayHours::closed());
        (days[0], days[1]) = (DayHours::closed(), DayHours::closed());
        after.pattern = Pattern::new(days);
        let weeks = [duty, after, week(&[(540, 1_020)], 1)];
        let anna = Schedule::turns(&weeks)[0].compile(&timeline());
        let hours = |from: Date, to: Date| anna.between(at(from, 0), at(to, 0)).hours();
        let mondays = [5, 12, 19, 26].map(|it| date(2026, 1, it));
        // After the first week, whose end she worked: three days, five, seven.
        assert_eq!(hours(mondays[0], mondays[1]), 24.0);
        assert_eq!(hours(mondays[1], mondays[2]), 40.0);
        assert_eq!(hours(mondays[2], mondays[3]), 56.0);
        assert_eq!(anna.regular_week(), Effort::from_hours(40.0));
    }

    #[test]
    fn breaks_taken_in_turns_leave_nobody_alone_with_the_telephone() {
        let hours = [week(&[(540, 780), (840, 1_080)], 2)];
        let turns = Schedule::turns(&hours);
        let [first, second] = [0, 1].map(|it| turns[it].compile(&timeline()));
        let monday = date(2026, 1, 5);
        let open = |it: &WorkingTime, minute: i64| it.is_open(at(monday, minute));
        assert!(!open(&first, 790) && open(&second, 790));
        assert!(open(&first, 850) && !open(&second, 850) && open(&second, 900));
        assert_eq!(first.regular_week(), second.regular_week());
        let desk = Schedule::united(&timeline(), &[&turns[0], &turns[1]]);
        assert_eq!(desk.regular_day(), Effort::from_hours(9.0));
        assert_eq!(hours[0].pattern.days()[0].most_break_turns(), 4);
    }
}
