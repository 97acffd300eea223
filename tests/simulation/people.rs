//! Absences, stand-ins, ramp-up, mentors and leaving.

use crate::history::Told;
use crate::world::{World, once, task};
use staffcast::SimTime;

#[test]
fn an_absence_is_whole_days_and_leaves_a_role_of_one_uncovered() {
    let world = World::of(&[
        "[roles.desk]\nheadcount = 1\nholiday = { people = [[{ from = 2026-06-03, days = 3 }]] }",
        &task("a", 3, "09:00", 5, "1h"),
    ]);
    let history = world.history();
    assert_eq!(
        history.presence("desk"),
        ["Mon 1 00:00-Wed 3 00:00", "Sat 6 00:00-Wed 1 Jul 00:00"]
    );
    assert_eq!(history.uncovered("desk"), ["Wed 3 00:00-Sat 6 00:00"]);
    assert_eq!(history.work(), ["a Mon 8 09:00-10:00"]);
    let read = world.readings();
    assert_eq!(read.total("uncovered_days", "desk"), 3.0);
    assert_eq!(read.total("paid_hours", "desk"), 22.0 * 8.0);
    assert_eq!(read.total("headcount", "desk"), 1.0);
    assert_eq!(read.total("occupancy", "desk"), 1.0 / (19.0 * 8.0));
}

const HEAD_STANDS_IN: &str = r#"
[roles.desk]
headcount = 2
holiday = { people = [[{ from = 2026-06-02, days = 2 }], [{ from = 2026-06-03, days = 1 }]] }
stand_in = ["head"]
[roles.head]
headcount = 1
"#;

#[test]
fn a_stand_in_takes_work_only_when_nobody_of_the_role_is_there() {
    let history = World::of(&[
        HEAD_STANDS_IN,
        &task("monday", 1, "09:00", 5, "1h"),
        &task("also", 1, "09:00", 5, "2h"),
        &task("third", 1, "09:30", 5, "1h"),
        &task("tuesday", 2, "09:00", 5, "1h"),
        &task("waits", 2, "09:10", 5, "1h"),
        &task("wednesday", 3, "09:00", 5, "1h"),
        &task("thursday", 4, "09:00", 5, "1h"),
    ])
    .history();
    assert_eq!(
        history.work_by_role(),
        [
            "desk monday Mon 1 09:00-10:00",
            "desk also Mon 1 09:00-11:00",
            "desk third Mon 1 10:00-11:00",
            "desk tuesday Tue 2 09:00-10:00",
            "desk waits Tue 2 10:00-11:00",
            "head wednesday Wed 3 09:00-10:00",
            "desk thursday Thu 4 09:00-10:00",
        ]
    );
}

#[test]
fn a_stand_in_takes_over_what_an_absence_put_back() {
    let history = World::of(&[HEAD_STANDS_IN, &task("long", 2, "17:00", 5, "3h")]).history();
    assert_eq!(
        history.work_by_role(),
        ["desk long Tue 2 17:00-Wed 3 00:00", "head long Wed 3 09:00-11:00"]
    );
}

#[test]
fn a_stand_in_finishes_what_it_has_begun() {
    let history = World::of(&[HEAD_STANDS_IN, &task("long", 3, "17:00", 5, "3h")]).history();
    assert_eq!(history.work_by_role(), ["head long Wed 3 17:00-Thu 4 11:00"]);
}

#[test]
fn without_a_stand_in_work_waits_for_its_role() {
    let world = World::of(&[HEAD_STANDS_IN, &task("wednesday", 3, "09:00", 5, "1h")]);
    let history = world.clone().with("roles.desk.stand_in", "[]").history();
    assert_eq!(history.work_by_role(), ["desk wednesday Thu 4 09:00-10:00"]);
}

