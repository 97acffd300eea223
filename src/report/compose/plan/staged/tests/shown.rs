//! What a staged plan shows: headlines of charts, tables, CSV files, and all of it as pictures.

use super::{all, decided, plan};
use crate::ids::{RoleId, SlaId};
use crate::plan::staged::data::{Missing, RelaxedTogether, Staged, Step};
use crate::plan::staged::fixture::relaxed;
use crate::report::compose::plan::staged::{charts, csv, ladder, people};
use crate::report::{Block, Dialect, Document, Figure, Section};
use crate::scenario::Lang;
use crate::statistics::Interval;

#[test]
fn the_headline_of_a_fan_and_the_text_have_the_same_numbers() {
    let title = |plan: &Staged, lang| {
        let blocks = decided(plan, lang).then().into_iter();
        let mut found = blocks.filter_map(|it| match it {
            Block::Chart(chart) if chart.key == "head-count-1" => Some(chart.title),
            _ => None,
        });
        found.next_back().expect("a fan").replace(['\u{a0}', '\u{202f}'], " ")
    };
    let mut plan = plan();
    let mostly = "в 16 случаях из 20";
    let said = title(&plan, Lang::Ru);
    let range = said.split("всего ").nth(1).and_then(|it| it.split(' ').next()).expect("a range");
    assert!(said.contains(mostly), "{said}");
    let text = all(&plan, Lang::Ru);
    assert!(text.contains(&format!("{mostly}: менеджер ТП — {range}")), "{range}: {text}");
    plan.now.clear();
    assert!(title(&plan, Lang::Ru).contains("сейчас никого"));
    plan.fans[0].totals.fill(1);
    assert!(all(&plan, Lang::En).contains("in each of the 20 cases: TP manager 1."));
    assert_eq!(title(&plan, Lang::En), "TP manager: 1 hired by the end in all 20 outcomes");
}

#[test]
fn a_person_whose_effect_may_be_none_is_not_drawn() {
    let shown = |plan: &Staged| {
        let blocks = decided(plan, Lang::En).explained().into_iter();
        let mut found = blocks.filter_map(|it| match it {
            Block::Chart(chart) if chart.key == "marginal" => Some(chart),
            _ => None,
        });
        let chart = found.next().expect("a staircase");
        let Figure::Bars(bars) = chart.figure else { panic!("it has bars") };
        bars.bars
    };
    let mut plan = plan();
    let all = shown(&plan);
    assert!(all.iter().all(|it| it.value.is_finite()));
    plan.marginal[2].spared = Interval::around(-2.0, 3.0);
    // Everybody has a row, and the interval says how much is open.
    let bars = shown(&plan);
    assert_eq!((bars.len(), bars[2].interval), (all.len(), Some((-5.0, 1.0))));
    let drawn: Vec<bool> = bars.iter().map(|it| it.value.is_finite()).collect();
    assert_eq!(drawn, [true, true, false, true, true, true, true]);
    // What would be printed as nothing has neither a column nor a price.
    let priced = |plan: &Staged| {
        let table = people::table(decided(plan, Lang::En)).expect("a table");
        format!("{:?}", table.rows[3].cells[table.rows[3].cells.len() - 1].content)
    };
    let before = priced(&plan);
    plan.marginal[3].spared = Interval::around(0.02, 0.01);
    assert!(shown(&plan)[3].value.is_nan());
    assert_ne!(priced(&plan), before);
    assert_eq!(bars[2].label.replace('\u{a0}', " "), "TP manager 3, later: 3 → 6");
}

#[test]
fn what_is_compared_in_pairs_stands_as_far_from_the_plan_as_it_is_said() {
    let points = |plan: &Staged| {
        let chart = charts::alternatives(decided(plan, Lang::En)).expect("it is drawn");
        let Figure::Curve(curve) = chart.figure else { panic!("it is a curve") };
        curve.points
    };
    let mut plan = plan();
    plan.alternatives[4].dearer = Interval::around(-5e6, 2e6);
    let drawn = points(&plan);
    assert_eq!(drawn[4].across, Some((34e6, 38e6)));
    assert_eq!(drawn[0].across, None, "the plan does not differ from itself");
    assert_eq!(drawn[1].across, None, "nobody costs nothing in every future");
    let still = Interval::around(0.0, 0.0);
    (plan.alternatives[3].dearer, plan.alternatives[3].later) = (still, still);
    assert_eq!(points(&plan).len() + 1, drawn.len(), "what does the same is the same point");
    plan.alternatives[3].later = Interval::around(1.0, 2.0);
    assert_eq!(points(&plan).len(), drawn.len());
}

