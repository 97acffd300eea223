//! `scenarios/reference.toml` loads, and its values are what its comments say.

use super::*;
use crate::ids::{DriverId, MarkId, RoleId, StreamId};
use crate::random::Shape;
use jiff::civil::date;

fn study() -> Study {
    read(reference()).unwrap_or_else(|problems| panic!("{problems}"))
}

const HOUR: f64 = 3_600.0;

#[test]
fn the_question_is_read() {
    let study = study();
    let scenario = &study.baseline().scenario;
    assert_eq!(scenario.name, "reference");
    assert_eq!(scenario.title.ru, "Все ключи");
    assert_eq!((scenario.replications, scenario.seed), (40, 20_260_126));
    assert_eq!(scenario.timeline.months(), 12);
    assert_eq!(scenario.timeline.origin(), date(2026, 1, 1));
    assert_eq!(scenario.lang, Lang::Ru);
    // The scenario's own, three with names, and the two turns of the rota among them.
    assert_eq!((scenario.calendars.len(), scenario.rotas.len()), (6, 1));
    assert_eq!(scenario.calendars[0].regular_day().hours(), 8.0);
    assert_eq!(scenario.calendars[1].regular_week().hours(), 168.0);
    let day = |date| scenario.timeline.day_of(date).unwrap();
    assert!(!scenario.calendars[0].is_working_day(day(date(2026, 12, 30))));
    assert_eq!(scenario.calendars[0].day_work(day(date(2026, 12, 31))).hours(), 4.0);
    assert!(scenario.notes.is_empty());
}

#[test]
fn drivers_are_read() {
    let study = study();
    let drivers = &study.baseline().scenario.drivers;
    let DriverPath::Stock { from, inflow, churn } = drivers[0].path else { panic!() };
    assert_eq!((from, inflow), (Quantity::Known(217.0), Some(DriverId(1))));
    assert!(matches!(churn, Quantity::Uncertain(..)));
    assert_eq!(drivers[0].cap, Some(Quantity::Known(400.0)));
    assert_eq!(drivers[1].steps, [(date(2026, 9, 1), Quantity::Known(1.4))]);
    assert!(matches!(drivers[2].path, DriverPath::Linear { months: 36.0, .. }));
    assert!(matches!(drivers[3].path, DriverPath::Compound { yearly: Quantity::Known(0.2), .. }));
    assert!(matches!(&drivers[4].path, DriverPath::Table(points) if points.len() == 2));
}

#[test]
fn people_are_read() {
    let study = study();
    let roles = &study.baseline().scenario.roles;
    let role = &roles[0];
    assert_eq!((role.headcount, role.calendar.0), (1, 1));
    assert_eq!(
        role.contributions,
        Contributions::Regime { below: 0.3, above: 0.151, base: 2_979_000.0 }
    );
    let holiday =
        Holiday::Yearly { blocks: vec![14, 14], from_month: 4, to_month: 10, apart: true };
    assert_eq!(role.holiday, holiday);
    assert_eq!(role.sickness.length.mean, Quantity::Known(6.0 * 86_400.0));
    assert_eq!(role.sickness.length.shape, Shape::Lognormal { cv: 1.0 });
    assert_eq!(
        role.time_to_fill.shape,
        Shape::Uniform { min: 54.0 * 86_400.0, max: 74.0 * 86_400.0 }
    );
    assert_eq!(role.time_to_fill.mean, Quantity::Known(1.0));
    assert_eq!(role.ramp.mentor, Some(RoleId(1)));
    assert_eq!(role.ramp.mentoring, Quantity::Known(5.0 * HOUR));
    assert_eq!(role.stand_in, [RoleId(1)]);
    assert_eq!(roles[1].holiday, Holiday::None);
    assert_eq!(roles[1].ramp.from, Quantity::Known(1.0));
    assert!(roles[1].replaced);
}

