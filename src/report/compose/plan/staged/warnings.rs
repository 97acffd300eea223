//! What a reader must know before acting on the plan.

use super::Decided;
use crate::ids::RoleId;
use crate::plan::staged::warning::{Early, Missed, Warning};
use crate::report::{Caution, Word, texts};

/// Each warning with what to do about it.
pub(crate) fn cautions(decided: Decided<'_>) -> Vec<Caution> {
    decided.staged.warnings.iter().map(|it| caution(decided, it)).collect()
}

fn caution(decided: Decided<'_>, warning: &Warning) -> Caution {
    let locale = decided.locale;
    let (reason, advice) = match *warning {
        Warning::Idle { role, occupancy, last } => {
            let share = locale.share(occupancy, 0);
            let needed = last.and_then(|it| needed(decided, it));
            let cheaper = needed.or_else(|| cheaper(decided, role));
            let role = decided.role_first(role);
            let advice = cheaper.unwrap_or_else(|| decided.say(Word::IdleAdvice));
            (decided.say(texts::IdleRole { role, share }), advice)
        }
        Warning::Unpaid { role } => {
            let role = decided.role_first(role);
            (decided.say(texts::UnpaidRole { role }), decided.say(Word::UnpaidAdvice))
        }
        Warning::Early(Early { role, number, request, saves, of, kept }) => {
            let (role, date) = (decided.role_first(role), locale.date(request));
            let money = decided.money(saves);
            let advice = decided.say(texts::EarlyAdvice { date: &date, money, of, kept });
            (decided.say(texts::EarlyHire { role, number, date: &date }), advice)
        }
        Warning::StillFails { sla, share, cure } => {
            let share = locale.share(share, 0);
            let cure = cure.map(|(role, cured)| (role, locale.share(cured, 0)));
            // A cure that the reader cannot see in the numbers is none.
            let cure = cure.filter(|(_, cured)| *cured != share).map(|(role, share)| {
                decided.say(texts::CuredBy { role: decided.short_role(role), share })
            });
            let target = locale.share_stated(decided.scenario.slas[sla.index()].target);
            let sla = decided.sla(sla);
            (decided.say(texts::StillFailing { sla, share, target }), cure.unwrap_or_default())
        }
    };
    Caution { reason, advice }
}

/// What the last person keeps who is asked for now, where that is anything.
fn needed(decided: Decided<'_>, last: Missed) -> Option<String> {
    let Missed { number, of, without, with } = last;
    (without < with).then(|| decided.say(texts::IdleNeeded { number, of, without, with }))
}

/// What the plan would be without the last person of a role, who is asked for later.
fn cheaper(decided: Decided<'_>, role: RoleId) -> Option<String> {
    let own = decided.staged.marginal.iter().filter(|it| it.role == role);
    let last = own.max_by_key(|it| it.number).filter(|it| it.cost > 0.0 && !it.now)?;
    // So few replications are counted, not made a percentage of.
    let of = last.of;
    let [without, with] = [last.kept.0, last.kept.1].map(|it| (it * of as f64).round() as u64);
    let (number, money) = (last.number, decided.money(last.cost));
    Some(decided.say(texts::IdleCheaper { number, money, of, without, with }))
}
