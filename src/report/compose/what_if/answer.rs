//! The sentence above the charts: how often every promise is kept, with the change and without it.

use crate::plan::promises::Promises;
use crate::plan::search::hire_options::open_by;
use crate::report::compose::context::Context;
use crate::report::compose::facts::{self, Number};
use crate::report::compose::findings::{breaches_format, cost_of};
use crate::report::compose::genitive::people_of;
use crate::report::compose::phrase::{capital, interval, joined, sentences, with_interval};
use crate::report::compose::told::Told;
use crate::report::{Finding, Format, Tone, texts};
use crate::scenario::{Change, Hire, Person, Policy};
use crate::statistics::CONFIDENCE;
use crate::statistics::certificate::Certificate;
use crate::statistics::sequential::share_at_any_time;

/// So many promises are named as kept least often.
const WORST: usize = 3;
/// A change of more parts is called by its title.
const PARTS: usize = 3;

/// What the plan of the scenario promises, and in how many replications each policy keeps all of it.
pub(crate) struct Kept {
    /// The promises of the baseline.
    pub(crate) promises: Promises,
    pub(crate) policies: Vec<Certificate>,
    /// Of the policy that the sentence is about, in how many replications each promise is kept.
    pub(crate) each: Vec<u64>,
}

impl Kept {
    /// Whether more replications hardly change what is said of any policy: whether it keeps the promises as
    /// often as the plan must.
    pub(crate) fn is_clear(&self, confidence: f64) -> bool {
        (0..self.policies.len()).all(|it| self.verdict(it, confidence).is_some())
    }

    /// Whether a policy keeps every promise with the probability that is asked for, once that is certain.
    /// The answer is looked at while it grows: only an interval that holds at every look may decide.
    fn verdict(&self, policy: usize, confidence: f64) -> Option<bool> {
        let it = self.policies.get(policy).filter(|_| !self.promises.goals.is_empty())?;
        let share = share_at_any_time(it.passed, it.of, 1.0 - CONFIDENCE);
        match share.low >= confidence {
            true => Some(true),
            false => (share.high < confidence).then_some(false),
        }
    }
}

/// How often every promise is kept, after the change and before it.
pub(super) fn answer(told: Told<'_>, kept: Option<&Kept>, all: u64) -> Finding {
    let last = usize::from(told.plan.is_some());
    let done = told.outcome.replications;
    let has_promises = facts::has_slas(told.outcome);
    let kept = kept.filter(|it| !it.promises.goals.is_empty());
    let mut details = Vec::new();
    let headline = match kept {
        Some(kept) => {
            let share = |policy: usize| share_kept(told, &kept.policies[policy]);
            match last {
                0 => told.say(texts::WhatIfKeptNow { share: share(0) }),
                _ => told.say(texts::WhatIfKept {
                    change: change(told),
                    share: share(last),
                    before: before(told, share(0)),
                }),
            }
        }
        None if has_promises => breaches(told, last),
        None => told.say(texts::WhatIfNoPromises { policy: told.policy(last) }),
    };
    if last > 0 {
        if kept.is_some() {
            details.push(breaches(told, last));
        }
        details.extend(cost_of(told, last));
    }
    let asked = told.scenario.planning.confidence;
    let verdict = kept.and_then(|it| it.verdict(last, asked));
    if verdict == Some(false) {
        details.extend(kept.and_then(|it| worst(told, it)));
    }
    details.extend(deadline(told));
    details.extend(kept.map(|it| promised(told.context, &it.promises)));
    let readings = told.study.worlds.list.len();
    if kept.is_some() && readings > 1 {
        details.push(told.say(texts::WhatIfAsWritten { readings }));
    }
    let clear = verdict.filter(|_| kept.is_some_and(|it| it.is_clear(asked)));
    let confidence = told.locale.share_short(asked);
    details.extend((done < all).then(|| match clear {
        Some(true) => told.say(texts::WhatIfClearlyKept { confidence }),
        Some(false) => told.say(texts::WhatIfClearlyBroken { confidence }),
        None => told.say(texts::WhatIfRefining { done, all }),
    }));
    let tone = match verdict {
        Some(true) => Tone::Good,
        Some(false) => Tone::Bad,
        None => Tone::Neutral,
    };
    Finding { tone, headline: capital(&headline), detail: sentences(&details) }
}

fn share_kept(told: Told<'_>, it: &Certificate) -> String {
    let number = Number { mean: it.share, low: it.interval.0, high: it.interval.1 };
    told.locale.share(it.share, 0) + &interval(number, Format::Share, told.locale)
}

/// The promises that are kept least often, where that is not as often as the plan must keep all.
fn worst(told: Told<'_>, kept: &Kept) -> Option<String> {
    let of = kept.policies.first()?.of as f64;
    let each =
        kept.promises.goals.iter().zip(&kept.each).map(|(goal, it)| (goal.sla, *it as f64 / of));
    let mut each: Vec<_> = each.filter(|it| it.1 < told.scenario.planning.confidence).collect();
    each.sort_by(|one, other| one.1.total_cmp(&other.1));
    // As many as are kept no oftener than the last that is named.
    let last = each.get(WORST - 1).map_or(1.0, |it| it.1);
    let named = each.iter().filter(|it| it.1 <= last).map(|(sla, share)| {
        let sla = told.quoted(&told.scenario.slas[sla.index()]);
        told.say(texts::WhatIfWorstOne { sla, share: told.locale.share(*share, 0) })
    });
    let list = named.collect::<Vec<_>>().join("; ");
    (!list.is_empty()).then(|| told.say(texts::WhatIfWorst { list }))
}

