//! Volume: how much there is to simulate, before anything is.
//!
//! Arithmetic with every uncertain input at its mean, as in [`super::offered`]. It is to tell minutes
//! from months and megabytes from terabytes, and no more.

use super::offered::headcount;
use crate::department::offered::{Needs, OfferedLoad, When, availability};
use crate::ids::StreamId;
use crate::scenario::{Clock, Inputs, Scenario, Stream, route};

/// Seconds of one processor for an item, and for a day of a person: what a common machine of 2020 takes.
const SECONDS: (f64, f64) = (250e-9, 100e-9);
/// Bytes of an item that is open, and of a person; memory grows by doubling.
const BYTES: (f64, f64) = (200.0, 2_000.0);
/// Seconds of a calendar day.
const DAY: f64 = 86_400.0;
/// Generations after which descendants of what is there at the start are few.
const GENERATIONS: usize = 100;

/// How much there is to simulate in one replication of a scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Volume {
    /// Items that come, those that others cause included.
    pub(crate) items: f64,
    /// Items that are open at once: those that pile up because people are too few, those that wait
    /// on their route, and those of the start.
    pub(crate) open: f64,
    /// People, hires on a date included.
    pub(crate) people: f64,
    /// Days.
    pub(crate) days: f64,
}

impl Volume {
    /// Of a scenario.
    pub(crate) fn of(scenario: &Scenario) -> Self {
        let inputs = Inputs::mean(scenario);
        let needs = Needs::of(scenario, &inputs);
        let load = OfferedLoad::of(scenario);
        let timeline = &scenario.timeline;
        let (months, days) = (timeline.months(), timeline.end_time().day());
        let daily = |it: &crate::scenario::Driver| {
            it.daily(&scenario.drivers, timeline, &inputs, days.max(1))
        };
        let drivers: Vec<Vec<f64>> = scenario.drivers.iter().map(daily).collect();
        let mut volume = Self {
            days: days as f64,
            people: (0..scenario.roles.len()).map(|it| headcount(scenario, it, days)).sum(),
            ..Self::default()
        };
        let mut piles = vec![Pile::default(); scenario.roles.len()];
        let mut flows = vec![Flow::default(); scenario.streams.len()];
        for month in 0..months {
            let when = OfferedLoad::month(scenario, month);
            let day = usize::midpoint(when.days.start, when.days.end).min(days.saturating_sub(1));
            let levels: Vec<f64> = drivers.iter().map(|it| it[day]).collect();
            let mut items = load.items(scenario, &needs, &inputs, &levels, &when);
            for (items, stream) in items.iter_mut().zip(&scenario.streams) {
                let each = stream.for_each.iter();
                if !stream.for_each.is_empty() {
                    *items *= each.map(|it| headcount(scenario, it.index(), day)).sum::<f64>();
                }
            }
            volume.items += items.iter().sum::<f64>();
            for (flow, items) in flows.iter_mut().zip(&items) {
                flow.run(*items, when.days.len());
            }
            for (role, pile) in piles.iter_mut().enumerate() {
                pile.grow(scenario, role, &needs, &items, &when, &inputs);
            }
        }
        // What comes before the start and after the end is as much a month.
        let counted = timeline.horizon_time().day() - timeline.start_time().day();
        let whole = days as f64 / counted.max(1) as f64;
        volume.items *= whole;
        let passages: Vec<Passage> =
            (0..scenario.streams.len()).map(|it| Passage::of(scenario, it, &inputs)).collect();
        let waiting = flows.iter().zip(&passages);
        let waiting = waiting.map(|(flow, it)| flow.open(it.seconds, whole));
        let present = present(scenario, &passages, &inputs);
        volume.items += present;
        volume.open = piles.iter().map(|it| it.most).sum::<f64>() + waiting.sum::<f64>() + present;
        volume
    }

    /// Seconds of one processor.
    pub(crate) fn seconds(self) -> f64 {
        self.items * SECONDS.0 + self.people * self.days * SECONDS.1
    }

    /// Bytes of memory.
    pub(crate) fn bytes(self) -> f64 {
        self.open * BYTES.0 + self.people * BYTES.1
    }
}

/// Work of a role that its people do not get done, as water in a tank.
#[derive(Clone, Copy, Debug, Default)]
struct Pile {
    hours: f64,
    /// The most items that lay in it at the end of a month.
    most: f64,
}

