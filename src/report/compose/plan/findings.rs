//! What no plan changes: promises beyond every head-count, what cannot be saved any more, and the
//! document's claims.

use super::Planned;
use super::required::{may_hire_for, required};
use super::staged::Decided;
use crate::report::compose::claims;
use crate::report::compose::values::finding;
use crate::report::{Finding, Noun, Tone, Word, counted, texts};
use crate::scenario::{Sla, Step};

/// All of it, what concerns the promises first.
pub(crate) fn beside(planned: Planned<'_>) -> Vec<Finding> {
    let answer = planned.answer;
    let mut findings: Vec<Finding> = required(planned).into_iter().collect();
    findings.extend(impossible(planned));
    findings.extend(unavoidable(planned));
    if answer.goals.is_empty() {
        let nothing = planned.say(Word::NoGoals);
        findings.push(finding(Tone::Caution, nothing, String::new()));
    }
    if !answer.claims.is_empty() {
        findings.push(claims::summary(planned.context, &planned.study.worlds, &answer.claims));
    }
    findings
}

/// Goals that no head-count can reach.
fn impossible(planned: Planned<'_>) -> Vec<Finding> {
    let goals = planned.answer.goals.iter();
    let beyond = goals.filter(|it| it.goal.share < it.goal.asked);
    let locale = planned.locale;
    beyond
        .map(|it| {
            let goal = planned.sla(it.goal.sla);
            let asked = locale.share_short(it.goal.asked);
            let best = locale.share_beside(it.share_with_plenty, it.goal.asked, 1);
            // Months stray: what is reached over all of them together may be broken in each of many.
            let (asked, best) = match it.share_with_plenty < it.goal.asked {
                true => (asked, planned.say(texts::BestIs { best })),
                false => {
                    let promise = planned.promise();
                    let asked = planned.say(texts::AskedSurely { asked, promise });
                    (asked, planned.say(texts::BestTogether { best }))
                }
            };
            let planned_share = locale.share(it.goal.share, 1);
            if !may_hire_for(planned, it.goal.sla) {
                let (planned_share, promise) = (planned_share, planned.promise());
                return finding(
                    Tone::Bad,
                    planned.say(texts::NotAllowed { goal, asked, best }),
                    planned.say(texts::NotAllowedWhy { planned: planned_share, promise }),
                );
            }
            let headline = planned.say(texts::Impossible { goal, asked, best });
            let why = beyond_people(planned, &planned.scenario.slas[it.goal.sla.index()]);
            finding(
                Tone::Bad,
                headline,
                planned.say(texts::ImpossibleWhy {
                    why,
                    planned: planned_share,
                    promise: planned.promise(),
                }),
            )
        })
        .collect()
}

/// What else takes time on the way of a promise.
fn beyond_people(planned: Planned<'_>, sla: &Sla) -> String {
    let stream = &planned.scenario.streams[sla.stream.index()];
    let waits = |step: &Step| step.parts().wait.is_some_and(|it| !sla.pauses.contains(&it.wait));
    let mut why = String::new();
    if stream.route.iter().any(waits) && sla.to != crate::scenario::CONTACT {
        why += Word::WhyWaits.text(planned.locale.lang);
    }
    if !stream.interrupts {
        why += Word::WhyNoInterruption.text(planned.locale.lang);
    }
    why
}

/// What cannot be saved any more, where somebody is asked for now and comes too late for it.
fn unavoidable(planned: Planned<'_>) -> Option<Finding> {
    let (locale, answer) = (planned.locale, planned.answer);
    let (months, early) = (answer.unavoidable.months, answer.unavoidable.late);
    let decided = Decided::of(planned);
    // Where mostly it is not put right afterwards, nothing is only too late.
    let is_put_right = decided.staged.kept.share.value >= 0.5;
    // Where nobody is asked for, nobody comes too late.
    if months == 0 || early.value < 0.5 || !decided.hires() || !is_put_right {
        return None;
    }
    let from = locale.date(planned.scenario.timeline.first_day(months));
    let headline = planned.say(texts::Unavoidable {
        date: from.clone(),
        months: counted(months as f64, Noun::MONTH, locale),
        late: counted(about(early.value), Noun::LATE, locale),
    });
    let productive = answer.staged.now.iter().map(|it| it.productive).min();
    let detail = productive
        .map(|it| planned.say(texts::UnavoidableWhy { date: locale.date(it), from: from.clone() }));
    Some(finding(Tone::Caution, headline, detail.unwrap_or_default()))
}

/// "About": to two figures, more would pretend.
pub(crate) fn about(value: f64) -> f64 {
    let unit = 10f64.powf(value.max(1.0).log10().floor() - 1.0).max(1.0);
    (value / unit).round() * unit
}
