//! What the sentence says, and when it must not.

use super::answer::answer;
use super::*;
use crate::experiment::{Extent, Replications, run_policies};
use crate::plan::ground::promises_of;
use crate::plan::search::run::Run;
use crate::report::{Finding, Tone};
use crate::scenario::{Lang, load_text};
use crate::statistics::certificate::Certificate;
use std::sync::atomic::AtomicBool;

const DESK: &str = r#"
[scenario]
name = "desk"
start = 2026-01-01
months = 8
[calendar]
base = "none"
[roles.clerk]
title = { ru = "Менеджер ТП", en = "TP manager" }
headcount = 1
pay = 100000
time_to_fill = "40d"
[streams.ticket]
arrival = { rate = 200, per = "month" }
route = [{ effort = "45min", role = "clerk" }]
[streams.ticket.sla.done]
to = "closed"
within = "8h"
target = "100%"
[streams.ticket.sla.seen]
to = "contact"
within = "1min"
target = "100%"
[plan]
required = ["ticket/done"]
goals = { "ticket/done" = "80%" }
[[policies]]
key = "as-is"
"#;

fn study(more: &str) -> Study {
    let text = format!("{DESK}{more}");
    load_text("desk.toml", &text, None, &[], None).unwrap_or_else(|it| panic!("{it}"))
}

fn changed(changes: &str) -> Study {
    study(&format!("[[policies]]\nkey = \"x\"\ntitle = \"A quiet year\"\nchanges = [{changes}]\n"))
}

fn outcome(study: &Study) -> Outcome {
    let extent = Extent { replications: Replications::Exactly(60), seed: 1, threads: 2 };
    run_policies(&study.policies, extent, &|_| (), &AtomicBool::new(false)).expect("not stopped")
}

fn said(study: &Study, kept: Option<[u64; 2]>, lang: Lang) -> Finding {
    said_of(study, kept, 60, lang)
}

/// After 60 of `all` replications.
fn said_of(study: &Study, kept: Option<[u64; 2]>, all: u64, lang: Lang) -> Finding {
    let outcome = outcome(study);
    let stop = AtomicBool::new(false);
    let promises = promises_of(study, &Run::new(1, 2, &|_| (), &stop)).expect("not stopped");
    let kept = kept.map(|it| Kept {
        promises,
        policies: it.map(|passed| Certificate::new(passed, 60)).to_vec(),
        each: vec![it[usize::from(outcome.policies.len() > 1)]],
    });
    let mut told = Told::new(study, &outcome, Locale::new(lang, "RUB"));
    told.plan = (outcome.policies.len() > 1).then_some(1);
    let mut finding = answer(told, kept.as_ref(), all);
    for text in [&mut finding.headline, &mut finding.detail] {
        *text = text.replace(['\u{a0}', '\u{202f}'], " ");
    }
    finding
}

