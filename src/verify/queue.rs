//! Queues in steady state: M/M/c, M/G/1, priorities with and without interruption, repeats, customers
//! who give up and come back, several served at a time, and batches.
//!
//! Each is a scenario of one role that works round the clock; the text is written here from the
//! parameters of the case, and read by the loader as any other.

use super::levels::{Level, Levels};
use super::reader::{CUSTOMER, Kind, Limit, Measure, Reader, horizon_hours};
use super::row::{Family, Found, Row, not_in_model};
use super::sample::{Bench, column};
use super::{Case, Depth, theory};
use crate::measure::Prepared;
use serde::Deserialize;
use std::fmt::Write as _;

const QUEUES: &str = include_str!("data/queues.toml");
/// Counted months of a replication, and the minutes of a mean one.
const MONTHS: f64 = 120.0;
const MINUTES_A_MONTH: f64 = 30.4375 * 24.0 * 60.0;
/// Replications of a case, unless its customers need more months than there are.
const REPLICATIONS: f64 = 100.0;
/// Relaxation times that a queue is given to forget that it began empty.
const LEAD_IN: f64 = 20.0;
/// Cases that are run as a test.
const QUICK: [&str; 7] = [
    "mm1_rho0.5",
    "mm3_rho0.85",
    "mg1_department",
    "np_mg1_lognorm_3cls_rho0.7",
    "mixed_mg1_lognorm_rho0.7",
    "feedback_immediate_c1_p0.1",
    "mm3_M_lam2.7_theta0.25",
];
/// The formulas let any free agent resume interrupted work; in the model it stays with its agent, on
/// purpose. With one agent the two are the same, with three these classes differ.
const OTHER_RULE: [(&str, &str); 2] = [
    ("pr_mm3_3cls_rho0.85", "mean_sojourn[standard]"),
    ("pr_mm3_3cls_rho0.85", "mean_sojourn[consultation]"),
];

#[derive(Deserialize)]
struct Queues {
    queue: Vec<Queue>,
}

/// A queue; times are in its own unit.
#[derive(Clone, Deserialize)]
struct Queue {
    case: String,
    servers: u32,
    /// Customers in all, in millions, for the narrowest interval.
    millions: f64,
    classes: Vec<Class>,
    reopen: Option<Reopen>,
    /// Those who gave up come back.
    retrial: Option<Reopen>,
    /// An agent serves several at a time.
    beside: Option<Beside>,
    /// Customers come in batches: the mean of their geometric number.
    batch: Option<f64>,
}

#[derive(Clone, Copy, Deserialize)]
struct Beside {
    at_once: u32,
    /// How much slower each is for each other in hand, as a share.
    slower: f64,
}

#[derive(Clone, Deserialize)]
struct Class {
    #[serde(default = "customer")]
    name: String,
    rate: f64,
    service: Service,
    #[serde(default)]
    interrupts: bool,
    /// Mean of an exponential patience; those who wait for ever have none.
    patience: Option<f64>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Service {
    Exponential(f64),
    Fixed(f64),
    /// Mean and coefficient of variation.
    Lognormal(f64, f64),
}

#[derive(Clone, Copy, Deserialize)]
struct Reopen {
    probability: f64,
    /// Mean of the exponential delay; 0: at once.
    delay: f64,
}

fn customer() -> String {
    CUSTOMER.to_owned()
}

/// Every queue.
pub(crate) fn cases(depth: Depth) -> Vec<Case> {
    let queues: Queues =
        toml::from_str(QUEUES).unwrap_or_else(|error| panic!("queues.toml: {error}"));
    let cases = queues.queue.into_iter().map(|queue| Case {
        key: queue.case.clone(),
        family: queue.family(),
        cost: depth.millions(queue.millions) * queue.runs(),
        quick: QUICK.contains(&&*queue.case),
        run: Box::new(move |bench| queue.verify(bench)),
    });
    cases.collect()
}

/// How long a replication is.
struct Length {
    minutes_a_unit: f64,
    months: u32,
    lead_in: u32,
    replications: u64,
}

impl Service {
    fn mean(self) -> f64 {
        match self {
            Self::Exponential(mean) | Self::Fixed(mean) | Self::Lognormal(mean, _) => mean,
        }
    }

    fn cv(self) -> f64 {
        match self {
            Self::Exponential(_) => 1.0,
            Self::Fixed(_) => 0.0,
            Self::Lognormal(_, cv) => cv,
        }
    }

