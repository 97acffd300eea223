//! Tables of typed cells.

use super::text::{Format, Locale};
use jiff::civil::Date;

/// A table of typed cells.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    /// Short name for anchors and sheet names: Latin letters, digits and hyphens.
    pub(crate) key: String,
    /// Title; may be empty.
    pub(crate) title: String,
    /// Columns.
    pub(crate) headers: Vec<Header>,
    /// Rows; each has as many cells as there are columns.
    pub(crate) rows: Vec<Row>,
    /// Footnote; may be empty.
    pub(crate) note: String,
    pub(crate) shown: Shown,
}

/// Where a table is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shown {
    #[default]
    Everywhere,
    /// In the workbook; a page shows its title, and the rest when asked for.
    Folded,
    /// In the workbook; a page says that it is there.
    InWorkbook,
}

/// The head of a column.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Header {
    pub(crate) title: String,
    /// Unit of every number below, which the numbers then need not repeat; may be empty.
    pub(crate) unit: String,
    /// Alignment.
    pub(crate) align: Align,
}

/// How a column is aligned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Align {
    /// Texts.
    #[default]
    Left,
    /// Numbers.
    Right,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    /// Whether it stands out (the recommended policy, a total).
    pub(crate) emphasised: bool,
}

/// A typed value and how good it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Cell {
    /// The value.
    pub(crate) content: Content,
    /// How good it is.
    pub(crate) tone: Tone,
    /// Where its value comes from in a workbook, which goes on counting; elsewhere it is a value like any.
    pub(crate) live: Option<Live>,
}

/// Where the value of a cell of a workbook comes from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Live {
    /// From other cells: a formula in which `[table:row:column]` is a cell, counted from 0, and
    /// `[table:first..last:column]` a part of a column. It names only tables above it.
    Formula(String),
    /// From the reader, who may write another one.
    Entered,
}

/// The value of a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Content {
    #[default]
    Empty,
    /// Words or a key.
    Text(String),
    /// A number that is printed in a certain way; undefined if it is not finite.
    Amount(f64, Format),
    /// A number and how far it may be off.
    Interval {
        /// The estimate.
        value: f64,
        /// Lower end.
        low: f64,
        /// Upper end.
        high: f64,
        /// How all three are printed.
        format: Format,
    },
    /// A day.
    Date(Date),
    /// A month, as any day of it.
    Month(Date),
}

impl Table {
    /// A table without rows.
    pub(crate) fn new(key: &str, title: impl Into<String>, headers: Vec<Header>) -> Self {
        Self { key: key.into(), title: title.into(), headers, ..Self::default() }
    }

    /// The same without columns in which no row says anything.
    pub(crate) fn without_empty_columns(mut self) -> Self {
        let says = |cell: &Cell| match &cell.content {
            Content::Empty => cell.live.is_some(),
            Content::Text(text) => !text.is_empty(),
            _ => true,
        };
        for column in (0..self.headers.len()).rev() {
            if !self.rows.iter().any(|row| says(&row.cells[column])) {
                self.headers.remove(column);
                self.rows.iter_mut().for_each(|row| {
                    row.cells.remove(column);
                });
            }
        }
        self
    }

    /// Adds a row.
    pub(crate) fn push(&mut self, cells: Vec<Cell>) -> &mut Row {
        debug_assert_eq!(cells.len(), self.headers.len(), "a row of table {}", self.key);
        let at = self.rows.len();
        self.rows.push(Row { cells, emphasised: false });
        &mut self.rows[at]
    }
}

impl Header {
    /// A column of texts.
    pub(crate) fn text(title: impl Into<String>) -> Self {
        Self { title: title.into(), unit: String::new(), align: Align::Left }
    }

    /// A column of numbers in a unit; an empty unit means that each number says its own.
    pub(crate) fn number(title: impl Into<String>, unit: impl Into<String>) -> Self {
        Self { title: title.into(), unit: unit.into(), align: Align::Right }
    }

    /// The title with its unit, `Cost, ₽`.
    pub(crate) fn full(&self) -> String {
        if self.unit.is_empty() {
            self.title.clone()
        } else {
            format!("{}, {}", self.title, self.unit)
        }
    }
}

