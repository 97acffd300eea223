//! Native charts, each with the numbers it is drawn from to the right of it.

mod cells;
mod over_months;
mod points;
mod rows;
#[cfg(test)]
mod tests;

use super::grid::Grid;
use crate::report::terminal::wrap;
use crate::report::{Chart, Figure, Format as Amount, Panel, Table};
use rust_xlsxwriter::{
    Chart as Native, ChartAxis, ChartAxisLabelPosition, ChartFont, ChartFormat,
    ChartLegendPosition, ChartLine, ChartLineDashType, ChartRange, ChartSolidFill, ChartType,
    Color, Format, XlsxError,
};

/// The column of the charts in letters, a little wider than a chart.
const COLUMN: f64 = 119.0;
/// Where the numbers begin.
const NUMBERS: u16 = 2;
/// The height of every row in pixels: pages are counted in rows.
const ROW: u32 = 21;
/// Rows on a printed page: three charts as wide as the page, with a line above and below each.
const A_PAGE: u32 = 60;
/// Of the size on the screen, so that a chart is as wide as the page.
const SCALE: u16 = 80;
/// Letters on a line above and below a chart.
const LINE: usize = 100;

/// A chart as wide as the page, or one of two side by side.
#[derive(Clone, Copy)]
struct Slot {
    width: u32,
    rows: u32,
    left: u32,
    title: u8,
    text: u8,
}

const WHOLE: Slot = Slot { width: 820, rows: 17, left: 0, title: 12, text: 10 };
const HALVES: [Slot; 2] = [
    Slot { width: 405, rows: 13, left: 0, title: 10, text: 8 },
    Slot { width: 405, rows: 13, left: 415, title: 10, text: 8 },
];

/// Of an alternative text, in the workbook's letters.
const LONGEST_WORDS: usize = 255;
const GRID: u32 = 0xE6EAED;
const QUIET: u32 = 0x5B6770;
const TARGET: u32 = 0x1F2933;

/// A rectangle of cells with their header: the sheet, the first row and the last one.
#[derive(Clone, Copy)]
struct Cells<'a> {
    sheet: &'a str,
    first: u32,
    last: u32,
    left: u16,
}

impl Cells<'_> {
    fn column(&self, column: u16) -> ChartRange {
        let column = self.left + column;
        (self.sheet, self.first, column, self.last, column).into_range()
    }

    fn head(&self, column: u16) -> ChartRange {
        let column = self.left + column;
        let head = self.first - 1;
        (self.sheet, head, column, head, column).into_range()
    }
}

trait IntoRange {
    fn into_range(self) -> ChartRange;
}

impl IntoRange for (&str, u32, u16, u32, u16) {
    fn into_range(self) -> ChartRange {
        ChartRange::new_from_range(self.0, self.1, self.2, self.3, self.4)
    }
}

