//! What a queue does over time: overload, a rate that swings, growth with a hire.
//!
//! Exact values come from the forward equations of the process (for infinitely many servers from its
//! closed form), read at moments; a census of the department looks at the same moments.

use super::census::Census;
use super::row::{Family, Found, Row};
use super::sample::{Bench, Samples, column};
use super::{Case, Depth, theory};
use crate::scenario::Scenario;
use crate::time::{Elapsed, SimTime};
use std::f64::consts::PI;
use std::fmt::Write as _;

pub(crate) fn cases(depth: Depth) -> Vec<Case> {
    let case = |key: &str, cost: f64, quick, run: fn(&Bench<'_>) -> Option<Vec<Row>>| Case {
        key: key.to_owned(),
        family: Family::OverTime,
        cost: cost * depth.replications(40, 100) as f64 / 40.0,
        quick,
        run: Box::new(run),
    };
    vec![
        case("overload_mm1_rho1.3", 13.0, true, |it| overload(it, 1, 1.3)),
        case("overload_mm2_rho1.15", 23.0, false, |it| overload(it, 2, 2.3)),
        case("mt_mm1_amp0.3", 20.0, false, |it| swinging(it, &MT_MM1)),
        case("mt_mm2_amp0.35", 12.0, false, |it| swinging(it, &MT_MM2)),
        case("mt_m_inf", 1.0, false, |it| swinging(it, &MT_M_INF)),
        case(GROWTH, 90.0, false, growth),
    ]
}

/// Round the clock, one class, exponential service.
fn queue(
    name: &str,
    months: u32,
    servers: u32,
    arrival: &str,
    service_hours: f64,
    more: &str,
) -> String {
    format!(
        "[scenario]\nname = \"{name}\"\nstart = 2024-01-01\nmonths = {months}\nlead_in = 0\nrun_out = 0\n\
         [calendar]\nbase = \"none\"\nhours = [\"00:00-24:00\"]\n\
         days = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]\n\
         [roles.agent]\nheadcount = {servers}\n\
         [streams.customer]\narrival = {{ {arrival}, per = \"working-hour\" }}\n\
         route = [{{ effort = {{ exponential = \"{}s\" }}, role = \"agent\" }}]\n{more}",
        service_hours * 3600.0,
    )
}

fn hours(hours: f64) -> SimTime {
    SimTime::ZERO + Elapsed::from_hours(hours)
}

/// The levels seen at moments, of every replication, and after them the arrivals until then.
fn looks(
    bench: &Bench<'_>,
    scenario: &Scenario,
    replications: u64,
    moments: &[SimTime],
) -> Option<Samples> {
    let census = Census::over(scenario, moments.to_vec());
    let read = |census: &mut Census, _| {
        census.finish();
        let levels = census.seen().iter().map(|it| it.level as f64);
        levels.chain(census.seen().iter().map(|it| it.arrivals as f64)).collect()
    };
    bench.observed(scenario, replications, &census, read)
}

/// More work than agents can do, from an empty start; a unit of time is three hours.
fn overload(bench: &Bench<'_>, servers: u32, rate: f64) -> Option<Vec<Row>> {
    const UNIT: f64 = 3.0;
    let exact = theory::of(bench.case);
    let time = |name: &str| name.split_once("_t").and_then(|it| it.1.parse::<f64>().ok());
    let mut times: Vec<f64> = exact.iter().filter_map(|it| time(it.0)).collect();
    times.dedup();
    times.truncate(exact.len() / 2);
    let text = queue(bench.case, 1, servers, &format!("rate = {}", rate / UNIT), UNIT, "");
    let scenario = bench.scenario(bench.case, &text);
    let moments: Vec<SimTime> = times.iter().map(|it| hours(it * UNIT)).collect();
    let replications = bench.options.depth.replications(40_000, 100_000);
    let samples = looks(bench, &scenario, replications, &moments)?;
    let rows = exact.into_iter().map(|(name, exact)| {
        let look = times.iter().position(|it| Some(*it) == time(name)).unwrap_or_default();
        let levels: Vec<f64> = column(&samples, look).collect();
        let found = match name.starts_with("sd_") {
            true => Found::sd(&levels),
            false => Found::mean(levels.into_iter()),
        };
        bench.row(name, exact, found)
    });
    Some(rows.collect())
}

