//! Offered load against capacity: who has more work than hands, before anything is simulated.
//!
//! The load is that of [`crate::department::offered`], with every uncertain input at its mean and at
//! the ends of its range, and with the drivers as they are at the start and at the end.
//! What depends on the course of events (hires on a condition, leavers) is left out.

use crate::department::offered::{Needs, OfferedLoad, When, availability, driver_levels};
use crate::ids::{InputId, RoleId, StreamId};
use crate::scenario::{Hire, Inputs, Person, Range, Role, Scenario};
use jiff::civil::Date;
use std::ops;

/// Months that stand for a typical year.
const YEAR: usize = 12;
/// A driver that moves less than this stands still.
const MOVES: f64 = 0.005;

/// A number with the inputs at their means, and the least and most that their ranges allow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bounds {
    /// Every uncertain input at its mean.
    pub(crate) mean: f64,
    /// Every input at the end of its range that makes this least.
    pub(crate) low: f64,
    /// Every input at the end of its range that makes this most.
    pub(crate) high: f64,
}

/// What is asked of a role, and what its people can give.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RoleLoad {
    /// The role.
    pub(crate) role: RoleId,
    /// People at the start, and at the end (hires on a date included).
    pub(crate) headcount: [f64; 2],
    /// The share of working time in which a person is there.
    pub(crate) availability: f64,
    /// Working hours of a month of a person who is never away.
    pub(crate) hours_a_month: f64,
    /// People needed with the drivers as at the start.
    pub(crate) now: Bounds,
    /// People needed with the drivers as at the end.
    pub(crate) then: Bounds,
    /// For each driver that moves: people needed when it alone stands where it ends.
    pub(crate) alone: Vec<(usize, f64)>,
    /// People needed in each month, with the inputs at their means.
    pub(crate) months: Vec<f64>,
    /// People in the middle of each month (hires on a date included).
    pub(crate) people: Vec<f64>,
}

impl RoleLoad {
    /// People needed ÷ people there, at the start and at the end.
    pub(crate) fn ratio(&self) -> [f64; 2] {
        let ratio = |load: f64, people: f64| load / (people * self.availability);
        [ratio(self.now.mean, self.headcount[0]), ratio(self.then.mean, self.headcount[1])]
    }

    /// People needed ÷ people there, month by month.
    pub(crate) fn ratios(&self) -> Vec<f64> {
        let months = self.months.iter().zip(&self.people);
        months.map(|(load, people)| load / (people * self.availability)).collect()
    }
}

/// What is asked of every role.
pub(crate) fn offered(scenario: &Scenario) -> Vec<RoleLoad> {
    let load = OfferedLoad::of(scenario);
    let ends = [
        scenario.timeline.start_time().day(),
        scenario.timeline.horizon_time().day().saturating_sub(1),
    ];
    let means = Inputs::mean(scenario);
    let levels = |inputs: &Inputs, day: usize| driver_levels(scenario, inputs, day);
    let at = |inputs: &Inputs, levels: &[f64], day: usize| {
        let when = When::typical_year(scenario, day);
        people(scenario, &load, inputs, levels, &when)
    };
    let [now, then] =
        ends.map(|day| bounds(scenario, &means, |inputs| at(inputs, &levels(inputs, day), day)));
    let middle = |days: &ops::Range<usize>| (days.start + days.end) / 2;
    let by_month = (0..scenario.timeline.months()).map(|month| {
        let when = OfferedLoad::month(scenario, month);
        let levels = levels(&means, middle(&when.days));
        (middle(&when.days), people(scenario, &load, &means, &levels, &when))
    });
    let by_month: Vec<(usize, Vec<f64>)> = by_month.collect();
    let [first, last] = ends.map(|day| levels(&means, day));
    let moving = (0..first.len()).filter(|&it| (last[it] / first[it] - 1.0).abs() > MOVES);
    let alone = moving.map(|driver| {
        let mut levels = first.clone();
        levels[driver] = last[driver];
        (driver, at(&means, &levels, ends[0]))
    });
    let alone: Vec<(usize, Vec<f64>)> = alone.collect();
    let of_role = |(index, role): (usize, &Role)| {
        let calendar = &scenario.calendars[role.calendar.index()];
        RoleLoad {
            role: RoleId::new(index),
            headcount: ends.map(|day| headcount(scenario, index, day)),
            availability: availability(scenario, role, &means),
            hours_a_month: calendar.yearly().hours() / YEAR as f64,
            now: now[index],
            then: then[index],
            alone: alone.iter().map(|(driver, it)| (*driver, it[index])).collect(),
            months: by_month.iter().map(|it| it.1[index]).collect(),
            people: by_month.iter().map(|it| headcount(scenario, index, it.0)).collect(),
        }
    };
    scenario.roles.iter().enumerate().map(of_role).collect()
}

