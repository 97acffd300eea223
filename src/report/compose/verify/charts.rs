//! The charts of a verification: how far each case is off, and the ticket desk month by month.

use crate::report::{
    Bar, Bars, Chart, Figure, Format, Ink, Lines, Locale, Panel, Series, Target, Trace, Word, texts,
};
use crate::verify::{DESK_ERRORS, Family, Row, Verdict};
use jiff::civil::Date;

/// Sets of the ticket desk that are drawn: those that grow.
const DRAWN: [&str; 3] = ["desk-s4", "desk-s5", "desk-s6"];
/// What is drawn of them.
const MEASURE: &str = "sla_solve[consultation]";
/// How far a mean of theory should be off at most, in per cent.
const LINE: f64 = 1.0;

/// The chart of a family, if it has one and there are numbers for it.
pub(crate) fn of(family: Family, rows: &[Row], locale: Locale) -> Option<Chart> {
    match family {
        Family::Waiting => forest("queues", rows, &[Family::Waiting], locale),
        Family::Priorities => {
            let families = [Family::Priorities, Family::Repeats];
            forest("priorities", rows, &families, locale)
        }
        Family::OverTime => {
            let families = [Family::OverTime, Family::OfficeHours];
            forest("over-time", rows, &families, locale)
        }
        Family::Desk => desk(rows, locale),
        _ => None,
    }
}

/// The first mean of each case: how far it is off, with its interval.
fn forest(key: &str, rows: &[Row], families: &[Family], locale: Locale) -> Option<Chart> {
    let mut bars: Vec<Bar> = Vec::new();
    let mut last = "";
    let judged = |it: &&Row| matches!(it.verdict, Verdict::Pass | Verdict::Fail);
    let means =
        rows.iter().filter(|it| families.contains(&it.family) && it.measure.starts_with("mean"));
    for it in means.filter(judged).filter(|it| it.exact >= 0.07) {
        if it.group() == last {
            continue;
        }
        last = it.group();
        let off = |value: f64| 100.0 * (value / it.exact - 1.0);
        bars.push(Bar {
            label: last.to_owned(),
            value: off(it.simulated),
            interval: Some((off(it.interval.0), off(it.interval.1))),
            ink: if it.verdict == Verdict::Pass { Ink::Slot(0) } else { Ink::Slot(1) },
        });
    }
    let most = bars.iter().map(|it| it.value.abs()).max_by(f64::total_cmp)?;
    let most = locale.share(most / 100.0, 1);
    let title = locale.say(texts::ForestTitle { most });
    Some(Chart {
        key: format!("verify-{key}"),
        alternative: locale.say(texts::ForestAlternative { title: &title }),
        title,
        subtitle: locale.say(Word::ForestSubtitle),
        source: locale.say(Word::VerifySource),
        figure: Figure::Bars(Bars {
            format: Format::Number(2),
            bars,
            targets: vec![target(-LINE, "−1 %"), target(LINE, "+1 %")],
        }),
    })
}

/// Consultations solved in time, month by month: how many standard errors apart the two programs are.
/// Both as lines would be one line.
fn desk(rows: &[Row], locale: Locale) -> Option<Chart> {
    let mut months: Vec<Date> = Vec::new();
    let mut farthest = 0.0_f64;
    let panels = DRAWN.iter().filter_map(|set| {
        let of_set = |it: &&Row| it.group() == *set && it.measure == MEASURE;
        let of_set: Vec<&Row> = rows.iter().filter(of_set).collect();
        let dates = of_set
            .iter()
            .filter_map(|it| format!("{}-01", it.case.split_once('/')?.1).parse().ok());
        months = dates.collect();
        // Where neither program solves one in time, they agree and nothing varies.
        let apart = |it: &&Row| match it.simulated == it.exact {
            true => 0.0,
            false => it.errors.copysign(it.simulated - it.exact),
        };
        let apart: Vec<f64> = of_set.iter().map(apart).collect();
        farthest = apart.iter().map(|it| it.abs()).fold(farthest, f64::max);
        let series =
            |label: String, ink, values: Vec<f64>| Series { label, values, band: None, ink };
        let limit = locale.say(texts::DeskLimit { n: locale.number(DESK_ERRORS, 0) });
        let below = vec![-DESK_ERRORS; apart.len()];
        (!of_set.is_empty()).then(|| Panel {
            title: (*set).to_owned(),
            series: vec![
                series(locale.say(Word::DeskDifference), Ink::Slot(0), apart),
                series(limit, Ink::Muted, below),
            ],
            targets: vec![target(DESK_ERRORS, "")],
            ..Panel::default()
        })
    });
    let panels: Vec<Panel> = panels.collect();
    let title = locale.say(texts::DeskTitle { most: locale.number(farthest, 1) });
    (!panels.is_empty()).then(|| Chart {
        key: "verify-desk".into(),
        title: title.clone(),
        subtitle: locale.say(Word::DeskSubtitle),
        source: locale.say(Word::VerifySource),
        alternative: title,
        figure: Figure::Lines(Lines {
            months,
            format: Format::Number(1),
            trace: Trace::Straight,
            panels,
        }),
    })
}

fn target(value: f64, label: &str) -> Target {
    Target { label: label.to_owned(), value }
}
