//! Weeks: when somebody of some roles is at work, week by week where people take turns in a rota of
//! which not every turn is taken.

use crate::ids::{CalendarId, RoleId, SkillId};
use crate::scenario::{PayOf, Scenario};
use crate::time::{Effort, Elapsed, SimTime};

/// Hours of each weekday, Monday first.
pub(crate) type Week = [[bool; 24]; 7];

/// More people than that take no turn that others of the role have not.
const MOST_LOOKED_AT: usize = 200;
/// Rotas that together come round later than after so many weeks are taken as one week.
const MOST_WEEKS: usize = 60;

/// The hours in which a calendar is open.
pub(super) fn open(scenario: &Scenario, calendar: CalendarId) -> Week {
    scenario.calendars[calendar.index()].hours_by_date().map(|day| day.map(|it| it > 0.0))
}

/// The hours of either.
pub(super) fn or(one: Week, other: Week) -> Week {
    std::array::from_fn(|day| std::array::from_fn(|hour| one[day][hour] || other[day][hour]))
}

/// A role, and the skill of those of its people who are meant; `None`: everybody.
pub(super) type Worker = (RoleId, Option<SkillId>);

/// The hours in which some workers are there: of each week until all rotas come round, or of one week
/// where all are alike.
pub(super) fn covered(scenario: &Scenario, workers: &[Worker]) -> Vec<Week> {
    let mut calendars: Vec<CalendarId> =
        workers.iter().flat_map(|it| at_work(scenario, *it)).collect();
    calendars.sort_unstable_by_key(|it| it.index());
    calendars.dedup();
    let is_taken = |it: &CalendarId| calendars.contains(it);
    let rotas = scenario.rotas.iter().filter(|it| it.iter().any(is_taken));
    let open_turns = rotas.filter(|it| !it.iter().all(is_taken)).map(Vec::len);
    let weeks = open_turns.fold(1, |all, it| all / divisor(all, it) * it);
    if weeks == 1 || weeks > MOST_WEEKS {
        let all = calendars.iter().map(|it| open(scenario, *it));
        return vec![all.fold(Week::default(), or)];
    }
    by_week(scenario, &calendars, weeks)
}

/// The same hours over the whole horizon: a holiday in one of the weeks of a kind is no gap of all.
fn by_week(scenario: &Scenario, calendars: &[CalendarId], weeks: usize) -> Vec<Week> {
    let times = calendars.iter().map(|it| &scenario.calendars[it.index()]);
    let days = scenario.timeline.start_time().day()..scenario.timeline.horizon_time().day();
    let mut covered = vec![Week::default(); weeks];
    let hour = |day: usize, hour: usize| SimTime::midnight(day) + Elapsed::from_hours(hour as f64);
    for time in times {
        // Day 0 and every seventh after it have one weekday.
        let before = time.weekday(0);
        for day in days.clone() {
            let week = &mut covered[(day + before) / 7 % weeks][time.weekday(day)];
            for (at, is_open) in week.iter_mut().enumerate() {
                *is_open |= time.between(hour(day, at), hour(day, at + 1)) > Effort::ZERO;
            }
        }
    }
    covered
}

/// The calendars by which people of a role with a skill work who are there at the start or come on a
/// date, each in the turn that is theirs.
fn at_work(scenario: &Scenario, (role, skill): Worker) -> Vec<CalendarId> {
    let own = &scenario.roles[role.index()];
    let headcount = own.headcount as usize;
    let there = (0..headcount.min(own.people.len() + MOST_LOOKED_AT)).map(|position| {
        let listed = position < own.people.len();
        let pay = if listed { scenario.pay_of_person(role, position) } else { PayOf::default() };
        (pay, position)
    });
    let hires = scenario.hires.iter().enumerate().filter(|it| it.1.role == role);
    let coming = hires.flat_map(|(hire, it)| {
        let count = (it.count as usize).min(MOST_LOOKED_AT);
        std::iter::repeat_n(scenario.pay_of_hire(hire), count)
    });
    let coming = coming.enumerate().map(|(position, pay)| (pay, headcount + position));
    let all = there.chain(coming);
    let able = all.filter(|it| scenario.skills_of(role, it.0).suffice(skill));
    able.map(|(pay, ordinal)| {
        scenario.calendar_of(role, scenario.with_turn(role, pay, ordinal as u32))
    })
    .collect()
}

/// Euclid's.
fn divisor(one: usize, other: usize) -> usize {
    if other == 0 { one } else { divisor(other, one % other) }
}
