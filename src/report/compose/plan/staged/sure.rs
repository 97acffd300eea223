//! How sure the plan is, whether that is proved, what it costs, and what nobody can go below.

use super::{Decided, certainly_more, probability};
use crate::plan::staged::data::Which;
use crate::report::compose::values::finding;
use crate::report::{Finding, Tone, texts};

/// The probability with its interval, and the money.
pub(crate) fn sure(decided: Decided<'_>) -> Finding {
    let (locale, staged) = (decided.locale, decided.staged);
    let with = probability(&staged.kept, locale);
    let headline = match decided.beside_it(&Which::Nobody).filter(|_| decided.hires()) {
        Some(nobody) => {
            let without = locale.share(nobody.kept.share.value, 0);
            decided.say(texts::Sure { with, without })
        }
        None => decided.say(texts::SurePlan { with }),
    };
    let said = [Some(proof(decided)), failed(decided), cost(decided), floor(decided)];
    let tone = match (staged.kept.proved, decided.reached()) {
        (true, _) => Tone::Good,
        (false, true) => Tone::Caution,
        (false, false) => Tone::Bad,
    };
    finding(tone, headline, said.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

fn proof(decided: Decided<'_>) -> String {
    let (locale, kept) = (decided.locale, decided.staged.kept);
    let confidence = locale.share_short(decided.staged.confidence);
    let count = kept.of;
    match kept.proved {
        true => decided.say(texts::Proved { count, confidence }),
        false => {
            let least = locale.share(kept.share.low, 0);
            decided.say(texts::NotProved { count, confidence, least })
        }
    }
}

/// How many rules failed before the one that is proved.
fn failed(decided: Decided<'_>) -> Option<String> {
    let count = decided.staged.failed;
    let told = count > 0 && decided.staged.kept.proved;
    told.then(|| decided.say(texts::FailedBefore { count }))
}

/// What it costs; nothing where it costs nothing.
fn cost(decided: Decided<'_>) -> Option<String> {
    let spread = decided.staged.cost;
    let (cost, months) = (decided.money(spread.mean.value), decided.horizon());
    let most = decided.money(spread.futures.p90);
    if spread.mean.value.abs() < 1.0 {
        return None;
    }
    Some(match most == cost {
        true => decided.say(texts::CostsExactly { cost, months }),
        false => decided.say(texts::CostsInAll { cost, months, most }),
    })
}

/// What somebody would pay who knew each future, where that is certainly less.
fn floor(decided: Decided<'_>) -> Option<String> {
    let perfect = decided.beside_it(&Which::Perfect)?;
    let dearer = perfect.dearer;
    let saves =
        crate::statistics::Interval { value: -dearer.value, low: -dearer.high, high: -dearer.low };
    // In the same futures: the floor is looked at in fewer of them than the plan.
    let less = decided.money(saves.value);
    certainly_more(saves).then(|| decided.say(texts::FloorIs { less }))
}
