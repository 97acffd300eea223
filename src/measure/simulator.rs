//! Simulator: a scenario that can be replicated, from inputs and chance to readings.

use super::catalogue::Catalogue;
use super::column::{Column, Readings};
use super::recorder::Recorder;
use crate::department::{Department, Future, Layout, draw_inputs};
use crate::scenario::{Inputs, Scenario};
use std::sync::OnceLock;

/// A scenario with everything that its replications share.
#[derive(Clone, Debug)]
pub struct Prepared<'s> {
    scenario: &'s Scenario,
    layout: Layout,
    /// Made when it is first read.
    catalogue: OnceLock<Catalogue>,
    /// Whether waits and sojourns are counted one by one, as their quantiles need.
    quantiles: bool,
}

/// One worker's department, used again for every replication.
pub struct Simulator<'p> {
    prepared: &'p Prepared<'p>,
    department: Department<'p, Recorder<'p>>,
    future: Future,
}

impl<'s> Prepared<'s> {
    /// Prepares a scenario.
    pub fn new(scenario: &'s Scenario) -> Self {
        let layout = Layout::of(scenario);
        Self { scenario, layout, catalogue: OnceLock::new(), quantiles: true }
    }

    /// The same for whoever reads no quantiles of waits and sojourns: they are not kept.
    pub(crate) fn without_quantiles(scenario: &'s Scenario) -> Self {
        Self { quantiles: false, ..Self::new(scenario) }
    }

    pub(crate) fn scenario(&self) -> &'s Scenario {
        self.scenario
    }

    /// What the readings of a replication are.
    pub fn columns(&self) -> &[Column] {
        self.catalogue().columns()
    }

    fn catalogue(&self) -> &Catalogue {
        self.catalogue.get_or_init(|| Catalogue::of(self.scenario))
    }

    /// A worker.
    pub fn simulator(&self) -> Simulator<'_> {
        let mut recorder = Recorder::new(self.scenario);
        recorder.quantiles = self.quantiles;
        Simulator {
            prepared: self,
            department: Department::new(self.scenario, &self.layout, recorder),
            future: Future::default(),
        }
    }
}

impl Simulator<'_> {
    /// One replication: a pure function of scenario, seed and number.
    pub fn replicate(&mut self, seed: u64, replication: u64) -> Readings {
        let inputs = draw_inputs(self.prepared.scenario, seed, replication);
        self.replicate_with(seed, replication, &inputs)
    }

    /// One replication with chosen inputs, in the program's own units.
    pub(crate) fn replicate_with(
        &mut self,
        seed: u64,
        replication: u64,
        inputs: &Inputs,
    ) -> Readings {
        self.run(seed, replication, inputs);
        let recorder = self.department.observer();
        self.prepared.catalogue().read(recorder, self.prepared.scenario, inputs)
    }

    /// One replication without reading it out.
    pub fn run(&mut self, seed: u64, replication: u64, inputs: &Inputs) {
        self.department.observer_mut().reset();
        self.department.replicate(&mut self.future, seed, replication, inputs);
    }

    /// The same, but for what happens after the month whose end is `enough`, which is told how many
    /// months are over: only what happened until then is known.
    pub(crate) fn run_until(
        &mut self,
        chance: (u64, u64),
        inputs: &Inputs,
        enough: impl Fn(&Recorder<'_>, usize) -> bool,
    ) {
        self.department.observer_mut().reset();
        self.department
            .replicate_until(&mut self.future, chance, inputs, |it, months| enough(it, months));
    }

    /// What happened in the last replication.
    pub(crate) fn recorder(&self) -> &Recorder<'_> {
        self.department.observer()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::{Measure, Measured};
    use crate::scenario::{Lang, Template, load_text, template};

    #[test]
    fn without_quantiles_nothing_else_is_read_differently() {
        let text = template(Template::HelpDesk, Lang::En);
        let study = load_text("desk.toml", &text, None, &[], None).expect("it is valid");
        let scenario = &study.policies[0].scenario;
        let whole = Prepared::new(scenario);
        let without = Prepared::without_quantiles(scenario);
        let (all, some) = (whole.simulator().replicate(1, 7), without.simulator().replicate(1, 7));
        let is_quantile = |it: &Measured| {
            let of_waits = [Measure::WaitP50, Measure::WaitP90, Measure::WaitP95];
            let of_sojourns = [Measure::SojournP50, Measure::SojournP90, Measure::SojournP95];
            matches!(it, Measured::Known(it) if of_waits.contains(it) || of_sojourns.contains(it))
        };
        let columns = whole.columns().iter().zip(all.total.iter().zip(&some.total));
        let (quantiles, others): (Vec<_>, Vec<_>) =
            columns.partition(|it| is_quantile(&it.0.measure));
        assert_eq!(quantiles.len(), 6 * scenario.streams.len());
        assert!(quantiles.iter().all(|(_, (all, some))| all.is_finite() && some.is_nan()));
        assert!(others.iter().any(|it| it.1.0.is_finite()));
        assert!(others.iter().all(|(_, (all, some))| all.to_bits() == some.to_bits()));
        let months = all.monthly.iter().zip(&some.monthly);
        assert!(months.clone().all(|(all, some)| all.to_bits() == some.to_bits()));
    }
}
