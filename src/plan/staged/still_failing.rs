//! Still failing: the SLAs that the plan need not keep and that stay below their targets with it, and
//! what would lift each of them most.
//!
//! A plan keeps what is required of it; a reader takes it for all that was agreed on. What stays below its target is
//! named, and for the roles that work while its clock runs each lever that the plan does without, and one person more
//! of each role, asked for at the start, are tried in the same replications. Levers come before people.

use super::data::LeftOut;
use super::warning::{Cure, Warning};
use crate::department::draw_inputs;
use crate::ids::{RoleId, SlaId};
use crate::measure::Decided;
use crate::plan::promises::Promises;
use crate::plan::promises::promise::roles_of;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::{Candidate, earliest_start};
use crate::scenario::{Hire, Scenario};
use crate::statistics::paired;

/// Less than this below its target is told by the tables alone.
const TELL: f64 = 0.01;

/// One warning for each SLA that still fails, the worst first; a lever that harms what is promised cures nothing.
/// `None` when stopped.
pub(crate) fn still_failing(
    lab: &Lab<'_>,
    promises: &Promises,
    (plan, harmful): (&Candidate, &[LeftOut]),
    replications: &[u64],
) -> Option<Vec<Warning>> {
    let base = lab.base();
    let is_required = |sla: &SlaId| promises.goals.iter().any(|it| it.sla == *sla);
    let others: Vec<SlaId> =
        (0..base.slas.len()).map(SlaId::new).filter(|it| !is_required(it)).collect();
    if others.is_empty() {
        return Some(Vec::new());
    }
    let from = promises.all_from();
    let ours = decided(lab, plan, None, from, replications)?;
    let failing = others.into_iter().filter_map(|sla| {
        let share = share(&ours, sla)?;
        (share < base.slas[sla.index()].target - TELL).then_some((sla, share))
    });
    let mut failing: Vec<(SlaId, f64)> = failing.collect();
    let below = |it: &(SlaId, f64)| base.slas[it.0.index()].target - it.1;
    failing.sort_by(|a, b| below(b).total_cmp(&below(a)));
    let roles = (0..base.roles.len()).map(RoleId::new);
    let asked: Vec<RoleId> = roles
        .filter(|role| failing.iter().any(|(sla, _)| roles_of(base, *sla).contains(role)))
        .collect();
    let mut levers: Vec<Tried> = Vec::new();
    for (position, lever) in lab.moves.iter().enumerate() {
        let position = position as u8;
        let harms = harmful.iter().any(|it| it.key == lever.key);
        if harms
            || plan.moves.contains(&position)
            || !lever.relieves.iter().any(|it| asked.contains(it))
        {
            continue;
        }
        let mut other = plan.clone();
        other.moves.push(position);
        other.moves.sort_unstable();
        let theirs = decided(lab, &other, None, from, replications)?;
        let cure = Cure::Lever(lever.key.clone(), lever.title.clone());
        levers.push(Tried { cure, relieves: lever.relieves.clone(), theirs });
    }
    let mut people: Vec<Tried> = Vec::new();
    for role in asked {
        let theirs = decided(lab, plan, Some(role), from, replications)?;
        people.push(Tried { cure: Cure::Person(role), relieves: vec![role], theirs });
    }
    let warning = |(sla, share): (SlaId, f64)| {
        let roles = roles_of(base, sla);
        let best = |tried: &[Tried]| {
            let own = tried.iter().filter(|it| it.relieves.iter().any(|it| roles.contains(it)));
            let cures = own.filter_map(|it| Some((it.cure.clone(), cure(&ours, &it.theirs, sla)?)));
            cures.max_by(|a, b| a.1.total_cmp(&b.1))
        };
        Warning::StillFails { sla, share, cure: best(&levers).or_else(|| best(&people)) }
    };
    Some(failing.into_iter().map(warning).collect())
}

/// What was tried, whose work it relieves, and what was decided with it.
struct Tried {
    cure: Cure,
    relieves: Vec<RoleId>,
    theirs: Vec<Vec<Decided>>,
}

/// The share in time with something more, where that spares at least half of what is late, and for certain.
fn cure(ours: &[Vec<Decided>], theirs: &[Vec<Decided>], sla: SlaId) -> Option<f64> {
    let (before, after) = (share(ours, sla)?, share(theirs, sla)?);
    let late = |all: &[Vec<Decided>]| -> Vec<f64> {
        let of = |it: &Vec<Decided>| it[sla.index()];
        all.iter().map(|it| f64::from(of(it).all - of(it).met)).collect()
    };
    let spared = paired(&late(ours), &late(theirs));
    (1.0 - after <= (1.0 - before) / 2.0 && spared.ci_low > 0.0).then_some(after)
}

/// The share in time over all replications; `None` where nothing was decided.
fn share(all: &[Vec<Decided>], sla: SlaId) -> Option<f64> {
    let sum: Decided = all.iter().map(|it| it[sla.index()]).sum();
    (sum.all > 0).then(|| f64::from(sum.met) / f64::from(sum.all))
}

