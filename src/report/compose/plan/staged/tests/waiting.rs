//! What is said of waiting, and when it must not be said.

use super::{all, plan};
use crate::plan::staged::data::{Lost, Staged, Which};
use crate::plan::staged::fixture::kept;
use crate::scenario::Lang;
use crate::statistics::Interval;

#[test]
fn what_waiting_costs_is_said_only_where_it_certainly_costs() {
    let mut plan = plan();
    let certain = all(&plan, Lang::Ru);
    assert!(certain.contains("Если никого не нанимать, будет на 330 опозданий в месяц больше"));
    let wait = plan.alternatives.iter().position(|it| it.plan == Which::Wait).expect("it is there");
    let told = "на 1 опоздание в месяц больше, чем с планом; из 200 прогонов все обещания держатся в 180, а с планом — в 190";
    plan.alternatives[wait].sooner = Interval::around(40.0, 50.0);
    (plan.alternatives[wait].later, plan.alternatives[wait].kept) =
        (Interval::around(1.0, 0.5), kept(0.9, false));
    assert!(all(&plan, Lang::Ru).contains(told));
    // A delay that seems to make the promises surer is chance.
    plan.alternatives[wait].kept = kept(0.98, true);
    let surer = all(&plan, Lang::Ru);
    assert!(surer.contains("на 1 опоздание в месяц больше, чем с планом"));
    assert!(!surer.contains("из 200 прогонов"), "{surer}");
    // Whom no review can ask for is not waited for, and not called so.
    let all_of_them = "не открывать ни одной из этих вакансий";
    assert!(surer.contains("о которых решают на пересмотрах (менеджер ТП)"), "{surer}");
    assert!(!surer.contains(all_of_them));
    let mut reviewed = plan.clone();
    reviewed.rule.roles.iter_mut().for_each(|it| it.target = Some(0.88));
    assert!(all(&reviewed, Lang::Ru).contains(all_of_them));
    // What is paid less is said where it certainly is less.
    let cheaper = |plan: &mut Staged, dearer: f64| {
        plan.alternatives[wait].dearer = Interval::around(dearer, 1e6);
        all(plan, Lang::Ru).contains("; дешевле на 2,0 млн ₽.")
    };
    assert!(cheaper(&mut plan, -2e6) && !cheaper(&mut plan, -0.5e6) && !cheaper(&mut plan, 2e6));
    plan.alternatives[wait].later = Interval::around(1.0, 2.0);
    assert!(
        all(&plan, Lang::Ru).contains("заметно больше опозданий в этих прогонах не становится")
    );
    // Late items before every promise counts are told apart from those after.
    let dated = " 2026 заметно больше опозданий в этих прогонах";
    assert!(all(&plan, Lang::Ru).contains(dated), "{}", all(&plan, Lang::Ru));
    plan.all_from = 0;
    assert!(!all(&plan, Lang::Ru).contains(dated), "from the start on");
    let nobody = plan.alternatives.iter_mut().find(|it| it.plan == Which::Nobody).expect("it is");
    nobody.later = Interval::around(1.0, 2.0);
    assert!(!all(&plan, Lang::Ru).contains("Если никого не нанимать"));
}

#[test]
fn revenue_is_lost_by_waiting_only_where_clients_pay_and_certainly_more_is_lost() {
    let mut plan = plan();
    let of = |plan: &Staged, which: Which| {
        plan.alternatives.iter().position(|it| it.plan == which).expect("it is there")
    };
    let (nobody, wait) = (of(&plan, Which::Nobody), of(&plan, Which::Wait));
    let lost = |more: f64, half: f64| {
        Some(Lost { all: Interval::around(9e6, 1e5), more: Interval::around(more, half) })
    };
    assert!(!all(&plan, Lang::En).contains("revenue"), "nobody is said to pay");
    plan.alternatives[nobody].lost = lost(2e6, 1e6);
    let told = all(&plan, Lang::En);
    assert!(told.contains("if nobody is hired, "), "{told}");
    assert!(
        told.contains("2.0 M ₽ more revenue is lost in 36 months than with the plan."),
        "{told}"
    );
    plan.alternatives[wait].lost = lost(5e5, 1e5);
    let told = all(&plan, Lang::En);
    assert!(
        told.contains("than with the plan, and 500 k ₽ more if nothing is opened before"),
        "{told}"
    );
    // Less than that may be chance.
    plan.alternatives[wait].lost = lost(5e5, 6e5);
    assert!(!all(&plan, Lang::En).contains("if nothing is opened"));
    plan.alternatives[nobody].lost = lost(2e6, 2.1e6);
    assert!(!all(&plan, Lang::En).contains("revenue"));
    plan.alternatives[nobody].lost = lost(0.0, 0.0);
    assert!(!all(&plan, Lang::En).contains("revenue"));
}

#[test]
fn where_waiting_looks_cheaper_and_as_sure_it_is_said_what_speaks_for_today() {
    let mut plan = plan();
    let wait = plan.alternatives.iter().position(|it| it.plan == Which::Wait).expect("it is there");
    plan.alternatives[wait].dearer = Interval::around(-2e6, 1e6);
    plan.alternatives[wait].kept = kept(0.95, true);
    let told = "the promises are kept no less often than with the plan (190 of 200), though so few replications do not tell a small difference; 2.0 M ₽ less is paid.";
    assert!(all(&plan, Lang::En).contains(told), "{}", all(&plan, Lang::En));
    // What is dearer, or keeps fewer, does not look better.
    let as_often = |plan: &Staged| all(plan, Lang::En).contains("no less often");
    plan.alternatives[wait].kept = kept(0.9, false);
    assert!(!as_often(&plan) && all(&plan, Lang::En).contains("every promise is kept in 180"));
    plan.alternatives[wait].kept = kept(0.95, true);
    plan.alternatives[wait].dearer = Interval::around(-2e6, 3e6);
    assert!(!as_often(&plan));
    // Where the plan keeps nothing, nothing is kept as often.
    plan.alternatives[wait].dearer = Interval::around(-2e6, 1e6);
    plan.alternatives[wait].ours = 0;
    assert!(!as_often(&plan));
    plan.alternatives[wait].dearer = Interval::around(0.0, 1e6);
    // Items that are late before every promise counts, where there is such a time and they are certain.
    let before = |plan: &mut Staged, more: f64, from: usize| {
        plan.alternatives[wait].sooner = Interval::around(more, 10.0);
        plan.all_from = from;
        all(plan, Lang::En).contains("; 40 late items more in all before 1 April 2026.")
    };
    assert!(before(&mut plan, 40.0, 2), "{}", all(&plan, Lang::En));
    assert!(!before(&mut plan, 8.0, 2) && !before(&mut plan, 40.0, 0));
}
