//! Availability: the share of working time in which a person is there.

use crate::scenario::{Holiday, Inputs, Role, Scenario};

/// Months that stand for a typical year.
const YEAR: f64 = 12.0;

/// The share of working time in which a person is there: not on holiday and not sick.
///
/// Holidays and spells are calendar days, of which the share of a regular week is working time:
/// public holidays extend a holiday, and a spell begins on a working day.
pub(crate) fn availability(scenario: &Scenario, role: &Role, inputs: &Inputs) -> f64 {
    let calendar = &scenario.calendars[role.calendar.index()];
    let hours_a_day = calendar.regular_week().hours() / 7.0;
    let holiday = match &role.holiday {
        Holiday::None => 0.0,
        Holiday::Yearly { blocks, .. } => f64::from(blocks.iter().sum::<u32>()),
        Holiday::Dated(people) => {
            let years = (scenario.timeline.months() as f64 / YEAR).max(1.0);
            let days: u32 = people.iter().flatten().map(|(_, days)| days).sum();
            f64::from(days) / people.len().max(1) as f64 / years
        }
    };
    let spell = role.sickness.length.mean_seconds(inputs) / 86_400.0;
    let sick = role.sickness.spells.value(inputs) * spell.ceil();
    let away = (holiday + sick) * hours_a_day;
    (1.0 - away / calendar.yearly().hours()).clamp(0.0, 1.0)
}
