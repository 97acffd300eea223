//! Charts of the whole: every policy in one row, and what piles up.

use super::chart;
use super::lines::{BASELINE, BEST, Emphasis, WORST, figure, label, largest};
use crate::measures::Measure;
use crate::report::compose::facts;
use crate::report::compose::findings::{breaches_format, fewest};
use crate::report::compose::phrase::capital;
use crate::report::compose::told::Told;
use crate::report::{Bar, Bars, Chart, Figure, Format, Ink, Trace, Word, texts};

/// Breaches a month under every policy.
pub(crate) fn policies(told: Told<'_>) -> Option<Chart> {
    let lang = told.locale.lang;
    let all = &told.outcome.policies;
    if all.len() < 2 || !facts::has_slas(told.outcome) {
        return None;
    }
    let emphasis = Emphasis::of(told);
    let breaches = |it: usize| facts::breaches_a_month(&all[it], told.months());
    let format = breaches_format(breaches(0).mean);
    let bar = |index: usize| {
        let number = breaches(index);
        Bar {
            label: label(told, &all[index]),
            value: number.mean,
            interval: Some((number.low, number.high)),
            ink: match index {
                0 => BASELINE,
                it if Some(it) == emphasis.best => BEST,
                it if Some(it) == emphasis.worst => WORST,
                _ => Ink::Muted,
            },
        }
    };
    let mut bars: Vec<Bar> = (0..all.len()).map(bar).collect();
    bars.sort_by(|one, other| one.value.total_cmp(&other.value));
    let baseline = told.policy(0);
    let before = told.locale.bare(breaches(0).mean, format);
    let title = match emphasis.best {
        Some(best) => fewest(told, best, told.locale.bare(breaches(best).mean, format), before),
        None => told.say(texts::NothingHelps { baseline }),
    };
    let figure = Figure::Bars(Bars { format, bars, targets: Vec::new() });
    let subtitle = Word::BreachesSubtitle.text(lang).to_owned();
    Some(chart(told, "policies", title, subtitle, figure))
}

/// Open items month by month, of the streams where most pile up.
pub(crate) fn backlog(told: Told<'_>) -> Option<Chart> {
    let (locale, lang) = (told.locale, told.locale.lang);
    let (largest, panels) = largest(told, Measure::Backlog, |it| it.mean >= 1.0)?;
    let emphasis = Emphasis::of(told);
    let count = |policy: usize| {
        let it = told.outcome.policies[policy].total_of(Measure::Backlog, &largest.scope);
        // As the ends of the lines have it.
        locale.number(it.map_or(f64::NAN, |it| it.mean), 0)
    };
    let stream = capital(told.name(largest));
    let baseline = told.policy(0);
    let title = match emphasis.best {
        Some(best) => {
            let (policy, other) = (told.policy(best), count(best));
            told.say(texts::BacklogTitle { stream, baseline, count: count(0), policy, other })
        }
        None => told.say(texts::BacklogTitleOne { stream, count: count(0), baseline }),
    };
    let subtitle = Word::BacklogSubtitle.text(lang).to_owned();
    let figure = figure(told, Format::Count, Trace::Straight, panels);
    Some(chart(told, "backlog", title, subtitle, figure))
}