#[test]
fn whom_a_plan_of_the_document_must_still_find_is_said_only_where_it_must() {
    let mut plan = plan();
    let note = |plan: &Staged, lang| {
        let table = super::super::alternatives::table(decided(plan, lang)).expect("a table");
        table.note.replace('\u{a0}', " ")
    };
    assert!(!note(&plan, Lang::En).contains("still to be found"));
    let rule = plan.alternatives.last_mut().expect("the document's rule");
    rule.absent = vec![(RoleId::new(0), 1)];
    let en = "“Rule P-71: 400 tickets” reckons that these are still to be found: 1 head of department; this plan, that";
    let said = note(&plan, Lang::En);
    assert!(said.to_lowercase().contains(&en.to_lowercase()), "{said}");
    let ru = "«Правило P-71: 400 обращений» исходит из того, что ещё нужно найти: 1 руководитель";
    assert!(note(&plan, Lang::Ru).contains(ru), "{}", note(&plan, Lang::Ru));
}

#[test]
fn a_person_without_whom_more_is_paid_is_explained() {
    let note = |plan: &Staged| people::table(decided(plan, Lang::En)).expect("a table").note;
    let mut plan = plan();
    plan.marginal[0].cost = -13e6;
    assert!(!note(&plan).contains("A negative cost"), "nobody is taken on for a time instead");
    plan.marginal[0].instead = 3.0;
    assert!(note(&plan).contains("A negative cost: without this person people taken on"));
    plan.marginal[0].cost = 4e6;
    assert!(!note(&plan).contains("A negative cost"), "no cost is negative");
}

#[test]
fn a_rung_says_what_it_was_looked_for_and_more_are_offered_only_where_there_are() {
    let labels = |plan: &Staged| -> Vec<String> {
        let chart = ladder::chart(decided(plan, Lang::En)).expect("it is drawn");
        let Figure::Curve(curve) = chart.figure else { panic!("it is a curve") };
        curve.points.iter().map(|it| it.label.replace('\u{a0}', " ")).collect()
    };
    let mut plan = plan();
    let wanted = [
        "for 50%: 52%, 34.0 M ₽",
        "for 80%: 81%, 37.0 M ₽",
        "this plan: 95%, 41.0 M ₽",
        "98%, 46.0 M ₽",
    ];
    assert_eq!(labels(&plan), wanted);
    plan.ladder.rungs[3].uncapped = true;
    assert_eq!(labels(&plan)[3], "without the cap: 98%, 46.0 M ₽");
    let note = |plan: &Staged| ladder::table(decided(plan, Lang::En)).expect("a table").note;
    assert!(note(&plan).contains("are looked for with --full"));
    plan.full = true;
    assert!(!note(&plan).contains("--full"));
}

#[test]
fn a_rung_says_whom_it_asks_for_now_or_that_it_asks_for_nobody() {
    let mut plan = plan();
    let first = |plan: &Staged, rung: usize| {
        let table = ladder::table(decided(plan, Lang::En)).expect("a table");
        format!("{:?}", table.rows[rung].cells[2].content).replace("\\u{a0}", " ")
    };
    plan.ladder.rungs[0].now = vec![(RoleId::new(1), 2), (RoleId::new(4), 1)];
    assert!(first(&plan, 0).contains("2 TP managers, 1 senior engineer"), "{}", first(&plan, 0));
    let nobody = "nobody";
    assert!((0..4).all(|it| !first(&plan, it).contains(nobody)), "each asks for somebody");
    plan.ladder.rungs[1].now.clear();
    assert!(first(&plan, 1).contains(nobody), "{}", first(&plan, 1));
}

#[test]
fn the_last_percent_is_priced_and_a_confidence_without_a_rung_is_named_only_where_that_follows() {
    let note = |plan: &Staged| {
        let table = ladder::table(decided(plan, Lang::En)).expect("a table");
        table.note.replace('\u{a0}', " ")
    };
    let mut plan = plan();
    let price = "between the rungs of 81% and 95% a percentage point costs 300 k ₽ (200–500 k ₽), \
                 in 120 replications of both.";
    let open = "What the last percent costs these replications do not tell";
    assert!(note(&plan).contains(price) && !note(&plan).contains(open), "{}", note(&plan));
    plan.ladder.last = None;
    assert!(!note(&plan).contains("percentage point costs") && note(&plan).contains(open));
    assert!(!note(&plan).contains("There is no rung"));
    let missing = |above, below| Missing { level: 0.8, above, below };
    plan.ladder.missing = vec![missing(Some(0.91), Some(0.64))];
    let jump = "There is no rung for 80%: of the rules that were tried none cheaper than the rung of \
                91% reaches 80%, and the next below is at 64%.";
    assert!(note(&plan).contains(jump), "{}", note(&plan));
    plan.ladder.missing = vec![missing(Some(0.91), None)];
    assert!(note(&plan).contains("no rule cheaper than the rung of 91% was found"));
    plan.ladder.missing = vec![missing(None, Some(0.7))];
    assert!(note(&plan).contains("none of the rules that were tried reaches it"));
}

