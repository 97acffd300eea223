//! Cleaning in the open: what was set aside and why, counted, with examples.

use std::collections::BTreeMap;

/// Examples of each reason.
const EXAMPLES: usize = 3;

/// Why something was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reason {
    /// The same row again.
    Duplicate,
    /// Another row of the same ticket: an update, not a ticket.
    Update,
    /// Not asked for by `--only`.
    NotAsked,
    /// Work of the department itself.
    Internal,
    Spam,
    /// Merged into another ticket.
    Merged,
    /// Nobody knows when it was created.
    NoDate,
    /// Before the first or after the last day that counts.
    OutsideWindow,
    /// Closed by a timer so many days after its end: that time is set aside, the ticket counts.
    Timer,
    /// Finished before it was created: the times are set aside, the ticket counts.
    NegativeTime,
    /// Work logged is zero: the time is set aside, the ticket counts.
    ZeroEffort,
    /// Not finished yet: counted, and its time is known to be at least what has passed.
    Open,
}

/// So many were set aside for a reason.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SetAside {
    pub(crate) reason: Reason,
    pub(crate) count: u64,
    /// Numbers of tickets, as the export writes them.
    pub(crate) examples: Vec<String>,
}

impl Reason {
    /// Whether the ticket itself still counts.
    pub(crate) fn still_counts(self) -> bool {
        matches!(
            self,
            Self::Timer | Self::NegativeTime | Self::ZeroEffort | Self::Open | Self::Update
        )
    }
}

/// The count of what is set aside.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cleaning {
    aside: BTreeMap<Reason, (u64, Vec<String>)>,
}

impl Cleaning {
    pub(crate) fn set_aside(&mut self, reason: Reason, id: &str) {
        let (count, examples) = self.aside.entry(reason).or_default();
        *count += 1;
        if examples.len() < EXAMPLES && !id.is_empty() && examples.iter().all(|it| it != id) {
            examples.push(id.to_owned());
        }
    }

    /// Every reason, in the order of the pipeline.
    pub(crate) fn table(self) -> Vec<SetAside> {
        let row = |(reason, (count, examples))| SetAside { reason, count, examples };
        self.aside.into_iter().map(row).collect()
    }
}
