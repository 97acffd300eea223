//! People who work over midnight: the night belongs to the day on which it begins.

use crate::world::{DESK, Read, World, once, task};

/// Monday to Friday, 22:00-06:00.
fn nights(parts: &[&str]) -> World {
    World::of(parts).with("calendar.hours", "[\"22:00-06:00\"]")
}

#[test]
fn a_shift_of_eight_hours_is_one_night_and_the_week_ends_on_saturday_at_six() {
    // Case 10: Thursday 22:00 and eight hours are Friday 06:00.
    let sla = "sla.exact = { to = \"closed\", within = { calendar = \"8h\" }, target = \"100%\" }";
    let shift = task("shift", 4, "22:00", 5, "8h") + sla + "\n";
    let history = nights(&[
        DESK,
        &shift,
        // Friday at two is in its night, on Saturday: worked at once; what is left at six goes on on Monday evening.
        &task("saturday", 5, "02:00", 5, "3h"),
        &task("weekend", 5, "04:30", 5, "2h"),
        // Four hours from Friday 04:00 would be due on Saturday at midnight.
        &task("friday", 11, "04:00", 5, "4h"),
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "shift Thu 4 22:00-Fri 5 06:00",
            "saturday Sat 6 02:00-05:00",
            "weekend Sat 6 05:00-Mon 8 23:00",
            "friday Fri 12 04:00-Sat 13 00:00",
        ]
    );
    assert_eq!(history.judgements("shift/exact"), ["due Fri 5 06:00, stopped Fri 5 06:00, met"]);
}

#[test]
fn clocks_of_working_time_run_through_the_night() {
    let sla = "sla.four = { to = \"closed\", within = \"4h\", target = \"90%\" }\n\
               sla.day = { to = \"closed\", within = \"1d\", target = \"90%\" }\n\
               sla.next = { to = \"closed\", within = { business_days = 1 }, target = \"90%\" }\n";
    // Friday the 5th at 04:00 belongs to Thursday: its next working day is Friday, whose night
    // ends on Saturday.
    let history = nights(&[DESK, &(task("ticket", 4, "04:00", 5, "30min") + sla)]).history();
    let met = |due: &str| [format!("due {due}, stopped Fri 5 04:30, met")];
    assert_eq!(history.judgements("ticket/four"), met("Sat 6 00:00"));
    assert_eq!(history.judgements("ticket/day"), met("Sat 6 04:00"));
    assert_eq!(history.judgements("ticket/next"), met("Sat 6 06:00"));
}

#[test]
fn a_holiday_takes_the_night_that_begins_on_it() {
    let world = nights(&[DESK, &task("long", 1, "22:00", 5, "24h")]);
    let history = world.with("calendar.days_off", "[2026-06-02]").history();
    // Monday's night is worked to its end, Tuesday's is off, and so on Wednesday and Thursday.
    assert_eq!(history.work(), ["long Mon 1 22:00-Fri 5 06:00"]);
}

#[test]
fn whoever_is_away_finishes_the_night_before_and_misses_the_last_one_of_the_absence() {
    let away = "[roles.desk]\nheadcount = 1\n\
                people = [{ away = [{ from = 2026-06-03, days = 2 }] }]\n";
    let history = nights(&[away, &task("long", 2, "22:00", 5, "16h")]).history();
    // Tuesday's night is eight hours; Wednesday's and Thursday's are missed, Friday's is worked.
    assert_eq!(history.work(), ["long Tue 2 22:00-Wed 3 06:00", "long Fri 5 22:00-Sat 6 06:00"]);
}

