//! What is said of how sure a plan is, and of what not knowing costs.

use super::super::{Decided, alternatives};
use super::{all, decided, plan};
use crate::plan::staged::data::{Staged, Which};
use crate::plan::staged::fixture::kept;
use crate::report::compose::context::Context;
use crate::scenario::Lang;

fn with_bound(low: f64) -> Staged {
    let mut plan = plan();
    plan.kept = kept(0.95, false);
    plan.kept.share.low = low;
    plan
}

#[test]
fn a_bound_is_not_rounded_up_to_what_is_not_proved() {
    let said = |low: f64| all(&with_bound(low), Lang::En);
    let least =
        |it: &str| format!("90% is not proved: the probability is at least {it}, 95% sure.");
    assert!(said(0.897).contains(&least("89.7%")), "{}", said(0.897));
    assert!(said(0.8999).contains(&least("89.9%")), "{}", said(0.8999));
    assert!(said(0.853).contains(&least("85%")), "{}", said(0.853));
}

#[test]
fn a_bound_of_next_to_nothing_is_not_said() {
    for low in [0.0, 0.004, 0.009] {
        let english = all(&with_bound(low), Lang::En);
        assert!(english.contains("90% is not proved."), "{english}");
        assert!(!english.contains("the probability is at least"), "{english}");
        assert!(!all(&with_bound(low), Lang::Ru).contains("вероятность не меньше"));
    }
    assert!(all(&with_bound(0.02), Lang::En).contains("the probability is at least 2%, 95% sure"));
}

#[test]
fn where_every_number_is_known_only_chance_is_said_to_be_unknown() {
    let plan = plan();
    let said = |decided: Decided<'_>| {
        let findings = decided.findings();
        let details: Vec<String> = findings.into_iter().map(|it| it.detail).collect();
        format!("{} {}", details.join(" "), alternatives::name(decided, &Which::Perfect))
    };
    let open = decided(&plan, Lang::En);
    let told = said(open);
    assert!(told.contains("price of not knowing") && told.contains("every number"), "{told}");
    assert!(!told.contains("price of chance"), "{told}");
    let mut scenario = open.context.scenario.clone();
    scenario.inputs.clear();
    // What the scenario does not know would be read by its number, which is gone.
    let plan = Staged { measure: Vec::new(), ..plan.clone() };
    let context = Context { scenario: &scenario, ..open.context };
    let told = said(Decided { context, staged: &plan, unknowns: &[], ..open });
    assert!(told.contains("price of chance") && told.contains("all chance were known"), "{told}");
    assert!(!told.contains("every number") && !told.contains("not knowing"), "{told}");
}

#[test]
fn an_estimate_at_the_edge_of_its_interval_is_explained_and_others_are_not() {
    let told = |value: f64, low: f64, high: f64| {
        let mut plan = plan();
        plan.kept.share = crate::statistics::Interval { value, low, high };
        all(&plan, Lang::En).contains("the estimate may stand at its edge")
    };
    assert!(told(0.48, 0.47, 0.68));
    assert!(!told(0.48, 0.38, 0.58) && !told(0.975, 0.907, 0.999));
    // Which any interval would be.
    assert!(!told(0.0, 0.0, 0.48) && !told(0.01, 0.0003, 0.05));
    // Where all is the same there is no edge.
    assert!(!told(1.0, 1.0, 1.0));
}
