//! Tables in a page: they scroll in a box of their own, or fold into cards on a phone.

use super::blocks::{Writer, kept, rich, tone_class};
use crate::report::{Align, Cell, Content, Header, Shown, Table, Tone, WORKBOOK, texts};
use maud::{Markup, html};

/// From so many columns on, a table with long texts is folded on a phone.
const MANY_COLUMNS: usize = 4;
const LONG_TEXT: usize = 24;
/// A text as short as this is not broken.
const SHORT_TEXT: usize = 14;
/// A column with such a text gets room.
const SENTENCE: usize = 48;
/// From so many rows on, each should take one line.
const MANY_ROWS: usize = 10;

impl Writer {
    /// A table with its title and its footnote, or its title until somebody asks for the rest.
    pub(super) fn table(&mut self, table: &Table) -> Markup {
        match table.shown {
            Shown::Everywhere => return self.open_table(table),
            Shown::InWorkbook => {
                let text =
                    self.locale.say(texts::InWorkbook { table: &table.title, file: WORKBOOK });
                return html! { p.note { (text) } };
            }
            Shown::Folded => {}
        }
        let rows = self.locale.number(table.rows.len() as f64, 0);
        let open = Table { title: String::new(), ..table.clone() };
        html! {
            details {
                summary { (table.title) " " span.rows { "(" (rows) ")" } }
                (self.open_table(&open))
            }
        }
    }

    fn open_table(&mut self, table: &Table) -> Markup {
        let name = self.name("table");
        let folds = table.headers.len() >= MANY_COLUMNS && has_long_texts(table);
        html! {
            div class={ "table" @if folds { " folds" } @if table.rows.len() >= MANY_ROWS { " dense" } } role="region" aria-labelledby=(name) {
                table {
                    caption #(name) { (table.title) }
                    thead { tr {
                        @for (column, header) in table.headers.iter().enumerate() {
                            th scope="col" class=[kind(table, column)] {
                                (kept(&header.title))
                                @if !header.unit.is_empty() { ", " span.unit { (header.unit) } }
                            }
                        }
                    } }
                    tbody {
                        @for row in &table.rows {
                            tr class=[row.emphasised.then_some("chosen")] {
                                @for (index, (cell, header)) in
                                    row.cells.iter().zip(&table.headers).enumerate()
                                {
                                    (self.cell(cell, header, index == 0))
                                }
                            }
                        }
                    }
                }
            }
            @if !table.note.is_empty() { p.note { (rich(&table.note)) } }
        }
    }

    fn cell(&self, cell: &Cell, header: &Header, names_row: bool) -> Markup {
        let content = html! {
            @if cell.content == Content::Empty {}
            // One element, so that a folded row has a name and a value side by side.
            @else if cell.tone == Tone::Neutral { span { (self.content(cell, header)) } }
            @else {
                span class={ "tone " (tone_class(cell.tone)) } {
                    (self.sign(cell.tone)) (self.content(cell, header))
                }
            }
        };
        let label = header.full();
        let class = match (is_short(cell), side(header)) {
            (true, Some(_)) => Some("number short"),
            (true, None) => Some("short"),
            (false, side) => side,
        };
        html! {
            @if names_row { th scope="row" class=[class] data-label=(label) { (content) } }
            @else { td class=[class] data-label=(label) { (content) } }
        }
    }

    /// The cell in words; the interval is smaller than the value.
    fn content(&self, cell: &Cell, header: &Header) -> Markup {
        let words = cell.words(header, self.locale);
        match (&cell.content, words.split_once("\u{a0}(")) {
            (Content::Interval { .. }, Some((value, range))) => html! {
                span.value { (value) } " " span.range { "(" (range) }
            },
            _ => html! { (rich(&words)) },
        }
    }
}

fn side(header: &Header) -> Option<&'static str> {
    (header.align == Align::Right).then_some("number")
}

/// The side of a column, and whether it needs room.
fn kind(table: &Table, column: usize) -> Option<&'static str> {
    let mut cells = table.rows.iter().filter_map(|row| row.cells.get(column));
    let wide = cells.any(|cell| length(cell) > SENTENCE);
    if wide { Some("wide") } else { side(&table.headers[column]) }
}

fn is_short(cell: &Cell) -> bool {
    (1..=SHORT_TEXT).contains(&length(cell))
}

/// Letters of a text; none if it is a number.
fn length(cell: &Cell) -> usize {
    match &cell.content {
        Content::Text(text) => text.chars().count(),
        _ => 0,
    }
}

fn has_long_texts(table: &Table) -> bool {
    let mut cells = table.rows.iter().flat_map(|row| row.cells.iter().skip(1));
    cells.any(|cell| length(cell) > LONG_TEXT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Document, Format, Locale};
    use crate::scenario::Lang;

    fn written(table: &Table) -> String {
        let document = Document {
            locale: Locale::new(Lang::En, "RUB"),
            title: String::new(),
            subtitle: String::new(),
            sections: vec![],
        };
        Writer::new(&document).table(table).into_string()
    }

    #[test]
    fn rows_and_columns_have_their_headers() {
        let headers = vec![Header::text("Policy"), Header::number("Cost", "₽")];
        let mut table = Table::new("t", "Costs", headers);
        table.push(vec![Cell::text("As is"), Cell::money(5.0).toned(Tone::Bad)]).emphasised = true;
        let text = written(&table);
        assert!(text.contains("<th scope=\"col\">Policy</th>"));
        assert!(text.contains(
            "<th scope=\"row\" class=\"short\" data-label=\"Policy\"><span>As is</span></th>"
        ));
        assert!(text.contains("<tr class=\"chosen\">") && text.contains("aria-label=\"bad\""));
        assert!(!text.contains("folds"));
    }

    #[test]
    fn an_interval_is_said_apart_from_its_value() {
        let headers = vec![Header::text("Policy"), Header::number("SLA", "")];
        let mut table = Table::new("t", "", headers);
        let share = Cell::interval(0.95, 0.94, 0.96, Format::Share);
        table.push(vec![Cell::text("As is"), share]);
        let text = written(&table);
        assert!(text.contains(
            "<span class=\"value\">95.0%</span> <span class=\"range\">(94.0\u{a0}–\u{a0}96.0)</span>"
        ));
    }
}
