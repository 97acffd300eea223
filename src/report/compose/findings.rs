//! The answer in sentences: who is overloaded, which targets hold for how long, what helps.

use super::facts::{Holds, Number};
use super::phrase::{
    capital, inline, interval, joined, joined_few, people_and_full_time, with_interval,
};
use super::told::Told;
use super::when::{growth, when};
use super::{facts, revenue};
use crate::measures::Measure;
use crate::report::compose::values::supported;
use crate::report::{Finding, Format, Tone, Word, texts};

/// More names than this in one sentence are not read.
const NAMES: usize = 4;
/// So many roles are told of in numbers.
const TOLD: usize = 2;

/// Every answer, the most important first.
pub(crate) fn all(told: Told<'_>) -> Vec<Finding> {
    let answers = [
        workload(told),
        targets(told),
        revenue::lost(told),
        best_policy(told),
        no_difference(told),
    ];
    answers.into_iter().flatten().collect()
}

/// Which roles have more work than their people can do.
fn workload(told: Told<'_>) -> Option<Finding> {
    let baseline = told.baseline();
    let lang = told.locale.lang;
    let columns: Vec<usize> = baseline.columns_of(Measure::OfferedLoad).collect();
    let (mut overloaded, mut now_and_then) = (Vec::new(), Vec::new());
    for &column in &columns {
        let it = &baseline.columns[column];
        match facts::overloaded(baseline, &it.scope) {
            Holds::Never | Holds::Unknown => {}
            // A month now and then is no overload.
            holds @ Holds::Sometimes(count) if 10 * count < told.months() => {
                now_and_then.push((column, holds));
            }
            holds => {
                let worst = facts::last(baseline.months(column)).mean;
                overloaded.push((column, holds, worst));
            }
        }
    }
    // The role that lacks most people first.
    overloaded.sort_by(|one, other| other.2.total_cmp(&one.2));
    let name = |column: usize| told.name(&baseline.columns[column]);
    if overloaded.is_empty() {
        let months = now_and_then.into_iter();
        let months = months.map(|it| format!("{} — {}", inline(name(it.0)), when(told, it.1)));
        let months: Vec<String> = months.collect();
        return if months.is_empty() { enough(told) } else { Some(nearly_enough(told, &months)) };
    }
    let roles = overloaded.iter().map(|it| inline(name(it.0)));
    let roles = joined_few(&roles.collect::<Vec<_>>(), TOLD, lang);
    // The table below has every role.
    let details = overloaded.iter().take(TOLD).map(|(column, holds, _)| {
        let need = need(told, *column);
        let when = when(told, *holds);
        format!("{} — {when}: {need}", capital(name(*column)))
    });
    let mut details: Vec<String> = details.collect();
    details.extend(growth(told));
    Some(supported(Tone::Bad, told.say(texts::MoreWorkThanPeople { roles }), &details))
}

/// How many people a role needs now and in the end, and how many holidays and sickness leave.
fn need(told: Told<'_>, offered_load: usize) -> String {
    let baseline = told.baseline();
    let role = &baseline.columns[offered_load].scope;
    let months = baseline.months(offered_load);
    let format = Format::Number(1);
    let now = with_interval(facts::first(months), format, told.locale);
    let then = with_interval(facts::last(months), format, told.locale);
    let roles = &mut told.scenario.roles.iter();
    let people = roles.find(|it| it.key == *role).map_or(0, |it| it.headcount);
    let full_time = facts::full_time_at_first(baseline, role);
    let has_part_time = baseline.months_of(Measure::Fte, role).is_some();
    let people = match has_part_time {
        true => people_and_full_time(f64::from(people), full_time, told.locale),
        false => people.to_string(),
    };
    let there = told.locale.number(facts::people_there(baseline, role), 1);
    told.say(texts::PeopleNeeded { now, then, people, there })
}

/// Every role has people enough.
fn enough(told: Told<'_>) -> Option<Finding> {
    let baseline = told.baseline();
    let busiest = baseline
        .columns_of(Measure::Utilisation)
        .filter(|&it| baseline.total[it].mean.is_finite())
        .max_by(|&a, &b| baseline.total[a].mean.total_cmp(&baseline.total[b].mean))?;
    let column = &baseline.columns[busiest];
    let role = inline(told.name(column));
    let it = Number::of(&baseline.total[busiest]);
    let share = told.locale.share(it.mean, 0) + &interval(it, Format::Share, told.locale);
    Some(supported(
        Tone::Good,
        told.say(texts::EnoughPeople { role, share }),
        &growth(told).into_iter().collect::<Vec<_>>(),
    ))
}

/// Every role has people enough, but for a month now and then.
fn nearly_enough(told: Told<'_>, months: &[String]) -> Finding {
    let roles = joined_few(months, NAMES, told.locale.lang);
    supported(
        Tone::Good,
        told.say(texts::EnoughButFor { roles }),
        &growth(told).into_iter().collect::<Vec<_>>(),
    )
}

