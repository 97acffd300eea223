//! The numbers of one replication: every uncertain input drawn, every distribution ready to be
//! drawn from.

use super::{Layout, Task};
use crate::department::fast_path::{RouteEnd, decided_by_contact};
use crate::department::items::{PlainSla, SlaClock};
use crate::ids::{SlaId, StreamId};
use crate::random::{Chance, Sampler, name_key};
use crate::scenario::{Count, Inputs, Quantity, Scenario};
use crate::time::{Effort, SimTime};

/// Draws every uncertain input of a scenario.
///
/// An input is keyed by its path, so that it is the same under every policy.
pub fn draw_inputs(scenario: &Scenario, seed: u64, replication: u64) -> Inputs {
    let draw =
        |path: &str| Chance::keyed(&[seed, replication, name_key("input"), name_key(path)]).unit();
    Inputs::of(&scenario.inputs, |it| it.range.quantile(draw(&it.path)))
}

/// A count that is ready to be drawn.
#[derive(Clone, Copy, Debug)]
enum Counter {
    /// The whole part, and the chance of one more.
    Fixed(u32, f64),
    Between(u32, u32),
    /// The chance of yet another one.
    Geometric(f64),
    Poisson(f64),
}

/// The numbers of one replication.
#[derive(Clone, Debug)]
pub(crate) struct Numbers {
    /// The inputs as they were drawn.
    pub(crate) inputs: Inputs,
    /// Every random duration, in the order of the layout.
    pub(crate) samplers: Vec<Sampler>,
    /// Every probability, in the order of the layout.
    pub(crate) probabilities: Vec<f64>,
    counts: Vec<Counter>,
    /// Effort that an interruption adds, by stream.
    pub(crate) resume_cost: Vec<Effort>,
    /// SLAs, by stream.
    pub(crate) slas: Vec<Vec<SlaClock>>,
    /// The SLA that the first contact decides, by stream, where that is one and plain.
    pub(crate) contacts: Vec<Option<PlainSla>>,
    /// How an effort step usually ends its item's route, by effort step.
    pub(crate) route_ends: Vec<Option<RouteEnd>>,
}

impl Numbers {
    /// The numbers that follow from drawn inputs.
    pub(crate) fn of(
        scenario: &Scenario,
        layout: &Layout,
        inputs: Inputs,
        wants_due: impl Fn(SlaId) -> bool,
    ) -> Self {
        let value = |quantity: Quantity| quantity.value(&inputs);
        let samplers = layout.durations.iter();
        let mut resume_cost: Vec<Effort> =
            scenario.streams.iter().map(|it| Effort::from_seconds(value(it.resume_cost))).collect();
        resume_cost.push(Effort::ZERO); // mentoring
        let slas: Vec<Vec<SlaClock>> = layout
            .streams
            .iter()
            .map(|stream| {
                let of_stream = stream.slas.iter();
                let numbers = |it| SlaClock::of(it, scenario, &inputs, &wants_due);
                of_stream.copied().map(numbers).collect()
            })
            .collect();
        let probabilities: Vec<f64> = layout.probabilities.iter().map(|&it| value(it)).collect();
        Self {
            contacts: slas.iter().map(|it| decided_by_contact(it)).collect(),
            route_ends: RouteEnd::of_tasks(layout, &slas, &probabilities),
            samplers: samplers.map(|it| Sampler::new(&it.shape, value(it.mean))).collect(),
            probabilities,
            counts: layout.counts.iter().map(|&it| counter(it, &inputs)).collect(),
            resume_cost,
            slas,
            inputs,
        }
    }

    /// Draws the effort of a step that is asked for at a moment.
    #[inline(always)]
    pub(crate) fn effort(
        &self,
        scenario: &Scenario,
        layout: &Layout,
        task: &Task,
        stream: StreamId,
        at: SimTime,
        chance: &mut Chance,
    ) -> Effort {
        let parts = self.samplers_of(task).iter();
        let mut seconds = parts.fold(0.0, |sum, part| sum + part.draw(chance));
        if task.stream.automated {
            seconds *= self.automated(scenario, layout, stream, at);
        }
        Effort::from_seconds(seconds)
    }

