//! What is said of a plan within caps on people and money, and of the reader's own list.

use super::{all, binding, decided, plan, said};
use crate::ids::RoleId;
use crate::plan::staged::data::{Alternative, Cap, Capped, Staged, Which};
use crate::plan::staged::fixture::kept;
use crate::report::compose::plan::staged::alternatives;
use crate::scenario::Lang;
use crate::statistics::Interval;

#[test]
fn a_cap_says_what_is_not_reached_and_who_is_hired_within_it() {
    let mut plan = plan();
    plan.capped = binding(vec![Cap::People(3)]);
    plan.kept = kept(0.3, false);
    plan.promises[0].with = 0.5;
    let said = said(&plan, Lang::Ru);
    assert!(said[0].headline.starts_with("Сейчас, 1 февраля 2026, откройте"));
    let wanted = "Предел — 3 человека: лучший из найденных планов держит все обещания с вероятностью 30 % (26–34), а запрошено 90 %";
    assert_eq!(said[1].headline, wanted);
    assert!(said[1].detail.contains("в срок 50 % при цели 90 %"), "{}", said[1].detail);
    let text = all(&plan, Lang::Ru);
    assert!(!text.contains("и так") && !text.contains("азначить всех сразу"), "{text}");
}

#[test]
fn a_cap_is_said_to_be_kept_reached_or_proved_only_where_it_is() {
    let mut plan = plan();
    assert!(!all(&plan, Lang::En).contains("The cap of"), "nobody asked for one");
    plan.capped = Capped { caps: vec![Cap::People(14)], ..Capped::default() };
    assert!(all(&plan, Lang::En).contains("The cap of 14 people does not bind"));
    let within = plan.kept;
    plan.kept = kept(0.5, false);
    let short = all(&plan, Lang::En);
    assert!(short.contains("is not reached: 50%") && !short.contains("The cap of"), "{short}");
    plan.kept = within;
    plan.capped.binds = true;
    let proved = all(&plan, Lang::En);
    assert!(proved.contains("Within 14 people the plan keeps every promise"), "{proved}");
    assert!(!proved.contains("does not bind") && !proved.contains("The worst"), "{proved}");
    plan.kept = kept(0.92, false);
    let unproved = all(&plan, Lang::En);
    assert!(unproved.contains("but the 90% asked for is not proved"), "{unproved}");
    assert!(!unproved.contains("90% was asked for"), "{unproved}");
}

#[test]
fn that_late_items_decided_is_said_only_where_they_did_and_the_promises_are_out_of_reach() {
    let mut plan = plan();
    let told = "Of the plans tried, the one that keeps most keeps every promise in 7 of 15 replications of the search; the one with fewer late items was taken instead.";
    plan.capped = Capped { fewest_late: Some((7, 15)), ..binding(vec![Cap::People(3)]) };
    assert!(!all(&plan, Lang::En).contains(told), "what is wanted is reached");
    plan.kept = kept(0.05, false);
    assert!(all(&plan, Lang::En).contains(told));
    assert!(all(&plan, Lang::Ru).contains("держит все обещания в 7 из 15 прогонов поиска"));
    plan.capped.fewest_late = None;
    assert!(!all(&plan, Lang::En).contains(told), "the promises decided");
}

#[test]
fn within_a_cap_no_plan_that_goes_beyond_it_is_a_way_to_the_same() {
    let mut plan = plan();
    let fixed =
        plan.alternatives.iter().position(|it| it.plan == Which::Fixed).expect("it is there");
    let free = all(&plan, Lang::En);
    plan.capped = binding(vec![Cap::People(3)]);
    let said = all(&plan, Lang::En);
    for sentence in ["every date at once costs", "saves 14.2", "measure:", "price of not knowing"] {
        assert!(free.contains(sentence) && !said.contains(sentence), "{sentence}: {said}");
    }
    // What goes beyond a cap is called so, and nothing else.
    let names = |plan: &Staged| {
        let name = |it: &Alternative| alternatives::name(decided(plan, Lang::En), &it.plan);
        plan.alternatives.iter().map(name).collect::<Vec<_>>().join("; ")
    };
    assert!(names(&plan).contains("All dates fixed at once, beyond the cap"), "{}", names(&plan));
    plan.alternatives[fixed].hires.p50 = 3.0;
    assert!(!names(&plan).contains("beyond the cap"), "{}", names(&plan));
}

#[test]
fn a_cap_says_what_such_a_plan_does_without_it_where_that_is_known_and_more() {
    let mut plan = plan();
    plan.capped = binding(vec![Cap::People(3)]);
    plan.kept = kept(0.3, false);
    assert!(!all(&plan, Lang::En).contains("Without the cap"), "nothing is known of it");
    let mut free = plan.alternatives[0].clone();
    (free.plan, free.kept) = (Which::Uncapped, kept(0.95, false));
    free.cost = Interval::around(36.0 * 1.2e6, 1e6);
    plan.alternatives.push(free);
    let wanted = "Without the cap, the plan found first keeps every promise with probability \
         95% (91–99) and costs 1.2 M ₽ a month on average (in 200 replications); hired in 8 cases \
         of 10: 7–12. Without the cap the search would go on and might find a cheaper plan.";
    let said = all(&plan, Lang::En);
    assert!(said.contains(wanted), "{said}");
    plan.alternatives.last_mut().expect("it is there").kept = kept(0.2, false);
    assert!(!all(&plan, Lang::En).contains("Without the cap"), "it keeps no more");
    plan.capped.binds = false;
    plan.alternatives.last_mut().expect("it is there").kept = kept(0.95, false);
    assert!(!all(&plan, Lang::En).contains("Without the cap"), "no cap binds");
}

