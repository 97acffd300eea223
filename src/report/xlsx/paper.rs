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
