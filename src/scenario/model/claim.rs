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
    /// Between which it holds.
    pub(crate) bounds: Bounds,
    /// The unit of the bounds, as people write it.
    pub(crate) unit: Text,
    /// The input whose value would make it hold, for "true only if …".
    pub(crate) breakeven: Option<String>,
}

/// What a number must keep to; without either bound everything does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bounds {
    /// At or above this.
    pub(crate) at_least: Option<f64>,
    /// At or below this.
    pub(crate) at_most: Option<f64>,
}

impl Bounds {
    /// Whether a number keeps to them.
    pub(crate) fn hold(self, number: f64) -> bool {
        self.at_least.is_none_or(|it| number >= it) && self.at_most.is_none_or(|it| number <= it)
    }

    /// In words: of both, or of the lower or the upper one alone.
    pub(crate) fn said(
        self,
        both: impl Fn(f64, f64) -> String,
        [least, most]: [&dyn Fn(f64) -> String; 2],
    ) -> String {
        match (self.at_least, self.at_most) {
            (Some(low), Some(high)) => both(low, high),
            (Some(low), None) => least(low),
            (None, Some(high)) => most(high),
            (None, None) => String::new(),
        }
    }

    /// The same, moved outwards by a distance.
    pub(crate) fn wider(self, by: f64) -> Self {
        let (least, most) = (self.at_least.map(|it| it - by), self.at_most.map(|it| it + by));
        Self { at_least: least, at_most: most }
    }

    /// The same before a factor.
    pub(crate) fn over(self, factor: f64) -> Self {
        let (least, most) =
            (self.at_least.map(|it| it / factor), self.at_most.map(|it| it / factor));
        Self { at_least: least, at_most: most }
    }
}
