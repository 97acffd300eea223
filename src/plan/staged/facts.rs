//! Facts: what a rule does in its fresh replications, as plain data.

use super::data::{Fan, Quantiles, RoleRule, Signpost, Spread, StagedRule, Vacancies};
use super::fluid::needed_now;
use crate::department::Review;
use crate::plan::months::date_at;
use crate::plan::search::evaluator::{Lab, Played};
use crate::plan::search::hire_options::{Candidate, Choice, FIRST, REVIEW, in_months};
use crate::statistics::{Interval, quantile};

/// Equally likely futures whose totals are shown.
const DOTS: usize = 20;
/// Bands of what will have been observed.
const BANDS: usize = 3;
/// Whom all but one replication of fifty need is needed in every reading.
const EVERY: f64 = 0.02;

impl Quantiles {
    /// Of some numbers.
    pub(crate) fn of(numbers: &[f64]) -> Self {
        let mut sorted = numbers.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let at = |p: f64| quantile(&sorted, p);
        Self { p10: at(0.1), p50: at(0.5), p90: at(0.9) }
    }
}

impl Spread {
    /// Of some numbers.
    pub(crate) fn of(numbers: &[f64]) -> Self {
        let mean = Interval::of_mean(&numbers.iter().copied().collect());
        Self { mean, futures: Quantiles::of(numbers) }
    }
}

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
    });
    StagedRule {
        order: rule.order.filter(|it| *it != base),
        moves: rule.moves.iter().map(|&it| lab.moves[usize::from(it)].key.clone()).collect(),
        roles: roles.collect(),
    }
}

/// Whom to ask for now.
pub(crate) fn vacancies_of(lab: &Lab<'_>, rule: &Candidate, pool: &[u64]) -> Vec<Vacancies> {
    let timeline = &lab.base().timeline;
    let openings = lab.lattice.openings.iter().zip(&rule.rules).enumerate();
    let asked = openings.filter(|(_, (opening, it))| it.now > 0 && !opening.slots.is_empty());
    let row = |(position, (opening, choice)): (usize, (&_, &Choice))| {
        let opening: &crate::plan::search::hire_options::Opening = opening;
        let first = opening.slots.first()?;
        Some(Vacancies {
            role: opening.role,
            count: choice.now,
            request: timeline.start(),
            start: first.date,
            productive: date_at(timeline, first.months + opening.ramp)?,
            pay: opening.pay,
            in_every_reading: needed_now(lab, position, pool, EVERY) >= choice.now,
        })
    };
    asked.filter_map(row).collect()
}

/// Head-count and totals of every role that is hired in some future.
pub(crate) fn fans_of(lab: &Lab<'_>, played: &[&Played]) -> Vec<Fan> {
    let openings = lab.lattice.openings.iter();
    let fan = |opening: &crate::plan::search::hire_options::Opening| {
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

/// Months of the reviews.
pub(crate) fn reviews(last: f64) -> Vec<f64> {
    let all = (0..).map(|it| FIRST + f64::from(it) * REVIEW);
    all.take_while(|it| *it <= last + 1e-9).collect()
}

/// What may come: at each review, by what will have been observed.
pub(crate) fn signposts_of(lab: &Lab<'_>, played: &[&Played]) -> Vec<Signpost> {
    let mut signposts = Vec::new();
    for opening in &lab.lattice.openings {
        for month in reviews(opening.last) {
            let number = ((month - FIRST) / REVIEW).round() as u32 + 1;
            let at =
                |it: &&Review| it.role == opening.role && it.number == number && it.finished > 0;
            let reviews = played.iter().flat_map(|it| it.staff.reviews.iter().filter(at));
            let mut reviews: Vec<Review> = reviews.copied().collect();
            reviews.sort_by(|a, b| minutes(a).total_cmp(&minutes(b)));
            let size = reviews.len().div_ceil(BANDS).max(1);
            for band in reviews.chunks(size) {
                signposts.extend(signpost(lab, month, band, played.len()));
            }
        }
    }
    signposts
}

/// Minutes worked on a finished piece of work, as they are counted at a review.
pub(crate) fn minutes(review: &Review) -> f64 {
    review.measured * 60.0 / f64::from(review.finished)
}

/// What may come in one band; `None` where mostly nobody is asked for.
fn signpost(lab: &Lab<'_>, month: f64, band: &[Review], of: usize) -> Option<Signpost> {
    let median = |number: &dyn Fn(&Review) -> u32| {
        let mut numbers: Vec<u32> = band.iter().map(number).collect();
        numbers.sort_unstable();
        numbers[numbers.len() / 2]
    };
    let vacancies = median(&|it| it.asked);
    (vacancies > 0).then_some(Signpost {
        role: band[0].role,
        review: date_at(&lab.base().timeline, month)?,
        from: minutes(&band[0]),
        to: minutes(&band[band.len() - 1]),
        vacancies,
        people: median(&|it| it.people),
        probability: band.len() as f64 / of as f64,
    })
}

/// Months from the request of a role to its productivity, as nine of ten searches go.
pub(crate) fn until_productive(lab: &Lab<'_>, position: usize) -> f64 {
    let opening = &lab.lattice.openings[position];
    in_months(opening.days_to_fill) + opening.ramp
}
