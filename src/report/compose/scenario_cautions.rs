//! Cautions that follow from a scenario alone, whatever is asked of it.

use super::context::Context;
use super::facts::reaches;
use super::phrase::capital;
use super::run_tables;
use crate::experiment::Caution;
use crate::report::{Caution as Words, Locale, Noun, Word, counted, texts};
use crate::scenario::{Scenario, Text};

/// The cautions that follow from the scenario alone.
pub(crate) fn of_scenario(scenario: &Scenario) -> Vec<Caution> {
    let years = scenario.calendars.iter().filter_map(|it| it.extrapolated_from());
    let calendar = years.min().map(|year| Caution::CalendarExtrapolated { year });
    let assumed = run_tables::assumed(&scenario.sources).map(|it| it.path.clone());
    let assumed = Caution::of_assumed(assumed.collect());
    calendar.into_iter().chain(assumed).collect()
}

/// The cautions and notes that follow from the scenario alone.
pub(crate) fn in_words_of_scenario(scenario: &Scenario, locale: Locale) -> Vec<Words> {
    let cautions = of_scenario(scenario);
    let words = cautions.iter().filter_map(|it| alone(it, locale));
    let note =
        |note: &Text| Words { reason: note.in_lang(locale.lang).to_owned(), advice: String::new() };
    words.chain(scenario.notes.iter().map(note)).chain(not_measured(scenario, locale)).collect()
}

/// What the scenario names as beyond a model of the workload.
fn not_measured(scenario: &Scenario, locale: Locale) -> Option<Words> {
    let what = scenario.not_measured.in_lang(locale.lang);
    (!what.is_empty()).then(|| Words {
        reason: locale.say(texts::CautionNotMeasured { what }),
        advice: locale.say(Word::AdviceNotMeasured),
    })
}

/// Promises of the plan that are lower than the targets of their SLAs.
pub(crate) fn lowered(context: Context<'_>) -> Option<Words> {
    let slas = &context.scenario.slas;
    let goals = context.scenario.planning.goals.iter();
    let lower = goals.map(|&(sla, share)| (&slas[sla.index()], share));
    let lower = lower.filter(|&(sla, share)| !reaches(share, sla.target)).map(|(sla, share)| {
        let [share, target] = [share, sla.target].map(|it| context.locale.share_short(it));
        context.say(texts::LoweredTo { sla: context.name(sla), share, target })
    });
    let each = lower.collect::<Vec<_>>();
    (!each.is_empty()).then(|| Words {
        reason: context.say(texts::CautionLowered { each: each.join("; ") }),
        advice: context.say(Word::AdviceLowered),
    })
}

/// A caution that is about nobody in particular.
pub(super) fn alone(caution: &Caution, locale: Locale) -> Option<Words> {
    let words = |reason: String, advice: String| Some(Words { reason: capital(&reason), advice });
    match caution {
        Caution::CalendarExtrapolated { year } => {
            let reason = locale.say(texts::CautionCalendar { year });
            words(reason, locale.say(Word::AdviceCalendar))
        }
        Caution::AssumedInputs { count, .. } => {
            let count = counted(*count as f64, Noun::ASSUMPTION, locale);
            let reason = locale.say(texts::CautionAssumed { count });
            words(reason, locale.say(Word::AdviceAssumed))
        }
        Caution::FewReplications { replications, least } => {
            let done = counted(*replications as f64, Noun::REPLICATION, locale);
            let reason = locale.say(texts::CautionFew { done });
            words(reason, locale.say(texts::AdviceReplications { n: least }))
        }
        _ => None,
    }
}
