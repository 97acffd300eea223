//! The layout: what every replication of a scenario shares, with names and trees turned into tables.
//!
//! A route becomes a program of [`Op`]s, an effort step a [`Work`], every random number of the file a
//! position in a table whose values [`crate::department::layout::numbers`] fills in for each replication.

mod numbers;
mod program;
mod queue_point;

pub use numbers::draw_inputs;
pub(crate) use numbers::{Numbers, draw_count};
pub(crate) use program::{Op, Reopening, Wait};

use crate::ids::{CalendarId, MarkId, RoleId, SlaId, StreamId, WaitId};
use crate::scenario::{CREATED, Count, Duration, Quantity, Scenario, route};
use queue_point::QueuePoint;

/// An effort step.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Task {
    /// Where the item waits.
    pub(crate) point: u32,
    /// The queue point's role: the role that is asked for.
    pub(crate) role: RoleId,
    /// The samplers whose sum is the effort: first and number.
    pub(crate) time: (u32, u32),
    /// Must fit into one working day.
    pub(crate) within_day: bool,
    /// Somebody of this role must be there too.
    pub(crate) together_with: Option<RoleId>,
    /// Counts as a visit.
    pub(crate) visit: bool,
    /// What every step of its stream shares.
    pub(crate) stream: StreamFacts,
}

/// What the steps of a stream share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct StreamFacts {
    /// Its level.
    pub(crate) level: u8,
    /// Its priority.
    pub(crate) priority: u8,
    /// Whether it interrupts.
    pub(crate) interrupts: bool,
    /// Whether ramp-up does not slow it and absent people miss it.
    pub(crate) meeting: bool,
    /// Whether contractors may take its work.
    pub(crate) contracted: bool,
    /// Whether automations touch it.
    pub(crate) automated: bool,
    /// Whether any of its steps is a visit.
    pub(crate) has_visits: bool,
    /// Its clock.
    pub(crate) calendar: CalendarId,
}

/// A class of urgency: lower goes first; of one priority, interrupting work stands apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Urgency {
    /// The priority as the scenario states it.
    pub(crate) priority: u8,
    /// Whether work of this level may not interrupt (`false` sorts first).
    pub(crate) patient: bool,
}

/// What the department needs to know of a stream at every step.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StreamLayout {
    /// Position of its first op.
    pub(crate) entry: u32,
    /// The effort step that it begins with, where nothing else comes before.
    pub(crate) first_task: Option<u32>,
    /// The queue point where its arrivals may wait unseen while everybody is busy, see [`crate::department::fast_path::feed`].
    pub(crate) feeds: Option<u32>,
    /// What its steps share.
    pub(crate) facts: StreamFacts,
    /// Its clock.
    pub(crate) calendar: CalendarId,
    /// Sampler of the time before it is noticed.
    pub(crate) noticed_after: Option<u32>,
    /// Automations that touch it.
    pub(crate) automations: Vec<u32>,
    /// SLAs by the mark that stops them: (mark, SLA, pause group or none).
    pub(crate) slas: Vec<SlaLayout>,
    /// Bit m: an SLA starts or stops at mark m.
    pub(crate) watched_marks: u32,
}

/// What judging an SLA needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct SlaLayout {
    /// The SLA.
    pub(crate) sla: SlaId,
    /// The mark that starts it.
    pub(crate) from: MarkId,
    /// The mark that stops it.
    pub(crate) to: MarkId,
    /// The group of waits in which it stands.
    pub(crate) group: Option<u8>,
    /// The clock of its stream.
    pub(crate) calendar: CalendarId,
}

/// The level that stands for none, in bit sets of levels: what `trailing_zeros` gives for 0.
pub(crate) const NO_LEVEL: u32 = u64::BITS;