    /// As scenarios write it; a unit has so many seconds.
    fn text(self, unit: f64) -> String {
        match self {
            Self::Exponential(mean) => format!("{{ exponential = \"{}s\" }}", mean * unit),
            Self::Fixed(mean) => format!("{{ fixed = \"{}s\" }}", mean * unit),
            Self::Lognormal(mean, cv) => {
                format!("{{ lognormal = {{ mean = \"{}s\", cv = {cv} }} }}", mean * unit)
            }
        }
    }
}

impl Queue {
    fn family(&self) -> Family {
        if self.patience().is_some() {
            return Family::Abandonment;
        }
        match (self.reopen, self.classes.len()) {
            (Some(_), _) => Family::Repeats,
            (None, 1) => Family::Waiting,
            (None, _) => Family::Priorities,
        }
    }

    /// Runs that it takes: levels have one of their own.
    fn runs(&self) -> f64 {
        let mut names = theory::of(&self.case).into_iter();
        match names.any(|(name, _)| Measure::of(name).level().is_some()) {
            true => 2.0,
            false => 1.0,
        }
    }

    /// Visits for each customer: those who come back count again.
    fn visits(&self) -> f64 {
        self.reopen.map_or(1.0, |it| 1.0 / (1.0 - it.probability))
    }

    /// Visits in a unit of time.
    fn rate(&self) -> f64 {
        self.classes.iter().map(|it| it.rate).sum::<f64>() * self.visits()
    }

    fn utilisation(&self) -> f64 {
        let load: f64 = self.classes.iter().map(|it| it.rate * it.service.mean()).sum();
        load * self.visits() / f64::from(self.servers)
    }

    /// How long its customers wait on average, where they do not wait for ever.
    fn patience(&self) -> Option<f64> {
        self.classes.iter().filter_map(|it| it.patience).max_by(f64::total_cmp)
    }

    /// Units of time in which a queue forgets where it began: 1 ÷ μ(1 − √ρ)² for M/M/1 (Odoni and Roth
    /// 1983), longer where service varies more or repeats come late.
    fn relaxation(&self) -> f64 {
        let slowest = self.classes.iter().map(|it| it.service.mean()).fold(0.0, f64::max);
        // Whoever waits leaves at the rate of their patience, be nobody served.
        if let Some(patience) = self.patience() {
            return slowest.max(patience);
        }
        let cv = self.classes.iter().map(|it| it.service.cv()).fold(1.0, f64::max);
        let alone = slowest / f64::from(self.servers) / (1.0 - self.utilisation().sqrt()).powi(2);
        // Of a geometric number the square is in the mean so much more than that of one customer.
        let batch = self.batch.map_or(1.0, |mean| 2.0 * mean - 1.0);
        alone * batch * (1.0 + cv * cv) / 2.0 + self.reopen.map_or(0.0, |it| it.delay)
    }

    fn length(&self, millions: f64) -> Length {
        let units = millions * 1e6 / self.rate();
        let wanted = MONTHS * MINUTES_A_MONTH / (units / REPLICATIONS);
        let minutes_a_unit = wanted.clamp(1.0, 600.0).floor();
        let units_a_month = MINUTES_A_MONTH / minutes_a_unit;
        let months = (units / REPLICATIONS / units_a_month).ceil().clamp(1.0, MONTHS);
        Length {
            minutes_a_unit,
            months: months as u32,
            lead_in: (LEAD_IN * self.relaxation() / units_a_month).ceil().clamp(1.0, 60.0) as u32,
            replications: (units / (months * units_a_month)).ceil() as u64,
        }
    }