#[test]
fn arrivals_are_read() {
    let study = study();
    let streams = &study.baseline().scenario.streams;
    let Arrival::Rate(rate) = &streams[0].arrival else { panic!() };
    assert_eq!((rate.rate, rate.per), (Quantity::Known(3_500.0), Per::Year));
    assert_eq!((rate.driver, rate.at), (Some(DriverId(0)), Quantity::Known(217.0)));
    assert_eq!(rate.share.as_ref().unwrap().all.len(), 2);
    let Arrival::Rate(rate) = &streams[1].arrival else { panic!() };
    assert_eq!((rate.profile.weekdays[0], rate.profile.weekdays[6]), (1.2, 0.0));
    assert_eq!(
        (rate.profile.months[0], rate.profile.months[1], rate.profile.months[6]),
        (1.15, 1.0, 0.9)
    );
    assert_eq!(
        (rate.profile.hours.len(), rate.profile.hours[0][9], rate.profile.hours[0][8]),
        (1, 1.5, 1.0)
    );
    assert_eq!(rate.profile.day_cv, 0.2);
    assert_eq!(streams[2].arrival, Arrival::Spawned);
    assert!(matches!(&streams[3].arrival, Arrival::Rate(rate) if rate.profile.regular));
    let Arrival::Recurrence(weekly) = &streams[4].arrival else { panic!() };
    assert_eq!(weekly.days, Days::Weekly { weekdays: vec![0], every: 1 });
    assert_eq!(weekly.at, Some(10.0 * HOUR));
    let Arrival::Recurrence(calls) = &streams[6].arrival else { panic!() };
    assert_eq!((&calls.days, calls.count), (&Days::MonthSpan(20, 31), Count::Between(15, 25)));
    assert_eq!(calls.driver, Some((DriverId(0), Quantity::Known(300.0))));
    assert_eq!(calls.at, Some(9.5 * HOUR));
}

#[test]
fn routes_are_read() {
    let study = study();
    let scenario = &study.baseline().scenario;
    let route = &scenario.streams[0].route;
    let Step::Effort(first) = &route[0] else { panic!() };
    assert!(matches!(first.time[0].mean, Quantity::Uncertain(_, 1.0)));
    assert_eq!(first.stand_in.as_deref(), Some(&[RoleId(1)][..]));
    let Step::Branch { probability, steps, otherwise } = &route[1] else { panic!() };
    assert_eq!((*probability, steps.len(), otherwise.len()), (Quantity::Known(0.125), 3, 1));
    let Step::Spawn { stream, count, .. } = steps[0] else { panic!() };
    assert_eq!((stream, count), (StreamId(2), Count::Fixed(Quantity::Known(1.0))));
    assert_eq!(route[2], Step::Mark(SOLVED));
    let Step::Reopen { delay, clock, .. } = &route[3] else { panic!() };
    assert_eq!((delay.mean, *clock), (Quantity::Known(24.0 * HOUR), Clock::Working));
    let project = &scenario.streams[3].route;
    let Step::Wait(agreed) = &project[1] else { panic!() };
    assert_eq!(agreed.time.mean, Quantity::Known(24.0 * HOUR), "three regular days of eight hours");
    let Step::Effort(visit) = &project[2] else { panic!() };
    assert!(visit.visit && visit.within_day && visit.time.len() == 2);
    let Step::Effort(joint) = &project[3] else { panic!() };
    assert!(joint.within_day && joint.together_with == Some(RoleId(1)));
    let Step::Effort(planning) = &scenario.streams[4].route[0] else { panic!() };
    assert_eq!(planning.role, RoleId(1), "the first of for_each");
    assert_eq!(scenario.marks, ["created", "contact", "solved", "closed"]);
}

#[test]
fn service_levels_are_read() {
    let study = study();
    let slas = &study.baseline().scenario.slas;
    let keys: Vec<&str> = slas.iter().map(|it| it.key.as_str()).collect();
    let all = [
        "ticket.emergency/contact",
        "ticket.emergency/solved",
        "ticket.consultation/solved",
        "project/in_time",
        "phone/answered",
    ];
    assert_eq!(keys, all);
    assert_eq!((slas[0].from, slas[0].to), (CREATED, MarkId(1)));
    assert_eq!(
        slas[0].limits,
        [Limit { clock: LimitClock::Working, time: Quantity::Known(900.0) }]
    );
    assert_eq!(slas[1].pauses.len(), 2);
    let limits = [
        Limit { clock: LimitClock::Working, time: Quantity::Known(48.0 * HOUR) },
        Limit { clock: LimitClock::CalendarDays, time: Quantity::Known(5.0 * 86_400.0) },
    ];
    assert_eq!((&slas[2].limits[..], slas[2].compose), (&limits[..], Compose::Earlier));
    let weeks = Limit { clock: LimitClock::Calendar, time: Quantity::Known(28.0 * 86_400.0) };
    assert_eq!((slas[3].limits[0], slas[3].target), (weeks, 0.95));
}

