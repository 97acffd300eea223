//! Doubts: numbers that a scenario may have and that are hardly meant.
//!
//! A doubt states what the number amounts to and what it would be if something else were meant; it is
//! for people to decide.

use super::offered::{RoleLoad, items_on, offered};
use crate::department::offered::{Needs, driver_levels};
use crate::ids::{DriverId, RoleId, StreamId};
use crate::scenario::{Arrival, ArrivalRate, Inputs, Per, Quantity, Scenario};

/// More work than people by this factor is a mistake more often than a department.
pub(crate) const TOO_MUCH: f64 = 3.0;
/// A driver that stands lower does not make much of a rate.
const HIGH: f64 = 10.0;
/// A rate is that of the driver's level when they differ by less than this part.
const SAME: f64 = 0.01;

/// A rate for each unit of a driver that looks like the rate at the driver's level.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct EachOrAll {
    /// Streams with this rate: one, or those of a mix.
    pub(crate) streams: Vec<StreamId>,
    /// The driver.
    pub(crate) driver: DriverId,
    /// The rate as it is written, in the mean.
    pub(crate) rate: f64,
    /// Its unit of time.
    pub(crate) per: Per,
    /// The driver at the start.
    pub(crate) level: f64,
}

/// Demand of several times what a role's people can do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TooMuch {
    /// The role.
    pub(crate) role: RoleId,
    /// How many times.
    pub(crate) times: f64,
    /// Whether at the start; else only in the end.
    pub(crate) at_start: bool,
    /// The stream that brings most of it.
    pub(crate) stream: StreamId,
    /// How many items a month it has then.
    pub(crate) a_month: f64,
    /// Hours of the role that one takes.
    pub(crate) hours: f64,
}

/// Factors that change a volume as only shares would.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Factors {
    /// The stream.
    pub(crate) stream: StreamId,
    /// Whether of weekdays; else of months.
    pub(crate) weekdays: bool,
    /// Their sum.
    pub(crate) sum: f64,
    /// How many of them are not zero.
    pub(crate) count: usize,
}

/// Rates whose `at` may be missing: without it they are for each unit of the driver.
///
/// Asked about where the rate is the level itself, or where some role drowns in it and would not
/// otherwise.
pub(crate) fn each_or_all(scenario: &Scenario, loads: &[RoleLoad]) -> Vec<EachOrAll> {
    let inputs = Inputs::mean(scenario);
    let levels = driver_levels(scenario, &inputs, scenario.timeline.start_time().day());
    let mut found: Vec<(EachOrAll, Quantity)> = Vec::new();
    for (index, rate) in rates(scenario) {
        let Some(driver) = rate.driver.filter(|_| is_for_each(rate)) else { continue };
        let (own, level) = (rate.rate.value(&inputs), levels[driver.index()]);
        if level < HIGH || own < 1.0 {
            continue;
        }
        let known = |it: &&mut (EachOrAll, Quantity)| {
            it.1 == rate.rate && it.0.driver == driver && it.0.per == rate.per
        };
        match found.iter_mut().find(known) {
            Some(it) => it.0.streams.push(index),
            None => {
                let streams = vec![index];
                let it = EachOrAll { streams, driver, rate: own, per: rate.per, level };
                found.push((it, rate.rate));
            }
        }
    }
    let found = found.into_iter().map(|it| it.0);
    found
        .filter(|it| (it.rate / it.level - 1.0).abs() < SAME || drowns(scenario, loads, it))
        .collect()
}

/// Whether a rate is for each unit of its driver.
fn is_for_each(rate: &ArrivalRate) -> bool {
    rate.at == Quantity::Known(1.0) && rate.elasticity == Quantity::Known(1.0)
}

/// Whether a role has several times the work that it can do, and would not have if the rate were meant
/// for the level of the driver.
fn drowns(scenario: &Scenario, loads: &[RoleLoad], it: &EachOrAll) -> bool {
    let drowning: Vec<usize> =
        (0..loads.len()).filter(|role| loads[*role].ratio()[0] > TOO_MUCH).collect();
    if drowning.is_empty() {
        return false;
    }
    let mut meant = scenario.clone();
    for stream in &it.streams {
        if let Arrival::Rate(rate) = &mut meant.streams[stream.index()].arrival {
            rate.at = Quantity::Known(it.level);
        }
    }
    let meant = offered(&meant);
    drowning.iter().any(|role| meant[*role].ratio()[0] <= TOO_MUCH)
}

/// Roles of which several times as much is asked as they can do.
pub(crate) fn too_much(scenario: &Scenario, loads: &[RoleLoad]) -> Vec<TooMuch> {
    let inputs = Inputs::mean(scenario);
    let needs = Needs::of(scenario, &inputs);
    let timeline = &scenario.timeline;
    let days = [timeline.start_time().day(), timeline.horizon_time().day().saturating_sub(1)];
    let of_role = |load: &RoleLoad| {
        let at = load.ratio().iter().position(|it| it.is_finite() && *it > TOO_MUCH)?;
        let items = items_on(scenario, &inputs, days[at]);
        let hours = |stream: usize| needs.effort(stream)[load.role.index()] / 3_600.0;
        // Of each person's own duties there are as many as people: nobody drowns in those alone.
        let shared = (0..items.len()).filter(|it| scenario.streams[*it].for_each.is_empty());
        let most =
            shared.max_by(|a, b| (items[*a] * hours(*a)).total_cmp(&(items[*b] * hours(*b))))?;
        (items[most] * hours(most) > 0.0).then(|| TooMuch {
            role: load.role,
            times: load.ratio()[at],
            at_start: at == 0,
            stream: StreamId::new(most),
            a_month: items[most],
            hours: hours(most),
        })
    };
    loads.iter().filter_map(of_role).collect()
}

