//! People who take turns: rotas, breaks in turns, and hours that change on a date.

use crate::world::{Read, World, task};

const SHIFTS: &str = r#"
[calendars.early]
base = "none"
hours = ["06:00-14:00"]
[calendars.late]
base = "none"
hours = ["14:00-22:00"]
[calendars.night]
base = "none"
hours = ["22:00-06:00"]
[calendars.shifts]
rota = ["early", "late", "night"]
"#;

fn desk(people: u32) -> String {
    format!(
        "[roles.desk]\nheadcount = {people}\ncalendar = \"shifts\"\npay = 3000\ncontributions = 0\n"
    )
}

#[test]
fn one_person_goes_through_the_weeks_of_a_rota() {
    // The week of 1 June is early, that of the 8th late, that of the 15th night, then early again.
    let parts = [
        task("a", 1, "12:00", 5, "3h"),
        task("b", 8, "12:00", 5, "3h"),
        task("c", 15, "12:00", 5, "3h"),
        task("d", 19, "12:00", 5, "9h"),
    ];
    let history = World::of(&[SHIFTS, &desk(1), &parts.concat()]).history();
    assert_eq!(
        history.work(),
        [
            "a Mon 1 12:00-Tue 2 07:00",
            "b Mon 8 14:00-17:00",
            "c Mon 15 22:00-Tue 16 01:00",
            // The night of Friday ends on Saturday; the early week begins on Monday at six.
            "d Fri 19 22:00-Mon 22 07:00",
        ]
    );
}

#[test]
fn three_people_keep_a_desk_open_day_and_night_whoever_is_there() {
    let all: String = (0..20)
        .map(|it| {
            task(
                &format!("s{it}"),
                1 + it,
                ["07:00", "15:00", "23:00"][it as usize % 3],
                5,
                "30min",
            )
        })
        .collect();
    let world = World::of(&[SHIFTS, &desk(3), &all])
        .with("calendar.hours", "[\"00:00-24:00\"]")
        .with("calendar.days", "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]");
    let history = world.history();
    let waited: Vec<f64> = (0..20).flat_map(|it| history.contacts(&format!("s{it}"))).collect();
    assert_eq!(waited.len(), 20);
    // No clock runs from Saturday at six to Monday at six: what comes on a Saturday is begun then, and
    // what comes on a Sunday half an hour later.
    let waiting: Vec<usize> = (0..20).filter(|&it| waited[it] > 0.0).collect();
    assert_eq!((waiting, waited[6], waited[13]), (vec![6, 13], 0.5, 0.5));
    // 22 working days of eight hours each; the nights of one week end on Saturday, and the last
    // night of June, which begins on Tuesday the 30th, is worked to midnight.
    let read = Read::of(world.scenario(), 1, 0);
    assert_eq!(read.total("paid_hours", "desk"), 3.0 * 22.0 * 8.0 - 6.0);
    assert_eq!(read.total("headcount", "desk"), 3.0);
    assert!((read.total("cost", "desk") - 9000.0).abs() < 1e-9);
}

#[test]
fn whoever_comes_after_somebody_takes_their_turn() {
    // People leave all the time and are replaced at once: every week all three turns have somebody.
    let role = desk(3) + "attrition = \"95%\"\n";
    let world = World::of(&[SHIFTS, &role, &task("a", 1, "07:00", 5, "1h")]).months(24);
    let read = Read::of(world.scenario(), 1, 0);
    assert!(world.history().left().len() > 3);
    let of_months = read.monthly("paid_hours", "desk");
    let alone = World::of(&[SHIFTS, &desk(3), &task("a", 1, "07:00", 5, "1h")]).months(24);
    let steady = Read::of(alone.scenario(), 1, 0).monthly("paid_hours", "desk");
    let most = of_months.iter().zip(&steady).map(|it| (it.0 - it.1).abs()).fold(0.0, f64::max);
    // But for a night, or a half of one, in the days of a change.
    assert!(most <= 8.0, "{most}");
}

