//! What a reader must know before acting on the plan.

use super::{Decided, certainly_more};
use crate::ids::RoleId;
use crate::plan::months::date_at;
use crate::plan::staged::warning::{Cure, Early, Instead, Missed, Warning};
use crate::report::compose::phrase::quoted;
use crate::report::compose::values::between;
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
            let advice = match is_early(decided, role) {
                // What may be done is told there.
                true => String::new(),
                false => cheaper.unwrap_or_else(|| decided.say(Word::IdleAdvice)),
            };
            let role = decided.role_first(role);
            (decided.say(texts::IdleRole { role, share }), advice)
        }
        Warning::Unpaid { role } => {
            let role = decided.role_first(role);
            (decided.say(texts::UnpaidRole { role }), decided.say(Word::UnpaidAdvice))
        }
        Warning::Early(it) => (early(decided, it), instead(decided, it)),
        Warning::StillFails { sla, share, ref cure } => {
            let share = locale.share(share, 0);
            let advice = match cure.as_ref().map(|it| (&it.0, locale.share(it.1, 0))) {
                // A cure that the reader cannot see in the numbers is none.
                Some((_, cured)) if cured == share => String::new(),
                Some((Cure::Person(role), share)) => {
                    decided.say(texts::CuredBy { role: decided.short_role(*role), share })
                }
                Some((Cure::Lever(key, title), share)) => {
                    let title = quoted(decided.called(key, title), locale.lang);
                    decided.say(texts::CuredByLever { title, share })
                }
                None => decided.say(Word::CuredByNone),
            };
            let target = locale.share_stated(decided.scenario.slas[sla.index()].target);
            let sla = decided.sla(sla);
            (decided.say(texts::StillFailing { sla, share, target }), advice)
        }
    };
    Caution { reason, advice }
}

/// Whether the last person of a role who is asked for now is told to be asked for early.
fn is_early(decided: Decided<'_>, role: RoleId) -> bool {
    let mut all = decided.staged.warnings.iter();
    all.any(|it| matches!(it, Warning::Early(early) if early.role == role))
}

/// Who is asked for long before the need, by what is told of him elsewhere.
fn early(decided: Decided<'_>, it: Early) -> String {
    let Early { role, number, missed, of, .. } = it;
    let role = decided.role_first(role);
    let timeline = &decided.scenario.timeline;
    let missed = missed.and_then(|(count, month)| Some((count, date_at(timeline, month)?)));
    match missed {
        Some((missed, month)) => {
            let month = decided.locale.month(month);
            decided.say(texts::EarlyHire { role, number, missed, of, month })
        }
        None => decided.say(texts::EarlyForNothing { role, number, of }),
    }
}

/// What comes of opening the vacancy later: it is cheaper, or it is seen why it is opened now.
fn instead(decided: Decided<'_>, it: Early) -> String {
    let Missed { of, without: kept, with, .. } = it.instead.seen();
    match it.instead {
        Instead::On { request, saves, .. } => {
            let date = &decided.locale.date(request);
            match it.instead.keeps_as_many() {
                true => {
                    let money = decided.money(saves);
                    decided.say(texts::EarlyAdvice { date, money, of, kept, with })
                }
                false => decided.say(texts::EarlyNeeded { date, of, kept, with }),
            }
        }
        Instead::Reviews { saves, .. } => {
            let said = decided.say(texts::EarlyReviewed { of, kept, with });
            // What keeps less is no cheaper way to the same.
            if !it.instead.keeps_as_many() || !certainly_more(saves) {
                return said;
            }
            let [money, low, high] =
                [saves.value, saves.low, saves.high].map(|it| decided.money(it));
            let range = between(&low, &high);
            decided.say(texts::EarlyReviewedSaves { said, money, range, of: it.of })
        }
    }
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
