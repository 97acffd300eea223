//! Volume: how much there is to simulate, before anything is.
//!
//! Arithmetic with every uncertain input at its mean, as in [`super::offered`]. It is to tell minutes
//! from months and megabytes from terabytes, and no more.

use super::offered::{availability, headcount, mean_inputs};
use crate::measure::offered::{Needs, OfferedLoad, When};
use crate::scenario::Scenario;

/// Seconds of one processor for an item, and for a day of a person: what a common machine of 2020 takes.
const SECONDS: (f64, f64) = (250e-9, 100e-9);
/// Bytes of an item that is open, and of a person; memory grows by doubling.
const BYTES: (f64, f64) = (200.0, 2_000.0);

/// How much there is to simulate in one replication of a scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Volume {
    /// Items that come, those that others cause included.
    pub items: f64,
    /// Items that are open at once, where they pile up because people are too few.
    pub open: f64,
    /// People, hires on a date included.
    pub people: f64,
    /// Days.
    pub days: f64,
}

impl Volume {
    /// Of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let inputs = mean_inputs(scenario);
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
            people: (0..scenario.roles.len())
                .map(|it| headcount(scenario, it, days))
                .sum(),
            ..Self::default()
        };
        let mut piles = vec![Pile::default(); scenario.roles.len()];
        for month in 0..months {
            let when = OfferedLoad::month(scenario, month);
            let day = usize::midpoint(when.days.start, when.days.end).min(days.saturating_sub(1));
            let levels: Vec<f64> = drivers.iter().map(|it| it[day]).collect();
            let mut items = load.items(scenario, &needs, &inputs, &levels, &when);
            for (items, stream) in items.iter_mut().zip(&scenario.streams) {
                let each = stream.for_each.iter();
                if !stream.for_each.is_empty() {
                    *items *= each
                        .map(|it| headcount(scenario, it.index(), day))
                        .sum::<f64>();
                }
            }
            volume.items += items.iter().sum::<f64>();
            for (role, pile) in piles.iter_mut().enumerate() {
                pile.grow(scenario, role, &needs, &items, &when, &inputs);
            }
        }
        // What comes before the start and after the end is as much a month.
        let counted = timeline.horizon_time().day() - timeline.start_time().day();
        volume.items *= days as f64 / counted.max(1) as f64;
        volume.open = piles.iter().map(|it| it.most).sum();
        volume
    }

    /// Seconds of one processor.
    pub fn seconds(self) -> f64 {
        self.items * SECONDS.0 + self.people * self.days * SECONDS.1
    }

    /// Bytes of memory.
    pub fn bytes(self) -> f64 {
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
        inputs: &[f64],
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
        let set: Vec<(String, String)> = set
            .iter()
            .map(|it| (it.0.to_owned(), it.1.to_owned()))
            .collect();
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
        assert_eq!(volume(&[("roles.agent.headcount", "3")]).open, 0.0);
        let none = volume(&[("roles.agent.headcount", "0")]);
        assert!((none.open / (20.0 * 247.0) - 1.0).abs() < 0.02, "{none:?}");
    }

    #[test]
    fn every_number_is_finite_and_grows_with_the_work() {
        let (small, large) = (
            volume(&[]),
            volume(&[("streams.ticket.arrival.rate", "1e7")]),
        );
        assert!(large.seconds() > 1e5 * small.seconds());
        assert!(large.bytes() > 1e5 * small.bytes());
        let none = volume(&[("streams.ticket.arrival.rate", "0")]);
        assert_eq!((none.items, none.open), (0.0, 0.0));
    }
}
