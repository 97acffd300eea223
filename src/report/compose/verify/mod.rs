//! The report of a verification: how many numbers agree, case by case, and how far they are off.

mod chance;
mod charts;
mod family;

use crate::report::{
    Block, Cell, Dialect, Document, Finding, Format, Header, Locale, Section, Table, Tone, Word,
    texts,
};
use crate::verify::{Family, Row, Verdict};
use serde::Serialize;

/// Numbers that fail are listed up to so many.
const MOST_FAILURES: usize = 40;

/// Everything that a verification has to say.
pub(crate) fn verification(rows: &[Row], seed: u64, locale: Locale) -> Document {
    let section = |key, heading, blocks| Section::new(key, locale.say(heading), blocks);
    let mut findings = vec![Block::Finding(finding(rows, locale))];
    findings.extend(chance::blocks(rows, locale));
    let mut sections = vec![section("findings", Word::VerifyFinding, findings)];
    let failures: Vec<&Row> = rows.iter().filter(|it| it.verdict == Verdict::Fail).collect();
    if !failures.is_empty() {
        let table = vec![Block::Table(failed(&failures, locale))];
        sections.push(section("failures", Word::DoesNotAgree, table));
    }
    for family in Family::ALL {
        let of_family: Vec<&Row> = rows.iter().filter(|it| it.family == family).collect();
        if !of_family.is_empty() {
            let (key, heading, about) = family::texts(family);
            let mut blocks = vec![Block::Paragraph(locale.say(about))];
            blocks.extend(charts::of(family, rows, locale).map(Block::Chart));
            blocks.push(Block::Table(by_case(family, &of_family, locale)));
            sections.push(section(key, heading, blocks));
        }
    }
    Document {
        locale,
        title: locale.say(Word::VerifyTitle),
        subtitle: locale.say(texts::VerifySubtitle { seed }),
        sections,
    }
}

/// A number of a case, exact and simulated.
#[derive(Default, Serialize)]
struct VerifiedRow<'a> {
    case: &'a str,
    measure: &'a str,
    /// Every digit: the verdict is reached with all of them.
    exact: String,
    simulated: String,
    ci_low: String,
    ci_high: String,
    verdict: &'static str,
}

/// `verify.csv`: every number.
pub(crate) fn verify_csv(rows: &[Row], dialect: Dialect) -> Vec<u8> {
    dialect.file(rows.iter().map(|it| VerifiedRow {
        case: &it.case,
        measure: &it.measure,
        exact: dialect.digits(it.exact),
        simulated: dialect.number(it.simulated),
        ci_low: dialect.number(it.interval.0),
        ci_high: dialect.number(it.interval.1),
        verdict: it.verdict.key(),
    }))
}

fn finding(rows: &[Row], locale: Locale) -> Finding {
    let count = |verdict: Verdict| rows.iter().filter(|it| it.verdict == verdict).count();
    let (good, bad) = (count(Verdict::Pass), count(Verdict::Fail));
    let left_out = count(Verdict::NotInModel) + count(Verdict::Unjudged);
    let number = |count: usize| locale.number(count as f64, 0);
    Finding {
        tone: if bad == 0 { Tone::Good } else { Tone::Bad },
        headline: match bad {
            0 => locale.say(texts::AllAgree { good: number(good) }),
            _ => locale.say(texts::SomeDiffer { bad: number(bad), all: number(good + bad) }),
        },
        detail: match left_out {
            0 => String::new(),
            _ => locale.say(texts::NotCompared { left_out: number(left_out) }),
        },
    }
}

/// A row for each case: how many numbers it has, and the one that is farthest off.
fn by_case(family: Family, rows: &[&Row], locale: Locale) -> Table {
    let mut table = Table::new(family::texts(family).0, "", headers(true, locale));
    let mut cases: Vec<&str> = rows.iter().map(|it| it.group()).collect();
    cases.dedup();
    for case in cases {
        let of_case: Vec<&Row> = rows.iter().copied().filter(|it| it.group() == case).collect();
        let judged = |it: &&&Row| matches!(it.verdict, Verdict::Pass | Verdict::Fail);
        let farthest =
            of_case.iter().filter(judged).max_by(|a, b| a.strain().total_cmp(&b.strain()));
        let Some(farthest) = farthest else { continue };
        let count = of_case.iter().filter(judged).count();
        let mut cells = vec![Cell::text(case), Cell::count(count as f64)];
        cells.extend(numbers(farthest, locale));
        table.push(cells);
        for it in of_case.iter().filter(|it| !judged(it)) {
            let mut cells = vec![Cell::text(case), Cell::empty()];
            cells.extend(numbers(it, locale));
            table.push(cells);
        }
    }
    table
}