/// What every replication of a scenario shares.
#[derive(Clone, Debug)]
pub struct Layout {
    /// All routes, one after another.
    pub(crate) ops: Vec<Op>,
    /// All streams; the last one is mentoring, which no file states.
    pub(crate) streams: Vec<StreamLayout>,
    /// All effort steps.
    pub(crate) tasks: Vec<Task>,
    /// All wait steps.
    pub(crate) waits: Vec<Wait>,
    /// All reopenings.
    pub(crate) reopenings: Vec<Reopening>,
    /// Every random duration.
    pub(crate) durations: Vec<Duration>,
    /// Every probability.
    pub(crate) probabilities: Vec<Quantity>,
    /// Every random count.
    pub(crate) counts: Vec<Count>,
    /// Where items wait.
    pub(crate) points: Vec<QueuePoint>,
    /// Queue points with streams that feed them.
    pub(crate) fed_points: Vec<u32>,
    /// The queue points whose role is this one, and those it stands in for: by role.
    pub(crate) points_of: Vec<(Vec<u32>, Vec<u32>)>,
    /// Queue points of other roles with joint work that this role takes part in: by role.
    pub(crate) joint_points_of: Vec<Vec<u32>>,
    /// The only queue point that a role ever takes work from, where it is the only one, no joint work of
    /// others may come, and the levels say which work goes first.
    pub(crate) only_point_of: Vec<Option<u32>>,
    /// Urgency, most urgent first.
    pub(crate) levels: Vec<Urgency>,
    /// Bit l: work of level l interrupts.
    pub(crate) interrupting: u64,
    /// Whether any work may interrupt other work, or take precedence over it.
    pub(crate) work_gives_way: bool,
    /// Pause groups that an item may need.
    pub(crate) groups: usize,
    /// Nested cycles that an item may need.
    pub(crate) counters: usize,
    /// Marks whose moments an item may have to keep.
    pub(crate) marks: usize,
}

