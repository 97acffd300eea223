//! The layout: what every replication of a scenario shares, with names and trees turned into
//! tables.
//!
//! A route becomes a program of [`Op`]s, an effort step a [`Task`], every random number of the file
//! a position in a table whose values [`crate::department::layout::numbers`] fills in for each
//! replication.

mod builder;
mod numbers;
mod program;
mod queue_point;
mod task;

pub use numbers::draw_inputs;
pub(crate) use numbers::{Numbers, draw_count};
pub(crate) use program::{Op, Reopening, Wait};
pub(crate) use task::{Impatience, NO_LEVEL, Task};

use crate::department::people::Outlook;
use crate::ids::{CalendarId, DriverId, MarkId, SlaId, StreamId};
use crate::scenario::{Count, Duration, Quantity};
use crate::time::SimTime;
pub(crate) use queue_point::QueuePoint;
use queue_point::RolePoints;
use task::Urgency;

/// What the department needs to know of a stream at every step.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StreamLayout {
    /// Position of its first op.
    pub(crate) entry: u32,
    /// The effort step that it begins with, where nothing else comes before.
    pub(crate) first_task: Option<u32>,
    /// The queue point where its arrivals may wait unseen while everybody is busy, see
    /// [`crate::department::fast_path::feed`].
    pub(crate) feeds: Option<u32>,
    /// Its clock.
    pub(crate) calendar: CalendarId,
    /// The calendars of its pause groups.
    pub(crate) pause_calendars: Vec<CalendarId>,
    /// Sampler of the time before it is noticed.
    pub(crate) noticed_after: Option<u32>,
    /// The driver it follows, where its clients leave over broken promises.
    pub(crate) clients: Option<DriverId>,
    /// What has given up comes back: positions in `probabilities`, `reopenings`.
    pub(crate) retrial: Option<(u32, u32)>,
    /// Automations that touch it.
    pub(crate) automations: Vec<u32>,
    /// Its SLAs.
    pub(crate) slas: Vec<SlaLayout>,
    /// Bit m: an SLA starts or stops at mark m.
    pub(crate) watched_marks: u32,
    /// Bit m: so does one whose clock may run anew.
    pub(crate) repeated_marks: u32,
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
    /// Its place among the clocks of its stream that a mark of the route starts.
    pub(crate) started: Option<u8>,
    /// Whether it runs anew each time that mark comes by.
    pub(crate) every: bool,
    /// Its clock.
    pub(crate) calendar: CalendarId,
    /// Whether that is the clock of its stream, too.
    pub(crate) of_stream: bool,
}

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
    /// The queue points that a role has to do with, by role.
    pub(crate) points_of: Vec<RolePoints>,
    /// The calendars by which people of a role work, by role, where they are several; else empty.
    pub(crate) shifts: Vec<Vec<CalendarId>>,
    /// Urgency, most urgent first.
    pub(crate) levels: Vec<Urgency>,
    /// Bit l: work of level l interrupts.
    pub(crate) interrupting: u64,
    /// Whether any work may interrupt other work, or take precedence over it.
    pub(crate) work_gives_way: bool,
    /// Whether anybody serves several items side by side.
    pub(crate) side_by_side: bool,
    /// Pause groups that an item may need.
    pub(crate) groups: usize,
    /// Nested cycles that an item may need.
    pub(crate) counters: usize,
    /// Clocks of an item that marks of its route may start.
    pub(crate) started: usize,
    /// When each automation begins, and each contractor.
    pub(crate) automations_from: Vec<SimTime>,
    pub(crate) contractors_from: Vec<SimTime>,
    /// What hiring rules know beforehand, rule by rule.
    pub(crate) outlooks: Vec<Outlook>,
}

impl Layout {
    /// The stream that stands for explaining things to newcomers.
    pub(crate) fn mentoring_stream(&self) -> StreamId {
        StreamId::new(self.streams.len() - 1)
    }
}
