//! Native charts, each with the numbers it is drawn from to the right of it.

use super::grid::Grid;
use super::series;
use crate::report::chart::Palette;
use crate::report::{
    Bars, Chart, Curve, Figure, Format, HeatMap, Ink, Lines, Panel, Point, Tornado, Word,
};
use rust_xlsxwriter::{
    Chart as Native, ChartAxis, ChartAxisDateUnitType, ChartAxisLabelPosition, ChartErrorBars,
    ChartErrorBarsType, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType,
    ChartMarker, ChartMarkerType, ChartPoint, ChartRange, ChartSeries, ChartSolidFill, ChartType,
    Color, ConditionalFormatCell, ConditionalFormatCellRule,
};
use rust_xlsxwriter::{ChartDataLabel, ChartDataLabelPosition, XlsxError};

/// The longest alternative text that Excel takes.
const ALTERNATIVE: usize = 255;
const WIDTH: u32 = 820;
const HEIGHT: u32 = 400;
/// The column of the charts in letters, a little wider than a chart.
const COLUMN: f64 = 119.0;
/// Where the numbers begin.
const NUMBERS: u16 = 2;
/// Charts on a printed page.
const A_PAGE: usize = 2;
/// Of the size on the screen, so that a chart is as wide as the page.
const SCALE: u16 = 80;
/// Rows that a chart covers.
const ROWS: u32 = 21;
const GRID: u32 = 0xE6EAED;
const QUIET: u32 = 0x5B6770;
const TARGET: u32 = 0x1F2933;

/// A rectangle of cells with their header: the sheet, the first row and the last one.
#[derive(Clone, Copy)]
struct Block<'a> {
    sheet: &'a str,
    first: u32,
    last: u32,
}

