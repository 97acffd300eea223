//! What a cap on people or money leaves out of reach, and what the reader's own list of hires is worth.

use super::{Decided, certainly_more, probability, range};
use crate::plan::staged::data::{Alternative, Cap, PricedPromise, Which};
use crate::report::compose::phrase::joined;
use crate::report::compose::values::finding;
use crate::report::{Finding, Noun, Tone, Word, counted, texts};

/// Promises that are named as the worst.
const WORST: usize = 3;

/// The best plan within the caps, or the best there is where the probability is not reached.
pub(crate) fn within(decided: Decided<'_>) -> Option<Finding> {
    let (locale, staged) = (decided.locale, decided.staged);
    let share = probability(&staged.kept, locale);
    let confidence = locale.share_short(staged.confidence);
    let (proved, reached) = (staged.kept.proved, decided.reached());
    let tone = match (proved, reached) {
        (true, _) => Tone::Good,
        (false, true) => Tone::Caution,
        (false, false) => Tone::Bad,
    };
    let limits = limits(decided);
    let headline = match (limits, staged.capped.binds) {
        (Some(limits), true) => match (proved, reached) {
            (true, _) => decided.say(texts::WithinProved { limits, share, confidence }),
            (false, true) => decided.say(texts::WithinNotProved { limits, share, confidence }),
            (false, false) => decided.say(texts::WithinNotReached { limits, share, confidence }),
        },
        (Some(limits), false) if reached => {
            let headline = decided.say(texts::CapHeld { limits });
            return Some(finding(Tone::Neutral, headline, spends(decided).unwrap_or_default()));
        }
        // Where nobody is hired, that is the first sentence.
        _ if !reached && decided.hires() => decided.say(texts::NotReached { share, confidence }),
        _ => return None,
    };
    let worst = worst(decided).or_else(|| breaks(decided)).filter(|_| !reached);
    let fewest = staged.capped.fewest_late.filter(|_| !reached);
    let fewest = fewest.map(|(kept, of)| decided.say(texts::FewestLate { kept, of }));
    let said = [fewest, spends(decided), worst, without_cap(decided)];
    Some(finding(tone, headline, said.into_iter().flatten().collect::<Vec<_>>().join(" ")))
}

/// `5 человек и 3,0 млн ₽ в месяц`.
fn limits(decided: Decided<'_>) -> Option<String> {
    let each = decided.staged.capped.caps.iter().map(|it| match it {
        Cap::People(most) => counted(f64::from(*most), Noun::PERSON, decided.locale),
        Cap::Budget(money) => decided.say(texts::MoneyAMonth { money: a_month(decided, *money) }),
    });
    let each: Vec<String> = each.collect();
    (!each.is_empty()).then(|| joined(&each, decided.locale.lang))
}

fn a_month(decided: Decided<'_>, money: f64) -> String {
    decided.money(money / decided.scenario.timeline.months() as f64)
}

/// What the plan costs a month, beside what it may.
fn spends(decided: Decided<'_>) -> Option<String> {
    let caps = &decided.staged.capped.caps;
    let spends = decided.staged.cost.mean.value >= 1.0;
    (spends && caps.iter().any(|it| matches!(it, Cap::Budget(_)))).then(|| {
        let money = a_month(decided, decided.staged.cost.mean.value);
        decided.say(texts::SpendsAMonth { money })
    })
}

/// What such a plan would do without the caps, where it does more.
fn without_cap(decided: Decided<'_>) -> Option<String> {
    let locale = decided.locale;
    let free = decided.beside_it(&Which::Uncapped).filter(|_| decided.staged.capped.binds)?;
    let does_more = free.kept.share.value > decided.staged.kept.share.value;
    does_more.then(|| {
        let people = range(free.hires.p10, free.hires.p90, locale);
        let (share, of) = (probability(&free.kept, locale), free.kept.of);
        let money = a_month(decided, free.cost.value);
        decided.say(texts::WithoutCap { people, share, money, of })
    })
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
        let share = locale.share_beside(it.with, it.planned, 0);
        let planned = locale.share_stated(it.planned);
        decided.say(texts::PromiseInTime { sla, share, planned })
    });
    let list = each.collect::<Vec<_>>().join("; ");
    (!list.is_empty()).then(|| decided.say(texts::WorstPromises { list }))
}

/// The promise that breaks most often, where all of them are kept on the mean.
fn breaks(decided: Decided<'_>) -> Option<String> {
    let plan = decided.beside_it(&Which::Staged)?;
    let (sla, broken) = plan.broken?;
    Some(decided.say(texts::OwnBreaks { sla: decided.sla(sla), broken, of: plan.kept.of }))
}

/// How often the list keeps the promises of each role, which tells where it is short; nothing of a single role.
fn own_roles(decided: Decided<'_>, own: &Alternative) -> Option<String> {
    let of = own.kept.of;
    let each = own.by_role.iter().map(|(role, kept)| {
        let role = decided.short_role(*role);
        decided.say(texts::OwnRole { role, kept })
    });
    let roles: Vec<String> = each.collect();
    (roles.len() > 1).then(|| decided.say(texts::OwnRoles { roles: roles.join(", "), of }))
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
    if certainly_more(own.later) && own.later.value >= 0.5 {
        let count = counted(own.later.value, Noun::LATE, locale);
        said.push(decided.say(texts::OwnLate { count }));
    }
    // What most of its replications break is what is missing in it.
    if let Some((sla, broken)) = own.broken.filter(|_| !own.kept.proved) {
        let (sla, of) = (decided.sla(sla), own.kept.of);
        said.push(decided.say(texts::OwnBreaks { sla, broken, of }));
        said.extend(own_roles(decided, own));
    }
    let rule = &decided.staged.rule;
    if rule.order.is_some() || !rule.moves.is_empty() {
        said.push(decided.say(Word::OwnAlone));
    }
    let tone = match own.kept.proved {
        true => Tone::Good,
        false if own.kept.share.value >= decided.staged.confidence => Tone::Caution,
        false => Tone::Bad,
    };
    Some(finding(tone, headline, said.join(" ")))
}
