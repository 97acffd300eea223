//! The engine held against what is known without it: queueing theory, calendars settled by hand, and
//! an independent program's results for a ticket desk.
//!
//! Every case is an ordinary scenario, a text that the loader reads (shipped in `scenarios/verification`,
//! or written by a function here where a family repeats) and that the department simulates as it does
//! any other. Nothing is read from outside the program: exact values lie in `data/`.
//!
//! - [`queue`]: queues in steady state: M/M/c, M/G/1, priorities with and without interruption, repeats,
//!   customers who give up;
//! - [`scenario_files`]: the same from scenario files;
//! - [`transient`]: what a queue does over time: overload, a rate that swings, growth with a hire;
//! - [`office`]: work that comes round the clock to people who do not;
//! - [`calendar`]: deadlines and working time;
//! - [`desk`]: the ticket desk of the independent program, month by month;
//! - [`coverage`]: the list of all these, and what of it is lacking.
//!
//! A number of theory passes when it is as near to the exact one as chance leaves all of them together in
//! 99 verifications of 100; one of the independent program, when it is within four standard errors
//! ([`row`]).
//!
//! How large an error a number shows depends on the number ([`Row::resolution`], a column of the report).
//! One per cent more work or more arrivals is found in every queue: utilisation and visits hardly vary. Mean
//! sojourns show less than one per cent of themselves, mean waits about one; quantiles, tails, standard
//! deviations and the first steps of growth show several. Tests plant such faults, another order of the queue
//! and a ramp-up that is ignored among them.

mod calendar;
mod census;
mod coverage;
mod desk;
mod levels;
mod names;
mod office;
mod queue;
mod reader;
mod row;
mod sample;
mod scenario_files;
mod theory;
mod transient;

pub(crate) use names::unknown_names;
pub(crate) use row::{DESK_ERRORS, FAMILY_LEVEL};
pub use row::{Family, Row, Verdict};

use crate::scenario::Scenario;
use sample::Bench;
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

/// How a verification is run.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where all chance begins.
    pub seed: u64,
    /// Threads; 0: one for each processor.
    pub threads: usize,
    /// How many customers are simulated.
    pub depth: Depth,
    /// Only cases and rows whose names begin with one of these ([`unknown_names`] says which would be none);
    /// all when there are none.
    pub only: Vec<String>,
    /// A fault to plant into every scenario, to see that it is found.
    pub fault: Option<fn(&mut Scenario)>,
}

/// How many customers are simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// A few cases in seconds, as a test; or those that are named, with few customers.
    Quick,
    /// Every case, in a minute or two. Queues near saturation get fewer customers than the narrowest
    /// interval would take: an error of 1 % in what comes or what it takes still moves them by far more.
    Usual,
    /// Every case until the half-width of every mean is below 0.5 %.
    Full,
}

/// One thing that is verified: a few numbers of one scenario.
struct Case {
    /// Its key in the table.
    key: String,
    family: Family,
    /// Millions of customers that it takes, for the progress.
    cost: f64,
    /// Whether it is one of the few that are run as a test.
    quick: bool,
    run: Box<RunCase>,
}

/// Runs a case; `None` when it was stopped.
type RunCase = dyn Fn(&Bench<'_>) -> Option<Vec<Row>> + Send + Sync;

/// Every number, held against what it should be; `None` when `stop` was set.
///
/// `progress` hears what share of the work is done. Nothing is verified where no case is wanted.
pub fn verify(
    options: &Options,
    progress: &(dyn Fn(f64) + Sync),
    stop: &AtomicBool,
) -> Option<Vec<Row>> {
    let mut cases = cases(options.depth);
    if options.depth == Depth::Quick && options.only.is_empty() {
        cases.retain(|it| it.quick);
    }
    if !options.only.is_empty() {
        cases.retain(|it| options.only.iter().any(|name| names::wants(name, it)));
    }
    let all: f64 = cases.iter().map(|it| it.cost).sum();
    let done = Mutex::new(0.0);
    let mut rows = Vec::new();
    for case in &cases {
        let before = *done.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let within = |share: f64| progress((before + share * case.cost) / all);
        let bench =
            Bench { options, family: case.family, case: &case.key, progress: &within, stop };
        let wanted = |row: &Row| {
            let mut only = options.only.iter();
            options.only.is_empty() || only.any(|name| names::wants_row(name, case, row))
        };
        rows.extend((case.run)(&bench)?.into_iter().filter(wanted));
        *done.lock().unwrap_or_else(std::sync::PoisonError::into_inner) += case.cost;
    }
    if options.only.is_empty() && options.depth != Depth::Quick {
        rows.extend(coverage::lacking(&rows));
    }
    progress(1.0);
    Some(rows)
}

/// Every case, in the order of the table.
fn cases(depth: Depth) -> Vec<Case> {
    let mut cases = queue::cases(depth);
    cases.extend(scenario_files::cases(depth));
    cases.extend(transient::cases(depth));
    cases.extend(office::cases(depth));
    cases.extend(calendar::cases());
    cases.extend(desk::cases(depth));
    cases
}