#[test]
fn the_first_night_begins_on_the_first_day_and_the_last_one_ends_after_the_last() {
    let rest = "[roles.desk]\nheadcount = 0\npay = 3000\ncontributions = 0\n\
                [[policies]]\nkey = \"as-is\"\n[[policies]]\nkey = \"hired\"\nchanges = [\
                { hire = \"desk\", start = 2026-06-03, until = 2026-06-04, ramp = false }]\n";
    let world = nights(&[rest, &task("long", 1, "22:00", 5, "30h")]);
    let history = world.history_under("hired");
    // Nothing on the morning of the 3rd, which belongs to the 2nd; two nights; paid for two days.
    let expected = ["long Wed 3 22:00-Fri 5 06:00"];
    assert_eq!(history.work(), expected);
    let read = Read::of(world.policy("hired"), 1, 0);
    assert_eq!(read.total("paid_hours", "desk"), 16.0);
    assert!((read.total("cost", "desk") - 200.0).abs() < 1e-9);
}

#[test]
fn a_visit_fits_into_a_night_and_not_into_what_is_left_of_it() {
    let visit = |key: &str, day: u32, time: &str, effort: &str| {
        let step = format!(
            "{{ effort = {{ fixed = \"{effort}\" }}, role = \"desk\", within_day = true }}"
        );
        once(key, day, time, &format!("route = [{step}]"))
    };
    let history = nights(&[
        DESK,
        &visit("over", 1, "23:00", "3h"),
        &visit("late", 1, "04:00", "3h"),
        &visit("whole", 4, "12:00", "8h"),
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "over Mon 1 23:00-Tue 2 02:00",
            "late Tue 2 22:00-Wed 3 01:00",
            "whole Thu 4 22:00-Fri 5 06:00"
        ]
    );
}

#[test]
fn a_break_in_the_night_is_written_after_its_beginning() {
    let world = World::of(&[DESK, &task("long", 5, "22:00", 5, "8h")])
        .with("calendar.hours", "[\"22:00-02:00\", \"02:30-06:00\"]");
    // Four hours and three and a half on Friday's night, the rest on Monday.
    assert_eq!(world.history().work(), ["long Fri 5 22:00-Mon 8 22:30"]);
}

#[test]
fn day_and_night_share_a_queue_around_the_clock() {
    let roles = "[calendars.day]\nbase = \"none\"\nhours = [\"06:00-22:00\"]\n\
                 [calendars.night]\nbase = \"none\"\nhours = [\"22:00-06:00\"]\n\
                 [roles.desk]\nheadcount = 2\npeople = [{ calendar = \"day\" }, { calendar = \"night\" }]\n";
    let sla = "sla.two = { to = \"closed\", within = \"2h\", target = \"90%\" }\n";
    let history = World::of(&[
        roles,
        &(task("a", 1, "21:30", 5, "1h") + sla),
        &(task("b", 1, "23:00", 5, "1h") + sla),
        &(task("c", 2, "05:30", 5, "20min") + sla),
        &(task("d", 2, "06:00", 5, "20min") + sla),
        // Nobody from Saturday 06:00 to Monday 06:00, and no clock runs.
        &(task("e", 8, "05:00", 5, "1h") + sla),
    ])
    .history();
    assert_eq!(
        history.work(),
        [
            "a Mon 1 21:30-Tue 2 06:30",
            "b Mon 1 23:00-Tue 2 00:00",
            "c Tue 2 05:30-05:50",
            "d Tue 2 06:30-06:50",
            "e Mon 8 06:00-07:00",
        ]
    );
    assert_eq!(history.judgements("e/two"), ["due Mon 8 08:00, stopped Mon 8 07:00, met"]);
}

#[test]
fn night_work_that_comes_at_random_comes_while_the_desk_is_open() {
    let stream = "[streams.call]\narrival = { rate = 5, per = \"working-day\", hours = [0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] }\n\
                  route = [{ effort = \"1min\", role = \"desk\" }]\n";
    let history = nights(&[DESK, stream]).history();
    let began: Vec<String> = history.work();
    assert!(began.len() > 60, "{}", began.len());
    for span in &began {
        let hour: u32 = span.split(' ').nth(3).and_then(|it| it[..2].parse().ok()).unwrap();
        assert!(hour == 23 || hour == 3 || hour == 4, "{span}");
        // After midnight the days are Tuesday to Saturday.
        assert!(hour == 23 || !span.contains("Mon ") && !span.contains("Sun "), "{span}");
    }
}
