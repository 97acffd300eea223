//! Dates and durations in words.

use super::language;
use super::text::{Locale, NBSP};
use super::texts::Word;
use jiff::civil::Date;

impl Locale {
    /// A day: `1 февраля 2026`, `1 February 2026`.
    pub(crate) fn date(self, date: Date) -> String {
        let month = self.month_names(date)[1];
        format!("{}{NBSP}{month}{NBSP}{}", date.day(), date.year())
    }

    /// A month: `февраль 2026`, `February 2026`.
    pub(crate) fn month(self, date: Date) -> String {
        let month = self.month_names(date)[0];
        format!("{month}{NBSP}{}", date.year())
    }

    /// A month in short: `фев 2026`, `Feb 2026`.
    pub(crate) fn month_short(self, date: Date) -> String {
        format!("{}{NBSP}{}", self.month_name(date), date.year())
    }

    /// The name of a month in three letters.
    pub(crate) fn month_name(self, date: Date) -> &'static str {
        self.month_names(date)[2]
    }

    fn month_names(self, date: Date) -> [&'static str; 3] {
        language::of(self.lang).months[date.month() as usize - 1]
    }

    /// A unit as a scenario writes it, in the words of the reader: `мин`, `₽`.
    pub(crate) fn unit_as_read(self, written: &str) -> &str {
        let word = match written {
            "s" => Word::SecondsShort,
            "min" => Word::MinutesShort,
            "h" => Word::HoursShort,
            "d" => Word::DaysShort,
            "w" => Word::WeeksShort,
            "mo" => Word::MonthsShort,
            other => return other,
        };
        word.text(self.lang)
    }

    /// Time on a clock: minutes below two hours (`15 мин`, `90 мин`), else hours (`4 ч`, `2,5 ч`).
    pub(crate) fn hours(self, hours: f64) -> String {
        if !hours.is_finite() {
            return self.number(hours, 0);
        }
        let (value, unit) = if hours.abs() < 2.0 && (hours * 60.0).round() != 60.0 {
            (hours * 60.0, Word::MinutesShort)
        } else {
            (hours, Word::HoursShort)
        };
        let whole = (value - value.round()).abs() < 0.05 || unit == Word::MinutesShort;
        format!("{}{NBSP}{}", self.number(value, usize::from(!whole)), unit.text(self.lang))
    }

    /// Working time: as hours below two working days, else in working days of so many hours.
    pub(crate) fn working_time(self, hours: f64, hours_a_day: f64) -> String {
        self.long_time(hours, hours_a_day, 2.0, Word::WorkingDaysShort)
    }

    /// Calendar time: as hours below three days, else in days.
    pub(crate) fn calendar_time(self, hours: f64) -> String {
        self.long_time(hours, 24.0, 3.0, Word::DaysShort)
    }

    fn long_time(self, hours: f64, hours_a_day: f64, from_days: f64, unit: Word) -> String {
        let days = hours / hours_a_day;
        if !days.is_finite() || days.abs() < from_days {
            return self.hours(hours);
        }
        let whole = (days - days.round()).abs() < 0.05 || days.abs() >= 20.0;
        format!("{}{NBSP}{}", self.number(days, usize::from(!whole)), unit.text(self.lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Lang;
    use jiff::civil::date;

    #[test]
    fn dates_are_written_as_people_say_them() {
        let (ru, en) = (Locale::new(Lang::Ru, "RUB"), Locale::new(Lang::En, "RUB"));
        let day = date(2026, 2, 1);
        assert_eq!(ru.date(day), "1\u{a0}февраля\u{a0}2026");
        assert_eq!(en.date(day), "1\u{a0}February\u{a0}2026");
        assert_eq!(ru.month(day), "февраль\u{a0}2026");
        assert_eq!(ru.month_short(date(2026, 5, 9)), "май\u{a0}2026");
        assert_eq!(en.month_short(date(2026, 9, 30)), "Sep\u{a0}2026");
    }

    #[test]
    fn durations_take_the_unit_that_reads_best() {
        let ru = Locale::new(Lang::Ru, "RUB");
        assert_eq!(ru.hours(0.25), "15\u{a0}мин");
        assert_eq!(ru.hours(1.0), "1\u{a0}ч");
        assert_eq!(ru.hours(1.5), "90\u{a0}мин");
        assert_eq!(ru.hours(2.5), "2,5\u{a0}ч");
        assert_eq!(ru.working_time(24.0, 8.0), "3\u{a0}раб.\u{a0}дн.");
        assert_eq!(ru.working_time(4.0, 8.0), "4\u{a0}ч");
        assert_eq!(ru.calendar_time(120.0), "5\u{a0}дн.");
        assert_eq!(ru.hours(f64::NAN), "—");
    }
}