impl Layout {
    /// The layout of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let mut layout = Self::empty(scenario);
        for (index, stream) in scenario.streams.iter().enumerate() {
            let groups = layout.stream(scenario, index);
            layout.groups = layout.groups.max(groups.len());
            layout.streams[index].entry = layout.ops.len() as u32;
            let of = (layout.streams[index].facts, &groups[..]);
            layout.steps(scenario, &stream.route, of, 0);
            layout.ops.push(Op::End);
            layout.shorten();
            let it = &mut layout.streams[index];
            it.first_task = match layout.ops[it.entry as usize] {
                Op::Effort(task) if it.noticed_after.is_none() => Some(task),
                _ => None,
            };
        }
        layout.find_feeds(scenario);
        layout.mentoring(scenario);
        layout.points_of = (0..scenario.roles.len())
            .map(|role| layout.points_of_role(RoleId::new(role)))
            .collect();
        layout.joint_points_of =
            (0..scenario.roles.len()).map(|role| layout.joint_points(RoleId::new(role))).collect();
        layout.only_point_of = (0..scenario.roles.len())
            .map(|role| layout.only_point(role, scenario.discipline))
            .collect();
        layout.work_gives_way =
            layout.interrupting != 0 || layout.tasks.iter().any(|it| it.within_day);
        layout
    }

    /// The stream that stands for explaining things to newcomers.
    pub(crate) fn mentoring_stream(&self) -> StreamId {
        StreamId::new(self.streams.len() - 1)
    }

    fn empty(scenario: &Scenario) -> Self {
        let mut levels = Vec::new();
        for stream in &scenario.streams {
            let patient = !stream.interrupts;
            let mut priorities = vec![stream.priority];
            priorities.extend(route::efforts(&stream.route).filter_map(|it| it.priority));
            levels.extend(priorities.into_iter().map(|priority| Urgency { priority, patient }));
        }
        levels.push(MENTORING);
        levels.sort_unstable();
        levels.dedup();
        assert!(levels.len() <= 64, "more than 64 levels of urgency");
        let interrupting = levels
            .iter()
            .enumerate()
            .filter(|(_, level)| !level.patient)
            .fold(0, |bits, (index, _)| bits | 1 << index);
        Self {
            ops: Vec::new(),
            streams: Vec::new(),
            tasks: Vec::new(),
            waits: Vec::new(),
            reopenings: Vec::new(),
            durations: Vec::new(),
            probabilities: Vec::new(),
            counts: Vec::new(),
            points: Vec::new(),
            fed_points: Vec::new(),
            points_of: Vec::new(),
            joint_points_of: Vec::new(),
            only_point_of: Vec::new(),
            levels,
            interrupting,
            work_gives_way: false,
            groups: 0,
            counters: 0,
            marks: scenario.marks.len(),
        }
    }

    /// Adds what is known of a stream besides its route; returns the sets of waits its clocks pause in.
    fn stream(&mut self, scenario: &Scenario, index: usize) -> Vec<Vec<WaitId>> {
        let stream = &scenario.streams[index];
        let id = StreamId::new(index);
        let mut groups: Vec<Vec<WaitId>> = Vec::new();
        let mut slas = Vec::new();
        for (sla_index, sla) in scenario.slas.iter().enumerate() {
            if sla.stream != id {
                continue;
            }
            let mut waits = sla.pauses.clone();
            waits.sort_unstable();
            let group = (!waits.is_empty()).then(|| {
                let known = groups.iter().position(|it| *it == waits);
                known.unwrap_or_else(|| {
                    groups.push(waits);
                    groups.len() - 1
                }) as u8
            });
            slas.push(SlaLayout {
                sla: SlaId::new(sla_index),
                from: sla.from,
                to: sla.to,
                group,
                calendar: stream.calendar,
            });
        }
        let starting_marks = slas
            .iter()
            .filter(|it| it.from != CREATED)
            .fold(0, |bits, it| bits | 1 << it.from.index());
        let noticed_after = stream.noticed_after.as_ref().map(|it| self.duration(it));
        let level = self.level(Urgency { priority: stream.priority, patient: !stream.interrupts });
        let touches = |streams: &[StreamId]| streams.is_empty() || streams.contains(&id);
        let automations: Vec<u32> = (0..scenario.automations.len() as u32)
            .filter(|&it| touches(&scenario.automations[it as usize].streams))
            .collect();
        self.streams.push(StreamLayout {
            entry: 0,
            first_task: None,
            feeds: None,
            facts: StreamFacts {
                level,
                priority: stream.priority,
                interrupts: stream.interrupts,
                meeting: stream.meeting,
                contracted: scenario.contractors.iter().any(|it| touches(&it.streams)),
                automated: !automations.is_empty(),
                has_visits: route::efforts(&stream.route).any(|it| it.visit),
                calendar: stream.calendar,
            },
            calendar: stream.calendar,
            noticed_after,
            automations,
            watched_marks: slas.iter().fold(starting_marks, |bits, it| bits | 1 << it.to.index()),
            slas,
        });
        groups
    }

    /// What a step shares with its stream, with the step's own priority where it has one.
    pub(crate) fn facts_of(&self, facts: StreamFacts, priority: Option<u8>) -> StreamFacts {
        let priority = priority.unwrap_or(facts.priority);
        let level = Urgency { priority, patient: !facts.interrupts };
        StreamFacts { level: self.level(level), priority, ..facts }
    }

    fn level(&self, level: Urgency) -> u8 {
        // Every level was collected before.
        self.levels.iter().position(|it| *it == level).unwrap_or(0) as u8
    }

    /// Mentoring is work of whoever it is given to, before everything that may not interrupt.
    fn mentoring(&mut self, scenario: &Scenario) {
        let facts = StreamFacts {
            level: self.level(MENTORING),
            priority: MENTORING.priority,
            interrupts: false,
            meeting: true,
            contracted: false,
            automated: false,
            has_visits: false,
            calendar: CalendarId(0),
        };
        self.streams.push(StreamLayout {
            entry: self.ops.len() as u32,
            first_task: None,
            feeds: None,
            facts,
            calendar: CalendarId(0),
            noticed_after: None,
            automations: Vec::new(),
            slas: Vec::new(),
            watched_marks: 0,
        });
        let point = self.point(RoleId(0), scenario.roles[0].stand_in.clone());
        self.tasks.push(Task {
            point,
            role: RoleId(0),
            time: (0, 0),
            within_day: false,
            together_with: None,
            visit: false,
            stream: facts,
        });
        self.ops.push(Op::Effort(self.tasks.len() as u32 - 1));
        self.ops.push(Op::End);
    }
}

const MENTORING: Urgency = Urgency { priority: 0, patient: true };
