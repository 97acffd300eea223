//! Charts on paper: pages are filled and no chart is torn; on the screen each has its numbers.

use super::super::format::Formats;
use super::super::grid::Grid;
use super::{A_PAGE, LINE};
use crate::calendar::months_later;
use crate::report::{Block, Document, Section};
use crate::report::{
    Chart, Figure, Format, Ink, Lines, Locale, Panel, Series, Trace, xlsx::workbook,
};
use crate::scenario::Lang;
use calamine::{Reader, Xlsx, open_workbook_from_rs};
use jiff::civil::date;
use std::io::Cursor;

fn chart(key: usize, panels: usize) -> Chart {
    let months: Vec<_> = (0..36).map(|it| months_later(date(2026, 1, 1), it)).collect();
    let panel = |index: usize| {
        let values = vec![index as f64 + 0.5; months.len()];
        let band = Some((values.clone(), values.clone()));
        let series = Series { label: "As is".into(), values, band, ink: Ink::Slot(0) };
        let title = format!("Panel {index}");
        Panel { title, series: vec![series], ..Panel::default() }
    };
    let panels = (0..panels).map(panel).collect();
    let (format, trace) = (Format::Number(1), Trace::Straight);
    Chart {
        key: format!("chart-{key}"),
        title: format!("Chart {key}: {}", "a sentence of some words ".repeat(7).trim()),
        subtitle: "What is shown, at length ".repeat(6).trim().into(),
        source: "staffcast".into(),
        alternative: "The same in words".into(),
        figure: Figure::Lines(Lines { months, format, trace, panels }),
    }
}

/// Charts of one panel and of several, as reports have them.
const PANELS: [usize; 9] = [6, 1, 1, 3, 1, 20, 2, 1, 4];

#[test]
fn pages_of_charts_are_filled() {
    let locale = Locale::new(Lang::En, "EUR");
    let (formats, mut sheet) = (Formats::new(locale), rust_xlsxwriter::Worksheet::new());
    let mut grid = Grid::new(&mut sheet, "Charts", &formats, locale);
    grid.begin_charts().unwrap();
    for (key, panels) in PANELS.into_iter().enumerate() {
        grid.chart("Charts", &chart(key, panels)).unwrap();
    }
    let mut starts = vec![0];
    starts.extend(&grid.breaks);
    let pages: Vec<u32> = starts.windows(2).map(|it| it[1] - it[0]).collect();
    let last = grid.row - starts.last().unwrap();
    assert!(last <= A_PAGE && pages.len() > 3, "{pages:?}, {last}");
    for rows in pages {
        assert!((A_PAGE * 2 / 3..=A_PAGE).contains(&rows), "a page of {rows} rows of {A_PAGE}");
    }
    let blocks: usize = PANELS.iter().sum();
    assert_eq!(grid.taken.len(), blocks, "each panel has its numbers");
}

#[test]
fn paper_gets_the_charts_with_whole_titles_and_not_their_numbers() {
    let blocks = PANELS.into_iter().enumerate();
    let blocks = blocks.map(|(key, panels)| Block::Chart(chart(key, panels))).collect();
    let section = Section { key: "charts".into(), heading: "Charts".into(), blocks };
    let document = Document {
        locale: Locale::new(Lang::En, "EUR"),
        title: "Charts".into(),
        subtitle: String::new(),
        sections: vec![section],
    };
    let bytes = workbook(&document).unwrap();
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let areas: Vec<&str> = book
        .defined_names()
        .iter()
        .filter(|it| it.0.contains("Print_Area") && it.1.contains("Charts"))
        .map(|it| it.1.as_str())
        .collect();
    assert!(matches!(areas.as_slice(), [area] if area.contains("$A$1:$A$")), "{areas:?}");
    let cells = book.worksheet_range("Charts").unwrap();
    let above: Vec<String> =
        cells.cells().filter(|it| it.1 == 0).map(|it| it.2.to_string()).collect();
    let text = above.join(" ");
    for (key, panels) in PANELS.into_iter().enumerate().filter(|it| it.1 > 1) {
        assert!(text.contains(&chart(key, panels).title), "chart {key}: {text}");
    }
    assert!(above.iter().all(|it| it.chars().count() <= LINE), "{above:?}");
}
