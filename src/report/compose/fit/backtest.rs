//! The back-test as people read it: a grade in words, a table, a chart a measure, a file.

use crate::fit::{Backtest, Compared, Tested, Untested};
use crate::report::{
    Block, Cell, Chart, Dialect, Figure, Format, Header, Ink, Lines, Locale, Panel, Series, Table,
    Trace, Word, texts,
};
use serde::Serialize;

/// Of an 80 % band, at least so many are inside where the prediction is good, or at least fair.
const GOOD: f64 = 0.65;
const FAIR: f64 = 0.4;

#[derive(Default, Serialize)]
struct Record {
    measure: &'static str,
    period: String,
    unit: &'static str,
    happened: String,
    p10: String,
    p50: String,
    p90: String,
    inside: bool,
}

/// `backtest.csv`.
pub(crate) fn backtest_csv(test: &Backtest, dialect: Dialect) -> Vec<u8> {
    dialect.file(test.rows.iter().map(|it| {
        let (measure, unit) = it.tested.key();
        Record {
            measure,
            period: it.from.to_string(),
            unit,
            happened: dialect.number(it.happened),
            p10: dialect.number(it.p10),
            p50: dialect.number(it.p50),
            p90: dialect.number(it.p90),
            inside: it.is_inside(),
        }
    }))
}

/// How well arrivals, and all the rest, were predicted.
pub(super) fn grades(test: &Backtest, locale: Locale) -> Vec<String> {
    let mut said = Vec::new();
    let (inside, of) = test.inside(true);
    if of > 0 {
        let (split, grade) = (locale.date(test.split), grade(inside, of, locale));
        said.push(locale.say(texts::FitBacktestArrivals { split, inside, of, grade }));
    }
    let (inside, of) = test.inside(false);
    if of > 0 {
        said.push(locale.say(texts::FitBacktestWaits {
            inside,
            of,
            grade: grade(inside, of, locale),
        }));
    }
    said
}

/// Why nothing was predicted; nothing where nobody asked for it.
pub(super) fn untested(why: Untested, locale: Locale) -> Option<String> {
    match why {
        Untested::NotAsked => None,
        Untested::TooShort { days, least } => {
            Some(locale.say(texts::FitUntestedShort { days, least }))
        }
        Untested::NoDesk => Some(locale.word(Word::FitUntestedDesk).to_owned()),
    }
}

fn grade(inside: usize, of: usize, locale: Locale) -> &'static str {
    locale.word(match inside as f64 / of as f64 {
        it if it >= GOOD => Word::FitGradeGood,
        it if it >= FAIR => Word::FitGradeFair,
        _ => Word::FitGradePoor,
    })
}

/// Everything that was compared.
pub(super) fn table(test: &Backtest, locale: Locale) -> Table {
    let say = |it: Word| locale.word(it);
    let headers = vec![
        Header::text(say(Word::FitParameter)),
        Header::text(say(Word::FitPeriod)),
        Header::number(say(Word::FitHappened), ""),
        Header::number(say(Word::FitPredicted), ""),
        Header::text(say(Word::FitInside)),
    ];
    let mut table = Table::new("backtest", "", headers);
    for it in &test.rows {
        let format = format(it.tested);
        let inside = if it.is_inside() { Word::FitYes } else { Word::FitNo };
        table.push(vec![
            Cell::text(say(title(it.tested))),
            Cell::text(it.from.to_string()),
            Cell::amount(it.happened, format),
            Cell::interval(it.p50, it.p10, it.p90, format),
            Cell::text(say(inside)),
        ]);
    }
    table
}

/// A chart of every measure, where the periods are months.
pub(super) fn charts(test: &Backtest, locale: Locale) -> Vec<Block> {
    let all = Tested::ALL.into_iter().filter(|_| test.by_month);
    let chart = |tested: Tested| {
        let rows: Vec<&Compared> = test.rows.iter().filter(|it| it.tested == tested).collect();
        let values = |of: fn(&Compared) -> f64| rows.iter().map(|it| of(it)).collect::<Vec<f64>>();
        let series = |label: Word, values, band, slot| Series {
            label: locale.word(label).to_owned(),
            values,
            band,
            ink: Ink::Slot(slot),
        };
        let band = Some((values(|it| it.p10), values(|it| it.p90)));
        let predicted = series(Word::FitPredicted, values(|it| it.p50), band, 0);
        let happened = series(Word::FitHappened, values(|it| it.happened), None, 1);
        let inside = rows.iter().filter(|it| it.is_inside()).count();
        // A chart cuts off a band that is much wider than its line.
        let low = rows.iter().map(|it| it.p10).fold(f64::INFINITY, f64::min);
        let top = rows.iter().map(|it| it.p90).fold(f64::NEG_INFINITY, f64::max);
        let [low, top] = [low, top].map(|it| match format(tested) {
            Format::Share => locale.share(it, 0),
            Format::Count => locale.number(it, 0),
            _ => locale.number(it, 2),
        });
        let heading = locale.word(title(tested)).to_owned();
        let (key, of) = (tested.key().0.replace(['.', '_'], "-"), rows.len());
        let panel = Panel { series: vec![predicted, happened], ..Panel::default() };
        (rows.len() > 1).then(|| {
            Block::Chart(Chart {
                key: format!("backtest-{key}"),
                title: heading.clone(),
                subtitle: locale.say(texts::FitBacktestChart { inside, of, low, top }),
                source: locale.say(texts::FitBacktestSource { split: locale.date(test.split) }),
                alternative: heading,
                figure: Figure::Lines(Lines {
                    months: rows.iter().map(|it| it.from).collect(),
                    format: format(tested),
                    trace: Trace::Straight,
                    panels: vec![panel],
                }),
            })
        })
    };
    all.filter_map(chart).collect()
}

fn title(tested: Tested) -> Word {
    match tested {
        Tested::Arrivals => Word::FitTestedArrivals,
        Tested::FirstAnswer => Word::FitTestedFirst,
        Tested::Kept => Word::FitTestedKept,
        Tested::Solved => Word::FitTestedSolved,
        Tested::Backlog => Word::FitTestedBacklog,
    }
}

fn format(tested: Tested) -> Format {
    match tested {
        Tested::Arrivals | Tested::Backlog => Format::Count,
        Tested::Kept => Format::Share,
        Tested::FirstAnswer | Tested::Solved => Format::Number(2),
    }
}
