//! Cost: what a person costs, month by month.
//!
//! Gross pay, the employer's contributions on top of it, and once the cost of finding the person.
//! Contributions are counted for each person through a calendar year: up to the yearly base at one
//! share, above it at another, and every January begins at nothing. A newcomer's base is the
//! full one, because it belongs to person and employer, not to months.
//! Source: chapter 34 of the Russian tax code, articles 421, 425 and 427.

use crate::calendar::{Timeline, days_between};
use crate::scenario::{Contributions, Inputs, Role};
use jiff::ToSpan;
use jiff::civil::Date;

/// What a person of a role costs; where several take turns in one seat, what all of them cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pay {
    /// Gross pay of a full month.
    pub(crate) gross: f64,
    /// Share on top, up to the base.
    pub(crate) below: f64,
    /// Share on top, above the base.
    pub(crate) above: f64,
    /// The yearly base; infinite where the share is flat.
    pub(crate) base: f64,
    /// What finding the person costs once.
    pub(crate) hiring: f64,
}

/// When a person is employed: both days are days of work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Employment {
    /// First day; `None`: always been there, and finding them cost nothing.
    pub(crate) joined: Option<Date>,
    /// Last day; `None`: still there.
    pub(crate) left: Option<Date>,
}

/// A part of a counted month that lies in one calendar month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PaidPart {
    /// Months that were paid earlier in the same calendar year.
    pub(crate) before: f64,
    /// The part of a month that is paid now.
    pub(crate) now: f64,
    /// Whether the person joins in it.
    pub(crate) joins: bool,
}

impl Pay {
    /// Of a role, in a replication whose uncertain inputs were drawn as `inputs`.
    pub(crate) fn of(role: &Role, inputs: &Inputs) -> Self {
        let (below, above, base) = match role.contributions {
            Contributions::Regime { below, above, base } => (below, above, base),
            Contributions::Flat(share) => {
                let share = share.value(inputs);
                (share, share, f64::INFINITY)
            }
        };
        // Pay, base and contributions of so many people are so many times those of one.
        let people = role.people_per_seat.value(inputs);
        Self {
            gross: people * role.pay.value(inputs),
            below,
            above,
            base: people * base,
            hiring: people * role.hiring_cost.value(inputs),
        }
    }

    /// The contributions on some pay, after `before` was paid earlier in the same year.
    pub(crate) fn contributions(&self, before: f64, pay: f64) -> f64 {
        let below = pay.min((self.base - before).max(0.0));
        self.below * below + self.above * (pay - below)
    }

    /// Pay and contributions of a full calendar year.
    pub(crate) fn yearly_cost(&self) -> f64 {
        let pay = 12.0 * self.gross;
        pay + self.contributions(0.0, pay)
    }

    /// What an hour of overtime costs, so many times as dear as a usual hour of a year that has so many.
    ///
    /// Contributions on it are those up to the base: overtime is a matter of weeks, and who reaches
    /// the base by it pays a little less.
    pub(crate) fn overtime_hour(&self, hours_a_year: f64, factor: f64) -> f64 {
        12.0 * self.gross / hours_a_year * factor * (1.0 + self.below)
    }

    /// What a person costs in each counted month: pay for the part of its calendar days on which
    /// they are employed, contributions on it, and in the month of joining what finding them cost.
    ///
    /// A counted month that begins on the 15th has days of two calendar months, each paid at its own
    /// daily rate.
    pub(crate) fn costs(&self, person: Employment, timeline: &Timeline) -> Vec<f64> {
        let begins = |month: usize| timeline.start().saturating_add((month as i64).months());
        let cost = |month: usize| self.cost(person, begins(month), begins(month + 1));
        (0..timeline.months()).map(cost).collect()
    }

    /// Of the months of pay that a person gets from one counted month's first day to the next, those of
    /// each calendar year and month: what the cost of the month is made of.
    pub(crate) fn parts(person: Employment, month: usize, timeline: &Timeline) -> Vec<PaidPart> {
        let begins = |month: usize| timeline.start().saturating_add((month as i64).months());
        let (mut from, until) = (begins(month), begins(month + 1));
        let mut parts = Vec::new();
        while from < until {
            let to = until.min(next_month(from));
            let whole = |month: i8| {
                let first = first_day(from.year(), month);
                employed_share(person, first, next_month(first))
            };
            let earlier: f64 = (1..from.month()).map(whole).sum();
            parts.push(PaidPart {
                before: earlier + employed_share(person, from.first_of_month(), from),
                now: employed_share(person, from, to),
                joins: person.joined.is_some_and(|day| (from..to).contains(&day)),
            });
            from = to;
        }
        parts
    }

