//! Targets out of reach: what share of an SLA is in time when nobody ever waits for anybody, and so
//! the best that any head-count can keep.
//!
//! The scenario is simulated with so many people that more of them change nothing. Not the mean of
//! a route against its limit: half of the work may be in time although its mean is not, and none of
//! the rest although it is.

use super::consistency::{MeanRoute, Way};
use super::offered::RoleLoad;
use crate::ids::SlaId;
use crate::measure::{Decided, Prepared};
use crate::scenario::{Compose, Inputs, Limit, Scenario};
use crate::statistics::proportion::upper_bound;

/// Replications at most, with the inputs at their means.
const REPLICATIONS: u64 = 3;
/// When so many items of every SLA have been judged, no more are.
const ENOUGH: u32 = 2_000;
/// Judged items of all SLAs together after which a replication ends.
const AT_MOST: u32 = 60_000;
/// People for each that the load keeps busy, and beyond: more by this factor must change nothing.
const PLENTY: f64 = 4.0;
/// Nobody waits for a simulation of more people: of such a load it is asked whether its numbers are right.
const MOST_PEOPLE: u32 = 20_000;
/// Where nobody waits, the shares with so many people and with more differ by less than this.
const SAME: f64 = 0.002;
/// How sure it must be that the target is out of reach.
const CONFIDENCE: f64 = 0.99;

/// An SLA whose target no head-count can keep.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OutOfReach {
    /// The SLA.
    pub(crate) sla: SlaId,
    /// The share that is in time when nobody waits for anybody.
    pub(crate) best: f64,
    /// The limit that binds.
    pub(crate) limit: Limit,
    /// What the route takes in the mean without any queue.
    pub(crate) route: Way,
}

/// The SLAs whose targets no head-count can keep. An SLA of which nothing was judged, and one that
/// more people still help, is not among them.
pub(crate) fn out_of_reach(scenario: &Scenario, loads: &[RoleLoad]) -> Vec<OutOfReach> {
    if scenario.slas.is_empty() {
        return Vec::new();
    }
    let people = |factor: f64| {
        let busy = |it: &RoleLoad| it.months.iter().copied().fold(it.now.high, f64::max);
        loads.iter().map(|it| (PLENTY * factor * busy(it)).ceil() as u32 + 10).collect::<Vec<_>>()
    };
    if people(PLENTY).iter().sum::<u32>() > MOST_PEOPLE {
        return Vec::new();
    }
    let (few, many) = (judged(scenario, &people(1.0)), judged(scenario, &people(PLENTY)));
    let inputs = Inputs::mean(scenario);
    let of_sla = |(index, (few, many)): (usize, (&Decided, &Decided))| {
        let sla = SlaId::new(index);
        let share = |it: &Decided| f64::from(it.met) / f64::from(it.all);
        let settled = many.all > 0 && share(many) - share(few) < SAME;
        let most = upper_bound(u64::from(many.met), u64::from(many.all), CONFIDENCE);
        let out_of_reach = settled && most < scenario.slas[index].target;
        out_of_reach.then(|| told(scenario, sla, share(many), &inputs))?
    };
    few.iter().zip(&many).enumerate().filter_map(of_sla).collect()
}

/// What is decided of every SLA with so many people of each role from the first day.
fn judged(scenario: &Scenario, people: &[u32]) -> Vec<Decided> {
    let mut plenty = scenario.clone();
    for (role, people) in plenty.roles.iter_mut().zip(people) {
        role.headcount = role.headcount.max(*people);
    }
    let months = plenty.timeline.months();
    let inputs = Inputs::mean(&plenty);
    let prepared = Prepared::new(&plenty);
    let mut simulator = prepared.simulator();
    let mut sums = vec![Decided::default(); plenty.slas.len()];
    for replication in 0..REPLICATIONS {
        let decided = |recorder: &crate::measure::Recorder<'_>, months: usize| {
            let of = |sla: usize| recorder.decided.of(sla)[1..=months].iter().copied().sum();
            (0..plenty.slas.len()).map(of).collect::<Vec<Decided>>()
        };
        let enough = |recorder: &crate::measure::Recorder<'_>, months: usize| {
            decided(recorder, months).iter().map(|it| it.all).sum::<u32>() > AT_MOST
        };
        simulator.run_until((plenty.seed, replication), &inputs, enough);
        let found = decided(simulator.recorder(), months);
        sums.iter_mut().zip(found).for_each(|(sum, it)| *sum = [*sum, it].into_iter().sum());
        if sums.iter().all(|it| it.all >= ENOUGH) {
            break;
        }
    }
    sums
}

