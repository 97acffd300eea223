//! Office hours: work that comes round the clock to people who do not, and work that comes with them.

use super::census::Census;
use super::reader::column_of;
use super::row::{Family, Found, Row};
use super::sample::{Bench, column};
use super::{Case, Depth, theory};
use crate::measure::Prepared;
use crate::measures::Measure;
use crate::time::{Elapsed, SimTime};

/// Monday to Friday, 9 to 13 and 14 to 18, from Monday 1 January 2024.
const HEAD: &str = "start = 2024-01-01\nlead_in = 1\nrun_out = 1\n\
                    [calendar]\nbase = \"none\"\nhours = [\"09:00-13:00\", \"14:00-18:00\"]\n\
                    days = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]\n";

/// Both cases.
pub(crate) fn cases(depth: Depth) -> Vec<Case> {
    let case = |key: &str, cost: f64, run: fn(&Bench<'_>) -> Option<Vec<Row>>| Case {
        key: key.to_owned(),
        family: Family::OfficeHours,
        cost: cost * depth.replications(40, 100) as f64 / 40.0,
        quick: false,
        run: Box::new(run),
    };
    vec![
        case("officehours_mm2_24x7_arrivals_lam0.4", 9.0, round_the_clock),
        case("officehours_mm1_workclock", 17.0, working_clock),
    ]
}

/// Arrivals at any time, on the calendar clock.
fn round_the_clock(bench: &Bench<'_>) -> Option<Vec<Row>> {
    let text = format!(
        "[scenario]\nname = \"{}\"\nmonths = 120\n{HEAD}[roles.agent]\nheadcount = 2\n\
         [streams.customer]\narrival = {{ rate = 9.6, per = \"calendar-day\" }}\n\
         route = [{{ effort = {{ exponential = \"45min\" }}, role = \"agent\" }}]\n",
        bench.case,
    );
    let scenario = bench.scenario(bench.case, &text);
    let timeline = &scenario.timeline;
    // December 2023 began on a Friday.
    let monday = (timeline.start_time() - SimTime::ZERO).hours() as usize / 24;
    let weeks = (timeline.horizon_time().day() - monday) / 7;
    let hours_of_week = [
        ("mean_number_mon_09", 9.0),
        ("mean_number_mon_13", 13.0),
        ("mean_number_mon_14", 14.0),
        ("mean_number_mon_18", 18.0),
        ("mean_number_fri_18", 4.0 * 24.0 + 18.0),
        ("mean_number_sun_12", 6.0 * 24.0 + 12.0),
    ];
    let moments = (0..weeks).flat_map(|week| {
        let midnight = SimTime::midnight(monday + 7 * week);
        hours_of_week.iter().map(move |it| midnight + Elapsed::from_hours(it.1))
    });
    let census = Census::over(&scenario, moments.collect());
    let read = |census: &mut Census, _| {
        census.finish();
        let levels = census.seen().iter().map(|it| it.level as f64);
        let mean = |look: usize| {
            levels.clone().skip(look).step_by(hours_of_week.len()).sum::<f64>() / weeks as f64
        };
        let means = (0..hours_of_week.len()).map(mean);
        means.chain([census.mean_level(), census.mean_hours()]).collect()
    };
    let replications = bench.options.depth.replications(400, 1_000);
    let samples = bench.observed(&scenario, replications, &census, read)?;
    let rows = theory::of(bench.case).into_iter().map(|(name, exact)| {
        let look = hours_of_week.iter().position(|it| it.0 == name);
        let position =
            look.unwrap_or(hours_of_week.len() + usize::from(name != "mean_number_week"));
        bench.row(name, exact, Found::mean(column(&samples, position)))
    });
    Some(rows.collect())
}

/// Arrivals in office hours, on the working clock: a plain M/M/1 of working time.
fn working_clock(bench: &Bench<'_>) -> Option<Vec<Row>> {
    let text = format!(
        "[scenario]\nname = \"{}\"\nmonths = 120\n{HEAD}[roles.agent]\nheadcount = 1\n\
         [streams.customer]\narrival = {{ rate = 1.7748478701825559, per = \"working-hour\" }}\n\
         route = [{{ effort = {{ exponential = \"25min\" }}, role = \"agent\" }}]\n\
         [streams.customer.sla.at_once]\nto = \"contact\"\nwithin = \"0.000001s\"\nattribution = \"created\"\ntarget = 1\n\
         [streams.customer.sla.closed]\nto = \"closed\"\nwithin = \"4h\"\nattribution = \"created\"\ntarget = 1\n",
        bench.case,
    );
    let scenario = bench.scenario(bench.case, &text);
    let prepared = Prepared::new(&scenario);
    let replications = bench.options.depth.replications(480, 1_200);
    let samples = bench.totals(&prepared, replications)?;
    let of = |measure: Measure, scope: &str| column(&samples, column_of(&prepared, measure, scope));
    let rows = theory::of(bench.case).into_iter().map(|(name, exact)| {
        let found = match name {
            "mean_wait_working_hours" => Found::mean(of(Measure::Wait, "customer")),
            "p_wait" => Found::mean(of(Measure::SlaMet, "customer/at_once").map(|it| 1.0 - it)),
            _ => Found::mean(of(Measure::SlaMet, "customer/closed")),
        };
        bench.row(name, exact, found)
    });
    Some(rows.collect())
}
