//! The first sheet: the document in words, with links to the numbers.

use super::Link;
use super::format::Formats;
use crate::report::{Block, Document, Tone, Word};
use rust_xlsxwriter::{Format, Url, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

/// Width of the texts in letters: a single column that is wider than a page upright is cut off, not shrunk.
const WIDTH: usize = 96;
/// Height of a line of text in points.
const LINE: f64 = 15.5;

/// Writes it.
pub(crate) fn write(
    document: &Document,
    links: &[Link],
    formats: &Formats,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    sheet.set_column_width(0, WIDTH as f64)?;
    sheet.set_portrait();
    let mut page = Page { sheet, formats, row: 0 };
    page.line(&document.title, &formats.title.clone().set_text_wrap(), 1.35)?;
    page.line(&document.subtitle, &formats.quiet, 1.0)?;
    for (index, section) in document.sections.iter().enumerate() {
        page.row += 1;
        let heading = formats.title.clone().set_font_size(12);
        page.line(&section.heading, &heading, 1.2)?;
        for block in &section.blocks {
            page.block(block, document)?;
        }
        for link in links.iter().filter(|link| link.section == index) {
            page.link(link)?;
        }
    }
    Ok(())
}

struct Page<'a> {
    sheet: &'a mut Worksheet,
    formats: &'a Formats,
    row: u32,
}

impl Page<'_> {
    fn block(&mut self, block: &Block, document: &Document) -> Result<(), XlsxError> {
        match block {
            Block::Paragraph(text) => self.sentence(text, Tone::Neutral)?,
            Block::List(items) => {
                for item in items {
                    self.sentence(&format!("• {item}"), Tone::Neutral)?;
                }
            }
            Block::Finding(finding) => {
                let bold = self.formats.sentence(finding.tone).set_bold();
                self.line(&finding.headline, &bold, 1.0)?;
                if !finding.detail.is_empty() {
                    self.sentence(&finding.detail, finding.tone)?;
                }
            }
            Block::Cautions(cautions) => {
                for caution in cautions {
                    let mut text = caution.reason.clone();
                    if !caution.advice.is_empty() {
                        let what = Word::WhatToDo.text(document.locale.lang);
                        text = format!("{text}. {what}: {}", caution.advice);
                    }
                    self.sentence(&text, Tone::Caution)?;
                }
            }
            // These have sheets of their own.
            Block::Table(_) | Block::Chart(_) => {}
        }
        Ok(())
    }

    fn sentence(&mut self, text: &str, tone: Tone) -> Result<(), XlsxError> {
        let format = self.formats.sentence(tone);
        self.line(text, &format, 1.0)
    }

    /// A text in a row that is high enough for it.
    fn line(&mut self, text: &str, format: &Format, size: f64) -> Result<(), XlsxError> {
        let text = text.replace('`', "");
        let room = WIDTH as f64 / size;
        let lines = (text.width() as f64 / room).ceil().max(1.0);
        self.sheet.set_row_height(self.row, lines * LINE * size + 2.0)?;
        self.sheet.write_string_with_format(self.row, 0, text, format)?;
        self.row += 1;
        Ok(())
    }

    fn link(&mut self, to: &Link) -> Result<(), XlsxError> {
        let sign = if to.is_drawn { '↗' } else { '→' };
        let place = format!("internal:'{}'!A{}", to.sheet.replace('\'', "''"), to.row + 1);
        let link = Url::new(place).set_text(format!("{sign} {}", to.title));
        self.sheet.write_url(self.row, 0, link)?;
        self.row += 1;
        Ok(())
    }
}
