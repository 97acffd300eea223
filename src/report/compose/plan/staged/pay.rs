//! The cost of a vacancy as a formula of its pay, so that a workbook goes on counting when the pay is changed.

use super::Decided;
use crate::measure::cost::{Employment, Pay};
use crate::plan::staged::data::Vacancies;

/// The columns of the table of vacancies in which the pay and the cost of a month stand.
pub(super) const GROSS: usize = 4;
pub(super) const MONTH: usize = 5;

/// The employment of whoever fills a vacancy.
pub(super) fn person(vacancy: &Vacancies) -> Employment {
    Employment { joined: Some(vacancy.start), left: None }
}

/// What one month of a vacancy costs, as a formula of the pay of a row of vacancies: each part of a calendar month
/// with contributions up to the yearly base and beyond, and what the search costs.
pub(super) fn month_cost(
    decided: Decided<'_>,
    vacancy: &Vacancies,
    row: usize,
    month: usize,
) -> String {
    let Pay { below, above, base, hiring, .. } = vacancy.pay;
    let gross = format!("[hires:{row}:{GROSS}]");
    let mut parts = Vec::new();
    for part in Pay::parts(person(vacancy), month, &decided.scenario.timeline) {
        let now = format!("{gross}*{}", part.now);
        if part.now > 0.0 && flat(&vacancy.pay) {
            parts.push(format!("{now}*(1+{below})"));
        } else if part.now > 0.0 {
            let left = format!("MAX({base}-{gross}*{},0)", part.before);
            parts.push(format!("{now}*(1+{above})+({below}-{above})*MIN({now},{left})"));
        }
        if part.joins && hiring > 0.0 {
            parts.push(hiring.to_string());
        }
    }
    match parts.is_empty() {
        true => "0".into(),
        false => format!("{}*({})", vacancy.count, parts.join("+")),
    }
}

/// A full month with contributions, the mean of a year, as a formula of the pay.
pub(super) fn mean_month(pay: &Pay, gross: &str) -> String {
    let Pay { below, above, base, .. } = *pay;
    match flat(pay) {
        true => format!("{gross}*(1+{below})"),
        false => format!("{gross}*(1+{above})+({below}-{above})*MIN(12*{gross},{base})/12"),
    }
}

fn flat(pay: &Pay) -> bool {
    pay.base.is_infinite() || pay.below == pay.above
}