#[test]
fn that_no_relaxed_promise_saves_is_said_only_where_all_were_tried_and_none_did() {
    let note = |plan: &Staged| {
        let table = decided(plan, Lang::En).promises().expect("a table");
        table.note.replace('\u{a0}', " ")
    };
    let (none, nor) = ("Whichever promise is relaxed alone", "Nor is one found");
    let mut plan = plan();
    let certain = note(&plan);
    assert!(certain.contains("in 40 fresh replications") && !certain.contains(none), "{certain}");
    plan.promises[2].relaxed = vec![relaxed(Step::Share(0.05), 0.5e6)];
    assert!(note(&plan).contains(none) && !note(&plan).contains(nor), "no role was tried");
    let slas = vec![SlaId::new(0), SlaId::new(1)];
    let role = plan.rule.roles[0].role;
    let both = vec![relaxed(Step::Share(0.1), 0.2e6), relaxed(Step::Limit(2.0), 4e6)];
    plan.together = vec![RelaxedTogether { role, slas, relaxed: both }];
    let saves = "All promises of TP manager together (limits × 2): the plan is 4.0 M ₽ cheaper (3.0–5.0 M ₽).";
    assert!(note(&plan).contains(saves) && !note(&plan).contains(nor), "{}", note(&plan));
    let none_alone = plan.promises.clone();
    plan.promises[2].relaxed = vec![relaxed(Step::Share(0.05), 3e6)];
    assert!(note(&plan).contains(saves) && !note(&plan).contains(none), "one saves alone");
    plan.together[0].relaxed.truncate(1);
    assert!(!note(&plan).contains(nor), "one saves alone");
    plan.promises = none_alone;
    assert!(note(&plan).contains(nor) && !note(&plan).contains("together (limits"));
    plan.promises.iter_mut().for_each(|it| it.relaxed.clear());
    let shares = "Shares with the plan and without it: in the same fresh replications, 8 of them.";
    assert_eq!(note(&plan), shares, "nothing was relaxed");
}

#[test]
fn a_headline_of_a_chart_says_only_what_is_certain() {
    let title = |plan: &Staged, key: &str| {
        let decided = decided(plan, Lang::En);
        let blocks = [decided.beside(), decided.explained()].concat();
        let found = blocks.into_iter().find_map(|it| match it {
            Block::Chart(chart) if chart.key == key => Some(chart.title),
            _ => None,
        });
        found.expect("the chart is there").replace('\u{a0}', " ")
    };
    let mut plan = plan();
    let saves = "Deciding in stages saves 12.3 M ₽ against fixing all dates at once";
    assert_eq!(title(&plan, "alternatives"), saves);
    plan.alternatives[3].dearer = Interval::around(1e6, 2e6);
    assert!(!title(&plan, "alternatives").contains("saves"));
    assert!(title(&plan, "marginal").contains("first hired spares 120 late"));
    plan.marginal[6].spared = Interval::around(110.0, 100.0);
    assert!(!title(&plan, "marginal").contains("first hired"));
    let certain = plan.clone();
    plan.marginal.iter_mut().skip(1).for_each(|it| it.spared = Interval::around(1.0, 2.0));
    let alone = title(&plan, "marginal");
    assert!(alone.ends_with("hire no. 1 spares 120 late items a month"), "{alone}");
    plan.marginal[0].spared = Interval::around(1.0, 2.0);
    assert!(title(&plan, "marginal").contains("late items do not tell"));
    plan = certain;
    assert!(title(&plan, "confidence").contains("cheap up to 81%"));
    plan.ladder.rungs[3].cost = Interval::around(46e6, 20e6);
    assert!(!title(&plan, "confidence").contains("cheap"));
}

