//! What is required of a plan: how many SLAs, and whose targets were lowered, from what to what.

use super::Planned;
use crate::ids::SlaId;
use crate::plan::promises::promise::roles_of;
use crate::plan::staged::data::PricedPromise;
use crate::report::compose::facts::reaches;
use crate::report::compose::values::finding;
use crate::report::{Finding, Tone, texts};

/// How many SLAs the plan must keep and with which shares; nothing where it is every SLA with its own
/// target.
pub(super) fn required(planned: Planned<'_>) -> Option<Finding> {
    let staged = &planned.answer.staged;
    let (required, all) = (staged.promises.len(), planned.scenario.slas.len());
    let is_lowered = |it: &&PricedPromise| !reaches(it.planned, it.asked);
    let lowered: Vec<&PricedPromise> = staged.promises.iter().filter(is_lowered).collect();
    if required == 0 || lowered.is_empty() && required == all {
        return None;
    }
    let headline = match lowered.len() {
        0 => planned.say(texts::Required { required, all }),
        lowered => planned.say(texts::RequiredLowered { required, all, lowered }),
    };
    let each: Vec<String> = lowered.iter().map(|it| lower(planned, it)).collect();
    let detail = match each.is_empty() {
        true => String::new(),
        false => planned.say(texts::LoweredAre { each: each.join("; ") }),
    };
    Some(finding(Tone::Caution, headline, detail))
}

/// From what to what a promise was lowered, and by whom.
fn lower(planned: Planned<'_>, it: &PricedPromise) -> String {
    let [asked, share] = [it.asked, it.planned].map(|it| planned.locale.share_short(it));
    let sla = planned.sla(it.sla);
    // The file may ask for less than the target, and even that may be out of reach.
    match reaches(it.planned, it.stated) {
        true => planned.say(texts::LoweredInFile { sla, asked, share }),
        false if may_hire_for(planned, it.sla) => {
            planned.say(texts::LoweredByPlan { sla, asked, share })
        }
        false => planned.say(texts::LoweredByAllowed { sla, asked, share }),
    }
}

/// Whether everybody who works on an SLA may be hired: else what is out of reach may be so only
/// because nobody may be hired who would reach it.
pub(super) fn may_hire_for(planned: Planned<'_>, sla: SlaId) -> bool {
    let allowed = &planned.scenario.planning.roles;
    let may_be_hired = |role| allowed.iter().any(|it| it.0 == role && it.1 > 0);
    // Where the scenario names nobody, everybody may be hired.
    allowed.is_empty() || roles_of(planned.scenario, sla).into_iter().all(may_be_hired)
}