impl Block<'_> {
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
    pub fn begin_charts(&mut self) -> Result<(), XlsxError> {
        self.left = NUMBERS;
        self.sheet.set_column_width(0, COLUMN)?;
        Ok(())
    }

    /// Paper gets the charts without their numbers.
    pub fn end_charts(&mut self) -> Result<(), XlsxError> {
        self.sheet.set_print_area(0, 0, self.row, 0)?;
        self.sheet.set_portrait();
        self.sheet.set_print_scale(SCALE);
        self.sheet.set_page_breaks(&self.breaks)?;
        Ok(())
    }

    /// Title, chart and numbers; several panels one under the other.
    pub fn chart(&mut self, sheet: &str, chart: &Chart) -> Result<(), XlsxError> {
        self.break_page_if_full();
        // One chart says its title itself, so that it can be copied into slides.
        match &chart.figure {
            Figure::Lines(lines) if lines.panels.len() > 1 => {
                self.title(&chart.title, &chart.subtitle)?;
            }
            _ => {
                let quiet = &self.formats.quiet;
                self.sheet
                    .write_with_format(self.row, 0, &chart.subtitle, quiet)?;
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
            // It has a sheet of its own.
            Figure::HeatMap(_) => {}
        }
        if !chart.source.is_empty() {
            self.sheet
                .write_with_format(self.row, 0, &chart.source, &self.formats.quiet)?;
        }
        self.row += 3;
        Ok(())
    }

    fn numbers<'b>(
        &mut self,
        sheet: &'b str,
        table: &crate::report::Table,
    ) -> Result<Block<'b>, XlsxError> {
        let first = self.row + 1;
        self.table(table)?;
        Ok(Block {
            sheet,
            first,
            last: (self.row - 1).max(first),
        })
    }

    /// Puts a chart beside its numbers, and goes on below both.
    fn place(&mut self, mut native: Native, block: Block, words: &str) -> Result<(), XlsxError> {
        native
            .set_width(WIDTH)
            .set_height(HEIGHT)
            .set_alt_text(words.chars().take(ALTERNATIVE).collect::<String>());
        let top = block.first - 1;
        self.sheet.insert_chart(top, 0, &native)?;
        self.row = self.row.max(top + ROWS) + 1;
        self.on_page += 1;
        Ok(())
    }

    fn break_page_if_full(&mut self) {
        if self.on_page == A_PAGE {
            // The edge of a chart would print on both pages.
            self.breaks.push(self.row.saturating_sub(1));
            self.on_page = 0;
        }
    }

    fn panel(
        &mut self,
        sheet: &str,
        lines: &Lines,
        panel: &Panel,
        chart: &Chart,
    ) -> Result<(), XlsxError> {
        let table = series::of_panel(lines, panel, self.locale);
        let block = self.numbers(sheet, &table)?;
        let title = if panel.title.is_empty() {
            &chart.title
        } else {
            &panel.title
        };
        let mut native = titled(ChartType::Line, title);
        let mut hidden = Vec::new();
        let (mut column, mut drawn) = (1, 0);
        for series in &panel.series {
            let muted = series.ink == Ink::Muted;
            let colour = Palette::LIGHT.ink(series.ink);
            let width = if muted { 1.25 } else { 2.75 };
            let mut add = |column: u16, line: ChartLine| {
                let one = native.add_series();
                one.set_categories(&block.column(0));
                one.set_values(&block.column(column));
                one.set_name(&block.head(column));
                one.set_format(ChartFormat::new().set_line(&line));
                one.set_marker(ChartMarker::new().set_none());
            };
            let mut line = ChartLine::new();
            line.set_color(Color::RGB(colour)).set_width(width);
            add(column, line);
            (column, drawn) = (column + 1, drawn + 1);
            if series.band.is_some() {
                // The ends of the interval: thin lines without a name.
                for _ in 0..2 {
                    let mut line = ChartLine::new();
                    line.set_color(Color::RGB(colour))
                        .set_width(0.75)
                        .set_dash_type(ChartLineDashType::RoundDot);
                    add(column, line);
                    hidden.push(drawn);
                    (column, drawn) = (column + 1, drawn + 1);
                }
            }
        }
        for _ in &panel.targets {
            let mut line = ChartLine::new();
            line.set_color(Color::RGB(TARGET))
                .set_width(1.25)
                .set_dash_type(ChartLineDashType::Dash);
            let one = native.add_series();
            one.set_categories(&block.column(0));
            one.set_values(&block.column(column));
            one.set_name(&block.head(column));
            one.set_format(ChartFormat::new().set_line(&line));
            one.set_marker(ChartMarker::new().set_none());
            column += 1;
        }
        native.legend().delete_entries(&hidden);
        let axis = native.x_axis();
        axis.set_date_axis(true)
            .set_num_format(self.formats.short_month())
            .set_label_position(ChartAxisLabelPosition::Low);
        if lines.months.len() > 12 {
            axis.set_major_unit(3)
                .set_major_unit_date_type(ChartAxisDateUnitType::Months);
        }
        self.value_axis(native.y_axis(), lines.format);
        let words = format!("{}. {}", panel.title, chart.alternative);
        self.place(native, block, words.trim_start_matches(". "))
    }

    fn bars(&mut self, sheet: &str, bars: &Bars, chart: &Chart) -> Result<(), XlsxError> {
        let block = self.numbers(sheet, &series::of_bars(bars, self.locale))?;
        let mut native = titled(ChartType::Bar, &chart.title);
        let points: Vec<ChartPoint> = bars
            .bars
            .iter()
            .map(|bar| {
                let mut fill = ChartSolidFill::new();
                fill.set_color(Color::RGB(Palette::LIGHT.ink(bar.ink)));
                ChartPoint::new().set_format(ChartFormat::new().set_solid_fill(&fill))
            })
            .collect();
        let mut labels = rust_xlsxwriter::ChartDataLabel::new();
        labels.show_value();
        let (down, up) = (block.column(4), block.column(5));
        let one = native.add_series();
        one.set_categories(&block.column(0))
            .set_values(&block.column(1))
            .set_name(&block.head(1))
            .set_points(&points)
            .set_gap(60);
        if bars.bars.iter().any(|bar| bar.interval.is_some()) {
            let mut whiskers = ChartErrorBars::new();
            whiskers.set_type(ChartErrorBarsType::Custom(up, down));
            one.set_x_error_bars(&whiskers);
        } else {
            one.set_data_label(&labels);
        }
        native.legend().set_hidden();
        self.lying_axes(&mut native, bars.format);
        for target in &bars.targets {
            let text = format!("- - {}", target.label);
            self.sheet
                .write_with_format(self.row, NUMBERS, text, &self.formats.quiet)?;
            self.row += 1;
        }
        self.place(native, block, &chart.alternative)
    }

    fn curve(&mut self, sheet: &str, curve: &Curve, chart: &Chart) -> Result<(), XlsxError> {
        let points = series::efficient_first(curve);
        let table = series::of_curve(curve, &points, self.locale);
        let block = self.numbers(sheet, &table)?;
        let mut native = titled(ChartType::ScatterStraightWithMarkers, &chart.title);
        let best = points.iter().filter(|point| point.efficient).count();
        let (best, rest) = points.split_at(best);
        let mut first = block.first;
        for (points, ink) in [(best, Ink::Slot(0)), (rest, Ink::Muted)] {
            let Some(last) = (first + points.len() as u32).checked_sub(1) else {
                continue;
            };
            if points.is_empty() {
                continue;
            }
            let part = Block {
                first,
                last,
                ..block
            };
            let colour = match ink {
                Ink::Muted => QUIET,
                ink => Palette::LIGHT.ink(ink),
            };
            let word = match ink {
                Ink::Muted => Word::Rest,
                _ => Word::Efficient,
            };
            let one = native.add_series();
            one.set_categories(&part.column(1))
                .set_values(&part.column(2))
                .set_name(word.text(self.locale.lang));
            let mut line = ChartLine::new();
            line.set_color(Color::RGB(colour)).set_width(1.75);
            line.set_hidden(ink == Ink::Muted);
            one.set_format(ChartFormat::new().set_line(&line));
            mark(one, colour);
            name_points(one, points, ink);
            first = last + 1;
        }
        let high = curve.points.iter().map(|point| point.x).fold(0.0, f64::max);
        let row = self.row;
        for (index, target) in curve.targets.iter().enumerate() {
            // Two points make the line of a target.
            let top = row + 2 * index as u32;
            let format = self.formats.quiet.clone();
            let number = format
                .clone()
                .set_num_format(self.formats.amount(curve.y.format));
            let cost = format
                .clone()
                .set_num_format(self.formats.amount(curve.x.format));
            for (down, x) in [(0, 0.0), (1, high)] {
                self.sheet
                    .write_with_format(top + down, NUMBERS, &target.label, &format)?;
                self.sheet
                    .write_number_with_format(top + down, NUMBERS + 1, x, &cost)?;
                self.sheet.write_number_with_format(
                    top + down,
                    NUMBERS + 2,
                    target.value,
                    &number,
                )?;
            }
            let mut line = ChartLine::new();
            line.set_color(Color::RGB(TARGET))
                .set_width(1.25)
                .set_dash_type(ChartLineDashType::Dash);
            let one = native.add_series();
            let ends = |column| (sheet, top, NUMBERS + column, top + 1, NUMBERS + column);
            one.set_categories(&ends(1).into_range())
                .set_values(&ends(2).into_range())
                .set_name(&(sheet, top, NUMBERS, top, NUMBERS).into_range());
            one.set_format(ChartFormat::new().set_line(&line));
            one.set_marker(ChartMarker::new().set_none());
            self.row = top + 2;
        }
        native
            .x_axis()
            .set_name(&curve.x.title)
            .set_num_format(self.formats.amount(curve.x.format));
        native.y_axis().set_name(&curve.y.title);
        self.value_axis(native.y_axis(), curve.y.format);
        self.place(native, block, &chart.alternative)
    }

    fn tornado(&mut self, sheet: &str, tornado: &Tornado, chart: &Chart) -> Result<(), XlsxError> {
        let block = self.numbers(sheet, &series::of_tornado(tornado, self.locale))?;
        let mut native = titled(ChartType::Bar, &chart.title);
        for (column, slot) in [(5, 0), (6, 1)] {
            let mut fill = ChartSolidFill::new();
            fill.set_color(Color::RGB(Palette::LIGHT.ink(Ink::Slot(slot))));
            let one = native.add_series();
            one.set_categories(&block.column(0))
                .set_values(&block.column(column))
                .set_name(&block.head(column))
                .set_format(ChartFormat::new().set_solid_fill(&fill))
                .set_overlap(100)
                .set_gap(50);
        }
        let format = match tornado.format {
            Format::Month(_) => Format::Number(0),
            format => format,
        };
        self.lying_axes(&mut native, format);
        self.place(native, block, &chart.alternative)
    }

    /// A heat map is coloured cells, on a sheet of its own.
    pub fn map_sheet(&mut self, chart: &Chart, map: &HeatMap) -> Result<(), XlsxError> {
        self.title(&chart.title, &chart.subtitle)?;
        let head = self.row;
        let columns = self.table(&series::of_map(map, self.locale))?;
        self.keep_in_sight(head)?;
        if map.rows.is_empty() || map.months.is_empty() {
            return Ok(());
        }
        let (first, last) = (head + 1, self.row - 1);
        let colours = [
            (
                ConditionalFormatCellRule::GreaterThan(map.limit),
                0xC8400A,
                0xFFFFFF,
            ),
            (
                ConditionalFormatCellRule::GreaterThanOrEqualTo(map.caution),
                0xF4B266,
                0x3A2200,
            ),
        ];
        for (rule, back, text) in colours {
            let format = rust_xlsxwriter::Format::new()
                .set_background_color(Color::RGB(back))
                .set_font_color(Color::RGB(text));
            let condition = ConditionalFormatCell::new()
                .set_rule(rule)
                .set_format(format)
                .set_stop_if_true(true);
            self.sheet
                .add_conditional_format(first, 1, last, columns - 1, &condition)?;
        }
        self.sheet
            .write_with_format(self.row + 1, 0, &chart.source, &self.formats.quiet)?;
        Ok(())
    }

    /// Axes of bars: the first bar on top, as in the table.
    fn lying_axes(&self, native: &mut Native, format: Format) {
        self.value_axis(native.x_axis(), format);
        native
            .x_axis()
            .set_label_position(ChartAxisLabelPosition::High);
        native
            .y_axis()
            .set_reverse()
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

fn is_empty(figure: &Figure) -> bool {
    match figure {
        Figure::Lines(lines) => {
            lines.months.is_empty() || lines.panels.iter().all(|panel| panel.series.is_empty())
        }
        Figure::HeatMap(map) => map.rows.is_empty() || map.months.is_empty(),
        Figure::Bars(bars) => bars.bars.is_empty(),
        Figure::Tornado(tornado) => tornado.swings.is_empty(),
        Figure::Curve(curve) => curve.points.is_empty(),
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

/// Names beside the points; those on the line by turns above and below it.
fn name_points(series: &mut ChartSeries, points: &[&Point], ink: Ink) {
    let position = |index: usize| match (ink, index % 2) {
        (Ink::Muted, _) => ChartDataLabelPosition::Right,
        (_, 0) => ChartDataLabelPosition::Above,
        _ => ChartDataLabelPosition::Below,
    };
    let names: Vec<ChartDataLabel> = points
        .iter()
        .enumerate()
        .map(|(index, point)| {
            let mut label = ChartDataLabel::new();
            label
                .set_value(point.label.as_str())
                .set_position(position(index));
            label.to_custom()
        })
        .collect();
    let mut labels = ChartDataLabel::new();
    labels.show_value().set_position(position(0));
    labels.set_font(ChartFont::new().set_size(8));
    series.set_data_label(&labels);
    series.set_custom_data_labels(&names);
}

fn mark(series: &mut ChartSeries, colour: u32) {
    let mut fill = ChartSolidFill::new();
    fill.set_color(Color::RGB(colour));
    let mut marker = ChartMarker::new();
    marker
        .set_type(ChartMarkerType::Circle)
        .set_size(7)
        .set_format(ChartFormat::new().set_solid_fill(&fill));
    series.set_marker(&marker);
}
