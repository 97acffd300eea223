//! The desk as it was: a measured scenario over days of the past.

use super::window::Window;
use super::{Fitted, stamp};
use crate::scenario::Scenario;
use jiff::civil::Date;

/// Days that are simulated: whole months from a day on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Period {
    pub(crate) start: Date,
    pub(crate) months: u32,
    /// Whether it was measured: then absences are those that were.
    pub(crate) is_measured: bool,
}

impl Period {
    /// Months of a forecast.
    const FORECAST: u32 = 24;

    /// Whatever begins after what was measured.
    pub(crate) fn after(window: &Window) -> Self {
        let next = window.last().first_of_month().saturating_add(jiff::Span::new().months(1));
        Self { start: next, months: Self::FORECAST, is_measured: false }
    }

    /// From a day to the end of a window.
    pub(super) fn from(day: i32, window: &Window) -> Self {
        let days = window.days().end - day;
        let months = (f64::from(days) / 28.0).ceil().max(1.0) as u32;
        Self { start: stamp::day(day), months, is_measured: day == window.days().start }
    }
}

/// Makes a scenario of what was measured; nothing where that is no scenario.
pub(crate) type Desk<'d> = dyn Fn(&Fitted, Period) -> Option<Scenario> + 'd;
