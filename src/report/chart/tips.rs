//! What parts of a chart say when pointed at, and how a page is told.

use super::plot::Plot;
use super::scene::{Area, Scene, Tip};
use super::svg::{escaped, tenths};
use crate::report::{Format, Ink, Locale, Panel};
use jiff::civil::Date;
use std::fmt::Write;

/// Of more lines than this, those that are not emphasised go unsaid.
const MOST_LINES: usize = 8;

/// What the months of a panel say: each the value of every line.
pub fn add_panel(
    panel: &Panel,
    months: &[Date],
    plot: &Plot,
    format: Format,
    locale: Locale,
    scene: &mut Scene,
) {
    let all = panel.series.len() <= MOST_LINES;
    let series = || {
        panel
            .series
            .iter()
            .filter(move |series| all || series.ink != Ink::Muted)
    };
    for (index, &month) in months.iter().enumerate() {
        let mut text = vec![locale.month(month)];
        if !panel.title.is_empty() {
            text[0] = format!("{}: {}", panel.title, text[0]);
        }
        for series in series() {
            let Some(value) = series.values.get(index).filter(|value| value.is_finite()) else {
                continue;
            };
            let range = series.band.as_ref();
            let range = range.and_then(|(low, high)| Some((*low.get(index)?, *high.get(index)?)));
            let value = amount(*value, range, format, locale);
            text.push(format!("{}: {value}", series.label));
        }
        let moment = index as f64;
        let marks = panel.marks.iter();
        let here = marks.filter(|mark| mark.at >= moment && mark.at < moment + 1.0);
        text.extend(here.map(|mark| mark.label.clone()));
        let area = Area {
            left: plot.x(moment).max(plot.area.left),
            right: plot.x(moment + 1.0).min(plot.area.right),
            ..plot.area
        };
        scene.tips.push(Tip {
            area,
            guide: Some(plot.x(moment + 0.5)),
            text,
        });
    }
}

/// A value and how far it may be off.
pub fn amount(value: f64, range: Option<(f64, f64)>, format: Format, locale: Locale) -> String {
    let text = locale.amount(value, format);
    match range {
        Some((low, high)) if low.is_finite() && high.is_finite() => {
            let (low, high) = (locale.bare(low, format), locale.bare(high, format));
            format!("{text} ({low} – {high})")
        }
        _ => text,
    }
}

/// Writes them; the page's script lets the keyboard reach them.
pub fn write_tips(page: &mut String, tips: &[Tip]) {
    for tip in tips {
        let Area {
            left, top, right, ..
        } = tip.area;
        let (width, height) = ((right - left).max(1.0), tip.area.height().max(1.0));
        page.push_str("<g class=\"tip\">");
        if !tip.text.is_empty() {
            let lines: Vec<String> = tip.text.iter().map(|line| escaped(line)).collect();
            let _ = write!(page, "<title>{}</title>", lines.join("\n"));
        }
        if let Some(x) = tip.guide {
            let (x, bottom) = (tenths(x), tenths(tip.area.bottom));
            let _ = write!(page, "<path d=\"M{x} {}V{bottom}\"/>", tenths(top));
        }
        let (left, top) = (tenths(left), tenths(top));
        let (width, height) = (tenths(width), tenths(height));
        let _ = writeln!(
            page,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"/></g>"
        );
    }
}
