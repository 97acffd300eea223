//! The toll of waiting: clients who leave over broken promises, and people who leave overload.
//!
//! At the end of each counted month the department reads its own dashboard: the share of breaches and
//! the occupancy of the last quarter. Nobody who only watches has a say in it. Where a scenario asks
//! for neither there is no toll, and nothing here runs.

use super::agent::Activity;
use super::staffing::{DAYS_A_YEAR, NOTICE_DAYS};
use crate::department::event::Event;
use crate::department::observer::Observer;
use crate::department::{Department, Future};
use crate::ids::{AgentId, DriverId, RoleId, SlaId, StreamId};
use crate::random::{Chance, name_key};
use crate::scenario::{BrokenPromises, DriverPath, Overload};
use crate::time::SimTime;

/// Months that are looked back upon.
const QUARTER: usize = 3;

/// What waiting has cost so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Toll {
    /// How many of each driver have left over broken promises, and have not left otherwise since.
    left: Vec<f64>,
    /// The share of each driver that they are, in the current month.
    share: Vec<f64>,
    /// Hours busy and hours there of each role, in this month and the two before.
    hours: Vec<[(f64, f64); QUARTER]>,
    /// Hours that each role had worked on what was in hand when the month began: they are reported
    /// when it is done.
    in_hand: Vec<f64>,
}

impl Toll {
    /// Nothing has been lost of so many drivers, and so many roles have done nothing yet.
    pub(crate) fn new(drivers: usize, roles: usize) -> Self {
        Self {
            left: vec![0.0; drivers],
            share: vec![0.0; drivers],
            hours: vec![[(0.0, 0.0); QUARTER]; roles],
            in_hand: vec![0.0; roles],
        }
    }

    /// Forgets everything, keeping the memory.
    pub(crate) fn clear(&mut self) {
        self.left.fill(0.0);
        self.share.fill(0.0);
        self.hours.fill([(0.0, 0.0); QUARTER]);
        self.in_hand.fill(0.0);
    }

    /// The share of a driver that is still there.
    pub(crate) fn stays(&self, driver: DriverId) -> f64 {
        1.0 - self.share[driver.index()]
    }
}

/// How many have left after some days more: of those who had, some would have left by themselves
/// since; of the others some leave now.
fn left_after(days: f64, left: f64, of: f64, churn: f64, broken: f64, worst: f64) -> f64 {
    let keep = |yearly: f64| libm::pow(1.0 - yearly, days / DAYS_A_YEAR);
    let left = left * keep(churn);
    (left + (of - left).max(0.0) * (1.0 - keep(worst * broken))).min(of)
}

/// Separations a year beyond the usual ones at an occupancy: none up to a level, and from there in a
/// straight line to all of them where nobody is ever idle.
fn sooner(overload: &Overload, all: f64, occupancy: f64) -> f64 {
    all * ((occupancy.min(1.0) - overload.above) / (1.0 - overload.above)).max(0.0)
}

