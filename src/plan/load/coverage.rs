//! Coverage: hours in which work comes, or a limit runs, while nobody who may do it works, and people
//! whom no work can reach.
//!
//! By the regular week: public holidays and absences are everybody's. Stand-ins count only where the
//! role that they stand in for has nobody at all, since they help on no other day.

use super::weeks::{self, Week, Worker, open, or};
use crate::ids::{RoleId, StreamId};
use crate::scenario::{
    Arrival, Holiday, Per, Person, Quantity, Role, Scenario, Sla, Stream, route,
};

/// One hour alone is a break and no gap.
const GAP: usize = 2;

/// Hours in which nobody is there for work that comes, or whose limit runs.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Uncovered {
    /// The work.
    pub(crate) streams: Vec<StreamId>,
    /// Who does it.
    pub(crate) roles: Vec<RoleId>,
    /// When none of them works.
    pub(crate) hours: Week,
    /// Whether it comes then; else only the clock of a limit runs.
    pub(crate) comes: bool,
    /// Where people take turns: in how many weeks, of how many.
    pub(crate) weeks: Option<(usize, usize)>,
}

/// People whom no work reaches.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Idle {
    /// The roles, those that stand in for the same together.
    pub(crate) roles: Vec<RoleId>,
    /// The roles for which they stand in when none of their people is there; mostly empty.
    pub(crate) stands_in_for: Vec<RoleId>,
}

/// Every gap, streams with the same one together.
pub(crate) fn uncovered(scenario: &Scenario) -> Vec<Uncovered> {
    let mut found: Vec<Uncovered> = Vec::new();
    for (index, stream) in scenario.streams.iter().enumerate() {
        let id = StreamId::new(index);
        let first = workers(scenario, stream, 1);
        let all = workers(scenario, stream, usize::MAX);
        let slas = scenario.slas.iter().filter(|it| it.stream == id);
        let clock = slas.fold(Week::default(), |week, it| or(week, clock(scenario, it)));
        let comes = gaps(scenario, arrivals(scenario, stream), &first);
        let runs = gaps(scenario, clock, &all);
        let (workers, gaps, comes) = match comes.is_empty() {
            false => (first, comes, true),
            true => (all, runs, false),
        };
        let mut roles: Vec<RoleId> = workers.into_iter().map(|it| it.0).collect();
        roles.dedup();
        for (hours, weeks) in gaps {
            let gap = Uncovered { streams: Vec::new(), roles: roles.clone(), hours, comes, weeks };
            let same =
                |it: &&mut Uncovered| Uncovered { streams: Vec::new(), ..(**it).clone() } == gap;
            match found.iter_mut().find(same) {
                Some(it) => it.streams.push(id),
                None => found.push(Uncovered { streams: vec![id], ..gap }),
            }
        }
    }
    found
}

/// Every role with people whom no work reaches, those that stand in for the same together.
pub(crate) fn idle(scenario: &Scenario) -> Vec<Idle> {
    let mut works = vec![false; scenario.roles.len()];
    let mut stands_in: Vec<Vec<RoleId>> = vec![Vec::new(); scenario.roles.len()];
    for stream in &scenario.streams {
        stream.for_each.iter().for_each(|it| works[it.index()] = true);
        for effort in route::efforts(&stream.route).filter(|_| stream.for_each.is_empty()) {
            effort.roles().for_each(|it| works[it.index()] = true);
            for it in effort.stand_ins(&scenario.roles) {
                let others = &mut stands_in[it.index()];
                if !others.contains(&effort.role) {
                    others.push(effort.role);
                }
            }
        }
    }
    for mentor in scenario.roles.iter().filter_map(|it| it.ramp.mentor) {
        works[mentor.index()] = true;
    }
    let roles = works.into_iter().zip(stands_in).enumerate();
    let unreached = roles.filter(|(role, (works, others))| {
        let alone = |it: &RoleId| !has_people(scenario, *it);
        !works && has_people(scenario, RoleId::new(*role)) && !others.iter().any(alone)
    });
    let mut found: Vec<Idle> = Vec::new();
    for (role, (_, stands_in_for)) in unreached {
        match found.iter_mut().find(|it| it.stands_in_for == stands_in_for) {
            Some(it) => it.roles.push(RoleId::new(role)),
            None => found.push(Idle { roles: vec![RoleId::new(role)], stands_in_for }),
        }
    }
    found
}

/// Stand-ins who never stand in: those whose place they would take are always there.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NeverAway {
    /// Who is always there.
    pub(crate) roles: Vec<RoleId>,
    /// Who would stand in, and has work of their own.
    pub(crate) stand_ins: Vec<RoleId>,
}