#[test]
fn urgent_work_interrupts_a_stand_in_too() {
    let history = World::of(&[
        HEAD_STANDS_IN,
        &once("heads", 3, "09:00", "route = [{ effort = \"2h\", role = \"head\" }]"),
        &once(
            "u",
            3,
            "10:00",
            "priority = 1\ninterrupts = true\nroute = [{ effort = \"1h\", role = \"desk\" }]",
        ),
    ])
    .history();
    assert_eq!(
        history.work_by_role(),
        [
            "head heads Wed 3 09:00-10:00",
            "head u Wed 3 10:00-11:00",
            "head heads Wed 3 11:00-12:00",
        ]
    );
}

const ROUND_THE_CLOCK: &str = r#"
[calendars.always]
base = "none"
hours = ["00:00-24:00"]
days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
[roles.desk]
headcount = 1
calendar = "always"
holiday = { people = [[{ from = 2026-06-02, days = 3 }]] }
stand_in = ["head"]
[roles.head]
headcount = 1
calendar = "always"
"#;

#[test]
fn round_the_clock_an_absence_begins_and_ends_at_midnight() {
    let history = World::of(&[ROUND_THE_CLOCK, &task("long", 1, "22:00", 5, "5h")])
        .with("roles.desk.stand_in", "[]")
        .history();
    assert_eq!(history.work(), ["long Mon 1 22:00-Tue 2 00:00", "long Fri 5 00:00-03:00"]);
}

#[test]
fn round_the_clock_a_stand_in_takes_over_at_midnight() {
    let history = World::of(&[ROUND_THE_CLOCK, &task("long", 1, "22:00", 5, "5h")]).history();
    assert_eq!(
        history.work_by_role(),
        ["desk long Mon 1 22:00-Tue 2 00:00", "head long Tue 2 00:00-03:00"]
    );
}

#[test]
fn public_holidays_inside_a_holiday_extend_it() {
    let world = World::of(&[
        "[roles.desk]\nheadcount = 1\nholiday = { blocks = [\"28d\"], season = [\"jun\", \"jun\"] }",
        &task("a", 1, "09:00", 5, "1h"),
    ]);
    // Four weeks in June can only begin on the first. Friday the 12th is a public holiday in Russia.
    assert_eq!(world.history().presence("desk"), ["Mon 29 00:00-Wed 1 Jul 00:00"]);
    let russian = world.with("calendar.base", "ru");
    assert_eq!(russian.history().presence("desk"), ["Tue 30 00:00-Wed 1 Jul 00:00"]);
}

#[test]

fn regular_days_off_do_not_extend_a_holiday() {
    let world = World::of(&[
        "[roles.desk]\nheadcount = 1\nholiday = { blocks = [\"28d\"], season = [\"jun\", \"jun\"] }",
        &task("a", 1, "09:00", 5, "1h"),
    ]);
    let four_days = world.with("calendar.days", "[\"mon\", \"tue\", \"wed\", \"thu\"]");
    assert_eq!(four_days.history().presence("desk"), ["Mon 29 00:00-Wed 1 Jul 00:00"]);
}

#[test]
fn holidays_of_a_role_avoid_each_other() {
    for seed in 0..10 {
        let world = World::of(&[
            "[roles.desk]\nheadcount = 2\nholiday = { blocks = [\"14d\", \"14d\"], season = [\"jun\", \"dec\"] }",
            &task("a", 1, "09:00", 5, "1h"),
        ]);
        let history = world.months(7).seed(seed).history();
        assert!(history.uncovered("desk").is_empty(), "{:?}", history.presence("desk"));
    }
}

#[test]
fn sick_spells_are_whole_days_that_begin_on_working_days() {
    let world = World::of(&[
        "[roles.desk]\nheadcount = 1\nsickness = { spells = 12, length = \"36h\" }",
        &task("a", 1, "09:00", 5, "1h"),
    ]);
    let history = world.months(12).history();
    let calendar = &history.scenario.calendars[0];
    let mut spells = 0;
    for it in &history.told {
        if let Told::Uncovered(_, from, to) = *it {
            spells += 1;
            assert_eq!((from, to), (SimTime::midnight(from.day()), SimTime::midnight(to.day())));
            assert!(calendar.is_working_day(from.day()));
            assert!(to.day() - from.day() >= 2);
        }
    }
    assert!((4..=20).contains(&spells), "{spells} spells a year");
}

