//! Estimates: every number with its interval, its n and its method.

mod arrivals;
mod classes;
mod clients;
mod course;
mod effort;
mod growth;
mod kept;
mod numbers;
mod office;
mod people;
mod profile;
mod rows;
mod shares;
mod spread;
mod taken_up;
mod waits;

pub(crate) use kept::Kept;
pub(crate) use numbers::{ClassNumbers, Numbers, Unlearnt};
pub(crate) use office::OfficeHours;

use super::columns::Columns;
use super::recognise::{Field, Recognised};
use super::ticket::Ticket;
use super::window::Window;
use crate::statistics::Interval;
use arrivals::Flow;
use clients::Clients;
use people::Away;
use rows::Rows;

/// The quantile of the normal distribution of a two-sided 95 % interval.
pub(super) const Z: f64 = 1.959_963_984_540_054;

/// Measures the tickets of a window, and the waits of later ones that had time to end.
pub(crate) fn estimate(
    tickets: &[Ticket],
    later: &[Ticket],
    window: &Window,
    recognised: &Recognised,
    columns: &Columns,
) -> Numbers {
    let mut rows = Rows::new(recognised, columns);
    let office = OfficeHours::of(tickets, window);
    let clients = clients::clients(tickets, window);
    let mut flow = arrivals::arrivals(tickets, window, &office, clients.as_ref());
    // Repeats that have no row of their own are arrivals too.
    let merged = match recognised.repeat.is_empty() {
        true => taken_up::taken_up(tickets, &office),
        false => None,
    };
    if let Some(it) = &merged {
        flow.with_repeats(it.share);
    }
    tell_flow(&mut flow, tickets.len() as u64, clients.as_ref(), &mut rows);
    let profile = profile::profile(tickets, &office, window);
    tell_profile(&profile, &flow, &mut rows);
    let mut classes = classes::classes(tickets, recognised, &office, merged.is_some(), &mut rows);
    let waits = waits::waits(tickets, later, window, &office);
    let course = course::course(tickets, waits, recognised, merged.as_ref(), &mut rows);
    let (agents, away) = tell_people(tickets, &office, &mut rows);
    let two = |it: &[waits::Quantile]| match it {
        [median, .., high] => Some((median.interval, high.interval.value)),
        _ => None,
    };
    let waits = course.waits;
    let (first, done) = (two(&waits.first), two(&waits.done));
    let kept = |class: Option<usize>| {
        let is_own = move |it: &&Ticket| class.is_none_or(|at| it.class == Some(at as u16));
        let own = || tickets.iter().filter(is_own);
        [
            first.and_then(|it| kept::kept(own(), |it| it.first, window, it.1)),
            done.and_then(|it| kept::kept(own(), |it| it.done, window, it.1)),
        ]
    };
    let is_recognised = !recognised.classes.is_empty();
    for (at, it) in classes.all.iter_mut().enumerate() {
        it.kept = kept(is_recognised.then_some(at));
    }
    Numbers {
        parameters: rows.all,
        classes: classes.all,
        profile: profile.weights,
        months: flow.seasons.as_ref().map(|it| std::array::from_fn(|month| it[month].0.value)),
        day_cv: flow.day_cv.value,
        weekly: flow.weekly,
        daily: flow.daily,
        growth: flow.growth,
        clients,
        repeat: course.repeat,
        repeat_delay: waits.repeat_delay,
        escalation: course.escalation,
        after_escalation: classes.after_escalation,
        development: waits.development,
        agents,
        away,
        months_stray: flow.months_stray,
        first,
        done,
        kept: kept(None),
        office,
        logged: classes.logged,
        is_merged: merged.is_some(),
        inferred: None,
        unlearnt: rows.unlearnt,
    }
}

/// Rows of the rate, its unevenness and its growth; growth is made of all that tells it.
fn tell_flow(flow: &mut Flow, n: u64, clients: Option<&Clients>, rows: &mut Rows<'_>) {
    let created = rows.source(&[Field::Created]);
    let poisson = "mean, overdispersed Poisson";
    rows.add("arrivals", "all", "per week", flow.weekly, n, poisson, &created);
    rows.add("arrivals", "all", "per open day", flow.daily, n, poisson, &created);
    rows.add("day_cv", "all", "", flow.day_cv, flow.days, "moments; jackknife", &created);
    let (growth, method) = growth::of_arrivals(flow.growth, clients);
    flow.growth = growth;
    rows.optional("growth", "arrivals", "% per month", growth, flow.months, method, &created);
    rows.unlearnt_if(growth.is_none(), Unlearnt::Growth);
    rows.unlearnt_if(clients.is_none(), Unlearnt::Clients);
    let Some(it) = clients else { return };
    let method = "zero-truncated Poisson in the first and last quarter";
    let source = rows.source(&[Field::Client]);
    rows.add("clients", "start", "clients", it.start, it.seen, method, &source);
    rows.add("clients", "end", "clients", it.end, it.seen, method, &source);
    rows.add("growth", "clients", "% per month", it.growth, it.seen, method, &source);
}

/// Rows of the hours of a week and the months of a year.
fn tell_profile(profile: &profile::Profile, flow: &Flow, rows: &mut Rows<'_>) {
    let created = rows.source(&[Field::Created]);
    let method = "cells shrunk to hour × weekday (gamma-Poisson)";
    for (weekday, hour, interval, n) in profile.cells() {
        let scope = format!("{}-{hour:02}", profile::WEEKDAYS[weekday]);
        rows.add("profile", &scope, "× mean", interval, n, method, &created);
    }
    rows.unlearnt_if(flow.seasons.is_none(), Unlearnt::Months);
    let method = "arrivals over open days and clients";
    for (month, (interval, n)) in (1..).zip(flow.seasons.iter().flatten()) {
        rows.add("season", &format!("{month:02}"), "× mean", *interval, *n, method, &created);
    }
}

/// Rows of who works: how many in a usual week, and when they are away.
fn tell_people(
    tickets: &[Ticket],
    office: &OfficeHours,
    rows: &mut Rows<'_>,
) -> (Option<f64>, Option<Away>) {
    let source = rows.source(&[Field::Agent]);
    let agents = people::agents(tickets);
    if let Some(it) = &agents {
        let method = "median of weeks; a tenth of an equal share counts";
        rows.add("agents", "all", "people", it.usual, it.weeks, method, &source);
    }
    rows.unlearnt_if(agents.is_none(), Unlearnt::Agents);
    let away = people::away(tickets, office);
    if let Some(it) = &away {
        let method = "days without a trace of a busy agent";
        let length = Interval { value: it.length, ..Interval::NONE };
        rows.add("absence", "spells", "a person and year", it.spells, it.n, method, &source);
        rows.add("absence", "length", "days", length, it.n, method, &source);
    }
    (agents.map(|it| it.usual.value), away)
}
