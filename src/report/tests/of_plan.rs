//! What a plan says, against its CSV files.

use super::department::desk;
use super::numbers::first;
use super::told::{Command, Told, tell};
use crate::report::texts::heard::Heard;
use crate::scenario::Lang;

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
        "HireNobody" => {
            unless(all == 0 && kept >= Some(confidence), || format!("{all} hires, {kept:?}"))
        }
        "NobodyAndNotKept" | "NobodyInPlan" => {
            unless(all == 0 && kept < Some(confidence), || format!("{all} hires, {kept:?}"))
                .or_else(|| is(told, place("share"), kept))
        }
        "NotReached" => unless(kept < Some(confidence), || format!("{kept:?} is reached"))
            .or_else(|| is(told, place("share"), kept)),
        "WithinNotReached" => unless(kept < Some(confidence), || format!("{kept:?} is reached"))
            .or_else(|| is(told, place("share"), kept)),
        "WithinNotProved" | "WithinProved" => {
            unless(kept >= Some(confidence), || format!("{kept:?} is not reached"))
                .or_else(|| is(told, place("share"), kept))
        }
        "SurePlan" => is(told, place("with"), kept),
        "CostsInAll" | "CostsExactly" => is(told, place("cost"), of(told, "staged", "cost")),
        "OwnList" => is(told, place("share"), of(told, "own", "probability"))
            .or_else(|| is(told, place("cost"), of(told, "own", "cost"))),
        "PromiseInTime" | "StillFailing" => {
            let shares = [place("share"), it.places.last()?.1.as_str()];
            let [share, planned] = shares.map(|it| first(it, told.lang));
            unless(it.name == "StillFailing" || share?.value < planned?.value, || {
                "not below it".into()
            })
        }
        _ => None,
    }
}

/// A desk, how many clerks may be hired, and at most how many people in all.
type Case = (&'static str, String, Option<u32>, &'static [&'static str], &'static [&'static str]);

/// Plans that are made of single cases; what must not be said of them.
fn cases() -> [Case; 8] {
    let busy = [("rate = 4", "rate = 16"), ("headcount = 2", "headcount = 1")];
    let with = |changes: &[(&str, &str)], most: u32| {
        desk(changes, &format!("[plan]\nconfidence = \"80%\"\nhire = {{ clerk = {most} }}\n"))
    };
    let short = [busy[0], busy[1], ("within = \"8h\"", "within = \"30min\"")];
    let no_sla = desk_without_sla();
    [
        (
            "nobody is needed",
            with(&[], 2),
            None,
            &["HireNobody", "SurePlan"],
            &[
                "OpenNow",
                "OpenNoneNow",
                "NobodyAndNotKept",
                "NobodyNotProved",
                "NobodyAllowed",
                "NotReached",
                "Overdraft",
                "ThenReview",
                "ThenReviewLoad",
                "TotalsOf",
                "MeasureBy",
                "Impossible",
                "NotAllowed",
                "WithinNotReached",
                "CapHeld",
                "CostsInAll",
                "CostsExactly",
            ],
        ),
        (
            "nobody may be hired",
            with(&short, 0),
            None,
            &["NobodyAllowed", "NotAllowed"],
            &[
                "HireNobody",
                "Impossible",
                "ImpossibleWhy",
                "LoweredByPlan",
                "OpenNow",
                "ThenReviewLoad",
                "ThenReview",
            ],
        ),
        (
            "more work than one can do",
            with(&busy, 2),
            None,
            &["OpenNow", "Sure"],
            &[
                "HireNobody",
                "NobodyAllowed",
                "NobodyAndNotKept",
                "OpenNoneNow",
                "NoGoals",
                "NotAllowed",
            ],
        ),
        (
            "everybody who may be hired is hired now",
            with(&busy, 1),
            None,
            &["OpenNow"],
            &["ThenReview", "ThenReviewLoad", "HireNobody"],
        ),
        (
            "what no head-count keeps",
            with(&short, 2),
            None,
            &["Impossible", "LoweredByPlan"],
            &["NotAllowed", "LoweredByAllowed", "NobodyAllowed"],
        ),
        (
            "a cap of nobody",
            with(&busy, 2),
            Some(0),
            &["WithinNotReached", "NobodyWithin", "WithoutCap"],
            &[
                "CapHeld",
                "HireNobody",
                "OpenNow",
                "ThenReview",
                "ThenReviewLoad",
                "NotReached",
                "NobodyAndNotKept",
                "WithoutAnybody",
                "Unavoidable",
            ],
        ),
        (
            "a cap that nobody meets",
            with(&busy, 2),
            Some(9),
            &["CapHeld", "OpenNow"],
            &["WithinNotReached", "WithinNotProved", "WithinProved", "NotReached"],
        ),
        (
            "nothing is promised",
            no_sla,
            None,
            &["NoGoals"],
            &["HireNobody", "OpenNow", "NotReached", "Overdraft", "Impossible", "NobodyAndNotKept"],
        ),
    ]
}

fn desk_without_sla() -> String {
    let text = desk(&[], "[plan]\nconfidence = \"80%\"\nhire = { clerk = 2 }\n");
    let (before, sla) = text.split_once("[streams.ticket.sla.done]").expect("it has an SLA");
    let after = sla.split_once("[[policies]]").expect("policies follow").1;
    format!("{before}[[policies]]{after}")
}

#[test]
fn a_sentence_of_a_plan_is_said_where_it_holds_and_nowhere_else() {
    let mut found = Vec::new();
    for (name, text, cap, says, not) in cases() {
        let told = tell(&text, Command::Plan(cap), Lang::En);
        let said = told.said();
        let has = |wanted: &str| said.iter().any(|it| it.name == wanted);
        let missing: Vec<&&str> = says.iter().filter(|it| !has(it)).collect();
        if !missing.is_empty() {
            let names: std::collections::BTreeSet<&str> = said.iter().map(|it| it.name).collect();
            found.push(format!("{name}: does not say {missing:?}; says {names:?}"));
        }
        let strange = said.iter().filter(|it| not.contains(&it.name));
        found.extend(strange.map(|it| format!("{name}: says {}: {}", it.name, it.text)));
        found.extend(wrong(&told).into_iter().map(|it| format!("{name}: {it}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