/// People of each role whom the work would keep busy, as it comes around a day.
pub(crate) fn busy_people(
    scenario: &Scenario,
    load: &OfferedLoad,
    inputs: &Inputs,
    day: usize,
) -> Vec<f64> {
    let levels = driver_levels(scenario, inputs, day);
    people(scenario, load, inputs, &levels, &When::typical_year(scenario, day))
}

/// Items of a stream in a month of the first year, those that others cause included.
pub(crate) fn items_a_month(scenario: &Scenario, stream: StreamId, inputs: &Inputs) -> f64 {
    items_on(scenario, inputs, scenario.timeline.start_time().day())[stream.index()]
}

/// Items of each stream in a month of a typical year in which everything is as on a day, those that
/// others cause included.
pub(crate) fn items_on(scenario: &Scenario, inputs: &Inputs, day: usize) -> Vec<f64> {
    let (levels, when) = (driver_levels(scenario, inputs, day), When::typical_year(scenario, day));
    let needs = Needs::of(scenario, inputs);
    let mut items = OfferedLoad::of(scenario).items(scenario, &needs, inputs, &levels, &when);
    items.iter_mut().for_each(|it| *it /= when.months.len() as f64);
    items
}

/// People of each role with certain inputs and levels of the drivers.
fn people(
    scenario: &Scenario,
    load: &OfferedLoad,
    inputs: &Inputs,
    levels: &[f64],
    when: &When,
) -> Vec<f64> {
    let present = |role: usize| {
        let people = headcount(scenario, role, when.days.start);
        people * availability(scenario, &scenario.roles[role], inputs)
    };
    let needs = Needs::of(scenario, inputs);
    load.people(scenario, &needs, inputs, levels, when, &present)
}

/// The least and the most of every number, each with the ends of the inputs that suit it.
///
/// An end is chosen with the other inputs at their means; numbers that move with each input in one
/// direction, as loads do, are bounded exactly by that.
fn bounds(
    scenario: &Scenario,
    means: &Inputs,
    numbers: impl Fn(&Inputs) -> Vec<f64>,
) -> Vec<Bounds> {
    let middle = numbers(means);
    let mut least = vec![means.clone(); middle.len()];
    let mut most = least.clone();
    for (index, input) in scenario.inputs.iter().enumerate() {
        let (id, (min, max)) = (InputId::new(index), ends(input.range));
        let at = |value: f64| numbers(&means.clone().with(id, value));
        let (low, high) = (at(min), at(max));
        for number in 0..middle.len() {
            let rises = high[number] >= low[number];
            least[number].set(id, if rises { min } else { max });
            most[number].set(id, if rises { max } else { min });
        }
    }
    let bound = |number: usize| Bounds {
        mean: middle[number],
        low: numbers(&least[number])[number],
        high: numbers(&most[number])[number],
    };
    (0..middle.len()).map(bound).collect()
}

fn ends(range: Range) -> (f64, f64) {
    match range {
        Range::Uniform { min, max } | Range::Triangular { min, max, .. } => (min, max),
    }
}

