//! Relaxed study: the same scenario, in every reading and under every policy, with other limits of some SLAs.

use super::data::Step;
use crate::ids::SlaId;
use crate::scenario::{LimitClock, Scenario, Study};

/// A study in which some SLAs are relaxed by a step; a share is no part of a scenario's SLAs that a plan judges by.
pub(super) fn relaxed_study(study: &Study, slas: &[SlaId], step: Step) -> Study {
    let mut study = study.clone();
    let worlds = study.worlds.list.iter_mut().flat_map(|it| &mut it.policies);
    for policy in study.policies.iter_mut().chain(worlds) {
        slas.iter().for_each(|it| relax(&mut policy.scenario, *it, step));
    }
    study
}

/// Whether an SLA has a limit in calendar days.
pub(super) fn has_calendar_days(study: &Study, sla: SlaId) -> bool {
    let limits = &study.baseline().scenario.slas[sla.index()].limits;
    limits.iter().any(|it| it.clock == LimitClock::CalendarDays)
}

fn relax(scenario: &mut Scenario, sla: SlaId, step: Step) {
    for limit in &mut scenario.slas[sla.index()].limits {
        match step {
            Step::Share(_) => {}
            Step::Limit(factor) => limit.time = limit.time.times(factor),
            Step::WorkingDays if limit.clock == LimitClock::CalendarDays => {
                limit.clock = LimitClock::BusinessDays;
            }
            Step::WorkingDays => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::staged::fixture::department;

    #[test]
    fn a_limit_is_relaxed_in_every_reading_and_no_other_is() {
        let study = department();
        let slas = &study.baseline().scenario.slas;
        let of = |key: &str| {
            SlaId::new(slas.iter().position(|it| it.key == key).expect("the SLA is there"))
        };
        let (contact, standard) = (of("ticket.emergency/contact"), of("ticket.standard/solved"));
        assert!(has_calendar_days(&study, standard) && !has_calendar_days(&study, contact));
        let longer = relaxed_study(&study, &[contact], Step::Limit(2.0));
        let working = relaxed_study(&study, &[standard], Step::WorkingDays);
        let worlds = study.worlds.list.iter().zip(&longer.worlds.list).zip(&working.worlds.list);
        for ((before, longer), working) in worlds {
            let [before, longer, working] =
                [before, longer, working].map(|it| &it.baseline().scenario.slas);
            let time = |it: &crate::scenario::Sla| it.limits[0].time;
            assert_eq!(time(&longer[contact.index()]), time(&before[contact.index()]).times(2.0));
            assert_eq!(longer[standard.index()].limits, before[standard.index()].limits);
            let clocks: Vec<LimitClock> =
                working[standard.index()].limits.iter().map(|it| it.clock).collect();
            assert_eq!(clocks, [LimitClock::Working, LimitClock::BusinessDays]);
            assert_eq!(working[contact.index()].limits, before[contact.index()].limits);
        }
    }
}
