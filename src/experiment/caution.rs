//! Caution: reasons not to trust a result yet. Facts only; the words are the report's.

use crate::measures::Measure;

/// A reason not to trust a result yet, or not to read it as more than it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Caution {
    /// More work comes for a role than its people can do.
    LoadAboveCapacity {
        /// Key of the role.
        role: String,
        /// Positions of the months in which it does.
        months: Vec<usize>,
        /// The greatest ratio of load to capacity.
        worst: f64,
    },
    /// Open items still pile up at the horizon, faster than arrivals grow.
    BacklogGrowing {
        /// Key of the stream.
        stream: String,
        /// Items more each month, over the last months.
        slope: f64,
        /// Open items in the last month.
        last: f64,
    },
    /// A share that decides something is not known well enough.
    IntervalTooWide {
        /// The measure.
        measure: Measure,
        /// Key of the scope.
        scope: String,
        /// Half the width of its interval.
        half_width: f64,
        /// What it should be at most.
        limit: f64,
    },
    /// The production calendar is extrapolated from this year on.
    CalendarExtrapolated {
        /// The first year that is not built in.
        year: i16,
    },
    /// Numbers that nobody has measured.
    AssumedInputs {
        /// How many.
        count: usize,
        /// Their paths in the scenario.
        paths: Vec<String>,
    },
    /// Too few replications for an interval to mean much.
    FewReplications {
        /// How many there were.
        replications: u64,
        /// How many there should be at least.
        least: u64,
    },
}

impl Caution {
    /// Numbers that nobody has measured; `None` when there are none.
    pub(crate) fn of_assumed(paths: Vec<String>) -> Option<Self> {
        let count = paths.len();
        (count > 0).then_some(Self::AssumedInputs { count, paths })
    }
}
