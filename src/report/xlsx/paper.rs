//! What is printed: how pages lie, how much stands on one, and what each of them repeats.

use super::grid::Grid;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

/// A4, as spreadsheets count papers.
const PAPER: u8 = 9;

/// Letters across a page that can still be read: upright, and at most on its side.
const UPRIGHT: usize = 115;
const READABLE: usize = 230;

/// A sheet that prints on the width of a page.
pub(crate) fn named<'a>(
    workbook: &'a mut Workbook,
    name: &str,
) -> Result<&'a mut Worksheet, XlsxError> {
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

impl Grid<'_> {
    /// Paper gets what is filled in, no more: upright what is narrow, and what is too wide to be read
    /// on one page on several, each with the first column.
    pub(crate) fn end_tables(&mut self) -> Result<(), XlsxError> {
        let last = self.widths.len().saturating_sub(1) as u16;
        self.sheet.set_print_area(0, 0, self.row, last)?;
        let width: usize = self.widths.iter().sum();
        if width <= UPRIGHT {
            self.sheet.set_portrait();
        }
        let first = self.widths.first().copied().unwrap_or_default();
        let pages = width.saturating_sub(first).div_ceil(READABLE - first).max(1);
        if pages > 1 {
            self.sheet.set_repeat_columns(0, 0)?;
        }
        self.sheet.set_print_fit_to_pages(pages as u16, 0);
        Ok(())
    }

    /// Keeps a header and the first column in sight, on the screen and on paper.
    pub(crate) fn keep_in_sight(&mut self, head: u32) -> Result<(), XlsxError> {
        self.sheet.set_freeze_panes(head + 1, 1)?;
        self.sheet.set_repeat_rows(head, head)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::report::{Block, Cell, Document, Header, Locale, Section, Table, xlsx::workbook};
    use crate::scenario::Lang;
    use std::io::{Cursor, Read};

    /// The page set-up of the sheet after the summary, as its XML says it, and that it holds at all.
    fn set_up(columns: usize) -> (String, bool) {
        let headers = (0..columns).map(|it| Header::text(format!("Column {it:05}"))).collect();
        let mut table = Table::new("wide", "Wide", headers);
        table.push(vec![Cell::text("twelve marks"); columns]);
        let blocks = vec![Block::Table(table)];
        let section = Section { key: "wide".into(), heading: "Wide".into(), blocks };
        let locale = Locale::new(Lang::En, "EUR");
        let (title, subtitle) = ("Wide".to_owned(), String::new());
        let bytes = workbook(&Document { locale, title, subtitle, sections: vec![section] });
        let mut file = zip::ZipArchive::new(Cursor::new(bytes.unwrap())).unwrap();
        let last = (1..9).rfind(|it| file.by_name(&name(*it)).is_ok()).expect("a sheet");
        let mut text = String::new();
        file.by_name(&name(last)).unwrap().read_to_string(&mut text).unwrap();
        let start = text.find("<pageSetup ").expect("it is set up");
        let end = start + text[start..].find("/>").expect("the tag ends");
        (text[start..end].to_owned(), text.contains("<pageSetUpPr fitToPage=\"1\"/>"))
    }

    fn name(sheet: usize) -> String {
        format!("xl/worksheets/sheet{sheet}.xml")
    }

    #[test]
    fn what_is_narrow_stands_upright_and_what_is_too_wide_takes_several_pages_across() {
        for (columns, orientation, across) in
            [(3, "portrait", None), (12, "landscape", None), (40, "landscape", Some(3))]
        {
            let (set_up, fits) = set_up(columns);
            let says = |it: &str| set_up.contains(it);
            assert!(fits && says("paperSize=\"9\"") && says("fitToHeight=\"0\""), "{set_up}");
            assert!(says(&format!("orientation=\"{orientation}\"")), "{columns}: {set_up}");
            let width = across.map(|it: u16| format!("fitToWidth=\"{it}\""));
            assert_eq!(says("fitToWidth"), width.is_some(), "one page is the usual: {set_up}");
            assert!(width.is_none_or(|it| says(&it)), "{columns}: {set_up}");
        }
    }
}