impl<O: Observer> Department<'_, O> {
    /// The counted months begin: what is in hand was worked on before.
    pub(super) fn begin_toll(&mut self, now: SimTime) {
        for role in 0..self.scenario.roles.len() {
            self.toll.in_hand[role] = self.hours_in_hand(RoleId::new(role), now);
        }
    }

    /// The end of a counted month.
    pub(super) fn take_toll(&mut self, future: &mut Future) {
        let scenario = self.scenario;
        for (index, driver) in scenario.drivers.iter().enumerate() {
            if let Some(broken) = &driver.broken_promises {
                self.clients_leave(DriverId::new(index), broken, future);
            }
        }
        for (index, role) in scenario.roles.iter().enumerate() {
            if let Some(overload) = &role.overload {
                self.people_leave(RoleId::new(index), overload, future);
            }
        }
    }

    fn clients_leave(&mut self, id: DriverId, broken: &BrokenPromises, future: &Future) {
        let (now, scenario) = (future.now(), self.scenario);
        let days = (now.day() - self.month_began.day()) as f64;
        let share = self.broken_share(id, now).unwrap_or(0.0);
        let inputs = &self.numbers.inputs;
        let churn = match scenario.drivers[id.index()].path {
            DriverPath::Stock { churn, .. } => churn.value(inputs),
            _ => 0.0,
        };
        let worst = broken.churn.value(inputs);
        let of = self.sources.driver(id, now.day());
        let before = self.toll.left[id.index()];
        let left = left_after(days, before, of, churn, share, worst);
        self.toll.left[id.index()] = left;
        self.toll.share[id.index()] = if of > 0.0 { left / of } else { 0.0 };
        self.observers.clients_left(id.index(), self.toll.share[id.index()], now);
    }

    /// The share of the promises of the last quarter that were broken, of the work that follows a
    /// driver.
    fn broken_share(&self, driver: DriverId, now: SimTime) -> Option<f64> {
        let dashboard = self.observers.dashboard.as_ref()?;
        let (mut met, mut all) = (0, 0);
        for (index, sla) in self.scenario.slas.iter().enumerate() {
            if self.scenario.streams[sla.stream.index()].arrival.driver() == Some(driver) {
                let months = dashboard.judged[index].iter();
                let overdue = self.overdue_items(SlaId::new(index), now);
                let sum = months.fold((0, overdue), |sum, it| (sum.0 + it.0, sum.1 + it.1));
                (met, all) = (met + sum.0, all + sum.1);
            }
        }
        (all > 0).then(|| 1.0 - f64::from(met) / f64::from(all))
    }

    fn people_leave(&mut self, role: RoleId, overload: &Overload, future: &mut Future) {
        let now = future.now();
        let occupancy = self.quarter_occupancy(role, now);
        let inputs = &self.numbers.inputs;
        let usual = self.scenario.roles[role.index()].attrition.value(inputs);
        let yearly = usual + sooner(overload, overload.attrition.value(inputs), occupancy);
        let days = (now.day() - self.month_began.day()) as f64;
        let goes = 1.0 - libm::exp(-yearly * days / DAYS_A_YEAR);
        let month = self.scenario.timeline.slot(now) as u64;
        for position in 0..self.team(role).members.len() {
            let agent = self.team(role).members[position];
            let it = &self.agents[agent.index()];
            if it.gives_notice || it.terms.is_temporary() {
                continue;
            }
            let key = [
                self.key,
                self.role_keys[role.index()],
                name_key("overload"),
                u64::from(it.ordinal),
                month,
            ];
            let mut chance = Chance::keyed(&key);
            if chance.unit() < goes {
                self.agents[agent.index()].gives_notice = true;
                self.give_notice(agent, now.day(), &mut chance, future);
            }
        }
    }

    /// Somebody gives notice on a day; their successor is asked for at once.
    fn give_notice(
        &mut self,
        agent: AgentId,
        today: usize,
        chance: &mut Chance,
        future: &mut Future,
    ) {
        let last = today + NOTICE_DAYS;
        if last >= self.scenario.timeline.end_time().day() {
            return;
        }
        future.schedule(self.day_start(agent, last), Event::Leave { agent });
        let role = &self.scenario.roles[self.agents[agent.index()].role.index()];
        if role.replaced {
            let found = self.time_to_fill(&role.time_to_fill, chance);
            let at = SimTime::midnight((today + found).max(last));
            let (role, terms) = self.successor_of(agent);
            future.schedule(at, Event::Join { role, ramp: true, terms });
            self.expect(role, (SimTime::midnight(today), SimTime::midnight(last)), at);
        }
    }

    /// Hours busy by hours there in the month that ends and the two before.
    fn quarter_occupancy(&mut self, role: RoleId, now: SimTime) -> f64 {
        let available = self.available_since(role, self.month_began, now);
        let done =
            self.observers.dashboard.as_ref().map_or(0.0, |it| it.busy[role.index()].hours());
        let in_hand = self.hours_in_hand(role, now);
        let before = std::mem::replace(&mut self.toll.in_hand[role.index()], in_hand);
        let hours = &mut self.toll.hours[role.index()];
        hours.rotate_right(1);
        hours[0] = (done + in_hand - before, available);
        let (busy, available) =
            hours.iter().fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        if available > 0.0 { busy / available } else { 0.0 }
    }

    /// Hours that people of a role have worked on what they have in hand.
    fn hours_in_hand(&self, role: RoleId, now: SimTime) -> f64 {
        let members = self.team(role).members.iter().map(|it| &self.agents[it.index()]);
        let busy = members.filter(|it| !matches!(it.activity, Activity::Idle | Activity::Away));
        let hours = busy.map(|it| {
            let worked = self.worked_in_hand(it, self.now(now, it.calendar));
            (worked - it.started_worked).hours()
        });
        hours.sum()
    }

    /// Whether an item would have come from a client who has left.
    #[inline]
    pub(crate) fn is_of_a_lost_client(&self, stream: StreamId, chance: Chance) -> bool {
        let Some(driver) = self.layout.streams[stream.index()].clients else { return false };
        let stays = self.toll.stays(driver);
        stays < 1.0 && chance.child(const { name_key("client") }).unit() >= stays
    }

    /// What is there of a driver.
    pub(crate) fn driver_now(&self, driver: DriverId, day: usize) -> f64 {
        self.sources.driver(driver, day) * self.toll.stays(driver)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Quantity;

    #[test]
    fn who_has_left_would_have_left_by_themselves_too() {
        // A year at half of the promises broken, of which all would drive away 40 %: a fifth.
        assert!((left_after(DAYS_A_YEAR, 0.0, 100.0, 0.0, 0.5, 0.4) - 20.0).abs() < 1e-9);
        // Of 20 who have left 10 % would have left since; nobody leaves anew.
        assert!((left_after(DAYS_A_YEAR, 20.0, 90.0, 0.1, 0.0, 0.4) - 18.0).abs() < 1e-9);
        assert_eq!(
            left_after(30.0, 20.0, 10.0, 0.0, 1.0, 0.9),
            10.0,
            "no more than there would be"
        );
    }

    #[test]
    fn people_leave_sooner_in_a_straight_line_from_a_level_on() {
        let overload = Overload { above: 0.8, attrition: Quantity::Known(0.3) };
        assert_eq!(sooner(&overload, 0.3, 0.8), 0.0);
        assert!((sooner(&overload, 0.3, 0.9) - 0.15).abs() < 1e-12);
        assert_eq!(sooner(&overload, 0.3, 1.2), 0.3);
    }
}
