//! Effort is conserved, and nobody works outside their working time.

use crate::history::{History, Told};
use crate::world::World;
use staffcast::{Effort, SimTime};

/// Everything that can cut a piece of work in two; in December nothing comes, so that all is done.
const CUT_TO_PIECES: &str = r#"
[roles.desk]
headcount = 2
holiday = { blocks = ["14d", "14d"], season = ["jun", "nov"] }
sickness = { spells = 12, length = { mean = "3d" } }
stand_in = ["head"]
[roles.head]
headcount = 1
sickness = { spells = 6, length = "2d" }

[streams.long]
arrival = { rate = 1.2, per = "week", months = { dec = 0 } }
priority = 7
route = [{ effort = { mean = "20h" }, role = "desk" }]

[streams.short]
arrival = { rate = 4, per = "working-day", months = { dec = 0 } }
priority = 3
route = [
    { effort = { mean = "40min" }, role = "desk" },
    { branch = "20%", steps = [{ wait = "client", time = { mean = "8h" } }, { effort = { mean = "1h" }, role = "head" }] },
    { reopen = "7.5%" },
]

[streams.urgent]
arrival = { rate = 1, per = "working-day", months = { dec = 0 } }
priority = 1
interrupts = true
route = [{ effort = { mean = "1h", cv = 2 }, role = "desk" }]

[streams.visit]
arrival = { rate = 1, per = "week", months = { dec = 0 } }
priority = 5
route = [
    { effort = { uniform = { min = "1h", max = "7h" } }, role = "desk", within_day = true },
    { effort = "90min", role = "desk", together_with = "head" },
]
"#;

fn cut_to_pieces(seed: u64) -> History {
    let world = World::of(&[CUT_TO_PIECES]).months(7).with("calendar.base", "ru");
    world.seed(seed).history()
}

/// Working time of each span is what the calendar of its role, or of one of its people, says of it;
/// where somebody may be on call, also what the clock says.
pub fn is_worked_in_working_time(history: &History, on_call: bool) -> bool {
    history.spans().iter().all(|(role, _, span)| {
        let calendars = history.scenario.calendars_of(*role);
        let mut calendars = calendars.iter().map(|it| &history.scenario.calendars[it.index()]);
        let worked = span.to_worked - span.from_worked;
        let by_clock = worked.ticks() == (span.to - span.from).ticks();
        let in_hours = calendars.any(|it| it.between(span.from, span.to) == worked);
        span.from <= span.to && (in_hours || on_call && by_clock)
    })
}

/// At no moment more people of a role work than are there. Returns the first such moment.
pub fn overworked(history: &History, role: usize) -> Option<SimTime> {
    let mut changes: Vec<(SimTime, i32)> = Vec::new();
    for it in &history.told {
        match *it {
            Told::Present(of, from, to) if of.index() == role && from < to => {
                changes.extend([(from, 1), (to, -1)]);
            }
            Told::Worked(of, _, span) if of.index() == role && span.from < span.to => {
                changes.extend([(span.from, -1), (span.to, 1)]);
            }
            _ => {}
        }
    }
    changes.sort_unstable();
    let mut free = 0;
    let mut position = 0;
    while position < changes.len() {
        let at = changes[position].0;
        while position < changes.len() && changes[position].0 == at {
            free += changes[position].1;
            position += 1;
        }
        if free < 0 {
            return Some(at);
        }
    }
    None
}

#[test]
fn effort_is_conserved_over_nights_lunches_holidays_interruptions_and_absences() {
    for seed in 0..5 {
        let history = cut_to_pieces(seed);
        assert_eq!(history.open, 0, "December is long enough for everything");
        let asked: Effort = sum(history.told.iter().filter_map(|it| match *it {
            Told::Offered(_, effort, _) => Some(effort),
            _ => None,
        }));
        let done = sum(history.spans().iter().map(|it| it.2.to_worked - it.2.from_worked));
        assert_eq!(done, asked);
        // It was really cut to pieces.
        assert!(history.spans().len() as f64 > 1.05 * history.contacts("short").len() as f64);
    }
}

fn sum(efforts: impl Iterator<Item = Effort>) -> Effort {
    efforts.fold(Effort::ZERO, |sum, it| sum + it)
}

#[test]
fn every_piece_of_fixed_effort_is_exactly_as_long_as_it_says() {
    let history = World::of(&[
        "[roles.desk]\nheadcount = 1\nsickness = { spells = 20, length = \"2d\" }\n",
        "[streams.a]\narrival = { rate = 2, per = \"week\", months = { dec = 0 } }\nroute = [{ effort = \"13h\", role = \"desk\" }]\n",
        "[streams.u]\narrival = { rate = 1, per = \"working-day\", months = { dec = 0 } }\npriority = 1\ninterrupts = true\nroute = [{ effort = \"20min\", role = \"desk\" }]\n",
    ])
    .months(7)
    .history();
    assert_eq!(history.open, 0);
    let (long, short) = (history.completions("a").len(), history.completions("u").len());
    assert!(long > 20 && short > 80);
    assert_eq!(history.hours_on("a"), 13.0 * long as f64);
    assert!((history.hours_on("u") - short as f64 / 3.0).abs() < 1e-9);
}

#[test]
fn nobody_works_outside_working_time_or_while_away() {
    for seed in 0..5 {
        let history = cut_to_pieces(seed);
        assert!(is_worked_in_working_time(&history, false));
        for role in 0..2 {
            assert_eq!(overworked(&history, role).map(|at| history.say(at)), None);
        }
    }
}

#[test]
fn work_begins_in_working_time() {
    let history = cut_to_pieces(7);
    let calendar = &history.scenario.calendars[0];
    let resumes_elsewhere = |at: SimTime| !calendar.is_open(at);
    let outside: Vec<String> = history
        .spans()
        .iter()
        .filter(|it| resumes_elsewhere(it.2.from))
        .map(|it| history.say(it.2.from))
        .collect();
    assert!(outside.is_empty(), "{outside:?}");
}
