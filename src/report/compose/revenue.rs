//! What waiting costs in revenue, in words, where clients leave over broken promises.

use super::told::Told;
use crate::experiment::Estimate;
use crate::measures::Measure;
use crate::report::compose::values::supported;
use crate::report::{Finding, Noun, Tone, counted, texts};
use crate::scenario::{BrokenPromises, Inputs};

/// What the baseline loses, and which policy certainly loses less; nothing where nothing is lost for
/// certain, or clients do not pay.
pub(crate) fn lost(told: Told<'_>) -> Option<Finding> {
    let all = told.baseline().total_of(Measure::RevenueLost, "all").filter(|it| is_felt(it))?;
    let sum = told.locale.money_short(all.mean, 1);
    let months = counted(told.months() as f64, Noun::MONTH, told.locale);
    let headline = told.say(texts::RevenueLost { baseline: told.policy(0), sum, months });
    let details: Vec<String> = least(told).into_iter().chain(basis(told)).collect();
    Some(supported(Tone::Bad, headline, &details))
}

/// Whether anything is lost for certain.
fn is_felt(it: &Estimate) -> bool {
    it.mean.is_finite() && it.ci_low > 0.0
}

/// The policy that loses least, where it certainly loses less than the baseline.
fn least(told: Told<'_>) -> Option<String> {
    let compared = (1..told.outcome.policies.len()).filter_map(|policy| {
        let it = told.outcome.comparison(policy, Measure::RevenueLost, "all")?;
        (it.difference.ci_high < 0.0).then_some((policy, it.difference.mean))
    });
    let (policy, _) = compared.min_by(|one, other| one.1.total_cmp(&other.1))?;
    let it = told.outcome.policies[policy].total_of(Measure::RevenueLost, "all")?;
    let sum = told.locale.money_short(it.mean, 1);
    Some(told.say(texts::RevenueLostLess { policy: told.policy(policy), sum }))
}

/// What the scenario supposes of clients, where it supposes one thing.
fn basis(told: Told<'_>) -> Option<String> {
    let earning = told.scenario.drivers.iter().filter(|it| it.earns());
    let earning: Vec<BrokenPromises> = earning.filter_map(|it| it.broken_promises).collect();
    let [one] = earning[..] else { return None };
    let share = one.churn.value(&Inputs::mean(told.scenario));
    let share = told.locale.share(share, 0);
    Some(told.say(texts::RevenueLostBasis { share }))
}
