//! Who gives up waiting, month by month.

use super::chart;
use super::lines::{Emphasis, figure, series};
use crate::measures::Measure;
use crate::report::compose::phrase::capital;
use crate::report::compose::told::Told;
use crate::report::{Chart, Format, Panel, Trace, Word, texts};

/// More panels than this in one chart are too small to read.
const PANELS: usize = 6;

/// The share that gives up month by month, of the streams where most do.
pub(crate) fn share(told: Told<'_>) -> Option<Chart> {
    let (locale, lang) = (told.locale, told.locale.lang);
    let baseline = told.baseline();
    let mut columns: Vec<usize> = baseline.columns_of(Measure::AbandonedShare).collect();
    columns.retain(|&it| baseline.total[it].n > 0);
    let in_all = |column: &usize| baseline.total[*column].mean;
    columns.sort_by(|one, other| in_all(other).total_cmp(&in_all(one)));
    columns.truncate(PANELS);
    let emphasis = Emphasis::of(told);
    let largest = &baseline.columns[*columns.first()?];
    let panel = |column: &usize| {
        let it = &baseline.columns[*column];
        Panel {
            title: capital(told.name(it)),
            series: series(told, Measure::AbandonedShare, &it.scope, emphasis),
            ..Panel::default()
        }
    };
    let panels: Vec<Panel> = columns.iter().map(panel).collect();
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