    /// The samplers whose sum is the effort of a step.
    pub(crate) fn samplers_of(&self, task: &Task) -> &[Sampler] {
        let (first, parts) = (task.time.0 as usize, task.time.1 as usize);
        &self.samplers[first..first + parts]
    }

    /// The factor on effort of the automations in force.
    #[inline(never)]
    pub(crate) fn automated(
        &self,
        scenario: &Scenario,
        layout: &Layout,
        stream: StreamId,
        at: SimTime,
    ) -> f64 {
        let automations = layout.streams[stream.index()].automations.iter();
        automations
            .map(|&it| it as usize)
            .filter(|&it| layout.automations_from[it] <= at)
            .map(|it| scenario.automations[it].effort.value(&self.inputs))
            .product()
    }

    /// Draws a count of the layout, times a factor on its mean.
    pub(crate) fn draw_count(&self, count: u32, factor: f64, chance: &mut Chance) -> u32 {
        self.counts[count as usize].draw(factor, chance)
    }
}

/// Draws a count that stands outside any route, times a factor on its mean.
pub(crate) fn draw_count(count: Count, inputs: &Inputs, factor: f64, chance: &mut Chance) -> u32 {
    counter(count, inputs).draw(factor, chance)
}

fn counter(count: Count, inputs: &Inputs) -> Counter {
    match count {
        Count::Fixed(mean) => {
            let mean = mean.value(inputs).max(0.0);
            Counter::Fixed(mean as u32, mean - libm::floor(mean))
        }
        Count::Between(low, high) => Counter::Between(low, high),
        Count::Geometric(mean) => Counter::Geometric(1.0 - 1.0 / mean.value(inputs).max(1.0)),
        Count::Poisson(mean) => Counter::Poisson(mean.value(inputs).max(0.0)),
    }
}

impl Counter {
    fn draw(self, factor: f64, chance: &mut Chance) -> u32 {
        match self {
            Self::Fixed(whole, more) => rounded((f64::from(whole) + more) * factor, chance),
            Self::Between(low, high) => {
                let span = f64::from(high - low + 1);
                let drawn = low + (chance.unit() * span) as u32;
                rounded(f64::from(drawn) * factor, chance)
            }
            Self::Geometric(again) => {
                let mut times = 1;
                while chance.unit() < again && times < 10_000 {
                    times += 1;
                }
                rounded(f64::from(times) * factor, chance)
            }
            Self::Poisson(mean) => {
                // Unit exponentials that fit into the mean (Devroye 1986, X.3).
                let mut times = 0;
                let mut left = mean * factor - chance.exponential();
                while left > 0.0 {
                    times += 1;
                    left -= chance.exponential();
                }
                times
            }
        }
    }
}

/// The whole part, and one more with the probability of the rest.
fn rounded(mean: f64, chance: &mut Chance) -> u32 {
    let whole = libm::floor(mean);
    let rest = mean - whole;
    whole as u32 + u32::from(rest > 0.0 && chance.unit() < rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean_of(count: Count, factor: f64) -> f64 {
        let mut chance = Chance::keyed(&[7]);
        let draws = 200_000;
        let sum: u64 = (0..draws)
            .map(|_| u64::from(draw_count(count, &Inputs::default(), factor, &mut chance)))
            .sum();
        sum as f64 / draws as f64
    }

    #[test]
    fn counts_have_the_stated_means() {
        assert!((mean_of(Count::Fixed(Quantity::Known(2.5)), 1.0) - 2.5).abs() < 0.01);
        assert!((mean_of(Count::Between(15, 25), 1.0) - 20.0).abs() < 0.03);
        assert!((mean_of(Count::Between(15, 25), 0.5) - 10.0).abs() < 0.03);
        assert!((mean_of(Count::Geometric(Quantity::Known(2.0)), 1.0) - 2.0).abs() < 0.015);
        assert!((mean_of(Count::Poisson(Quantity::Known(4.0)), 1.0) - 4.0).abs() < 0.02);
    }
}
