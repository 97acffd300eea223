//! Estimates: every number with its interval, its n and its method.

mod arrivals;
mod clients;
mod effort;
mod growth;
mod numbers;
mod office;
mod people;
mod profile;
mod shares;
mod taken_up;
mod waits;

use numbers::Rows;
pub(crate) use numbers::{ClassNumbers, Numbers, Unlearnt};
pub(crate) use office::OfficeHours;

use super::columns::Columns;
use super::recognise::{Class, Field, Recognised};
use super::ticket::Ticket;
use super::window::Window;
use crate::statistics::{Interval, Moments};

/// The quantile of the normal distribution of a two-sided 95 % interval.
pub(super) const Z: f64 = 1.959_963_984_540_054;

/// How repeats are seen that have no row of their own.
const MERGED: &str = "gaps in the work of a ticket, exponential; jackknife";

/// Measures the tickets of a window.
pub(crate) fn estimate(
    tickets: &[Ticket],
    window: &Window,
    recognised: &Recognised,
    columns: &Columns,
) -> Numbers {
    let source = |fields: &[Field]| {
        let headers = fields
            .iter()
            .filter_map(|it| recognised.at(*it))
            .map(|it| columns.all[it].header.as_str());
        headers.collect::<Vec<_>>().join("; ")
    };
    let mut rows = Rows { all: Vec::new() };
    let mut unlearnt = Vec::new();
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
    let created = source(&[Field::Created]);
    let n = tickets.len() as u64;
    rows.add(
        "arrivals",
        "all",
        "per week",
        flow.weekly,
        n,
        "mean, overdispersed Poisson",
        &created,
    );
    rows.add(
        "arrivals",
        "all",
        "per open day",
        flow.daily,
        n,
        "mean, overdispersed Poisson",
        &created,
    );
    rows.add("day_cv", "all", "", flow.day_cv, flow.days, "moments; jackknife", &created);
    let (growth, growth_method) = growth::of_arrivals(flow.growth, clients.as_ref());
    flow.growth = growth;
    let months = flow.months;
    rows.optional("growth", "arrivals", "% per month", growth, months, growth_method, &created);
    if flow.growth.is_none() {
        unlearnt.push(Unlearnt::Growth);
    }
    let client_source = source(&[Field::Client]);
    match &clients {
        Some(it) => {
            let method = "zero-truncated Poisson in the first and last quarter";
            rows.add("clients", "start", "clients", it.start, it.seen, method, &client_source);
            rows.add("clients", "end", "clients", it.end, it.seen, method, &client_source);
            rows.add(
                "growth",
                "clients",
                "% per month",
                it.growth,
                it.seen,
                method,
                &client_source,
            );
        }
        None => unlearnt.push(Unlearnt::Clients),
    }
    let profile = profile::profile(tickets, &office);
    for (weekday, hour, interval, n) in profile.cells() {
        let scope = format!("{}-{hour:02}", profile::WEEKDAYS[weekday]);
        rows.add(
            "profile",
            &scope,
            "× mean",
            interval,
            n,
            "cells shrunk to hour × weekday (gamma-Poisson)",
            &created,
        );
    }
    match &flow.seasons {
        Some(seasons) => {
            for (month, (interval, n)) in seasons.iter().enumerate() {
                rows.add(
                    "season",
                    &format!("{:02}", month + 1),
                    "× mean",
                    *interval,
                    *n,
                    "arrivals over open days and clients",
                    &created,
                );
            }
        }
        None => unlearnt.push(Unlearnt::Months),
    }
    let class_source = source(&[Field::Class]);
    let mut classes = Vec::new();
    let is_one_visit = |it: &&Ticket| merged.is_none() || !taken_up::is_taken_up(it, &office);
    let effort_source = source(&[Field::Effort]);
    for (at, class) in recognised.classes.iter().enumerate() {
        let own: Vec<&Ticket> = tickets.iter().filter(|it| it.class == Some(at as u16)).collect();
        let share =
            shares::share(own.len(), tickets.iter().filter(|it| it.class.is_some()).count());
        rows.add("share", &class.key, "", share, own.len() as u64, "Wilson", &class_source);
        // What an escalated ticket takes later is a step of its own.
        let at_once: Vec<&Ticket> =
            own.iter().copied().filter(|it| !it.is_escalated).filter(is_one_visit).collect();
        let effort = effort::effort(&at_once);
        if let Some(it) = &effort {
            rows.add("effort_mean", &class.key, "min", it.mean, it.n, it.method, &effort_source);
            rows.add("effort_cv", &class.key, "", it.cv, it.n, it.method, &effort_source);
        }
        classes.push(ClassNumbers {
            class: class.clone(),
            share,
            effort: effort.map(|it| (it.mean, it.cv)),
        });
    }
    let means: Vec<Option<f64>> = classes.iter().map(|it| it.effort.map(|it| it.0.value)).collect();
    let after = effort::after_escalation(tickets, &means);
    rows.optional(
        "effort_after_escalation",
        "all",
        "min",
        after.map(|it| it.0),
        after.map_or(0, |it| it.1),
        "mean over that of the class",
        &effort_source,
    );
    if classes.is_empty() {
        unlearnt.push(Unlearnt::Classes);
        if let Some(it) = effort::effort(&tickets.iter().filter(is_one_visit).collect::<Vec<_>>()) {
            rows.add("effort_mean", "all", "min", it.mean, it.n, it.method, &effort_source);
            rows.add("effort_cv", "all", "", it.cv, it.n, it.method, &effort_source);
            let class = Class { value: String::new(), key: "all".into(), kind: None };
            let share = Interval { value: 1.0, low: 1.0, high: 1.0 };
            classes.push(ClassNumbers { class, share, effort: Some((it.mean, it.cv)) });
        }
    }
    // All work that was logged, over tickets: what waits must be explained by.
    let minutes: Moments = tickets.iter().filter_map(|it| it.effort).map(f64::from).collect();
    let logged = classes.iter().any(|it| it.effort.is_some()).then(|| minutes.mean());
    if logged.is_some() {
        let mean = Interval::of_mean(&minutes);
        rows.add("effort_logged", "all", "min", mean, minutes.n(), "mean", &effort_source);
    }
    if classes.iter().all(|it| it.effort.is_none()) {
        unlearnt.push(Unlearnt::Effort);
    }
    let marked = |at: &[usize], is: fn(&Ticket) -> bool| {
        (!at.is_empty())
            .then(|| shares::share(tickets.iter().filter(|it| is(it)).count(), tickets.len()))
    };
    let named = |at: &[usize]| {
        at.iter().map(|it| columns.all[*it].header.clone()).collect::<Vec<_>>().join("; ")
    };
    let repeat = marked(&recognised.repeat, |it| it.is_repeat);
    let repeat_method = if merged.is_some() { MERGED } else { "Wilson" };
    let repeat_source = match merged {
        Some(_) => source(&[Field::First, Field::Closed, Field::Effort]),
        None => named(&recognised.repeat),
    };
    let repeat = repeat.or(merged.as_ref().map(|it| it.share));
    // A row of several visits is passed on if any of them is.
    let visits = merged.as_ref().map_or(1.0, |it| 1.0 - it.share.value);
    let scaled = |it: Interval| Interval {
        value: it.value * visits,
        low: it.low * visits,
        high: it.high * visits,
    };
    let escalation = marked(&recognised.escalation, |it| it.is_escalated).map(scaled);
    rows.optional("repeat", "all", "share", repeat, n, repeat_method, &repeat_source);
    let escalation_source = named(&recognised.escalation);
    rows.optional("escalation", "all", "share", escalation, n, "Wilson", &escalation_source);
    unlearnt.extend(repeat.is_none().then_some(Unlearnt::Repeats));
    unlearnt.extend(escalation.is_none().then_some(Unlearnt::Escalations));
    let mut waits = waits::waits(tickets, window, &office);
    if let Some(it) = &merged {
        (waits.repeat_delay, waits.repeats) = (Some(it.delay), it.gaps);
        // With p the share of repeats, a row that was passed on has 2p ÷ (1 − p) more visits than one.
        let others = 2.0 * it.share.value / (1.0 - it.share.value) * it.delay.value;
        let less = |it: Interval| Interval {
            value: it.value - others,
            low: it.low - others,
            high: it.high - others,
        };
        waits.development = waits.development.map(|it| less(it).within(0.0, f64::INFINITY));
    }
    let ends = source(&[Field::Solved, Field::Closed]);
    let firsts = source(&[Field::First, Field::Started, Field::FirstMinutes]);
    for (name, quantiles, source) in
        [("first_response", &waits.first, &firsts), ("resolution", &waits.done, &ends)]
    {
        for it in quantiles {
            let scope = format!("p{:.0}", 100.0 * it.p);
            rows.add(name, &scope, "min, calendar", it.interval, it.n, it.method, source);
        }
    }
    unlearnt.extend(waits.first.is_empty().then_some(Unlearnt::FirstResponse));
    unlearnt.extend(waits.done.is_empty().then_some(Unlearnt::Resolution));
    rows.optional(
        "development_wait",
        "all",
        "working h",
        waits.development,
        waits.developments,
        "mean, working time less the work logged",
        &ends,
    );
    rows.optional(
        "repeat_delay",
        "all",
        "working h",
        waits.repeat_delay,
        waits.repeats,
        "mean, working time",
        &repeat_source,
    );
    let agents = people::agents(tickets);
    match &agents {
        Some(it) => rows.add(
            "agents",
            "all",
            "people",
            it.usual,
            it.weeks,
            "median of weeks; a tenth of an equal share counts",
            &source(&[Field::Agent]),
        ),
        None => unlearnt.push(Unlearnt::Agents),
    }
    let away = people::away(tickets, &office);
    if let Some(it) = &away {
        let method = "days without a trace of a busy agent";
        let agent = source(&[Field::Agent]);
        let length = Interval { value: it.length, ..Interval::NONE };
        rows.add("absence", "spells", "a person and year", it.spells, it.n, method, &agent);
        rows.add("absence", "length", "days", length, it.n, method, &agent);
    }
    let two = |it: &[waits::Quantile]| match it {
        [median, .., high] => Some((median.interval, high.interval.value)),
        _ => None,
    };
    Numbers {
        parameters: rows.all,
        classes,
        profile: profile.weights,
        months: flow.seasons.as_ref().map(|it| std::array::from_fn(|month| it[month].0.value)),
        day_cv: flow.day_cv.value,
        weekly: flow.weekly,
        daily: flow.daily,
        growth: flow.growth,
        clients,
        repeat,
        repeat_delay: waits.repeat_delay,
        escalation,
        after_escalation: after.map(|it| it.0),
        development: waits.development,
        agents: agents.map(|it| it.usual.value),
        away,
        months_stray: flow.months_stray,
        first: two(&waits.first),
        done: two(&waits.done),
        office,
        logged,
        is_merged: merged.is_some(),
        inferred: None,
        unlearnt,
    }
}
