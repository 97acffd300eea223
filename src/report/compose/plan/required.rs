//! What is required of a plan and what is not: how many SLAs, whose targets were lowered, and which
//! SLAs still fail with the plan.

use super::Planned;
use crate::plan::staged::data::{PricedPromise, Warning};
use crate::report::compose::facts::reaches;
use crate::report::compose::values::finding;
use crate::report::{Finding, Tone, texts};

/// How many SLAs the plan must keep and with which shares; nothing where it is every SLA with its own
/// target, and none is below it.
pub(super) fn required(planned: Planned<'_>) -> Option<Finding> {
    let staged = &planned.answer.staged;
    let (required, all) = (staged.promises.len(), planned.scenario.slas.len());
    let is_lowered = |it: &&PricedPromise| !reaches(it.planned, it.asked);
    let lowered: Vec<&PricedPromise> = staged.promises.iter().filter(is_lowered).collect();
    let failing = staged.warnings.iter().filter_map(|it| still_fails(planned, it));
    let failing: Vec<String> = failing.collect();
    if lowered.is_empty() && failing.is_empty() && required == all {
        return None;
    }
    let headline = match lowered.len() {
        0 => planned.say(texts::Required { required, all }),
        lowered => planned.say(texts::RequiredLowered { required, all, lowered }),
    };
    let mut details: Vec<String> = Vec::new();
    if !lowered.is_empty() {
        let each: Vec<String> = lowered.iter().map(|it| lower(planned, it)).collect();
        details.push(planned.say(texts::LoweredAre { each: each.join("; ") }));
    }
    if !failing.is_empty() {
        details.push(planned.say(texts::StillFail { each: failing.join("; ") }));
    }
    Some(finding(Tone::Caution, headline, details.join(" ")))
}

/// From what to what a promise was lowered, and by whom.
fn lower(planned: Planned<'_>, it: &PricedPromise) -> String {
    let [asked, share] = [it.asked, it.planned].map(|it| planned.locale.share_short(it));
    let sla = planned.sla(it.sla);
    // The file may ask for less than the target, and even that may be out of reach.
    match reaches(it.planned, it.stated) {
        true => planned.say(texts::LoweredInFile { sla, asked, share }),
        false => planned.say(texts::LoweredByPlan { sla, asked, share }),
    }
}

/// An SLA that still fails with the plan, and who would lift it.
fn still_fails(planned: Planned<'_>, warning: &Warning) -> Option<String> {
    let Warning::StillFails { sla, share, cure } = warning else {
        return None;
    };
    let locale = planned.locale;
    let target = locale.share_short(planned.scenario.slas[sla.index()].target);
    let share = locale.share(*share, 0);
    let name = planned.sla(*sla);
    Some(match cure {
        Some((role, cured)) => planned.say(texts::FailsCured {
            sla: name,
            share,
            target,
            role: planned.role(*role),
            cured: locale.share(*cured, 0),
        }),
        None => planned.say(texts::FailsStill { sla: name, share, target }),
    })
}