/// An SLA with the limit that binds and the mean of its route.
fn told(scenario: &Scenario, id: SlaId, best: f64, inputs: &Inputs) -> Option<OutOfReach> {
    let sla = &scenario.slas[id.index()];
    let mean = MeanRoute::of(scenario, sla.stream, inputs, &sla.pauses);
    let (from, to) = (mean.marks[sla.from.index()]?, mean.marks[sla.to.index()]?);
    let (way, calendar) = (to.minus(from), &scenario.calendars[sla.calendar.index()]);
    // The earlier limit binds, or the later: by how much of it the route takes.
    let part = |limit: &Limit| {
        let working = limit.clock.is_of_working_time();
        let route = if working { way.in_working(calendar) } else { way.in_calendar(calendar) };
        route / limit.time.value(inputs)
    };
    let by_part = |one: &&Limit, other: &&Limit| part(one).total_cmp(&part(other));
    let limit = match sla.compose {
        Compose::Earlier => sla.limits.iter().max_by(by_part),
        Compose::Later => sla.limits.iter().min_by(by_part),
    };
    limit.map(|limit| OutOfReach { sla: id, best, limit: *limit, route: way })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::load::offered::offered;
    use crate::scenario::load_text;

    /// Monday to Friday, eight hours without a break, no holidays.
    fn found(route: &str, sla: &str) -> Vec<OutOfReach> {
        let text = format!(
            "[scenario]\nname = \"x\"\nstart = 2026-02-02\nmonths = 12\n\
             [calendar]\nbase = \"none\"\nhours = [\"09:00-17:00\"]\n\
             [roles.agent]\nheadcount = 1\n\
             [streams.s]\narrival = {{ rate = 200, per = \"month\" }}\n\
             route = [{route}]\n[streams.s.sla.x]\nto = \"solved\"\n{sla}\n"
        );
        let study = load_text("x.toml", &text, None, &[], None);
        let study = study.unwrap_or_else(|it| panic!("{it}"));
        let scenario = &study.baseline().scenario;
        out_of_reach(scenario, &offered(scenario))
    }

    const EXPONENTIAL: &str =
        "{ effort = { exponential = \"1h\" }, role = \"agent\" }, { mark = \"solved\" }";

    #[test]
    fn half_of_the_work_may_be_in_time_although_its_mean_is_not() {
        // 1 − exp(−50 ÷ 60) = 56.5 % of exponential hours are over within fifty minutes.
        assert!(found(EXPONENTIAL, "within = \"50min\"\ntarget = \"50%\"").is_empty());
        let found = found(EXPONENTIAL, "within = \"50min\"\ntarget = \"60%\"");
        assert!((found[0].best - 0.565).abs() < 0.02, "{found:?}");
        assert_eq!(found[0].route.hours(), [1.0, 0.0]);
    }

    #[test]
    fn a_target_may_be_out_of_reach_although_the_mean_is_in_time() {
        // 1 − exp(−2) = 86.5 % are over within two hours, twice the mean.
        assert!(found(EXPONENTIAL, "within = \"2h\"\ntarget = \"85%\"").is_empty());
        assert_eq!(found(EXPONENTIAL, "within = \"2h\"\ntarget = \"90%\"").len(), 1);
    }

    #[test]
    fn waits_in_which_the_clock_stands_do_not_count() {
        let route = "{ effort = \"2h\", role = \"agent\" }, \
            { wait = \"client\", time = { fixed = \"10h\" }, clock = \"working\" }, \
            { effort = \"2h\", role = \"agent\" }, { mark = \"solved\" }";
        let found = |rest: &str| found(route, &format!("target = \"90%\"\n{rest}"));
        assert_eq!(
            (found("within = \"13h\"")[0].best, found("within = \"13h\"")[0].route.hours()),
            (0.0, [14.0, 0.0])
        );
        assert!(found("within = \"15h\"").is_empty());
        assert!(found("within = \"5h\"\npauses = [\"client\"]").is_empty());
    }

    #[test]
    fn of_a_load_of_thousands_nothing_is_simulated() {
        // A rate for each unit of a driver that is meant for all of them: thousands are busy.
        let text = include_str!("../../../scenarios/two-shifts-us.toml");
        let each = text.replacen("rate = { value = 1,", "rate = { value = 900,", 1);
        assert_ne!(each, text);
        let study = load_text("x.toml", &each, None, &[], None);
        let scenario = study.unwrap_or_else(|it| panic!("{it}")).baseline().scenario.clone();
        let loads = offered(&scenario);
        assert!(loads[0].now.low > 1_000.0 && out_of_reach(&scenario, &loads).is_empty());
    }

    #[test]
    fn a_single_person_who_is_overloaded_is_no_reason() {
        let route = "{ effort = \"7h\", role = \"agent\" }, { mark = \"solved\" }";
        assert!(found(route, "within = \"8h\"\ntarget = \"100%\"").is_empty());
    }
}
