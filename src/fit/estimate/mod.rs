//! Estimates: every number with its interval, its n and its method.

mod arrivals;
mod clients;
mod effort;
mod office;
mod people;
mod profile;
mod shares;
mod waits;

pub(crate) use arrivals::OUTSIDE;
pub(crate) use office::OfficeHours;

use super::columns::Columns;
use super::recognise::{Class, Field, Recognised};
use super::ticket::Ticket;
use super::window::Window;
use crate::statistics::Interval;

/// The quantile of the normal distribution of a two-sided 95 % interval.
const Z: f64 = 1.959_963_984_540_054;

/// What a parameter is about: everything, or the part that the key names.
pub(crate) type Scope = String;

/// One measured number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) scope: Scope,
    pub(crate) unit: &'static str,
    pub(crate) interval: Interval,
    /// So many observations it rests on.
    pub(crate) n: u64,
    pub(crate) method: &'static str,
    /// The columns it comes from.
    pub(crate) source: String,
}

/// What was measured of one class.
#[derive(Clone, Debug)]
pub(crate) struct ClassNumbers {
    pub(crate) class: Class,
    pub(crate) share: Interval,
    /// Mean minutes and coefficient of variation, where work is logged.
    pub(crate) effort: Option<(Interval, Interval)>,
}

/// Everything that was measured.
#[derive(Clone, Debug)]
pub(crate) struct Numbers {
    /// Row by row, as in `fit.csv`.
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) classes: Vec<ClassNumbers>,
    pub(crate) office: OfficeHours,
    /// Weights of hours, Monday first.
    pub(crate) profile: [[f64; 24]; 7],
    /// Factors of months, where they can be told from growth.
    pub(crate) months: Option<[f64; 12]>,
    pub(crate) day_cv: f64,
    /// Arrivals of a week of the calendar, and of a day the desk is open.
    pub(crate) weekly: Interval,
    pub(crate) daily: Interval,
    /// Growth of arrivals a month, and of clients.
    pub(crate) growth: Option<Interval>,
    pub(crate) clients: Option<clients::Clients>,
    pub(crate) repeat: Option<Interval>,
    /// Working hours from the end of a ticket to its repeat.
    pub(crate) repeat_delay: Option<Interval>,
    pub(crate) escalation: Option<Interval>,
    /// Minutes of work after an escalation.
    pub(crate) after_escalation: Option<Interval>,
    /// Working hours that an escalated ticket waits for others.
    pub(crate) development: Option<Interval>,
    /// Agents in a usual week.
    pub(crate) agents: Option<f64>,
    /// Minutes, calendar, to the first answer and to the end: median and 90th percentile.
    pub(crate) first: Option<(Interval, f64)>,
    pub(crate) done: Option<(Interval, f64)>,
    /// What the export cannot tell.
    pub(crate) unlearnt: Vec<Unlearnt>,
}

/// What an export may not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unlearnt {
    Classes,
    Effort,
    FirstResponse,
    Resolution,
    Repeats,
    Escalations,
    Agents,
    Clients,
    /// A trend needs half a year.
    Growth,
    /// Months need a year, and growth told apart from them.
    Months,
}

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
    let flow = arrivals::arrivals(tickets, window, &office, clients.as_ref());
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
    rows.optional(
        "growth",
        "arrivals",
        "% per month",
        flow.growth,
        flow.months,
        "quasi-Poisson regression of months on time",
        &created,
    );
    if flow.growth.is_none() {
        unlearnt.push(Unlearnt::Growth);
    }
    let client_source = source(&[Field::Client]);
    match &clients {
        Some(it) => {
            let method =
                "zero-truncated Poisson in the first and last quarter; jackknife over clients";
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
    let effort_source = source(&[Field::Effort]);
    for (at, class) in recognised.classes.iter().enumerate() {
        let own: Vec<&Ticket> = tickets.iter().filter(|it| it.class == Some(at as u16)).collect();
        let share =
            shares::share(own.len(), tickets.iter().filter(|it| it.class.is_some()).count());
        rows.add("share", &class.key, "", share, own.len() as u64, "Wilson", &class_source);
        // What an escalated ticket takes later is a step of its own.
        let at_once: Vec<&Ticket> = own.iter().copied().filter(|it| !it.is_escalated).collect();
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
        if let Some(it) = effort::effort(&tickets.iter().collect::<Vec<_>>()) {
            rows.add("effort_mean", "all", "min", it.mean, it.n, it.method, &effort_source);
            rows.add("effort_cv", "all", "", it.cv, it.n, it.method, &effort_source);
            let class = Class { value: String::new(), key: "all".into(), kind: None };
            let share = Interval { value: 1.0, low: 1.0, high: 1.0 };
            classes.push(ClassNumbers { class, share, effort: Some((it.mean, it.cv)) });
        }
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
    let escalation = marked(&recognised.escalation, |it| it.is_escalated);
    rows.optional("repeat", "all", "share", repeat, n, "Wilson", &named(&recognised.repeat));
    rows.optional(
        "escalation",
        "all",
        "share",
        escalation,
        n,
        "Wilson",
        &named(&recognised.escalation),
    );
    unlearnt.extend(repeat.is_none().then_some(Unlearnt::Repeats));
    unlearnt.extend(escalation.is_none().then_some(Unlearnt::Escalations));
    let waits = waits::waits(tickets, window, &office);
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
        &named(&recognised.repeat),
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
        first: two(&waits.first),
        done: two(&waits.done),
        office,
        unlearnt,
    }
}

struct Rows {
    all: Vec<Parameter>,
}

impl Rows {
    #[allow(clippy::too_many_arguments)] // The columns of one row of `fit.csv`.
    fn add(
        &mut self,
        name: &'static str,
        scope: &str,
        unit: &'static str,
        interval: Interval,
        n: u64,
        method: &'static str,
        source: &str,
    ) {
        let (scope, source) = (scope.to_owned(), source.to_owned());
        self.all.push(Parameter { name, scope, unit, interval, n, method, source });
    }

    #[allow(clippy::too_many_arguments)]
    fn optional(
        &mut self,
        name: &'static str,
        scope: &str,
        unit: &'static str,
        interval: Option<Interval>,
        n: u64,
        method: &'static str,
        source: &str,
    ) {
        if let Some(interval) = interval {
            self.add(name, scope, unit, interval, n, method, source);
        }
    }
}