const RAMP: &str = r#"
[roles.desk]
headcount = 0
ramp = { from = "50%", months = 2 }
"#;

const NEWCOMER: &str =
    "[[policies]]\nkey = \"as-is\"\nchanges = [{ hire = \"desk\", start = 2026-06-01 }]";

/// Productivity so many hours after the first of June; two months are 61 days.
fn productivity(hours: f64) -> f64 {
    0.5 + 0.5 * hours / (61.0 * 24.0)
}

#[test]
fn productivity_is_read_when_work_starts_and_when_it_resumes() {
    let history = World::of(&[
        RAMP,
        &task("a", 1, "09:00", 5, "5h"),
        &once(
            "u",
            2,
            "09:00",
            "priority = 0\ninterrupts = true\nroute = [{ effort = \"1h\", role = \"desk\" }]",
        ),
        NEWCOMER,
    ])
    .history();
    let of = |key: &str| -> Vec<f64> {
        let spans = history.spans().into_iter().filter(|it| history.stream(it.1) == key);
        spans.map(|it| (it.2.to_worked - it.2.from_worked).hours()).collect()
    };
    // Five hours at half speed do not fit into Monday; the rest is done at Tuesday's speed.
    assert_eq!(of("a")[0], 8.0);
    let urgent = of("u")[0];
    assert!((urgent - 1.0 / productivity(24.0 + 9.0)).abs() < 1e-6);
    let rest = history.spans()[2].2;
    let resumed = rest.from.ticks() as f64 / 3.6e9;
    let left = 5.0 - 8.0 * productivity(9.0);
    assert!((of("a")[1] - left / productivity(resumed)).abs() < 1e-6, "{:?} {left}", of("a"));
}

#[test]
fn a_ready_specialist_has_no_ramp_up() {
    let ready = NEWCOMER.replace("2026-06-01", "2026-06-01, ramp = false");
    let history = World::of(&[RAMP, &task("a", 1, "09:00", 5, "4h"), &ready]).history();
    assert_eq!(history.work(), ["a Mon 1 09:00-13:00"]);
}

#[test]
fn after_the_ramp_up_an_hour_is_an_hour() {
    let history = World::of(&[RAMP, &task("a", 3, "09:00", 5, "4h"), NEWCOMER]).months(3).history();
    let lengths: Vec<f64> =
        history.spans().iter().map(|it| (it.2.to_worked - it.2.from_worked).hours()).collect();
    assert!(lengths[0] > lengths[1] && lengths[1] > 4.0, "{lengths:?}");
    assert_eq!(lengths[2], 4.0);
}

#[test]
fn ramp_up_does_not_slow_meetings() {
    let history = World::of(&[
        RAMP,
        &once(
            "meeting",
            1,
            "09:00",
            "meeting = true\nfor_each = [\"desk\"]\nroute = [{ effort = \"1h\" }]",
        ),
        NEWCOMER,
    ])
    .history();
    assert_eq!(history.work(), ["meeting Mon 1 09:00-10:00"]);
}

fn mentored(people: u32, mentor: &str) -> World {
    let ramp = format!("ramp = {{ from = \"50%\", months = 0.5, mentoring = \"5h\"{mentor} }}");
    World::of(&[
        &format!("[roles.desk]\nheadcount = {people}\n{ramp}\n[roles.head]\nheadcount = 1"),
        &task("a", 30, "17:59", 5, "1min"),
        NEWCOMER,
    ])
}

#[test]
fn a_mentor_of_the_role_gives_hours_each_week_of_the_ramp_up() {
    // Half a month is 15 days: three weeks begin in it.
    let history = mentored(1, "").history();
    assert_eq!(
        history.work_by_role()[..3],
        [
            "desk mentoring Mon 1 09:00-15:00",
            "desk mentoring Mon 8 09:00-15:00",
            "desk mentoring Mon 15 09:00-15:00",
        ]
    );
    assert_eq!(history.hours_on("mentoring"), 15.0);
}

