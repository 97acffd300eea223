//! Chats: several items in the hands of one person, by hand and against closed forms.

use crate::history::{History, Told};
use crate::world::{DESK, Read, World, once, task};

/// An item of work that one person serves several of at a time.
fn chat(key: &str, time: &str, effort: &str, at_once: &str) -> String {
    chat_of(key, 1, time, effort, at_once, "")
}

fn chat_of(key: &str, day: u32, time: &str, effort: &str, at_once: &str, rest: &str) -> String {
    let route =
        format!("route = [{{ effort = \"{effort}\", role = \"desk\", {at_once} }}]\n{rest}");
    once(key, day, time, &route)
}

/// Two at a time, each half as fast beside another: a person's time is shared.
const TWO: &str = "at_once = 2, slower = \"100%\"";
/// Two at a time, neither slower for it.
const TWICE: &str = "at_once = 2, slower = \"0%\"";

/// What was done, and when.
fn done(history: &History) -> Vec<String> {
    let told = history.told.iter().filter_map(|it| match *it {
        Told::Completed(stream, _, at, _) => {
            Some(format!("{} {}", history.stream(stream), history.say(at)))
        }
        _ => None,
    });
    told.collect()
}

/// Hours that people were busy, each once.
fn busy(history: &History) -> f64 {
    let told = history.told.iter().filter_map(|it| match *it {
        Told::Worked(_, _, span) => Some((span.to_worked - span.from_worked).hours()),
        _ => None,
    });
    told.sum()
}

#[track_caller]
fn is_hours(found: f64, exact: f64) {
    assert!((found - exact).abs() < 1e-6, "{found}, not {exact}");
}

#[test]
fn two_chats_share_a_person_and_the_third_waits() {
    let history = World::of(&[
        DESK,
        &chat("a", "09:00", "1h", TWO),
        &chat("b", "09:30", "1h", TWO),
        &chat("c", "09:45", "15min", TWO),
    ])
    .history();
    // Of a half is done at 9:30; the rest takes an hour, in which half of b is done. From 10:30 on b
    // and c share: c is done at 11:00, b had 15 minutes left then.
    assert_eq!(done(&history), ["a Mon 1 10:30", "c Mon 1 11:00", "b Mon 1 11:15"]);
    is_hours(busy(&history), 2.25);
}

#[test]
fn whoever_is_no_slower_for_it_is_busy_for_as_long_as_anything_is_in_hand() {
    let history =
        World::of(&[DESK, &chat("a", "09:00", "1h", TWICE), &chat("b", "09:30", "1h", TWICE)])
            .history();
    assert_eq!(done(&history), ["a Mon 1 10:00", "b Mon 1 10:30"]);
    is_hours(busy(&history), 1.5);
    let read =
        World::of(&[DESK, &chat("a", "09:00", "1h", TWICE), &chat("b", "09:30", "1h", TWICE)])
            .readings();
    is_hours(read.total("busy_hours", "desk"), 1.5);
}

#[test]
fn chats_stand_still_at_lunch_and_at_night() {
    let history = World::of(&[
        DESK,
        &chat("a", "12:00", "90min", TWO),
        &chat("b", "12:30", "30min", TWO),
        &chat("late", "17:30", "1h", TWICE),
        &chat_of("morning", 2, "08:00", "15min", TWICE, ""),
    ])
    .history();
    // By 13:00 of a 45 minutes are done and of b 15; b is done at 14:30, a half an hour later.
    assert_eq!(
        done(&history),
        ["b Mon 1 14:30", "a Mon 1 15:00", "morning Tue 2 09:15", "late Tue 2 09:30"]
    );
    is_hours(busy(&history), 3.0);
}

#[test]
fn the_idle_are_asked_before_those_with_room_and_then_whoever_has_fewest() {
    let history = World::of(&[
        "[roles.desk]\nheadcount = 2\n",
        &chat("a", "09:00", "2h", TWO),
        &chat("b", "09:10", "1h", TWO),
        &chat("c", "09:20", "30min", TWO),
    ])
    .history();
    // c shares with a, which began first: until 10:20, and a is half an hour late.
    assert_eq!(done(&history), ["b Mon 1 10:10", "c Mon 1 10:20", "a Mon 1 11:30"]);
}

