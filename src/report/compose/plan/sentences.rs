//! Sentences of a plan, each with the case in which it must not be said: one small plan that is
//! found once, and changed as each case needs it.

use super::staged::{Decided, vacancies};
use super::{Planned, plan, plan_csv};
use crate::plan::answer::{Answer, Terms, answer};
use crate::plan::search::run::Run;
use crate::report::{Block, Cell, Content, Dialect, Document, Locale, html, terminal};
use crate::scenario::{Lang, Study, load_text};
use crate::statistics::Interval;
use crate::statistics::certificate::Certificate;
use jiff::ToSpan;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;

/// Tickets that double in eight months, one person, an uncertain effort.
const DESK: &str = r#"
[scenario]
name = "desk"
start = 2026-01-01
months = 8
language = "en"
[calendar]
base = "none"
hours = ["09:00-17:00"]
[drivers.clients]
linear = { from = 100, to = 260, months = 8 }
[roles.clerk]
headcount = 1
pay = 100000
time_to_fill = "40d"
[streams.ticket]
arrival = { rate = 5, per = "working-day", driver = "clients", at = 100 }
route = [{ effort = { mean = { min = "50min", max = "75min" }, cv = 0.5 }, role = "clerk" }]
[streams.ticket.sla.done]
to = "closed"
within = "12h"
target = "90%"
[[policies]]
key = "as-is"
[[policies]]
key = "never"
changes = [{ hire_when = "clerk", arrivals = ["ticket"], above = 100000, most = 1 }]
[plan]
confidence = "80%"
hire = { clerk = 3 }
rules = ["never"]
"#;

fn found() -> &'static (Study, Answer) {
    static FOUND: OnceLock<(Study, Answer)> = OnceLock::new();
    FOUND.get_or_init(|| {
        let study = load_text("desk.toml", DESK, None, &[], None).expect("a valid scenario");
        let stop = AtomicBool::new(false);
        let run = Run::new(1, 2, &|_| (), &stop);
        let terms = Terms { full: true, ..Terms::new(0.8, Some(30)) };
        let answer = answer(&study, None, &terms, &run).expect("nobody stops it");
        assert!(!answer.main.hires.is_empty() && answer.main.proved, "{:?}", answer.main.with);
        (study, answer)
    })
}

fn document(study: &Study, answer: &Answer, lang: Lang) -> Document {
    plan(Planned::new(study, answer, Locale::new(lang, "RUB"), 1, "plan"))
}