/// Every such case but those of people without work of their own, who are [`idle`].
pub(crate) fn never_away(scenario: &Scenario, idle: &[Idle]) -> Vec<NeverAway> {
    let mut found = Vec::new();
    for stream in scenario.streams.iter().filter(|it| it.for_each.is_empty()) {
        for effort in route::efforts(&stream.route) {
            let stand_ins = effort.stand_ins(&scenario.roles).iter().copied();
            let works = |it: &RoleId| !idle.iter().any(|idle| idle.roles.contains(it));
            let stand_ins: Vec<RoleId> =
                stand_ins.filter(|it| has_people(scenario, *it) && works(it)).collect();
            let roles: Vec<RoleId> = effort.roles().collect();
            let always = roles.iter().any(|it| is_always_there(scenario, *it));
            let it = NeverAway { roles, stand_ins };
            if always && !it.stand_ins.is_empty() && !found.contains(&it) {
                found.push(it);
            }
        }
    }
    found
}

/// Whether somebody of a role is there from the beginning to the end: nobody is ever away or leaves.
fn is_always_there(scenario: &Scenario, role: RoleId) -> bool {
    let it = &scenario.roles[role.index()];
    let listed = it.people.iter().all(|person| stays(it, Some(person)));
    it.headcount > 0 && listed && stays(it, None)
}

/// Whether somebody of a role, who may not be like the others, is never away and does not leave.
pub(super) fn stays(role: &Role, person: Option<&Person>) -> bool {
    let nothing = Quantity::Known(0.0);
    let works_on = match person.and_then(|it| it.away.as_ref()) {
        Some(away) => away.is_empty(),
        None => role.holiday == Holiday::None,
    };
    works_on
        && person.is_none_or(|it| it.until.is_none())
        && role.sickness.spells == nothing
        && role.attrition == nothing
        && role.overload.is_none()
}

/// Whether anybody is in a role at the start, or comes on a date.
fn has_people(scenario: &Scenario, role: RoleId) -> bool {
    scenario.roles[role.index()].headcount > 0 || scenario.hires.iter().any(|it| it.role == role)
}

/// Who may do the first steps of a stream at which somebody works.
fn workers(scenario: &Scenario, stream: &Stream, steps: usize) -> Vec<Worker> {
    if !stream.for_each.is_empty() {
        return stream.for_each.iter().map(|it| (*it, None)).collect();
    }
    let is_anybody =
        |(role, skill): &Worker| scenario.people_of(*role).any(|it| it.1.suffice(*skill));
    let mut workers = Vec::new();
    for effort in route::efforts(&stream.route).take(steps) {
        let able = |it: RoleId| (it, effort.skill);
        let others = effort.together_with.map(|it| (it, None));
        let own = effort.doers().map(able).chain(others);
        let own: Vec<Worker> = own.filter(is_anybody).collect();
        let stand_ins = effort.stand_ins(&scenario.roles).iter().map(|it| able(*it));
        match own.is_empty() {
            true => workers.extend(stand_ins.filter(is_anybody)),
            false => workers.extend(own),
        }
    }
    workers.sort_unstable();
    workers.dedup();
    workers
}

/// The hours in which work comes at random, as its calendar and its profile say. What comes around
/// the clock on purpose (`per = "calendar-day"`), on dates or from other work leaves no gap.
fn arrivals(scenario: &Scenario, stream: &Stream) -> Week {
    let Arrival::Rate(rate) = &stream.arrival else { return Week::default() };
    if rate.per == Per::CalendarDay {
        return Week::default();
    }
    let mut week = open(scenario, stream.calendar);
    for (weekday, hours) in week.iter_mut().enumerate() {
        let weights = rate.profile.hours.get(weekday).or(rate.profile.hours.first());
        for (hour, open) in hours.iter_mut().enumerate() {
            let weight = weights.map_or(1.0, |it| it[hour]);
            *open &= weight > 0.0 && rate.profile.weekdays[weekday] > 0.0;
        }
    }
    week
}

/// The hours in which the clock of an SLA runs that counts working time.
fn clock(scenario: &Scenario, sla: &Sla) -> Week {
    match sla.limits.iter().any(|it| it.clock.is_of_working_time()) {
        true => open(scenario, sla.calendar),
        false => Week::default(),
    }
}

/// Hours of a week, and in how many weeks of how many where people take turns.
type Gap = (Week, Option<(usize, usize)>);

