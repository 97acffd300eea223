//! One quantity against another.

use super::{Cells, Grid, QUIET, WHOLE, solid, target_line, titled};
use crate::report::chart::Palette;
use crate::report::xlsx::series;
use crate::report::{Chart, Curve, Ink, Point, Word};
use rust_xlsxwriter::{
    ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLine, ChartMarker,
    ChartMarkerType, ChartSeries, ChartType, Color, XlsxError,
};

impl Grid<'_> {
    pub(super) fn curve(
        &mut self,
        sheet: &str,
        curve: &Curve,
        chart: &Chart,
    ) -> Result<(), XlsxError> {
        let points = series::efficient_first(curve);
        let table = series::of_curve(curve, &points, self.locale);
        let block = self.numbers(sheet, &table)?;
        let mut native = titled(ChartType::ScatterStraightWithMarkers, &chart.title, WHOLE);
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
            let part = Cells { first, last, ..block };
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
        for index in 0..curve.targets.len() as u32 {
            // Two points make the line of a target: the last rows of the table.
            let top = block.first + curve.points.len() as u32 + 2 * index;
            let ends = Cells { first: top, last: top + 1, ..block };
            let one = native.add_series();
            one.set_categories(&ends.column(1)).set_values(&ends.column(2));
            one.set_name(&Cells { last: top, ..ends }.column(0));
            one.set_format(&mut target_line());
            one.set_marker(ChartMarker::new().set_none());
        }
        native
            .x_axis()
            .set_name(&curve.x.title)
            .set_num_format(self.formats.amount(curve.x.format));
        native.y_axis().set_name(&curve.y.title);
        self.value_axis(native.y_axis(), curve.y.format);
        self.place(native, WHOLE, &chart.alternative)
    }
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
            label.set_value(point.label.as_str()).set_position(position(index));
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
    let fill = solid(colour);
    let mut marker = ChartMarker::new();
    marker
        .set_type(ChartMarkerType::Circle)
        .set_size(7)
        .set_format(ChartFormat::new().set_solid_fill(&fill));
    series.set_marker(&marker);
}
