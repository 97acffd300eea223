//! A staged plan of the client-service department, made by hand: what reports are tested with.

use super::data::*;
use crate::ids::{InputId, RoleId, SlaId, StreamId};
use crate::measure::cost::Pay;
use crate::plan::search::moves::earliest_due;
use crate::scenario::{Discipline, Inputs, Study, Text, load};
use crate::statistics::Interval;
use jiff::civil::{Date, date};
use std::path::Path;

/// The shipped department.
pub(crate) fn department() -> Study {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/pass24.toml");
    load(&path, &[], None).expect("the shipped scenario is valid")
}

/// A role by its key.
pub(crate) fn role(study: &Study, key: &str) -> RoleId {
    let roles = &study.baseline().scenario.roles;
    RoleId::new(roles.iter().position(|it| it.key == key).expect("the role is there"))
}

/// The input that decides.
pub(crate) fn handling(study: &Study) -> InputId {
    let inputs = &study.baseline().scenario.inputs;
    let is_it = |it: &crate::scenario::Input| it.title.en == "Effort a ticket";
    InputId::new(inputs.iter().position(is_it).expect("the input is there"))
}

/// Some replications in which every promise was kept.
pub(crate) fn kept(share: f64, proved: bool) -> Kept {
    let passed = (share * 200.0).round() as u64;
    let share = Interval::around(share, 0.04).within(0.0, 1.0);
    Kept { passed, of: 200, share, proved }
}

/// A plan such as the pilot found: two TP managers now, six or seven in all.
pub(crate) fn staged(study: &Study) -> Staged {
    let [tp, engineer, success] =
        ["tp_manager", "engineer", "success_manager"].map(|it| role(study, it));
    let sla = |index: usize| SlaId::new(index);
    let cost = Spread {
        mean: Interval::around(41e6, 1.5e6),
        futures: Quantiles { p10: 30e6, p50: 41e6, p90: 52e6 },
    };
    let (key, title) = earliest_due();
    let lever = Lever {
        key,
        title,
        made: true,
        saves: Interval::around(8.4e6, 1e6),
        breaches: Interval::around(6.0, 2.0),
        before: Interval::around(0.0, 9.0),
        earlier: false,
        kept: (12, 12, 12),
    };
    let stand_in = Lever {
        key: "stand-in".into(),
        title: Text {
            ru: "Замещение руководителем".into(), en: "Head stands in".into()
        },
        made: false,
        saves: Interval::around(0.2e6, 0.9e6),
        breaches: Interval::around(-1.0, 3.0),
        before: Interval::around(0.0, 9.0),
        earlier: false,
        kept: (12, 12, 12),
    };
    let promise = |index: usize, asked, planned, with, without| PricedPromise {
        sla: sla(index),
        asked,
        stated: planned,
        planned,
        with,
        without,
        of: 8,
        relaxed: Vec::new(),
    };
    let mut promises = vec![
        promise(0, 1.0, 0.9, 0.97, 0.41),
        promise(1, 1.0, 0.9, 0.96, 0.12),
        promise(2, 1.0, 0.75, 0.93, 0.03),
    ];
    promises[2].relaxed = vec![relaxed(Step::Share(0.05), 3e6)];
    Staged {
        confidence: 0.9,
        rule: StagedRule {
            order: Some(Discipline::EarliestDue),
            moves: Vec::new(),
            roles: vec![rule(tp, 2, Some(0.88)), rule(engineer, 2, None), rule(success, 1, None)],
        },
        now: vec![now(study, tp, 2), now(study, engineer, 2), now(study, success, 1)],
        kept: kept(0.95, true),
        failed: 0,
        by_reading: readings(cost),
        cost,
        measure: vec![ToMeasure {
            what: handling(study),
            title: Text {
                ru: "Время на обращение".into(), en: "Effort a ticket".into()
            },
            decides: tp,
            items: Some(103.0),
            precision: Some(0.13),
            explains: 0.8,
            saves: Interval::around(14.2e6, 2e6),
        }],
        tables: vec![table(tp)],
        fans: vec![fan(study, tp)],
        temporary: Vec::new(),
        signposts: signposts(tp),
        alternatives: alternatives(cost),
        refused_order: None,
        levers: vec![lever, stand_in],
        unpriced: Vec::new(),
        left_out: Vec::new(),
        marginal: marginal(tp),
        promises,
        together: Vec::new(),
        all_from: 8,
        ladder: ladder(),
        map: map(tp),
        here: here(tp),
        warnings: Vec::new(),
        capped: Capped::default(),
        full: false,
    }
}

/// A step that saves so much, give or take a million.
pub(crate) fn relaxed(step: Step, saves: f64) -> Relaxed {
    let saving = Interval::around(saves, 1e6);
    let certain = saving.low > 0.0;
    Relaxed { step, people: 5.2, cost: 41e6 - saves, saving, kept: 38, of: 40, certain }
}