#[test]
fn nobody_takes_a_further_chat_while_something_more_urgent_waits() {
    let history = World::of(&[
        DESK,
        &chat_of("a", 1, "09:00", "1h", TWICE, "priority = 5\n"),
        &task("urgent", 1, "09:10", 1, "30min"),
        &chat_of("b", 1, "09:20", "1h", TWICE, "priority = 5\n"),
        &chat_of("c", 1, "09:20", "1h", TWICE, "priority = 5\n"),
    ])
    .history();
    assert_eq!(
        done(&history),
        ["a Mon 1 10:00", "urgent Mon 1 10:30", "b Mon 1 11:30", "c Mon 1 11:30"]
    );
}

#[test]
fn a_chat_may_interrupt_other_work_and_never_a_chat() {
    let history = World::of(&[
        DESK,
        &task("letter", 1, "09:00", 9, "1h"),
        &chat_of("a", 1, "09:30", "30min", TWICE, "priority = 1\ninterrupts = true\n"),
        &chat_of("b", 1, "09:45", "30min", TWICE, "priority = 1\ninterrupts = true\n"),
        &once(
            "fire",
            1,
            "09:50",
            "priority = 0\ninterrupts = true\nroute = [{ effort = \"15min\", role = \"desk\" }]\n",
        ),
    ])
    .history();
    assert_eq!(
        done(&history),
        ["a Mon 1 10:00", "b Mon 1 10:15", "fire Mon 1 10:30", "letter Mon 1 11:00"]
    );
}

#[test]
fn chats_of_whoever_leaves_go_on_with_others_from_where_they_stood() {
    let history = World::of(&[
        "[roles.desk]\nheadcount = 1\nholiday = { people = [[{ from = 2026-06-02, days = 1 }]] }\n",
        &chat("a", "17:00", "2h", TWO),
        &chat("b", "17:00", "90min", TWO),
    ])
    .history();
    // Half an hour of each is done on Monday; nobody is there on Tuesday.
    assert_eq!(done(&history), ["b Wed 3 11:00", "a Wed 3 11:30"]);
    is_hours(busy(&history), 3.5);
}

#[test]
fn what_nobody_begins_in_time_gives_up() {
    let patient = |at: &str| {
        let rest = "patience = \"20min\"\n";
        World::of(&[
            DESK,
            &chat("a", "09:00", "1h", TWICE),
            &chat("b", "09:10", "30min", TWICE),
            &chat_of("c", 1, at, "10min", TWICE, rest),
        ])
        .history()
    };
    let left = |history: &History| {
        history.told.iter().filter(|it| matches!(it, Told::Abandoned(..))).count()
    };
    assert_eq!((left(&patient("09:15")), left(&patient("09:25"))), (1, 0));
    assert_eq!(done(&patient("09:25")), ["b Mon 1 09:40", "c Mon 1 09:50", "a Mon 1 10:00"]);
}

/// A round-the-clock desk of one, so many chats an hour.
fn desk(rate: f64, effort: &str, at_once: &str, rest: &str) -> World {
    World::of(&[&format!(
        "[roles.desk]\nheadcount = 1\n[streams.chat]\narrival = {{ rate = {rate}, per = \"working-hour\" }}\n\
         route = [{{ effort = {effort}, role = \"desk\", {at_once} }}]\n{rest}"
    )])
    .with("calendar.hours", "[\"00:00-24:00\"]")
    .with("calendar.days", "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]")
    .with("scenario.lead_in", "1")
    .months(12)
}

/// The mean of a measure over some replications against what it is exactly.
#[track_caller]
fn agrees(world: &World, measure: &str, scope: &str, exact: f64) {
    let values: Vec<f64> =
        (0..20).map(|it| Read::of(world.scenario(), 7, it).total(measure, scope)).collect();
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|it| (it - mean) * (it - mean)).sum();
    let error = (squares / (count - 1.0) / count).sqrt();
    assert!((mean - exact).abs() < 4.0 * error, "{mean} ± {error}, exactly {exact}");
    assert!(4.0 * error < 0.05 * exact, "{error} is too wide for {exact}");
}

/// Efforts of a quarter of an hour in the mean: at two an hour a person is busy half the time.
const LAWS: [&str; 3] =
    ["{ fixed = \"15min\" }", "{ exponential = \"15min\" }", "{ mean = \"15min\", cv = 1.5 }"];