    /// What a person costs from one day until another, which is the first without.
    fn cost(&self, person: Employment, mut from: Date, until: Date) -> f64 {
        let mut cost = 0.0;
        while from < until {
            let to = until.min(next_month(from));
            let paid = |month: i8| {
                let first = first_day(from.year(), month);
                self.gross * employed_share(person, first, next_month(first))
            };
            let earlier: f64 = (1..from.month()).map(paid).sum();
            let before = earlier + self.gross * employed_share(person, from.first_of_month(), from);
            let now = self.gross * employed_share(person, from, to);
            let joins = person.joined.is_some_and(|day| (from..to).contains(&day));
            cost += now + self.contributions(before, now) + if joins { self.hiring } else { 0.0 };
            from = to;
        }
        cost
    }
}

/// The days on which a person is employed, from one day until another of the same calendar month
/// (the first without), as a share of the month.
fn employed_share(person: Employment, from: Date, until: Date) -> f64 {
    let first = person.joined.map_or(from, |day| day.max(from));
    let after = person.left.map_or(until, |day| day.saturating_add(1.days()).min(until));
    let days = days_between(first, after).max(0);
    days as f64 / f64::from(from.days_in_month())
}

fn first_day(year: i16, month: i8) -> Date {
    jiff::civil::date(year, month, 1)
}

fn next_month(day: Date) -> Date {
    day.last_of_month().saturating_add(1.days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn pay(gross: f64, below: f64, above: f64) -> Pay {
        Pay { gross, below, above, base: 2_979_000.0, hiring: 50_000.0 }
    }

    fn general(gross: f64) -> Pay {
        pay(gross, 0.30, 0.151)
    }

    #[test]
    fn a_year_of_contributions_is_that_of_the_law_of_2026() {
        for (gross, general_sum, it_sum) in [
            (120_000.0, 432_000.0, 216_000.0),
            (250_000.0, 896_871.0, 448_446.0),
            (300_000.0, 987_471.0, 494_046.0),
        ] {
            let year = |pay: Pay| pay.yearly_cost() - 12.0 * gross;
            assert!((year(general(gross)) - general_sum).abs() < 1e-6);
            assert!((year(pay(gross, 0.15, 0.076)) - it_sum).abs() < 1e-6);
        }
        assert!((general(120_000.0).yearly_cost() - 1_872_000.0).abs() < 1e-6);
    }

    #[test]
    fn twelve_months_add_up_to_the_year_and_january_begins_anew() {
        let costs = general(300_000.0)
            .costs(Employment::default(), &Timeline::new(date(2026, 1, 1), 0, 24, 0));
        let first: f64 = costs[..12].iter().sum();
        assert!((first - 3_600_000.0 - 987_471.0).abs() < 1e-6);
        assert!((costs[0] - 390_000.0).abs() < 1e-6);
        assert!((costs[11] - 345_300.0).abs() < 1e-6);
        assert_eq!(costs[0], costs[12]);
        // 2 979 000 is reached in October, after nine months of 300 000.
        let october = 300_000.0 + 0.3 * 279_000.0 + 0.151 * 21_000.0;
        assert!((costs[9] - october).abs() < 1e-6);
    }

    #[test]
    fn a_part_of_a_year_uses_the_whole_base() {
        let person = Employment { joined: Some(date(2026, 7, 1)), left: None };
        let costs = general(300_000.0).costs(person, &Timeline::new(date(2026, 1, 1), 0, 12, 0));
        assert!(costs[..6].iter().all(|cost| *cost == 0.0));
        let half: f64 = costs.iter().sum();
        assert!((half - 50_000.0 - 1_800_000.0 * 1.3).abs() < 1e-6);
    }

    #[test]
    fn parts_of_months_are_paid_by_calendar_days() {
        let person = Employment { joined: Some(date(2026, 4, 16)), left: Some(date(2026, 6, 10)) };
        let costs = general(120_000.0).costs(person, &Timeline::new(date(2026, 3, 1), 0, 5, 0));
        let april = 60_000.0 * 1.3 + 50_000.0;
        let exact = [0.0, april, 156_000.0, 52_000.0, 0.0];
        for (found, exact) in costs.iter().zip(exact) {
            assert!((found - exact).abs() < 1e-6, "{costs:?}");
        }
    }

    #[test]
    fn months_that_begin_in_the_middle_are_paid_by_their_own_days() {
        let year = Timeline::new(date(2026, 2, 15), 1, 12, 0);
        let all: f64 = general(100_000.0).costs(Employment::default(), &year).iter().sum();
        assert!((all - 1_560_000.0).abs() < 1e-6, "{all}");
        let late = Employment { joined: Some(date(2027, 2, 3)), left: None };
        let costs = general(100_000.0).costs(late, &year);
        assert!(costs[..11].iter().all(|cost| *cost == 0.0));
        // Twelve of the twenty-eight days of February, and what finding the person cost.
        assert!((costs[11] - 130_000.0 * 12.0 / 28.0 - 50_000.0).abs() < 1e-6);
    }

    #[test]
    fn a_flat_share_knows_no_base() {
        let flat = Pay { base: f64::INFINITY, ..pay(1_000_000.0, 0.2, 0.2) };
        assert!((flat.yearly_cost() - 14_400_000.0).abs() < 1e-6);
    }
}
