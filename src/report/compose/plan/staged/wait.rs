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
    Some(finding(Tone::Neutral, headline, until_review(decided).unwrap_or_default()))
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