/// What is printed of an answer that was changed, on one line.
fn said(change: impl Fn(&mut Study, &mut Answer)) -> String {
    let (mut study, mut answer) = found().clone();
    change(&mut study, &mut answer);
    let text = terminal(&document(&study, &answer, Lang::En), 100);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn nobody_is_needed_only_where_the_promises_are_kept() {
    let nobody = |kept: u64| {
        said(|_, answer| {
            answer.main.hires.clear();
            answer.main.moves.clear();
            answer.main.with = Certificate::new(kept, 30);
            answer.main.proved = kept == 30;
            answer.main.provable = kept == 30;
            answer.main.attained = kept as f64 / 30.0;
        })
    };
    assert!(nobody(30).contains("Nobody is to be hired"));
    let none = nobody(0);
    assert!(!none.contains("Nobody is to be hired"), "{none}");
    assert!(none.contains("No hire that is allowed reaches 80%"), "{none}");
}

#[test]
fn what_everybody_reaches_is_not_called_out_of_reach() {
    let unproved = |attained: f64| {
        said(|_, answer| {
            answer.main.proved = false;
            answer.main.provable = false;
            answer.main.attained = attained;
        })
    };
    assert!(!unproved(1.0).contains("cannot be reached"));
    assert!(unproved(0.5).contains("cannot be reached"));
}

#[test]
fn not_knowing_is_a_part_of_a_spread_only_where_something_is_unknown() {
    let open = |answer: &mut Answer, low: f64| {
        for hire in &mut answer.main.hires {
            let day = hire.start;
            hire.start_range = [0, 1, 2].map(|it| Some(day.saturating_add(it.months())));
            hire.spread.inputs = Interval { value: 0.35, low, high: 0.6 };
        }
    };
    let share = "35% is not knowing the numbers";
    assert!(said(|_, answer| open(answer, 0.1)).contains(share));
    assert!(!said(|_, answer| open(answer, -0.1)).contains(share));
    let known = said(|study, answer| {
        open(answer, 0.1);
        study.policies.iter_mut().for_each(|it| it.scenario.inputs.clear());
        answer.evidence.kept = None;
        answer.evidence.date = None;
    });
    assert!(!known.contains(share) && known.contains("no unknown number"), "{known}");
}

#[test]
fn a_delay_is_not_said_to_make_a_promise_surer() {
    let later = |kept: u64, low: f64| {
        said(|_, answer| {
            let more = Interval { value: 20.0, low, high: 30.0 };
            answer.waiting.a_month_later = more;
            answer.waiting.kept_a_month_later = Certificate::new(kept, 30);
            answer.waiting.kept_in_time = Certificate::new(28, 30);
        })
    };
    assert!(later(20, 10.0).contains("probability 67% instead of 93%"));
    let surer = later(30, 10.0);
    assert!(surer.contains("20 breaches more over the horizon."), "{surer}");
    assert!(!later(20, -10.0).contains("All hires a month later"), "an effect that may be none");
}

#[test]
fn nobody_now_is_not_said_of_what_is_due_within_days() {
    let first = |days: i64| {
        said(|_, answer| {
            let (hires, start) = (&mut answer.main.hires, jiff::civil::date(2026, 1, 1));
            let more = hires[0].clone();
            hires.push(more);
            let count = hires.len() as i64;
            for (index, hire) in hires.iter_mut().enumerate() {
                hire.request = start.saturating_add((days + 30 * index as i64).days());
            }
            assert!(count > 1);
        })
    };
    let soon = first(2);
    assert!(soon.contains("the first by 3 January 2026"), "{soon}");
    assert!(!soon.to_lowercase().contains("nobody now"), "{soon}");
    let one = said(|_, answer| {
        answer.main.hires.truncate(1);
        answer.main.hires[0].request = jiff::civil::date(2026, 1, 3);
    });
    assert!(one.contains("Open 1 vacancy by 3 January 2026"), "{one}");
    assert!(!one.to_lowercase().contains("nobody now"), "{one}");
}

#[test]
fn who_is_not_asked_for_today_does_not_tell_when_one_who_is_comes() {
    let asked = |days: i64| {
        said(|_, answer| {
            answer.waiting.unavoidable = Interval { value: 9.0, low: 8.0, high: 10.0 };
            answer.waiting.unavoidable_months = 3;
            for hire in &mut answer.main.hires {
                hire.request = jiff::civil::date(2026, 1, 1).saturating_add(days.days());
            }
        })
    };
    assert!(asked(0).contains("Whoever is asked for today"));
    assert!(!asked(9).contains("Whoever is asked for today"));
}

#[test]
fn an_effect_that_may_be_none_is_neither_told_nor_drawn() {
    let effect = |low: f64| {
        let (study, mut answer) = found().clone();
        let kept = &mut answer.evidence.kept;
        let date = &mut answer.evidence.date;
        for found in kept.iter_mut().chain(date) {
            found.sd = 1.0;
            for it in &mut found.inputs {
                it.effect.swing = Interval { value: 0.3, low, high: 0.5 };
                it.share = Interval { value: 0.4, low, high: 0.6 };
            }
        }
        let document = document(&study, &answer, Lang::En);
        let blocks = document.sections.iter().flat_map(|it| &it.blocks);
        let mut charts = blocks.filter_map(|it| match it {
            Block::Chart(chart) => Some(&*chart.key),
            _ => None,
        });
        charts.any(|it| it.starts_with("what-"))
    };
    assert!(effect(0.1));
    assert!(!effect(-0.1));
}

#[test]
fn breaches_are_one_figure_wherever_they_stand() {
    let (study, answer) = found();
    let waiting = &answer.waiting;
    let rule = &answer.rules[0];
    assert!((waiting.without.value - waiting.with.value - waiting.more.value).abs() < 1e-9);
    assert_eq!(rule.breaches, waiting.without, "a rule that never fires is no plan");
    assert_eq!(rule.more_breaches, waiting.more);
    let locale = Locale::new(Lang::En, "RUB");
    let format = crate::report::compose::findings::breaches_format(waiting.without.value);
    let more = locale.amount(waiting.more.value, format);
    let text = said(|_, _| ());
    assert!(text.contains(&format!("without it {more} more breaches")), "{more}: {text}");
    let (with, without) =
        (locale.bare(waiting.with.value, format), locale.bare(waiting.without.value, format));
    let page = html::page(&document(study, answer, Lang::En));
    let title = format!("Breaches of promises a month: {with} with the plan, {without} without it");
    assert!(page.contains(&title), "{title}");
}

#[test]
fn heads_are_numbered_alike_in_the_csv_files_and_on_the_page() {
    let (study, answer) = found();
    let locale = Locale::new(Lang::En, "RUB");
    let planned = Planned::new(study, answer, locale, 1, "plan");
    let csv = plan_csv::hiring_csv(planned, Dialect::Plain);
    let csv = String::from_utf8(csv).expect("UTF-8");
    let numbers: Vec<&str> = csv.lines().skip(1).filter_map(|it| it.split(',').nth(2)).collect();
    let numbers: Vec<Content> =
        numbers.iter().map(|it| Cell::count(it.parse().expect("a number")).content).collect();
    let page = vacancies::people(Decided::of(planned)).expect("somebody is asked for");
    let cells: Vec<Content> = page.rows.iter().map(|it| it.cells[1].content.clone()).collect();
    assert_eq!(format!("{numbers:?}"), format!("{cells:?}"));
}

#[test]
fn a_lowered_promise_is_named_with_who_lowered_it_and_no_other_is() {
    let planned = |stated: f64, share: f64| {
        said(|_, answer| {
            let promise = &mut answer.staged.promises[0];
            (promise.stated, promise.planned) = (stated, share);
        })
    };
    assert!(!planned(0.9, 0.9).contains("The plan must keep"), "every SLA with its own target");
    assert!(planned(0.6, 0.6).contains("60% instead of 90%, as the file says"));
    let lowered = planned(0.9, 0.75);
    assert!(lowered.contains("75% instead of 90%, no head-count attains more"), "{lowered}");
    assert!(!lowered.contains("as the file says"));
}
