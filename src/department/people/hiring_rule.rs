//! The hiring rule: how many people to ask for at a review, from counts alone.
//!
//! The load at the moment at which whoever is asked for today would be fully productive, over what a
//! person can give, over the target: so many permanent people. A backlog that the people on board
//! and on the way will not clear in time is a matter for temporary help. A rule that charges it to
//! permanent people hires twice as many, and is dearer than a plan of dates.
//!
//! Sources: capacity follows a fixed share of demand when what is on the way counts (Ryan 2004);
//! looking ahead to the end of the lead time (Hu, Lavieri, Toriello, Liu 2016).

use super::observed::Observed;
use super::outlook::Outlook;
use crate::scenario::HiringRule;

/// A backlog is to be gone so many months after whoever is asked for today is fully productive.
const CLEARED_AFTER: f64 = 3.0;
/// Duties leave people some time for everything else, whatever was counted.
const MOST_DUTIES: f64 = 0.95;
/// Months for which a temporary person is taken on at least.
const LEAST_TIME: f64 = 1.0;
/// Temporary people beyond this many are not looked for.
const MOST_TEMPORARY: u32 = 200;
/// No measured mean is taken for more exact than this share of a single piece's mean.
const LEAST_CV: f64 = 0.05;

/// What the rule asks for, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Asked {
    /// Permanent people.
    pub(crate) permanent: u32,
    /// Temporary people, for a backlog that the others will not clear in time.
    pub(crate) temporary: u32,
    /// For how many months from now these are needed.
    pub(crate) temporary_months: f64,
    /// Hours of a piece of work, as far as they are known: the mean of what is possible after what
    /// was measured.
    pub(crate) effort: f64,
    /// Pieces a month, over the last half year.
    pub(crate) arrivals: f64,
    /// People's worth of work when today's vacancy would be fully productive.
    pub(crate) load: f64,
    /// Permanent people to have.
    pub(crate) needed: u32,
}

/// What a rule asks for at a review.
pub(crate) fn asked(observed: &Observed<'_>, outlook: &Outlook, rule: &HiringRule) -> Asked {
    let middle = observed.month - observed.window_months / 2.0;
    let effort = effort(observed, outlook, middle);
    let an_hour = ratio(f64::from(observed.arrived), observed.window_hours);
    let productive = observed.month + outlook.fill + outlook.ramp;
    // Who drowns leaves duties undone, which are still to be done.
    let duties = observed.duties.max(outlook.duties).min(MOST_DUTIES);
    let share = outlook.availability * (1.0 - duties);
    let load = ratio(an_hour * outlook.growth(middle, productive) * effort, share);
    // A whole number of people whose load is the target is enough, whatever the last digit says.
    let needed = libm::ceil(load / rule.target - 1e-9).clamp(0.0, f64::from(rule.most) + 1e6);
    let needed = (needed as u32).max(rule.cover);
    let missing = needed.saturating_sub(observed.people());
    let permanent = missing.min(rule.most.saturating_sub(observed.asked));
    let backlog = Backlog { observed, outlook, middle, effort, share, an_hour, permanent };
    let (temporary, temporary_months) = backlog.helpers();
    Asked {
        permanent,
        temporary,
        temporary_months,
        effort,
        arrivals: an_hour * outlook.hours_a_month,
        load,
        needed,
    }
}

/// The posterior mean of the effort of a piece: each equally likely world is weighed by how likely
/// the measured mean is in it (normal, with the spread of single pieces over the root of their
/// number).
fn effort(observed: &Observed<'_>, outlook: &Outlook, middle: f64) -> f64 {
    let worlds = outlook.effort_in(middle);
    if observed.finished == 0 {
        let (sum, all) = worlds.fold((0.0, 0.0), |sum, it| (sum.0 + it, sum.1 + 1.0));
        return ratio(sum, all);
    }
    let number = f64::from(observed.finished);
    let measured = observed.hours / number;
    let spread_of_one = outlook.cv.max(LEAST_CV) / number.sqrt();
    let log_weight = |mean: f64| {
        let spread = spread_of_one * mean;
        let off = (measured - mean) / spread;
        -0.5 * off * off - libm::log(spread)
    };
    let best = worlds.clone().map(log_weight).fold(f64::NEG_INFINITY, f64::max);
    let weighed = worlds.map(|mean| (libm::exp(log_weight(mean) - best), mean));
    let (sum, all) =
        weighed.fold((0.0, 0.0), |sum, (weight, mean)| (sum.0 + weight * mean, sum.1 + weight));
    ratio(sum, all)
}

/// The backlog, projected month by month.
struct Backlog<'a> {
    observed: &'a Observed<'a>,
    outlook: &'a Outlook,
    middle: f64,
    effort: f64,
    share: f64,
    an_hour: f64,
    permanent: u32,
}

impl Backlog<'_> {
    /// The fewest temporary people with whom the backlog is gone in time, and for how many months.
    fn helpers(&self) -> (u32, f64) {
        let time = self.outlook.fill + self.outlook.ramp + CLEARED_AFTER;
        let in_time = |&people: &u32| self.gone_after(people).is_some_and(|it| it <= time);
        match (0..=MOST_TEMPORARY).find(in_time) {
            Some(0) => (0, 0.0),
            // For a month at least from when they are likely to come.
            Some(people) => {
                let gone = self.gone_after(people).unwrap_or(time);
                (people, gone.max(self.outlook.helper_fill + LEAST_TIME))
            }
            // Nobody who could be found comes in time.
            None => (0, 0.0),
        }
    }

    /// The month from now at whose end nothing is left but what each person has in hand.
    fn gone_after(&self, temporary: u32) -> Option<f64> {
        let (observed, outlook) = (self.observed, self.outlook);
        let hours_a_month = outlook.hours_a_month;
        let mut left = f64::from(observed.backlog) * self.effort;
        let in_hand = f64::from(observed.people().max(1)) * self.effort;
        let time = libm::ceil(outlook.fill + outlook.ramp + CLEARED_AFTER) as u32;
        for month in 0..=time {
            if left <= in_hand {
                return Some(f64::from(month));
            }
            let noon = f64::from(month) + 0.5;
            let growth = outlook.growth(self.middle, observed.month + noon);
            let come = self.an_hour * growth * self.effort * hours_a_month;
            let newcomers =
                observed.newcomers.iter().map(|first| outlook.productivity(noon - first));
            let there = observed.helpers.iter().filter(|it| noon < it.1);
            let helpers = there.map(|it| outlook.helper_productivity(noon - it.0));
            let people = f64::from(observed.settled)
                + newcomers.sum::<f64>()
                + helpers.sum::<f64>()
                + f64::from(self.permanent) * outlook.productivity(noon - outlook.fill)
                + f64::from(temporary) * outlook.helper_productivity(noon - outlook.helper_fill);
            left = (left + come - people * self.share * hours_a_month).max(0.0);
        }
        None
    }
}

/// A share of nothing is nothing.
fn ratio(of: f64, all: f64) -> f64 {
    if all > 0.0 { of / all } else { 0.0 }
}