#[test]
fn a_shared_person_takes_as_long_as_the_mean_alone_says_whatever_the_law() {
    // M/G/1-PS: S ÷ (1 − ρ), insensitive (Kleinrock, Queueing Systems II, 4.4). A hundred at a time is
    // as good as any number: more than that come once in 2^100.
    for law in LAWS {
        let world = desk(2.0, law, "at_once = 100, slower = \"100%\"", "");
        agrees(&world, "sojourn", "chat", 0.25 / (1.0 - 0.5));
        agrees(&world, "utilisation", "desk", 0.5);
    }
}

/// The probability of each number of chats, up to `most` in hand and `places` in all, of a birth and
/// death chain: so many come an hour, four end alone, each slower by 40 % for each other in hand.
fn chain(come: f64, most: usize, places: usize) -> Vec<f64> {
    let rate = |here: usize| {
        let in_hand = here.min(most) as f64;
        4.0 * in_hand / (1.0 + 0.4 * (in_hand - 1.0))
    };
    let mut weights = vec![1.0];
    for here in 1..=places {
        weights.push(weights[here - 1] * come / rate(here));
    }
    let sum: f64 = weights.iter().sum();
    weights.iter().map(|it| it / sum).collect()
}

#[test]
fn a_limited_number_at_a_time_waits_as_a_birth_and_death_chain_says() {
    // Two come an hour; the mean number in the system is Little's.
    let world = desk(2.0, LAWS[1], "at_once = 3, slower = \"40%\"", "");
    let states = chain(2.0, 3, 500);
    let here: f64 = states.iter().enumerate().map(|(here, it)| here as f64 * it).sum();
    agrees(&world, "sojourn", "chat", here / 2.0);
    agrees(&world, "utilisation", "desk", 1.0 - states[0]);
}

#[test]
fn what_finds_all_places_taken_is_lost_as_generalised_processor_sharing_says_whatever_the_law() {
    // Cohen, The multiple phase service network with generalized processor sharing, Acta Informatica
    // 12 (1979): the stationary distribution depends on the law of the effort by its mean alone.
    let states = chain(6.0, 3, 3);
    for law in LAWS {
        let world = desk(6.0, law, "at_once = 3, slower = \"40%\"", "patience = \"0\"\n");
        agrees(&world, "abandoned_share", "chat", states[3]);
        agrees(&world, "utilisation", "desk", 1.0 - states[0]);
    }
}

#[test]
fn chats_in_hand_are_counted_each_for_itself_and_at_the_limit() {
    let read = World::of(&[
        DESK,
        &chat("a", "09:00", "1h", TWO),
        &chat("b", "09:30", "1h", TWO),
        &chat("c", "09:45", "15min", TWO),
    ])
    .readings();
    // One alone from 9:00 to 9:30 and from 11:00 to 11:15, two between: 3.75 hours of chats in the
    // 176 of June, 1.5 of them with both places taken.
    is_hours(read.total("in_hand", "desk") * 176.0, 0.75 + 2.0 * 1.5);
    is_hours(read.total("at_limit", "desk") * 176.0, 1.5);
}

#[test]
fn as_many_are_in_hand_as_a_birth_and_death_chain_says() {
    let world = desk(2.0, LAWS[1], "at_once = 3, slower = \"40%\"", "");
    let states = chain(2.0, 3, 500);
    let in_hand = |(here, it): (usize, &f64)| here.min(3) as f64 * it;
    agrees(&world, "in_hand", "desk", states.iter().enumerate().map(in_hand).sum());
    agrees(&world, "at_limit", "desk", states[3..].iter().sum());
}

#[test]
fn a_chat_over_the_end_of_a_month_counts_in_both() {
    let read = World::of(&[DESK, &chat_of("a", 30, "16:00", "4h", TWO, "")]).months(2).readings();
    let hours: Vec<f64> = read.monthly("in_hand", "desk");
    // Two hours of the 30th of June; the rest on the first of July, and the same of the 30th there,
    // which is a Thursday: 23 working days.
    is_hours(hours[0] * 176.0, 2.0);
    is_hours(hours[1] * 184.0, 2.0 + 4.0);
}
