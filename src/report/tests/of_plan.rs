//! What a plan says, against its CSV files.

use super::numbers::first;
use super::told::Told;
use crate::report::texts::heard::Heard;

/// What a plan says and its CSV files do not.
pub(super) fn wrong(told: &Told) -> Vec<String> {
    let said = told.said();
    let wrong = said.iter().filter_map(|it| {
        let why = why_not(told, it)?;
        Some(format!("{}: {}\n    {why}", it.name, it.text))
    });
    wrong.collect()
}

/// A number of one of the plans that stand beside each other; none where that plan does not.
fn of(told: &Told, plan: &str, column: &str) -> Option<f64> {
    told.numbers("alternatives.csv", &[("plan", plan)], column).first().copied()
}

/// Vacancies of the plan, and those of them that are opened at the start.
fn vacancies(told: &Told) -> (usize, usize) {
    let start = told.study.baseline().scenario.timeline.start().to_string();
    let rows = &told.files["plan.csv"];
    (rows.len(), rows.iter().filter(|it| it["request_by"] <= start).count())
}

fn unless(holds: bool, why: impl FnOnce() -> String) -> Option<String> {
    (!holds).then(why)
}

/// Whether a number is said to be what it is.
fn is(told: &Told, said: &str, value: Option<f64>) -> Option<String> {
    let (printed, value) = (first(said, told.lang)?, value?);
    unless(printed.is(value), || format!("it is {value}, not {said}"))
}

/// Why a sentence does not follow from the files.
fn why_not(told: &Told, it: &Heard) -> Option<String> {
    let place = |name: &str| it.place(name);
    let confidence = told.study.baseline().scenario.planning.confidence;
    let kept = of(told, "staged", "probability");
    let (all, now) = vacancies(told);
    match it.name {
        "OpenNow" => is(told, place("vacancies"), of(told, "staged", "hires_now")),
        "OpenNoneNow" => {
            let none = of(told, "staged", "hires_now") == Some(0.0) && now == 0;
            unless(none, || format!("{now} of {all} are opened now"))
        }
        "HireNobody" => unless(all == 0 && kept >= Some(confidence), || format!("{all} hires, {kept:?}")),
        "NobodyAndNotKept" | "NobodyInPlan" => {
            unless(all == 0 && kept < Some(confidence), || format!("{all} hires, {kept:?}"))
                .or_else(|| is(told, place("share"), kept))
        }
        "NotReached" => unless(kept < Some(confidence), || format!("{kept:?} is reached"))
            .or_else(|| is(told, place("share"), kept)),
        "CappedPeople" | "CappedBudget" => is(told, place("share"), kept),
        "SurePlan" => is(told, place("with"), kept),
        "CostsInAll" | "CostsExactly" => is(told, place("cost"), of(told, "staged", "cost")),
        "OwnList" => is(told, place("share"), of(told, "own", "probability"))
            .or_else(|| is(told, place("cost"), of(told, "own", "cost"))),
        "PromiseInTime" | "StillFailing" => {
            let shares = [place("share"), it.places.last()?.1.as_str()];
            let [share, planned] = shares.map(|it| first(it, told.lang));
            unless(it.name == "StillFailing" || share?.value < planned?.value, || "not below it".into())
        }
        "LeftUndone" => {
            let hours = first(place("undone"), told.lang);
            unless(hours.is_some_and(|it| it.value >= 50.0), || "nothing".into())
        }
        "MonthLater" => {
            let [later, in_time] = [place("share"), place("in_time")].map(|it| first(it, told.lang));
            unless(later?.value <= in_time?.value, || "a delay keeps no promise".into())
        }
        "ChartLadder" | "ChartLadderPlain" => None,
        _ => None,
    }
}
