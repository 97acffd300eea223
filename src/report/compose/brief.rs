//! The part of a report that is read on a terminal.

use super::run_tables::BREACHES;
use crate::report::{Block, Content, Document, Row, Section, Sentence, Shown, Table, texts};
use crate::scenario::Lang;

/// Sections of a run that only files have.
const OF_RUNS: [&str; 4] = ["targets", "comparison", "charts", "assumptions"];
/// Sections of a plan that only files have.
const OF_PLANS: [&str; 11] = [
    "explained",
    "kept",
    "effect",
    "load",
    "backlog",
    "unknowns",
    "claims",
    "inputs",
    "months",
    "verified",
    "again",
];

/// Policies that a terminal shows.
const ROWS: usize = 10;

/// A report without charts, and without what is looked up rather than read.
pub(crate) fn brief(document: &Document) -> Document {
    let is_read = |block: &Block| match block {
        Block::Chart(_) => false,
        Block::Table(table) => table.shown == Shown::Everywhere,
        _ => true,
    };
    let mut brief = document.clone();
    brief.sections.retain(|it| !OF_RUNS.iter().chain(&OF_PLANS).any(|key| *key == it.key));
    for Section { key, blocks, .. } in &mut brief.sections {
        blocks.retain(is_read);
        for block in blocks {
            if let (Block::Table(table), "policies") = (block, &**key) {
                shorten(table, document.locale.lang);
            }
        }
    }
    brief.sections.retain(|it| !it.blocks.is_empty());
    brief
}

/// Keeps the baseline and the policies with the fewest breaches.
fn shorten(table: &mut Table, lang: Lang) {
    let left = table.rows.len().saturating_sub(ROWS);
    if left == 0 {
        return;
    }
    let breaches = |row: &Row| match row.cells.get(BREACHES).map(|it| &it.content) {
        Some(Content::Interval { value, .. } | Content::Amount(value, _)) => *value,
        _ => f64::INFINITY,
    };
    table.rows[1..].sort_by(|one, other| breaches(one).total_cmp(&breaches(other)));
    table.rows.truncate(ROWS);
    let more = texts::MorePolicies { count: left }.in_lang(lang);
    table.note = format!("{more} {}", table.note);
}
