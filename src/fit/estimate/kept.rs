//! SLA as kept so far: which share of a month's tickets was in the time that nine in ten of all took.
//!
//! A plan holds its targets in eleven months of any twelve, and so the target is what eleven months of
//! twelve have held. The share of all months together would be missed in every second one.

use crate::fit::stamp;
use crate::fit::ticket::Ticket;
use crate::fit::window::Window;

/// A month with fewer tickets tells nothing of its share.
const LEAST: f64 = 10.0;

/// What was kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Kept {
    /// Calendar minutes.
    pub(crate) within: f64,
    /// At least this share of a month's tickets, but for one month of twelve.
    pub(crate) share: f64,
    /// Months that were looked at.
    pub(crate) months: usize,
}

/// What tickets have kept from their creation to `end`.
pub(super) fn kept<'t>(
    tickets: impl Iterator<Item = &'t Ticket>,
    end: fn(&Ticket) -> Option<i64>,
    window: &Window,
    minutes: f64,
) -> Option<Kept> {
    let within = minutes.ceil();
    let over = i64::from(window.days().end) * 86_400;
    let mut months: Vec<((i16, i8), f64, f64)> = Vec::new();
    for it in tickets {
        // What is open has missed a limit that is over, and says nothing before.
        let is_late = |to: i64| (to - it.created) as f64 > 60.0 * within;
        let is_kept = match end(it) {
            Some(end) => !is_late(end),
            None if it.closed.is_none() && is_late(over) => false,
            None => continue,
        };
        let date = stamp::date(it.created);
        let month = (date.year(), date.month());
        if months.last().is_none_or(|it| it.0 != month) {
            months.push((month, 0.0, 0.0));
        }
        let last = months.len() - 1;
        months[last].1 += f64::from(is_kept);
        months[last].2 += 1.0;
    }
    let told = months.iter().filter(|it| it.2 >= LEAST);
    let mut shares: Vec<f64> = told.map(|it| it.1 / it.2).collect();
    shares.sort_by(f64::total_cmp);
    let share = *shares.get(shares.len() / 12)?;
    Some(Kept { within, share, months: shares.len() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::Request;

    /// Twenty tickets on the fifth of each of some months, of which `late` take two hours, others one.
    fn kept_of(months: i64, late: impl Fn(i64) -> i64) -> Option<Kept> {
        let ticket = |it: i64| {
            let day = stamp::days(jiff::civil::Date::constant(2026, 1, 5));
            let month = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][(it / 20) as usize];
            let created = (i64::from(day) + month) * 86_400 + it % 20 * 3600;
            let hours = if it % 20 < late(it / 20) { 2 } else { 1 };
            Ticket { created, done: Some(created + hours * 3600), ..Ticket::default() }
        };
        let tickets: Vec<Ticket> = (0..20 * months).map(ticket).collect();
        let window = Window::of(&tickets, &Request::default()).expect("there are tickets");
        kept(tickets.iter(), |it| it.done, &window, 60.0)
    }

    #[test]
    fn one_bad_month_of_twelve_is_forgiven_and_a_second_is_not() {
        let share = |bad: i64| kept_of(12, move |it| if it < bad { 10 } else { 2 }).unwrap().share;
        assert_eq!((share(1), share(2)), (0.9, 0.5));
    }

    #[test]
    fn of_a_few_months_every_one_counts() {
        let kept = kept_of(4, |it| 1 + it).unwrap();
        assert_eq!((kept.share, kept.months, kept.within), (0.8, 4, 60.0));
    }
}
