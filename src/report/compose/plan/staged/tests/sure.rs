//! What is said of how sure a plan is, and of what not knowing costs.

use super::{all, plan};
use crate::plan::staged::data::Staged;
use crate::plan::staged::fixture::kept;
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
    let least = |it: &str| format!("90% is not proved: the probability is at least {it}, 95% sure.");
    assert!(said(0.897).contains(&least("89.7%")), "{}", said(0.897));
    assert!(said(0.8999).contains(&least("89.9%")), "{}", said(0.8999));
    assert!(said(0.853).contains(&least("85%")), "{}", said(0.853));
}

#[test]
fn a_bound_of_next_to_nothing_is_not_said() {
    for low in [0.0, 0.004, 0.009] {
        let english = all(&with_bound(low), Lang::En);
        assert!(english.contains("90% is not proved."), "{english}");
        assert!(!english.contains("at least"), "{english}");
        assert!(!all(&with_bound(low), Lang::Ru).contains("не меньше"));
    }
    assert!(all(&with_bound(0.02), Lang::En).contains("at least 2%, 95% sure"));
}