/// A rate that swings as a sine, once a week: an hour of the week is a 168th of the period.
struct Swinging {
    servers: u32,
    rate: f64,
    amplitude: f64,
    /// In units of time; the mean service is one.
    period: f64,
    /// Weeks until the start is forgotten, and weeks that are looked at after those.
    weeks: (u32, u32),
    replications: (u64, u64),
    /// What follows the name of a mean, and what part of the period it stands for.
    phases: [(&'static str, f64); 4],
}

const QUARTERS: [(&str, f64); 4] = [
    ("at_0_period", 0.0),
    ("at_0.25_period", 0.25),
    ("at_0.5_period", 0.5),
    ("at_0.75_period", 0.75),
];
const MT_MM1: Swinging = Swinging {
    servers: 1,
    rate: 0.7,
    amplitude: 0.3,
    period: 20.0,
    weeks: (20, 30),
    replications: (16_000, 40_000),
    phases: QUARTERS,
};
const MT_MM2: Swinging = Swinging {
    servers: 2,
    rate: 1.4,
    amplitude: 0.35,
    period: 9.0,
    weeks: (20, 30),
    replications: (12_000, 30_000),
    phases: QUARTERS,
};
const MT_M_INF: Swinging = Swinging {
    // Nobody has ever seen so many at once: the mean is 12.5 at most.
    servers: 60,
    rate: 10.0,
    amplitude: 0.5,
    period: 2.0 * PI,
    weeks: (2, 20),
    replications: (1_600, 4_000),
    phases: [("at_0", 0.0), ("at_pi/2", 0.25), ("at_pi", 0.5), ("", 0.75)],
};

fn swinging(bench: &Bench<'_>, it: &Swinging) -> Option<Vec<Row>> {
    const HOURS: usize = 168;
    let unit = HOURS as f64 / it.period;
    // The mean of the sine over an hour is its value in the middle times this.
    let half = PI / HOURS as f64;
    let amplitude = it.amplitude * half.sin() / half;
    let mut weights = String::new();
    for day in 0..7 {
        let weight = |hour: usize| {
            let middle = (day * 24 + hour) as f64 + 0.5;
            let weight = 1.0 + amplitude * (2.0 * PI * middle / HOURS as f64).sin();
            weight.to_string()
        };
        let row: Vec<String> = (0..24).map(weight).collect();
        let _ = write!(weights, "[{}],", row.join(", "));
    }
    let arrival = format!("rate = {}, hours = [{weights}]", it.rate / unit);
    let (first, looked_at) = it.weeks;
    let months = (f64::from(first + looked_at) * 7.0 / 30.0).ceil() as u32;
    let text = queue(bench.case, months, it.servers, &arrival, unit, "");
    let scenario = bench.scenario(bench.case, &text);
    let moments = (first..first + looked_at).flat_map(|week| {
        let at = move |phase: f64| hours((f64::from(week) + phase) * HOURS as f64);
        it.phases.iter().map(move |(_, phase)| at(*phase))
    });
    let moments: Vec<SimTime> = moments.collect();
    let replications = bench.options.depth.replications(it.replications.0, it.replications.1);
    let samples = looks(bench, &scenario, replications, &moments)?;
    // The mean over the weeks of what is seen at a part of the period.
    let over_weeks = |phase: usize, of: fn(f64, f64) -> f64| {
        let servers = f64::from(it.servers);
        let weeks = looked_at as usize;
        let values = samples.iter().map(move |seen| {
            let seen = seen[..4 * weeks].iter().skip(phase).step_by(4);
            seen.map(|&level| of(level, servers)).sum::<f64>() / weeks as f64
        });
        Found::mean(values)
    };
    let rows = theory::of(bench.case).into_iter().map(|(name, exact)| {
        let phase = it.phases.iter().position(|(end, _)| !end.is_empty() && name.ends_with(end));
        let phase = phase.unwrap_or_else(|| panic!("{name} is at no part of the period"));
        let found = match name.starts_with("p_all_busy") {
            true => over_weeks(phase, |level, servers| f64::from(u8::from(level >= servers))),
            false => over_weeks(phase, |level, _| level),
        };
        bench.row(name, exact, found)
    });
    Some(rows.collect())
}

/// The growing department.
pub(crate) const GROWTH: &str = "department_growth_hire_month12";
/// What came in it, under a name of its own.
pub(crate) const GROWTH_ARRIVALS: &str = "nhpp_total_tickets_24m";
/// Of the case's months, each of thirty days here.
const DAYS_A_MONTH: f64 = 30.0;

/// Clients grow from 217 to 400 over 24 months, and one agent becomes two after twelve: what is in the
/// department at the end of months, and what came in them.
///
/// A working hour of the case is so long that a month has the case's 164.33 of them.
fn growth(bench: &Bench<'_>) -> Option<Vec<Row>> {
    const TICKETS_A_CLIENT_MONTH: f64 = 1.3440860215053765;
    const HOURS_A_MONTH: f64 = 1972.0 / 12.0;
    const SERVICE: f64 = 0.45;
    let unit = DAYS_A_MONTH * 24.0 / HOURS_A_MONTH;
    let rate = TICKETS_A_CLIENT_MONTH / (DAYS_A_MONTH * 24.0);
    let arrival = format!("rate = {rate}, driver = \"clients\", at = 1");
    // Dates are 720 and 360 days after 1 January 2024.
    let more = "[drivers.clients]\n\
                table = [{ date = 2024-01-01, value = 217 }, { date = 2025-12-21, value = 400 }]\n\
                [[policies]]\nkey = \"as-is\"\n\
                changes = [{ hire = \"agent\", start = 2024-12-26, count = 1, ramp = false }]\n";
    let text = queue(GROWTH, 24, 1, &arrival, SERVICE * unit, more);
    let scenario = bench.scenario(GROWTH, &text);
    let months: Vec<u32> = vec![1, 6, 9, 12, 13, 15, 18, 23, 24];
    let moment = |month: &u32| hours(f64::from(*month) * DAYS_A_MONTH * 24.0);
    let moments: Vec<SimTime> = months.iter().map(moment).collect();
    let replications = bench.options.depth.replications(10_000, 40_000);
    let samples = looks(bench, &scenario, replications, &moments)?;
    let at = |month: u32| months.iter().position(|it| *it == month).unwrap_or_default();
    let arrivals = |month: u32| column(&samples, months.len() + at(month));
    let mut rows: Vec<Row> = Vec::new();
    for (name, exact) in theory::of(GROWTH) {
        let month = name.trim_start_matches("mean_number_month").parse().unwrap_or_default();
        rows.push(bench.row(name, exact, Found::mean(column(&samples, at(month)))));
    }
    for (name, exact) in theory::of(GROWTH_ARRIVALS) {
        let found = match name {
            "mean_tickets" => Found::mean(arrivals(24)),
            "sd_tickets" => Found::sd(&arrivals(24).collect::<Vec<_>>()),
            "mean_tickets_month1" => Found::mean(arrivals(1)),
            _ => Found::mean(arrivals(24).zip(arrivals(23)).map(|(all, before)| all - before)),
        };
        let wanted = super::row::Wanted::exact(exact);
        rows.push(found.row(bench.family, GROWTH_ARRIVALS, name, wanted));
    }
    Some(rows)
}
