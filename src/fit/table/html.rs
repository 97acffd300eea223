//! Tables in HTML, which some systems call `.xls`.

use super::encoding::{self, Decoded};
use csv::StringRecord;
use scraper::{Html, Selector};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Rows of the table with the most of them.
pub(super) fn rows(path: &Path) -> io::Result<Vec<StringRecord>> {
    let encoding = encoding::of(File::open(path)?)?;
    let mut bytes = Vec::new();
    Decoded::new(File::open(path)?, encoding).read_to_end(&mut bytes)?;
    Ok(of_page(&String::from_utf8_lossy(&bytes)))
}

fn of_page(page: &str) -> Vec<StringRecord> {
    let select = |name: &str| Selector::parse(name).expect("it is the name of an element");
    let (tables, rows, cells) = (select("table"), select("tr"), select("th, td"));
    let page = Html::parse_document(page);
    let fullest = page.select(&tables).max_by_key(|it| it.select(&rows).count());
    let Some(table) = fullest else { return Vec::new() };
    let row = |it: scraper::ElementRef<'_>| -> StringRecord {
        it.select(&cells).map(|it| it.text().collect::<String>().trim().to_owned()).collect()
    };
    table.select(&rows).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_the_longest_table_are_read() {
        let page = "<html><table><tr><td>Отчёт</td></tr></table><table>\
            <tr><th>ID</th><th>Дата</th></tr><tr><td>1</td><td> 01.02.2026&nbsp;</td></tr></table>";
        let rows = of_page(page);
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[1].iter().collect::<Vec<_>>(), ["1", "01.02.2026"]);
    }
}