impl Grid<'_> {
    /// Makes room for charts in the first column.
    pub(crate) fn begin_charts(&mut self) -> Result<(), XlsxError> {
        self.is_drawn = true;
        self.sheet.set_column_width(0, COLUMN)?;
        self.sheet.set_default_row_height_pixels(ROW);
        Ok(())
    }

    /// Paper gets the charts without their numbers.
    pub(crate) fn end_charts(&mut self) -> Result<(), XlsxError> {
        self.left = NUMBERS;
        self.sheet.set_print_area(0, 0, self.row, 0)?;
        self.sheet.set_portrait();
        self.sheet.set_print_scale(SCALE);
        self.sheet.set_page_breaks(&self.breaks)?;
        Ok(())
    }

    /// Title, chart and numbers; several panels two and two.
    pub(crate) fn chart(&mut self, sheet: &str, chart: &Chart) -> Result<(), XlsxError> {
        let panels = panels(&chart.figure);
        let (title, quiet) = (self.formats.title.clone(), self.formats.quiet.clone());
        // One chart says its title itself, so that it can be copied into slides.
        let titles = match panels.len() {
            0 | 1 => Vec::new(),
            _ => wrap(&chart.title, LINE * 4 / 5),
        };
        let subtitles = wrap(&chart.subtitle, LINE);
        let slot = if panels.len() > 1 { HALVES[0] } else { WHOLE };
        self.keep_on_page((titles.len() + subtitles.len()) as u32 + slot.rows + 1);
        self.lines(&titles, &title.set_font_size(12))?;
        self.lines(&subtitles, &quiet)?;
        let rows = slot.rows;
        match &chart.figure {
            // A native chart without numbers would be no valid file.
            figure if is_empty(figure) => {}
            Figure::Lines(lines) if panels.len() > 1 => {
                for pair in panels.chunks(HALVES.len()) {
                    self.keep_on_page(rows + 1);
                    for (panel, slot) in pair.iter().zip(HALVES) {
                        self.panel(sheet, lines, panel, chart, slot)?;
                    }
                    self.row += rows;
                }
            }
            Figure::Lines(lines) => {
                for panel in panels {
                    self.panel(sheet, lines, panel, chart, WHOLE)?;
                    self.row += rows;
                }
            }
            figure => {
                match figure {
                    Figure::Bars(bars) => self.bars(sheet, bars, chart)?,
                    Figure::Curve(curve) => self.curve(sheet, curve, chart)?,
                    Figure::Tornado(tornado) => self.tornado(sheet, tornado, chart)?,
                    Figure::Schedule(it) => self.schedule(sheet, it, chart)?,
                    Figure::Fan(fan) => self.fan(sheet, fan, chart)?,
                    // These are tables on other sheets.
                    _ => {}
                }
                self.row += rows;
            }
        }
        self.lines(&wrap(&chart.source, LINE), &quiet)?;
        self.row += 1;
        Ok(())
    }

    /// Lines of text above or below a chart, a row each.
    fn lines(&mut self, lines: &[String], format: &Format) -> Result<(), XlsxError> {
        for line in lines {
            self.sheet.write_with_format(self.row, 0, line, format)?;
            self.row += 1;
        }
        Ok(())
    }

    /// The numbers of a chart, to the right of it and of all others that reach down to here.
    fn numbers<'b>(&mut self, sheet: &'b str, table: &Table) -> Result<Cells<'b>, XlsxError> {
        let top = self.row;
        let taken = self.taken.iter().filter(|it| it.0 >= top).map(|it| it.1);
        self.left = taken.max().unwrap_or(NUMBERS);
        let right = self.table(table, None)?;
        let last = (self.row - 1).max(top + 1);
        self.taken.push((last, right + 1));
        self.row = top;
        Ok(Cells { sheet, first: top + 1, last, left: self.left })
    }

    /// Puts a chart beside its numbers.
    fn place(&mut self, mut native: Native, slot: Slot, words: &str) -> Result<(), XlsxError> {
        native.set_width(slot.width).set_height(slot.rows * ROW - 6);
        native.set_alt_text(shortened(words));
        self.sheet.insert_chart_with_offset(self.row, 0, &native, slot.left, 3)?;
        Ok(())
    }

    /// Begins a page where so many rows do not fit on this one.
    fn keep_on_page(&mut self, rows: u32) {
        if self.row + rows > self.page_start + A_PAGE {
            self.breaks.push(self.row);
            self.page_start = self.row;
        }
    }

    /// Axes of bars: the first bar on top, as in the table.
    fn lying_axes(&self, native: &mut Native, format: Amount) {
        self.value_axis(native.x_axis(), format);
        native.x_axis().set_label_position(ChartAxisLabelPosition::High);
        native
            .y_axis()
            .set_reverse()
            .set_label_interval(1)
            .set_major_gridlines(false)
            .set_label_position(ChartAxisLabelPosition::Low);
    }

    /// Values: their format, faint lines, shares never above all of them.
    fn value_axis(&self, axis: &mut ChartAxis, format: Amount) {
        let mut grid = ChartLine::new();
        grid.set_color(Color::RGB(GRID));
        let number = match format {
            Amount::Share => "0%".to_owned(),
            format => self.formats.amount(format),
        };
        axis.set_num_format(number).set_major_gridlines_line(&grid);
        let mut line = ChartLine::new();
        line.set_hidden(true);
        axis.set_format(ChartFormat::new().set_line(&line));
        if format == Amount::Share {
            axis.set_min(0).set_max(1);
        }
    }
}

/// The dashed line of a target.
fn target_line() -> ChartFormat {
    let mut line = ChartLine::new();
    line.set_color(Color::RGB(TARGET)).set_width(1.25).set_dash_type(ChartLineDashType::Dash);
    ChartFormat::new().set_line(&line).clone()
}

/// One colour.
fn solid(colour: u32) -> ChartSolidFill {
    let mut fill = ChartSolidFill::new();
    fill.set_color(Color::RGB(colour));
    fill
}

/// As long as a workbook lets an alternative text be.
fn shortened(words: &str) -> String {
    if words.encode_utf16().count() <= LONGEST_WORDS {
        return words.to_owned();
    }
    let short: String = words.chars().take(LONGEST_WORDS - 5).collect();
    short + "…"
}

fn is_empty(figure: &Figure) -> bool {
    match figure {
        Figure::Lines(lines) => {
            lines.months.is_empty() || lines.panels.iter().all(|panel| panel.series.is_empty())
        }
        Figure::HeatMap(map) => map.rows.is_empty() || map.months.is_empty(),
        Figure::Bars(bars) => bars.bars.is_empty(),
        Figure::Tornado(tornado) => tornado.swings.is_empty(),
        Figure::Curve(curve) => curve.points.is_empty(),
        Figure::Schedule(it) => it.rows.is_empty() || it.months.is_empty(),
        Figure::Fan(fan) => fan.months.is_empty() || fan.values.is_empty(),
        Figure::Areas(areas) => areas.values.is_empty(),
        Figure::Parallel(it) => it.strands.is_empty(),
    }
}

/// The panels with something to draw.
fn panels(figure: &Figure) -> Vec<&Panel> {
    match figure {
        Figure::Lines(lines) => lines.panels.iter().filter(|it| !it.series.is_empty()).collect(),
        _ => Vec::new(),
    }
}

fn titled(kind: ChartType, title: &str, slot: Slot) -> Native {
    let mut native = Native::new(kind);
    let mut font = ChartFont::new();
    font.set_size(slot.title).set_bold().set_color(Color::RGB(TARGET));
    native.title().set_name(title).set_font(&font);
    let mut text = ChartFont::new();
    text.set_size(slot.text);
    native.legend().set_position(ChartLegendPosition::Bottom).set_font(&text);
    native.x_axis().set_font(&text);
    native.y_axis().set_font(&text);
    native
}
