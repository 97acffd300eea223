//! What a reader is warned of before acting on a plan.

use super::{decided, plan, study};
use crate::plan::staged::data::Staged;
use crate::plan::staged::fixture::role;
use crate::plan::staged::warning::{Cure, Early, Instead, Missed, Warning};
use crate::report::compose::plan::staged::vacancies;
use crate::scenario::Lang;
use crate::statistics::Interval;

#[test]
fn an_idle_role_is_told_with_what_is_cheaper() {
    let mut plan = plan();
    let tp = role(study(), "tp_manager");
    plan.warnings = vec![Warning::Idle { role: tp, occupancy: 0.52, last: None }];
    let advice = |plan: &Staged| decided(plan, Lang::En).cautions()[0].advice.clone();
    assert!(
        advice(&plan).contains("cheaper; of 16 replications every promise is kept in"),
        "{}",
        advice(&plan)
    );
    // Of somebody who is asked for now it is not said that the plan is cheaper without.
    plan.marginal.iter_mut().for_each(|it| it.now = true);
    assert!(advice(&plan).starts_with("see in the table"));
    let needed = |without: usize| {
        let mut plan = plan.clone();
        let last = Some(Missed { number: 2, of: 30, without, with: 27 });
        plan.warnings = vec![Warning::Idle { role: tp, occupancy: 0.52, last }];
        advice(&plan)
    };
    assert_eq!(
        needed(21),
        "with hire no. 2 left to the reviews every promise is kept in 21 of the 30 hardest \
         replications of the search, and asked for now in 27"
    );
    assert!(needed(27).starts_with("see in the table"), "who keeps nothing is not called needed");
}

#[test]
fn a_warning_comes_with_its_cure_where_there_is_one() {
    let mut plan = plan();
    assert!(decided(&plan, Lang::Ru).cautions().is_empty());
    let tp = role(study(), "tp_manager");
    let sla = plan.promises[0].sla;
    let lever = Cure::Lever("stand-in".into(), Default::default());
    plan.warnings = vec![
        Warning::Idle { role: tp, occupancy: 0.52, last: None },
        Warning::StillFails { sla, share: 0.5, cure: None },
        Warning::StillFails { sla, share: 0.5, cure: Some((Cure::Person(tp), 0.82)) },
        Warning::StillFails { sla, share: 0.99, cure: Some((Cure::Person(tp), 0.994)) },
        Warning::Unpaid { role: tp },
        Warning::StillFails { sla, share: 0.5, cure: Some((lever, 0.7)) },
    ];
    let cautions = decided(&plan, Lang::Ru).cautions();
    assert_eq!(
        cautions[0].reason.replace(['\u{a0}', '\u{202f}'], " "),
        "Менеджер ТП: с планом под конец срока заняты 52 % времени, когда они на работе"
    );
    assert!(cautions[1].advice.starts_with("из того, что испробовано, ничто"));
    assert!(cautions[2].advice.contains("82") && !cautions[2].advice.contains("ни ещё"));
    assert!(cautions[5].advice.starts_with("«stand-in» поднимает долю до 70"));
    assert!(cautions[4].reason.contains("ничего не стоят") && cautions[4].advice.contains("pay"));
    assert!(cautions[3].advice.is_empty(), "both are 99 %: {}", cautions[3].advice);
}

#[test]
fn who_is_asked_for_early_is_told_with_what_is_cheaper_or_with_what_is_lost() {
    let tp = role(study(), "tp_manager");
    let told = |early: Early, lang| {
        let mut plan = plan();
        plan.warnings = vec![Warning::Early(early)];
        let caution = decided(&plan, lang).cautions().remove(0);
        [caution.reason, caution.advice].map(|it| it.replace(['\u{a0}', '\u{202f}'], " "))
    };
    let seen = |without| Missed { number: 2, of: 12, without, with: 8 };
    let on = |without| {
        let request = jiff::civil::date(2027, 5, 3);
        let instead = Instead::On { request, saves: 2e6, seen: seen(without) };
        Early { role: tp, number: 2, missed: Some((2, 26.0)), of: 12, instead }
    };
    let [reason, advice] = told(on(8), Lang::En);
    assert_eq!(
        reason,
        "TP manager: without hire no. 2 and those after, promises of the role break in 2 of 12 \
         replications (median: April 2028), and the vacancy is opened now"
    );
    assert!(advice.starts_with("opened on 3 May 2027 it saves 2.0 M ₽; of the 12 hardest"));
    assert!(
        advice.contains("kept in 8, and opened now in 8") && advice.contains("does not say so")
    );
    let [_, losing] = told(on(5), Lang::En);
    assert!(losing.contains("kept in 5 of the 12") && !losing.contains("saves"), "{losing}");
    assert!(!losing.contains("open it"), "what loses is not advised: {losing}");
    let left = |without, saves| Early {
        missed: None,
        instead: Instead::Reviews { saves: Interval::around(saves, 1e6), seen: seen(without) },
        ..on(8)
    };
    let [reason, saving] = told(left(8, 2e6), Lang::En);
    assert!(reason.contains("no promise of the role breaks in any of 12"), "{reason}");
    assert!(saving.contains("in 12 fresh ones 2.0 M ₽ (1.0–3.0 M ₽) is saved"), "{saving}");
    for none in [left(7, 2e6), left(8, 0.5e6)] {
        let [_, advice] = told(none, Lang::En);
        assert!(advice.starts_with("left to the reviews") && !advice.contains("saved"), "{advice}");
    }
    let [_, russian] = told(on(8), Lang::Ru);
    assert!(
        russian.contains("открыть её 3 мая 2027") && russian.contains("в 8, а если сейчас — в 8")
    );
    // The same person is not told of twice.
    let mut plan = plan();
    let idle = Warning::Idle { role: tp, occupancy: 0.52, last: Some(seen(5)) };
    plan.warnings = vec![idle, Warning::Early(on(5))];
    assert!(decided(&plan, Lang::En).cautions()[0].advice.is_empty());
}

#[test]
fn hr_is_told_in_how_many_replications_somebody_is_missed() {
    let mut plan = plan();
    let reason = |plan: &Staged| {
        let decided = decided(plan, Lang::En);
        vacancies::asked(decided)[1].reason(decided).replace('\u{a0}', " ")
    };
    assert!(reason(&plan).contains("in 3 of 16 replications (median"), "{}", reason(&plan));
    plan.marginal[1].breaks = None;
    assert!(reason(&plan).starts_with("Reserve: in none of 16 replications"), "{}", reason(&plan));
    // Where nothing is kept nothing can break: that makes nobody a reserve.
    plan.marginal[1].kept = (0.0, 0.0);
    plan.marginal[1].spared = Interval::around(40.0, 10.0);
    let said = reason(&plan);
    assert!(
        said.contains("in none of 16 replications, but there are 40 late items a month"),
        "{said}"
    );
    plan.marginal[1].spared = Interval::around(40.0, 50.0);
    assert!(reason(&plan).ends_with("every promise is kept in none of 16 replications"));
}