fn failed(failures: &[&Row], locale: Locale) -> Table {
    let mut table = Table::new("failures", "", headers(false, locale));
    for it in failures.iter().take(MOST_FAILURES) {
        let mut cells = vec![Cell::text(&it.case)];
        cells.extend(numbers(it, locale));
        table.push(cells);
    }
    if failures.len() > MOST_FAILURES {
        table.note = locale.say(Word::OthersInCsv);
    }
    table
}

fn headers(counted: bool, locale: Locale) -> Vec<Header> {
    let mut headers = vec![Header::text(locale.word(Word::Case))];
    if counted {
        headers.push(Header::number(locale.word(Word::Numbers), ""));
    }
    headers.extend([
        Header::text(match counted {
            true => locale.word(Word::FarthestFromExact),
            false => locale.word(Word::VerifiedMeasure),
        }),
        Header::number(locale.word(Word::Exact), ""),
        Header::number(locale.word(Word::Simulated), ""),
        Header::number("±", ""),
        Header::number(locale.word(Word::OfAllowed), "%"),
        Header::number(locale.word(Word::ShowsFrom), "%"),
        Header::text(locale.word(Word::Verdict)),
    ]);
    headers
}

/// The cells of a number, from its name on.
fn numbers(it: &Row, locale: Locale) -> Vec<Cell> {
    let month = it.case.split_once('/').map_or("", |it| it.1);
    let measure = format!("{} {month}", it.measure);
    let format = Format::Number(decimals(it.exact));
    let known = |value: f64| match value.is_nan() {
        true => Cell::empty(),
        false => Cell::amount(value, format),
    };
    let judged = matches!(it.verdict, Verdict::Pass | Verdict::Fail);
    let tone = match it.verdict {
        Verdict::Pass => Tone::Good,
        Verdict::Fail => Tone::Bad,
        _ => Tone::Neutral,
    };
    vec![
        Cell::text(measure.trim_end()),
        Cell::amount(it.exact, format),
        known(it.simulated),
        known((it.interval.1 - it.interval.0) / 2.0),
        if judged { Cell::share(it.strain()) } else { Cell::empty() },
        if judged && it.resolution().is_finite() && it.errors.is_finite() {
            Cell::number(100.0 * it.resolution(), 2)
        } else {
            Cell::empty()
        },
        Cell::text(locale.word(family::verdict(it.verdict))).toned(tone),
    ]
}

/// Four digits of any number.
fn decimals(value: f64) -> u8 {
    match value.abs() {
        size if size >= 1_000.0 => 0,
        size if size >= 100.0 => 1,
        size if size >= 10.0 => 2,
        size if size >= 0.1 => 4,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Lang;

    fn row(case: &str, exact: f64, simulated: f64, verdict: Verdict) -> Row {
        Row {
            family: Family::Waiting,
            case: case.into(),
            measure: "mean_wait".into(),
            exact,
            simulated,
            interval: (simulated - 0.01, simulated + 0.01),
            allowed: 0.02,
            errors: (simulated - exact).abs() / 0.005,
            verdict,
        }
    }

    #[test]
    fn the_csv_keeps_its_columns() {
        let rows = [
            row("mm1", 4.0, 4.01, Verdict::Pass),
            row("mm2", 1.5, f64::NAN, Verdict::NotInModel),
            row("mm3", 8.100000000000001, 8.1, Verdict::Pass),
        ];
        let csv = String::from_utf8(verify_csv(&rows, Dialect::Plain)).unwrap_or_default();
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines[0], "case,measure,exact,simulated,ci_low,ci_high,verdict");
        assert_eq!(lines[1], "mm1,mean_wait,4,4.01,4,4.02,pass");
        assert_eq!(lines[2], "mm2,mean_wait,1.5,,,,not-in-model");
        // What the verdict is reached with, to the last digit.
        assert!(lines[3].starts_with("mm3,mean_wait,8.100000000000001,8.1,"));
    }

    #[test]
    fn a_failure_is_said_first_and_shown() {
        let rows = [row("mm1", 4.0, 4.01, Verdict::Pass), row("mm1", 1.5, 1.6, Verdict::Fail)];
        let document = verification(&rows, 1, Locale::new(Lang::En, "RUB"));
        let Some(Block::Finding(finding)) = document.blocks().next() else {
            panic!("the finding comes first");
        };
        assert_eq!(finding.headline, "1 of 2 numbers do not agree.");
        assert_eq!(document.sections[1].key, "failures");
    }
}