/// The hours of a week in which none of the workers is there, weeks with the same ones together; none where
/// there are no workers at all, or where no gap is longer than a break.
fn gaps(scenario: &Scenario, asked: Week, workers: &[Worker]) -> Vec<Gap> {
    if workers.is_empty() {
        return Vec::new();
    }
    let covered = weeks::covered(scenario, workers);
    let gap = |covered: &Week| -> Week {
        std::array::from_fn(|day| {
            std::array::from_fn(|hour| asked[day][hour] && !covered[day][hour])
        })
    };
    let is_long = |gap: &Week| gap.as_flattened().windows(GAP).any(|it| it.iter().all(|it| *it));
    let mut found: Vec<(Week, usize)> = Vec::new();
    for gap in covered.iter().map(gap).filter(is_long) {
        match found.iter_mut().find(|it| it.0 == gap) {
            Some(it) => it.1 += 1,
            None => found.push((gap, 1)),
        }
    }
    let of = covered.len();
    found.into_iter().map(|(gap, weeks)| (gap, (weeks < of).then_some((weeks, of)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load_text;

    /// A desk from 8 to 18, an early and a late person.
    fn scenario(rest: &str) -> Scenario {
        scenario_with(rest, ("", ""))
    }

    /// The same with one text in place of another.
    fn scenario_with(rest: &str, (old, new): (&str, &str)) -> Scenario {
        let text = format!(
            "[scenario]\nname = \"x\"\nstart = 2026-02-02\nmonths = 3\n\
             [calendar]\nbase = \"none\"\nhours = [\"08:00-18:00\"]\n\
             [calendars.early]\nbase = \"none\"\nhours = [\"08:00-12:00\", \"13:00-16:00\"]\n\
             [calendars.late]\nbase = \"none\"\nhours = [\"12:00-18:00\"]\n\
             [roles.early]\nheadcount = 1\ncalendar = \"early\"\n\
             [roles.late]\nheadcount = 1\ncalendar = \"late\"\n{rest}"
        );
        let text = if old.is_empty() { text } else { text.replacen(old, new, 1) };
        let study = load_text("x.toml", &text, None, &[], None);
        study.unwrap_or_else(|it| panic!("{it}")).policies.remove(0).scenario
    }

    fn stream(name: &str, arrival: &str, route: &str) -> String {
        format!("[streams.{name}]\narrival = {{ {arrival} }}\nroute = [{route}]\n")
    }

    const RATE: &str = "rate = 5, per = \"working-day\"";
    const EARLY: &str = "{ effort = \"10min\", role = \"early\" }";
    const LATE: &str = "{ effort = \"10min\", role = \"late\" }";

    /// The hours of a Tuesday.
    fn tuesday(it: &Uncovered) -> Vec<usize> {
        assert!(!it.hours[5].contains(&true), "Saturdays are closed");
        (0..24).filter(|hour| it.hours[1][*hour]).collect()
    }

    #[test]
    fn a_late_shift_that_only_stands_in_covers_no_evening() {
        let steps = EARLY.replace(" }", ", stand_in = [\"late\"] }");
        let scenario = scenario(&stream("s", RATE, &steps));
        let found = uncovered(&scenario);
        assert_eq!(found.len(), 1);
        // The hour of lunch belongs to the gap of the day, but is none alone.
        assert_eq!((tuesday(&found[0]), found[0].comes), (vec![12, 16, 17], true));
        let idle = idle(&scenario);
        assert_eq!(
            idle,
            [Idle { roles: vec![RoleId::new(1)], stands_in_for: vec![RoleId::new(0)] }]
        );
    }

    #[test]
    fn whoever_has_work_is_not_idle_and_a_lunch_hour_is_no_gap() {
        let until_four = format!("{RATE}, hours = {{ 16 = 0, 17 = 0 }}");
        let both =
            scenario(&(stream("a", &until_four, EARLY) + &stream("b", "on = \"daily\"", LATE)));
        assert_eq!((uncovered(&both), idle(&both)), (Vec::new(), Vec::new()));
    }

    #[test]
    fn a_role_that_no_route_names_is_reached_by_no_work() {
        let found = idle(&scenario(&stream("s", RATE, EARLY)));
        assert_eq!(found, [Idle { roles: vec![RoleId::new(1)], stands_in_for: Vec::new() }]);
    }

    #[test]
    fn night_mail_on_purpose_is_no_gap_and_a_clock_that_runs_then_is_one() {
        let mail = stream("s", "rate = 5, per = \"calendar-day\"", EARLY)
            + &stream("b", "on = \"daily\"", LATE);
        assert!(uncovered(&scenario(&mail)).is_empty());
        let clock = "[calendars.day]\nbase = \"none\"\nhours = [\"00:00-24:00\"]\n\
             [streams.s.sla.x]\nto = \"closed\"\nwithin = \"4h\"\ntarget = \"90%\"\ncalendar = \"day\"\n";
        let found = uncovered(&scenario(&(mail + clock)));
        assert_eq!((found.len(), found[0].comes), (1, false));
        assert!(tuesday(&found[0]).starts_with(&[0, 1, 2, 3, 4, 5, 6, 7, 12, 16]));
    }

    #[test]
    fn hours_of_people_without_the_skill_cover_no_work_that_asks_for_it() {
        let both = EARLY.replace("\"early\"", "[\"early\", \"late\"]");
        let asks = both.replace(" }", ", skill = \"net\" }");
        let text = stream("s", RATE, &both) + &stream("n", RATE, &asks);
        let able = |role: &str| {
            let skills = format!("[roles.{role}]\nskills = [\"net\"]");
            uncovered(&scenario_with(&text, (&format!("[roles.{role}]"), &skills)))
        };
        assert_eq!(tuesday(&able("early")[0]), [12, 16, 17]);
        assert_eq!(tuesday(&able("late")[0]), [8, 9, 10, 11]);
        assert_eq!(able("late")[0].streams, [StreamId::new(1)]);
    }

    #[test]
    fn stand_ins_count_where_the_role_has_nobody() {
        let steps = EARLY.replace(" }", ", stand_in = [\"late\"] }");
        let text =
            stream("s", &format!("{RATE}, hours = {{ 8 = 0, 9 = 0, 10 = 0, 11 = 0 }}"), &steps);
        let mut scenario = scenario(&text);
        scenario.roles[0].headcount = 0;
        assert!(uncovered(&scenario).is_empty() && idle(&scenario).is_empty());
    }

    /// A desk that is open from 6 to 22, early and late in turns.
    fn in_turns(people: u32, rest: &str) -> Vec<Uncovered> {
        let text = format!(
            "[scenario]\nname = \"x\"\nstart = 2026-02-02\nmonths = 3\n\
             [calendar]\nbase = \"ru\"\nhours = [\"06:00-22:00\"]\n\
             [calendars.early]\nbase = \"ru\"\nhours = [\"06:00-14:00\"]\n\
             [calendars.late]\nbase = \"ru\"\nhours = [\"14:00-22:00\"]\n\
             [calendars.turns]\nrota = [\"early\", \"late\", \"late\"]\n\
             [roles.desk]\nheadcount = {people}\ncalendar = \"turns\"\n{rest}"
        ) + &stream("s", RATE, "{ effort = \"10min\", role = \"desk\" }");
        let study = load_text("x.toml", &text, None, &[], None);
        let study = study.unwrap_or_else(|it| panic!("{it}"));
        uncovered(&study.baseline().scenario)
    }

    #[test]
    fn fewer_people_than_weeks_of_a_rota_leave_hours_open_in_some_weeks() {
        // Of the three turns two are taken: the first two are late together in one week of three, and
        // the hours of the early shift are nobody's then.
        let found = in_turns(2, "");
        assert_eq!((found.len(), found[0].weeks), (1, Some((1, 3))));
        assert_eq!(tuesday(&found[0]), (6..14).collect::<Vec<_>>());
        // Alone, the late hours are nobody's in one week and the early ones in two.
        let alone = in_turns(1, "");
        assert_eq!((alone[0].weeks, alone[1].weeks), (Some((2, 3)), Some((1, 3))));
        assert_eq!(tuesday(&alone[0]), (6..14).collect::<Vec<_>>());
        assert_eq!(tuesday(&alone[1]), (14..22).collect::<Vec<_>>());
    }

    #[test]
    fn a_rota_of_which_every_turn_is_taken_leaves_no_gap_and_a_permanent_shift_fills_one() {
        assert_eq!(in_turns(3, ""), []);
        let early = "[roles.desk.ramp]\nfrom = 1\nmonths = 0\n";
        assert_eq!(in_turns(4, early), []);
        assert_eq!(in_turns(3, "people = [{ calendar = \"early\" }]\n"), []);
    }

    #[test]
    fn hours_that_only_the_role_has_and_none_of_its_people_are_covered_by_nobody() {
        let found = in_turns(1, "people = [{ calendar = \"early\" }]\n");
        assert_eq!((found.len(), found[0].weeks), (1, None));
        assert_eq!(tuesday(&found[0]), (14..22).collect::<Vec<_>>());
    }
}
