//! The fast path: the usual case, with as few events as possible.
//!
//! Most items come at random, need one step of one agent, and leave. An arrival that nobody is free
//! to take, and a completion before which nothing else happens, change nothing that anybody else
//! could notice, so neither gets an event. The history is the same as with an event for everything:
//! whatever is not the usual case falls back to the general rules of [`super::queue`] and
//! [`super::items`].
//!
//! The event loop enters here and nowhere else, by [`Department::timer_due`]. The general rules
//! know only that arrivals may wait in their sources instead of a queue, and owe these calls for
//! it:
//!
//! | when | call |
//! |---|---|
//! | a free agent looks for work | [`Department::take_next`] |
//! | the general choice finds a waiting arrival most urgent | [`Department::take_from_feed`] |
//! | somebody becomes idle, or the last of a role leaves | [`Department::wake`] |
//! | a whole queue is looked at | [`Department::catch_up_all`], [`Department::catch_up_everywhere`] |
//! | a month ends | [`Department::report_arrivals`] |
//! | the run ends | [`Department::drain_feeds`] |

mod feed;
mod next_item;
mod route_end;
mod service;
mod waiting_arrivals;

pub(crate) use feed::{Feeds, feeds_queue_point};
pub(crate) use route_end::{RouteEnd, decided_by_contact};

use super::observer::Observer;
use super::{Department, Future};
use crate::ids::AgentId;

impl<O: Observer> Department<'_, O> {
    /// The timer of an agent, of a fed queue point or of another source has come.
    #[inline(always)]
    pub(crate) fn timer_due(&mut self, timer: usize, future: &mut Future) {
        if timer < self.agent_timers {
            self.completion(AgentId::new(timer), future);
        } else if timer < self.source_timers() {
            self.arrival_at(timer - self.agent_timers, future);
        } else {
            self.arrival(timer - self.source_timers(), future);
        }
    }
}
