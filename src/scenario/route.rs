//! Routes: the steps that a piece of work takes, and the one way to walk them.

use super::model::{Clock, Count, Duration, Inputs, Patience, Quantity, Role, Text};
use crate::ids::{MarkId, RoleId, SkillId, StreamId, WaitId};

/// One step of a route.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Somebody works.
    Effort(EffortStep),
    /// Nobody works.
    Wait(WaitStep),
    /// Steps that are repeated a random number of times.
    Cycle {
        /// How often.
        times: Count,
        /// What.
        steps: Vec<Step>,
    },
    /// With a probability some steps, else others.
    Branch {
        /// Of `steps`.
        probability: Quantity,
        /// Taken with the probability.
        steps: Vec<Step>,
        /// Taken otherwise.
        otherwise: Vec<Step>,
    },
    /// A named moment.
    Mark(MarkId),
    /// The item comes back as a new one, with a probability and after a delay.
    Reopen {
        /// Of coming back.
        probability: Quantity,
        /// Until it comes back; may be zero.
        delay: Duration,
        /// The clock of the delay.
        clock: Clock,
    },
    /// An item of another stream begins.
    Spawn {
        /// Which.
        stream: StreamId,
        /// How many.
        count: Count,
        /// After how long, and on which clock; `None`: at once.
        after: Option<(Duration, Clock)>,
    },
}

/// What a step asks for, whatever its kind is called. Who walks a route looks at these and not at
/// the kinds: a new kind says here what it consists of.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Parts<'s> {
    /// Somebody works.
    pub(crate) effort: Option<&'s EffortStep>,
    /// Nobody works.
    pub(crate) wait: Option<&'s WaitStep>,
    /// A mark is reached.
    pub(crate) mark: Option<MarkId>,
    /// The item may come back: with a probability, after a delay on a clock.
    pub(crate) reopen: Option<(Quantity, &'s Duration, Clock)>,
    /// Items of another stream begin.
    pub(crate) spawn: Option<(StreamId, Count)>,
    /// Steps inside the step, in the order in which they are written.
    pub(crate) children: [&'s [Step]; 2],
    /// Whether an item may take those inside more than once each time it comes by.
    pub(crate) repeats: bool,
}

impl Step {
    /// What it asks for.
    pub(crate) fn parts(&self) -> Parts<'_> {
        let none = Parts::default();
        match self {
            Self::Effort(it) => Parts { effort: Some(it), ..none },
            Self::Wait(it) => Parts { wait: Some(it), ..none },
            Self::Cycle { steps, .. } => Parts { children: [steps, &[]], repeats: true, ..none },
            Self::Branch { steps, otherwise, .. } => Parts { children: [steps, otherwise], ..none },
            Self::Mark(it) => Parts { mark: Some(*it), ..none },
            Self::Reopen { probability, delay, clock } => {
                Parts { reopen: Some((*probability, delay, *clock)), ..none }
            }
            Self::Spawn { stream, count, .. } => Parts { spawn: Some((*stream, *count)), ..none },
        }
    }

    /// How often an item takes each of the children, in the mean.
    fn passes(&self, inputs: &Inputs) -> [f64; 2] {
        match self {
            Self::Cycle { times, .. } => [times.mean(inputs), 0.0],
            Self::Branch { probability, .. } => {
                let taken = probability.value(inputs);
                [taken, 1.0 - taken]
            }
            Self::Effort(_)
            | Self::Wait(_)
            | Self::Mark(_)
            | Self::Reopen { .. }
            | Self::Spawn { .. } => [0.0; 2],
        }
    }
}

impl Parts<'_> {
    /// The stream of which an item of the stream `own` causes new ones here, and how many in the mean.
    pub(crate) fn causes(&self, own: StreamId, inputs: &Inputs) -> Option<(StreamId, f64)> {
        let again = self.reopen.map(|(probability, ..)| (own, probability.value(inputs)));
        again.or_else(|| self.spawn.map(|(stream, count)| (stream, count.mean(inputs))))
    }
}

/// Every step of a route, each before those inside it.
pub(crate) fn all(route: &[Step]) -> impl Iterator<Item = Parts<'_>> {
    let mut open = vec![route.iter()];
    std::iter::from_fn(move || {
        while let Some(steps) = open.last_mut() {
            if let Some(step) = steps.next() {
                let parts = step.parts();
                open.extend(parts.children.iter().rev().map(|it| it.iter()));
                return Some(parts);
            }
            open.pop();
        }
        None
    })
}

/// Every step at which somebody works.
pub(crate) fn efforts(route: &[Step]) -> impl Iterator<Item = &EffortStep> {
    all(route).filter_map(|it| it.effort)
}

/// The same, to be changed.
pub(crate) fn efforts_mut(route: &mut [Step]) -> Vec<&mut EffortStep> {
    let mut found = Vec::new();
    for step in route {
        match step {
            Step::Effort(it) => found.push(it),
            Step::Cycle { steps, .. } => found.extend(efforts_mut(steps)),
            Step::Branch { steps, otherwise, .. } => {
                found.extend([steps, otherwise].into_iter().flat_map(|it| efforts_mut(it)));
            }
            Step::Wait(_) | Step::Mark(_) | Step::Reopen { .. } | Step::Spawn { .. } => {}
        }
    }
    found
}

