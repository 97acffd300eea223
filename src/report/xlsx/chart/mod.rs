//! Native charts, each with the numbers it is drawn from to the right of it.

mod map;
mod over_months;
mod points;
mod rows;

use super::grid::Grid;
use super::series;
use crate::report::{Chart, Figure, Format, Panel, Table};
use rust_xlsxwriter::{
    Chart as Native, ChartAxis, ChartAxisLabelPosition, ChartFont, ChartFormat,
    ChartLegendPosition, ChartLine, ChartLineDashType, ChartRange, ChartSolidFill, ChartType,
    Color, XlsxError,
};

const WIDTH: u32 = 820;
const HEIGHT: u32 = 400;
/// The column of the charts in letters, a little wider than a chart.
const COLUMN: f64 = 119.0;
/// Where the numbers begin.
const NUMBERS: u16 = 2;
/// Rows on a printed page.
const A_PAGE: u32 = 63;
/// Of the size on the screen, so that a chart is as wide as the page.
const SCALE: u16 = 80;
/// Rows that a chart covers.
const ROWS: u32 = 21;
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
}

impl Cells<'_> {
    fn column(&self, column: u16) -> ChartRange {
        let column = NUMBERS + column;
        (self.sheet, self.first, column, self.last, column).into_range()
    }

    fn head(&self, column: u16) -> ChartRange {
        let column = NUMBERS + column;
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
        self.left = NUMBERS;
        self.sheet.set_column_width(0, COLUMN)?;
        Ok(())
    }

    /// Paper gets the charts without their numbers.
    pub(crate) fn end_charts(&mut self) -> Result<(), XlsxError> {
        self.sheet.set_print_area(0, 0, self.row, 0)?;
        self.sheet.set_portrait();
        self.sheet.set_print_scale(SCALE);
        self.sheet.set_page_breaks(&self.breaks)?;
        Ok(())
    }

    /// Title, chart and numbers; several panels one under the other.
    pub(crate) fn chart(&mut self, sheet: &str, chart: &Chart) -> Result<(), XlsxError> {
        self.break_page_if_full();
        // One chart says its title itself, so that it can be copied into slides.
        match &chart.figure {
            Figure::Lines(lines) if lines.panels.len() > 1 => {
                self.title(&chart.title, &chart.subtitle)?;
            }
            _ => {
                let quiet = &self.formats.quiet;
                self.sheet.write_with_format(self.row, 0, &chart.subtitle, quiet)?;
                self.row += 1;
            }
        }
        match &chart.figure {
            // A native chart without numbers would be no valid file.
            figure if is_empty(figure) => {}
            Figure::Lines(lines) => {
                let full = |panel: &&Panel| !panel.series.is_empty();
                for panel in lines.panels.iter().filter(full) {
                    self.break_page_if_full();
                    self.panel(sheet, lines, panel, chart)?;
                }
            }
            Figure::Bars(bars) => self.bars(sheet, bars, chart)?,
            Figure::Curve(curve) => self.curve(sheet, curve, chart)?,
            Figure::Tornado(tornado) => self.tornado(sheet, tornado, chart)?,
            Figure::Schedule(it) => self.schedule(sheet, it, chart)?,
            Figure::Fan(fan) => self.fan(sheet, fan, chart)?,
            // Coloured cells with arrows: a workbook has the numbers.
            Figure::Areas(areas) => {
                self.numbers(sheet, &series::of_areas(areas, self.locale))?;
            }
            // A workbook has no such chart: it has the numbers.
            Figure::Parallel(it) => {
                self.numbers(sheet, &series::of_parallel(it))?;
            }
            // It has a sheet of its own.
            Figure::HeatMap(_) => {}
        }
        if !chart.source.is_empty() {
            self.sheet.write_with_format(self.row, 0, &chart.source, &self.formats.quiet)?;
        }
        self.row += 3;
        Ok(())
    }

    fn numbers<'b>(&mut self, sheet: &'b str, table: &Table) -> Result<Cells<'b>, XlsxError> {
        let first = self.row + 1;
        self.table(table, None)?;
        Ok(Cells { sheet, first, last: (self.row - 1).max(first) })
    }

    /// Puts a chart beside its numbers, and goes on below both.
    fn place(&mut self, mut native: Native, block: Cells, words: &str) -> Result<(), XlsxError> {
        native.set_width(WIDTH).set_height(HEIGHT).set_alt_text(shortened(words));
        let top = block.first - 1;
        self.sheet.insert_chart(top, 0, &native)?;
        self.row = self.row.max(top + ROWS) + 1;
        Ok(())
    }

    fn break_page_if_full(&mut self) {
        if self.row + ROWS + 2 > self.page_start + A_PAGE {
            // The edge of a chart would print on both pages.
            self.breaks.push(self.row.saturating_sub(1));
            self.page_start = self.row;
        }
    }

    /// Axes of bars: the first bar on top, as in the table.
    fn lying_axes(&self, native: &mut Native, format: Format) {
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
    fn value_axis(&self, axis: &mut ChartAxis, format: Format) {
        let mut grid = ChartLine::new();
        grid.set_color(Color::RGB(GRID));
        let number = match format {
            Format::Share => "0%".to_owned(),
            format => self.formats.amount(format),
        };
        axis.set_num_format(number).set_major_gridlines_line(&grid);
        let mut line = ChartLine::new();
        line.set_hidden(true);
        axis.set_format(ChartFormat::new().set_line(&line));
        if format == Format::Share {
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

fn titled(kind: ChartType, title: &str) -> Native {
    let mut native = Native::new(kind);
    let mut font = ChartFont::new();
    font.set_size(12).set_bold().set_color(Color::RGB(TARGET));
    native.title().set_name(title).set_font(&font);
    native.legend().set_position(ChartLegendPosition::Bottom);
    native
}
