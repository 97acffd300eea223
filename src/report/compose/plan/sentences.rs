//! Sentences of a plan, each with the case in which it must not be said: one small plan that is
//! found once, and changed as each case needs it.

use super::staged::{Decided, vacancies};
use super::{Planned, plan, plan_csv};
use crate::ids::{InputId, RoleId};
use crate::measure::Column;
use crate::measures::Measure;
use crate::plan::answer::{Answer, Terms, answer};
use crate::plan::evidence::PLAN;
use crate::plan::search::run::Run;
use crate::plan::sensitivity::{Asked, explained};
use crate::plan::staged::data::ToMeasure;
use crate::report::{Block, Cell, Content, Dialect, Document, Locale, html, terminal};
use crate::scenario::{Lang, Study, load_text};
use crate::statistics::Interval;
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
        let answer = answer(&study, &terms, &run).expect("nobody stops it");
        assert!(!answer.staged.now.is_empty(), "{:?}", answer.staged.rule);
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
fn out_of_reach_is_said_only_of_what_is_not_reached() {
    let caution = "The probability asked for is not reached";
    let reached = |share: f64| {
        said(|_, answer| {
            answer.staged.kept.share = Interval::around(share, 0.05);
            answer.staged.kept.proved = false;
        })
    };
    assert!(reached(0.5).contains(caution));
    let unproved = reached(0.85);
    assert!(unproved.contains("80% is not proved") && !unproved.contains(caution), "{unproved}");
}

#[test]
fn the_best_is_never_more_than_what_cannot_be_met() {
    let best = |share: f64| {
        said(|_, answer| {
            let it = &mut answer.goals[0];
            (it.goal.asked, it.goal.share, it.share_with_plenty) = (0.9, 0.75, share);
        })
    };
    assert!(best(0.85).contains("90% cannot be met by any head-count, the best is 85.0%"));
    // A share over all months together is none of a month, however near.
    for together in [0.9, 0.902, 0.97] {
        let said = best(together);
        assert!(!said.contains("the best is"), "{said}");
        assert!(said.contains("surely enough, cannot be met by any head-count, although over"));
    }
}

#[test]
fn who_is_not_asked_for_today_does_not_tell_when_one_who_is_is_productive() {
    let asked = |somebody: bool| {
        said(|_, answer| {
            answer.unavoidable.late = Interval { value: 1_234.0, low: 1_000.0, high: 1_500.0 };
            answer.unavoidable.months = 3;
            if !somebody {
                answer.staged.now.clear();
            }
        })
    };
    let told = asked(true);
    assert!(
        told.contains("searched for from today") && told.contains("about 1,200 late"),
        "{told}"
    );
    assert!(!asked(false).contains("searched for from today"));
    assert!(!said(|_, answer| answer.unavoidable.months = 0).contains("put right before"));
}

#[test]
fn what_stays_open_with_the_plan_is_told_where_it_is_certainly_more() {
    let open = |low: f64, with: f64| {
        said(|_, answer| {
            let outcome = &mut answer.evidence.outcome;
            let of = |it: &Column| it.measure == Measure::Backlog;
            let [without, plan] = &mut outcome.policies[..] else { panic!("two policies") };
            for (policy, mean) in [(without, 523.0), (plan, with)] {
                let column = policy.columns.iter().position(of).expect("there is a backlog");
                policy.total[column].mean = mean;
            }
            let columns = &outcome.policies[1].columns;
            let mut all = outcome.comparisons.iter_mut();
            let found = all.find(|it| it.policy == 1 && of(&columns[it.column]));
            found.expect("it is compared").difference.ci_low = low;
        })
    };
    let sentence = "708 are open in the end with the plan, and 523 without it";
    assert!(open(100.0, 708.0).contains(sentence));
    assert!(!open(-1.0, 708.0).contains("are open in the end"), "it may be no more");
    assert!(!open(0.1, 523.2).contains("are open in the end"), "nobody sees a difference");
    let (require, give) = ("require an SLA of this stream", "give this stream an SLA");
    assert!(open(100.0, 708.0).contains(require) != open(100.0, 708.0).contains(give));
}

