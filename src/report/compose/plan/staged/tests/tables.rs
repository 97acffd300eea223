//! What tables of a staged plan say of their numbers.

use super::{decided, plan, study};
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
    assert_eq!(
        title(&plan, Lang::Ru),
        format!("Обещания: план обязан держать 3 из {all} SLA")
    );
}