fn rule(role: RoleId, now: u32, target: Option<f64>) -> RoleRule {
    RoleRule { role, now, target, most: 9, first: 1.0, review: 3.0, last: 26.0, temporary: false }
}

/// Vacancies to open at the start.
pub(crate) fn now(study: &Study, role: RoleId, count: u32) -> Vacancies {
    let scenario = &study.baseline().scenario;
    let pay = Pay::of(&scenario.roles[role.index()], &Inputs::mean(scenario));
    Vacancies {
        role,
        count,
        request: date(2026, 2, 1),
        start: date(2026, 4, 19),
        productive: date(2026, 7, 19),
        pay,
        needed: count,
    }
}

fn readings(cost: Spread) -> Vec<ReadingFacts> {
    let text = |ru: &str, en: &str| Text { ru: ru.into(), en: en.into() };
    let question = text("Сколько работы в одном обращении", "How much work a ticket takes");
    let one = |reading: Text, hires: f64, mean: f64| ReadingFacts {
        unknown: question.clone(),
        reading,
        weight: 0.5,
        kept: kept(0.93, false),
        cost: Spread { mean: Interval::around(mean, 1e6), ..cost },
        hires: Quantiles { p10: hires, p50: hires + 1.0, p90: hires + 3.0 },
    };
    vec![
        one(text("1–2 часа (P-14)", "1–2 hours (P-14)"), 5.0, 47.4e6),
        one(text("18–27 минут (P-17)", "18–27 minutes (P-17)"), 2.0, 30.4e6),
    ]
}

fn table(role: RoleId) -> RuleTable {
    let (arrivals, minutes) = (vec![290.0, 340.0, 400.0, 460.0], vec![25.0, 60.0, 90.0, 120.0]);
    let people = |minutes: f64, level: f64| (minutes * level / 60.0 / 115.0).ceil().max(3.0) as u32;
    let rows = minutes.iter().map(|it| arrivals.iter().map(|level| people(*it, *level)).collect());
    let people: Vec<Vec<u32>> = rows.collect();
    let vacancies = people.iter().map(|it| it.iter().map(|it| it.saturating_sub(3)).collect());
    let vacancies = vacancies.collect();
    let review = date(2026, 3, 1);
    RuleTable {
        role,
        streams: vec![StreamId::new(0)],
        review,
        arrivals,
        minutes,
        people,
        vacancies,
        most: 460.0,
        temporary: None,
    }
}

/// A plan that takes two TP managers on for a time, and the table of that.
pub(crate) fn with_temporary(study: &Study) -> Staged {
    let mut staged = staged(study);
    let tp = staged.rule.roles[0].role;
    staged.rule.roles[0].temporary = true;
    let spread = |mean, p10, p50, p90| Spread {
        mean: Interval::around(mean, 0.1 * mean),
        futures: Quantiles { p10, p50, p90 },
    };
    staged.temporary = vec![TemporaryPeople {
        role: tp,
        people: spread(2.3, 0.0, 2.0, 5.0),
        at_once: Quantiles { p10: 0.0, p50: 2.0, p90: 4.0 },
        months: 4.2,
        cost: spread(1.9e6, 0.0, 1.7e6, 4.1e6),
    }];
    staged.signposts[1].temporary = 2;
    staged.alternatives[0].temporary = Quantiles { p10: 0.0, p50: 2.0, p90: 5.0 };
    let table = &mut staged.tables[0];
    table.temporary = Some(TemporaryTable {
        arrivals: 340.0,
        backlog: vec![50.0, 150.0],
        people: table.minutes.iter().map(|it| vec![0, (it / 50.0) as u32]).collect(),
        months: table.minutes.iter().map(|_| vec![0.0, 5.0]).collect(),
    });
    staged
}

fn fan(study: &Study, role: RoleId) -> Fan {
    let months = study.baseline().scenario.timeline.months();
    let month = |month: usize| {
        let grown = (month as f64 / 6.0).min(4.0);
        let there = if month < 3 { 1.0 } else { 3.0 };
        Quantiles {
            p10: there,
            p50: (there + grown * 0.8).round(),
            p90: (there + grown * 1.4).round(),
        }
    };
    Fan {
        role,
        months: (0..months).map(month).collect(),
        reviews: (0..9).map(|it| 1.0 + 3.0 * f64::from(it)).collect(),
        totals: vec![2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 5, 5, 6, 6, 6, 7, 7, 7, 8, 8],
    }
}

fn signposts(role: RoleId) -> Vec<Signpost> {
    let one = |review: Date, from, to, vacancies, people, probability| Signpost {
        role,
        review,
        from,
        to,
        vacancies,
        people,
        probability,
        temporary: 0,
        asked: 0.9,
        asked_vacancies: vacancies,
        asked_people: people,
    };
    vec![
        one(date(2026, 3, 1), 62.0, 84.0, 1, 4, 0.2),
        one(date(2026, 3, 1), 85.0, 121.0, 3, 6, 0.3),
        one(date(2026, 6, 1), 60.0, 118.0, 1, 7, 0.25),
    ]
}