/// People of a role on a day, each as the part of a full-time one that they do: those of the start and
/// hires on a date.
pub(crate) fn headcount(scenario: &Scenario, role: usize, day: usize) -> f64 {
    let date = scenario.timeline.date_of(day);
    let part =
        |it: &Person| it.productivity * scenario.part_of_full_time(RoleId::new(role), it.hours);
    let joined = there_on(scenario, RoleId::new(role), date);
    let joined = joined.map(|it| f64::from(it.count) * part(&it.person));
    let it = &scenario.roles[role];
    let people = it.people.iter().take(it.headcount as usize);
    // Whoever leaves is as many fewer from then on; what differs from full time is added.
    let own = people.map(|it| if it.stays_on(date) { part(it) - 1.0 } else { -1.0 });
    f64::from(it.headcount) + own.sum::<f64>() + joined.sum::<f64>()
}

/// People of a role on the first day, whatever their hours.
pub(crate) fn people_at_start(scenario: &Scenario, role: RoleId) -> u32 {
    let there = there_on(scenario, role, scenario.timeline.start());
    scenario.roles[role.index()].headcount + there.map(|it| it.count).sum::<u32>()
}

/// The hires of a role who are there on a day.
fn there_on(scenario: &Scenario, role: RoleId, date: Date) -> impl Iterator<Item = &Hire> {
    let hires = scenario.hires.iter().filter(move |it| it.role == role && it.start <= date);
    hires.filter(move |it| it.person.stays_on(date))
}

