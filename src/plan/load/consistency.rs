//! What a scenario says twice, and differently: limits that overrule each other, numbers of open
//! items that Little's law does not allow.

use super::offered::{self};
use crate::calendar::{Cursor, WorkingTime};
use crate::ids::{MarkId, SlaId, StreamId, WaitId};
use crate::scenario::{
    Arrival, Bounds, CLOSED, CONTACT, CREATED, Clock, ClockStart, Inputs, Limit, SOLVED, Scenario,
    route,
};
use crate::time::{Effort, Elapsed, SimTime, TICKS_PER_DAY};

/// Arrival moments are tried so far apart: a quarter of an hour.
const STEP: Elapsed = Elapsed::from_ticks(TICKS_PER_DAY / 96);
/// Days over which they are tried.
const YEAR: usize = 365;

/// Two limits of one SLA on different clocks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TwoLimits {
    /// The SLA.
    pub(crate) sla: SlaId,
    /// The limit on the working clock.
    pub(crate) working: Limit,
    /// The limit on the calendar.
    pub(crate) calendar: Limit,
    /// Share of the moments of a year's working time from which the working limit ends later.
    pub(crate) working_later: f64,
}

/// A claimed number of open items that Little's law does not allow.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NotLittle {
    /// The claim's id.
    pub(crate) claim: String,
    /// The stream.
    pub(crate) stream: StreamId,
    /// What the claim states: at least, at most.
    pub(crate) stated: Bounds,
    /// Items a month.
    pub(crate) a_month: f64,
    /// Days that the route takes when nobody has to wait.
    pub(crate) route_days: f64,
    /// Items open at once: arrivals × time.
    pub(crate) open: f64,
}

/// Every SLA with a limit on the working clock and one on the calendar.
pub(crate) fn two_limits(scenario: &Scenario) -> Vec<TwoLimits> {
    let inputs = Inputs::mean(scenario);
    let mut found = Vec::new();
    for (index, sla) in scenario.slas.iter().enumerate() {
        let calendar = &scenario.calendars[sla.calendar.index()];
        let is_working = |it: &&Limit| it.clock.is_of_working_time();
        for working in sla.limits.iter().filter(is_working) {
            for other in sla.limits.iter().filter(|it| !is_working(it)) {
                found.push(TwoLimits {
                    sla: SlaId::new(index),
                    working: *working,
                    calendar: *other,
                    working_later: share_later(scenario, calendar, *working, *other, &inputs),
                });
            }
        }
    }
    found
}

/// Walks the working moments of a year.
fn share_later(
    scenario: &Scenario,
    calendar: &WorkingTime,
    working: Limit,
    other: Limit,
    inputs: &Inputs,
) -> f64 {
    let cursor = Cursor::new(calendar);
    let ends = |limit: Limit, at: SimTime| {
        let start = ClockStart { at, worked: cursor.worked_until(at) };
        limit.clock.due(start, Effort::from_seconds(limit.time.value(inputs)), &cursor)
    };
    let (mut later, mut all) = (0_u32, 0_u32);
    let first = scenario.timeline.start_time().day();
    for day in first..first + YEAR {
        for (from, to) in calendar.intervals(day) {
            let mut moment = from;
            while moment < to {
                all += 1;
                later += u32::from(ends(working, moment) > ends(other, moment));
                moment = moment + STEP;
            }
        }
    }
    f64::from(later) / f64::from(all)
}

/// The mean time of a route in which nobody waits for anybody: seconds on each clock.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Way {
    working: f64,
    calendar: f64,
}

impl Way {
    pub(super) fn minus(self, other: Self) -> Self {
        Self { working: self.working - other.working, calendar: self.calendar - other.calendar }
    }

    /// Hours of working time, and of calendar time.
    pub(crate) fn hours(self) -> [f64; 2] {
        [self.working, self.calendar].map(|it| it / 3_600.0)
    }

    /// Everything in calendar seconds: of a week, so much is working time.
    pub(super) fn in_calendar(self, calendar: &WorkingTime) -> f64 {
        self.calendar + self.working * 168.0 / calendar.regular_week().hours()
    }

    /// Everything in working seconds.
    pub(super) fn in_working(self, calendar: &WorkingTime) -> f64 {
        self.working + self.calendar * calendar.regular_week().hours() / 168.0
    }
}

/// A stream's route in the mean.
pub(super) struct MeanRoute {
    way: Way,
    /// The way to each mark, the first time it is reached.
    pub(super) marks: Vec<Option<Way>>,
}

