//! Worlds: in which reading of its document a replication happens, and what is known before anybody knows.

use crate::department::Outlook;
use crate::scenario::{HiringRule, Policy, Scenario, Study};

/// Places of a prior over all readings.
const PLACES: f64 = 60.0;

/// The readings of a study, as the planner uses them.
#[derive(Clone, Copy)]
pub(crate) struct Worlds<'a> {
    study: &'a Study,
}

impl<'a> Worlds<'a> {
    /// Those of a study.
    pub(crate) fn of(study: &'a Study) -> Self {
        Self { study }
    }

    /// How many there are.
    pub(crate) fn count(self) -> usize {
        self.study.worlds.list.len()
    }

    /// The world of a replication.
    pub(crate) fn of_replication(self, seed: u64, replication: u64) -> usize {
        self.study.world_of(seed, replication)
    }

    /// The policies as a world reads them, the baseline first.
    pub(crate) fn policies(self, world: usize) -> &'a [Policy] {
        &self.study.worlds.list[world].policies
    }

    /// The baseline as a world reads it.
    pub(crate) fn baseline(self, world: usize) -> &'a Scenario {
        &self.policies(world)[0].scenario
    }

    /// What is known of a rule's role before anything is counted, under a policy: whoever applies a rule
    /// knows every reading and not which of them is true. Each number is the mean over the readings; of
    /// the load only the growth counts. `None` where there is one reading: its scenario says it.
    pub(crate) fn outlook(self, policy: usize, rule: &HiringRule) -> Option<Outlook> {
        if self.count() == 1 {
            return None;
        }
        let each = self.study.worlds.list.iter().filter_map(|world| {
            let mut scenario = world.policies[policy].scenario.clone();
            scenario.hiring_rules = vec![HiringRule { outlook: None, ..rule.clone() }];
            Some((world.probability, Outlook::of_rules(&scenario).pop()?))
        });
        let each: Vec<(f64, Outlook)> = each.collect();
        let mean = |number: &dyn Fn(&Outlook) -> f64| {
            each.iter().map(|it| it.0 * number(&it.1)).sum::<f64>()
                / each.iter().map(|it| it.0).sum::<f64>()
        };
        let months = |numbers: &dyn Fn(&Outlook) -> &Vec<f64>| -> Vec<f64> {
            let count = each.iter().map(|it| numbers(&it.1).len()).min().unwrap_or(0);
            let first = |it: &Outlook| numbers(it).first().copied().filter(|it| *it > 0.0);
            let at = |month| mean(&|it| numbers(it)[month] / first(it).unwrap_or(1.0));
            (0..count).map(at).collect()
        };
        Some(Outlook {
            effort: each.iter().flat_map(|it| places(&it.1.effort, it.0)).collect(),
            cv: mean(&|it| it.cv),
            longer: months(&|it| &it.longer),
            load: months(&|it| &it.load),
            fill: mean(&|it| it.fill),
            helper_fill: mean(&|it| it.helper_fill),
            ramp: mean(&|it| it.ramp),
            ramp_from: mean(&|it| it.ramp_from),
            hours_a_month: mean(&|it| it.hours_a_month),
            availability: mean(&|it| it.availability),
            duties: mean(&|it| it.duties),
            last: mean(&|it| it.last),
            helpers_ramp: each.iter().all(|it| it.1.helpers_ramp),
        })
    }
}

/// So many of some numbers as a reading is likely, at equal distances in their order.
fn places(numbers: &[f64], probability: f64) -> Vec<f64> {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let count = (probability * PLACES).round().max(1.0);
    let places = (0..count as usize).map(|it| (it as f64 + 0.5) / count);
    places.filter_map(|it| sorted.get((it * sorted.len() as f64) as usize).copied()).collect()
}
