//! Revenue that is lost to waiting, month by month.

use super::chart;
use super::lines::{Emphasis, figure, largest};
use crate::measures::Measure;
use crate::report::compose::told::Told;
use crate::report::{Chart, Format, Trace, Word, texts};

/// What clients who left over broken promises would have paid; nothing where nobody leaves so.
pub(crate) fn lost(told: Told<'_>) -> Option<Chart> {
    let (_, panels) = largest(told, Measure::RevenueLost, |it| it.mean > 0.0)?;
    let sum = |policy: usize| {
        let it = told.outcome.policies[policy].total_of(Measure::RevenueLost, "all");
        told.locale.money_short(it.map_or(f64::NAN, |it| it.mean), 1)
    };
    let baseline = told.policy(0);
    let title = match Emphasis::of(told).best {
        Some(best) => {
            let (policy, other) = (told.policy(best), sum(best));
            told.say(texts::RevenueLostTitle { baseline, sum: sum(0), policy, other })
        }
        None => told.say(texts::RevenueLostTitleOne { baseline, sum: sum(0) }),
    };
    let subtitle = Word::RevenueLostSubtitle.text(told.locale.lang).to_owned();
    let figure = figure(told, Format::Money, Trace::Straight, panels);
    Some(chart(told, "revenue-lost", title, subtitle, figure))
}
