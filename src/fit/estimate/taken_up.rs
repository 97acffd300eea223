//! Tickets taken up again: repeats that the product keeps in the row of the first visit.
//!
//! A desk that closes a ticket as soon as the work is done leaves no gap between the first answer and
//! the end, but for the work itself. A gap of hours in a ticket that nobody else had to help with is
//! then another visit. Where gaps are usual (clients are waited for), nothing can be told from them.

use super::office::OfficeHours;
use crate::fit::ticket::Ticket;
use crate::statistics::{Interval, Moments, jackknife};

/// Working hours; a shorter gap may be an interruption.
const GAP: f64 = 1.0;
/// At least this share of tickets is worked through in one go.
const AT_ONCE: f64 = 0.75;
/// Fewer gaps than this say nothing.
const LEAST: usize = 20;

/// What gaps show.
pub(super) struct TakenUp {
    /// Tickets that come again.
    pub(super) share: Interval,
    /// Working hours from the end of a visit to the next.
    pub(super) delay: Interval,
    pub(super) gaps: u64,
}

/// Working hours between the first answer and the end in which nobody worked on the ticket.
fn gap(it: &Ticket, office: &OfficeHours) -> Option<f64> {
    Some(office.hours_between(it.first?, it.done?) - f64::from(it.effort?) / 60.0)
}

/// Whether a ticket was taken up again, as far as that can be seen.
pub(super) fn is_taken_up(it: &Ticket, office: &OfficeHours) -> bool {
    gap(it, office).is_some_and(|it| it > GAP)
}

pub(super) fn taken_up(tickets: &[Ticket], office: &OfficeHours) -> Option<TakenUp> {
    let told = tickets.iter().filter(|it| !it.is_escalated);
    let told: Vec<(f64, f64)> =
        told.filter_map(|it| Some((gap(it, office)?, f64::from(it.effort?) / 60.0))).collect();
    // Minutes are whole, and a short interruption is none.
    let at_once = told.iter().filter(|(gap, effort)| *gap <= 0.05 + 0.15 * effort).count();
    let over: Moments = told.iter().filter(|it| it.0 > GAP).map(|it| it.0 - GAP).collect();
    if (at_once as f64) < AT_ONCE * told.len() as f64 || over.n() < LEAST as u64 {
        return None;
    }
    // Of exponential delays, exp(−GAP ÷ mean) are longer than GAP, and what is over has their mean.
    let share = |chosen: &[usize]| {
        let over: Moments =
            chosen.iter().map(|it| told[*it].0 - GAP).filter(|it| *it > 0.0).collect();
        over.n() as f64 / chosen.len() as f64 * libm::exp(GAP / over.mean())
    };
    let share = jackknife(told.len(), share).within(0.0, 1.0);
    Some(TakenUp { share, delay: Interval::of_mean(&over), gaps: over.n() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::Request;
    use crate::fit::clean::Cleaning;
    use crate::fit::window::Window;

    /// Tickets of half an hour, every twentieth of which ends `gap` days later.
    fn tickets(gap: impl Fn(i64) -> i64) -> (Vec<Ticket>, OfficeHours) {
        let ticket = |it: i64| {
            let created = it / 8 * 86_400 + (9 + it % 8) * 3600;
            let done = Some(created + 1800 + 86_400 * gap(it));
            let first = Some(created);
            Ticket { created, first, done, closed: done, effort: Some(30.0), ..Ticket::default() }
        };
        let tickets: Vec<Ticket> = (0..1200).map(ticket).collect();
        let window = Window::of(&tickets, &Request::default()).expect("there are tickets");
        let (tickets, _) = window.keep(tickets, &mut Cleaning::default());
        let office = OfficeHours::of(&tickets, &window);
        (tickets, office)
    }

    #[test]
    fn a_gap_is_another_visit_where_work_is_done_in_one_go() {
        let (tickets, office) = tickets(|it| i64::from(it % 20 == 0));
        let found = taken_up(&tickets, &office).expect("there are gaps");
        assert!((found.share.value - 0.05).abs() < 0.01, "{:?}", found.share);
        assert!((found.delay.value - office.minutes() as f64 / 60.0).abs() < 1.5);
    }

    #[test]
    fn a_desk_that_waits_for_its_clients_shows_no_repeats() {
        let (tickets, office) = tickets(|it| it % 2);
        assert!(taken_up(&tickets, &office).is_none());
    }
}
