//! The two workloads as every Rust program here understands them, and the line each prints.
//!
//! W1 is M/M/3; W2 is a help desk of one agent. Both run on a clock that stands still outside working
//! hours: minutes of working time, 540 a day, looked up in a calendar only to say which month it is.
//! None of the crates has working hours, and this clock is the cheapest honest way to have them.
//! All draw from the same fast generator, so that what differs is the engine.

use cpu_time::ProcessTime;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use rand_distr::{Distribution, Exp1, StandardNormal};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::VecDeque;

/// Minutes of a working day, Monday to Friday, 09:00 to 18:00.
pub const DAY: f64 = 540.0;
/// Working days from Monday 1 January 2024 to the end of 2026.
pub const WORKING_DAYS: usize = 784;
/// Where a replication of W2 ends, in minutes of working time.
pub const HORIZON: f64 = DAY * WORKING_DAYS as f64;
/// Servers of W1.
pub const SERVERS: u32 = 3;
/// Mean time between customers of W1; service takes 1 on average.
pub const GAP: f64 = 1.0 / 2.4;

const SHARES: [f64; 3] = [0.075, 0.65, 0.275];
const TARGETS: [f64; 3] = [120.0, 540.0, 1620.0];

/// What is asked of W2.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Load {
    /// New tickets a working day.
    pub per_day: f64,
    /// Share of services after which the ticket comes back.
    pub reopen: f64,
}

/// A ticket, in whatever unit of time the library counts.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Ticket<T> {
    /// 0, 1, 2: also its priority.
    pub class: u8,
    /// When it came, or came back.
    pub created: T,
}

/// What the workloads draw.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Chance(Xoshiro256PlusPlus);

impl Chance {
    /// A stream of its own for each seed.
    pub fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// Two streams of chance out of one.
    pub fn divide(mut self) -> (Self, Self) {
        let other = Self::new(self.0.random());
        (self, other)
    }

    /// Exponential with mean 1.
    pub fn exponential(&mut self) -> f64 {
        Exp1.sample(&mut self.0)
    }

    /// Minutes of work on a ticket: lognormal, mean 40, coefficient of variation 1.
    pub fn effort(&mut self) -> f64 {
        let spread = std::f64::consts::LN_2.sqrt();
        let normal: f64 = StandardNormal.sample(&mut self.0);
        40.0 * (spread * normal - spread * spread / 2.0).exp()
    }

    /// The class of a new ticket.
    pub fn class(&mut self) -> u8 {
        let drawn: f64 = self.0.random();
        u8::from(drawn >= SHARES[0]) + u8::from(drawn >= SHARES[0] + SHARES[1])
    }

    /// True with this probability.
    pub fn happens(&mut self, probability: f64) -> bool {
        self.0.random::<f64>() < probability
    }
}

/// Three first-come queues, the first the most urgent: for libraries without queues by priority.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Backlog<T>([VecDeque<Ticket<T>>; 3]);

impl<T> Backlog<T> {
    /// A ticket joins the end of its class.
    pub fn push(&mut self, ticket: Ticket<T>) {
        self.0[usize::from(ticket.class)].push_back(ticket);
    }

    /// The oldest ticket of the most urgent class.
    pub fn pop(&mut self) -> Option<Ticket<T>> {
        self.0.iter_mut().find_map(VecDeque::pop_front)
    }
}

/// What one replication of W2 counts: by month and class, and in total by class.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Tally {
    months: Vec<u8>,
    entered: Vec<[u32; 3]>,
    met: Vec<[u32; 3]>,
    closed: [u32; 3],
    sojourn: [f64; 3],
}

impl Default for Tally {
    fn default() -> Self {
        let counters = vec![[0; 3]; 36];
        Self {
            months: months(),
            entered: counters.clone(),
            met: counters,
            closed: [0; 3],
            sojourn: [0.0; 3],
        }
    }
}

impl Tally {
    fn month(&self, created: f64) -> usize {
        usize::from(self.months[(created / DAY) as usize])
    }

    /// A ticket came, or came back, at this minute.
    pub fn open(&mut self, ticket: Ticket<f64>) {
        let month = self.month(ticket.created);
        self.entered[month][usize::from(ticket.class)] += 1;
    }

