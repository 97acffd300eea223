//! The bench that cases are run on: loads a text as any scenario, and runs its replications.

use super::row::{Family, Found, Row, Wanted};
use super::{Depth, Options};
use crate::department::{Department, Future, Layout, Observer, draw_inputs};
use crate::experiment::replicate;
use crate::measure::Prepared;
use crate::random::name_key;
use crate::scenario::{Lang, Scenario, load_text};
use std::sync::atomic::AtomicBool;

/// Millions of customers of a case in a usual run, at most.
const USUAL_MILLIONS: f64 = 25.0;

/// Where a case is run.
pub(crate) struct Bench<'a> {
    /// How the verification is run.
    pub(crate) options: &'a Options,
    /// What the case is about.
    pub(crate) family: Family,
    /// The key of the case.
    pub(crate) case: &'a str,
    /// Hears what share of the case is done.
    pub(crate) progress: &'a (dyn Fn(f64) + Sync),
    /// Set when the user has had enough.
    pub(crate) stop: &'a AtomicBool,
}

/// A number for each of several measures, of each replication.
pub(crate) type Samples = Vec<Vec<f64>>;

impl Depth {
    /// Millions of customers, where so many would do for the narrowest interval.
    pub(crate) fn millions(self, wanted: f64) -> f64 {
        match self {
            Self::Quick => wanted.min(1.0),
            Self::Usual => wanted.min(USUAL_MILLIONS),
            Self::Full => wanted,
        }
    }

    /// Replications, where so many would do for the narrowest interval, and so many for a usual run.
    pub(crate) fn replications(self, usual: u64, full: u64) -> u64 {
        match self {
            Self::Quick => usual / 40,
            Self::Usual => usual,
            Self::Full => full,
        }
    }
}

impl Bench<'_> {
    /// The scenario of a text, with the planted fault if there is one.
    ///
    /// # Panics
    /// When the text is not a scenario: texts are part of the program.
    pub(crate) fn scenario(&self, name: &str, text: &str) -> Scenario {
        let study = load_text(name, text, None, &[], Some(Lang::En));
        let study = study.unwrap_or_else(|problems| panic!("{}", problems.render(Lang::En, false)));
        let mut scenario = study.policies[0].scenario.clone();
        if let Some(fault) = self.options.fault {
            fault(&mut scenario);
        }
        scenario
    }

    /// A row of this case.
    pub(crate) fn row(&self, measure: &str, exact: f64, found: Found) -> Row {
        found.row(self.family, self.case, measure, Wanted::exact(exact))
    }

    /// Where the chance of this case begins: cases are independent of each other.
    fn seed(&self) -> u64 {
        self.options.seed.wrapping_add(name_key(self.case))
    }

    /// The readings of every replication, over the whole horizon: a number for each column.
    pub(crate) fn totals(&self, prepared: &Prepared<'_>, replications: u64) -> Option<Samples> {
        let run = |simulator: &mut crate::measure::Simulator<'_>, replication| {
            simulator.replicate(self.seed(), replication).total
        };
        self.run(replications, || prepared.simulator(), run)
    }

    /// What an observer of one's own makes of every replication.
    pub(crate) fn observed<O: Observer + Clone + Sync>(
        &self,
        scenario: &Scenario,
        replications: u64,
        observer: &O,
        read: impl Fn(&mut O, usize) -> Vec<f64> + Sync,
    ) -> Option<Samples> {
        let layout = Layout::of(scenario);
        let worker = || (Department::new(scenario, &layout, observer.clone()), Future::default());
        let run = |(department, future): &mut (Department<'_, O>, Future), replication| {
            let inputs = draw_inputs(scenario, self.seed(), replication);
            department.observer_mut().clone_from(observer);
            department.replicate(future, self.seed(), replication, &inputs);
            let open = department.open_items();
            read(department.observer_mut(), open)
        };
        self.run(replications, worker, run)
    }

    fn run<W>(
        &self,
        replications: u64,
        worker: impl Fn() -> W + Sync,
        run: impl Fn(&mut W, u64) -> Vec<f64> + Sync,
    ) -> Option<Samples> {
        let told = |done: usize| (self.progress)(done as f64 / replications as f64);
        replicate(0..replications, self.options.threads, worker, run, &told, self.stop)
    }
}

/// One measure of every replication.
pub(crate) fn column(samples: &Samples, measure: usize) -> impl Iterator<Item = f64> + Clone {
    samples.iter().map(move |it| it[measure])
}
