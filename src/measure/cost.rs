//! Cost: what a person costs, month by month.
//!
//! Gross pay, the employer's contributions on top of it, and once the cost of finding the person.
//! Contributions are counted for each person through a calendar year: up to the yearly base at one
//! share, above it at another, and every January begins at nothing. A newcomer's base is the
//! full one, because it belongs to person and employer, not to months.
//! Source: chapter 34 of the Russian tax code, articles 421, 425 and 427.

use crate::scenario::{Contributions, Inputs, Role};
use jiff::civil::Date;

/// What a person of a role costs.
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Employment {
    /// First day; `None`: always been there, and finding them cost nothing.
    pub(crate) joined: Option<Date>,
    /// Last day; `None`: still there.
    pub(crate) left: Option<Date>,
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
        Self {
            gross: role.pay.value(inputs),
            below,
            above,
            base,
            hiring: role.hiring_cost.value(inputs),
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

    /// What a person costs in the month of the given day: pay for the part of its calendar days
    /// on which they are employed, contributions on it, and in the month of joining what finding
    /// them cost.
    pub(crate) fn monthly_cost(&self, person: Employment, month: Date) -> f64 {
        let year = month.year();
        let paid = |m: i8| self.gross * employed_share(person, first_day(year, m));
        let before: f64 = (1..month.month()).map(paid).sum();
        let now = paid(month.month());
        let joins = person.joined.is_some_and(|day| same_month(day, month));
        now + self.contributions(before, now) + if joins { self.hiring } else { 0.0 }
    }

    /// What a person costs in each of `months` months, beginning with the month of `start`.
    pub(crate) fn monthly_costs(&self, person: Employment, start: Date, months: usize) -> Vec<f64> {
        let mut month = start.first_of_month();
        let mut costs = Vec::with_capacity(months);
        for _ in 0..months {
            costs.push(self.monthly_cost(person, month));
            month = next_month(month);
        }
        costs
    }
}

/// The share of the calendar days of a month on which a person is employed.
fn employed_share(person: Employment, first: Date) -> f64 {
    let last = first.last_of_month();
    let from = person.joined.map_or(first, |day| day.max(first));
    let to = person.left.map_or(last, |day| day.min(last));
    let days = i32::from(to.day()) - i32::from(from.day()) + 1;
    if from > last || to < first || days < 0 {
        return 0.0;
    }
    f64::from(days) / f64::from(first.days_in_month())
}

fn same_month(a: Date, b: Date) -> bool {
    (a.year(), a.month()) == (b.year(), b.month())
}

/// The first day of a month, which every month has.
fn first_day(year: i16, month: i8) -> Date {
    jiff::civil::date(year, month, 1)
}

fn next_month(month: Date) -> Date {
    if month.month() == 12 {
        first_day(month.year() + 1, 1)
    } else {
        first_day(month.year(), month.month() + 1)
    }
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
        let costs = general(300_000.0).monthly_costs(Employment::default(), date(2026, 1, 15), 24);
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
        let costs = general(300_000.0).monthly_costs(person, date(2026, 1, 1), 12);
        assert!(costs[..6].iter().all(|cost| *cost == 0.0));
        let half: f64 = costs.iter().sum();
        assert!((half - 50_000.0 - 1_800_000.0 * 1.3).abs() < 1e-6);
    }

    #[test]
    fn parts_of_months_are_paid_by_calendar_days() {
        let person = Employment { joined: Some(date(2026, 4, 16)), left: Some(date(2026, 6, 10)) };
        let costs = general(120_000.0).monthly_costs(person, date(2026, 3, 1), 5);
        let april = 60_000.0 * 1.3 + 50_000.0;
        let exact = [0.0, april, 156_000.0, 52_000.0, 0.0];
        for (found, exact) in costs.iter().zip(exact) {
            assert!((found - exact).abs() < 1e-6, "{costs:?}");
        }
    }

    #[test]
    fn a_flat_share_knows_no_base() {
        let flat = Pay { base: f64::INFINITY, ..pay(1_000_000.0, 0.2, 0.2) };
        assert!((flat.yearly_cost() - 14_400_000.0).abs() < 1e-6);
    }
}
