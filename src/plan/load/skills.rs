//! Skills that steps ask for and nobody has, or one person alone who is away at times; people whom no
//! work reaches for want of one; and skills that no step asks for.

use super::coverage::stays;
use crate::ids::{RoleId, SkillId};
use crate::scenario::{PayOf, Scenario, Skills, route};

/// Skills that do not meet the work.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum SkillDoubt {
    /// None of those who are given such steps has it.
    Nobody(SkillId, Vec<RoleId>),
    /// One of them alone, who is away at times or may leave.
    OneAlone(SkillId, Vec<RoleId>),
    /// So many people of a role have none of those that all its steps ask for.
    Unreached(RoleId, usize),
    /// No step asks for it.
    Unasked(SkillId),
}

/// Every such case.
pub(crate) fn skill_doubts(scenario: &Scenario) -> Vec<SkillDoubt> {
    let mut found = Vec::new();
    let asked = asked(scenario);
    for (skill, roles) in &asked {
        let Some(skill) = *skill else { continue };
        let able = |role: RoleId| {
            let people = scenario.people_of(role);
            people.filter(|it| it.1.suffice(Some(skill))).map(move |it| (role, it.0))
        };
        let able: Vec<(RoleId, PayOf)> =
            roles.iter().flat_map(|role| able(*role)).take(2).collect();
        // Whoever may still be hired has what the role says.
        let may_come = |it: &RoleId| scenario.roles[it.index()].skills.suffice(Some(skill));
        let doubt = match able[..] {
            [] if !roles.iter().any(may_come) => SkillDoubt::Nobody(skill, roles.clone()),
            [(role, pay)] if !stays(&scenario.roles[role.index()], scenario.person(pay)) => {
                SkillDoubt::OneAlone(skill, roles.clone())
            }
            _ => continue,
        };
        if !found.contains(&doubt) {
            found.push(doubt);
        }
    }
    for role in (0..scenario.roles.len()).map(RoleId::new) {
        let steps = asked.iter().filter(|it| it.1.contains(&role)).map(|it| it.0);
        let steps: Vec<Option<SkillId>> = steps.collect();
        let unable = |it: &Skills| !steps.iter().any(|asked| it.suffice(*asked));
        let unreached = scenario.people_of(role).filter(|it| unable(&it.1)).count();
        if !steps.is_empty() && unreached > 0 {
            found.push(SkillDoubt::Unreached(role, unreached));
        }
    }
    let all = (0..scenario.skills.len()).map(SkillId::new);
    let unasked = all.filter(|it| asked.iter().all(|asked| asked.0 != Some(*it)));
    found.extend(unasked.map(SkillDoubt::Unasked));
    found
}

/// The skill that each step asks for, if any, and the roles that are given it or stand in.
fn asked(scenario: &Scenario) -> Vec<(Option<SkillId>, Vec<RoleId>)> {
    let mut all = Vec::new();
    for stream in &scenario.streams {
        all.extend((!stream.for_each.is_empty()).then(|| (None, stream.for_each.clone())));
        for effort in route::efforts(&stream.route).filter(|_| stream.for_each.is_empty()) {
            let stand_ins = effort.stand_ins(&scenario.roles).iter().copied();
            all.push((effort.skill, effort.doers().chain(stand_ins).collect()));
            all.extend(effort.together_with.map(|it| (None, vec![it])));
        }
    }
    let mentors = scenario.roles.iter().filter_map(|it| it.ramp.mentor);
    all.extend(mentors.map(|it| (None, vec![it])));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load_text;

    fn doubts(people: &str, steps: &str) -> Vec<SkillDoubt> {
        let text = format!(
            "[scenario]\nname = \"x\"\nstart = 2026-02-02\nmonths = 3\n\
             [roles.desk]\nheadcount = 3\n{people}\n[roles.head]\nheadcount = 1\n\
             [streams.s]\narrival = {{ rate = 5, per = \"working-day\" }}\nroute = [{steps}]\n"
        );
        let study = load_text("x.toml", &text, None, &[], None);
        skill_doubts(&study.unwrap_or_else(|it| panic!("{it}")).baseline().scenario)
    }

    const PLAIN: &str = "{ effort = \"1h\", role = \"desk\" }";
    const NET: &str = "{ effort = \"1h\", role = \"desk\", skill = \"net\" }";
    const NET_ONLY: &str = "people = [{ skills = [\"net\"] }]";
    const DESK: RoleId = RoleId(0);

    #[test]
    fn where_somebody_is_always_there_nothing_is_doubted() {
        let both = format!("{PLAIN}, {NET}");
        assert_eq!(doubts("", PLAIN), []);
        assert_eq!(doubts(NET_ONLY, &both), []);
        let two = "holiday = { blocks = [\"14d\"] }\npeople = [{ count = 2, skills = [\"net\"] }]";
        assert_eq!(doubts(two, &both), []);
        assert_eq!(doubts("skills = [\"net\"]\nattrition = \"20%\"", NET), []);
    }

    #[test]
    fn nobody_one_alone_and_people_out_of_reach_are_told() {
        let net = SkillId(0);
        let away = "holiday = { blocks = [\"14d\"] }\n";
        let both = format!("{PLAIN}, {NET}");
        assert_eq!(
            doubts(&(away.to_owned() + NET_ONLY), &both),
            [SkillDoubt::OneAlone(net, vec![DESK])]
        );
        // Who has dated holidays of their own has not those of the role.
        let never = away.to_owned() + "people = [{ skills = [\"net\"], away = [] }]";
        assert_eq!(doubts(&never, &both), []);
        assert_eq!(doubts(NET_ONLY, NET), [SkillDoubt::Unreached(DESK, 2)]);
        let other = format!("{PLAIN}, {}", NET.replace("\"desk\"", "\"head\""));
        assert_eq!(
            doubts(NET_ONLY, &other),
            [SkillDoubt::Nobody(net, vec![RoleId(1)]), SkillDoubt::Unreached(RoleId(1), 1),]
        );
        assert_eq!(doubts(NET_ONLY, PLAIN), [SkillDoubt::Unasked(net)]);
    }
}