#[test]
fn breaks_in_turns_keep_somebody_at_the_telephone() {
    let role = "[calendars.lunch]\nbase = \"none\"\nhours = [\"09:00-13:00\", \"14:00-18:00\"]\n\
                break_turns = 2\n[roles.desk]\nheadcount = 2\ncalendar = \"lunch\"\n";
    let history = World::of(&[
        role,
        &task("a", 1, "13:10", 5, "20min"),
        &task("b", 1, "13:15", 5, "10min"),
        &task("c", 1, "14:10", 5, "20min"),
        &task("d", 1, "14:15", 5, "10min"),
        &task("e", 1, "15:00", 5, "10min"),
        &task("f", 1, "15:00", 5, "10min"),
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "a Mon 1 13:10-13:30",
            "b Mon 1 13:30-13:40",
            "c Mon 1 14:10-14:30",
            "d Mon 1 14:30-14:40",
            "e Mon 1 15:00-15:10",
            "f Mon 1 15:00-15:10",
        ]
    );
}

const CHANGES: &str = r#"
[calendars.early]
base = "none"
hours = ["08:00-16:00"]
[calendars.late]
base = "none"
hours = ["12:00-20:00"]
[calendars.both]
rota = ["early", "late"]
[roles.desk]
headcount = 2
calendar = "early"
pay = 3000
contributions = 0
[[policies]]
key = "as-is"
[[policies]]
key = "second-shift"
changes = [{ other_hours = "desk", calendar = "late", from = 2026-06-10, people = 1 }]
[[policies]]
key = "later"
changes = [{ other_hours = "desk", calendar = "late", from = 2026-06-10 }]
[[policies]]
key = "rota"
changes = [{ other_hours = "desk", calendar = "both", from = 2026-06-08 }]
"#;

/// When work of 17:30 is begun, before and after.
fn evenings(policy: &str) -> Vec<String> {
    let parts = [
        task("a", 9, "17:30", 5, "1h"),
        task("b", 10, "17:30", 5, "1h"),
        task("c", 17, "17:30", 5, "1h"),
    ];
    World::of(&[CHANGES, &parts.concat()]).history_under(policy).work()
}

#[test]
fn a_second_shift_begins_on_its_date() {
    let until_morning = ["a Wed 10 08:00-09:00", "b Thu 11 08:00-09:00", "c Thu 18 08:00-09:00"];
    assert_eq!(evenings("as-is"), until_morning);
    let answered = ["a Wed 10 08:00-09:00", "b Wed 10 17:30-18:30", "c Wed 17 17:30-18:30"];
    assert_eq!(evenings("second-shift"), answered);
    let all_later = ["a Wed 10 12:00-13:00", "b Wed 10 17:30-18:30", "c Wed 17 17:30-18:30"];
    assert_eq!(evenings("later"), all_later);
    // From the 8th on one of the two is there in the evening, each in another week.
    let in_turns = ["a Tue 9 17:30-18:30", "b Wed 10 17:30-18:30", "c Wed 17 17:30-18:30"];
    assert_eq!(evenings("rota"), in_turns);
}

#[test]
fn other_hours_are_as_many_and_paid_as_before() {
    let world = World::of(&[CHANGES, &task("a", 9, "17:30", 5, "1h")]);
    for policy in ["as-is", "second-shift", "later", "rota"] {
        let read = Read::of(world.policy(policy), 1, 0);
        assert_eq!(read.total("paid_hours", "desk"), 2.0 * 22.0 * 8.0, "{policy}");
        assert!((read.total("cost", "desk") - 6000.0).abs() < 1e-9, "{policy}");
        assert_eq!(read.total("headcount", "desk"), 2.0, "{policy}");
    }
}

#[test]
fn part_time_in_a_rota_works_a_part_of_every_turn() {
    let role = "[roles.desk]\nheadcount = 2\ncalendar = \"shifts\"\n\
                people = [{ fte = \"50%\" }]\npay = 3000\ncontributions = 0\n";
    let parts = [
        task("a", 1, "07:00", 5, "1h"),
        task("b", 1, "11:00", 5, "1h"),
        task("c", 1, "21:00", 5, "2h"),
    ];
    let world = World::of(&[SHIFTS, role, &parts.concat()]);
    // The part-timer has the first turn, until ten; the other is late, until 22:00.
    let expected = ["a Mon 1 07:00-08:00", "b Mon 1 14:00-15:00", "c Mon 1 21:00-Tue 2 15:00"];
    assert_eq!(world.history().work()[..2], expected[..2]);
    let read = Read::of(world.scenario(), 1, 0);
    assert!((read.total("cost", "desk") - 4500.0).abs() < 1e-9);
    // The last night of the other is worked to midnight in June.
    assert!((read.total("fte", "desk") - (1.5 - 6.0 / 176.0)).abs() < 1e-9);
}
