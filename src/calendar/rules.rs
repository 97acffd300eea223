//! Rules: pattern, exceptions and public holidays together, as the hours of a date.

use super::pattern::{Base, DayHours, Exceptions, Pattern};
use super::public::{PublicYear, Verdict};
use super::russia;
use jiff::civil::Date;

/// Answers for one date after another; dates of the same year in a row are quick.
pub(super) struct Rules<'a> {
    pattern: &'a Pattern,
    exceptions: &'a Exceptions,
    base: Base,
    year: Option<(i16, PublicYear)>,
}

impl<'a> Rules<'a> {
    /// The rules of a calendar.
    pub(super) fn new(pattern: &'a Pattern, exceptions: &'a Exceptions, base: Base) -> Self {
        Self { pattern, exceptions, base, year: None }
    }

    /// The hours of a date.
    ///
    /// A dated working day outranks a dated day off, which outranks the public holidays.
    /// Hours stated for a date are not shortened because the day is before a public holiday.
    pub(super) fn hours(&mut self, day: Date) -> DayHours {
        let (public, before_holiday) = self.public(day);
        let own = self.pattern.hours(day.weekday());
        let hours = match self.exceptions.working_days.get(&day) {
            Some(Some(stated)) => return self.shortened_if(stated, self.is_stated_short(day)),
            Some(None) if own.is_closed() => self.pattern.first_working(),
            Some(None) => own,
            None if self.exceptions.days_off.contains(&day) => return DayHours::closed(),
            None => match public {
                Verdict::Ordinary => own,
                Verdict::Off => return DayHours::closed(),
                Verdict::Moved(weekday) => self.pattern.hours(weekday),
            },
        };
        self.shortened_if(hours, before_holiday || self.is_stated_short(day))
    }

    fn is_stated_short(&self, day: Date) -> bool {
        self.exceptions.short_days.contains(&day)
    }

    fn shortened_if(&self, hours: &DayHours, short: bool) -> DayHours {
        hours.shortened(if short { self.exceptions.short_by } else { 0 })
    }

    /// What the public calendar says of the day, and whether it is short before a holiday.
    fn public(&mut self, day: Date) -> (Verdict, bool) {
        let year = match &self.year {
            Some((known, year)) if *known == day.year() => year,
            _ => &self.year.insert((day.year(), public_year(self.base, day.year()))).1,
        };
        (year.verdict(day), year.is_short(day))
    }
}

fn public_year(base: Base, year: i16) -> PublicYear {
    match base {
        Base::None => PublicYear::default(),
        Base::Russia => russia::year(year),
        Base::Country(country) => country.year(year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn office() -> Pattern {
        Pattern::monday_to_friday(DayHours::new(&[(540, 780), (840, 1080)]).unwrap())
    }

    #[test]
    fn a_dated_working_day_outranks_a_day_off_and_a_holiday() {
        let mut exceptions = Exceptions::default();
        exceptions.days_off.insert(date(2026, 12, 30));
        exceptions.days_off.insert(date(2026, 12, 29));
        exceptions.working_days.insert(date(2026, 12, 29), None);
        let morning = DayHours::new(&[(540, 780)]).unwrap();
        exceptions.working_days.insert(date(2026, 12, 31), Some(morning.clone()));
        let pattern = office();
        let mut rules = Rules::new(&pattern, &exceptions, Base::Russia);
        assert_eq!(rules.hours(date(2026, 12, 29)).minutes(), 480);
        assert!(rules.hours(date(2026, 12, 30)).is_closed());
        assert_eq!(rules.hours(date(2026, 12, 31)), morning);
    }

    #[test]
    fn a_working_day_on_a_free_weekday_has_the_hours_of_a_working_one() {
        let mut exceptions = Exceptions::default();
        exceptions.working_days.insert(date(2026, 2, 7), None);
        let pattern = office();
        let mut rules = Rules::new(&pattern, &exceptions, Base::None);
        assert_eq!(rules.hours(date(2026, 2, 7)).minutes(), 480);
        assert!(rules.hours(date(2026, 2, 8)).is_closed());
    }

    #[test]
    fn a_moved_working_day_has_the_hours_of_the_day_it_replaces() {
        let mut days: [DayHours; 7] = Default::default();
        days[0] = DayHours::new(&[(600, 900)]).unwrap();
        days[1] = DayHours::round_the_clock();
        let pattern = Pattern::new(days);
        let exceptions = Exceptions { short_by: 30, ..Exceptions::default() };
        let mut rules = Rules::new(&pattern, &exceptions, Base::Russia);
        // 20 February 2027 is a short Saturday that works for Monday the 22nd.
        assert_eq!(rules.hours(date(2027, 2, 20)).intervals(), [(600, 870)]);
        assert!(rules.hours(date(2027, 2, 22)).is_closed());
    }

    #[test]
    fn a_day_is_shortened_once() {
        let mut exceptions = Exceptions::default();
        exceptions.short_days.insert(date(2026, 4, 30));
        exceptions.short_days.insert(date(2026, 4, 29));
        let pattern = office();
        let mut rules = Rules::new(&pattern, &exceptions, Base::Russia);
        assert_eq!(rules.hours(date(2026, 4, 29)).minutes(), 420);
        assert_eq!(rules.hours(date(2026, 4, 30)).minutes(), 420);
    }
}
