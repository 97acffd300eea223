//! Where tables stand in a workbook, so that formulas find their cells.

use std::collections::BTreeMap;

/// Where a table stands.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The sheet.
    pub(crate) sheet: String,
    /// The row of its first cells.
    pub(crate) first: u32,
    /// Where each of its columns stands: an interval takes three.
    pub(crate) columns: Vec<u16>,
}

/// The tables that have been written, by their keys.
#[derive(Default)]
pub(crate) struct Places(BTreeMap<String, Place>);

impl Places {
    /// Remembers a table; of two with one key the first.
    pub(crate) fn add(&mut self, key: &str, place: Place) {
        self.0.entry(key.to_owned()).or_insert(place);
    }

    /// A formula with the names of cells, seen from a sheet: `[hires:0:4]` becomes `$E$5`. Nothing where it
    /// speaks of a table that has not been written.
    pub(crate) fn formula(&self, template: &str, sheet: &str) -> Option<String> {
        let mut parts = template.split('[');
        let mut formula = format!("={}", parts.next()?);
        for part in parts {
            let (name, rest) = part.split_once(']')?;
            formula += &self.cells(name, sheet)?;
            formula += rest;
        }
        Some(formula)
    }

    fn cells(&self, name: &str, sheet: &str) -> Option<String> {
        let mut parts = name.split(':');
        let place = self.0.get(parts.next()?)?;
        let (rows, column) = (parts.next()?, parts.next()?.parse::<usize>().ok()?);
        let column = letters(*place.columns.get(column)?);
        let row = |text: &str| text.parse::<u32>().ok().map(|it| place.first + it + 1);
        let cells = match rows.split_once("..") {
            Some((first, last)) => format!("${column}${}:${column}${}", row(first)?, row(last)?),
            None => format!("${column}${}", row(rows)?),
        };
        let elsewhere = place.sheet != sheet;
        Some(if elsewhere {
            format!("'{}'!{cells}", place.sheet.replace('\'', "''"))
        } else {
            cells
        })
    }
}

/// A column as spreadsheets call it: A to Z, then AA.
fn letters(column: u16) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    let before = if column < 26 { String::new() } else { letters(column / 26 - 1) };
    format!("{before}{letter}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Places {
        let mut places = Places::default();
        let place = Place { sheet: "Who's".into(), first: 4, columns: vec![0, 1, 4] };
        places.add("hires", place);
        places
    }

    #[test]
    fn a_formula_finds_cells_on_its_own_sheet_and_on_others() {
        let formula = |text: &str, sheet: &str| places().formula(text, sheet).unwrap();
        assert_eq!(formula("12*[hires:0:1]+[hires:1:2]", "Who's"), "=12*$B$5+$E$6");
        assert_eq!(formula("SUM([hires:0..3:1])", "Who's"), "=SUM($B$5:$B$8)");
        assert_eq!(formula("[hires:0:0]", "Other"), "='Who''s'!$A$5");
        assert_eq!(formula("1+1", "Other"), "=1+1");
    }

    #[test]
    fn a_formula_about_what_is_not_there_is_none() {
        for text in ["[nobody:0:0]", "[hires:0:3]", "[hires:x:1]", "[hires:0:1"] {
            assert_eq!(places().formula(text, "Other"), None, "{text}");
        }
    }

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        assert_eq!(
            [0, 25, 26, 51, 52, 701, 702].map(letters),
            ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
        );
    }
}
