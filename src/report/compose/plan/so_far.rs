//! So far: what is known of a plan while the rest is still being looked for, a sentence each.

use crate::ids::RoleId;
use crate::plan::search::run::{Phase, SoFar};
use crate::report::compose::genitive::short;
use crate::report::compose::phrase::inline;
use crate::report::{Locale, Word, texts};
use crate::scenario::Scenario;
use crate::statistics::Interval;

/// What is known so far, in words.
pub(crate) fn so_far(known: &SoFar, scenario: &Scenario, locale: Locale) -> String {
    match known {
        SoFar::Begun(phase) => locale
            .word(match phase {
                Phase::Search => Word::PhaseSearch,
                Phase::Proof => Word::PhaseProof,
                Phase::Beside => Word::PhaseBeside,
                Phase::Explained => Word::PhaseExplained,
                Phase::Months => Word::PhaseMonths,
            })
            .to_owned(),
        SoFar::Nobody { share, of } => {
            locale.say(texts::SoFarNobody { of: *of, share: between(*share, locale) })
        }
        SoFar::Needed(roles) if roles.is_empty() => locale.word(Word::SoFarNoneNeeded).to_owned(),
        SoFar::Needed(roles) => {
            locale.say(texts::SoFarNeeded { roles: people(roles, scenario, locale) })
        }
        SoFar::Found(roles) => {
            locale.say(texts::SoFarFound { roles: people(roles, scenario, locale) })
        }
        SoFar::Held { share, of } => {
            locale.say(texts::SoFarHeld { of: *of, share: between(*share, locale) })
        }
    }
}

/// `95 % (88–98)`.
fn between(share: Interval, locale: Locale) -> String {
    let bare = |it: f64| locale.number(100.0 * it, 0);
    format!("{}\u{a0}({}–{})", locale.share(share.value, 0), bare(share.low), bare(share.high))
}

/// `менеджер ТП — 2, МОС — 1`; nobody where there is none.
fn people(roles: &[(RoleId, u32)], scenario: &Scenario, locale: Locale) -> String {
    let some = roles.iter().filter(|it| it.1 > 0).map(|(role, count)| {
        let role = &scenario.roles[role.index()];
        let name = match role.title.in_lang(locale.lang) {
            "" => role.key.as_str(),
            title => title,
        };
        locale.say(texts::TotalOf { role: inline(short(name)), count: *count })
    });
    let some = some.collect::<Vec<_>>().join(", ");
    if some.is_empty() { Word::NobodyYet.text(locale.lang).into() } else { some }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::staged::fixture::{department, role};
    use crate::scenario::Lang;

    #[test]
    fn what_is_known_so_far_is_said_with_what_it_rests_on() {
        let study = department();
        let scenario = &study.baseline().scenario;
        let locale = Locale::new(Lang::En, "RUB");
        let share = Interval { value: 0.95, low: 0.88, high: 0.98 };
        let held = so_far(&SoFar::Held { share, of: 120 }, scenario, locale).replace('\u{a0}', " ");
        assert!(held.contains("120") && held.contains("95%") && held.contains("88–98"), "{held}");
        let roles = vec![(role(&study, "tp_manager"), 2), (role(&study, "engineer"), 0)];
        let found = so_far(&SoFar::Found(roles), scenario, locale);
        assert!(found.contains('2') && !found.contains('0'), "nobody is not listed: {found}");
        let needed = so_far(&SoFar::Needed(Vec::new()), scenario, locale);
        assert!(needed.contains("nobody whom 49"), "not nobody in 49 of 50: {needed}");
        let none = so_far(&SoFar::Found(Vec::new()), scenario, locale);
        assert!(none.to_lowercase().contains("nobody"), "{none}");
    }
}
