//! Work items: one piece of work on its route, be it a ticket, a visit, a project or a duty.

use crate::department::layout::Layout;
use crate::engine::Arena;
use crate::ids::StreamId;
use crate::random::Chance;
use crate::scenario::CONTACT;
use crate::time::{Effort, Elapsed, SimTime};

/// The owner of an item that belongs to nobody in particular.
pub(crate) const NOBODY: u32 = u32::MAX;

/// One piece of work.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Item {
    /// All its chance, drawn in the order of its route: no policy changes what it needs.
    pub(crate) chance: Chance,
    /// When it came.
    pub(crate) created: SimTime,
    /// The same on the working clock of its stream.
    pub(crate) created_worked: Effort,
    /// Effort left in its current step.
    pub(crate) left: Effort,
    /// When it joined its queue, as a number that orders; or when it is due, where that decides.
    pub(crate) joined: u64,
    /// Position of its current op.
    pub(crate) op: u32,
    /// The effort step it asks for or is in.
    pub(crate) task: u32,
    /// Its stream.
    pub(crate) stream: StreamId,
    /// The person it belongs to, or [`NOBODY`].
    pub(crate) owner: u32,
    /// Bit m: mark m is set.
    pub(crate) marked: u32,
    /// Bit m: a clock waits for mark m.
    pub(crate) watched_marks: u32,
}

impl Item {
    /// Whether nobody has worked on it yet.
    #[inline(always)]
    pub(crate) fn is_untouched(&self) -> bool {
        self.marked >> CONTACT.index() & 1 == 0
    }
}

/// A clock that a mark of the route starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum StartedClock {
    /// Not started, or stopped and waiting for its mark again.
    #[default]
    Waiting,
    /// Since a moment.
    Running(SimTime),
    /// Stopped for good.
    Done,
}

/// Time that a group of clocks has stood still.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct PausedTime {
    /// On the working clock of their calendar.
    pub(crate) worked: Effort,
    /// On the calendar clock.
    pub(crate) elapsed: Elapsed,
}

/// All items, with what only some of them need kept beside them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Items {
    arena: Arena<Item>,
    groups: usize,
    started: usize,
    counters: usize,
    /// Whether clocks are kept beside an item from its beginning on.
    has_clocks: bool,
    paused: Vec<PausedTime>,
    started_clocks: Vec<StartedClock>,
    cycles: Vec<u32>,
    /// The number of the wait in which an item may give up; 0 while it does not wait so.
    waits: Vec<u32>,
    /// How many such waits there were.
    impatient: u32,
}

impl Items {
    /// Forgets all items; those of a layout will come.
    pub(crate) fn reset(&mut self, layout: &Layout) {
        self.arena.clear();
        let Layout { groups, started, counters, .. } = *layout;
        (self.groups, self.started, self.counters) = (groups, started, counters);
        self.has_clocks = groups + started > 0;
        self.waits.clear();
        self.impatient = 0;
        self.paused.clear();
        self.started_clocks.clear();
        self.cycles.clear();
    }

    /// A new item.
    #[inline(always)]
    pub(crate) fn insert(&mut self, item: Item) -> u32 {
        let id = self.arena.reserve();
        *self.arena.get_mut(id) = item;
        if self.has_clocks {
            self.forget_clocks(id);
        }
        self.wait_over(id);
        id
    }

    #[inline(never)]
    fn forget_clocks(&mut self, id: u32) {
        let end = (id as usize + 1) * self.groups;
        if self.paused.len() < end {
            self.paused.resize(end, PausedTime::default());
        }
        self.paused[end - self.groups..end].fill(PausedTime::default());
        let end = (id as usize + 1) * self.started;
        if self.started_clocks.len() < end {
            self.started_clocks.resize(end, StartedClock::Waiting);
        }
        self.started_clocks[end - self.started..end].fill(StartedClock::Waiting);
    }

    /// An item begins to wait in a way in which it may give up; returns the number of the wait.
    pub(crate) fn wait_impatiently(&mut self, id: u32) -> u32 {
        let place = id as usize;
        if self.waits.len() <= place {
            self.waits.resize(place + 1, 0);
        }
        self.impatient += 1;
        self.waits[place] = self.impatient;
        self.impatient
    }

    /// An item waits no longer, or not so.
    #[inline]
    pub(crate) fn wait_over(&mut self, id: u32) {
        if let Some(wait) = self.waits.get_mut(id as usize) {
            *wait = 0;
        }
    }

    /// Whether an item is still in the wait of a number.
    pub(crate) fn is_in_wait(&self, id: u32, number: u32) -> bool {
        self.waits.get(id as usize) == Some(&number)
    }

    /// Frees an item.
    #[inline]
    pub(crate) fn remove(&mut self, id: u32) {
        self.arena.remove(id);
    }

    /// An item.
    #[inline]
    pub(crate) fn get(&self, id: u32) -> &Item {
        self.arena.get(id)
    }

    /// An item, to change it.
    #[inline]
    pub(crate) fn get_mut(&mut self, id: u32) -> &mut Item {
        self.arena.get_mut(id)
    }

    /// Somebody works on an item; returns it as it was before.
    #[inline(always)]
    pub(crate) fn touch(&mut self, id: u32) -> Item {
        let item = self.arena.get_mut(id);
        let before = *item;
        item.marked |= 1 << CONTACT.index();
        before
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.arena.len()
    }

    /// How many items pass a test, which may be asked about some that are gone, too.
    pub(crate) fn count(&self, passes: impl Fn(u32, &Item) -> bool) -> u32 {
        self.arena.count(passes) as u32
    }

    /// Every item. Slow: for the end of a run.
    pub(crate) fn occupied(&self) -> Vec<u32> {
        self.arena.occupied()
    }

    /// How long the clocks of a group have stood.
    #[inline]
    pub(crate) fn paused(&self, id: u32, group: Option<u8>) -> PausedTime {
        match group {
            Some(group) => self.paused[id as usize * self.groups + usize::from(group)],
            None => PausedTime::default(),
        }
    }

    /// Lets the clocks of a group stand for a time.
    pub(crate) fn pause(&mut self, id: u32, group: usize, time: PausedTime) {
        let paused = &mut self.paused[id as usize * self.groups + group];
        paused.worked += time.worked;
        paused.elapsed += time.elapsed;
    }

    /// A clock that a mark of the route starts.
    pub(crate) fn started_clock(&self, id: u32, clock: u8) -> StartedClock {
        self.started_clocks[id as usize * self.started + usize::from(clock)]
    }

    /// Starts or stops such a clock, which has not stood then for any wait of its group.
    pub(crate) fn set_started_clock(
        &mut self,
        id: u32,
        clock: u8,
        group: Option<u8>,
        to: StartedClock,
    ) {
        self.started_clocks[id as usize * self.started + usize::from(clock)] = to;
        if let Some(group) = group {
            self.paused[id as usize * self.groups + usize::from(group)] = PausedTime::default();
        }
    }

    /// How often a cycle is still to run.
    pub(crate) fn cycle(&mut self, id: u32, counter: u8) -> &mut u32 {
        let position = id as usize * self.counters + usize::from(counter);
        if self.cycles.len() <= position {
            self.cycles.resize((id as usize + 1) * self.counters, 0);
        }
        &mut self.cycles[position]
    }
}
