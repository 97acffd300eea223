//! Hours of those who do not work at the hours of their role.

use super::Recorder;
use crate::calendar::WorkingTime;
use crate::ids::RoleId;
use crate::scenario::{PayOf, Scenario};

/// The calendars of a role whose people do not all work the same hours; else none.
pub(super) fn own_hours(scenario: &Scenario, role: RoleId) -> Vec<&WorkingTime> {
    let all = scenario.calendars_of(role);
    let all = all.into_iter().filter(|_| scenario.has_own_hours(role));
    all.map(|it| &scenario.calendars[it.index()]).collect()
}

impl<'s> Recorder<'s> {
    /// The calendar of a contract, where it is not the role's.
    pub(super) fn own_calendar(&self, role: RoleId, pay: PayOf) -> Option<&'s WorkingTime> {
        let differs = pay.turn > 0 || self.scenario.hours_of(pay).calendar.is_some();
        differs.then(|| &self.scenario.calendars[self.scenario.calendar_of(role, pay).index()])
    }
}
