//! How sure the plan is, whether that is proved, what it costs, and what nobody can go below.

use super::{Decided, probability};
use crate::plan::staged::data::Which;
use crate::report::compose::values::{between, finding};
use crate::report::{Finding, Tone, Word, texts};

/// A lower bound below this says nothing.
const LEAST: f64 = 0.01;
/// An estimate that is nearer to the lower end of its interval, as a part of it, stands at the edge; one that is lower
/// than the other number does so in any interval.
const EDGE: f64 = 0.25;
const LOW: f64 = 0.2;

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
    let edge = at_edge(decided).then(|| decided.say(Word::StoppedWhenKnown));
    let proof = [Some(proof(decided)), edge, to_prove(decided), failed(decided)];
    let said = proof.into_iter().chain([cost(decided), floor(decided)]);
    let tone = match (staged.kept.proved, decided.reached()) {
        (true, _) => Tone::Good,
        (false, true) => Tone::Caution,
        (false, false) => Tone::Bad,
    };
    finding(tone, headline, said.flatten().collect::<Vec<_>>().join(" "))
}

fn proof(decided: Decided<'_>) -> String {
    let (locale, kept) = (decided.locale, decided.staged.kept);
    let confidence = locale.share_short(decided.staged.confidence);
    let count = kept.of;
    match kept.proved {
        true => decided.say(texts::Proved { count, confidence }),
        false => match bound(decided) {
            Some(least) => decided.say(texts::NotProved { count, confidence, least }),
            None => decided.say(texts::NotProvedAlone { count, confidence }),
        },
    }
}

/// The probability that is certainly reached; nothing where that is next to none.
fn bound(decided: Decided<'_>) -> Option<String> {
    let (low, asked) = (decided.staged.kept.share.low, decided.staged.confidence);
    // What is not proved must not read as reached: 89.7 % is not "at least 90 %".
    let contradicts = (100.0 * low).round() / 100.0 >= asked;
    (low >= LEAST).then(|| match contradicts {
        true => decided.locale.share((1000.0 * low + 1e-9).floor() / 1000.0, 1),
        false => decided.locale.share(low, 0),
    })
}

/// Whether the estimate is at the lower end of its interval, which is that of a test that ends when it knows.
fn at_edge(decided: Decided<'_>) -> bool {
    let share = decided.staged.kept.share;
    share.value >= LOW && share.value - share.low < EDGE * (share.high - share.low)
}

/// What to do where the probability is reached and not proved.
fn to_prove(decided: Decided<'_>) -> Option<String> {
    let kept = decided.staged.kept;
    if kept.proved || !decided.reached() {
        return None;
    }
    let advice = decided.say(match (kept.passed == kept.of, decided.staged.capped.binds) {
        // Nothing broke: there was too little to tell.
        (true, _) => Word::MoreReplications,
        (false, true) => Word::OverdraftWithin,
        (false, false) => Word::OverdraftAdvice,
    });
    Some(decided.say(texts::ToProve { advice }))
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
    let perfect = decided.beside_it(&Which::Perfect).filter(|_| decided.comparable())?;
    let dearer = perfect.dearer;
    // In the same futures, of which fewer are looked at than of the plan. Whoever knew them might find a way
    // that is cheaper still: this much is there, and no bound.
    let [less, low, high] = [dearer.value, dearer.high, dearer.low].map(|it| decided.money(-it));
    let (of, range) = (perfect.kept.of, between(&low, &high));
    (dearer.high < 0.0).then(|| match decided.is_uncertain() {
        true => decided.say(texts::FloorIs { less, range, of }),
        // Every number is known: what is left is chance.
        false => decided.say(texts::FloorOfChance { less, range, of }),
    })
}