/// Which targets are reached, and until when.
fn targets(told: Told<'_>) -> Option<Finding> {
    let baseline = told.baseline();
    let lang = told.locale.lang;
    let (mut always, mut partly, mut never) = (Vec::new(), Vec::new(), Vec::new());
    for column in baseline.columns_of(Measure::SlaMet) {
        let it = &baseline.columns[column];
        let name = told.quoted(it);
        match facts::sla_holds(baseline, &it.scope) {
            Holds::Unknown => {}
            Holds::Always => always.push(name),
            Holds::Never => {
                never.push((baseline.total[column].mean, it.target.unwrap_or(1.0), name));
            }
            holds => partly.push(format!("{name} — {}", when(told, holds))),
        }
    }
    let all = always.len() + partly.len() + never.len();
    if all == 0 {
        return None;
    }
    let tone = match (always.len(), partly.len()) {
        (met, _) if met == all => Tone::Good,
        (0, _) => Tone::Bad,
        _ => Tone::Caution,
    };
    let headline = match (always.len(), partly.len(), never.len()) {
        (met, ..) if met == all => told.say(texts::TargetsAll { all }),
        (0, 0, _) => told.say(texts::TargetsNone { all }),
        (always, partly, never) => told.say(texts::TargetsSome { all, always, partly, never }),
    };
    let mut details = Vec::new();
    let mut list = |word: Word, names: &[String]| {
        if !names.is_empty() {
            let names = joined_few(names, NAMES, lang);
            details.push(format!("{}: {names}", word.text(lang)));
        }
    };
    if tone != Tone::Good {
        list(Word::TargetsAlways, &always);
    }
    list(Word::TargetsPartly, &partly);
    never.sort_by(|one, other| (one.0 - one.1).total_cmp(&(other.0 - other.1)));
    let far = never.into_iter().map(|(share, target, name)| {
        let share = told.locale.share_beside(share, target, 0);
        let target = told.locale.share_stated(target);
        format!("{name} — {}", told.say(texts::ShareOfTarget { share, target }))
    });
    list(Word::TargetsNever, &far.collect::<Vec<_>>());
    Some(supported(tone, headline, &details))
}

/// The policy with the fewest breaches, and what it costs.
fn best_policy(told: Told<'_>) -> Option<Finding> {
    let (outcome, locale) = (told.outcome, told.locale);
    if outcome.policies.len() < 2 || !facts::has_slas(outcome) {
        return None;
    }
    let (Some(best), _) = facts::best_and_worst(outcome) else {
        let headline = told.say(texts::NothingHelps { baseline: told.policy(0) });
        return Some(Finding { tone: Tone::Caution, headline, detail: String::new() });
    };
    let months = told.months();
    let breaches = |it: usize| facts::breaches_a_month(&outcome.policies[it], months);
    let format = breaches_format(breaches(0).mean);
    let (now, then) =
        (with_interval(breaches(0), format, locale), with_interval(breaches(best), format, locale));
    let headline = fewest(told, best, then, now);
    let ((met, count), (before, _)) =
        (facts::slas_met(&outcome.policies[best]), facts::slas_met(told.baseline()));
    let (met, count, before) =
        (locale.number(met.mean, 0), count.to_string(), locale.number(before.mean, 0));
    let mut details = vec![told.say(texts::TargetsMetInstead { met, all: count, before })];
    details.extend(cost_of(told, best));
    Some(supported(Tone::Good, headline, &details))
}

/// A policy with certainly fewer breaches than the baseline; fewest of all where that is so.
pub(crate) fn fewest(told: Told<'_>, policy: usize, breaches: String, before: String) -> String {
    let (name, baseline) = (told.policy(policy), told.policy(0));
    match facts::has_fewest(told.outcome, policy) {
        true => told.say(texts::FewestBreaches { policy: name, breaches, baseline, before }),
        false => told.say(texts::FewerBreaches { policy: name, breaches, baseline, before }),
    }
}

/// How breaches a month are printed.
pub(crate) fn breaches_format(typical: f64) -> Format {
    if typical >= 20.0 { Format::Count } else { Format::Number(1) }
}

/// What a policy costs a month, and how much more or less that is.
pub(crate) fn cost_of(told: Told<'_>, policy: usize) -> Option<String> {
    let cost = facts::cost_a_month(&told.outcome.policies[policy], told.months())?;
    let all = told.outcome.comparison(policy, Measure::Cost, "all")?;
    let more = all.difference.mean / told.months() as f64;
    let cost = told.locale.money_short(cost.mean, 2);
    let difference = told.locale.money_short(more.abs(), 2);
    Some(match more {
        it if it > 0.5 => told.say(texts::CostMore { cost, difference }),
        it if it < -0.5 => told.say(texts::CostLess { cost, difference }),
        _ => told.say(texts::CostSame { cost }),
    })
}

/// Policies that change nothing for certain, and rules that never ask for anybody.
fn no_difference(told: Told<'_>) -> Option<Finding> {
    let policies = 1..told.outcome.policies.len();
    let all = policies.len();
    let same = policies.filter(|&it| !facts::changes_breaches(told.outcome, it));
    let same: Vec<usize> = same.collect();
    if same.is_empty() || !facts::has_slas(told.outcome) {
        return None;
    }
    let silent = |policy: &&usize| {
        let it = &told.study.policies[**policy].scenario;
        !it.triggers.is_empty() && !facts::hires_more(told.outcome, **policy)
    };
    let names = |policies: Vec<&usize>| {
        let names: Vec<String> = policies.into_iter().map(|it| told.policy(*it)).collect();
        joined(&names, told.locale.lang)
    };
    let mut details = vec![names(same.iter().collect())];
    let silent: Vec<&usize> = same.iter().filter(silent).collect();
    if !silent.is_empty() {
        let word = if silent.len() == same.len() {
            told.say(Word::NoneOfThemHires)
        } else {
            told.say(texts::NeverHires { policies: names(silent) })
        };
        details.push(word);
    }
    let (count, all) = (same.len().to_string(), all.to_string());
    Some(supported(
        Tone::Neutral,
        told.say(texts::NoDifference { count, all, baseline: told.policy(0) }),
        &details,
    ))
}
