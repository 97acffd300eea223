//! Who gives up waiting, month by month.

use super::chart;
use super::lines::{Emphasis, figure, largest};
use crate::measures::Measure;
use crate::report::compose::phrase::capital;
use crate::report::compose::told::Told;
use crate::report::{Chart, Format, Trace, Word, texts};

/// The share that gives up month by month, of the streams where most do.
pub(crate) fn share(told: Told<'_>) -> Option<Chart> {
    let (locale, lang) = (told.locale, told.locale.lang);
    let (largest, panels) = largest(told, Measure::AbandonedShare, |it| it.n > 0)?;
    let emphasis = Emphasis::of(told);
    let share = |policy: usize| {
        let it = told.outcome.policies[policy].total_of(Measure::AbandonedShare, &largest.scope);
        locale.share(it.map_or(f64::NAN, |it| it.mean), 1)
    };
    let (stream, baseline) = (capital(told.name(largest)), told.policy(0));
    let title = match emphasis.best {
        Some(best) => {
            let (policy, other) = (told.policy(best), share(best));
            told.say(texts::GaveUpTitle { stream, baseline, share: share(0), policy, other })
        }
        None => told.say(texts::GaveUpTitleOne { stream, baseline, share: share(0) }),
    };
    let subtitle = Word::GaveUpSubtitle.text(lang).to_owned();
    let figure = figure(told, Format::Share, Trace::Straight, panels);
    Some(chart(told, "abandoned", title, subtitle, figure))
}
