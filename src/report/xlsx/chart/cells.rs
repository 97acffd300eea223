//! Heat maps: coloured cells.

use super::Grid;
use crate::report::xlsx::series;
use crate::report::{Chart, HeatMap};
use rust_xlsxwriter::{Color, ConditionalFormatCell, ConditionalFormatCellRule, XlsxError};

impl Grid<'_> {
    /// A heat map is coloured cells; where it has the sheet for itself, its header stays in sight.
    pub(crate) fn map_part(
        &mut self,
        chart: &Chart,
        map: &HeatMap,
        alone: bool,
    ) -> Result<(), XlsxError> {
        match alone {
            true => self.title(&chart.title, &chart.subtitle)?,
            false => {
                self.part_title(&chart.title)?;
                self.sheet.write_with_format(self.row, 0, &chart.subtitle, &self.formats.quiet)?;
                self.row += 1;
            }
        }
        let head = self.row;
        let columns = self.table(&series::of_map(map, self.locale), None)?;
        if alone {
            self.keep_in_sight(head)?;
        }
        if map.rows.is_empty() || map.months.is_empty() {
            return Ok(());
        }
        let (first, last) = (head + 1, self.row - 1);
        let colours = [
            (ConditionalFormatCellRule::GreaterThan(map.limit), 0xC8400A, 0xFFFFFF),
            (ConditionalFormatCellRule::GreaterThanOrEqualTo(map.caution), 0xF4B266, 0x3A2200),
        ];
        for (rule, back, text) in colours {
            let format = rust_xlsxwriter::Format::new()
                .set_background_color(Color::RGB(back))
                .set_font_color(Color::RGB(text));
            let condition = ConditionalFormatCell::new()
                .set_rule(rule)
                .set_format(format)
                .set_stop_if_true(true);
            self.sheet.add_conditional_format(first, 1, last, columns - 1, &condition)?;
        }
        self.sheet.write_with_format(self.row, 0, &chart.source, &self.formats.quiet)?;
        self.row += 3;
        Ok(())
    }
}
