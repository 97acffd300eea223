//! Then: when to look again, what to do by what is seen, and what it would cost to decide all now.

use super::temporary::taken_on;
use super::{Decided, certainly_more, is_constant};
use crate::plan::months::date_at;
use crate::plan::staged::data::{Kept, Which};
use crate::report::compose::values::finding;
use crate::report::{Finding, Noun, Tone, Word, counted, texts};

/// What happens at each review; nothing where nobody is hired after the start, not even for a time.
pub(crate) fn then(decided: Decided<'_>) -> Option<Finding> {
    if !decided.hires() && taken_on(decided).is_none() {
        return None;
    }
    let date = decided.locale.date(decided.first_review()?);
    let often = often(decided)?;
    let roles = loads(decided);
    let headline = match (roles.is_empty(), decided.staged.tables.is_empty()) {
        // Nobody more may be hired for good.
        (true, _) if taken_on(decided).is_none() => return None,
        (true, _) => decided.say(texts::ThenReviewBacklog { date, often }),
        (false, false) => {
            let table = decided.say(Word::RuleTableTitle);
            decided.say(texts::ThenReview { date, often, table })
        }
        (false, true) => decided.say(texts::ThenReviewLoad { date, often, roles }),
    };
    let mut said: Vec<String> = Vec::new();
    if decided.hires() {
        said.push(decided.say(Word::LoadCounted));
        said.extend(totals(decided));
    }
    said.extend(taken_on(decided));
    said.extend(all_now(decided));
    said.extend(last(decided));
    Some(finding(Tone::Neutral, headline, said.join(" ")))
}

/// How often it is looked.
fn often(decided: Decided<'_>) -> Option<String> {
    let months = decided.reviewed().map(|it| it.review).min_by(f64::total_cmp)?;
    Some(match months.round() as u32 {
        0 | 1 => decided.say(Word::EveryMonth1),
        3 => decided.say(Word::Quarterly),
        months => {
            let months = counted(f64::from(months), Noun::MONTH, decided.locale);
            decided.say(texts::EveryMonths { months })
        }
    })
}

/// Up to which load each role is hired.
fn loads(decided: Decided<'_>) -> String {
    let each = decided.hired_later().filter_map(|it| {
        let (role, share) = (decided.short_role(it.role), decided.locale.share(it.target?, 0));
        Some(decided.say(texts::UpToLoad { role, share }))
    });
    each.collect::<Vec<_>>().join(", ")
}

/// How many there will be in the end, those of now included.
fn totals(decided: Decided<'_>) -> Option<String> {
    let each = decided.staged.fans.iter().filter_map(|it| {
        let (role, count) = (decided.short_role(it.role), decided.hired_mostly(it)?);
        Some(decided.say(texts::TotalOf { role, count }))
    });
    let roles = each.collect::<Vec<_>>().join(", ");
    let always = decided.staged.fans.iter().all(is_constant);
    (!roles.is_empty()).then(|| match always {
        true => decided.say(texts::TotalsAlways { roles }),
        false => decided.say(texts::TotalsOf { roles }),
    })
}

/// What it would cost to fix everything now, and what it would spare, as far as either is certain.
fn all_now(decided: Decided<'_>) -> Option<String> {
    let fixed = decided.beside_it(&Which::Fixed)?;
    // A plan that is not held to the cap is no other way within it.
    if decided.staged.capped.binds {
        return None;
    }
    // Plans that keep less are no cheaper way to the same.
    let as_sure = fixed.kept.share.value >= decided.staged.confidence;
    let (money, months) = (decided.money(fixed.dearer.value.abs()), decided.horizon());
    if as_sure && fixed.dearer.high < 0.0 {
        return Some(match fixed.kept {
            Kept { proved: true, .. } => decided.say(texts::AllNowCheaper { money, months }),
            Kept { passed: kept, of, .. } => {
                let share = decided.locale.share_short(decided.staged.confidence);
                let ours = fixed.ours;
                decided.say(texts::AllNowSeemsCheaper { money, months, share, of, kept, ours })
            }
        });
    }
    if !certainly_more(fixed.dearer) || !as_sure || !decided.reached() {
        return None;
    }
    let share = decided.locale.share(fixed.kept.share.value, 0);
    let mut said = decided.say(texts::AllNowCosts { money, months, share });
    if fixed.later.high < 0.0 && fixed.later.value <= -0.5 {
        let count = counted(-fixed.later.value, Noun::LATE, decided.locale);
        said = format!("{said} {}", decided.say(texts::AllNowFewerLate { count }));
    }
    Some(said)
}

/// When it is looked for the last time, where that is before the horizon.
fn last(decided: Decided<'_>) -> Option<String> {
    let rule = decided.reviewed().max_by(|a, b| a.last.total_cmp(&b.last))?;
    let reviews = ((rule.last - rule.first) / rule.review).floor();
    let month = rule.first + reviews.max(0.0) * rule.review;
    let timeline = &decided.scenario.timeline;
    if month >= timeline.months() as f64 || reviews < 1.0 {
        return None;
    }
    let date = decided.locale.date(date_at(timeline, month)?);
    Some(decided.say(texts::LastReview { date }))
}