/// The role that spends most effort on an item of a stream.
pub(crate) fn busiest_role(
    scenario: &Scenario,
    stream: StreamId,
    inputs: &Inputs,
) -> Option<RoleId> {
    let it = &scenario.streams[stream.index()];
    if let [only, ..] = *it.for_each {
        return Some(only);
    }
    let needs = Needs::of(scenario, inputs);
    let busiest = needs
        .effort(stream.index())
        .iter()
        .enumerate()
        .rev()
        .max_by(|one, other| one.1.total_cmp(other.1))?;
    (*busiest.1 > 0.0).then(|| RoleId::new(busiest.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load_text;

    /// Days of eight hours, every day of the year, for a hand calculation without holidays.
    fn scenario(text: &str) -> Scenario {
        let text = format!(
            "[scenario]\nname = \"x\"\nstart = 2026-02-01\nmonths = 24\n\
             [calendar]\nbase = \"none\"\nhours = [\"09:00-17:00\"]\n\
             days = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]\n{text}"
        );
        let study = load_text("x.toml", &text, None, &[], None);
        study.unwrap_or_else(|it| panic!("{it}")).policies.remove(0).scenario
    }

    fn close(found: f64, exact: f64) {
        assert!((found - exact).abs() < 1e-6 * exact.abs().max(1.0), "{found}, not {exact}");
    }

    const AGENT: &str = "[roles.agent]\nheadcount = 1\n";

    #[test]
    fn arrivals_times_effort_are_people() {
        let scenario = scenario(&format!(
            "{AGENT}[streams.s]\narrival = {{ rate = 10, per = \"working-day\" }}\n\
             route = [{{ effort = \"30min\", role = \"agent\" }}]\n"
        ));
        let load = &offered(&scenario)[0];
        close(load.now.mean, 10.0 * 0.5 / 8.0);
        close(load.then.low, 0.625);
        close(load.ratio()[0], 0.625);
        assert_eq!(load.months.len(), 24);
        load.months.iter().for_each(|it| close(*it, 0.625));
        close(load.hours_a_month, 8.0 * 365.0 / 12.0);
    }

    #[test]
    fn a_reopening_is_one_over_one_minus_p_and_branches_have_their_weight() {
        let scenario = scenario(&format!(
            "{AGENT}[roles.head]\nheadcount = 1\n\
             [streams.s]\narrival = {{ rate = 8, per = \"working-day\" }}\nroute = [\n\
             {{ effort = \"1h\", role = \"agent\" }},\n\
             {{ branch = \"25%\", steps = [{{ spawn = \"c\", count = 2 }}], otherwise = [{{ effort = \"20min\", role = \"agent\" }}] }},\n\
             {{ cycle = 3, steps = [{{ effort = \"10min\", role = \"agent\", together_with = \"head\" }}] }},\n\
             {{ reopen = \"20%\", after = \"1h\" }}]\n\
             [streams.c]\narrival = \"spawned\"\nroute = [{{ effort = \"30min\", role = \"head\" }}]\n"
        ));
        let loads = offered(&scenario);
        // 8 a day ÷ 0.8 = 10 a day, each 60 + 0.75 × 20 + 3 × 10 = 105 minutes.
        close(loads[0].now.mean, 10.0 * 105.0 / 60.0 / 8.0);
        // The head is there for 30 minutes and has 0.25 × 2 spawned items of 30.
        close(loads[1].now.mean, 10.0 * 45.0 / 60.0 / 8.0);
    }

    #[test]
    fn work_of_each_person_grows_with_people_and_misses_the_absent() {
        let scenario = scenario(
            "[roles.agent]\nheadcount = 4\nholiday = { blocks = [\"73d\"] }\n\
             [streams.m]\narrival = { on = \"daily\" }\nfor_each = [\"agent\"]\nmeeting = true\n\
             route = [{ effort = \"1h\" }]\n",
        );
        let load = &offered(&scenario)[0];
        close(load.availability, 0.8);
        close(load.now.mean, 4.0 * 0.8 / 8.0);
    }

    #[test]
    fn a_driver_and_a_date_move_the_load_and_ranges_bound_it() {
        let scenario = scenario(&format!(
            "[drivers.clients]\nlinear = {{ from = 100, to = 300, months = 24 }}\n{AGENT}\
             [streams.s]\narrival = {{ rate = 4, per = \"working-day\", driver = \"clients\", at = 100 }}\n\
             route = [{{ effort = {{ mean = {{ min = \"1h\", max = \"3h\" }} }}, role = \"agent\" }}]\n\
             [[policies]]\nkey = \"a\"\nchanges = [\n\
             {{ hire = \"agent\", start = 2027-02-01 }},\n\
             {{ automation = \"x\", streams = [\"s\"], from = 2027-02-01, arrivals = 0.5, effort = 0.8 }}]\n"
        ));
        let load = &offered(&scenario)[0];
        let near = |found: f64, exact: f64| assert!((found / exact - 1.0).abs() < 0.003, "{found}");
        near(load.now.mean, 1.0);
        near(load.now.low, 0.5);
        near(load.now.high, 1.5);
        near(load.then.mean, 3.0 * 0.4);
        assert_eq!(load.headcount, [1.0, 2.0]);
        // Half of the driver's way, and the automation has just begun.
        near(load.months[12], 1.0 * (100.0 + 200.0 * 12.5 / 24.0) / 100.0 * 0.4);
        // The driver alone: without the automation, which begins later.
        near(load.alone[0].1, 3.0);
    }

    #[test]
    fn work_of_several_roles_is_shared_by_their_people() {
        let scenario = scenario(&format!(
            "{AGENT}[roles.late]\nheadcount = 3\n\
             [streams.s]\narrival = {{ rate = 16, per = \"working-day\" }}\n\
             route = [{{ effort = \"1h\", role = [\"agent\", \"late\"] }}]\n\
             [streams.own]\narrival = {{ rate = 4, per = \"working-day\" }}\n\
             route = [{{ effort = \"1h\", role = \"agent\" }}]\n"
        ));
        // Two and a half people's work for four, half of it for agents alone: 0.625 each.
        let loads = offered(&scenario);
        close(loads[0].now.mean, 0.625);
        close(loads[1].now.mean, 3.0 * 0.625);
        loads.iter().for_each(|it| close(it.ratio()[0], 0.625));
    }

    #[test]
    fn dates_count_what_falls_on_them() {
        let scenario = scenario(&format!(
            "{AGENT}[streams.s]\narrival = {{ on = \"month-span\", from = 20, to = 31, count = {{ between = [1, 3] }} }}\n\
             route = [{{ effort = \"1h\", role = \"agent\" }}]\n"
        ));
        // February 2026: nine days of two hours in 28 days of eight.
        close(offered(&scenario)[0].months[0], 18.0 / 28.0 / 8.0);
        close(offered(&scenario)[0].months[1], 24.0 / 31.0 / 8.0);
    }
}
