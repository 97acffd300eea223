//! The answer of the what-if page: one sentence, then the charts and tables that it rests on.

use super::charts::{overview, roles, targets};
use super::findings::{breaches_format, cost_of};
use super::phrase::{interval, sentences, with_interval};
use super::told::Told;
use super::{facts, run_tables};
use crate::experiment::Outcome;
use crate::measures::Measure;
use crate::report::{Block, Document, Finding, Format, Locale, Section, Tone, Word, texts};
use crate::scenario::{Promise, Study};

/// Replications from which the sentence has a colour: before, good and bad are not told apart.
const SURE: u64 = 50;

/// The baseline and up to a few what-ifs; `all` is how many replications there will be.
pub(crate) fn what_if(study: &Study, outcome: &Outcome, locale: Locale, all: u64) -> Document {
    let mut told = Told::new(study, outcome, locale);
    told.plan = (outcome.policies.len() > 1).then_some(1);
    let mut blocks = vec![Block::Finding(answer(told, all))];
    // With several what-ifs beside each other, first all of them in one row.
    let several = (outcome.policies.len() > 2).then(|| overview::policies(told)).flatten();
    let charts = several.into_iter().chain(targets::all(told));
    let charts = charts.chain(roles::why(told, roles::shortest(told).unwrap_or(0), Vec::new()));
    let charts = charts.chain(roles::people(told)).chain(overview::backlog(told));
    blocks.extend(charts.chain(roles::headcount(told)).map(Block::Chart));
    let mut tables = vec![Block::Table(run_tables::policies(told))];
    if outcome.policies.len() > 1 {
        tables.push(Block::Table(run_tables::comparison(told)));
    }
    tables.push(Block::Table(run_tables::utilisation(told)));
    let section = |key: &str, word: Word, blocks| Section {
        key: key.into(),
        heading: word.text(locale.lang).into(),
        blocks,
    };
    Document {
        locale,
        title: told.name(told.scenario).into(),
        subtitle: told.source(),
        sections: vec![
            section("what-if", Word::WhatIfAnswer, blocks),
            section("tables", Word::WhatIfTables, tables),
        ],
    }
}

/// In what share of the replications every SLA of the scenario is met, before and after: all of them, at
/// their own targets, from the first month on, unlike the promises of a plan.
fn answer(told: Told<'_>, all: u64) -> Finding {
    let (outcome, locale) = (told.outcome, told.locale);
    let measure = match told.scenario.planning.promise {
        Promise::ElevenOfTwelve => Measure::SlaYearsMet,
        Promise::EveryQuarter => Measure::SlaQuartersMet,
    };
    let kept = |policy: usize| {
        let share = outcome.policies[policy].total_of(measure, "all").filter(|it| it.n > 0)?;
        Some(facts::Number::of(share))
    };
    let share = |it: facts::Number| locale.share(it.mean, 0) + &interval(it, Format::Share, locale);
    let last = outcome.policies.len().min(2) - 1;
    let (now, before) = (kept(last), kept(0));
    let headline = match (now, before) {
        (Some(now), Some(before)) if last > 0 => {
            let (policy, baseline) = (told.policy(1), told.policy(0));
            let (share, before) = (share(now), share(before));
            let promise = told.promise();
            told.say(texts::WhatIfKept { policy, promise, share, baseline, before })
        }
        (Some(now), _) => told.say(texts::WhatIfKeptNow {
            baseline: told.policy(0),
            promise: told.promise(),
            share: share(now),
        }),
        (None, _) => told.say(texts::WhatIfNoPromises { policy: told.policy(last) }),
    };
    let mut details = Vec::new();
    if last > 0 {
        let breaches = |it: usize| facts::breaches_a_month(&outcome.policies[it], told.months());
        if now.is_some() {
            let format = breaches_format(breaches(0).mean);
            let words = |it: usize| with_interval(breaches(it), format, locale);
            let ((met, all), (had, _)) =
                (facts::slas_met(&outcome.policies[1]), facts::slas_met(told.baseline()));
            let (met, before) = (locale.number(met.mean, 0), locale.number(had.mean, 0));
            details.push(told.say(texts::TargetsMetInstead { met, all: all.to_string(), before }));
            details.push(told.say(texts::WhatIfBreaches { now: words(1), before: words(0) }));
        }
        details.extend(cost_of(told, 1));
    }
    let done = outcome.replications;
    if done < all {
        details.push(told.say(texts::WhatIfRefining { done, all }));
    }
    let confidence = told.scenario.planning.confidence;
    let tone = match now {
        Some(now) if done >= SURE && now.low >= confidence => Tone::Good,
        Some(now) if done >= SURE && now.high < confidence => Tone::Bad,
        _ => Tone::Neutral,
    };
    Finding { tone, headline, detail: sentences(&details) }
}