impl Cell {
    fn new(content: Content) -> Self {
        Self { content, tone: Tone::Neutral, live: None }
    }

    pub(crate) fn empty() -> Self {
        Self::default()
    }

    /// Words or a key.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::new(Content::Text(text.into()))
    }

    /// A number, printed as its format says.
    pub(crate) fn amount(value: f64, format: Format) -> Self {
        Self::new(Content::Amount(value, format))
    }

    /// A share between 0 and 1.
    pub(crate) fn share(value: f64) -> Self {
        Self::amount(value, Format::Share)
    }

    /// A pure number.
    pub(crate) fn number(value: f64, decimals: u8) -> Self {
        Self::amount(value, Format::Number(decimals))
    }

    /// A number of things.
    pub(crate) fn count(value: f64) -> Self {
        Self::amount(value, Format::Count)
    }

    /// Money in the document's currency.
    pub(crate) fn money(value: f64) -> Self {
        Self::amount(value, Format::Money)
    }

    pub(crate) fn hours(value: f64) -> Self {
        Self::amount(value, Format::Hours)
    }

    /// A number and how far it may be off.
    pub(crate) fn interval(value: f64, low: f64, high: f64, format: Format) -> Self {
        Self::new(Content::Interval { value, low, high, format })
    }

    /// A day.
    pub(crate) fn date(date: Date) -> Self {
        Self::new(Content::Date(date))
    }

    /// A month, as any day of it.
    pub(crate) fn month(date: Date) -> Self {
        Self::new(Content::Month(date))
    }

    /// The same cell, said to be good, bad or neither.
    pub(crate) fn toned(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// The same cell, which a workbook counts by a formula: see [`Live::Formula`].
    pub(crate) fn computed(mut self, formula: impl Into<String>) -> Self {
        self.live = Some(Live::Formula(formula.into()));
        self
    }

    /// The same cell, whose value the reader of a workbook may change.
    pub(crate) fn entered(mut self) -> Self {
        self.live = Some(Live::Entered);
        self
    }

    /// The cell in words, under a column that says the unit or does not.
    pub(crate) fn words(&self, header: &Header, locale: Locale) -> String {
        let number = |value: f64, format: Format| {
            if header.unit.is_empty() {
                locale.amount(value, format)
            } else {
                locale.bare(value, format)
            }
        };
        match &self.content {
            Content::Empty => String::new(),
            Content::Text(text) => text.clone(),
            Content::Amount(value, format) => number(*value, *format),
            Content::Interval { value, low, high, format } => {
                if low.is_finite() && high.is_finite() {
                    let (low, high) = (locale.bare(*low, *format), locale.bare(*high, *format));
                    if low == high {
                        // Narrower than what is printed.
                        return number(*value, *format);
                    }
                    // In one piece: an interval on the next line reads as another number.
                    format!("{}\u{a0}({low}\u{a0}–\u{a0}{high})", number(*value, *format))
                } else {
                    number(*value, *format)
                }
            }
            Content::Date(date) => locale.date(*date),
            Content::Month(date) => locale.month(*date),
        }
    }
}

/// Good, bad or neither: for colours and signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Neither.
    #[default]
    Neutral,
    /// As wanted.
    Good,
    /// Worth attention.
    Caution,
    /// Not as wanted.
    Bad,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Lang;

    #[test]
    fn a_number_repeats_its_unit_only_where_the_column_does_not_say_it() {
        let locale = Locale::new(Lang::En, "RUB");
        let cell = Cell::interval(0.951, 0.94, 0.962, Format::Share);
        assert_eq!(
            cell.words(&Header::number("SLA", ""), locale),
            "95.1%\u{a0}(94.0\u{a0}–\u{a0}96.2)"
        );
        let money = Cell::money(1_250_000.0);
        assert_eq!(money.words(&Header::number("Cost", "₽"), locale), "1,250,000");
        assert_eq!(money.words(&Header::number("Cost", ""), locale), "1,250,000\u{a0}₽");
    }
}
