//! A document as a workbook: typed cells, native charts, nothing that depends on the clock.
//!
//! The first sheet is the whole document in words, with links. Each table has a sheet with a
//! frozen header; the charts of a section have one, each beside the numbers it is drawn from.

mod chart;
mod format;
mod grid;
mod names;
mod series;
mod summary;

use super::{Block, Chart, Document, Figure, HeatMap, Section, Table, Word};
use format::Formats;
use grid::Grid;
use names::Names;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

/// A4, as spreadsheets count papers.
const PAPER: u8 = 9;

/// Writes the bytes of the workbook.
pub fn workbook(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let formats = Formats::new(document.locale);
    let sheets = planned(document);
    let mut workbook = Workbook::new();
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&document.title)
            .set_subject(&document.subtitle)
            .set_author("staffcast")
            // The same document gives the same bytes.
            .set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?),
    );
    let first = Word::Summary.text(document.locale.lang);
    let sheet = named(&mut workbook, first)?;
    summary::write(document, &sheets, &formats, sheet)?;
    for planned in &sheets {
        let sheet = named(&mut workbook, &planned.name)?;
        let mut grid = Grid::new(sheet, &formats, document.locale);
        match &planned.content {
            Content::Table(table) => grid.table_sheet(&planned.name, table)?,
            Content::Map(chart, map) => grid.map_sheet(chart, map)?,
            Content::Charts(charts) => {
                grid.begin_charts()?;
                for chart in charts {
                    grid.chart(&planned.name, chart)?;
                }
                grid.end_charts()?;
            }
        }
        grid.finish()?;
    }
    workbook.save_to_buffer()
}

/// A sheet after the first one.
struct Planned<'a> {
    name: String,
    /// The position of its section.
    section: usize,
    content: Content<'a>,
}

enum Content<'a> {
    Table(&'a Table),
    /// A heat map is a table with colours.
    Map(&'a Chart, &'a HeatMap),
    Charts(Vec<&'a Chart>),
}

fn planned(document: &Document) -> Vec<Planned<'_>> {
    let lang = document.locale.lang;
    let mut names = Names::default();
    names.add(Word::Summary.text(lang));
    let mut sheets = Vec::new();
    for (index, section) in document.sections.iter().enumerate() {
        for table in tables(section) {
            let only = tables(section).count() == 1;
            let title = match table.title.as_str() {
                title if title.is_empty() || only => &section.heading,
                title => title,
            };
            sheets.push(Planned {
                name: names.add(title),
                section: index,
                content: Content::Table(table),
            });
        }
        let mut drawn = Vec::new();
        for chart in charts(section) {
            let Figure::HeatMap(map) = &chart.figure else {
                drawn.push(chart);
                continue;
            };
            sheets.push(Planned {
                name: names.add(&section.heading),
                section: index,
                content: Content::Map(chart, map),
            });
        }
        if !drawn.is_empty() {
            let charts = Word::Charts.text(lang);
            let taken = sheets.last().is_some_and(|it| it.section == index);
            let title = if taken && section.heading != charts {
                format!("{charts} – {}", section.heading)
            } else {
                section.heading.clone()
            };
            sheets.push(Planned {
                name: names.add(&title),
                section: index,
                content: Content::Charts(drawn),
            });
        }
    }
    sheets
}

fn tables(section: &Section) -> impl Iterator<Item = &Table> {
    section.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

fn charts(section: &Section) -> impl Iterator<Item = &Chart> {
    section.blocks.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    })
}

/// A sheet that prints on the width of a page.
fn named<'a>(workbook: &'a mut Workbook, name: &str) -> Result<&'a mut Worksheet, XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    sheet.set_paper_size(PAPER);
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer("&L&8&A&R&8&P / &N");
    sheet.set_screen_gridlines(false);
    Ok(sheet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Cell, Header, Locale};
    use crate::scenario::Lang;

    fn document() -> Document {
        let headers = vec![Header::text("Policy"), Header::number("Cost", "RUB")];
        let mut table = Table::new("costs", "Costs: [all]", headers);
        table.push(vec![Cell::text("=1+1"), Cell::money(f64::NAN)]);
        let section = |table: &Table| Section {
            key: "costs".into(),
            heading: "Costs".into(),
            blocks: vec![Block::Table(table.clone())],
        };
        Document {
            locale: Locale::new(Lang::En, "RUB"),
            title: "Costs".into(),
            subtitle: String::new(),
            sections: vec![section(&table), section(&Table::default()), section(&table)],
        }
    }

    #[test]
    fn the_same_document_gives_the_same_bytes() {
        let once = workbook(&document()).unwrap();
        assert!(once.starts_with(b"PK"));
        assert_eq!(once, workbook(&document()).unwrap());
    }

    #[test]
    fn each_table_has_a_sheet_of_its_own_name() {
        let document = document();
        let names: Vec<String> = planned(&document).into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["Costs", "Costs (2)", "Costs (3)"]);
    }
}
