//! Typed cells from the top of a sheet downwards, in columns that fit.

use super::format::Formats;
use super::places::{Place, Places};
use crate::report::{
    Align, Cell, Content, Format as Amount, Header, Live, Locale, Table, Tone, texts,
};
use jiff::civil::Date;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Formula, Worksheet, XlsxError};
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

/// Widths of columns in letters.
const NARROWEST: usize = 9;
const WIDEST: usize = 52;
const WIDEST_HEAD: usize = 16;
/// Height of a line of text in points.
const LINE: f64 = 15.0;

/// A sheet that is being filled.
pub(crate) struct Grid<'a> {
    pub(super) sheet: &'a mut Worksheet,
    /// What the sheet is called.
    name: &'a str,
    pub(super) formats: &'a Formats,
    pub(super) locale: Locale,
    /// The next free row.
    pub(super) row: u32,
    /// The column where tables begin.
    pub(super) left: u16,
    /// Whether charts stand on it, so that all its rows are of one height.
    pub(super) is_drawn: bool,
    /// Where the printed page begins, and where the others do.
    pub(super) page_start: u32,
    pub(super) breaks: Vec<u32>,
    /// Numbers of charts: the last row that they take, and the column after them.
    pub(super) taken: Vec<(u32, u16)>,
    pub(super) widths: Vec<usize>,
    /// Texts that may need several lines: row, column, text.
    texts: Vec<(u32, u16, String)>,
    /// Notes below tables: the row, how many columns wide, the text.
    notes: Vec<(u32, u16, String)>,
}