/// Follows an item in the mean: visits every step with how often the item comes by it, `weight`
/// being how often it takes the route. Its repeats are items of their own.
pub(crate) fn walk<'s>(
    route: &'s [Step],
    weight: f64,
    inputs: &Inputs,
    visit: &mut impl FnMut(Parts<'s>, f64),
) {
    for step in route {
        let parts = step.parts();
        visit(parts, weight);
        for (child, passes) in parts.children.into_iter().zip(step.passes(inputs)) {
            walk(child, weight * passes, inputs, visit);
        }
    }
}

/// Somebody works.
#[derive(Clone, Debug, PartialEq)]
pub struct EffortStep {
    /// What the step is called in reports; may be empty.
    pub(crate) title: Text,
    /// Who; of several roles the first.
    pub(crate) role: RoleId,
    /// All roles that may do it, the preferred ones first; empty where it is one.
    pub(crate) pool: Vec<PoolMember>,
    /// What whoever does it must be able to do.
    pub(crate) skill: Option<SkillId>,
    /// Who else, when nobody of these is there; `None`: the stand-ins of the role.
    pub(crate) stand_in: Option<Vec<RoleId>>,
    /// How long: the sum of these.
    pub time: Vec<Duration>,
    /// Must fit into one working day (always true for joint steps).
    pub(crate) within_day: bool,
    /// Somebody of this role must be there from beginning to end.
    pub(crate) together_with: Option<RoleId>,
    /// Counts as a visit.
    pub(crate) visit: bool,
    /// The step's own priority; `None`: the stream's. Lets what has begun be finished first.
    pub(crate) priority: Option<u8>,
    /// How long an item waits for this step before it gives up; `None`: as its stream says.
    pub(crate) patience: Option<Patience>,
    /// How many such items one person serves at a time; `None`: one.
    pub(crate) side_by_side: Option<SideBySide>,
}

/// How one person serves several items at a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct SideBySide {
    /// At most so many.
    pub(crate) most: u32,
    /// By which part of its effort each takes longer for each other one in hand.
    pub(crate) slower: f64,
}

impl SideBySide {
    /// How many times as long each takes while so many are in hand.
    pub(crate) fn slowdown(self, in_hand: usize) -> f64 {
        1.0 + self.slower * (in_hand as f64 - 1.0)
    }

    /// The part of its effort that an item takes of a person's time while as many are in hand as may
    /// be: the least, as none is slower by more than its effort.
    pub(crate) fn least_share(self) -> f64 {
        self.slowdown(self.most as usize) / f64::from(self.most)
    }
}

impl EffortStep {
    /// How long it takes in the mean, in seconds.
    pub(crate) fn mean_seconds(&self, inputs: &Inputs) -> f64 {
        self.time.iter().map(|it| it.mean_seconds(inputs)).sum()
    }

    /// Whose work it is: of one role, or of any of a pool, and of another for joint work.
    pub(crate) fn roles(&self) -> impl Iterator<Item = RoleId> {
        self.doers().chain(self.together_with)
    }

    /// Whose work it is, but for whoever must be there too.
    pub(crate) fn doers(&self) -> impl Iterator<Item = RoleId> {
        let only = self.pool.is_empty().then_some(self.role);
        only.into_iter().chain(self.pool.iter().map(|it| it.role))
    }

    /// Who else does it when nobody of these is there, of all roles.
    pub(crate) fn stand_ins<'s>(&'s self, roles: &'s [Role]) -> &'s [RoleId] {
        self.stand_in.as_ref().unwrap_or(&roles[self.role.index()].stand_in)
    }
}

impl EffortStep {
    /// Which part of the effort is a role's: of a pool an equal part each, by as much as it takes its
    /// people longer.
    pub(crate) fn part_of(&self, role: RoleId) -> f64 {
        let is_pooled = self.pool.iter().any(|it| it.role == role);
        let roles = if is_pooled { self.pool.len() as f64 } else { 1.0 };
        self.effort_of(role) / roles
    }

    /// How many times the effort it takes the people of a role, each with as much in hand as may be.
    pub(crate) fn effort_of(&self, role: RoleId) -> f64 {
        let longer = self.pool.iter().find(|it| it.role == role).map_or(1.0, |it| it.effort);
        longer * self.side_by_side.map_or(1.0, SideBySide::least_share)
    }
}

/// One of several roles that may do a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PoolMember {
    pub(crate) role: RoleId,
    /// How many times the effort it takes its people.
    pub(crate) effort: f64,
    /// Lower is asked first; of one rank whoever has been idle longest.
    pub(crate) rank: u8,
}

/// Nobody works.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitStep {
    /// The kind of wait, which clocks may pause in.
    pub(crate) wait: WaitId,
    /// How long.
    pub(crate) time: Duration,
    pub(crate) clock: Clock,
}
