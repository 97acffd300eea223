//! A report in no format: sections of paragraphs, findings, tables and charts.
//!
//! Every value keeps its type, so that each writer can do its best with it:
//! the terminal words it, a workbook stores the number with a number format.

use super::figure::Chart;
use super::table::{Table, Tone};
use super::text::Locale;

/// What a writer writes.
#[derive(Clone, Debug)]
pub struct Document {
    /// Language and currency of everything in it.
    pub(crate) locale: Locale,
    pub(crate) title: String,
    /// One line under the title: scenario, period, replications.
    pub(crate) subtitle: String,
    /// Its parts, in reading order.
    pub(crate) sections: Vec<Section>,
}

/// A part of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Section {
    /// Short name for anchors and sheet names: Latin letters, digits and hyphens.
    pub(crate) key: String,
    pub(crate) heading: String,
    /// Its content.
    pub(crate) blocks: Vec<Block>,
}

impl Section {
    /// A part with some content.
    pub(crate) fn new(key: &str, heading: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { key: key.into(), heading: heading.into(), blocks }
    }
}

/// A piece of content.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    /// Plain sentences.
    Paragraph(String),
    /// Short items.
    List(Vec<String>),
    /// An answer that stands out.
    Finding(Finding),
    /// Reasons not to trust the results yet.
    Cautions(Vec<Caution>),
    Table(Table),
    Chart(Chart),
}

/// An answer in one sentence, with what supports it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Finding {
    /// Good news or bad.
    pub(crate) tone: Tone,
    /// The sentence.
    pub(crate) headline: String,
    /// What supports it; may be empty.
    pub(crate) detail: String,
}

/// Why a result should not be trusted yet, and what to do about it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Caution {
    pub(crate) reason: String,
    /// What to do; may be empty.
    pub(crate) advice: String,
}

impl Document {
    /// Every chart, in reading order.
    pub(crate) fn charts(&self) -> impl Iterator<Item = &Chart> {
        self.blocks().filter_map(|block| match block {
            Block::Chart(chart) => Some(chart),
            _ => None,
        })
    }

    /// Every block, in reading order.
    pub(crate) fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.sections.iter().flat_map(|section| &section.blocks)
    }
}

#[cfg(test)]
mod tests {
    use crate::report::gallery;

    #[test]
    fn charts_are_found_in_reading_order() {
        let document = gallery::document();
        let keys: Vec<&str> = document.charts().map(|chart| chart.key.as_str()).collect();
        let first = ["decision", "schedule", "policies", "sla", "occupancy"];
        let then = ["headcount", "utilisation", "backlog", "cost", "tornado"];
        let last = ["by-two", "by-many", "by-hour"];
        assert_eq!(keys, [&first[..], &then, &last].concat());
    }
}
