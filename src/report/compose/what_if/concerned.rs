//! Concerned: the roles that a what-if changes, in people or in what they promise, the most first.

use crate::measures::Measure;
use crate::report::compose::charts::roles;
use crate::report::compose::charts::targets::slas_of;
use crate::report::compose::facts;
use crate::report::compose::told::Told;

/// A change of a share in time that nobody would see in a chart.
const SEEN: f64 = 0.005;
/// The same of people.
const SOMEBODY: f64 = 0.25;

/// The roles of a scenario in the order in which a what-if concerns them.
pub(super) struct Concerned {
    pub(super) order: Vec<usize>,
    /// So many at the beginning are concerned; all, where none is.
    pub(super) roles: usize,
}

impl Concerned {
    /// By the what-if that is told.
    pub(super) fn of(told: Told<'_>) -> Self {
        let effects: Vec<Effect> =
            (0..told.scenario.roles.len()).map(|role| Effect::on(told, role)).collect();
        let mut order: Vec<usize> = (0..effects.len()).collect();
        let least = Effect { has_other_people: false, share: SEEN };
        // A stable order: those who are concerned alike stay as the scenario has them.
        order.sort_by(|one, other| effects[*other].compare(&effects[*one]));
        let concerned = effects.iter().filter(|it| it.compare(&least).is_ge()).count();
        let roles = if concerned == 0 { order.len() } else { concerned };
        Self { order, roles }
    }

    /// The column of people needed of the role that is concerned most, or of the one that lacks most where
    /// none stands out.
    pub(super) fn needed(&self, told: Told<'_>) -> Option<usize> {
        if self.roles == self.order.len() {
            return roles::shortest(told);
        }
        let key = &told.scenario.roles[*self.order.first()?].key;
        told.baseline().column(Measure::OfferedLoad, key)
    }
}

/// What a what-if does to a role.
struct Effect {
    /// Whether there are ever other people than without it.
    has_other_people: bool,
    /// The largest change of the share in time of one of its SLAs.
    share: f64,
}

impl Effect {
    fn on(told: Told<'_>, role: usize) -> Self {
        let Some(policy) = told.plan else { return Self { has_other_people: false, share: 0.0 } };
        let difference = |measure, scope: &str| {
            let found = told.outcome.comparison(policy, measure, scope);
            found.map_or(0.0, |it| facts::difference(it).mean.abs())
        };
        let people = difference(Measure::Headcount, &told.scenario.roles[role].key);
        let slas = slas_of(told, role);
        let shares = slas.iter().map(|it| difference(Measure::SlaMet, it));
        Self { has_other_people: people >= SOMEBODY, share: shares.fold(0.0, f64::max) }
    }

    fn compare(&self, other: &Self) -> std::cmp::Ordering {
        let people = self.has_other_people.cmp(&other.has_other_people);
        people.then(self.share.total_cmp(&other.share))
    }
}