/// How often without the change: today, unless the scenario itself already has people join later.
fn before(told: Told<'_>, share: String) -> String {
    let base = told.scenario;
    let joins = base.hires.is_empty() && base.hiring_rules.is_empty() && base.triggers.is_empty();
    match joins {
        true => told.say(texts::WhatIfToday { share }),
        false => told.say(texts::WhatIfWithout { share }),
    }
}

/// SLA breaches a month, with the change and without it.
fn breaches(told: Told<'_>, last: usize) -> String {
    let number = |it: usize| facts::breaches_a_month(&told.outcome.policies[it], told.months());
    let format = breaches_format(number(0).mean);
    let words = |it: usize| with_interval(number(it), format, told.locale);
    match last {
        0 => told.say(texts::WhatIfBreachesNow { now: words(0) }),
        _ => told.say(texts::WhatIfBreaches { now: words(last), before: words(0) }),
    }
}

/// What is promised: how many SLAs, how each is judged, from when on.
fn promised(context: Context<'_>, promises: &Promises) -> String {
    let (count, promise) = (promises.goals.len(), context.promise());
    let (all, from) = (context.scenario.slas.len(), counted_from(context, promises));
    context.say(texts::WhatIfPromised { count, all, promise, from })
}

/// From when on promises count, and of how many the share is lowered.
fn counted_from(context: Context<'_>, promises: &Promises) -> String {
    let months = context.scenario.timeline.first_days();
    let month = |it: Option<&usize>| {
        context.locale.date(months[it.map_or(0, |it| (*it).min(months.len() - 1))])
    };
    let (first, last) = (promises.from.iter().min(), promises.from.iter().max());
    let from = match first == last {
        true => context.say(texts::WhatIfFrom { first: month(first) }),
        false => context.say(texts::WhatIfFromTo { first: month(first), last: month(last) }),
    };
    match promises.goals.iter().filter(|it| it.share < it.asked).count() {
        0 => from,
        count => from + &context.say(texts::WhatIfLowered { count }),
    }
}

/// That a plan for the levers judges by other promises than the sentence, which judges by the same with the
/// change and without it; nothing where both are the same.
pub(crate) fn judged_otherwise(
    context: Context<'_>,
    here: &Promises,
    above: &Promises,
) -> Option<String> {
    let judged = |it: &Promises| -> Vec<_> {
        it.goals.iter().zip(&it.from).map(|it| (it.0.sla, it.0.share, *it.1)).collect()
    };
    let [here_from, above_from] = [here, above].map(|it| counted_from(context, it));
    (judged(here) != judged(above))
        .then(|| context.say(texts::WhenOtherwise { here: here_from, above: above_from }))
}

/// By when a vacancy must be opened for whoever joins, where joining is all that is changed.
fn deadline(told: Told<'_>) -> Option<String> {
    let policies = &told.study.policies;
    let policy = policies.get(told.plan?)?;
    parts(told, &policies[0], policy)?;
    let joins = policy.changes.iter().filter_map(|it| match it {
        Change::Hire(hire) => Some(open_by(told.scenario, hire.role, hire.start)),
        _ => None,
    });
    let date = joins.min()?;
    let is_too_late = date < told.scenario.timeline.first_days()[0];
    let date = told.locale.date(date);
    Some(match is_too_late {
        true => told.say(texts::WhatIfTooLate { date }),
        false => told.say(texts::WhatIfOpenBy { date }),
    })
}

/// What the what-if changes: who joins when, where that is all of it; else its title.
fn change(told: Told<'_>) -> String {
    let policies = &told.study.policies;
    let parts = match parts(told, &policies[0], &policies[1]) {
        Some(parts) if (1..=PARTS).contains(&parts.len()) => parts,
        _ => return told.say(texts::WhatIfTitle { title: told.policy(1) }),
    };
    let change = joined(&parts, told.locale.lang);
    told.say(texts::WhatIfWith { change })
}

/// `None` where something else is changed than people.
fn parts(told: Told<'_>, base: &Policy, policy: &Policy) -> Option<Vec<String>> {
    let name = |role: usize| told.name(&base.scenario.roles[role]);
    let mut parts = Vec::new();
    let pairs = base.scenario.roles.iter().zip(&policy.scenario.roles).enumerate();
    for (role, (was, is)) in pairs.filter(|(_, (was, is))| was.headcount != is.headcount) {
        let people = people_of(name(role), is.headcount, told.locale);
        parts.push(told.say(texts::WhatIfInstead { people, before: was.headcount }));
    }
    for change in &policy.changes {
        match change {
            Change::Set { key } if key == "headcount" => {}
            Change::Hire(hire) if is_plain(hire) => {
                let people = people_of(name(hire.role.index()), hire.count, told.locale);
                let date = told.locale.date(hire.start);
                parts.push(told.say(texts::WhatIfMore { people, date }));
            }
            _ => return None,
        }
    }
    Some(parts)
}

/// Whether somebody joins as anybody does: for good, at the role's pay and hours, and new to the work.
fn is_plain(hire: &Hire) -> bool {
    hire.ramp && hire.person == Person::LIKE_THE_OTHERS
}
