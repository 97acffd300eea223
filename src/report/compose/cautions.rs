//! Reasons not to trust a result yet, in words and with advice.

use super::findings::Told;
use super::phrase::{capital, inline, joined_few, quoted, titled};
use super::tables;
use crate::experiment::{Caution, PolicyOutcome};
use crate::report::{Caution as Words, Noun, Word, counted};
use crate::scenario::Scenario;

/// More names than this in one sentence are not read.
const NAMES: usize = 5;

/// The cautions that follow from the scenario alone.
pub fn of_scenario(scenario: &Scenario) -> Vec<Caution> {
    let timeline = &scenario.timeline;
    let last = timeline.date_of(timeline.horizon_time().day().saturating_sub(1));
    let first = scenario
        .calendars
        .iter()
        .filter_map(|it| it.extrapolated_from());
    let calendar = first
        .min()
        .and_then(|it| Caution::of_calendar(it, last.year()));
    let assumed = tables::assumed(&scenario.sources).map(|it| it.path.clone());
    let assumed = Caution::of_assumed(assumed.collect());
    calendar.into_iter().chain(assumed).collect()
}

/// One caution of one policy, in words: for lists that name each.
pub fn caution_in_words(told: Told<'_>, policy: &PolicyOutcome, caution: &Caution) -> Words {
    of_kind(told, policy, &[caution])
}

/// Every caution of a run: those of the baseline in full, those of other policies as a number.
pub fn all(told: Told<'_>) -> Vec<Words> {
    let baseline = told.baseline();
    let mut words = Vec::new();
    let mut kinds: Vec<fn(&Caution) -> bool> = vec![
        |it| matches!(it, Caution::LoadAboveCapacity { .. }),
        |it| matches!(it, Caution::BacklogGrowing { .. }),
        |it| matches!(it, Caution::FewReplications { .. }),
        |it| matches!(it, Caution::IntervalTooWide { .. }),
    ];
    for is_kind in kinds.drain(..) {
        let own: Vec<&Caution> = baseline.cautions.iter().filter(|it| is_kind(it)).collect();
        if !own.is_empty() {
            words.push(of_kind(told, baseline, &own));
        }
    }
    for caution in of_scenario(told.scenario) {
        words.push(of_kind(told, baseline, &[&caution]));
    }
    for note in &told.scenario.notes {
        words.push(Words {
            reason: note.in_lang(told.locale.lang).to_owned(),
            advice: String::new(),
        });
    }
    words
}

/// Cautions of one kind in one sentence.
fn of_kind(told: Told<'_>, policy: &PolicyOutcome, cautions: &[&Caution]) -> Words {
    let (locale, lang) = (told.locale, told.locale.lang);
    let name = |measure: &str, scope: &str| {
        let column = policy.column(measure, scope).map(|it| &policy.columns[it]);
        column
            .map_or(scope, |it| titled(&it.scope_title, scope, lang))
            .to_owned()
    };
    let list = |item: &dyn Fn(&Caution) -> Option<String>| {
        let items: Vec<String> = cautions.iter().filter_map(|it| item(it)).collect();
        joined_few(&items, NAMES, lang)
    };
    let words = |reason: Word, values: &[(&str, &str)], advice: Word| Words {
        reason: capital(&reason.filled(lang, values)),
        advice: advice.filled(lang, values),
    };
    match cautions[0] {
        Caution::LoadAboveCapacity { .. } => {
            let roles = list(&|it| match it {
                Caution::LoadAboveCapacity { role, worst, .. } => {
                    let role = inline(&name("offered_load", role));
                    let times = locale.number(*worst, 1);
                    Some(Word::Times.filled(lang, &[("what", &role), ("times", &times)]))
                }
                _ => None,
            });
            let values = [("roles", &*roles)];
            words(Word::CautionLoad, &values, Word::AdviceLoad)
        }
        Caution::BacklogGrowing { .. } => {
            let streams = list(&|it| match it {
                Caution::BacklogGrowing { stream, slope, .. } => {
                    let stream = inline(&name("backlog", stream));
                    let slope = locale.signed(*slope, usize::from(slope.abs() < 10.0));
                    let values = [("what", &*stream), ("slope", &slope)];
                    Some(Word::MoreEachMonth.filled(lang, &values))
                }
                _ => None,
            });
            words(
                Word::CautionBacklog,
                &[("streams", &streams)],
                Word::AdviceBacklog,
            )
        }
        Caution::IntervalTooWide { .. } => wide(told, cautions, &name),
        Caution::CalendarExtrapolated { year } => {
            let year = year.to_string();
            words(
                Word::CautionCalendar,
                &[("year", &year)],
                Word::AdviceCalendar,
            )
        }
        Caution::AssumedInputs { count, .. } => {
            let count = counted(*count as f64, Noun::ASSUMPTION, locale);
            words(
                Word::CautionAssumed,
                &[("count", &count)],
                Word::AdviceAssumed,
            )
        }
        Caution::FewReplications {
            replications,
            least,
        } => {
            let done = counted(*replications as f64, Noun::REPLICATION, locale);
            let least = least.to_string();
            let values = [("done", &*done), ("n", &least)];
            words(Word::CautionFew, &values, Word::AdviceReplications)
        }
    }
}

fn wide(told: Told<'_>, cautions: &[&Caution], name: &dyn Fn(&str, &str) -> String) -> Words {
    let (locale, lang) = (told.locale, told.locale.lang);
    let (mut widest, mut needed, mut scope_of_widest) = (0.0, 1.0_f64, String::new());
    for it in cautions {
        if let Caution::IntervalTooWide {
            measure,
            scope,
            half_width,
            limit,
        } = it
        {
            // The half-width falls with the root of the number of replications.
            needed = needed.max((half_width / limit) * (half_width / limit));
            if *half_width > widest {
                widest = *half_width;
                scope_of_widest = name(measure, scope);
            }
        }
    }
    let needed = (told.outcome.replications as f64 * needed / 100.0).ceil() * 100.0;
    let count = cautions.len().to_string();
    let sla = quoted(&scope_of_widest, lang);
    let half = locale.number(widest * 100.0, 1);
    let n = format!("{needed:.0}");
    let values = [
        ("count", &*count),
        ("sla", &sla),
        ("half", &half),
        ("n", &n),
    ];
    Words {
        reason: Word::CautionWide.filled(lang, &values),
        advice: Word::AdviceReplications.filled(lang, &values),
    }
}