    /// The ticket is done.
    pub fn close(&mut self, ticket: Ticket<f64>, now: f64) {
        let class = usize::from(ticket.class);
        let sojourn = now - ticket.created;
        self.closed[class] += 1;
        self.sojourn[class] += sojourn;
        if sojourn <= TARGETS[class] {
            let month = self.month(ticket.created);
            self.met[month][class] += 1;
        }
    }
}

/// The month of each working day.
fn months() -> Vec<u8> {
    let mut months = Vec::with_capacity(WORKING_DAYS);
    let (mut day, mut month) = (0_usize, 0_u8);
    for year in 0..3 {
        for length in [
            31,
            if year == 0 { 29 } else { 28 },
            31,
            30,
            31,
            30,
            31,
            31,
            30,
            31,
            30,
            31,
        ] {
            for _ in 0..length {
                if day % 7 < 5 {
                    months.push(month);
                }
                day += 1;
            }
            month += 1;
        }
    }
    months
}

/// A ratio of two means over replications and its standard error (delta method).
fn ratio(pairs: &[(f64, f64)]) -> (f64, f64) {
    let runs = pairs.len() as f64;
    let below: f64 = pairs.iter().map(|it| it.1).sum();
    let value = pairs.iter().map(|it| it.0).sum::<f64>() / below.max(1.0);
    let rest: f64 = pairs.iter().map(|it| (it.0 - value * it.1).powi(2)).sum();
    (
        value,
        (rest / (runs - 1.0).max(1.0) / runs).sqrt() / (below / runs),
    )
}

fn summary(tallies: &[Tally]) -> serde_json::Value {
    let by_class = |read: &dyn Fn(&Tally, usize) -> (f64, f64)| -> (Vec<f64>, Vec<f64>) {
        (0..3)
            .map(|class| ratio(&tallies.iter().map(|it| read(it, class)).collect::<Vec<_>>()))
            .unzip()
    };
    let sum =
        |counters: &[[u32; 3]], class: usize| counters.iter().map(|it| f64::from(it[class])).sum();
    let (sojourn, sojourn_error) =
        by_class(&|it, class| (it.sojourn[class], f64::from(it.closed[class])));
    let (sla, sla_error) = by_class(&|it, class| (sum(&it.met, class), sum(&it.entered, class)));
    let services: u32 = tallies.iter().flat_map(|it| it.closed).sum();
    json!({
        "sojourn": sojourn, "sojourn_error": sojourn_error, "sla": sla, "sla_error": sla_error,
        "services": f64::from(services) / tallies.len() as f64,
    })
}

/// Runs one workload and prints a line of JSON: `<program> w1|w2 <size> [per day] [reopen] [seed]`.
///
/// `queue(chance, customers)` returns the sum of waits; `desk(chance, load)` a [`Tally`].
pub fn run(
    program: &str,
    queue: impl Fn(Chance, u64) -> f64,
    desk: impl Fn(Chance, Load) -> Tally,
) {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, otherwise: f64| -> f64 {
        given
            .get(at)
            .map_or(otherwise, |it| it.parse().expect("a number"))
    };
    let workload = given.first().map_or("w2", String::as_str);
    let (size, seed) = (number(1, 1.0) as u64, number(4, 1.0) as u64);
    let load = Load {
        per_day: number(2, 10.0),
        reopen: number(3, 0.075),
    };
    let began = ProcessTime::now();
    let (customers, results, used) = if workload == "w1" {
        let waited = queue(Chance::new(seed), size);
        (
            size,
            json!({ "wait": waited / size as f64 }),
            began.elapsed(),
        )
    } else {
        let seeds = seed * 100_000..seed * 100_000 + size;
        let tallies: Vec<Tally> = seeds.map(|it| desk(Chance::new(it), load)).collect();
        let used = began.elapsed();
        let services: u32 = tallies.iter().flat_map(|it| it.closed).sum();
        (u64::from(services), summary(&tallies), used)
    };
    let line = json!({
        "program": program, "workload": workload, "replications": size,
        "customers": customers, "cpu_seconds": used.as_secs_f64(), "results": results,
    });
    println!("{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_years_have_784_working_days_in_36_months() {
        let months = months();
        assert_eq!(months.len(), WORKING_DAYS);
        assert_eq!((months[0], months[WORKING_DAYS - 1]), (0, 35));
        assert_eq!(months.iter().filter(|it| **it == 0).count(), 23);
    }
}