    /// The scenario.
    fn text(&self, length: &Length, limits: &[Limit]) -> String {
        let unit = 60.0 * length.minutes_a_unit;
        let mut text = format!(
            "[scenario]\nname = \"{}\"\nstart = 2024-01-01\nmonths = {}\nlead_in = {}\nrun_out = 1\n\
             [calendar]\nbase = \"none\"\nhours = [\"00:00-24:00\"]\n\
             days = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]\n\
             [roles.agent]\nheadcount = {}\n",
            self.case, length.months, length.lead_in, self.servers,
        );
        for (priority, class) in self.classes.iter().enumerate() {
            let Class { name, rate, service, interrupts, patience } = class;
            let rate = rate * 60.0 / length.minutes_a_unit / self.batch.unwrap_or(1.0);
            let count = self
                .batch
                .map_or_else(String::new, |mean| format!(", count = {{ geometric = {mean} }}"));
            let beside = self.beside.map_or_else(String::new, |it| {
                format!(", at_once = {}, slower = {}", it.at_once, it.slower)
            });
            let retrial = self.retrial.map_or_else(String::new, |it| {
                let after = Service::Exponential(it.delay).text(unit);
                format!("retrial = {{ probability = {}, after = {after} }}\n", it.probability)
            });
            let service = service.text(unit);
            let patience = patience.map_or_else(String::new, |it| {
                format!("patience = {}\n", Service::Exponential(it).text(unit))
            });
            let reopen = self.reopen.map_or_else(String::new, |it| {
                let delay = it.delay * unit;
                let delay = if delay > 0.0 {
                    format!("{{ exponential = \"{delay}s\" }}")
                } else {
                    "\"0\"".into()
                };
                format!(", {{ reopen = {}, after = {delay}, clock = \"working\" }}", it.probability)
            });
            let _ = write!(
                text,
                "[streams.{name}]\narrival = {{ rate = {rate}, per = \"working-hour\"{count} }}\n\
                 priority = {priority}\ninterrupts = {interrupts}\n{patience}{retrial}\
                 route = [{{ effort = {service}, role = \"agent\"{beside} }}{reopen}]\n",
            );
            for (number, limit) in limits.iter().enumerate().filter(|(_, it)| it.class == *name) {
                let within = (limit.within * unit).max(1e-6);
                let _ = write!(
                    text,
                    "[streams.{name}.sla.limit{number}]\nto = \"{}\"\nwithin = \"{within}s\"\n\
                     attribution = \"created\"\ntarget = 1\n",
                    limit.mark,
                );
            }
        }
        text
    }

    fn verify(&self, bench: &Bench<'_>) -> Option<Vec<Row>> {
        let exact = theory::of(&self.case);
        let measures: Vec<Measure> = exact.iter().map(|(name, _)| Measure::of(name)).collect();
        let limits: Vec<Limit> = measures.iter().filter_map(Measure::limit).collect();
        let length = self.length(bench.options.depth.millions(self.millions));
        let scenario = bench.scenario(&self.case, &self.text(&length, &limits));
        let prepared = Prepared::new(&scenario);
        let levels: Vec<Level> = measures.iter().filter_map(Measure::level).collect();
        // Levels take a run of their own: the second half of the case.
        let runs = if levels.is_empty() { 1.0 } else { 2.0 };
        let progress = |done: f64| (bench.progress)(done / runs);
        let of_first = Bench { progress: &progress, ..*bench };
        let samples = of_first.totals(&prepared, length.replications)?;
        let unit_hours = length.minutes_a_unit / 60.0;
        let levels =
            Levels::measured(bench, &scenario, length.replications, (&levels, unit_hours))?;
        let classes: Vec<&str> = self.classes.iter().map(|it| &*it.name).collect();
        let reader = Reader {
            classes: &classes,
            prepared: &prepared,
            limits: &limits,
            levels: &levels,
            samples: &samples,
            unit_hours,
            horizon: horizon_hours(&scenario) / unit_hours,
        };
        let mut rows = Vec::new();
        for ((name, exact), measure) in exact.iter().zip(&measures) {
            let found = match measure.kind {
                Kind::WaitingToReopen => self.waiting_to_reopen(bench)?,
                _ => reader.found(measure),
            };
            let other_rule = OTHER_RULE.contains(&(&*self.case, name));
            rows.push(match other_rule {
                true => not_in_model(bench.family, bench.case, name, *exact, found),
                false => bench.row(name, *exact, found),
            });
        }
        // Two numbers that hardly vary, so that no case misses a small error in what comes or what it takes.
        let visits = Measure::of("visits_per_unit_time");
        let utilisation = Measure::of("utilisation");
        for (name, exact, measure) in [
            ("visits_per_unit_time", self.rate(), visits),
            ("utilisation", self.utilisation(), utilisation),
        ] {
            if rows.iter().all(|it| it.measure != name) {
                rows.push(bench.row(name, exact, reader.found(&measure)));
            }
        }
        Some(rows)
    }

    /// Those who will come back but have not yet: what is open at the end of short runs, less what is
    /// with the agents.
    fn waiting_to_reopen(&self, bench: &Bench<'_>) -> Option<Found> {
        let length = Length {
            // A month is fifteen times the mean delay.
            minutes_a_unit: (MINUTES_A_MONTH / (15.0 * self.reopen?.delay)).floor(),
            months: 1,
            lead_in: 0,
            replications: bench.options.depth.replications(20_000, 60_000),
        };
        let text = self.text(&length, &[]).replace("run_out = 1", "run_out = 0");
        let scenario = bench.scenario(&self.case, &text);
        let census = super::census::Census::over(&scenario, Vec::new());
        let read = |census: &mut super::census::Census, open: usize| {
            vec![open as f64 - census.finish().level as f64]
        };
        let samples = bench.observed(&scenario, length.replications, &census, read)?;
        Some(Found::mean(column(&samples, 0)))
    }
}
