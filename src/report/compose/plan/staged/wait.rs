//! To wait: what happens when nobody is hired, and when nobody is asked for before the first review.

use super::{Decided, certainly_more};
use crate::plan::staged::data::{Alternative, Which};
use crate::report::compose::values::finding;
use crate::report::{Finding, Noun, Tone, counted, texts};

/// What waiting costs in late items, as far as it is certain; nothing where it costs none.
pub(crate) fn wait(decided: Decided<'_>) -> Option<Finding> {
    let nobody = decided.beside_it(&Which::Nobody).filter(|it| is_felt(it))?;
    let count = late(decided, nobody);
    let headline = decided.say(texts::WithoutAnybody { count });
    let later = until_review(decided).into_iter();
    let detail: Vec<String> = later.chain(revenue(decided, nobody)).collect();
    Some(finding(Tone::Neutral, headline, detail.join(" ")))
}

fn is_felt(it: &Alternative) -> bool {
    certainly_more(it.later) && it.later.value >= 0.5
}

fn late(decided: Decided<'_>, it: &Alternative) -> String {
    counted(it.later.value, Noun::LATE, decided.locale)
}

/// What it costs to leave the vacancies of today to the first review.
fn until_review(decided: Decided<'_>) -> Option<String> {
    let (locale, staged) = (decided.locale, decided.staged);
    let wait = decided.beside_it(&Which::Wait)?;
    let date = locale.date(decided.first_review()?);
    if !is_felt(wait) {
        return Some(decided.say(texts::WaitingCostsNothing { date }));
    }
    let count = late(decided, wait);
    let [share, in_time] = [wait.kept, staged.kept].map(|it| locale.share(it.share.value, 0));
    // A delay keeps no promise; where it seems to, so few replications cannot tell.
    Some(match wait.kept.share.value < staged.kept.share.value && share != in_time {
        true => decided.say(texts::UntilReviewKept { date, count, share, in_time }),
        false => decided.say(texts::UntilReview { date, count }),
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