impl Pile {
    /// A month goes by.
    fn grow(
        &mut self,
        scenario: &Scenario,
        role: usize,
        needs: &Needs,
        items: &[f64],
        when: &When,
        inputs: &Inputs,
    ) {
        let (mut come, mut hours) = (0.0, 0.0);
        for (stream, &items) in items.iter().enumerate() {
            let own = needs.effort(stream)[role] / 3_600.0;
            if own > 0.0 {
                come += items;
                hours += items * own;
            }
        }
        if come <= 0.0 {
            return;
        }
        let its = &scenario.roles[role];
        let calendar = &scenario.calendars[its.calendar.index()];
        let timeline = &scenario.timeline;
        let (first, last) = (when.months.start + 1, when.months.end + 1);
        let span = (timeline.slot_start(first), timeline.slot_start(last));
        let people = headcount(scenario, role, when.days.start);
        let there = people * availability(scenario, its, inputs);
        let done = there * calendar.between(span.0, span.1).hours();
        self.hours = (self.hours + hours - done).max(0.0);
        self.most = self.most.max(self.hours / (hours / come));
    }
}

/// Items of a stream as they come.
#[derive(Clone, Copy, Debug, Default)]
struct Flow {
    all: f64,
    /// Items a day, in the month with most of them.
    daily: f64,
}

impl Flow {
    /// A month goes by.
    fn run(&mut self, items: f64, days: usize) {
        self.all += items;
        self.daily = self.daily.max(items / days.max(1) as f64);
    }

    /// Items that are open when each stays so long (Little's law), but never more than come at all.
    fn open(self, seconds: f64, whole: f64) -> f64 {
        let days = seconds / DAY;
        // What comes on one day may come at one moment: however short the wait, all wait together.
        let together = if days > 0.0 { days.max(1.0) } else { 0.0 };
        (self.daily * together).min(self.all * whole)
    }
}

/// What an item of a stream does while nobody works on it.
#[derive(Clone, Debug, PartialEq)]
struct Passage {
    /// Seconds of calendar time in which it waits, its repeat included until that begins.
    seconds: f64,
    /// Items of each stream that it causes.
    causes: Vec<f64>,
}

impl Passage {
    fn of(scenario: &Scenario, stream: usize, inputs: &Inputs) -> Self {
        let own = &scenario.streams[stream];
        let week = scenario.calendars[own.calendar.index()].regular_week();
        // A working hour is several of the calendar.
        let stretch = 7.0 * DAY / week.seconds().max(1.0);
        let noticed = own.noticed_after.iter();
        let mut passage = Self {
            seconds: noticed.map(|it| it.mean_seconds(inputs) * stretch).sum(),
            causes: vec![0.0; scenario.streams.len()],
        };
        let factor = |clock: Clock| match clock {
            Clock::Working => stretch,
            Clock::Calendar => 1.0,
        };
        route::walk(&own.route, 1.0, inputs, &mut |step, weight| {
            if let Some(it) = step.wait {
                passage.seconds += weight * it.time.mean_seconds(inputs) * factor(it.clock);
            }
            if let Some((probability, delay, clock)) = step.reopen {
                let again = weight * probability.value(inputs);
                passage.seconds += again * delay.mean_seconds(inputs) * factor(clock);
            }
            if let Some((stream, count)) = step.causes(StreamId::new(stream), inputs) {
                passage.causes[stream.index()] += weight * count;
            }
        });
        passage
    }
}

