//! The decision in one sentence, and the chart that shows why.

use super::Planned;
use crate::ids::RoleId;
use crate::measures::Measure;
use crate::plan::months::months_at;
use crate::plan::report_data::PlannedHire;
use crate::report::compose::charts::roles;
use crate::report::compose::phrase::{capital, inline};
use crate::report::compose::told::Told;
use crate::report::compose::values;
use crate::report::compose::values::{hired, probability};
use crate::report::{Chart, Finding, Mark, Noun, Tone, Word, counted, texts};
use jiff::ToSpan;
use jiff::civil::Date;

/// Roles whose dates are told, and groups of hires that are marked.
const ROLES: usize = 3;
const MARKS: usize = 3;

/// The hires whose vacancies are opened at once, and the others.
pub(crate) fn now_and_later(planned: Planned<'_>) -> (Vec<&PlannedHire>, Vec<&PlannedHire>) {
    let start = planned.scenario.timeline.start();
    let hires = planned.answer.main.hires.iter();
    hires.partition(|it| it.request <= start)
}

/// Whom to ask for and by when, how sure that is, and what happens without; nothing where nobody
/// is to be hired.
pub(crate) fn decision(planned: Planned<'_>) -> Option<Finding> {
    let (locale, main) = (planned.locale, &planned.answer.main);
    let (now, later) = now_and_later(planned);
    let last = main.hires.iter().map(|it| it.request).max()?;
    let count = |hires: &[&PlannedHire]| counted(hires.len() as f64, Noun::VACANCY_TO_OPEN, locale);
    let date = locale.date(last);
    let (share, without) = (probability(&main.with, locale), locale.share(main.without.share, 0));
    let headline = match (now.is_empty(), later.is_empty()) {
        (false, true) => planned.say(texts::DecisionNow { now: count(&now), share, without }),
        (false, false) => {
            let (now, later) = (count(&now), later.len());
            planned.say(texts::DecisionBoth { now, later, date, share, without })
        }
        (true, _) => match later.iter().map(|it| it.request).min() {
            Some(first) if first < last => {
                let first = locale.date(first);
                let later = count(&later);
                planned.say(texts::DecisionFromTo { later, first, date, share, without })
            }
            // What is due within a month is no vacancy of later.
            _ if last < planned.scenario.timeline.start().saturating_add(1.month()) => {
                planned.say(texts::DecisionBy { later: count(&later), date, share, without })
            }
            _ => planned.say(texts::DecisionLater { later: count(&later), date, share, without }),
        },
    };
    Some(Finding {
        tone: if main.proved { Tone::Good } else { Tone::Caution },
        headline,
        detail: detail(planned, &now, &later),
    })
}

fn detail(planned: Planned<'_>, now: &[&PlannedHire], later: &[&PlannedHire]) -> String {
    let (locale, main) = (planned.locale, &planned.answer.main);
    let people = |hires: &[&PlannedHire]| {
        let mut groups: Vec<(RoleId, usize)> = Vec::new();
        for hire in hires {
            match groups.iter_mut().find(|it| it.0 == hire.role) {
                Some(group) => group.1 += 1,
                None => groups.push((hire.role, 1)),
            }
        }
        let said = groups
            .into_iter()
            .map(|(role, count)| format!("{count}\u{a0}×\u{a0}{}", short_role(planned, role)));
        said.collect::<Vec<_>>().join(", ")
    };
    let mut said: Vec<String> = if_reading(planned).into_iter().collect();
    if !now.is_empty() {
        said.push(planned.say(texts::PeopleNow { people: people(now) }));
    }
    if !later.is_empty() {
        said.push(planned.say(texts::PeopleLater { people: people(later) }));
    }
    if let Some(first) = main.hires.iter().map(|it| it.start).min() {
        said.push(planned.say(texts::FirstStart { date: locale.date(first) }));
    }
    said.push(next_needed(planned));
    said.push(
        planned.say(texts::Costs {
            cost: locale.money_short(main.cost, 1),
            months: planned.horizon(),
        }),
    );
    if !main.proved {
        let confidence = locale.share_short(main.confidence);
        said.push(planned.say(texts::LessThanAsked { confidence }));
    }
    said.join(" ")
}

/// Which of the document's two readings the decision rests on, and what follows from the other.
fn if_reading(planned: Planned<'_>) -> Option<String> {
    let (scenario, locale) = (planned.scenario, planned.locale);
    let between = planned.answer.between.as_ref()?;
    let other = planned.answer.other.as_ref()?;
    let input = &scenario.inputs[between.input.index()];
    let name = inline(planned.name(input));
    let theirs = values::input_range(input, between.ranges[1], locale);
    let people = match other.hires.len() {
        0 => planned.say(Word::OtherNobody),
        count => counted(count as f64, Noun::PERSON, locale),
    };
    Some(planned.say(texts::IfReading {
        input: name,
        theirs,
        people,
        cost: locale.money_short(other.cost, 1),
    }))
}

/// A role inside a sentence: by its abbreviation, where its name ends with one in brackets.
fn short_role(planned: Planned<'_>, role: RoleId) -> String {
    let name = planned.role(role);
    let within = name.strip_suffix(')').and_then(|it| it.rsplit_once('('));
    match within {
        Some((_, short)) => short.to_owned(),
        None => name,
    }
}

/// When the next person of each role is needed, with the spread of the date.
fn next_needed(planned: Planned<'_>) -> String {
    let first = planned.answer.main.hires.iter().filter(|it| it.number == 1);
    let roles = first.take(ROLES).map(|it| {
        let [early, middle, late] = it.start_range.map(|date| planned.month_needed(date));
        let when = match early == late {
            true => middle,
            false => format!("{middle} ({early} – {late})"),
        };
        let role = short_role(planned, it.role);
        planned.say(texts::RoleNeeded { role, when })
    });
    let roles = roles.collect::<Vec<_>>().join("; ");
    planned.say(texts::NextNeeded { roles })
}

/// Work against hands in the role of which most people are hired, or which lacks most.
pub(crate) fn why(planned: Planned<'_>, told: Told<'_>) -> Option<Chart> {
    let counted = hired(&planned.answer.main.hires);
    let most = counted.iter().rev().max_by_key(|it| it.1);
    let column = most.and_then(|(role, _)| {
        let key = &planned.scenario.roles[role.index()].key;
        told.baseline().column(Measure::OfferedLoad, key)
    });
    let column = column.or_else(|| roles::shortest(told))?;
    let marks = most.map_or_else(Vec::new, |it| marks(planned, it.0));
    roles::why(told, column, marks)
}

/// When people of a role start.
fn marks(planned: Planned<'_>, role: RoleId) -> Vec<Mark> {
    let mut groups: Vec<(Date, usize)> = Vec::new();
    let hires = planned.answer.main.hires.iter();
    for hire in hires.filter(|it| it.role == role) {
        match groups.iter_mut().find(|it| it.0 == hire.start) {
            Some(group) => group.1 += 1,
            None => groups.push((hire.start, 1)),
        }
    }
    if groups.len() > MARKS {
        return Vec::new();
    }
    let mark = |(date, count): (Date, usize)| Mark {
        label: capital(
            &planned.say(texts::MarkHires { count, date: planned.locale.month_short(date) }),
        ),
        at: months_at(&planned.scenario.timeline, date),
    };
    groups.into_iter().map(mark).collect()
}