#[test]
fn empty_parts_make_no_tables_and_no_charts() {
    let mut plan = plan();
    plan.tables.clear();
    plan.signposts.clear();
    plan.fans.clear();
    plan.map.clear();
    plan.by_reading.clear();
    plan.levers.clear();
    plan.alternatives.truncate(1);
    plan.marginal.clear();
    plan.ladder = Default::default();
    plan.promises.clear();
    let decided = decided(&plan, Lang::Ru);
    assert!(decided.then().is_empty() && decided.beside().is_empty());
    assert!(decided.explained().is_empty() && decided.promises().is_none());
}

#[test]
fn csv_files_have_the_columns_of_their_contract() {
    let plan = plan();
    let files = csv::files(decided(&plan, Lang::Ru), Dialect::Plain);
    let wanted = [
        (
            "signposts.csv",
            "role,review,observed,from,to,vacancies,people,probability,temporary,asked,vacancies_if_asked,people_if_asked",
        ),
        (
            "alternatives.csv",
            "plan,cost,cost_low,cost_high,probability,ci_low,ci_high,hires_now,hires_p10,hires_p50,hires_p90,temporary_p10,temporary_p50,temporary_p90",
        ),
        (
            "marginal.csv",
            "role,person,breaks,month,share,cheaper,saving,replications,spares,spares_low,spares_high,kept_without,kept_with,cost",
        ),
        (
            "promises.csv",
            "sla,relaxed_to,people,cost,saving,saving_low,saving_high,kept,replications,certain",
        ),
        ("staffing-map.csv", "role,measure,level,input,value,people,probability"),
    ];
    for ((name, file), (wanted_name, header)) in files.iter().zip(wanted) {
        let text = String::from_utf8_lossy(file);
        assert_eq!((*name, text.lines().next()), (wanted_name, Some(header)));
        assert!(text.lines().count() > 1, "{name} has rows");
    }
    let mut steps = plan.clone();
    let slas = vec![SlaId::new(0), SlaId::new(1)];
    let role = plan.rule.roles[0].role;
    let both = vec![relaxed(Step::Share(0.1), 0.2e6), relaxed(Step::WorkingDays, 4e6)];
    steps.together = vec![RelaxedTogether { role, slas, relaxed: both }];
    steps.promises[0].relaxed = vec![relaxed(Step::Limit(2.0), 0.5e6)];
    let files = csv::files(decided(&steps, Lang::Ru), Dialect::Plain);
    let text = String::from_utf8_lossy(&files[3].1);
    let to: Vec<&str> = text.lines().skip(1).filter_map(|it| it.split(',').nth(1)).collect();
    assert_eq!(to, ["x2", "0.7", "-0.1", "working days"], "{text}");
    let empty = Staged { signposts: Vec::new(), ..plan };
    let files = csv::files(decided(&empty, Lang::Ru), Dialect::Plain);
    assert_eq!(String::from_utf8_lossy(&files[0].1).lines().count(), 1);
}

/// Both languages on a terminal, and every chart as a picture, to be looked at: with `STAFFCAST_GALLERY`
/// naming a folder.
#[test]
fn the_gallery_is_drawn() {
    let plan = plan();
    for (lang, name) in [(Lang::Ru, "ru"), (Lang::En, "en")] {
        let decided = decided(&plan, lang);
        let parts = [
            decided.findings().into_iter().map(Block::Finding).collect(),
            decided.then(),
            decided.beside(),
            decided.explained(),
            decided.promises().map(Block::Table).into_iter().collect(),
        ];
        let blocks: Vec<Block> = parts.concat();
        let section = Section { key: "answer".into(), heading: "…".into(), blocks };
        let document = Document {
            locale: decided.locale,
            title: "staged".into(),
            subtitle: String::new(),
            sections: vec![section],
        };
        let text = crate::report::terminal(&document, 100);
        assert!(text.lines().count() > 30);
        assert_eq!(document.charts().count(), 5);
        let Some(folder) = std::env::var_os("STAFFCAST_GALLERY") else { continue };
        let folder = std::path::PathBuf::from(folder);
        std::fs::create_dir_all(&folder).expect("the folder can be made");
        std::fs::write(folder.join(format!("staged-{name}.txt")), text).expect("it is written");
        for chart in document.charts() {
            let scene = crate::report::chart::draw(chart, decided.locale);
            let picture =
                crate::report::chart::png(&scene, &crate::report::chart::Palette::LIGHT, 1.0);
            let path = folder.join(format!("staged-{name}-{}.png", chart.key));
            std::fs::write(path, picture).expect("it is written");
        }
    }
}
