//! People needed and people there in the role that a what-if concerns most, with it and without it.

use crate::measures::Measure;
use crate::report::compose::charts::chart;
use crate::report::compose::charts::lines::{BASELINE, BEST, WORST, figure, line, spread};
use crate::report::compose::facts;
use crate::report::compose::phrase::{capital, people_number};
use crate::report::compose::told::Told;
use crate::report::{Chart, Format, Ink, Panel, Series, Trace, Word, texts};

/// Needs that are nearer to each other than this are one line.
const SAME: f64 = 0.05;

/// Of one role, by the column of people needed; `policy` is the what-if.
pub(super) fn people(told: Told<'_>, policy: usize, column: usize) -> Option<Chart> {
    let (lang, locale) = (told.locale.lang, told.locale);
    let it = &told.baseline().columns[column];
    let needed = |policy: usize, ink: Ink| {
        let months = told.outcome.policies[policy].months_of(Measure::OfferedLoad, &it.scope)?;
        let label =
            told.say(texts::WhatIfNeeded { policy: told.name(&told.outcome.policies[policy]) });
        // Uncertain inputs decide what is needed: the band shows them, not the error of the mean.
        Some(Series { band: Some(spread(months)), ..line(label, months, ink) })
    };
    let there = |policy: usize, ink: Ink| {
        let found = &told.outcome.policies[policy];
        let months = facts::full_time(found, &it.scope)?;
        let mut line = line(told.say(texts::WhatIfThere { policy: told.name(found) }), months, ink);
        let share = facts::share_there(found, &it.scope);
        line.values.iter_mut().for_each(|it| *it *= share);
        Some(Series { band: None, ..line })
    };
    // Where several what-ifs stand beside each other, other colours are theirs.
    let several = told.outcome.policies.len() > 2;
    let ink = if several { Ink::Slot(5) } else { WORST };
    let (need, before) = (needed(policy, ink)?, needed(0, Ink::Slot(3))?);
    let is_same = need.values.iter().zip(&before.values).all(|it| (it.0 - it.1).abs() < SAME);
    let now = there(policy, BEST)?;
    let last = |it: &Series| people_number(*it.values.last().unwrap_or(&f64::NAN), locale);
    let role = capital(told.name(it));
    let title =
        told.say(texts::WhatIfPeople { role: &role, needed: last(&need), there: last(&now) });
    let mut series = vec![now, need];
    series.extend((!is_same && !several).then_some(before));
    series.push(there(0, BASELINE)?);
    let panel = Panel { title: role, series, ..Panel::default() };
    let figure = figure(told, Format::Number(1), Trace::Straight, vec![panel]);
    let subtitle = Word::WhatIfPeopleSubtitle.text(lang).to_owned();
    Some(chart(told, "why", title, subtitle, figure))
}
