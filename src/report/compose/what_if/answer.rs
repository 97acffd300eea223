//! The sentence above the charts: how often every promise is kept, with the change and without it.

use crate::plan::promises::Promises;
use crate::plan::search::hire_options::open_by;
use crate::report::compose::facts::{self, Number};
use crate::report::compose::findings::{breaches_format, cost_of};
use crate::report::compose::genitive::people_of;
use crate::report::compose::phrase::{capital, interval, joined, sentences, with_interval};
use crate::report::compose::told::Told;
use crate::report::{Finding, Format, Tone, texts};
use crate::scenario::{Change, Hire, Person, Policy};
use crate::statistics::certificate::Certificate;

/// Replications from which the sentence has a colour: before, good and bad are not told apart.
const SURE: u64 = 50;
/// A change of more parts is called by its title.
const PARTS: usize = 3;

/// What the plan of the scenario promises, and in how many replications each policy keeps all of it.
pub(crate) struct Kept {
    /// The promises of the baseline.
    pub(crate) promises: Promises,
    /// By policy.
    pub(crate) policies: Vec<Certificate>,
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
    details.extend(deadline(told));
    details.extend(kept.map(|it| promised(told, &it.promises)));
    let readings = told.study.worlds.list.len();
    if kept.is_some() && readings > 1 {
        details.push(told.say(texts::WhatIfAsWritten { readings }));
    }
    if done < all {
        details.push(told.say(texts::WhatIfRefining { done, all }));
    }
    let confidence = told.scenario.planning.confidence;
    let tone = match kept.map(|it| it.policies[last].interval) {
        Some((low, _)) if done >= SURE && low >= confidence => Tone::Good,
        Some((_, high)) if done >= SURE && high < confidence => Tone::Bad,
        _ => Tone::Neutral,
    };
    Finding { tone, headline: capital(&headline), detail: sentences(&details) }
}

fn share_kept(told: Told<'_>, it: &Certificate) -> String {
    let number = Number { mean: it.share, low: it.interval.0, high: it.interval.1 };
    told.locale.share(it.share, 0) + &interval(number, Format::Share, told.locale)
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
fn promised(told: Told<'_>, promises: &Promises) -> String {
    let months = told.scenario.timeline.first_days();
    let month = |it: Option<&usize>| {
        told.locale.date(months[it.map_or(0, |it| (*it).min(months.len() - 1))])
    };
    let (first, last) = (promises.from.iter().min(), promises.from.iter().max());
    let from = match first == last {
        true => told.say(texts::WhatIfFrom { first: month(first) }),
        false => told.say(texts::WhatIfFromTo { first: month(first), last: month(last) }),
    };
    let (count, promise) = (promises.goals.len(), told.promise());
    let all = told.scenario.slas.len();
    let said = told.say(texts::WhatIfPromised { count, all, promise, from });
    let lowered = promises.goals.iter().filter(|it| it.share < it.asked).count();
    match lowered {
        0 => said,
        count => said + &told.say(texts::WhatIfLowered { count }),
    }
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
