//! Lines over months.

use super::{Grid, Slot, WHOLE, target_line, titled};
use crate::report::chart::Palette;
use crate::report::xlsx::series;
use crate::report::{Chart, Fan, Format, Ink, Lines, Panel, Series, Trace};
use rust_xlsxwriter::{
    ChartAxisDateUnitType, ChartAxisLabelPosition, ChartFormat, ChartLine, ChartLineDashType,
    ChartMarker, ChartType, Color, XlsxError,
};

/// More lines in the background than this go without a name in the legend.
const NAMED: usize = 4;

impl Grid<'_> {
    /// The head-count with its spread as a chart, the totals as numbers beside.
    pub(super) fn fan(&mut self, sheet: &str, fan: &Fan, chart: &Chart) -> Result<(), XlsxError> {
        let of = |end: usize| fan.values.iter().map(|it| it[end]).collect::<Vec<f64>>();
        let head_count = Series {
            label: fan.up.clone(),
            values: of(1),
            band: Some((of(0), of(2))),
            ink: Ink::Slot(0),
        };
        let panel = Panel { series: vec![head_count], ..Panel::default() };
        let (months, format) = (fan.months.clone(), Format::Count);
        let lines = Lines { months, format, trace: Trace::Steps, panels: Vec::new() };
        self.panel(sheet, &lines, &panel, chart, WHOLE)?;
        self.numbers(sheet, &series::of_totals(fan))?;
        Ok(())
    }

    pub(super) fn panel(
        &mut self,
        sheet: &str,
        lines: &Lines,
        panel: &Panel,
        chart: &Chart,
        slot: Slot,
    ) -> Result<(), XlsxError> {
        let table = series::of_panel(lines, panel, self.locale);
        let block = self.numbers(sheet, &table)?;
        // A chart of one panel says what the chart finds.
        let whole = slot.width == WHOLE.width || panel.title.is_empty();
        let title = if whole { &chart.title } else { &panel.title };
        let mut native = titled(ChartType::Line, title, slot);
        let mut hidden = Vec::new();
        let many = panel.series.iter().filter(|it| it.ink == Ink::Muted);
        let many = many.count() > NAMED;
        let (mut column, mut drawn) = (1, 0);
        for series in &panel.series {
            let muted = series.ink == Ink::Muted;
            let colour = Palette::LIGHT.ink(series.ink);
            let width = match (muted, many) {
                (false, _) => 2.75,
                (true, false) => 1.25,
                (true, true) => 0.5,
            };
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
            if muted && many {
                hidden.push(drawn);
            }
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
            let one = native.add_series();
            one.set_categories(&block.column(0));
            one.set_values(&block.column(column));
            one.set_name(&block.head(column));
            one.set_format(&mut target_line());
            one.set_marker(ChartMarker::new().set_none());
            column += 1;
        }
        native.legend().delete_entries(&hidden);
        let axis = native.x_axis();
        axis.set_date_axis(true)
            .set_num_format(self.formats.short_month())
            .set_label_position(ChartAxisLabelPosition::Low);
        if lines.months.len() > 12 {
            axis.set_major_unit(3).set_major_unit_date_type(ChartAxisDateUnitType::Months);
        }
        self.value_axis(native.y_axis(), lines.format);
        let words = format!("{}. {}", panel.title, chart.alternative);
        self.place(native, slot, words.trim_start_matches(". "))
    }
}