impl<'a> Grid<'a> {
    /// An empty sheet.
    pub(crate) fn new(
        sheet: &'a mut Worksheet,
        name: &'a str,
        formats: &'a Formats,
        locale: Locale,
    ) -> Self {
        Self {
            sheet,
            name,
            formats,
            locale,
            row: 0,
            left: 0,
            is_drawn: false,
            page_start: 0,
            breaks: Vec::new(),
            taken: Vec::new(),
            widths: Vec::new(),
            texts: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// A table with its title and its note. Where it has the sheet for itself, its header stays in sight
    /// and its columns can be filtered.
    pub(crate) fn table_part(
        &mut self,
        title: &str,
        table: &Table,
        alone: bool,
        places: &mut Places,
    ) -> Result<(), XlsxError> {
        match alone {
            true => self.title(title, "")?,
            false => self.part_title(title)?,
        }
        let head = self.row;
        let columns = self.table(table, Some(places))?;
        if alone {
            self.keep_in_sight(head)?;
            if columns > 0 && self.row > head + 1 {
                self.sheet.autofilter(head, 0, self.row - 1, columns - 1)?;
            }
        }
        if !table.note.is_empty() {
            self.row += 1;
            self.notes.push((self.row, columns, table.note.clone()));
        }
        self.row += 2;
        Ok(())
    }

    /// The title of one of several tables of a sheet.
    pub(crate) fn part_title(&mut self, title: &str) -> Result<(), XlsxError> {
        let format = self.formats.title.clone().set_font_size(12);
        self.sheet.write_with_format(self.row, 0, title, &format)?;
        self.row += 1;
        Ok(())
    }

    /// A title and what is under it.
    pub(crate) fn title(&mut self, title: &str, subtitle: &str) -> Result<(), XlsxError> {
        self.sheet.write_with_format(self.row, 0, title, &self.formats.title)?;
        self.row += 1;
        if !subtitle.is_empty() {
            self.sheet.write_with_format(self.row, 0, subtitle, &self.formats.quiet)?;
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }

    /// Header and rows; an interval takes three columns. Returns the first free column. The places of
    /// tables are told where this one can be counted with, or counts itself.
    pub(crate) fn table(
        &mut self,
        table: &Table,
        mut places: Option<&mut Places>,
    ) -> Result<u16, XlsxError> {
        let spans: Vec<bool> =
            (0..table.headers.len()).map(|column| has_interval(table, column)).collect();
        let columns = spans.iter().scan(self.left, |next, &span| {
            let column = *next;
            *next += if span { 3 } else { 1 };
            Some(column)
        });
        let (sheet, first) = (self.name.to_owned(), self.row + 1);
        if let Some(places) = places.as_deref_mut() {
            places.add(&table.key, Place { sheet, first, columns: columns.collect() });
        }
        let mut at = self.left;
        for ((column, header), &span) in table.headers.iter().enumerate().zip(&spans) {
            let title = head(table, column, header);
            self.head(at, &title, header.align, WIDEST_HEAD)?;
            at += 1;
            if span {
                let what = &header.title;
                let ends = [
                    self.locale.say(texts::LowEnd { what }),
                    self.locale.say(texts::HighEnd { what }),
                ];
                for title in ends {
                    // As narrow as its words allow: there are many of them.
                    self.head(at, &title, header.align, 0)?;
                    at += 1;
                }
            }
        }
        self.row += 1;
        for row in &table.rows {
            let mut at = self.left;
            for (cell, &span) in row.cells.iter().zip(&spans) {
                let (row_of_cell, column) = (self.row, at);
                at = self.cell(at, cell, span, row.emphasised)?;
                if let (Some(Live::Formula(template)), Some(places)) = (&cell.live, &places) {
                    let cell = (cell, row.emphasised);
                    self.formula(row_of_cell, column, cell, template, places)?;
                }
            }
            self.row += 1;
        }
        Ok(at)
    }

    /// The head of a column, in the row that is being filled: on one line up to so many letters.
    fn head(
        &mut self,
        column: u16,
        title: &str,
        align: Align,
        widest: usize,
    ) -> Result<(), XlsxError> {
        let format = match align {
            Align::Left => &self.formats.head,
            Align::Right => &self.formats.head_number,
        };
        self.sheet.write_with_format(self.row, column, title, format)?;
        let words = title.split(' ').map(UnicodeWidthStr::width);
        let longest = words.max().unwrap_or(0);
        // The button of a filter needs room too.
        let widest = if self.is_drawn { WIDEST } else { widest };
        self.fit(column, longest.max(title.width().min(widest)) + 3);
        self.texts.push((self.row, column, title.to_owned()));
        Ok(())
    }

    /// A cell in the row that is being filled; returns the next column.
    pub(crate) fn cell(
        &mut self,
        column: u16,
        cell: &Cell,
        span: bool,
        emphasised: bool,
    ) -> Result<u16, XlsxError> {
        let style = match cell.live {
            Some(Live::Entered) => self.formats.entered(),
            _ => self.formats.cell(cell.tone, emphasised),
        };
        match &cell.content {
            Content::Empty => {
                self.sheet.write_blank(self.row, column, &style)?;
            }
            Content::Text(text) => {
                // A backtick marks what is typed on pages; here it would be noise.
                let text = text.replace('`', "");
                self.fit(column, text.width() + 2);
                self.texts.push((self.row, column, text.clone()));
                let style = style.set_text_wrap().set_align(FormatAlign::Left).set_indent(1);
                self.sheet.write_string_with_format(self.row, column, text, &style)?;
            }
            Content::Amount(value, amount) => self.number(column, *value, *amount, style)?,
            Content::Interval { value, low, high, format } => {
                self.number(column, *value, *format, style)?;
                let plain = self.formats.cell(Tone::Neutral, emphasised);
                self.number(column + 1, *low, *format, plain.clone())?;
                self.number(column + 2, *high, *format, plain)?;
                return Ok(column + 3);
            }
            Content::Date(date) => self.date(column, *date, self.formats.date(), style)?,
            Content::Month(date) => self.date(column, *date, self.formats.month(), style)?,
        }
        if span {
            let plain = self.formats.cell(Tone::Neutral, emphasised);
            self.sheet.write_blank(self.row, column + 1, &plain)?;
            self.sheet.write_blank(self.row, column + 2, &plain)?;
            return Ok(column + 3);
        }
        Ok(column + 1)
    }

    /// Lets a cell that was written as a number go on counting: its format stays, and so does its value,
    /// for programs that do not count.
    fn formula(
        &mut self,
        row: u32,
        column: u16,
        (cell, emphasised): (&Cell, bool),
        template: &str,
        places: &Places,
    ) -> Result<(), XlsxError> {
        let (Content::Amount(value, amount), Some(formula)) =
            (&cell.content, places.formula(template, self.name))
        else {
            return Ok(());
        };
        let formula = Formula::new(formula).set_result(value.to_string());
        let style = self.formats.cell(cell.tone, emphasised);
        let style = style.set_num_format(self.formats.amount(*amount));
        self.sheet.write_formula_with_format(row, column, formula, &style)?;
        Ok(())
    }

    /// A number as what it is: what is not finite is empty, so that sums and charts skip it.
    fn number(
        &mut self,
        column: u16,
        value: f64,
        amount: Amount,
        style: Format,
    ) -> Result<(), XlsxError> {
        if let (Amount::Month(origin), true) = (amount, value.is_finite()) {
            let month = crate::calendar::months_later(origin, value.round() as i32);
            return self.date(column, month, self.formats.month(), style);
        }
        let style = style.set_num_format(self.formats.amount(amount));
        if !value.is_finite() {
            self.sheet.write_blank(self.row, column, &style)?;
            return Ok(());
        }
        let value = if amount == Amount::Points { value * 100.0 } else { value };
        self.sheet.write_number_with_format(self.row, column, value, &style)?;
        let words = self.locale.amount(value, amount);
        self.fit(column, words.width() + 2);
        Ok(())
    }

    fn date(
        &mut self,
        column: u16,
        date: Date,
        format: &str,
        style: Format,
    ) -> Result<(), XlsxError> {
        let (year, month, day) = (date.year() as u16, date.month() as u8, date.day() as u8);
        let moment = ExcelDateTime::from_ymd(year, month, day)?;
        let style = style.set_num_format(format).set_align(FormatAlign::Left).set_indent(1);
        self.sheet.write_datetime_with_format(self.row, column, &moment, &style)?;
        self.fit(column, self.locale.month(date).width() + 2);
        Ok(())
    }

    /// Makes a column at least so wide.
    fn fit(&mut self, column: u16, width: usize) {
        let column = usize::from(column);
        if self.widths.len() <= column {
            self.widths.resize(column + 1, NARROWEST);
        }
        let widest = &mut self.widths[column];
        *widest = width.clamp(*widest, WIDEST);
    }

    /// Gives columns their widths and rows their heights.
    pub(crate) fn finish(mut self) -> Result<(), XlsxError> {
        for (column, width) in self.widths.iter().enumerate() {
            let column = column as u16;
            if column >= self.left {
                self.sheet.set_column_width(column, *width as f64)?;
            }
        }
        if self.is_drawn {
            return Ok(());
        }
        let mut heights: BTreeMap<u32, usize> = BTreeMap::new();
        for (row, column, text) in &self.texts {
            let width = self.widths[usize::from(*column)];
            let lines = heights.entry(*row).or_default();
            *lines = lines_of(text, width - 2).max(*lines);
        }
        for (row, columns, note) in std::mem::take(&mut self.notes) {
            let room: usize = self.widths.iter().take(usize::from(columns)).sum();
            let lines = lines_of(&note, room.max(WIDEST)) as f64;
            let format = self.formats.quiet.clone().set_text_wrap();
            let format = format.set_align(FormatAlign::Top);
            match columns {
                0 | 1 => {
                    self.sheet.write_with_format(row, 0, note, &format)?;
                }
                _ => {
                    self.sheet.merge_range(row, 0, row, columns - 1, &note, &format)?;
                }
            }
            self.sheet.set_row_height(row, lines * LINE + 1.0)?;
        }
        // Not every program fits heights to texts when it opens a file.
        for (row, lines) in heights.into_iter().filter(|(_, lines)| *lines > 1) {
            self.sheet.set_row_height(row, lines as f64 * LINE + 1.0)?;
        }
        Ok(())
    }
}

/// Lines that a text takes in a column.
fn lines_of(text: &str, width: usize) -> usize {
    let (mut lines, mut filled) = (1, 0);
    for word in text.split(' ').map(UnicodeWidthStr::width) {
        if filled > 0 && filled + 1 + word > width {
            (lines, filled) = (lines + 1, word);
        } else {
            filled += word + usize::from(filled > 0);
        }
    }
    lines
}

fn has_interval(table: &Table, column: usize) -> bool {
    let mut cells = table.rows.iter().filter_map(|row| row.cells.get(column));
    cells.any(|cell| matches!(cell.content, Content::Interval { .. }))
}

/// The title of a column; its unit only where the numbers do not carry it.
fn head(table: &Table, column: usize, header: &Header) -> String {
    let mut cells = table.rows.iter().filter_map(|row| row.cells.get(column));
    let says_unit = cells.any(|cell| match cell.content {
        Content::Amount(_, format) | Content::Interval { format, .. } => {
            !matches!(format, Amount::Number(_) | Amount::Count)
        }
        _ => false,
    });
    if says_unit { header.title.clone() } else { header.full() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_take_the_lines_that_they_need() {
        assert_eq!(lines_of("one two three", 20), 1);
        assert_eq!(lines_of("one two three", 8), 2);
        assert_eq!(lines_of("", 8), 1);
    }

    #[test]
    fn the_unit_is_said_once() {
        let headers = vec![Header::number("Cost", "₽"), Header::number("Number", "pcs")];
        let mut table = Table::new("", "", headers);
        table.push(vec![Cell::money(1.0), Cell::count(2.0)]);
        assert_eq!(head(&table, 0, &table.headers[0]), "Cost");
        assert_eq!(head(&table, 1, &table.headers[1]), "Number, pcs");
    }
}
