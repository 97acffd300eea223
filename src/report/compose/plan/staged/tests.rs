//! What a staged plan says, and when each sentence must not be said.

mod caps;
mod for_a_time;
mod levers;
mod map;
mod shown;
mod sure;
mod tables;
mod waiting;
mod warned;

use super::Decided;
use crate::ids::InputId;
use crate::plan::staged::data::{
    Alternative, Cap, Capped, Cheaper, Staged, ToMeasure, Unpriced, Which,
};
use crate::plan::staged::fixture::{department, kept, now, role, staged, with_temporary};
use crate::report::compose::context::Context;
use crate::report::{Finding, Locale};
use crate::scenario::{Lang, Study};
use crate::statistics::Interval;
use std::sync::OnceLock;

fn study() -> &'static Study {
    static STUDY: OnceLock<Study> = OnceLock::new();
    STUDY.get_or_init(department)
}

fn plan() -> Staged {
    staged(study())
}

fn binding(caps: Vec<Cap>) -> Capped {
    Capped { caps, binds: true, fewest_late: None }
}

fn decided(staged: &Staged, lang: Lang) -> Decided<'_> {
    let scenario = &study().baseline().scenario;
    let context = Context { scenario, locale: Locale::new(lang, "RUB") };
    let unknowns = &study().worlds.unknowns;
    Decided { context, staged, unknowns, chance: (4000, 7) }
}

/// Everything that is said, with plain spaces.
fn said(staged: &Staged, lang: Lang) -> Vec<Finding> {
    let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
    let findings = decided(staged, lang).findings().into_iter();
    let plain =
        |it: Finding| Finding { headline: plain(&it.headline), detail: plain(&it.detail), ..it };
    findings.map(plain).collect()
}

