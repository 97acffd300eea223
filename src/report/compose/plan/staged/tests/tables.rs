//! What tables of a staged plan say of their numbers.

use super::super::rule_table;
use super::{decided, plan, study};
use crate::plan::staged::data::Staged;
use crate::plan::staged::fixture::kept;
use crate::scenario::Lang;

#[test]
fn the_title_of_the_promises_says_what_is_required_and_never_what_is_kept() {
    let mut plan = plan();
    let title = |plan: &_, lang| {
        let title = decided(plan, lang).promises().expect("a table").title;
        title.replace('\u{a0}', " ")
    };
    let all = study().baseline().scenario.slas.len();
    let wanted = format!("Promises: the plan is required to keep 3 of {all} SLAs");
    assert_eq!(title(&plan, Lang::En), wanted);
    (plan.kept, plan.promises[0].with) = (kept(0.0, false), 0.1);
    assert_eq!(title(&plan, Lang::En), wanted, "it breaks them");
    assert_eq!(title(&plan, Lang::Ru), format!("Обещания: план обязан держать 3 из {all} SLA"));
}

#[test]
fn columns_without_brackets_are_explained_only_beside_columns_with_them() {
    let mut plan = plan();
    let note = |plan: &Staged, lang| {
        rule_table::tables(decided(plan, lang))[0].note.replace('\u{a0}', " ")
    };
    let (english, russian) = ("there are no brackets, because", "скобок нет, потому что");
    assert!(!note(&plan, Lang::En).contains(english), "every column may have come by then");
    let table = &mut plan.tables[0];
    table.most = 350.0;
    table.vacancies.iter_mut().for_each(|row| row[2..].fill(0));
    let said = note(&plan, Lang::En);
    assert!(said.contains("From 400 a month on there are no brackets, because no"), "{said}");
    assert!(said.contains("so many by 1 March 2026; in the other columns"), "{said}");
    let said = note(&plan, Lang::Ru);
    assert!(said.contains(&format!("От 400 в месяц {russian} столько к 1 марта 2026")), "{said}");
    plan.tables[0].vacancies.iter_mut().for_each(|row| row.fill(0));
    assert!(!note(&plan, Lang::En).contains(english), "there is none to stand beside");
    // What is not there is not explained.
    assert!(!note(&plan, Lang::En).contains("in brackets"), "{}", note(&plan, Lang::En));
}

#[test]
fn which_items_a_table_counts_is_named() {
    let mut plan = plan();
    let note = |plan: &Staged| rule_table::tables(decided(plan, Lang::En))[0].note.clone();
    assert!(
        note(&plan).starts_with("The items of these streams are counted: “"),
        "{}",
        note(&plan)
    );
    let one = note(&plan);
    plan.tables[0].streams.push(crate::ids::StreamId::new(1));
    let two = note(&plan);
    assert!(two.contains("” and “") && !one.contains("” and “"), "{two}");
}

#[test]
fn a_vacancy_that_may_come_stands_with_its_own_probability() {
    let mut plan = plan();
    plan.signposts[0].vacancies = 0;
    (plan.signposts[0].asked, plan.signposts[0].asked_vacancies) = (0.3, 2);
    let table = rule_table::signposts(decided(&plan, Lang::En)).expect("a table");
    let shown: Vec<String> =
        table.rows[0].cells.iter().map(|it| format!("{:?}", it.content)).collect();
    assert!(shown[4].contains("0.3") && shown[5].contains('2'), "{shown:?}");
    assert!(table.note.contains("one such case of five") && !table.note.contains("for a time"));
    plan.signposts[1].temporary = 1;
    let table = rule_table::signposts(decided(&plan, Lang::En)).expect("a table");
    assert!(table.note.contains("Take on for a time: median of all"), "{}", table.note);
}
