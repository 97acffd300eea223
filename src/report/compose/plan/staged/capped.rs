//! What a cap on people or money leaves out of reach, and what the reader's own list of hires is worth.

use super::{Decided, certainly_more, probability};
use crate::plan::staged::data::{Cap, PricedPromise, Which};
use crate::report::compose::values::finding;
use crate::report::{Finding, Noun, Tone, counted, texts};

/// Promises that are named as the worst.
const WORST: usize = 3;

/// The best plan within a cap, or the best there is where the probability is not reached.
pub(crate) fn capped(decided: Decided<'_>) -> Option<Finding> {
    let (locale, staged) = (decided.locale, decided.staged);
    let share = probability(&staged.kept, locale);
    let confidence = locale.share_short(staged.confidence);
    let headline = match staged.capped {
        Some(Cap::People(most)) => {
            let people = counted(f64::from(most), Noun::PERSON, locale);
            decided.say(texts::CappedPeople { people, share, confidence })
        }
        Some(Cap::Budget(money)) => {
            let months = decided.scenario.timeline.months() as f64;
            let money = decided.money(money / months);
            decided.say(texts::CappedBudget { money, share, confidence })
        }
        // Where nobody is hired, that is the first sentence.
        None if !decided.reached() && decided.hires() => {
            decided.say(texts::NotReached { share, confidence })
        }
        None => return None,
    };
    let tone = if decided.reached() { Tone::Caution } else { Tone::Bad };
    Some(finding(tone, headline, worst(decided).unwrap_or_default()))
}

/// The promises that are farthest from what is planned, as means over all months.
fn worst(decided: Decided<'_>) -> Option<String> {
    let locale = decided.locale;
    let lack = |it: &&PricedPromise| it.planned - it.with;
    let broken = decided.staged.promises.iter().filter(|it| lack(it) > 0.0);
    let mut broken: Vec<&PricedPromise> = broken.collect();
    broken.sort_by(|a, b| lack(b).total_cmp(&lack(a)));
    let each = broken.iter().take(WORST).map(|it| {
        let sla = decided.sla(it.sla);
        let [share, planned] = [it.with, it.planned].map(|it| locale.share(it, 0));
        decided.say(texts::PromiseInTime { sla, share, planned })
    });
    let list = each.collect::<Vec<_>>().join("; ");
    (!list.is_empty()).then(|| decided.say(texts::WorstPromises { list }))
}

/// The reader's own list by the same criteria.
pub(crate) fn own(decided: Decided<'_>) -> Option<Finding> {
    let own = decided.beside_it(&Which::Own)?;
    let locale = decided.locale;
    let share = probability(&own.kept, locale);
    let headline = decided.say(texts::OwnList { share, cost: decided.money(own.cost.value) });
    let confidence = locale.share_short(decided.staged.confidence);
    let mut said = vec![match own.kept.proved {
        true => decided.say(texts::OwnEnough { confidence }),
        false => decided.say(texts::OwnNotProved { confidence }),
    }];
    let money = decided.money(own.dearer.value.abs());
    if certainly_more(own.dearer) {
        said.push(decided.say(texts::OwnDearer { money }));
    } else if own.dearer.high < 0.0 {
        said.push(decided.say(texts::OwnCheaper { money }));
    }
    let tone = match own.kept.proved {
        true => Tone::Good,
        false if own.kept.share.value >= decided.staged.confidence => Tone::Caution,
        false => Tone::Bad,
    };
    Some(finding(tone, headline, said.join(" ")))
}
