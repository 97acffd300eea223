//! What a reader is warned of before acting on a plan.

use super::{decided, plan, study};
use crate::plan::staged::data::Staged;
use crate::plan::staged::fixture::role;
use crate::plan::staged::warning::{Early, Missed, Warning};
use crate::scenario::Lang;

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
    plan.warnings = vec![
        Warning::Idle { role: tp, occupancy: 0.52, last: None },
        Warning::StillFails { sla, share: 0.5, cure: None },
        Warning::StillFails { sla, share: 0.5, cure: Some((tp, 0.82)) },
        Warning::StillFails { sla, share: 0.99, cure: Some((tp, 0.994)) },
        Warning::Unpaid { role: tp },
        Warning::Early(Early {
            role: tp,
            number: 2,
            request: jiff::civil::date(2027, 5, 3),
            saves: 2e6,
            of: 30,
            kept: 26,
        }),
    ];
    let cautions = decided(&plan, Lang::Ru).cautions();
    assert_eq!(
        cautions[0].reason.replace(['\u{a0}', '\u{202f}'], " "),
        "Менеджер ТП: с планом заняты 52 % рабочего времени"
    );
    assert!(cautions[1].advice.is_empty());
    assert!(cautions[2].advice.contains("82"));
    assert!(cautions[4].reason.contains("ничего не стоят") && cautions[4].advice.contains("pay"));
    let early = format!("{} {}", cautions[5].reason, cautions[5].advice).replace('\u{a0}', " ");
    assert!(
        early.contains("не сейчас, а 3 мая 2027") && early.contains("в 26, не реже"),
        "{early}"
    );
    assert!(cautions[3].advice.is_empty(), "both are 99 %: {}", cautions[3].advice);
}