#[test]
fn a_newcomer_who_is_alone_has_no_mentor_unless_another_role_is_named() {
    assert_eq!(mentored(0, "").history().hours_on("mentoring"), 0.0);
    let by_head = mentored(0, ", mentor = \"head\"").history();
    assert_eq!(by_head.hours_on("mentoring"), 15.0);
    assert!(by_head.work_by_role()[0].starts_with("head mentoring"));
}

#[test]
fn leavers_are_replaced_after_the_time_to_fill_and_by_newcomers() {
    let world = World::of(&[
        "[roles.desk]\nheadcount = 3\nattrition = \"80%\"\ntime_to_fill = \"60d\"\nramp = { from = \"50%\", months = 2 }",
        &task("a", 1, "09:00", 5, "1h"),
    ])
    .months(24);
    let history = world.history();
    let gone = history.told.iter().filter_map(|it| match *it {
        Told::Employed(_, from, to) if to < history.scenario.timeline.end_time() => {
            Some((from.day(), to.day()))
        }
        _ => None,
    });
    let gone: Vec<(usize, usize)> = gone.collect();
    let come = history.told.iter().filter_map(|it| match *it {
        Told::Joined(_, at) => Some(at.day()),
        _ => None,
    });
    let mut come: Vec<usize> = come.collect();
    come.sort_unstable();
    assert!(gone.len() >= 3, "the separations of two years are more than the people");
    // The successor is asked for at the notice: two weeks before the last day, but not before the first.
    let asked = gone.iter().map(|&(from, to)| to.saturating_sub(14).max(from));
    let mut expected: Vec<usize> = asked.map(|it| it + 60).collect();
    expected.sort_unstable();
    let end = history.scenario.timeline.end_time().day();
    expected.retain(|it| *it < end);
    assert_eq!(come, expected);
}

#[test]
fn attrition_is_separations_a_year_over_the_average_head_count_also_above_100_per_cent() {
    let office = "[roles.desk]\nheadcount = 200\nattrition = \"150%\"\ntime_to_fill = \"30d\"\n";
    let history = World::of(&[office, &task("a", 1, "09:00", 5, "1h")]).months(24).history();
    let end = history.scenario.timeline.end_time();
    let (mut separations, mut person_days) = (0.0, 0.0);
    for it in &history.told {
        if let Told::Employed(_, from, to) = *it {
            person_days += (to.min(end).day() - from.day()) as f64;
            separations += f64::from(u8::from(to < end));
        }
    }
    // About 560 separations in two years, so that chance moves the rate by 4 %.
    let rate = separations / (person_days / 365.25);
    assert!((rate / 1.5 - 1.0).abs() < 0.13, "{rate}");
    assert!(separations > 2.0 * 200.0, "{separations}");
}

#[test]
fn nobody_replaces_leavers_where_the_role_is_not_replaced() {
    let history = World::of(&[
        "[roles.desk]\nheadcount = 3\nattrition = \"90%\"\nreplaced = false",
        &task("a", 1, "09:00", 5, "1h"),
    ])
    .months(48)
    .history();
    assert!(history.joined().is_empty());
    assert_eq!(history.employment("desk").len(), 3);
    assert_eq!(history.uncovered("desk").len(), 1, "all have left before four years are over");
}

#[test]
fn a_seat_costs_as_much_as_all_who_take_turns_in_it() {
    let cost = |rest: &str| {
        let role = format!(
            "[roles.desk]\nheadcount = 1\npay = 300000\ncontributions = \"general\"\nhiring_cost = 1000\n{rest}\n"
        );
        let stream = "[streams.a]\narrival = { rate = 1, per = \"month\" }\nroute = [{ effort = \"1h\", role = \"desk\" }]\n";
        let hire = "[[policies]]\nkey = \"as-is\"\nchanges = [{ hire = \"desk\", start = 2026-09-01, ramp = false }]\n";
        World::of(&[&role, stream, hire]).months(12).readings().total("cost", "desk")
    };
    // Contributions reach their yearly base in October, as those of one person do.
    let one = cost("");
    assert!((cost("people_per_seat = 4.2") / one - 4.2).abs() < 1e-9);
    assert_eq!(cost("people_per_seat = 1"), one);
}
