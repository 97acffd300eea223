//! Reasons not to trust a result yet, in words and with advice.

use super::context::Context;
use super::phrase::{capital, inline, joined_few, quoted};
use super::scenario_cautions::{alone, in_words_of_scenario, lowered};
use super::told::Told;
use super::{check, readings};
use crate::experiment::{Caution, PolicyOutcome, cautions_of};
use crate::measures::Measure;
use crate::report::{Caution as Words, Noun, Word, counted, texts};
use std::mem::discriminant;

/// More names than this in one sentence are not read.
const NAMES: usize = 5;

/// Every caution of a run: those of the baseline, which the others share or better.
pub(crate) fn all(told: Told<'_>) -> Vec<Words> {
    let baseline = told.baseline();
    let own = cautions_of(baseline);
    let own = by_kind(&own).into_iter();
    let words = own.map(|same| of_kind(told, baseline, &same));
    let words = readings::caution(told.study, told.context).into_iter().chain(words);
    let of_scenario = in_words_of_scenario(told.scenario, told.locale);
    let words = words.chain(doubted(told.context)).chain(lowered(told.context));
    words.chain(of_scenario).collect()
}

/// What a check doubts, so that nobody acts on a number before it is looked at.
pub(crate) fn doubted(context: Context<'_>) -> Option<Words> {
    let doubts = check::doubted(context.scenario);
    let lang = context.locale.lang;
    let what: Vec<String> = doubts.iter().map(|it| inline(it.text(lang))).collect();
    (!what.is_empty()).then(|| Words {
        reason: context.say(texts::CautionDoubts { what: what.join("; ") }),
        advice: context.say(Word::AdviceDoubts),
    })
}

/// Cautions, each kind together, in the order in which kinds first appear.
pub(crate) fn by_kind(all: &[Caution]) -> Vec<Vec<&Caution>> {
    let mut kinds: Vec<Vec<&Caution>> = Vec::new();
    for caution in all {
        let same = |it: &&mut Vec<&Caution>| discriminant(it[0]) == discriminant(caution);
        match kinds.iter_mut().find(same) {
            Some(kind) => kind.push(caution),
            None => kinds.push(vec![caution]),
        }
    }
    kinds
}

/// Cautions of one kind in one sentence.
pub(crate) fn of_kind(told: Told<'_>, policy: &PolicyOutcome, cautions: &[&Caution]) -> Words {
    let (locale, lang) = (told.locale, told.locale.lang);
    let name = |measure: Measure, scope: &str| {
        let column = policy.column(measure, scope).map(|it| &policy.columns[it]);
        column.map_or(scope, |it| told.name(it)).to_owned()
    };
    let list = |item: &dyn Fn(&Caution) -> Option<String>| {
        let items: Vec<String> = cautions.iter().filter_map(|it| item(it)).collect();
        joined_few(&items, NAMES, lang)
    };
    let words = |reason: String, advice: Word| Words {
        reason: capital(&reason),
        advice: locale.say(advice),
    };
    match cautions[0] {
        Caution::LoadAboveCapacity { .. } => {
            let roles = list(&|it| match it {
                Caution::LoadAboveCapacity { role, worst, .. } => {
                    let role = inline(&name(Measure::OfferedLoad, role));
                    if worst.is_infinite() {
                        return Some(told.say(texts::NobodyIsThere { what: role }));
                    }
                    let times = locale.share_beside(*worst, 1.0, 0);
                    Some(told.say(texts::UpToOfCapacity { what: role, times }))
                }
                _ => None,
            });
            words(locale.say(texts::CautionLoad { roles }), Word::AdviceLoad)
        }
        Caution::BacklogGrowing { .. } => {
            let streams = list(&|it| match it {
                Caution::BacklogGrowing { stream, slope, .. } => {
                    let stream = inline(&name(Measure::Backlog, stream));
                    let slope = locale.signed(*slope, usize::from(slope.abs() < 10.0));
                    Some(told.say(texts::MoreEachMonth { what: stream, slope }))
                }
                _ => None,
            });
            words(locale.say(texts::CautionBacklog { streams }), Word::AdviceBacklog)
        }
        Caution::IntervalTooWide { .. } => wide(told, cautions, &name),
        other => {
            alone(other, locale).unwrap_or(Words { reason: String::new(), advice: String::new() })
        }
    }
}

fn wide(told: Told<'_>, cautions: &[&Caution], name: &dyn Fn(Measure, &str) -> String) -> Words {
    let (locale, lang) = (told.locale, told.locale.lang);
    let (mut widest, mut needed, mut scope_of_widest) = (0.0, 1.0_f64, String::new());
    for it in cautions {
        if let Caution::IntervalTooWide { measure, scope, half_width, limit } = it {
            // The half-width falls with the root of the number of replications.
            needed = needed.max((half_width / limit) * (half_width / limit));
            if *half_width > widest {
                widest = *half_width;
                scope_of_widest = name(*measure, scope);
            }
        }
    }
    let needed = (told.outcome.replications as f64 * needed / 100.0).ceil() * 100.0;
    let count = counted(cautions.len() as f64, Noun::OF_SHARES, locale);
    let sla = quoted(&scope_of_widest, lang);
    let half = locale.number(widest * 100.0, 1);
    let n = format!("{needed:.0}");
    Words {
        reason: told.say(texts::CautionWide { count, sla, half }),
        advice: told.say(texts::AdviceReplications { n }),
    }
}
