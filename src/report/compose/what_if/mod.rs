//! The answer of the what-if page: one sentence, then the charts and tables that it rests on.

mod answer;
mod concerned;
mod people;
#[cfg(test)]
mod tests;

pub(crate) use answer::{Kept, judged_otherwise};

use super::charts::lines::{BASELINE, BEST};
use super::charts::{overview, roles, targets};
use super::run_tables;
use super::told::Told;
use crate::experiment::Outcome;
use crate::report::{Block, Chart, Document, Figure, Ink, Locale, Section, Word};
use crate::scenario::Study;
use concerned::Concerned;

/// The baseline and up to a few what-ifs; `all` is how many replications there will be.
pub(crate) fn what_if(
    study: &Study,
    outcome: &Outcome,
    kept: Option<&Kept>,
    (locale, all): (Locale, u64),
) -> Document {
    let mut told = Told::new(study, outcome, locale);
    told.plan = (outcome.policies.len() > 1).then_some(1);
    told.promises = kept.map(|it| &it.promises);
    let mut blocks = vec![Block::Finding(answer::answer(told, kept, all))];
    blocks.extend(charts(told).into_iter().map(Block::Chart));
    let mut tables = vec![Block::Table(run_tables::policies(told))];
    if outcome.policies.len() > 1 {
        tables.push(Block::Table(run_tables::comparison(told)));
    }
    tables.push(Block::Table(run_tables::utilisation(told)));
    let section = |key, word: Word, blocks| Section::new(key, word.text(locale.lang), blocks);
    Document {
        locale,
        title: told.name(told.scenario).into(),
        subtitle: told.source(),
        sections: vec![
            section("what-if", Word::WhatIfAnswer, blocks),
            section("tables", Word::WhatIfTables, tables),
        ],
    }
}

/// The charts of what the change concerns first, then the department's, then those of all else.
fn charts(told: Told<'_>) -> Vec<Chart> {
    let concerned = Concerned::of(told);
    // With several what-ifs beside each other, first all of them in one row.
    let several = (told.outcome.policies.len() > 2).then(|| overview::policies(told)).flatten();
    let (first, others) = concerned.order.split_at(concerned.roles);
    let of_roles = |roles: &[usize]| -> Vec<Chart> {
        roles.iter().flat_map(|role| targets::of_role(told, *role)).collect()
    };
    let mut charts: Vec<Chart> = several.into_iter().chain(of_roles(first)).collect();
    match (told.plan, concerned.needed(told)) {
        (Some(policy), Some(column)) => charts.extend(people::people(told, policy, column)),
        (_, column) => {
            charts.extend(column.and_then(|it| roles::why(told, it, Vec::new())));
            charts.extend(roles::people(told, None));
        }
    }
    charts.extend(overview::backlog(told));
    charts.extend(roles::headcount(told));
    charts.extend(of_roles(others));
    if told.plan.is_some() {
        charts.iter_mut().for_each(|it| told_apart(it, told));
    }
    charts
}

/// Every policy has the same colour in all charts, and the baseline lies behind the others.
fn told_apart(chart: &mut Chart, told: Told<'_>) {
    let policies = &told.outcome.policies;
    let ink = |name: &str| {
        let policy = policies.iter().position(|it| told.name(it) == name)?;
        Some(match policy {
            0 => BASELINE,
            1 => BEST,
            kept => Ink::Slot(kept as u8),
        })
    };
    match &mut chart.figure {
        Figure::Lines(lines) => {
            for panel in &mut lines.panels {
                for series in &mut panel.series {
                    series.ink = ink(&series.label).unwrap_or(series.ink);
                }
                panel.series.sort_by_key(|it| it.ink == BASELINE);
            }
        }
        Figure::Bars(bars) => {
            for bar in &mut bars.bars {
                bar.ink = ink(&bar.label).unwrap_or(bar.ink);
            }
        }
        _ => {}
    }
}
