//! Claims: sentences of a document, and the tests that would disprove them.

use super::Text;
use crate::measures::Measured;

/// A sentence from a document, with the test that would prove or disprove it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Claim {
    /// Such as `C-01`.
    pub(crate) id: String,
    /// The sentence.
    pub(crate) text: Text,
    /// The tests; the claim holds when all do.
    pub(crate) tests: Vec<ClaimTest>,
    /// What to say beside the verdict.
    pub(crate) note: Text,
}

/// A number compared with a bound.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ClaimTest {
    /// The policy it is read from; `None`: the first.
    pub(crate) policy: Option<String>,
    /// The measure, such as `busy_hours`.
    pub(crate) measure: Measured,
    /// Scope of the measure, such as `tp_manager`.
    pub(crate) scope: String,
    /// Months of the horizon it is averaged over, 1-based and inclusive; `None`: all.
    pub(crate) months: Option<(u32, u32)>,
    /// A factor on the measure before it is compared (hours a month to hours a week).
    pub(crate) factor: f64,
    /// It holds at or above this.
    pub(crate) at_least: Option<f64>,
    /// It holds at or below this.
    pub(crate) at_most: Option<f64>,
    /// The unit of the bounds, as people write it.
    pub(crate) unit: Text,
    /// The input whose value would make it hold, for "true only if …".
    pub(crate) breakeven: Option<String>,
}