/// What was decided of every SLA from a month on, in each replication, with one more person of a role.
fn decided(
    lab: &Lab<'_>,
    plan: &Candidate,
    more: Option<RoleId>,
    from: usize,
    replications: &[u64],
) -> Option<Vec<Vec<Decided>>> {
    let scenario = |world: usize| {
        let mut scenario = lab.scenario_in(world, plan);
        if let Some(role) = more {
            let start = earliest_start(&scenario, role);
            scenario.hires.push(Hire::new(role, start, 1));
        }
        scenario
    };
    let scenarios: Vec<Scenario> = (0..lab.worlds.count()).map(scenario).collect();
    let seed = lab.run.seed;
    let placed: Vec<(usize, u64)> =
        replications.iter().map(|&it| (lab.worlds.of_replication(seed, it), it)).collect();
    lab.run.side_by_side(&scenarios, &placed, |simulator, world, replication| {
        let scenario = &scenarios[world];
        simulator.run(seed, replication, &draw_inputs(scenario, seed, replication));
        let months = 1 + from..=scenario.timeline.months();
        let decided = &simulator.recorder().decided;
        let of = |sla: usize| decided.of(sla)[months.clone()].iter().copied().sum();
        (0..scenario.slas.len()).map(of).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::promises::promise::goals_of;
    use crate::plan::search::run::Run;
    use crate::scenario::load_text;
    use std::sync::atomic::AtomicBool;

    /// A promise that is kept, and three SLAs that nobody requires: one fitter is too few for the
    /// projects, the review takes longer than its limit whoever is there, calls are answered in time.
    const DESK: &str = r#"
[scenario]
name = "desk"
start = 2026-01-01
months = 12
lead_in = 1
[calendar]
base = "none"
hours = ["09:00-17:00"]
[roles.clerk]
headcount = 1
pay = 100000
[roles.fitter]
headcount = 1
pay = 100000
time_to_fill = "20d"
[streams.ticket]
arrival = { rate = 3, per = "working-day" }
route = [{ effort = "30min", role = "clerk" }]
[streams.ticket.sla.done]
to = "closed"
within = "16h"
target = "80%"
[streams.call]
arrival = { rate = 1, per = "working-day" }
route = [{ effort = "10min", role = "clerk" }]
[streams.call.sla.answered]
to = "contact"
within = "16h"
target = "80%"
[streams.project]
arrival = { rate = 5, per = "week" }
route = [{ effort = "9h", role = "fitter" }]
[streams.project.sla.done]
to = "closed"
within = "40h"
target = "95%"
[streams.review]
arrival = { rate = 1, per = "week" }
route = [{ effort = "1h", role = "clerk" }, { wait = "development", time = "20d" }, { effort = "1h", role = "clerk" }]
[streams.review.sla.done]
to = "closed"
within = "40h"
target = "95%"
[plan]
required = ["ticket/done"]
"#;

    /// Each SLA that fails in a scenario when nobody is hired: its share in time, and what cures it.
    fn failing(
        text: &str,
        harmful: Option<&str>,
    ) -> Vec<(String, f64, Option<String>, Option<f64>)> {
        let study = load_text("desk.toml", text, None, &[], None).expect("a valid scenario");
        let base = &study.baseline().scenario;
        let stop = AtomicBool::new(false);
        let run = Run::new(1, 2, &|_| (), &stop);
        let goals = goals_of(base);
        let lab = Lab::new(&study, &run, goals.clone());
        let promises = Promises { from: vec![0; goals.len()], goals };
        let nobody = lab.lattice.as_it_is();
        let replications: Vec<u64> = (0..10).collect();
        let harms = |key: &str| LeftOut {
            key: key.into(),
            title: Default::default(),
            with: 0,
            without: 1,
            of: 1,
        };
        let harmful: Vec<LeftOut> = harmful.map(harms).into_iter().collect();
        let found = still_failing(&lab, &promises, (&nobody, &harmful), &replications)
            .expect("not stopped");
        let facts = found.iter().map(|it| match it {
            Warning::StillFails { sla, share, cure } => {
                let what = cure.as_ref().map(|it| match &it.0 {
                    Cure::Person(role) => base.roles[role.index()].key.clone(),
                    Cure::Lever(key, _) => key.clone(),
                });
                (base.slas[sla.index()].key.clone(), *share, what, cure.as_ref().map(|it| it.1))
            }
            other => panic!("{other:?}"),
        });
        facts.collect()
    }

    #[test]
    fn what_fails_is_named_with_whom_would_cure_it_and_what_nobody_cures_with_nobody() {
        let facts = failing(DESK, None);
        let of = |key: &str| facts.iter().find(|it| it.0 == key);
        assert_eq!(facts.len(), 2, "{facts:?}");
        let (_, share, role, with) = of("project/done").expect("one fitter is too few");
        assert_eq!(role.as_deref(), Some("fitter"));
        assert!(with.expect("a share") > 0.7 && *share < 0.5, "{facts:?}");
        assert_eq!(of("review/done").map(|it| it.2.clone()), Some(None), "{facts:?}");
    }

    #[test]
    fn what_a_lever_cures_needs_no_person_and_one_that_cures_nothing_is_not_named() {
        let policies = |arrivals: f64| {
            let changes = format!(
                "{{ automation = \"fewer\", streams = [\"project\"], from = 2026-01-05, \
                 arrivals = {arrivals}, monthly_price = 1000 }}"
            );
            let policies = format!(
                "[[policies]]\nkey = \"as-is\"\n[[policies]]\nkey = \"fewer\"\nchanges = [{changes}]\n"
            );
            DESK.replace("[plan]", &format!("{policies}[plan]"))
        };
        let cure = |arrivals, harmful| {
            let facts = failing(&policies(arrivals), harmful);
            facts.iter().find(|it| it.0 == "project/done").and_then(|it| it.2.clone())
        };
        assert_eq!(cure(0.2, None).as_deref(), Some("fewer"));
        assert_eq!(cure(0.98, None).as_deref(), Some("fitter"));
        assert_eq!(cure(0.2, Some("fewer")).as_deref(), Some("fitter"), "it harms a promise");
    }
}