/// Factors of months or weekdays whose mean is far from one. Zeros say when nothing comes and are no
/// share of anything.
pub(crate) fn factors(scenario: &Scenario) -> Vec<Factors> {
    let mut found = Vec::new();
    for (stream, rate) in rates(scenario) {
        for (weekdays, all) in
            [(false, &rate.profile.months[..]), (true, &rate.profile.weekdays[..])]
        {
            let (sum, count) =
                (all.iter().sum::<f64>(), all.iter().filter(|it| **it > 0.0).count());
            let mean = sum / count as f64;
            if !(1.0 / TOO_MUCH..=TOO_MUCH).contains(&mean) {
                found.push(Factors { stream, weekdays, sum, count });
            }
        }
    }
    found
}

/// Streams that come at a rate.
fn rates(scenario: &Scenario) -> impl Iterator<Item = (StreamId, &ArrivalRate)> {
    scenario.streams.iter().enumerate().filter_map(|(index, it)| match &it.arrival {
        Arrival::Rate(rate) => Some((StreamId::new(index), rate)),
        Arrival::Recurrence(_) | Arrival::Replay(_) | Arrival::Spawned => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load_text;

    fn scenario(level: f64, arrival: &str, effort: &str) -> Scenario {
        let text = format!(
            "[scenario]\nname = \"x\"\nstart = 2026-02-02\nmonths = 12\n\
             [calendar]\nbase = \"none\"\nhours = [\"09:00-17:00\"]\n\
             [drivers.d]\nlinear = {{ from = {level}, to = {to}, months = 12 }}\n\
             [roles.agent]\nheadcount = 5\n\
             [streams.s]\narrival = {{ {arrival} }}\nroute = [{{ effort = \"{effort}\", role = \"agent\" }}]\n",
            to = level * 2.0
        );
        let study = load_text("x.toml", &text, None, &[], None);
        study.unwrap_or_else(|it| panic!("{it}")).policies.remove(0).scenario
    }

    fn asked(scenario: &Scenario) -> Vec<EachOrAll> {
        each_or_all(scenario, &offered(scenario))
    }

    #[test]
    fn a_rate_that_is_the_level_of_its_driver_is_asked_about() {
        let found = asked(&scenario(900.0, "rate = 900, per = \"week\", driver = \"d\"", "1min"));
        assert_eq!((found[0].rate, found[0].per), (900.0, Per::Week));
        assert!((found[0].level / 900.0 - 1.0).abs() < 0.01);
        let meant = "rate = 900, per = \"week\", driver = \"d\", at = 900";
        assert!(asked(&scenario(900.0, meant, "1min")).is_empty());
    }

    #[test]
    fn a_rate_in_which_people_drown_is_asked_about_and_a_rate_a_client_is_not() {
        let each = "rate = 30, per = \"week\", driver = \"d\"";
        assert_eq!(asked(&scenario(400.0, each, "10min")).len(), 1);
        // A tenth of a ticket a week for each of 400 clients, and three for each of 30.
        for (level, each) in [(400.0, 0.1), (30.0, 3.0)] {
            let each = format!("rate = {each}, per = \"week\", driver = \"d\"");
            assert!(asked(&scenario(level, &each, "10min")).is_empty());
        }
        // Whatever was meant, five people would drown: `at` is not the reason.
        assert!(
            asked(&scenario(20.0, "rate = 3000, per = \"week\", driver = \"d\"", "2h")).is_empty()
        );
    }

    #[test]
    fn demand_of_several_times_capacity_names_its_stream() {
        // 40 hours × 5 people a week do 200 hours; 1 000 a week of one hour are five times that.
        let five = scenario(1.0, "rate = 1000, per = \"week\"", "1h");
        let found = too_much(&five, &offered(&five));
        assert!(found[0].at_start && (found[0].times - 5.0).abs() < 1e-9, "{found:?}");
        assert!(
            (found[0].hours - 1.0).abs() < 1e-9 && (found[0].a_month / 4_345.0 - 1.0).abs() < 0.01
        );
        // Twice that much in the end: only then three times.
        let later = scenario(1.0, "rate = 400, per = \"week\", driver = \"d\"", "1h");
        let found = too_much(&later, &offered(&later));
        assert!(!found[0].at_start && (found[0].times / 4.0 - 1.0).abs() < 0.01, "{found:?}");
        let some = scenario(1.0, "rate = 550, per = \"week\"", "1h");
        assert!(too_much(&some, &offered(&some)).is_empty());
    }

    #[test]
    fn shares_in_the_place_of_factors_are_asked_about_and_a_season_is_not() {
        let of = |profile: &str| {
            factors(&scenario(1.0, &format!("rate = 10, per = \"month\", {profile}"), "1h"))
        };
        let found = of("months = [8, 8, 8, 9, 9, 8, 8, 8, 8, 9, 9, 8]");
        assert_eq!((found[0].weekdays, found[0].sum, found[0].count), (false, 100.0, 12));
        let found = of("weekdays = [0.25, 0.2, 0.2, 0.2, 0.15, 0, 0]");
        assert!(found[0].weekdays && (found[0].sum - 1.0).abs() < 1e-9 && found[0].count == 5);
        for sane in [
            "months = [0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0]",
            "months = { dec = 2 }",
            "weekdays = [1.3, 1.1, 1, 0.9, 0.7, 0.1, 0.1]",
        ] {
            assert_eq!(of(sane), [], "{sane}");
        }
    }
}