fn alternatives(cost: Spread) -> Vec<Alternative> {
    let one = |plan, mean: f64, share, proved, now, hires: [f64; 3], breaches: f64| Alternative {
        plan,
        // Nobody costs nothing in every future.
        cost: Interval::around(mean, if mean == 0.0 { 0.0 } else { 1.5e6 }),
        kept: kept(share, proved),
        ours: 190,
        hires_now: now,
        hires: Quantiles { p10: hires[0], p50: hires[1], p90: hires[2] },
        temporary: Quantiles { p10: 0.0, p50: 0.0, p90: 0.0 },
        dearer: Interval::around(mean - cost.mean.value, 1e6),
        breaches: Interval::around(breaches, 4.0),
        later: Interval::around(breaches - 84.0, if breaches == 84.0 { 0.0 } else { 3.0 }),
        sooner: Interval::around(3.0 * (breaches - 84.0), if breaches == 84.0 { 0.0 } else { 9.0 }),
        broken: None,
        by_role: Vec::new(),
        absent: Vec::new(),
        lost: None,
    };
    let rule = Which::Policy(
        "rule-p71".into(),
        Text {
            ru: "Правило P-71: 400 обращений".into(), en: "Rule P-71: 400 tickets".into()
        },
    );
    vec![
        one(Which::Staged, 41e6, 0.95, true, 5, [7.0, 8.0, 12.0], 84.0),
        one(Which::Nobody, 0.0, 0.0, false, 0, [0.0; 3], 414.0),
        one(Which::Wait, 40.5e6, 0.94, true, 0, [7.0, 8.0, 12.0], 99.0),
        one(Which::Fixed, 53.3e6, 0.96, true, 10, [11.0; 3], 54.0),
        one(Which::Perfect, 36e6, 1.0, true, 5, [5.0, 7.0, 11.0], 66.0),
        one(rule, 6e6, 0.02, false, 0, [1.0, 1.0, 2.0], 342.0),
    ]
}

fn marginal(role: RoleId) -> Vec<Person> {
    let one = |number: u32, spared: f64, kept: (f64, f64)| Person {
        role,
        number,
        now: number <= 2,
        breaks: (number <= 6).then_some((SlaId::new(1), 5.0 + f64::from(number), kept.1 - kept.0)),
        missed: (number <= 6).then(|| ((16.0 * (kept.1 - kept.0)) as u64, 5.0 + f64::from(number))),
        anyway: number <= 2,
        spared: Interval::around(spared, 4.0),
        kept,
        of: 16,
        cost: 4.6e6,
        instead: 0.0,
        cheaper: None,
    };
    vec![
        one(1, 120.0, (0.0, 0.0)),
        one(2, 90.0, (0.0, 0.2)),
        one(3, 50.0, (0.2, 0.4)),
        one(4, 32.0, (0.4, 0.65)),
        one(5, 19.0, (0.65, 0.85)),
        one(6, 9.0, (0.85, 0.95)),
        one(7, 5.0, (0.95, 0.95)),
    ]
}

fn ladder() -> Ladder {
    let one = |share: f64, cost: f64, people: f64, knee: bool| Rung {
        kept: kept(share, share > 0.94),
        cost: Interval::around(cost, 0.8e6),
        people,
        now: vec![(RoleId::new(0), people as u32 / 3)],
        level: (share < 0.9).then_some(if share < 0.8 { 0.5 } else { 0.8 }),
        plan: share == 0.95,
        uncapped: false,
        knee,
    };
    let rungs = vec![
        one(0.52, 34e6, 6.1, false),
        one(0.81, 37e6, 7.0, true),
        one(0.95, 41e6, 8.1, false),
        one(0.98, 46e6, 9.4, false),
    ];
    let price = Interval { value: 0.3e6, low: 0.2e6, high: 0.5e6 };
    Ladder {
        rungs,
        missing: Vec::new(),
        last: Some(LastPercent { from: 0.81, to: 0.95, price, of: 120 }),
    }
}

fn map(role: RoleId) -> Vec<MapCell> {
    let levels = (0..9).map(|it| 250.0 + 30.0 * f64::from(it));
    let cells = levels.flat_map(|level| {
        (0..9).map(move |it| {
            let minutes = 20.0 + 13.0 * f64::from(it);
            let people = (level * minutes / 60.0 / 105.0).ceil().max(2.0) as u32;
            let people = (people <= 9).then_some(people);
            MapCell { role, level, minutes, people, probability: 0.93 }
        })
    });
    cells.collect()
}

fn here(role: RoleId) -> Vec<Here> {
    let text = |ru: &str, en: &str| Text { ru: ru.into(), en: en.into() };
    let one =
        |reading, minutes| Here { role, reading, now: (292.0, minutes), then: (490.0, minutes) };
    vec![
        one(text("1–2 часа (P-14)", "1–2 hours (P-14)"), 90.0),
        one(text("18–27 минут (P-17)", "18–27 minutes (P-17)"), 22.5),
    ]
}
