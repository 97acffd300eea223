//! Which parts of a document share a sheet: a reader turns few pages, each about one question.

use super::names::Names;
use crate::report::{Block, Chart, Document, Figure, Section, Table, Word};

/// Sections that share a sheet, and what it is called; every other section has a sheet of its own.
const SHARED: [(Word, &[&str]); 7] = [
    (Word::Hires, &["hires"]),
    (Word::SheetPlans, &["then", "beside", "explained"]),
    (Word::Promises, &["promises", "effect", "kept", "targets", "abandoned"]),
    (Word::Load, &["load", "backlog", "roles"]),
    (Word::Policies, &["policies", "comparison"]),
    (Word::SheetInputs, &["unknowns", "claims", "inputs", "assumptions"]),
    (Word::Months, &["months", "charts"]),
];

/// A sheet after the first one.
pub(crate) struct Planned<'a> {
    /// Its name.
    pub(crate) name: String,
    /// What stands on it, from the top.
    pub(crate) parts: Vec<Part<'a>>,
}

/// A table or a chart of a sheet.
pub(crate) struct Part<'a> {
    /// The position of its section in the document.
    pub(crate) section: usize,
    /// The heading of the section, for what has no title.
    pub(crate) heading: &'a str,
    /// What it is.
    pub(crate) content: Content<'a>,
}

/// What stands on a sheet.
pub(crate) enum Content<'a> {
    /// Cells.
    Table(&'a Table),
    /// A figure that is a table, with colours or without.
    Cells(&'a Chart),
    /// A native chart with its numbers.
    Chart(&'a Chart),
}

impl Part<'_> {
    /// What it is called.
    pub(crate) fn title(&self) -> &str {
        match &self.content {
            Content::Table(table) if table.title.is_empty() => self.heading,
            Content::Table(table) => &table.title,
            Content::Cells(chart) | Content::Chart(chart) => &chart.title,
        }
    }
}

impl Planned<'_> {
    /// Whether charts stand on it, and nothing else.
    pub(crate) fn is_drawn(&self) -> bool {
        self.parts.iter().all(|it| matches!(it.content, Content::Chart(_)))
    }
}

/// The sheets of a document: tables by question, then every chart.
pub(crate) fn planned(document: &Document) -> Vec<Planned<'_>> {
    let lang = document.locale.lang;
    let mut sheets: Vec<(&str, Vec<Part<'_>>)> = Vec::new();
    let mut charts = Vec::new();
    for (index, section) in document.sections.iter().enumerate() {
        let title = shared(section).map_or(&*section.heading, |it| it.text(lang));
        for block in &section.blocks {
            let content = match block {
                Block::Table(table) => Content::Table(table),
                Block::Chart(chart) => match &chart.figure {
                    Figure::HeatMap(_) | Figure::Areas(_) | Figure::Parallel(_) => {
                        Content::Cells(chart)
                    }
                    _ => Content::Chart(chart),
                },
                _ => continue,
            };
            let part = Part { section: index, heading: &section.heading, content };
            if matches!(part.content, Content::Chart(_)) {
                charts.push(part);
                continue;
            }
            match sheets.iter_mut().find(|it| it.0 == title) {
                Some((_, parts)) => parts.push(part),
                None => sheets.push((title, vec![part])),
            }
        }
    }
    if !charts.is_empty() {
        sheets.push((Word::Charts.text(lang), charts));
    }
    let mut names = Names::default();
    names.add(Word::Summary.text(lang));
    sheets.into_iter().map(|(title, parts)| Planned { name: names.add(title), parts }).collect()
}

fn shared(section: &Section) -> Option<Word> {
    let mut all = SHARED.iter();
    all.find(|it| it.1.contains(&&*section.key)).map(|it| it.0)
}
