//! What cells look like: number formats in the document's language, and the styles of texts.

use crate::report::{Format as Amount, Locale, Tone, language};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const TEXT: u32 = 0x1F2933;
const QUIET: u32 = 0x56626C;
const LINE: u32 = 0xD9DFE4;
const HEAD: u32 = 0xEEF2F5;
const CHOSEN: u32 = 0xE8F1F8;
const ENTERED: u32 = 0xFFF8DC;

/// Styles of a workbook.
pub(crate) struct Formats {
    locale: Locale,
    /// The title of a sheet.
    pub(crate) title: Format,
    /// Under a title; footnotes.
    pub(crate) quiet: Format,
    /// The head of a column of texts.
    pub(crate) head: Format,
    /// The head of a column of numbers.
    pub(crate) head_number: Format,
}

impl Formats {
    /// For a language and a currency.
    pub(crate) fn new(locale: Locale) -> Self {
        let head = Format::new()
            .set_bold()
            .set_font_color(Color::RGB(TEXT))
            .set_background_color(Color::RGB(HEAD))
            .set_border_bottom(FormatBorder::Medium)
            .set_border_bottom_color(Color::RGB(TEXT))
            .set_align(FormatAlign::Bottom)
            .set_text_wrap();
        Self {
            locale,
            title: Format::new().set_bold().set_font_size(14).set_font_color(Color::RGB(TEXT)),
            quiet: Format::new().set_font_color(Color::RGB(QUIET)),
            head_number: head.clone().set_align(FormatAlign::Right),
            head: head.set_align(FormatAlign::Left).set_indent(1),
        }
    }

    /// A cell of a table.
    pub(crate) fn cell(&self, tone: Tone, emphasised: bool) -> Format {
        let mut format = Format::new()
            .set_font_color(Color::RGB(TEXT))
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(Color::RGB(LINE))
            .set_align(FormatAlign::Top);
        if let Some(colour) = colour(tone) {
            format = format.set_font_color(Color::RGB(colour)).set_bold();
        }
        if emphasised {
            format = format.set_background_color(Color::RGB(CHOSEN)).set_bold();
        }
        format
    }

    /// A cell that the reader fills in or changes.
    pub(crate) fn entered(&self) -> Format {
        self.cell(Tone::Neutral, false).set_background_color(Color::RGB(ENTERED))
    }

    /// A sentence on the first sheet.
    pub(crate) fn sentence(&self, tone: Tone) -> Format {
        let format = Format::new()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_font_color(Color::RGB(TEXT));
        match colour(tone) {
            Some(colour) => format
                .set_border_left(FormatBorder::Thick)
                .set_border_left_color(Color::RGB(colour))
                .set_indent(1),
            None => format,
        }
    }

    /// The number format of an amount; it carries the unit, so that no number stands without.
    pub(crate) fn amount(&self, amount: Amount) -> String {
        let with_unit = |digits: &str, unit: &str| match unit {
            "" => digits.to_owned(),
            unit => format!("{digits}\"\u{a0}{unit}\""),
        };
        let unit = self.locale.unit(amount);
        match amount {
            Amount::Share => "0.0%".into(),
            Amount::Points => {
                let digits = with_unit("0.0", unit);
                format!("+{digits};\\-{digits};{digits}")
            }
            Amount::Number(0) | Amount::Count => "#,##0".into(),
            Amount::Number(decimals) => format!("#,##0.{}", "0".repeat(decimals.into())),
            Amount::Money => with_unit("#,##0", unit),
            Amount::Hours | Amount::Days => with_unit("#,##0.0", unit),
            Amount::Month(_) => self.month().into(),
            // Such axes are written in words.
            Amount::Clock | Amount::Weekday => "0".into(),
        }
    }

    /// The number format of a day.
    pub(crate) fn date(&self) -> &'static str {
        language::of(self.locale.lang).workbook_dates[0]
    }

    /// The number format of a month, in the document's language whatever the reader's.
    pub(crate) fn month(&self) -> &'static str {
        language::of(self.locale.lang).workbook_dates[1]
    }

    /// The number format of months under a chart.
    pub(crate) fn short_month(&self) -> &'static str {
        language::of(self.locale.lang).workbook_dates[2]
    }
}

/// The colour of a tone, readable on white.
fn colour(tone: Tone) -> Option<u32> {
    match tone {
        Tone::Neutral => None,
        Tone::Good => Some(0x00704F),
        Tone::Caution => Some(0x8A5A00),
        Tone::Bad => Some(0xB93A08),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Lang;

    #[test]
    fn numbers_carry_their_units() {
        let formats = Formats::new(Locale::new(Lang::Ru, "RUB"));
        assert_eq!(formats.amount(Amount::Money), "#,##0\"\u{a0}₽\"");
        assert_eq!(formats.amount(Amount::Share), "0.0%");
        assert_eq!(formats.amount(Amount::Number(2)), "#,##0.00");
        assert!(formats.amount(Amount::Points).starts_with("+0.0\"\u{a0}п."));
    }
}
