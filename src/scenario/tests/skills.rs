//! Skills of people and of steps: what is read, and what is refused.

use super::*;
use crate::ids::{RoleId, SkillId};
use crate::scenario::route::efforts;

/// The small scenario with people of skills, and other keys in the step of its checks.
fn desk(people: &str, rest: &str) -> String {
    let text = with(
        "effort = \"1h\", role = \"head\"",
        &format!("effort = \"1h\", role = \"head\"{rest}"),
    );
    text.replacen(
        "[roles.head]\nheadcount = 1",
        &format!("[roles.head]\nheadcount = 2\n{people}"),
        1,
    )
}

#[test]
fn whoever_has_no_skills_of_their_own_has_those_of_the_role() {
    let text = desk(
        "skills = \"audit\"\npeople = [{ skills = [\"tax\", \"audit\"] }, {}]",
        ", skill = \"tax\"",
    );
    let hires = "key = \"more\"\nchanges = [{ hire = \"head\", start = 2026-05-01, skills = [\"law\"] }]\n\
                 [[policies]]\nkey = \"then\"";
    let study = read(&text.replace("key = \"more\"", hires)).unwrap_or_else(|it| panic!("{it}"));
    let scenario = &study.policies[1].scenario;
    assert_eq!(scenario.skills, ["audit", "tax", "law"]);
    let [audit, tax, law] = [0, 1, 2].map(|it| Some(SkillId::new(it)));
    let steps = &scenario.streams[2].route;
    assert_eq!(efforts(steps).map(|it| it.skill).collect::<Vec<_>>(), [tax]);
    let able = |skill| {
        let people = scenario.people_of(RoleId(1));
        people.map(|it| it.1.suffice(skill)).collect::<Vec<_>>()
    };
    assert_eq!(able(audit), [true, true, false]);
    assert_eq!(able(tax), [true, false, false]);
    assert_eq!(able(law), [false, false, true]);
    assert_eq!(able(None), [true; 3]);
}

#[test]
fn a_skill_that_nobody_has_is_answered_with_the_one_that_was_meant() {
    let people = "people = [{ skills = [\"network\"] }]";
    let told = problems(&desk(people, ", skill = \"netwrok\""));
    assert_eq!(told.len(), 1, "{told}");
    assert_eq!(told.list[0].what.en, "no skill is called `netwrok`");
    assert_eq!(told.list[0].what.ru, "нет такого имени `netwrok` (навык)");
    assert_eq!(told.list[0].instead.as_ref().unwrap().en, "did you mean `network`?");
}

#[test]
fn work_of_each_asks_for_no_skill_and_there_are_not_too_many() {
    let own = problems(
        &desk("skills = [\"tax\"]", ", skill = \"tax\"")
            .replace("[streams.check]", "[streams.check]\nfor_each = [\"head\"]"),
    );
    let is_told = |it: &Problem| it.what.en.contains("skill does not go with for_each");
    assert!(own.list.iter().any(is_told), "{own}");
    let many: Vec<String> = (0..65).map(|it| format!("\"s{it}\"")).collect();
    let told = problems(&desk(&format!("skills = [{}]", many.join(", ")), ""));
    assert_eq!((told.len(), told.list[0].what.en.as_str()), (1, "more than 64 skills"));
}
