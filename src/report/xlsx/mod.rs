//! A document as a workbook: typed cells, native charts, nothing that depends on the clock.
//!
//! The first sheet is the whole document in words, with links. Tables stand on a few sheets by the
//! question they answer, and go on counting where a number is made of others; every chart stands on
//! one sheet, beside the numbers it is drawn from.

mod chart;
mod format;
mod grid;
mod names;
mod paper;
mod places;
mod series;
mod sheets;
mod summary;

use super::{Document, Word};
use format::Formats;
use grid::Grid;
use paper::named;
use places::Places;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use sheets::{Content, Planned, planned};

/// Writes the bytes of the workbook.
pub fn workbook(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let formats = Formats::new(document.locale);
    let mut workbook = Workbook::new();
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&document.title)
            .set_subject(&document.subtitle)
            .set_author("staffcast")
            // The same document gives the same bytes.
            .set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?),
    );
    named(&mut workbook, Word::Summary.text(document.locale.lang))?;
    let (mut places, mut links) = (Places::default(), Vec::new());
    for planned in planned(document) {
        let sheet = named(&mut workbook, &planned.name)?;
        let mut grid = Grid::new(sheet, &planned.name, &formats, document.locale);
        fill(&mut grid, &planned, &mut places, &mut links)?;
        grid.finish()?;
    }
    // The first sheet is written last: it says where everything is.
    let first = workbook.worksheet_from_index(0)?;
    summary::write(document, &links, &formats, first)?;
    workbook.save_to_buffer()
}

/// Where a table or a chart of a section stands.
pub(crate) struct Link {
    section: usize,
    sheet: String,
    row: u32,
    title: String,
    is_drawn: bool,
}

/// Fills a sheet from the top, and notes where its parts stand.
fn fill(
    grid: &mut Grid<'_>,
    planned: &Planned<'_>,
    places: &mut Places,
    links: &mut Vec<Link>,
) -> Result<(), XlsxError> {
    let (is_drawn, alone) = (planned.is_drawn(), planned.parts.len() == 1);
    // A first part without a title of its own is called as the sheet.
    let said = planned.parts.first().is_some_and(|it| it.title() == planned.name);
    match is_drawn {
        true => grid.begin_charts()?,
        false if alone || said => {}
        false => grid.title(&planned.name, "")?,
    }
    for part in &planned.parts {
        let (row, sheet) = (grid.row, planned.name.clone());
        let title = part.title();
        match &part.content {
            Content::Table(table) => grid.table_part(title, table, alone, places)?,
            Content::Cells(chart) => grid.cells_part(chart, alone)?,
            Content::Chart(chart) => grid.chart(&sheet, chart)?,
        }
        links.push(Link { section: part.section, row, title: title.to_owned(), sheet, is_drawn });
    }
    if is_drawn { grid.end_charts() } else { grid.end_tables() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Block, Cell, Header, Locale, Section, Table};
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
    fn sections_share_sheets_and_no_two_have_one_name() {
        let document = document();
        let names = |document: &Document| -> Vec<String> {
            planned(document).into_iter().map(|it| it.name).collect()
        };
        assert_eq!(names(&document), ["Costs"]);
        let mut others = document;
        for (section, key) in others.sections.iter_mut().zip(["load", "months", "backlog"]) {
            (section.key, section.heading) = (key.into(), key.into());
        }
        let lang = others.locale.lang;
        assert_eq!(names(&others), [Word::Load.text(lang), Word::Months.text(lang)]);
    }
}
