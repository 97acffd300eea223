//! The checked scenario: a value of these types is valid, and nothing later asks again.
//!
//! Names are gone (they are positions), durations are seconds, shares are fractions.

mod claim;
mod contract;
mod driver;
mod input;
mod overtime;
mod plan;
mod quantity;
mod role;
mod rota;
mod skill;
mod sla;
mod staffing;
mod stream;
mod text;
mod world;

pub(crate) use claim::*;
pub(crate) use contract::*;
pub(crate) use driver::*;
pub(crate) use input::*;
pub(crate) use overtime::*;
pub(crate) use plan::*;
pub(crate) use quantity::*;
pub(crate) use role::*;
pub(crate) use rota::*;
pub(crate) use skill::*;
pub(crate) use sla::*;
pub(crate) use staffing::*;
pub(crate) use stream::*;
pub(crate) use text::*;
pub(crate) use world::*;

pub use stream::Arrival;
pub use text::Lang;

use super::change::Change;
use crate::calendar::{Timeline, WorkingTime};
use crate::ids::{CalendarId, MarkId};

/// A whole question: what is to be simulated, and how often.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The name of the file without its ending; names the output folder.
    pub(crate) name: String,
    /// What it is called in reports.
    pub(crate) title: Text,
    /// The simulated span and its months.
    pub timeline: Timeline,
    /// Replications of each policy, unless the command says otherwise.
    pub(crate) replications: usize,
    /// Where all chance begins.
    pub seed: u64,
    /// The language of reports.
    pub(crate) lang: Lang,
    /// ISO code of the currency, such as `RUB`.
    pub(crate) currency: String,
    /// Compiled calendars; the first is the scenario's own.
    pub calendars: Vec<WorkingTime>,
    /// The calendars of people who take turns; that of the first turn stands for all of a rota.
    pub(crate) rotas: Vec<Vec<CalendarId>>,
    /// Uncertain inputs.
    pub(crate) inputs: Vec<Input>,
    /// Quantities that change with time.
    pub(crate) drivers: Vec<Driver>,
    /// What steps may ask of people beside their role.
    pub(crate) skills: Vec<String>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Streams of work.
    pub streams: Vec<Stream>,
    /// Names of marks; the first four are `created`, `contact`, `solved`, `closed`.
    pub(crate) marks: Vec<String>,
    /// Service level agreements, in the order of the streams.
    pub slas: Vec<Sla>,
    /// How waiting work is ordered.
    pub(crate) discipline: Discipline,
    /// People who join on a date.
    pub hires: Vec<Hire>,
    /// People who are asked for when a measure passes a level.
    pub(crate) triggers: Vec<Trigger>,
    /// People who are asked for at reviews, by the counted load.
    pub(crate) hiring_rules: Vec<HiringRule>,
    /// Work that may be bought.
    pub(crate) contractors: Vec<Contractor>,
    /// Work that shrinks from a date.
    pub(crate) automations: Vec<Automation>,
    /// Sentences to be put to the test.
    pub(crate) claims: Vec<Claim>,
    /// What the plan may do, and what must be reached.
    pub(crate) planning: Planning,
    /// Every number of the file that carries a source.
    pub(crate) sources: Vec<Sourced>,
    /// What a model of the workload cannot measure; empty where the file does not say.
    pub(crate) not_measured: Text,
    /// What to tell the user although the scenario is valid.
    pub(crate) notes: Vec<Text>,
}

/// The mark that an item carries from its creation.
pub(crate) const CREATED: MarkId = MarkId(0);
/// The first moment an agent works on the item; set by the department itself.
pub(crate) const CONTACT: MarkId = MarkId(1);
/// The item is solved; set at the end of the route when no step sets it.
pub(crate) const SOLVED: MarkId = MarkId(2);
/// The end of the route; set by the department itself.
pub(crate) const CLOSED: MarkId = MarkId(3);

/// A number and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sourced {
    /// The path in the scenario.
    pub(crate) path: String,
    /// The value as written.
    pub(crate) value: String,
    /// A fact's id, or `assumed`.
    pub(crate) source: String,
}

/// A named list of changes to the scenario, and the scenario that results.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub(crate) title: Text,
    /// What it changes, in the order of the file.
    pub(crate) changes: Vec<Change>,
    /// The whole scenario under this policy.
    pub scenario: Scenario,
}

/// A scenario file after the check: the same scenario under each of its policies.
#[derive(Clone, Debug)]
pub struct Study {
    /// The scenario as written; the first is the baseline.
    pub policies: Vec<Policy>,
    /// SHA-256 of every file that was read, in order of reading: name and hexadecimal digest.
    pub(crate) files: Vec<(String, String)>,
    /// The same in every combination of readings; one where the document can be read in one way.
    pub(crate) worlds: Worlds,
}

impl Study {
    /// The policy that the others are compared with.
    pub fn baseline(&self) -> &Policy {
        &self.policies[0]
    }

    /// The world of a replication, the same for every policy.
    pub(crate) fn world_of(&self, seed: u64, replication: u64) -> usize {
        self.worlds.of(seed, replication)
    }

    /// Replications by the world that is drawn for each, in the order of worlds.
    pub(crate) fn by_world(&self, seed: u64, replications: &[u64]) -> Vec<(usize, Vec<u64>)> {
        let mut by_world: Vec<(usize, Vec<u64>)> =
            (0..self.worlds.list.len()).map(|it| (it, Vec::new())).collect();
        replications.iter().for_each(|&it| by_world[self.world_of(seed, it)].1.push(it));
        by_world.retain(|it| !it.1.is_empty());
        by_world
    }

    /// The study of one world, as if its readings were known.
    pub(crate) fn in_world(&self, world: usize) -> Self {
        let policies = self.worlds.list[world].policies.clone();
        let worlds = Worlds::one(policies.clone());
        Self { policies, files: self.files.clone(), worlds }
    }

    pub(crate) fn retain(&mut self, keep: impl Fn(&Policy) -> bool) {
        self.each(|policies| policies.retain(&keep));
    }

    /// Makes the policy at a position the first.
    pub(crate) fn lead(&mut self, position: usize) {
        self.each(|policies| policies[..=position].rotate_right(1));
    }

    /// What is done to the policies is done to them in every world.
    pub(crate) fn each(&mut self, mut change: impl FnMut(&mut Vec<Policy>)) {
        change(&mut self.policies);
        self.worlds.list.iter_mut().for_each(|it| change(&mut it.policies));
    }
}
