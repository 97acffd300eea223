//! The cells of the ticket desk's table: where each is read, and how replications make a number of it.

use super::watch::Watch;
use crate::measure::{Decided, Recorder, Sum};
use crate::scenario::Scenario;
use crate::verify::row::Found;
use crate::verify::sample::{Samples, column};

const CLASSES: [&str; 3] = ["emergency", "standard", "consultation"];
/// Numbers of a class in a month, in this order; a share or a mean is two: over what, and what.
const OF_CLASS: usize = 14;
/// Numbers of the desk in a month, after those of the classes.
const OF_DESK: usize = 4;
const A_MONTH: usize = CLASSES.len() * OF_CLASS + OF_DESK;

/// Where streams and promises stand in the scenario.
pub(crate) struct Cells {
    months: usize,
    streams: Vec<usize>,
    solved: Vec<usize>,
    /// Where a set has no escalation, the two readings are one.
    solved_paused: Vec<usize>,
    contact: usize,
    /// Its «overdue» is what development has.
    at_development: Vec<Option<usize>>,
}

impl Cells {
    /// The cells of a set.
    pub(crate) fn of(scenario: &Scenario) -> Self {
        let sla = |class: &str, name: &str| {
            let key = format!("ticket.{class}/{name}");
            scenario.slas.iter().position(|it| it.key == key)
        };
        let known = |class: &str, name: &str| {
            sla(class, name).unwrap_or_else(|| panic!("the desk has no {name} of {class}"))
        };
        let of_class = |class: &&str| {
            let key = format!("ticket.{class}");
            let found = scenario.streams.iter().position(|it| it.key == key);
            found.unwrap_or_else(|| panic!("the desk has no {key}"))
        };
        let solved = |class: &&str| known(class, "solved");
        let paused = |class: &&str| sla(class, "solved_paused").unwrap_or_else(|| solved(class));
        Self {
            months: scenario.timeline.months(),
            streams: CLASSES.iter().map(of_class).collect(),
            solved: CLASSES.iter().map(solved).collect(),
            solved_paused: CLASSES.iter().map(paused).collect(),
            contact: known(CLASSES[0], "contact"),
            at_development: CLASSES.iter().map(|class| sla(class, "at_development")).collect(),
        }
    }

    /// Tickets that came, by month and class.
    pub(crate) fn arrivals(&self, recorder: &Recorder<'_>) -> Vec<f64> {
        let months = 1..=self.months;
        let of_month =
            |slot: usize| self.streams.iter().map(move |&it| recorder.arrivals.of(it)[slot]);
        months.flat_map(of_month).map(f64::from).collect()
    }

    /// All numbers of a replication, month by month.
    pub(crate) fn read(&self, watch: &Watch<'_>) -> Vec<f64> {
        let it = &watch.recorder;
        let mut numbers = Vec::with_capacity(self.months * A_MONTH);
        for slot in 1..=self.months {
            for class in 0..CLASSES.len() {
                let stream = self.streams[class];
                let upto =
                    |counts: &[u32]| counts[..=slot].iter().map(|&it| f64::from(it)).sum::<f64>();
                let share = |sla: usize| decided(it.decided.of(sla)[slot]);
                let contact = if class == 0 { share(self.contact) } else { [0.0; 2] };
                let both = if class == 0 { watch.both[slot] } else { (0, 0) };
                numbers.push(f64::from(it.arrivals.of(stream)[slot]));
                numbers.push(upto(it.arrivals.of(stream)) - upto(it.completions.of(stream)));
                numbers.extend(share(self.solved[class]));
                numbers.extend(share(self.solved_paused[class]));
                numbers.extend(contact);
                numbers.push(f64::from(both.0));
                numbers.push(f64::from(both.1));
                numbers.extend(hours(it.waits.of(stream)[slot]));
                numbers.extend(hours(it.sojourns.of(stream)[slot]));
            }
            let at_development = self.at_development.iter().flatten();
            let at_development =
                at_development.map(|&sla| it.overdue.of(sla)[..=slot].iter().sum::<i32>());
            let available = it.available.of(0)[slot].hours();
            let admin = watch.admin_hours[slot];
            numbers.push((it.busy.of(0)[slot].hours() - admin) / available);
            numbers.push(admin / available);
            numbers.push(available);
            numbers.push(f64::from(at_development.sum::<i32>()));
        }
        numbers
    }

    /// A cell of the table.
    pub(crate) fn found(
        &self,
        measure: &str,
        month: usize,
        samples: &Samples,
        fresh: &Samples,
    ) -> Found {
        let (name, class) = match measure.split_once('[') {
            Some((name, class)) => {
                (name, CLASSES.iter().position(|it| *it == class.trim_end_matches(']')))
            }
            None => (measure, None),
        };
        let month = month - 1;
        let of_class = |class: usize, number: usize| month * A_MONTH + class * OF_CLASS + number;
        let of_desk = |number: usize| month * A_MONTH + CLASSES.len() * OF_CLASS + number;
        let class = class.unwrap_or_default();
        let mean = |position: usize| Found::mean(column(samples, position));
        let ratio = |number: usize| {
            let position = of_class(class, number);
            Found::ratio(samples.iter().map(move |it| (it[position], it[position + 1])))
        };
        match name {
            "tickets" => mean(of_class(class, 0)),
            "backlog" => mean(of_class(class, 1)),
            "sla_solve" => ratio(2),
            "sla_solve_dev_paused" => ratio(4),
            "sla_contact" => ratio(6),
            "sla_both" => ratio(8),
            "mean_wait_contact_h" => ratio(10),
            "mean_resolution_h" => ratio(12),
            "repeat_share" => {
                let all = of_class(class, 0);
                let pairs = samples.iter().zip(fresh);
                let fresh = month * CLASSES.len() + class;
                Found::ratio(pairs.map(move |(it, alone)| (it[all] - alone[fresh], it[all])))
            }
            "backlog_total" => Found::mean(
                samples
                    .iter()
                    .map(|it| (0..CLASSES.len()).map(|class| it[of_class(class, 1)]).sum()),
            ),
            "utilisation" => mean(of_desk(0)),
            "admin_share" => mean(of_desk(1)),
            "capacity_hours" => mean(of_desk(2)),
            "at_dev_line" => mean(of_desk(3)),
            _ => panic!("the desk has no `{name}`"),
        }
    }
}

fn decided(it: Decided) -> [f64; 2] {
    [f64::from(it.met), f64::from(it.all)]
}

fn hours(it: Sum) -> [f64; 2] {
    [it.worked.hours(), f64::from(it.count)]
}
