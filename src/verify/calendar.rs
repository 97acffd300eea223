//! Deadlines and working time: cases settled by hand, asked of the calendars of two scenarios.

use super::Case;
use super::row::{Family, Found, Row};
use super::sample::Bench;
use crate::scenario::Scenario;
use crate::time::{Effort, Elapsed, SimTime};
use jiff::civil::DateTime;

/// `case,calendar,from,to,working_minutes,asked`: the last says what is asked for, when `to` is due or
/// how much working time has elapsed until then.
const QUESTIONS: &str = include_str!("data/calendar.csv");
/// The calendar with its days off by name.
const NAMED: &str = include_str!("../../scenarios/verification/desk-s1.toml");
/// The built-in one.
const RUSSIAN: &str = include_str!("../../scenarios/verification/calendar-ru.toml");

/// All questions, as one case.
pub(crate) fn cases() -> Vec<Case> {
    vec![Case {
        key: "calendar".to_owned(),
        family: Family::Calendar,
        cost: 0.0,
        quick: true,
        run: Box::new(|bench| Some(verify(bench))),
    }]
}

/// What the questions are called.
pub(crate) fn names() -> Vec<String> {
    let cases = QUESTIONS.lines().skip(1).filter_map(|line| line.split(',').next());
    cases.map(str::to_owned).collect()
}

fn verify(bench: &Bench<'_>) -> Vec<Row> {
    let named = bench.scenario("desk-s1", NAMED);
    let russian = bench.scenario("calendar-ru", RUSSIAN);
    let rows = QUESTIONS.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        let case = cells.next()?;
        let scenario = if cells.next()? == "ru" { &russian } else { &named };
        let (from, to) = (moment(scenario, cells.next()?)?, moment(scenario, cells.next()?)?);
        let minutes: f64 = cells.next()?.parse().ok()?;
        let calendar = &scenario.calendars[0];
        let (measure, exact, found) = match cells.next()? {
            "due" => {
                let due = calendar.finish(from, Effort::from_seconds(60.0 * minutes));
                ("due_after_calendar_hours", (to - from).hours(), (due - from).hours())
            }
            _ => ("working_minutes", minutes, 60.0 * calendar.between(from, to).hours()),
        };
        Some(Found::certain(found).row(
            bench.family,
            case,
            measure,
            super::row::Wanted::exact(exact),
        ))
    });
    rows.collect()
}

fn moment(scenario: &Scenario, text: &str) -> Option<SimTime> {
    let at: DateTime = text.parse().ok()?;
    let day = scenario.timeline.day_of(at.date())?;
    let minutes = 60 * i64::from(at.hour()) + i64::from(at.minute());
    Some(SimTime::midnight(day) + Elapsed::from_seconds(60.0 * minutes as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_is_understood() {
        let options = crate::verify::Options {
            seed: 1,
            threads: 1,
            depth: crate::verify::Depth::Quick,
            only: Vec::new(),
            fault: None,
        };
        let bench = Bench {
            options: &options,
            family: Family::Calendar,
            case: "calendar",
            progress: &|_| (),
            stop: &std::sync::atomic::AtomicBool::new(false),
        };
        assert_eq!(verify(&bench).len(), QUESTIONS.lines().count() - 1);
    }
}
