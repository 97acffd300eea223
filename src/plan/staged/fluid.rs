//! Fluid: what the work itself asks for, before anything is simulated: the first guess of the search.
//!
//! Work as a flow, not as pieces: people ÷ availability ÷ target, in each replication's own inputs. Whom
//! nearly every replication needs by the time he could be productive is asked for now.

use crate::department::draw_inputs;
use crate::department::offered::{OfferedLoad, availability};
use crate::plan::load::offered::busy_people;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::{Candidate, Choice, Opening, in_months};
use crate::scenario::Discipline;
use crate::statistics::quantile_of;
use crate::time::SimTime;

/// The target that the search begins with, in per cent: the queue of a few people at that load
/// still moves.
const TARGET: u32 = 84;
/// Whom nine replications of ten need is asked for now.
const NEARLY_ALL: f64 = 0.1;

/// The first guess.
pub(crate) fn first_guess(lab: &Lab<'_>, replications: &[u64]) -> Candidate {
    let openings = lab.lattice.openings.iter().enumerate();
    // Whom no promise needs, and who comes too late, is not asked for.
    let needed = |it: &Opening| lab.goals.iter().any(|goal| goal.roles.contains(&it.role));
    let choices = openings.map(|(position, opening)| match opening {
        it if it.slots.is_empty() || !needed(it) => Choice::default(),
        _ => Choice {
            now: needed_now(lab, position, replications, NEARLY_ALL),
            target: TARGET,
            most: opening.most,
            temporary: lab.base().planning.temporary,
        },
    });
    Candidate {
        rules: choices.collect(),
        order: Some(Discipline::EarliestDue),
        ..lab.lattice.nobody()
    }
}

/// How many people of a role a share of the replications needs fewer of, when those asked for now
/// could be productive.
pub(crate) fn needed_now(lab: &Lab<'_>, position: usize, replications: &[u64], share: f64) -> u32 {
    let opening = &lab.lattice.openings[position];
    if opening.slots.is_empty() || replications.is_empty() {
        return 0;
    }
    let months = in_months(opening.days_to_fill) + opening.ramp;
    let mut missing: Vec<f64> = Vec::with_capacity(replications.len());
    for world in 0..lab.worlds.count() {
        let scenario = lab.worlds.baseline(world);
        let load = OfferedLoad::of(scenario);
        let start = scenario.timeline.start_time().day();
        let last = scenario.timeline.horizon_time().day().saturating_sub(1);
        let day = (start + SimTime::midnight((months * 30.4) as usize).day()).min(last);
        let here = |it: &&u64| lab.worlds.of_replication(lab.run.seed, **it) == world;
        for &replication in replications.iter().filter(here) {
            let inputs = draw_inputs(scenario, lab.run.seed, replication);
            let role = &scenario.roles[opening.role.index()];
            let busy = busy_people(scenario, &load, &inputs, day)[opening.role.index()];
            let people = busy / availability(scenario, role, &inputs) * 100.0 / f64::from(TARGET);
            missing.push(people.ceil() - f64::from(role.headcount));
        }
    }
    let needed = quantile_of(&mut missing, share).floor();
    (needed.max(0.0) as u32).min(opening.most)
}