#[test]
fn an_effect_that_may_be_none_is_neither_told_nor_drawn() {
    let effect = |low: f64| {
        let (study, mut answer) = found().clone();
        let replications: Vec<u64> = (0..20).collect();
        let kept: Vec<f64> = replications.iter().map(|it| (it % 2) as f64).collect();
        let mut found = explained(&study, 1, Asked::AllKept, &replications, &kept);
        for it in &mut found.inputs {
            it.effect.swing = Interval { value: 0.3, low, high: 0.5 };
            it.share = Interval { value: 0.4, low, high: 0.6 };
        }
        answer.evidence.kept = Some(found);
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

/// What does not move the probability may move the cost: the two are not to contradict each other.
#[test]
fn where_nothing_moves_the_probability_it_is_said_of_the_probability_alone() {
    let told = |saves: f64| {
        let (study, mut answer) = found().clone();
        let replications: Vec<u64> = (0..20).collect();
        let kept: Vec<f64> = replications.iter().map(|it| (it % 2) as f64).collect();
        let mut found = explained(&study, 1, Asked::AllKept, &replications, &kept);
        let still = Interval { value: 0.0, low: -0.1, high: 0.1 };
        found.inputs.iter_mut().for_each(|it| it.effect.swing = still);
        answer.evidence.kept = Some(found);
        answer.staged.measure = vec![ToMeasure {
            what: InputId::new(0),
            title: Default::default(),
            decides: RoleId::new(0),
            items: None,
            precision: None,
            explains: 0.8,
            saves: Interval::around(saves, 1.0),
        }];
        let document = document(&study, &answer, Lang::En);
        let section = document.sections.iter().find(|it| it.key == "unknowns").expect("it is");
        let measures = terminal(&document, 100).contains("measure: ");
        (measures, format!("{:?}", section.blocks).replace('\u{a0}', " "))
    };
    let (measures, said) = told(1e6);
    let wanted = "Probability that every promise is kept: 50.0% on average; no unknown number";
    assert!(said.contains(wanted), "{said}");
    assert!(!said.contains("--answer"), "this command has no such option: {said}");
    assert!(measures && said.contains("for the sake of money"), "{said}");
    let (measures, said) = told(0.0);
    assert!(!measures && !said.contains("for the sake of money"), "nothing is worth it: {said}");
}

#[test]
fn late_items_are_one_figure_wherever_they_stand() {
    let (study, answer) = found();
    let row = |key: &str| {
        let mut rows = answer.staged.alternatives.iter();
        rows.find(|it| it.plan.key() == key).expect("it stands beside")
    };
    let (staged, nobody) = (row("staged"), row("nobody"));
    assert_eq!(row("never").breaches, nobody.breaches, "a rule that never fires is no plan");
    assert_eq!(staged.later.value, 0.0);
    let locale = Locale::new(Lang::En, "RUB");
    let page = html::page(&document(study, answer, Lang::En));
    let format = crate::report::compose::findings::breaches_format(nobody.breaches.value);
    let [with, without] = [staged, nobody].map(|it| locale.bare(it.breaches.value, format));
    let title = format!("Late a month: {with} with the plan, {without} if nobody is hired");
    assert!(page.contains(&title), "{title}");
}

/// Every chart, table and number of the page is of one plan: what is drawn month by month is what the
/// staged plan did, and no other plan has a section.
#[test]
fn the_page_tells_one_plan() {
    let (study, answer) = found();
    let document = document(study, answer, Lang::En);
    let keys: Vec<&str> = document.sections.iter().map(|it| &*it.key).collect();
    for gone in ["dates", "levels", "rules"] {
        assert!(!keys.contains(&gone), "{keys:?}");
    }
    let plan = answer.evidence.outcome.policies.iter().find(|it| &*it.key == PLAN).expect("a plan");
    let heads = plan.months_of(Measure::Headcount, "clerk").expect("the role is measured");
    let fan = &answer.staged.fans[0];
    let last = heads.last().expect("there are months").mean;
    let (low, high) = fan.months.last().map(|it| (it.p10, it.p90)).expect("there are months");
    assert!(low - 1.0 <= last && last <= high + 1.0, "{last} is not within {low}–{high}");
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