#[test]
fn the_sentence_says_who_joins_when_and_how_often_every_promise_is_kept() {
    let study = changed(r#"{ hire = "clerk", start = 2026-06-01, count = 2 }"#);
    assert_eq!(
        said(&study, Some([0, 43]), Lang::En).headline,
        "With 2 TP managers joining on 1 June 2026 every promise is kept in 72% (58.6–82.5) of the replications; today in 0% (0.0–6.0)"
    );
    assert_eq!(
        said(&study, Some([0, 43]), Lang::Ru).headline,
        "Ещё 2 менеджера ТП с 1 июня 2026: все обещания держатся в 72 % (58,6–82,5) прогонов, сейчас — в 0 % (0,0–6,0)"
    );
    let instead = changed(r#"{ set = "roles.clerk.headcount", value = 3 }"#);
    let headline = said(&instead, Some([0, 60]), Lang::En).headline;
    assert!(headline.starts_with("With 3 TP managers instead of 1 every promise"), "{headline}");
}

#[test]
fn a_change_of_anything_but_people_is_called_by_its_title() {
    for changes in [
        r#"{ set = "streams.ticket.arrival.rate", value = 100 }"#,
        r#"{ hire = "clerk", start = 2026-06-01 }, { set = "streams.ticket.arrival.rate", value = 100 }"#,
        r#"{ hire = "clerk", start = 2026-06-01, until = 2026-07-31 }"#,
        r#"{ hire = "clerk", start = 2026-06-01, ramp = false }"#,
    ] {
        let headline = said(&changed(changes), Some([0, 30]), Lang::En).headline;
        assert!(headline.starts_with("“A quiet year”: every promise"), "{changes}: {headline}");
    }
}

#[test]
fn it_says_today_only_of_the_people_of_today() {
    let more = "[[policies]]\nkey = \"x\"\nchanges = [{ hire = \"clerk\", start = 2026-06-01 }]\n";
    let mut later = study(more);
    let joins = later.policies[1].scenario.hires.clone();
    later.each(|policies| policies[0].scenario.hires = joins.clone());
    let headline = said(&later, Some([6, 30]), Lang::En).headline;
    assert!(!headline.contains("today") && headline.contains("without this in 10%"), "{headline}");
}

#[test]
fn nothing_is_said_of_promises_before_it_is_known_what_they_are() {
    let study = changed(r#"{ hire = "clerk", start = 2026-06-01 }"#);
    let finding = said(&study, None, Lang::En);
    assert!(finding.headline.starts_with("SLA breaches a month:"), "{}", finding.headline);
    assert!(!format!("{finding:?}").contains("promise"), "{finding:?}");
    assert_eq!(finding.tone, Tone::Neutral);
}

#[test]
fn the_verdict_is_called_clear_only_where_more_replications_hardly_change_any() {
    let study = changed(r#"{ hire = "clerk", start = 2026-06-01 }"#);
    let said = |kept, all| said_of(&study, kept, all, Lang::En);
    let clear = |kept| said(kept, 200).detail.contains("The verdict is clear already");
    let enough = said(Some([0, 60]), 200);
    assert!(
        enough.detail.contains("clear already: the promises are kept as often as asked for (90%)")
    );
    assert!(!enough.detail.contains("so far"), "{}", enough.detail);
    let few = said(Some([0, 20]), 200).detail;
    assert!(few.contains("clear already: the promises are kept less often than asked"), "{few}");
    // 55 of 60 may be more than 90 % or less; so may the baseline beside a clear what-if.
    for open in [Some([0, 55]), Some([55, 60]), None] {
        assert!(!clear(open), "{open:?}");
        assert!(said(open, 200).detail.contains("60 of 200 replications so far"), "{open:?}");
    }
    // The interval of a number fixed beforehand ends below 90 %; that of who looks five times does not.
    assert!(Certificate::new(48, 60).interval.1 < 0.9 && !clear(Some([0, 48])));
    assert_eq!(said(Some([0, 48]), 200).tone, Tone::Neutral);
    let whole = said(Some([0, 60]), 60).detail;
    assert!(!whole.contains("already") && !whole.contains("so far"), "{whole}");
}

#[test]
fn the_promises_kept_least_often_are_named_only_where_the_verdict_is_clearly_bad() {
    let study = changed(r#"{ hire = "clerk", start = 2026-06-01 }"#);
    let named = |kept| said(&study, kept, Lang::En).detail.contains("Kept least often: ");
    let bad = said(&study, Some([60, 20]), Lang::En).detail;
    assert!(bad.contains("Kept least often: “ticket/done” in 33% of the replications"), "{bad}");
    for kept in [Some([0, 60]), Some([0, 55]), None] {
        assert!(!named(kept), "{kept:?}");
    }
}

#[test]
fn charts_and_titles_hold_an_sla_against_what_is_promised_of_it() {
    let study = study("");
    let outcome = outcome(&study);
    let stop = AtomicBool::new(false);
    let promises = promises_of(&study, &Run::new(1, 2, &|_| (), &stop)).expect("not stopped");
    let kept = Kept { promises, policies: vec![Certificate::new(60, 60)], each: vec![60] };
    let labels = |kept: Option<&Kept>| -> Vec<String> {
        let document = what_if(&study, &outcome, kept, (Locale::new(Lang::En, "RUB"), 60));
        let charts = document.sections[0].blocks.iter().filter_map(|it| match it {
            Block::Chart(Chart { figure: Figure::Lines(it), key, .. })
                if key.starts_with("sla") =>
            {
                Some(it)
            }
            _ => None,
        });
        charts
            .flat_map(|it| &it.panels)
            .flat_map(|it| &it.targets)
            .map(|it| it.label.clone())
            .collect()
    };
    // The plan asks for 80 % of the first, and for nothing of the second.
    assert_eq!(labels(Some(&kept)), ["promised 80%", "target 100%"]);
    assert_eq!(labels(None), ["target 100%", "target 100%"]);
}

#[test]
fn promises_are_those_of_the_plan_and_a_reading_is_spoken_of_only_where_there_are_some() {
    let finding = said(&study(""), Some([60, 0]), Lang::En);
    assert!(finding.headline.starts_with("As things stand every promise is kept in 100%"));
    assert!(
        finding.detail.contains("The promises are 1 of 2 SLAs, as the hiring plan has them: each is kept in all months but one, counted from"),
        "{}",
        finding.detail
    );
    assert!(!finding.detail.contains("reading") && !finding.detail.contains("lowered"));
    assert_eq!(finding.tone, Tone::Good);
}

#[test]
fn without_an_sla_there_is_no_promise_to_speak_of() {
    let text = DESK.split("[streams.ticket.sla.done]").next().expect("a part");
    let text = format!("{text}[[policies]]\nkey = \"as-is\"\n");
    let study = load_text("desk.toml", &text, None, &[], None).expect("a scenario");
    let finding = said(&study, Some([60, 0]), Lang::En);
    assert!(finding.headline.contains("the scenario has no SLA"), "{}", finding.headline);
    assert!(!finding.detail.contains("promise"), "{}", finding.detail);
}

#[test]
fn it_says_by_when_a_vacancy_must_be_opened_only_where_people_join() {
    let detail = |changes: &str| said(&changed(changes), None, Lang::En).detail;
    let june = detail(r#"{ hire = "clerk", start = 2026-06-01 }"#);
    // Of a search of 40 days for certain.
    assert!(june.contains("must begin by 22 April 2026: nine of ten"), "{june}");
    let early = detail(r#"{ hire = "clerk", start = 2026-02-01 }"#);
    assert!(early.contains("had to begin by 23 December 2025, before the scenario"), "{early}");
    for changes in [
        r#"{ set = "roles.clerk.headcount", value = 2 }"#,
        r#"{ set = "streams.ticket.arrival.rate", value = 100 }"#,
    ] {
        assert!(!detail(changes).contains("search"), "{changes}");
    }
}

/// Another role, which has work of its own and people enough.
const EXPERT: &str = r#"
[roles.expert]
headcount = 3
pay = 100000
[streams.order]
arrival = { rate = 20, per = "month" }
route = [{ effort = "45min", role = "expert" }]
[streams.order.sla.done]
to = "closed"
within = "8h"
target = "90%"
"#;

#[test]
fn charts_of_what_the_change_concerns_come_first_and_the_baseline_lies_behind() {
    let keys = |changes: &str| -> Vec<String> {
        let policy = format!("[[policies]]\nkey = \"x\"\nchanges = [{changes}]\n");
        let study = study(&(EXPERT.to_owned() + &policy));
        let document = what_if(&study, &outcome(&study), None, (Locale::new(Lang::En, "RUB"), 60));
        let charts = document.sections[0].blocks.iter().filter_map(|it| match it {
            Block::Chart(chart) => Some(chart),
            _ => None,
        });
        let mut keys = Vec::new();
        for chart in charts {
            if let (Figure::Lines(lines), true) = (&chart.figure, chart.key.starts_with("sla")) {
                assert!(lines.panels.iter().all(|it| it.series.last().unwrap().ink == BASELINE));
            }
            keys.push(chart.key.to_string());
        }
        keys
    };
    let place = |keys: &[String], key: &str| keys.iter().position(|it| it == key).expect("shown");
    let of_clerk = keys(r#"{ hire = "clerk", start = 2026-02-01 }"#);
    assert_eq!(of_clerk[0], "sla-clerk", "{of_clerk:?}");
    assert!(place(&of_clerk, "sla-expert") > place(&of_clerk, "headcount"), "{of_clerk:?}");
    // The second role of the scenario comes first when it is the one that changes.
    let of_expert = keys(r#"{ set = "roles.expert.headcount", value = 1 }"#);
    assert_eq!(of_expert[0], "sla-expert", "{of_expert:?}");
}
