//! Facts: what a rule does in its fresh replications, as plain data.

use super::data::{
    Fan, Person, Quantiles, RoleRule, Spread, StagedRule, TemporaryPeople, Vacancies,
};
use crate::department::Review;
use crate::ids::RoleId;
use crate::plan::months::{date_at, working_day_from};
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::{Candidate, Choice, FIRST, Opening, REVIEW, in_months};
use crate::plan::search::moves::Move;
use crate::plan::search::staff::TakenOn;
use crate::scenario::Text;
use crate::statistics::Moments;

/// Equally likely futures whose totals are shown.
const DOTS: usize = 20;

/// The rule, as it is told.
pub(crate) fn rule_of(lab: &Lab<'_>, rule: &Candidate) -> StagedRule {
    let base = lab.base().discipline;
    let roles = lab.lattice.openings.iter().zip(&rule.rules).map(|(opening, choice)| RoleRule {
        role: opening.role,
        now: choice.now,
        target: (choice.target > 0).then(|| f64::from(choice.target) / 100.0),
        most: opening.rule(*choice).most,
        first: FIRST,
        review: REVIEW,
        last: opening.last,
        temporary: choice.temporary,
    });
    StagedRule {
        order: rule.order.filter(|it| *it != base),
        moves: rule.moves.iter().map(|&it| named(&lab.moves[usize::from(it)])).collect(),
        roles: roles.collect(),
    }
}

fn named(it: &Move) -> (String, Text) {
    (it.key.clone(), it.title.clone())
}

/// Whom to ask for now; `people` is everybody of the plan.
pub(crate) fn vacancies_of(lab: &Lab<'_>, rule: &Candidate, people: &[Person]) -> Vec<Vacancies> {
    let timeline = &lab.base().timeline;
    let openings = lab.lattice.openings.iter().zip(&rule.rules);
    let asked = openings.filter(|(opening, it)| it.now > 0 && !opening.slots.is_empty());
    let row = |(opening, choice): (&Opening, &Choice)| {
        let anyway = people.iter().filter(|it| it.role == opening.role && it.now && it.anyway);
        let first = opening.slots.first()?;
        let calendar = lab.base().roles[opening.role.index()].calendar;
        let calendar = &lab.base().calendars[calendar.index()];
        Some(Vacancies {
            role: opening.role,
            count: choice.now,
            // Nobody opens a vacancy on a Sunday.
            request: working_day_from(timeline, calendar, timeline.start()),
            start: first.date,
            productive: date_at(timeline, first.months + opening.ramp)?,
            pay: opening.pay,
            needed: anyway.count() as u32,
        })
    };
    asked.filter_map(row).collect()
}

/// Head-count and totals of every role that is hired in some future.
pub(crate) fn fans_of(lab: &Lab<'_>, played: &[&Played]) -> Vec<Fan> {
    let openings = lab.lattice.openings.iter();
    let fan = |opening: &Opening| {
        let role = opening.role.index();
        let mut totals: Vec<f64> =
            played.iter().map(|it| it.staff.asked[role].len() as f64).collect();
        totals.sort_unstable_by(f64::total_cmp);
        if totals.last().is_none_or(|it| *it == 0.0) {
            return None;
        }
        let month = |month: usize| {
            let heads = played.iter().map(|it| f64::from(it.staff.heads[role][month]));
            Quantiles::of(&heads.collect::<Vec<f64>>())
        };
        let dot = |it: usize| totals[(2 * it + 1) * totals.len() / (2 * DOTS)] as u32;
        Some(Fan {
            role: opening.role,
            months: (0..lab.base().timeline.months()).map(month).collect(),
            reviews: reviews(opening.last),
            totals: (0..DOTS).map(dot).collect(),
        })
    };
    openings.filter_map(fan).collect()
}

/// Whom the rule takes on for a time.
pub(crate) fn temporary_of(lab: &Lab<'_>, played: &[&Played]) -> Vec<TemporaryPeople> {
    let roles = lab.lattice.openings.iter().map(|it| it.role);
    let of_role = |role| {
        let each = |number: &dyn Fn(&Played) -> f64| -> Vec<f64> {
            played.iter().map(|it| number(it)).collect()
        };
        let months = played.iter().flat_map(|it| it.staff.temporary_of(role)).map(|it| it.months);
        let months: Moments = months.collect();
        let at_once = each(&|it| most_at_once(it.staff.temporary_of(role)));
        (months.n() > 0).then(|| TemporaryPeople {
            role,
            people: Spread::of(&each(&|it| it.staff.temporary_of(role).count() as f64)),
            at_once: Quantiles::of(&at_once),
            months: months.mean(),
            cost: Spread::of(&each(&|it| it.staff.temporary_of(role).map(|it| it.cost).sum())),
        })
    };
    roles.filter_map(of_role).collect()
}

fn most_at_once<'a>(people: impl Iterator<Item = &'a TakenOn> + Clone) -> f64 {
    let there = |month: f64| {
        people.clone().filter(|it| it.from <= month && month < it.from + it.months).count()
    };
    people.clone().map(|it| there(it.from)).max().unwrap_or(0) as f64
}

/// Months of the reviews.
pub(crate) fn reviews(last: f64) -> Vec<f64> {
    let all = (0..).map(|it| FIRST + f64::from(it) * REVIEW);
    all.take_while(|it| *it <= last + 1e-9).collect()
}

/// Minutes worked on a finished piece of work, as they are counted at a review; not a number where nothing is
/// finished.
pub(crate) fn minutes(review: &Review) -> f64 {
    review.measured * 60.0 / f64::from(review.finished)
}

/// Months from the request of a role to its productivity, as nine of ten searches go.
pub(crate) fn until_productive(lab: &Lab<'_>, position: usize) -> f64 {
    let opening = &lab.lattice.openings[position];
    in_months(opening.days_to_fill) + opening.ramp
}

/// Whom a rule asks for now.
pub(super) fn asked_now(lab: &Lab<'_>, rule: &Candidate) -> Vec<(RoleId, u32)> {
    let each = lab.lattice.openings.iter().zip(&rule.rules);
    each.filter(|it| it.1.now > 0).map(|(opening, it)| (opening.role, it.now)).collect()
}
