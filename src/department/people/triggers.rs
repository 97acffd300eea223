//! Hiring on a trigger: at the end of each month, is it time to ask for another person?

use crate::department::event::{Event, Terms};
use crate::department::observer::Observer;
use crate::department::{Department, Future};
use crate::ids::RoleId;
use crate::random::{Chance, name_key};
use crate::scenario::{Side, Trigger, Watch};
use crate::time::SimTime;

/// For how many months a trigger has been past its level, and how many people it has asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TriggerHistory {
    months: u32,
    people: u32,
}

impl<O: Observer> Department<'_, O> {
    /// The end of a month: every trigger reads the number that it watches.
    pub(crate) fn month_end(&mut self, future: &mut Future) {
        let scenario = self.scenario;
        let (now, start) = (future.now(), scenario.timeline.start_time());
        let counted = now > start;
        // The lead-in is not watched: at its end only the counts of the month are cleared.
        let triggers = if counted { &scenario.triggers[..] } else { &[] };
        let takes_toll = counted && scenario.takes_toll();
        if !triggers.is_empty() || !scenario.hiring_rules.is_empty() || takes_toll {
            self.catch_up_everywhere(now);
        }
        for (index, trigger) in triggers.iter().enumerate() {
            let Some(value) = self.watched(&trigger.watch, future.now()) else {
                continue;
            };
            let trigger_history = &mut self.trigger_history[index];
            trigger_history.months =
                if is_past(trigger, value) { trigger_history.months + 1 } else { 0 };
            let team = &mut self.teams[trigger.role.index()];
            let due = trigger_history.months >= trigger.months.max(1);
            if due && trigger_history.people < trigger.most && team.requested == 0 {
                let before = trigger_history.people;
                trigger_history.people = trigger.most.min(before + trigger.count);
                trigger_history.months = 0;
                team.requested += trigger_history.people - before;
                for person in before + 1..=trigger_history.people {
                    self.request(trigger.role, index as u64, u64::from(person), future);
                }
            }
        }
        if takes_toll {
            self.take_toll(future);
        } else if scenario.takes_toll() {
            self.begin_toll(now);
        }
        if let Some(dashboard) = &mut self.observers.dashboard {
            dashboard.begin_month();
            if let Some(pieces) = &mut dashboard.pieces {
                match counted {
                    true => pieces.slot_begins(scenario.timeline.slot(now)),
                    false => pieces.start(),
                }
            }
        }
        self.month_began = future.now();
    }

    /// Asks for a person, who comes when the position is filled.
    fn request(&mut self, role: RoleId, trigger: u64, person: u64, future: &mut Future) {
        let facts = &self.scenario.roles[role.index()];
        let key = [self.key, self.role_keys[role.index()], name_key("request"), trigger, person];
        let days = self.time_to_fill(&facts.time_to_fill, &mut Chance::keyed(&key));
        let at = SimTime::midnight(future.now().day() + days);
        future.schedule(at, Event::Join { role, ramp: true, terms: Terms::PERMANENT });
        self.expect(role, (future.now(), future.now()), at);
    }

    fn watched(&self, watch: &Watch, now: SimTime) -> Option<f64> {
        let dashboard = self.observers.dashboard.as_ref()?;
        Some(match watch {
            Watch::Arrivals(streams) => {
                let arrivals = streams.iter().map(|it| dashboard.arrivals[it.index()]);
                f64::from(arrivals.sum::<u32>())
            }
            Watch::Backlog(streams) => {
                let open = streams.iter().map(|it| dashboard.open[it.index()]);
                open.sum::<i64>() as f64
            }
            Watch::Driver(driver) => self.driver_now(*driver, now.day()),
            Watch::Occupancy(role) => {
                let available = self.available_since(*role, self.month_began, now);
                if available <= 0.0 {
                    return None;
                }
                dashboard.busy[role.index()].hours() / available
            }
            Watch::Sla(sla) => dashboard.share_met(*sla, self.overdue_items(*sla, now))?,
        })
    }

    /// Hours that people of a role were there since a moment, as if absences known now were all.
    pub(super) fn available_since(&self, role: RoleId, since: SimTime, now: SimTime) -> f64 {
        let members = self.team(role).members.iter().map(|it| &self.agents[it.index()]);
        members
            .map(|agent| {
                let calendar = self.calendar(agent.calendar);
                let all = calendar.between(since.max(agent.joined), now).hours();
                let away = agent.absences.iter().map(|&(from, back)| {
                    let from = SimTime::midnight(from as usize).max(since);
                    let back = SimTime::midnight(back as usize).min(now);
                    if from < back { calendar.between(from, back).hours() } else { 0.0 }
                });
                all - away.sum::<f64>()
            })
            .sum()
    }
}

fn is_past(trigger: &Trigger, value: f64) -> bool {
    match trigger.side {
        Side::Above => value >= trigger.level,
        Side::Below => value < trigger.level,
    }
}
