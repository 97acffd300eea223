//! Figures that are cells: heat maps with their colours, and what no native chart can draw.

use super::Grid;
use crate::report::xlsx::series;
use crate::report::{Chart, Figure, HeatMap, Table};
use rust_xlsxwriter::{Color, ConditionalFormatCell, ConditionalFormatCellRule, XlsxError};

impl Grid<'_> {
    /// A figure as a table; where it has the sheet for itself, its header stays in sight.
    pub(crate) fn cells_part(&mut self, chart: &Chart, alone: bool) -> Result<(), XlsxError> {
        match alone {
            true => self.title(&chart.title, &chart.subtitle)?,
            false => {
                self.part_title(&chart.title)?;
                self.sheet.write_with_format(self.row, 0, &chart.subtitle, &self.formats.quiet)?;
                self.row += 1;
            }
        }
        let head = self.row;
        let table = match &chart.figure {
            Figure::HeatMap(map) => series::of_map(map, self.locale),
            Figure::Areas(areas) => series::of_areas(areas),
            Figure::Parallel(it) => series::of_parallel(it),
            _ => Table::default(),
        };
        let columns = self.table(&table, None)?;
        if alone {
            self.keep_in_sight(head)?;
        }
        if table.rows.is_empty() || columns < 2 {
            return Ok(());
        }
        if let Figure::HeatMap(map) = &chart.figure {
            self.colours(map, (head + 1, self.row - 1), columns - 1)?;
        }
        self.sheet.write_with_format(self.row, 0, &chart.source, &self.formats.quiet)?;
        self.row += 3;
        Ok(())
    }

    fn colours(
        &mut self,
        map: &HeatMap,
        (first, last): (u32, u32),
        column: u16,
    ) -> Result<(), XlsxError> {
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
            self.sheet.add_conditional_format(first, 1, last, column, &condition)?;
        }
        Ok(())
    }
}