impl MeanRoute {
    /// Without the waits of `pauses`, in which the clock stands.
    pub(super) fn of(
        scenario: &Scenario,
        stream: StreamId,
        inputs: &Inputs,
        pauses: &[WaitId],
    ) -> Self {
        let mut mean = Self { way: Way::default(), marks: vec![None; scenario.marks.len()] };
        mean.reach(CREATED);
        let route = &scenario.streams[stream.index()].route;
        route::walk(route, 1.0, inputs, &mut |step, weight| {
            if let Some(effort) = step.effort {
                mean.reach(CONTACT);
                mean.way.working += weight * effort.mean_seconds(inputs);
            }
            if let Some(wait) = step.wait.filter(|it| !pauses.contains(&it.wait)) {
                let seconds = weight * wait.time.mean_seconds(inputs);
                match wait.clock {
                    Clock::Working => mean.way.working += seconds,
                    Clock::Calendar => mean.way.calendar += seconds,
                }
            }
            if let Some(mark) = step.mark {
                mean.reach(mark);
            }
        });
        mean.reach(SOLVED);
        mean.reach(CLOSED);
        mean
    }

    fn reach(&mut self, mark: MarkId) {
        self.marks[mark.index()].get_or_insert(self.way);
    }
}

/// Claims about open items, against arrivals × the time that their route takes.
///
/// Little's law: L = λW (Operations Research 9, 1961). W here is the least it can be, without any
/// queue; more open items than that are a queue and not a way of working.
pub(crate) fn not_little(scenario: &Scenario) -> Vec<NotLittle> {
    let inputs = Inputs::mean(scenario);
    let mut found = Vec::new();
    for (index, stream) in scenario.streams.iter().enumerate() {
        let Some(measure) = &stream.open_measure else {
            continue;
        };
        let id = StreamId::new(index);
        let calendar = &scenario.calendars[stream.clock.index()];
        let way = MeanRoute::of(scenario, id, &inputs, &[]).way;
        let route_days = way.in_calendar(calendar) / 86_400.0;
        let a_month = match stream.arrival {
            Arrival::Spawned => continue,
            _ => offered::items_a_month(scenario, id, &inputs),
        };
        let open = a_month * 12.0 / 365.25 * route_days;
        for claim in &scenario.claims {
            for test in claim.tests.iter().filter(|it| it.measure.key() == measure) {
                if !test.bounds.over(test.factor).hold(open) {
                    found.push(NotLittle {
                        claim: claim.id.clone(),
                        stream: id,
                        stated: test.bounds,
                        a_month,
                        route_days,
                        open,
                    });
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load_text;

    /// Monday to Friday, eight hours without a break, no holidays.
    fn scenario(text: &str) -> Scenario {
        let text = format!(
            "[scenario]\nname = \"x\"\nstart = 2026-02-02\nmonths = 12\n\
             [calendar]\nbase = \"none\"\nhours = [\"09:00-17:00\"]\n\
             [roles.agent]\nheadcount = 1\n\
             [streams.s]\narrival = {{ rate = 10, per = \"month\" }}\n{text}"
        );
        let study = load_text("x.toml", &text, None, &[], None);
        study.unwrap_or_else(|it| panic!("{it}")).policies.remove(0).scenario
    }

    const HOUR: &str = "route = [{ effort = \"1h\", role = \"agent\" }]\n";

    fn later(working: &str, calendar: &str) -> f64 {
        let sla = format!(
            "{HOUR}[streams.s.sla.x]\nto = \"closed\"\nwithin = {{ working = \"{working}\", {calendar} }}\ntarget = \"90%\"\n"
        );
        two_limits(&scenario(&sla))[0].working_later
    }

    #[test]
    fn forty_eight_working_hours_never_end_within_five_calendar_days() {
        assert_eq!(later("48h", "calendar_days = 5"), 1.0);
        assert_eq!(later("1h", "calendar_days = 5"), 0.0);
    }

    #[test]
    fn the_share_is_that_of_the_working_moments() {
        // Eight working hours end the same time next working day: on Fridays after 72 hours, else
        // after 24. From 9:00 exactly they end at 17:00 of that day.
        let share = later("8h", "calendar = \"24h\"");
        assert!((share - 31.0 / 32.0 / 5.0).abs() < 0.002, "{share}");
    }

    #[test]
    fn open_items_are_arrivals_times_time() {
        // Ten a month through 73 calendar hours: 10 × 12 ÷ 365.25 × 73 ÷ 24 = 1 at once.
        let text = "open_measure = \"open\"\nroute = [\n\
            { wait = \"x\", time = \"73h\", clock = \"calendar\" }, { effort = \"0h\", role = \"agent\" }]\n\
            [[claims]]\nid = \"C-1\"\ntext = \"five at once\"\n\
            tests = [{ measure = \"open\", scope = \"all\", at_least = 5, at_most = 8 }]\n\
            [[claims]]\nid = \"C-2\"\ntext = \"one at once\"\n\
            tests = [{ measure = \"open\", scope = \"all\", at_most = 2 }]\n";
        let found = not_little(&scenario(text));
        assert_eq!(found.len(), 1);
        let stated = Bounds { at_least: Some(5.0), at_most: Some(8.0) };
        assert_eq!((found[0].claim.as_str(), found[0].stated), ("C-1", stated));
        assert!((found[0].open - 1.0).abs() < 0.01, "{}", found[0].open);
    }
}
