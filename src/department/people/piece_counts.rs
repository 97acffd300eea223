//! Piece counts: what was counted of the pieces of work of each role since the start.
//!
//! A piece is an item's visit to a role. Hours are kept by item until its piece is done, so that
//! what is unfinished stays out of the measured effort; so do pieces that newcomers finish, who take
//! longer.

use crate::ids::{RoleId, StreamId};
use crate::scenario::Scenario;
use crate::time::Effort;

/// No item that has a place of its own.
pub(crate) const NO_ITEM: u32 = u32::MAX;

/// What was counted, role by role.
#[derive(Clone, Debug, Default)]
pub(crate) struct PieceCounts {
    /// What the work of each stream is.
    kinds: Vec<Kind>,
    /// Hours worked so far on the piece of an item, by its place.
    begun: Vec<Effort>,
    roles: Vec<Counted>,
    /// The same when each slot of the timeline began, by role.
    until: Vec<Vec<Counted>>,
}

/// What work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// It waits for anybody of its role.
    Piece,
    /// It comes to each person alone.
    Duty,
    /// It ends with the ramp-up of a newcomer: nothing to hire for.
    Mentoring,
}

/// What was counted of a role since the start.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counted {
    /// Pieces that came.
    pub(crate) arrived: u32,
    /// Pieces that were finished by people who are fully productive.
    pub(crate) finished: u32,
    /// Working time spent on these.
    pub(crate) hours: Effort,
    /// Working time spent on duties.
    pub(crate) duties: Effort,
}

impl PieceCounts {
    /// Of a scenario; nothing yet.
    pub(crate) fn new(scenario: &Scenario) -> Self {
        let kinds = scenario.streams.iter().map(|it| match it.for_each.is_empty() {
            true => Kind::Piece,
            false => Kind::Duty,
        });
        let roles = scenario.roles.len();
        Self {
            kinds: kinds.chain([Kind::Mentoring]).collect(),
            begun: Vec::new(),
            roles: vec![Counted::default(); roles],
            until: vec![vec![Counted::default(); scenario.timeline.slots()]; roles],
        }
    }

    /// Forgets everything, keeping the memory.
    pub(crate) fn reset(&mut self) {
        self.begun.fill(Effort::ZERO);
        self.start();
    }

    /// The counted months begin: what came before is forgotten.
    pub(crate) fn start(&mut self) {
        self.roles.fill(Counted::default());
        self.until.iter_mut().for_each(|it| it.fill(Counted::default()));
    }

    /// A slot of the timeline begins.
    pub(crate) fn slot_begins(&mut self, slot: usize) {
        for (until, counted) in self.until.iter_mut().zip(&self.roles) {
            until[slot] = *counted;
        }
    }

    /// What was counted of a role since a slot began.
    pub(crate) fn since(&self, role: RoleId, slot: usize) -> Counted {
        let (all, until) = (self.roles[role.index()], self.until[role.index()][slot]);
        Counted {
            arrived: all.arrived - until.arrived,
            finished: all.finished - until.finished,
            hours: all.hours - until.hours,
            duties: all.duties - until.duties,
        }
    }

    /// A piece of a stream came to a role.
    #[inline]
    pub(crate) fn came(&mut self, role: RoleId, stream: StreamId) {
        if self.kinds[stream.index()] == Kind::Piece {
            self.roles[role.index()].arrived += 1;
        }
    }

    /// Somebody has worked on an item.
    pub(crate) fn worked(&mut self, item: u32, role: RoleId, stream: StreamId, worked: Effort) {
        match self.kinds[stream.index()] {
            Kind::Duty => self.roles[role.index()].duties += worked,
            Kind::Mentoring => {}
            Kind::Piece => {
                let place = item as usize;
                if self.begun.len() <= place {
                    self.begun.resize(place + 1, Effort::ZERO);
                }
                self.begun[place] += worked;
            }
        }
    }

    /// The piece of an item is done, after so much more work, by somebody who is fully productive or
    /// not.
    pub(crate) fn finished(
        &mut self,
        item: u32,
        (role, settled): (RoleId, bool),
        stream: StreamId,
        worked: Effort,
    ) {
        let counted = &mut self.roles[role.index()];
        match self.kinds[stream.index()] {
            Kind::Duty => counted.duties += worked,
            Kind::Mentoring => {}
            Kind::Piece => {
                let before = self.begun.get_mut(item as usize).map(std::mem::take);
                if settled {
                    counted.finished += 1;
                    counted.hours += worked + before.unwrap_or(Effort::ZERO);
                }
            }
        }
    }

    /// An item is given up.
    pub(crate) fn dropped(&mut self, item: u32) {
        if let Some(before) = self.begun.get_mut(item as usize) {
            *before = Effort::ZERO;
        }
    }
}