fn all(staged: &Staged, lang: Lang) -> String {
    let said = said(staged, lang);
    let lines = said.iter().map(|it| format!("{}. {}", it.headline, it.detail));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_first_sentence_is_what_to_do_today() {
    let plan = plan();
    let russian = &said(&plan, Lang::Ru)[0];
    let wanted =
        "Сейчас, 1 февраля 2026, откройте 5 вакансий: 2 менеджера ТП, 2 старших инженера, 1 МОС";
    assert_eq!(russian.headline, wanted);
    assert!(russian.detail.starts_with("Почти при любом исходе понадобятся все: без каждого"));
    assert!(
        russian
            .detail
            .contains("это бесплатно и экономит 8,4 млн ₽, но добавит 6 опозданий в месяц")
    );
    let english = &said(&plan, Lang::En)[0];
    let wanted = "Now, on 1 February 2026, open 5 vacancies: 2 TP managers, 2 senior engineers, 1 client-success manager";
    assert_eq!(english.headline, wanted);
}

#[test]
fn one_role_is_said_without_a_list_and_one_vacancy_in_the_singular() {
    let mut plan = plan();
    plan.now = vec![now(study(), role(study(), "tp_manager"), 1)];
    let headline = |plan: &Staged, lang| said(plan, lang)[0].headline.clone();
    assert_eq!(
        headline(&plan, Lang::Ru),
        "Сейчас, 1 февраля 2026, откройте 1 вакансию менеджера ТП"
    );
    assert_eq!(headline(&plan, Lang::En), "Now, on 1 February 2026, open 1 TP manager vacancy");
    plan.now[0].count = 2;
    assert!(headline(&plan, Lang::Ru).ends_with("откройте 2 вакансии менеджера ТП"));
    assert!(headline(&plan, Lang::En).ends_with("open 2 TP manager vacancies"));
}

#[test]
fn whoever_is_not_needed_in_every_reading_is_not_called_so() {
    let mut plan = plan();
    plan.now[0].needed = 0;
    let detail = &said(&plan, Lang::Ru)[0].detail;
    assert!(!detail.contains("понадобятся все"), "{detail}");
    let wanted = "понадобятся: старший инженер — 2 из 2, МОС — 1 из 1 — без каждого из них";
    assert!(detail.contains(wanted), "{detail}");
    plan.now.iter_mut().for_each(|it| it.needed = 0);
    let detail = &said(&plan, Lang::Ru)[0].detail;
    let none = "Нет никого, кто понадобится почти при любом исходе, то есть без кого и следующих обещания \
                его роли срываются не реже чем в 90 % тех из 16 прогонов, в которых план их держит, а в \
                каждом прочтении — не реже чем в половине: план берёт";
    assert!(detail.contains(none), "{detail}");
    plan.now.iter_mut().for_each(|it| it.needed = it.count);
    let detail = &said(&plan, Lang::Ru)[0].detail;
    assert!(detail.contains("Почти при любом исходе понадобятся все"), "{detail}");
    // Who was looked at in no replication is not said to be missed in any.
    plan.marginal.clear();
    let detail = &said(&plan, Lang::Ru)[0].detail;
    assert!(!detail.contains("исходе"), "{detail}");
}

#[test]
fn a_lever_is_not_said_to_save_what_is_not_certain() {
    let mut plan = plan();
    let before = |plan: &mut Staged, value: f64, half: f64| {
        plan.levers[0].before = Interval::around(value, half);
        all(plan, Lang::En)
    };
    let date = "before 1 October 2026 it";
    assert!(before(&mut plan, 120.0, 20.0).contains(&format!("{date} costs 120 late items more")));
    assert!(before(&mut plan, -120.0, 20.0).contains(&format!("{date} spares 120 late items")));
    assert!(!before(&mut plan, 120.0, 130.0).contains(date), "it may be none");
    plan.rule.moves = vec![(plan.levers[1].key.clone(), plan.levers[1].title.clone())];
    let saves = "“Head stands in” (saves";
    assert!(!all(&plan, Lang::En).contains(saves));
    (plan.levers[1].made, plan.levers[1].saves) = (true, Interval::around(5e6, 1e6));
    assert!(all(&plan, Lang::En).contains(saves));
    (plan.levers[1].saves, plan.levers[1].kept) = (Interval::around(1e6, 2e6), (47, 45, 48));
    let detail = all(&plan, Lang::En);
    let unsure = "“Head stands in” (whether it saves money is not proved: −1.0 M ₽ to 3.0 M ₽; of 48 fresh \
                  replications every promise is kept in 47, and without it in 45)";
    assert!(detail.contains(unsure) && !detail.contains(saves), "{detail}");
    let needed = "no plan without it is known";
    assert!(!detail.contains(needed), "one is");
    let key = plan.levers.remove(1).key;
    plan.unpriced = vec![Unpriced { key, title: Default::default(), without: None }];
    assert!(all(&plan, Lang::En).contains(needed));
    // What costs and keeps more is told with its price, and what keeps no more as well.
    let mut without = |without| {
        let saves = Interval::around(-6e4, 1e4);
        plan.unpriced[0].without = Some(Cheaper { saves, with: 16, without, of: 24 });
        all(&plan, Lang::En)
    };
    let costs = "(costs 60 k ₽; in hard replications the promises are kept more often with it)";
    assert!(without(15).contains(costs), "{}", without(15));
    assert!(!without(16).contains(costs) && without(16).contains("60 k ₽ cheaper)"));
    plan.rule.moves.clear();
    plan.levers[0].saves = Interval::around(1e6, 2e6);
    plan.levers[0].breaches = Interval::around(6.0, 9.0);
    let detail = &said(&plan, Lang::Ru)[0].detail;
    assert!(detail.contains("у чего раньше срок: это бесплатно."), "{detail}");
    plan.rule.order = None;
    assert!(!all(&plan, Lang::Ru).contains("раньше срок"));
}

#[test]
fn nothing_is_measured_where_nothing_is_worth_it() {
    let mut plan = plan();
    assert!(all(&plan, Lang::Ru).contains("До 1 марта 2026 измерьте: время на обращение"));
    plan.measure[0].saves = Interval::around(1e6, 2e6);
    assert!(!all(&plan, Lang::Ru).contains("измерьте"));
    plan.measure.clear();
    assert!(!all(&plan, Lang::Ru).contains("измерьте"));
}

#[test]
fn nobody_notes_minutes_of_what_is_no_effort() {
    let mut plan = plan();
    (plan.measure[0].items, plan.measure[0].precision) = (None, None);
    assert!(!all(&plan, Lang::Ru).contains("минуты"));
}

#[test]
fn nobody_is_told_to_look_again_where_nobody_is_hired_later() {
    let mut plan = plan();
    assert!(all(&plan, Lang::En).contains("every quarter after that, look into the table"));
    plan.rule.roles.iter_mut().for_each(|it| it.target = None);
    let said = all(&plan, Lang::En);
    assert!(!said.contains("after that") && !said.contains("measure:"), "{said}");
}

#[test]
fn the_load_is_said_where_there_is_no_table() {
    let mut plan = plan();
    plan.tables.clear();
    let said = all(&plan, Lang::Ru);
    assert!(said.contains("менеджер ТП — до 88 % рабочего времени"), "{said}");
    assert!(!said.contains("таблиц"), "{said}");
}

#[test]
fn all_at_once_is_dearer_only_where_it_is_as_sure_and_certainly_dearer() {
    let sentence = "где все и все даты назначены сразу, по всем";
    let mut plan = plan();
    assert!(all(&plan, Lang::Ru).contains(sentence));
    let fixed =
        plan.alternatives.iter().position(|it| it.plan == Which::Fixed).expect("it is there");
    plan.alternatives[fixed].kept = kept(0.85, false);
    assert!(!all(&plan, Lang::Ru).contains(sentence));
    plan.alternatives[fixed].kept = kept(0.95, true);
    plan.alternatives[fixed].dearer = Interval::around(1e6, 2e6);
    assert!(!all(&plan, Lang::Ru).contains(sentence));
    // What speaks against the plan is said too.
    plan.alternatives[fixed].dearer = Interval::around(-3e6, 1e6);
    assert!(all(&plan, Lang::Ru).contains("здесь дешевле на 3,0 млн"));
    assert!(!all(&plan, Lang::Ru).contains("этим не доказаны"));
    plan.alternatives[fixed].kept = kept(0.92, false);
    assert!(all(&plan, Lang::Ru).contains("но 90 % этим не доказаны: из 200 новых прогонов"));
    plan.alternatives[fixed].kept = kept(0.85, false);
    assert!(!all(&plan, Lang::Ru).contains("здесь дешевле на 3,0 млн"));
}

#[test]
fn what_is_not_proved_is_not_called_proved() {
    let mut plan = plan();
    assert!(all(&plan, Lang::Ru).contains("90 % доказаны"));
    plan.kept = kept(0.92, false);
    let said = all(&plan, Lang::Ru);
    assert!(said.contains("90 % не доказаны") && !said.contains("90 % доказаны"), "{said}");
    // What to do then depends on what was missing.
    assert!(said.contains("Чтобы это доказать, снизьте confidence"), "{said}");
    plan.kept.passed = plan.kept.of;
    assert!(all(&plan, Lang::En).contains("To have it proved, hold the plan against more"));
    plan.kept = kept(0.5, false);
    assert!(!all(&plan, Lang::En).contains("To have it proved"), "it is not even reached");
}

#[test]
fn rules_that_failed_before_are_told_only_of_a_plan_that_is_proved() {
    let mut plan = plan();
    let sentence = "Найденные раньше правила такую проверку не прошли: 2";
    assert!(!all(&plan, Lang::Ru).contains("Найденные раньше"));
    plan.failed = 2;
    assert!(all(&plan, Lang::Ru).contains(sentence));
    plan.kept = kept(0.92, false);
    assert!(!all(&plan, Lang::Ru).contains("Найденные раньше"));
}

#[test]
fn the_floor_is_told_only_where_knowing_certainly_saves() {
    let mut plan = plan();
    assert!(
        all(&plan, Lang::Ru)
            .contains("Из этого 5,0 млн ₽ (4,0–6,0 млн ₽) — плата за неизвестность")
    );
    let perfect = plan.alternatives.iter_mut().find(|it| it.plan == Which::Perfect).expect("it is");
    perfect.dearer = Interval::around(-1e6, 2e6);
    assert!(!all(&plan, Lang::Ru).contains("неизвестность"));
}

#[test]
fn nobody_is_needed_only_where_the_promises_are_kept() {
    let mut plan = plan();
    plan.now.clear();
    plan.fans.clear();
    plan.measure.clear();
    plan.rule.roles.clear();
    plan.rule.order = None;
    let enough = "Нанимать никого не нужно: обещания держатся и так";
    assert_eq!(said(&plan, Lang::Ru)[0].headline, enough);
    plan.kept = kept(0.0, false);
    let first = said(&plan, Lang::Ru).remove(0);
    let wanted = "План никого не нанимает, и все обещания держатся лишь с вероятностью 0 %, а запрошено 90 %";
    assert_eq!(first.headline, wanted);
    // A cap is no reason to call nobody enough.
    plan.kept = kept(0.95, false);
    assert!(all(&plan, Lang::Ru).contains("но запрошенные 90 % не доказаны"), "it may be chance");
    assert!(!all(&plan, Lang::Ru).contains(enough));
    plan.kept = kept(0.95, true);
    plan.capped = binding(vec![Cap::People(0)]);
    assert!(!all(&plan, Lang::Ru).contains(enough));
}

#[test]
fn nobody_now_is_not_nobody_ever() {
    let mut plan = plan();
    plan.now.clear();
    let first = &said(&plan, Lang::Ru)[0];
    let wanted = "Сейчас вакансий не открывайте; следующее решение — 1 марта 2026";
    assert_eq!(first.headline, wanted);
    assert!(!first.detail.contains("понадобятся"), "{}", first.detail);
    // Whom the first review asks for is told where it mostly does.
    let told = "Чаще всего в этот день открывают: менеджер ТП — ";
    let first_day = jiff::civil::date(2026, 3, 1);
    plan.signposts.iter_mut().for_each(|it| it.review = first_day);
    plan.signposts.iter_mut().for_each(|it| it.probability = 0.4);
    assert!(said(&plan, Lang::Ru)[0].detail.contains(told), "{:?}", plan.signposts);
    plan.signposts.iter_mut().for_each(|it| it.asked = 0.3);
    assert!(
        !said(&plan, Lang::Ru)[0].detail.contains(told),
        "such minutes are likely, a vacancy is not"
    );
    plan.signposts.iter_mut().for_each(|it| (it.probability, it.asked) = (0.1, 1.0));
    assert!(!said(&plan, Lang::Ru)[0].detail.contains(told), "mostly nobody is");
}

#[test]
fn knowing_saves_nothing_that_a_plan_less_sure_would_save() {
    let mut plan = plan();
    let (saves, open) = ("to decide on the other vacancies after that", "saves cannot be told");
    let decides = "hangs on this number more than on any other that is not known: it explains 80%";
    let first = all(&plan, Lang::En);
    assert!(first.contains(saves) && !first.contains(open) && !first.contains(decides), "{first}");
    // A second number, which explains more.
    let second = ToMeasure {
        what: InputId::new(plan.measure[0].what.index() + 1),
        title: crate::scenario::Text { en: "Visits".into(), ..Default::default() },
        explains: 0.9,
        saves: Interval::around(5e6, 1e6),
        ..plan.measure[0].clone()
    };
    plan.measure.push(second);
    assert!(all(&plan, Lang::En).contains("Worth most after that: visits"));
    let fixed = plan.alternatives.iter_mut().find(|it| it.plan == Which::Fixed).expect("it is");
    fixed.kept = kept(0.5, false);
    let unsure = all(&plan, Lang::En);
    assert!(!unsure.contains(saves) && !unsure.contains("Worth most after that"), "{unsure}");
    assert!(unsure.contains(&format!("{open}: no plan that fixes every date at once")));
    assert!(unsure.contains("measure: visits") && unsure.contains("it explains 90%"), "{unsure}");
    let fixed = plan.alternatives.iter_mut().find(|it| it.plan == Which::Fixed).expect("it is");
    fixed.kept = kept(0.95, true);
    plan.kept = kept(0.5, false);
    let unsure = all(&plan, Lang::En);
    assert!(!unsure.contains(saves) && !unsure.contains("Worth most after that"), "{unsure}");
    assert!(unsure.contains(&format!("{open}: the plan does not keep the promises")), "{unsure}");
}

#[test]
fn plans_of_the_document_that_do_nothing_are_one_line_and_no_other_is() {
    let mut plan = plan();
    let note = |plan: &Staged| {
        let table = super::alternatives::table(decided(plan, Lang::En)).expect("a table");
        (table.rows.len(), table.note.contains("Hire nobody in any replication"))
    };
    let all = plan.alternatives.len();
    assert_eq!(note(&plan), (all, false));
    let nobody = plan.alternatives.iter().find(|it| it.plan == Which::Nobody).expect("it is there");
    let idle = Which::Policy("p-71".into(), Default::default());
    let idle = Alternative { plan: idle, ..nobody.clone() };
    plan.alternatives.push(idle);
    assert_eq!(note(&plan), (all, true));
    plan.alternatives[all].cost.value += 1.0;
    assert_eq!(note(&plan), (all + 1, false), "it pays somebody");
}

#[test]
fn people_for_a_time_are_told_only_where_somebody_is_taken_on() {
    let (without, with) = (plan(), with_temporary(study()));
    let words = ["на время", "for a time"];
    for (lang, word) in [Lang::Ru, Lang::En].into_iter().zip(words) {
        assert!(!all(&without, lang).contains(word), "{lang:?}");
        let blocks =
            |it| format!("{:?} {:?}", decided(it, lang).then(), decided(it, lang).beside());
        assert!(!blocks(&without).to_lowercase().contains(word), "{lang:?}");
        assert!(blocks(&with).to_lowercase().contains(word), "{lang:?}");
    }
    let russian = "Накопившееся разбирают люди, взятые на время: менеджер ТП — в среднем 2,3 за весь срок \
                   (в 8 случаях из 10 — 0–5), каждый примерно на 4 месяца, все вместе 1,9 млн ₽.";
    assert!(all(&with, Lang::Ru).contains(russian), "{}", all(&with, Lang::Ru));
    let mut rarely = with;
    rarely.temporary[0].people.futures.p90 = 0.0;
    assert!(all(&rarely, Lang::Ru).contains("(чаще всего никого)"));
}
