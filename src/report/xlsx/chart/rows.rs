//! Lying bars: values by name, and what each uncertain input does.

use super::{Cells, Grid, WHOLE, solid, titled};
use crate::report::chart::Palette;
use crate::report::xlsx::series;
use crate::report::{Bars, Chart, Format, Ink, Schedule, Tornado};
use jiff::civil::date;
use rust_xlsxwriter::{
    ChartErrorBars, ChartErrorBarsType, ChartFormat, ChartLegendPosition, ChartPoint,
    ChartSolidFill, ChartType, XlsxError,
};

impl Grid<'_> {
    pub(super) fn bars(
        &mut self,
        sheet: &str,
        bars: &Bars,
        chart: &Chart,
    ) -> Result<(), XlsxError> {
        let all = self.numbers(sheet, &series::of_bars(bars, self.locale))?;
        // Targets are the last rows of the table.
        let block = Cells { last: all.last - bars.targets.len() as u32, ..all };
        let mut native = titled(ChartType::Bar, &chart.title, WHOLE);
        let points: Vec<ChartPoint> = bars
            .bars
            .iter()
            .map(|bar| {
                let fill = solid(Palette::LIGHT.ink(bar.ink));
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
        self.place(native, WHOLE, &chart.alternative)
    }

    pub(super) fn tornado(
        &mut self,
        sheet: &str,
        tornado: &Tornado,
        chart: &Chart,
    ) -> Result<(), XlsxError> {
        let block = self.numbers(sheet, &series::of_tornado(tornado, self.locale))?;
        let mut native = titled(ChartType::Bar, &chart.title, WHOLE);
        for (column, slot) in [(5, 0), (6, 1)] {
            let fill = solid(Palette::LIGHT.ink(Ink::Slot(slot)));
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
        self.place(native, WHOLE, &chart.alternative)
    }

    /// Search and ramp-up as stacked bars over an invisible one that ends at the vacancy.
    pub(super) fn schedule(
        &mut self,
        sheet: &str,
        schedule: &Schedule,
        chart: &Chart,
    ) -> Result<(), XlsxError> {
        let block = self.numbers(sheet, &series::of_schedule(schedule, self.locale))?;
        let mut native = titled(ChartType::BarStacked, &chart.title, WHOLE);
        native
            .add_series()
            .set_categories(&block.column(0))
            .set_values(&block.column(1))
            .set_name(&block.head(1))
            .set_format(ChartFormat::new().set_no_fill())
            .set_gap(50);
        for (column, transparency) in [(4, 65), (5, 0)] {
            let mut fill: ChartSolidFill = solid(Palette::LIGHT.ink(Ink::Slot(0)));
            fill.set_transparency(transparency);
            native
                .add_series()
                .set_categories(&block.column(0))
                .set_values(&block.column(column))
                .set_name(&block.head(column))
                .set_format(ChartFormat::new().set_solid_fill(&fill));
        }
        let serial = |months: f64| {
            let day = series::day_of(schedule, months).unwrap_or(date(2026, 1, 1));
            f64::from(date(1899, 12, 30).until(day).map_or(0, |span| span.get_days()))
        };
        self.lying_axes(&mut native, Format::Count);
        native
            .x_axis()
            .set_num_format(self.formats.month())
            .set_min(serial(0.0))
            .set_max(serial(schedule.months.len() as f64));
        native.legend().set_position(ChartLegendPosition::Bottom);
        self.place(native, WHOLE, &chart.alternative)
    }
}
