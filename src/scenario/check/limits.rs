//! Limits of the simulator that a sensible scenario never meets.

use crate::scenario::model::Stream;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check};
use crate::scenario::route;
use std::collections::BTreeSet;

/// Different levels of urgency: priorities, those of interrupting streams apart.
const MOST_LEVELS: usize = 60;
/// Named moments, the program's own four included.
const MOST_MARKS: usize = 32;

/// Problems of scenarios with more levels of urgency or marks than the simulator can tell apart.
pub(crate) fn check(streams: &[Stream], entries: &[At<'_>], marks: usize, c: &mut Check<'_>) {
    let mut levels = BTreeSet::new();
    for (stream, at) in streams.iter().zip(entries) {
        levels.insert((stream.priority, stream.interrupts));
        let own = route::efforts(&stream.route).filter_map(|it| it.priority);
        levels.extend(own.map(|it| (it, stream.interrupts)));
        if levels.len() > MOST_LEVELS {
            let what = say!(
                "разных приоритетов (priority) больше {MOST_LEVELS}",
                "more than {MOST_LEVELS} different priorities"
            );
            let instead =
                say!("сведите приоритеты к десятку", "bring the priorities down to ten or so");
            c.wrong_value(at, what, instead);
            break;
        }
    }
    if let (true, Some(at)) = (marks > MOST_MARKS, entries.first()) {
        let what = say!("отметок (mark) больше {MOST_MARKS}", "more than {MOST_MARKS} marks");
        let instead =
            say!("оставьте те, по которым считаются SLA", "keep those that SLAs are counted by");
        c.wrong_value(at, what, instead);
    }
}
