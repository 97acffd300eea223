//! `like`: what a role or a stream takes from another.

use super::*;

fn like(set: &str) -> String {
    let role = format!("[roles.second]\nlike = \"agent\"\nheadcount = 4\n{set}\n[roles.head]");
    with("[roles.head]", &role)
}

#[test]
fn what_is_not_stated_is_as_in_the_other_and_what_is_stated_is_not() {
    let study = read(&like("pay = 5")).unwrap();
    let roles = &study.baseline().scenario.roles;
    let (agent, second) = (&roles[0], &roles[1]);
    assert_eq!((second.key.as_str(), second.headcount), ("second", 4));
    assert_eq!(second.holiday, agent.holiday);
    assert_eq!((&second.pay, &agent.pay), (&Quantity::Known(5.0), &Quantity::Known(100_000.0)));
}

#[test]
fn one_may_be_like_one_that_is_like_a_third() {
    let text = like("")
        .replace("[roles.head]", "[roles.third]\nlike = \"second\"\nheadcount = 1\n[roles.head]");
    let study = read(&text).unwrap();
    let roles = &study.baseline().scenario.roles;
    assert_eq!(roles[2].key, "third");
    assert_eq!(roles[2].pay, roles[0].pay);
}

#[test]
fn a_value_that_is_set_is_set_for_one_of_them() {
    let study = read_set(&like(""), &[("roles.agent.pay", "7")]).unwrap();
    let roles = &study.baseline().scenario.roles;
    assert_eq!(
        (&roles[0].pay, &roles[1].pay),
        (&Quantity::Known(7.0), &Quantity::Known(100_000.0))
    );
    let study = read_set(&like(""), &[("roles.second.holiday.blocks", "[\"7d\"]")]).unwrap();
    assert_ne!(
        study.baseline().scenario.roles[1].holiday,
        study.baseline().scenario.roles[0].holiday
    );
}

#[test]
fn nothing_is_like_itself_or_like_nobody_and_like_cannot_be_set() {
    let problems = read(&with("[roles.head]", "[roles.head]\nlike = \"agnet\"")).unwrap_err();
    assert!(problems.to_string().contains("agent"), "{problems}");
    let problems = read(&with("[roles.head]", "[roles.head]\nlike = \"head\"")).unwrap_err();
    assert!(problems.list[0].what.en.contains("like itself"), "{problems}");
    let problems = read_set(&like(""), &[("roles.second.like", "head")]).unwrap_err();
    assert!(problems.list[0].what.en.contains("cannot be set"), "{problems}");
}
