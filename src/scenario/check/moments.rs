//! Moments: the marks and the kinds of waits that routes name as they are read.

use crate::scenario::names::Names;

/// Names that routes make up as they go.
#[derive(Debug)]
pub(crate) struct Moments {
    /// Marks; the first four are given.
    pub(crate) marks: Names,
    /// Kinds of waits.
    pub(crate) waits: Names,
}

impl Moments {
    /// The marks that every item has.
    pub(crate) fn new() -> Self {
        let given = ["created", "contact", "solved", "closed"].map(str::to_owned);
        Self {
            marks: Names::new("момент", "mark", given),
            waits: Names::new("ожидание", "wait", []),
        }
    }
}
