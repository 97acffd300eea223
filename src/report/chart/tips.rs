//! What parts of a chart say when pointed at, and how a page is told.

use super::plot::Plot;
use super::scene::{Area, Scene, Tip};
use crate::report::{Format, Ink, Locale, Panel};
use jiff::civil::Date;
use std::fmt::Write;

/// Of more lines than this, those that are not emphasised go unsaid.
const MOST_LINES: usize = 8;

/// What the months of a panel say: each the value of every line.
pub(crate) fn add_panel(
    panel: &Panel,
    months: &[Date],
    plot: &Plot,
    format: Format,
    locale: Locale,
    scene: &mut Scene,
) {
    let all = panel.series.len() <= MOST_LINES;
    let series = || panel.series.iter().filter(move |series| all || series.ink != Ink::Muted);
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
        scene.tips.push(Tip { area, guide: Some(plot.x(moment + 0.5)), text });
    }
}

/// A value and how far it may be off.
pub(crate) fn amount(
    value: f64,
    range: Option<(f64, f64)>,
    format: Format,
    locale: Locale,
) -> String {
    let text = locale.amount(value, format);
    match range {
        Some((low, high)) if low.is_finite() && high.is_finite() => {
            let (low, high) = (locale.bare(low, format), locale.bare(high, format));
            format!("{text} ({low} – {high})")
        }
        _ => text,
    }
}

/// Writes where they are, a part after the other: left edge, width, guide (or `-`), and top and
/// height where these are not those of the part before. The page's script makes the parts.
pub(crate) fn write_tips(page: &mut String, tips: &[Tip]) {
    if tips.is_empty() {
        return;
    }
    page.push_str("<g class=\"tips\" data-at=\"");
    let whole = |value: f32| value.round() as i32;
    let mut before = None;
    for (index, tip) in tips.iter().enumerate() {
        let Area { left, top, right, .. } = tip.area;
        let separator = if index > 0 { ";" } else { "" };
        let (left, width) = (whole(left), whole(right - left).max(1));
        let _ = write!(page, "{separator}{left} {width} ");
        match tip.guide {
            Some(x) => {
                let _ = write!(page, "{}", whole(x));
            }
            None => page.push('-'),
        }
        let band = (whole(top), whole(tip.area.height()).max(1));
        if before != Some(band) {
            let _ = write!(page, " {} {}", band.0, band.1);
        }
        before = Some(band);
    }
    page.push_str("\"/>\n");
}

/// Between the number of a name and what follows it.
const AFTER_NAME: char = '¦';

/// What they say, for an attribute: the names before colons, a line each; an empty line; then a
/// line for each part, its lines between tabs, each `number of its name ¦ the rest`, or whole.
pub(crate) fn said(tips: &[Tip]) -> String {
    let mut names: Vec<&str> = Vec::new();
    let mut parts = String::new();
    for tip in tips {
        parts.push('\n');
        for (index, line) in tip.text.iter().enumerate() {
            if index > 0 {
                parts.push('\t');
            }
            let Some((name, rest)) = line.split_once(": ") else {
                parts.push_str(&plain(line));
                continue;
            };
            let known = names.iter().position(|it| *it == name);
            let number = known.unwrap_or_else(|| {
                names.push(name);
                names.len() - 1
            });
            let _ = write!(parts, "{number}{AFTER_NAME}{}", plain(rest));
        }
    }
    let names: Vec<String> = names.into_iter().map(plain).collect();
    format!("{}\n{parts}", names.join("\n"))
}

/// Without what separates.
fn plain(text: &str) -> String {
    text.replace(['\n', '\t', AFTER_NAME], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tip(left: f32, text: &[&str]) -> Tip {
        Tip {
            area: Area { left, top: 10.0, right: left + 20.0, bottom: 60.0 },
            guide: Some(left + 10.0),
            text: text.iter().map(|it| (*it).to_owned()).collect(),
        }
    }

    #[test]
    fn names_are_said_once_and_places_shortly() {
        let tips =
            [tip(0.0, &["май", "План: 5 %", "Без плана: 1 %"]), tip(20.0, &["июнь", "План: 7 %"])];
        assert_eq!(said(&tips), "План\nБез плана\n\nмай\t0¦5 %\t1¦1 %\nиюнь\t0¦7 %");
        let mut page = String::new();
        write_tips(&mut page, &tips);
        assert_eq!(page, "<g class=\"tips\" data-at=\"0 20 10 10 50;20 20 30\"/>\n");
    }
}
