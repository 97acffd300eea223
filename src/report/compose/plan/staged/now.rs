//! Now: which vacancies to open today, and what else to do from today on.

use super::temporary::taken_on;
use super::{Decided, certainly_more, range};
use crate::plan::search::moves::earliest_due;
use crate::plan::staged::data::{Lever, RefusedOrder, Vacancies};
use crate::report::compose::genitive::{of_role, people_of};
use crate::report::compose::phrase::{joined, quoted};
use crate::report::compose::plan::findings::about;
use crate::report::compose::values::finding;
use crate::report::{Finding, Noun, Tone, Word, counted, texts};
use crate::scenario::{Discipline, Text};

/// What to do today.
pub(crate) fn now(decided: Decided<'_>) -> Finding {
    let later = usually_then(decided);
    let details = [later, in_every(decided), starts(decided), order(decided), moves(decided)];
    let detail: Vec<String> = details.into_iter().flatten().collect();
    let (tone, headline) = headline(decided);
    finding(tone, headline, detail.join(" "))
}

fn headline(decided: Decided<'_>) -> (Tone, String) {
    let (staged, locale) = (decided.staged, decided.locale);
    let tone = if decided.reached() { Tone::Good } else { Tone::Caution };
    if !staged.now.is_empty() {
        let vacancies = vacancies(decided, &staged.now);
        let first = staged.now.iter().map(|it| it.request).min();
        let date = locale.date(first.unwrap_or(decided.scenario.timeline.start()));
        return (tone, decided.say(texts::OpenNow { date, vacancies }));
    }
    let for_a_time = taken_on(decided).is_some();
    let hires = decided.say(if for_a_time { Word::HiresForATime } else { Word::HiresNobody });
    match decided.first_review().filter(|_| decided.hires()) {
        Some(date) => (tone, decided.say(texts::OpenNoneNow { date: locale.date(date) })),
        // Whoever may be hired and is not: kept without anybody, or not kept at all.
        None if nobody_allowed(decided) => {
            (Tone::Caution, decided.say(texts::NobodyAllowed { hires }))
        }
        // How far that reaches is said of the caps.
        None if staged.capped.binds => {
            let tone = if decided.reached() { Tone::Caution } else { Tone::Bad };
            (tone, decided.say(texts::NobodyWithin { hires }))
        }
        None if staged.kept.proved && for_a_time => (Tone::Good, decided.say(Word::EnoughForATime)),
        // As it is they are not known to be kept where something else is done.
        None if staged.kept.proved && does_anything(decided) => {
            (Tone::Good, decided.say(Word::EnoughAlone))
        }
        None if staged.kept.proved => (Tone::Good, decided.say(Word::HireNobody)),
        None => {
            let share = locale.share_beside(staged.kept.share.value, staged.confidence, 0);
            let confidence = locale.share_short(staged.confidence);
            match decided.reached() {
                true => {
                    let said = texts::NobodyNotProved { hires, share, confidence };
                    (Tone::Caution, decided.say(said))
                }
                false => {
                    let said = texts::NobodyAndNotKept { hires, share, confidence };
                    (Tone::Bad, decided.say(said))
                }
            }
        }
    }
}

/// Whether the plan changes the order of the queue, or does something beside hiring.
fn does_anything(decided: Decided<'_>) -> bool {
    decided.staged.rule.order.is_some() || !decided.staged.rule.moves.is_empty()
}

/// Whether the scenario states who may be hired, and that is nobody.
fn nobody_allowed(decided: Decided<'_>) -> bool {
    let roles = &decided.scenario.planning.roles;
    !roles.is_empty() && roles.iter().all(|it| it.1 == 0)
}

/// `5 вакансий: 2 менеджера ТП, 2 старших инженера, 1 МОС`.
fn vacancies(decided: Decided<'_>, rows: &[Vacancies]) -> String {
    let lang = decided.locale.lang;
    let mut roles: Vec<(&str, u32)> = Vec::new();
    for row in rows {
        let role = decided.name(&decided.scenario.roles[row.role.index()]);
        match roles.iter_mut().find(|it| it.0 == role) {
            Some(it) => it.1 += row.count,
            None => roles.push((role, row.count)),
        }
    }
    let count: u32 = roles.iter().map(|it| it.1).sum();
    let noun = Noun::VACANCY_TO_OPEN.after(f64::from(count), 0, lang);
    if let [(role, _)] = roles.as_slice() {
        let role = of_role(role, lang);
        return decided.say(texts::OfOneRole { count, noun, role });
    }
    let each = roles.iter().map(|(role, count)| people_of(role, *count, decided.locale));
    let list = each.collect::<Vec<_>>().join(", ");
    decided.say(texts::OfRoles { count, noun, list })
}

/// Whether they are needed whatever turns out; nothing where everything is known.
fn in_every(decided: Decided<'_>) -> Option<String> {
    let rows = &decided.staged.now;
    if rows.is_empty() || !decided.is_uncertain() {
        return None;
    }
    // All are looked at in as many.
    let of = decided.staged.marginal.first()?.of;
    let share = decided.locale.share_short(decided.staged.confidence);
    let breaks = match decided.unknowns.is_empty() {
        true => decided.say(texts::BreaksAnyway { share, of }),
        false => decided.say(texts::BreaksInEvery { share, of }),
    };
    if rows.iter().all(|it| it.needed >= it.count) {
        return Some(decided.say(texts::NeededAll { breaks }));
    }
    let needed = rows.iter().filter(|it| it.needed > 0).map(|it| {
        let (role, needed, count) = (decided.short_role(it.role), it.needed, it.count);
        decided.say(texts::NeededOf { role, needed, count })
    });
    let roles = needed.collect::<Vec<_>>().join(", ");
    Some(match roles.is_empty() {
        true => decided.say(texts::NoneInEvery { breaks }),
        false => decided.say(texts::NotInEvery { roles, breaks }),
    })
}