/// Items that are there at the start, with all that they cause.
fn present(scenario: &Scenario, passages: &[Passage], inputs: &Inputs) -> f64 {
    let start = |it: &Stream| it.backlog_at_start.value(inputs);
    let mut born: Vec<f64> = scenario.streams.iter().map(start).collect();
    let mut all = 0.0;
    for _ in 0..GENERATIONS {
        let sum: f64 = born.iter().sum();
        all += sum;
        if sum < 1.0 {
            break;
        }
        let mut next = vec![0.0; born.len()];
        for (count, passage) in born.iter().zip(passages).filter(|it| *it.0 > 0.0) {
            for (next, causes) in next.iter_mut().zip(&passage.causes) {
                *next += count * causes;
            }
        }
        born = next;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load_text;

    const DESK: &str = r#"
[scenario]
name = "desk"
start = 2027-01-01
months = 12
lead_in = 0
run_out = 1
[roles.agent]
headcount = 2
[streams.ticket]
arrival = { rate = 10, per = "working-day" }
route = [{ effort = "1h", role = "agent" }, { reopen = "50%", after = "1d", clock = "calendar" }]
"#;

    fn volume(set: &[(&str, &str)]) -> Volume {
        let set: Vec<(String, String)> =
            set.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect();
        let study = load_text("desk", DESK, None, &set, None);
        let study = study.unwrap_or_else(|it| panic!("{it}"));
        Volume::of(&study.baseline().scenario)
    }

    #[test]
    fn items_are_arrivals_with_their_repeats() {
        // 10 on each of about 247 working days, each comes twice, and a thirteenth month.
        let items = volume(&[]).items;
        let exact = 10.0 * 247.0 * 2.0 * 13.0 / 12.0;
        assert!((items / exact - 1.0).abs() < 0.02, "{items}, not {exact}");
    }

    #[test]
    fn what_people_do_not_get_done_stays_open() {
        // Twenty hours a day come, and two people work sixteen: four items a day stay.
        let open = volume(&[]).open;
        assert!((open / (4.0 * 247.0) - 1.0).abs() < 0.2, "{open}");
        // What comes back a day later is all that is open where there are people enough.
        let enough = volume(&[("roles.agent.headcount", "3")]);
        assert!(enough.open < 20.0, "{enough:?}");
        let none = volume(&[("roles.agent.headcount", "0")]);
        assert!((none.open / (20.0 * 247.0) - 1.0).abs() < 0.02, "{none:?}");
    }

    #[test]
    fn what_waits_on_its_route_is_open_but_no_more_than_comes() {
        // Ten on each of five days a week; of waiting alone, since six people work twenty hours.
        let open = |route: &str, more: &[(&str, &str)]| {
            let set = [("streams.ticket.route", route), ("roles.agent.headcount", "6")];
            volume(&[&set, more].concat()).open
        };
        let near = |found: f64, exact: f64| {
            assert!((found / exact - 1.0).abs() < 0.15, "{found}, not {exact}");
        };
        let daily = 50.0 / 7.0;
        let work = r#"{ effort = "1h", role = "agent" }"#;
        let month = r#"{ wait = "w", time = "28d", clock = "calendar" }"#;
        near(open(&format!("[{work}, {month}]"), &[]), 28.0 * daily);
        let working = r#"{ wait = "w", time = "20d" }"#;
        near(open(&format!("[{work}, {working}]"), &[]), 28.0 * daily);
        let parts = [
            format!("[{{ cycle = 3, steps = [{month}] }}]"),
            format!(
                "[{{ branch = \"50%\", steps = [{month}], otherwise = [{month}, {month}, {month}, {month}, {month}] }}]"
            ),
        ];
        parts.iter().for_each(|it| near(open(it, &[]), 84.0 * daily));
        let again = r#"{ reopen = "50%", after = "28d", clock = "calendar" }"#;
        // Twice as many come, and every other one comes back later.
        near(open(&format!("[{work}, {again}]"), &[]), 28.0 * daily);
        let noticed = ("streams.ticket.noticed_after", "20d");
        near(open(&format!("[{work}]"), &[noticed]), 28.0 * daily);
        let forever = r#"{ wait = "w", time = "90y", clock = "calendar" }"#.replace("90y", "900mo");
        near(open(&format!("[{forever}]"), &[]), 10.0 * 247.0 * 13.0 / 12.0);
        assert_eq!(open(&format!("[{work}]"), &[]), 0.0);
    }

    #[test]
    fn what_is_there_at_the_start_is_open_with_all_that_it_causes() {
        let set =
            [("streams.ticket.backlog_at_start", "1e6"), ("streams.ticket.arrival.rate", "0")];
        let found = volume(&set);
        assert!((found.open / 2e6 - 1.0).abs() < 1e-3, "{found:?}");
        assert_eq!(found.items, found.open);
    }

    #[test]
    fn what_others_spawn_waits_as_well() {
        let spawning = DESK.replace("{ reopen", "{ spawn = \"x\", count = 1000 }, { reopen")
            + "[streams.x]\narrival = \"spawned\"\nroute = [{ wait = \"w\", time = \"40w\" }]\n";
        let study = load_text("desk", &spawning, None, &[], None);
        let study = study.unwrap_or_else(|it| panic!("{it}"));
        let open = Volume::of(&study.baseline().scenario).open;
        // 20 tickets a working day, a thousand of each, forty weeks.
        assert!((open / (1e5 * 40.0) - 1.0).abs() < 0.2, "{open}");
    }

    #[test]
    fn every_number_is_finite_and_grows_with_the_work() {
        let (small, large) = (volume(&[]), volume(&[("streams.ticket.arrival.rate", "1e7")]));
        assert!(large.seconds() > 1e5 * small.seconds());
        assert!(large.bytes() > 1e5 * small.bytes());
        let none = volume(&[("streams.ticket.arrival.rate", "0")]);
        assert_eq!((none.items, none.open), (0.0, 0.0));
    }
}