#[test]
fn a_cap_in_which_nobody_is_hired_is_answered_once() {
    let mut plan = plan();
    plan.capped = binding(vec![Cap::People(0)]);
    (plan.kept, plan.now, plan.fans) = (kept(0.0, false), Vec::new(), Vec::new());
    plan.rule.order = None;
    plan.rule.roles.iter_mut().for_each(|it| (it.now, it.most) = (0, 0));
    let said = said(&plan, Lang::En);
    assert_eq!(said[0].headline, "Within these limits the best plan found hires nobody");
    assert!(said[1].headline.starts_with("Within 0 people, the best plan found keeps every"));
    let text = all(&plan, Lang::En);
    assert!(!text.contains("The plan hires nobody, and") && !text.contains("If nobody is hired"));
    assert!(text.contains("If nothing is changed, there will be"), "{text}");
    // What else the plan does is not called something beside hiring.
    plan.rule.moves = vec![(plan.levers[1].key.clone(), plan.levers[1].title.clone())];
    let text = all(&plan, Lang::En);
    assert!(
        text.contains("Do this: “Head stands in”.") && !text.contains("Beside hiring"),
        "{text}"
    );
    plan.cost.mean = Interval::around(0.0, 0.0);
    plan.capped = binding(vec![Cap::Budget(36e3)]);
    assert!(!all(&plan, Lang::En).contains("a month on average"), "it costs nothing");
}

#[test]
fn within_a_cap_it_is_said_what_breaks_even_where_the_mean_is_kept() {
    let mut plan = plan();
    plan.capped = binding(vec![Cap::People(3)]);
    plan.kept = kept(0.3, false);
    assert!(!all(&plan, Lang::En).contains("breaks most often"), "nothing is known of that");
    plan.alternatives[0].broken = Some((plan.promises[0].sla, 70));
    assert!(all(&plan, Lang::En).contains("in 70 of 200 replications"), "{}", all(&plan, Lang::En));
    plan.promises[0].with = 0.5;
    let said = all(&plan, Lang::En);
    assert!(said.contains("The worst:") && !said.contains("breaks most often"), "{said}");
    (plan.capped.binds, plan.kept) = (false, kept(0.95, true));
    assert!(!all(&plan, Lang::En).contains("breaks most often"), "the promise is kept");
}

#[test]
fn the_readers_own_list_is_judged_by_the_same_criteria() {
    let mut plan = plan();
    assert!(!all(&plan, Lang::En).contains("Your own list"));
    let mut own = plan.alternatives[3].clone();
    own.plan = Which::Own;
    (own.kept, own.dearer) = (kept(0.5, false), Interval::around(-3e6, 1e6));
    plan.alternatives.push(own);
    let said = all(&plan, Lang::En);
    assert!(said.contains("Your own list of hires keeps every promise with probability 50%"));
    assert!(said.contains("The 90% asked for is not proved. That is 3.0 M ₽ less than the plan."));
    assert!(!said.contains("breaks most often"), "nothing is known of that");
    assert!(said.contains("The list alone was tried"), "the plan changes the order of the queue");
    let own = plan.alternatives.last_mut().expect("it is there");
    own.later = Interval::around(12.0, 20.0);
    own.broken = Some((plan.promises[0].sla, 70));
    let said = all(&plan, Lang::En);
    assert!(said.contains("in 70 of 200 replications") && !said.contains("With it there will"));
    assert!(!said.contains("promises of each role"), "nothing is known of that");
    let own = plan.alternatives.last_mut().expect("it is there");
    own.by_role = vec![(RoleId::new(1), 190)];
    assert!(!all(&plan, Lang::En).contains("promises of each role"), "a role alone is no part");
    let own = plan.alternatives.last_mut().expect("it is there");
    own.by_role.push((RoleId::new(4), 120));
    let said = all(&plan, Lang::En);
    let roles = "Of 200 replications the promises of each role are kept in: TP manager 190, ";
    assert!(said.contains(roles) && said.contains(" 120."), "{said}");
    plan.rule.order = None;
    assert!(!all(&plan, Lang::En).contains("The list alone"), "the plan hires and does no more");
    let own = plan.alternatives.last_mut().expect("it is there");
    (own.later, own.kept) = (Interval::around(12.0, 2.0), kept(0.95, true));
    let said = all(&plan, Lang::En);
    assert!(said.contains("12 late items a month more") && !said.contains("breaks most often"));
    assert!(!said.contains("promises of each role"), "it is proved");
}

#[test]
fn a_cap_on_money_is_said_a_month_as_it_was_given() {
    let mut plan = plan();
    plan.capped = binding(vec![Cap::Budget(36.0 * 3e6)]);
    plan.kept = kept(0.3, false);
    let said = all(&plan, Lang::Ru);
    assert!(
        said.contains("Предел — 3,0 млн ₽ в месяц: лучший")
            && said.contains("Он стоит в среднем 1,1 млн ₽ в месяц."),
        "{said}"
    );
    // Both caps stand in one sentence, and nothing is said of money where nobody asked.
    plan.capped = binding(vec![Cap::People(6), Cap::Budget(36.0 * 3e6)]);
    assert!(all(&plan, Lang::En).contains("Within 6 people and 3.0 M ₽ a month, the best plan"));
    plan.capped = binding(vec![Cap::People(6)]);
    assert!(!all(&plan, Lang::En).contains("a month on average"));
}