/// Whom the first review mostly asks for, where nobody is asked for before it.
fn usually_then(decided: Decided<'_>) -> Option<String> {
    let (staged, locale) = (decided.staged, decided.locale);
    let first = decided.first_review().filter(|_| staged.now.is_empty())?;
    let each = staged.rule.roles.iter().filter_map(|rule| {
        let own = staged.signposts.iter().filter(|it| it.role == rule.role && it.review == first);
        let asking: Vec<_> = own.filter(|it| it.asked > 0.0).collect();
        let often: f64 = asking.iter().map(|it| it.probability * it.asked).sum();
        let counts = asking.iter().map(|it| f64::from(it.asked_vacancies));
        let (low, high) = (counts.clone().reduce(f64::min)?, counts.reduce(f64::max)?);
        let (role, count) = (decided.short_role(rule.role), range(low, high, locale));
        (often > 0.5).then(|| decided.say(texts::TotalOf { role, count }))
    });
    let roles = each.collect::<Vec<_>>().join(", ");
    (!roles.is_empty()).then(|| decided.say(texts::UsuallyThen { roles }))
}

/// When those who are asked for now are there.
fn starts(decided: Decided<'_>) -> Option<String> {
    let rows = decided.staged.now.iter();
    let start = rows.clone().map(|it| it.start).max()?;
    let productive = rows.map(|it| it.productive).max()?;
    let at_once = start == productive;
    let [start, productive] = [start, productive].map(|it| decided.locale.date(it));
    if at_once {
        return Some(decided.say(texts::SearchEndsAtOnce { start }));
    }
    Some(decided.say(texts::SearchEnds { start, productive }))
}

/// In which order work is taken from today, where that changes; what it saves and what it does to
/// what is late, as far as either is certain. Why it does not change, where it was tried.
fn order(decided: Decided<'_>) -> Option<String> {
    let Some(order) = decided.staged.rule.order else {
        // What everybody may be hired for was asked without caps.
        let refused = decided.staged.refused_order.filter(|_| !decided.staged.capped.binds);
        let RefusedOrder { broken, kept, of } = refused?;
        return Some(decided.say(texts::OrderAsItIs { broken, kept, of }));
    };
    match order {
        Discipline::Priority => Some(decided.say(Word::ByPriorityNow)),
        Discipline::EarliestDue => {
            let key = earliest_due().0;
            let lever = decided.staged.levers.iter().find(|it| it.key == key && it.made);
            let effect = lever.map(|it| effect(decided, it)).unwrap_or_default();
            Some(decided.say(texts::EarliestDueNow { effect }))
        }
    }
}

fn effect(decided: Decided<'_>, lever: &Lever) -> String {
    let mut effect = String::new();
    if certainly_more(lever.saves) {
        let money = decided.money(lever.saves.value);
        effect += &decided.say(texts::AndSaves { money });
    }
    if certainly_more(lever.breaches) && lever.breaches.value >= 0.5 {
        let count = counted(lever.breaches.value, Noun::LATE, decided.locale);
        effect += &decided.say(texts::ButMoreLate { count });
    }
    let before = lever.before;
    let date = || decided.locale.date(decided.scenario.timeline.first_day(decided.staged.all_from));
    let count = || counted(about(before.value.abs()), Noun::LATE, decided.locale);
    if certainly_more(before) && before.value >= 0.5 {
        effect += &decided.say(texts::BeforeMoreLate { date: date(), count: count() });
    } else if before.high < 0.0 && before.value <= -0.5 {
        effect += &decided.say(texts::BeforeFewerLate { date: date(), count: count() });
    }
    effect
}

/// What else is done beside hiring.
fn moves(decided: Decided<'_>) -> Option<String> {
    let lang = decided.locale.lang;
    let title = |(key, title): &(String, Text)| {
        let title = quoted(decided.called(key, title), lang);
        match decided.staged.levers.iter().find(|it| it.key == *key && it.made) {
            Some(lever) if certainly_more(lever.saves) => {
                decided.say(texts::MoveSaves { title, money: decided.money(lever.saves.value) })
            }
            Some(lever) if lever.saves.low == 0.0 && lever.saves.high == 0.0 => title,
            Some(lever) => {
                let (with, without, of) = lever.kept;
                let [low, high] = [lever.saves.low, lever.saves.high].map(|it| decided.money(it));
                decided.say(texts::MoveMaySave { title, low, high, with, without, of })
            }
            None => unpriced(decided, key, title),
        }
    };
    let moves: Vec<String> = decided.staged.rule.moves.iter().map(title).collect();
    let joined = joined(&moves, lang);
    (!moves.is_empty()).then(|| match decided.hires() {
        true => decided.say(texts::Moves { moves: joined }),
        false => decided.say(texts::MovesAlone { moves: joined }),
    })
}

/// A move of which it is not known what it saves, and what is known of it.
fn unpriced(decided: Decided<'_>, key: &str, title: String) -> String {
    let Some(it) = decided.staged.unpriced.iter().find(|it| it.key == key) else {
        return title;
    };
    let Some(without) = it.without else {
        return decided.say(texts::MoveNeeded { title });
    };
    let money = decided.money(-without.saves.value);
    match without.with > without.without {
        true => decided.say(texts::MoveSurer { title, money }),
        false => decided.say(texts::MoveCosts { title, money }),
    }
}
