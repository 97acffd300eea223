//! To wait: what happens when nobody is hired, and when nobody is asked for before the first review.

use super::{Decided, certainly_more};
use crate::plan::staged::data::{Alternative, RoleRule, Which};
use crate::report::compose::phrase::joined;
use crate::report::compose::plan::findings::about;
use crate::report::compose::values::finding;
use crate::report::{Finding, Noun, Tone, Word, counted, texts};

/// What waiting costs in late items, as far as it is certain; nothing where it costs none.
pub(crate) fn wait(decided: Decided<'_>) -> Option<Finding> {
    let nobody = decided.beside_it(&Which::Nobody).filter(|it| is_felt(it))?;
    let count = late(decided, nobody);
    let headline = match decided.hires() {
        true => decided.say(texts::WithoutAnybody { count }),
        false => decided.say(texts::AsItIsLate { count }),
    };
    let later = until_review(decided).into_iter();
    let revenue = revenue(decided, nobody).filter(|_| decided.hires());
    let detail: Vec<String> = later.chain(revenue).collect();
    Some(finding(Tone::Neutral, headline, detail.join(" ")))
}

fn is_felt(it: &Alternative) -> bool {
    certainly_more(it.later) && it.later.value >= 0.5
}

fn late(decided: Decided<'_>, it: &Alternative) -> String {
    counted(it.later.value, Noun::LATE, decided.locale)
}

/// What it costs to leave the vacancies of today to the reviews, and what it saves.
fn until_review(decided: Decided<'_>) -> Option<String> {
    let (locale, staged) = (decided.locale, decided.staged);
    let wait = decided.beside_it(&Which::Wait)?;
    let date = locale.date(decided.first_review()?);
    let mut what = vec![match is_felt(wait) {
        true => decided.say(texts::WaitLate { count: late(decided, wait) }),
        false if staged.all_from > 0 => {
            let from = decided.scenario.timeline.first_day(staged.all_from);
            decided.say(texts::WaitNotLateFrom { date: locale.date(from) })
        }
        false => decided.say(Word::WaitNotLate),
    }];
    what.extend(before(decided, wait));
    let (of, kept, ours) = (wait.kept.of, wait.kept.passed, wait.ours);
    let cheaper = wait.dearer.high < 0.0;
    // A delay keeps no promise; where it seems to, so few replications cannot tell. Where it is cheaper as well, it
    // looks like the better plan, and what speaks against it is how few they are.
    match kept < ours {
        true => what.push(decided.say(texts::WaitKept { of, kept, ours })),
        false if cheaper && ours > 0 => what.push(decided.say(texts::WaitKeptAsOften { of, ours })),
        false => {}
    }
    if cheaper {
        what.push(decided.say(texts::WaitCheaper { money: decided.money(-wait.dearer.value) }));
    }
    let what = what.join("; ");
    // Whom no review can ask for is not waited for.
    let rules = staged.rule.roles.iter().filter(|it| it.now > 0);
    let (late, sooner): (Vec<&RoleRule>, Vec<&RoleRule>) =
        rules.partition(|it| it.target.is_some());
    let roles: Vec<String> = late.iter().map(|it| decided.short_role(it.role)).collect();
    let roles = joined(&roles, locale.lang);
    Some(match sooner.is_empty() {
        true => decided.say(texts::UntilReview { date, what }),
        false => decided.say(texts::UntilReviewOf { date, roles, what }),
    })
}

/// How many more items are late until every promise counts, where that is certain.
fn before(decided: Decided<'_>, wait: &Alternative) -> Option<String> {
    let (locale, months) = (decided.locale, decided.staged.all_from);
    let is_felt = certainly_more(wait.sooner) && wait.sooner.value >= 0.5;
    (months > 0 && is_felt).then(|| {
        let date = locale.date(decided.scenario.timeline.first_day(months));
        let count = counted(about(wait.sooner.value), Noun::LATE, locale);
        decided.say(texts::WaitLateBefore { date, count })
    })
}

/// What waiting costs in revenue: without anybody, and until the first review; nothing where no client is
/// said to pay, or less is not certainly lost with the plan.
fn revenue(decided: Decided<'_>, nobody: &Alternative) -> Option<String> {
    let more = |it: &Alternative| {
        let more = it.lost?.more;
        certainly_more(more).then(|| decided.money(more.value))
    };
    let (sum, months) = (more(nobody)?, decided.horizon());
    let wait = decided.beside_it(&Which::Wait).and_then(more);
    Some(match wait.zip(decided.first_review()) {
        Some((until, date)) => {
            let date = decided.locale.date(date);
            decided.say(texts::RevenueLostWaiting { sum, months, until, date })
        }
        None => decided.say(texts::RevenueLostWithoutAnybody { sum, months }),
    })
}