#[test]
fn patience_is_read() {
    let study = study();
    let scenario = &study.baseline().scenario;
    let phone = scenario.streams.last().unwrap();
    let patience = phone.patience.as_ref().unwrap();
    assert_eq!((patience.time.mean, patience.clock), (Quantity::Known(300.0), Clock::Calendar));
    let retrial = phone.retrial.as_ref().unwrap();
    assert_eq!((retrial.probability, retrial.clock), (Quantity::Known(0.3), Clock::Calendar));
    assert_eq!(retrial.after.shape, Shape::Exponential);
    let steps: Vec<_> = crate::scenario::route::efforts(&phone.route).collect();
    assert_eq!(steps[0].patience, None);
    assert_eq!(steps[1].patience.as_ref().unwrap().time.mean, Quantity::Known(1_800.0));
    assert_eq!(scenario.slas[4].abandoned, Abandoned::Missed);
}

#[test]
fn policies_are_read() {
    let study = study();
    assert_eq!(study.policies.len(), 4);
    let now = &study.policies[1].scenario;
    assert_eq!(now.hires, [Hire::new(RoleId(0), date(2026, 2, 2), 1)]);
    let season = &study.policies[2].scenario.hires[0].person;
    assert_eq!((season.until, season.pay), (Some(date(2026, 8, 31)), Some(Quantity::Known(1e5))));
    let all = &study.policies[3].scenario;
    assert_eq!((all.triggers.len(), all.contractors.len(), all.automations.len()), (5, 1, 1));
    assert_eq!((all.triggers[0].count, all.triggers[0].most), (2, 4));
    let rule = &all.hiring_rules[0];
    assert_eq!((rule.role, rule.now, rule.most, rule.cover), (RoleId(0), 1, 4, 2));
    let temporary = rule.temporary.as_ref().unwrap();
    assert_eq!((temporary.pay, temporary.ramp), (Some(Quantity::Known(1e5)), true));
    assert_eq!(temporary.time_to_fill.as_ref().unwrap().mean, Quantity::Known(864_000.0));
    assert_eq!((rule.target, rule.first, rule.review), (0.85, 1.0, 3.0));
    assert_eq!((rule.last, &rule.outlook), (Some(9.0), &None));
    assert!(matches!(all.triggers[2].watch, Watch::Occupancy(RoleId(0))));
    assert_eq!((all.triggers[2].level, all.triggers[2].months), (0.85, 3));
    assert_eq!(all.triggers[3].side, Side::Below);
    let overtime = all.roles[1].overtime.unwrap();
    assert_eq!((overtime.usual.0, overtime.factor, all.roles[1].calendar.0), (0, 1.5, 6));
    assert_eq!(all.roles[0].overtime_law, OvertimeLaw::RUSSIA);
    assert_eq!(all.contractors[0].lead.mean, Quantity::Known(2.0 * 86_400.0));
    assert_eq!(all.automations[0].from, Some(date(2026, 6, 1)));
    assert_eq!(all.discipline, Discipline::EarliestDue);
    assert_eq!(all.roles[0].headcount, 2);
    assert!(!all.streams[0].interrupts && all.streams[0].noticed_after.is_some());
}

#[test]
fn plan_claims_and_sources_are_read() {
    let study = study();
    let scenario = &study.baseline().scenario;
    let plan = &scenario.planning;
    assert_eq!((plan.confidence, plan.late_cost, plan.early_cost), (0.9, 3.0, 1.0));
    assert_eq!(plan.roles, [(RoleId(0), 2)]);
    assert_eq!((plan.goals.len(), plan.goals[0].1), (1, 0.95));
    assert_eq!(plan.required.len(), 3);
    assert_eq!(plan.rules, ["everything"]);
    let tests = &scenario.claims[0].tests;
    assert_eq!((tests[0].bounds.at_least, tests[0].policy.as_deref()), (Some(0.95), Some("as-is")));
    assert_eq!((tests[1].months, tests[1].factor), (Some((1, 12)), 0.23));
    assert_eq!(tests[1].breakeven.as_ref(), Some(&scenario.inputs[3].path));
    let found = scenario.sources.iter().find(|it| it.source == "P-14").unwrap();
    assert_eq!(
        (found.path.as_str(), found.value.as_str()),
        ("streams.ticket.emergency.route[0].effort.mean", "1h – 2h")
    );
    let input = &scenario.inputs[3];
    assert_eq!(
        (input.title.en.as_str(), input.unit.as_str(), input.scale),
        ("Effort a ticket", "h", HOUR)
    );
    assert_eq!(input.range, Range::Uniform { min: HOUR, max: 2.0 * HOUR });
}
