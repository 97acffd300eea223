//! The document's claims: what becomes of each, with its number, and when it would hold.

use super::plan::parts::{self, between, capital, inline, input_value, joined};
use super::plan::tables::verdict;
use crate::measures::Unit;
use crate::plan::claims::claim_breakeven::BreakEven;
use crate::plan::claims::{ClaimResult, TestResult, Verdict};
use crate::report::csv::{Csv, Dialect};
use crate::report::{
    Block, Cell, Document, Finding, Header, Locale, Noun, Section, Sentence, Table, Tone, Word,
    counted, texts,
};
use crate::scenario::{ClaimTest, Scenario};
use crate::statistics::Interval;

/// What claims were tested on.
#[derive(Clone, Copy)]
pub(crate) struct Tested<'a> {
    /// The baseline.
    pub(crate) scenario: &'a Scenario,
    /// The results, in the order of the document.
    pub(crate) claims: &'a [ClaimResult],
    /// In which language.
    pub(crate) locale: Locale,
    /// Replications of each policy.
    pub(crate) replications: u64,
}

impl Tested<'_> {
    fn say(self, sentence: impl Sentence) -> String {
        self.locale.say(sentence)
    }

    fn input(self, id: crate::ids::InputId) -> String {
        let input = &self.scenario.inputs[id.index()];
        inline(parts::title(&input.title, &input.path, self.locale))
    }
}

/// Every claim in a table, the summary first.
pub(crate) fn claims(tested: Tested<'_>) -> Document {
    let heading = |say: Word| tested.say(say);
    let section = |key: &str, heading: String, block: Block| Section {
        key: key.into(),
        heading,
        blocks: vec![block],
    };
    let replications = counted(tested.replications as f64, Noun::REPLICATION, tested.locale);
    let title = parts::title(&tested.scenario.title, &tested.scenario.name, tested.locale);
    Document {
        locale: tested.locale,
        title: heading(Word::ClaimsTitle),
        subtitle: tested.say(texts::ClaimsSubtitle { title, replications }),
        sections: vec![
            section("answer", heading(Word::Answer), Block::Finding(summary(tested))),
            section("claims", heading(Word::Claims), Block::Table(table(tested))),
        ],
    }
}

fn summary(tested: Tested<'_>) -> Finding {
    let count =
        |verdict| tested.claims.iter().filter(|it| it.verdict == verdict).count().to_string();
    Finding {
        tone: Tone::Neutral,
        headline: tested.say(texts::ClaimsSummary {
            all: tested.claims.len(),
            hold: count(Verdict::Holds),
            fail: count(Verdict::Fails),
            open: count(Verdict::Undecided),
        }),
        detail: String::new(),
    }
}

/// Each claim with its number, and when it would hold.
pub(crate) fn table(tested: Tested<'_>) -> Table {
    let header = |say: Word| Header::text(tested.say(say));
    let headers = vec![
        Header::text("ID"),
        header(Word::ClaimColumn),
        Header::text(crate::report::Word::Verdict.text(tested.locale.lang)),
        header(Word::StatedColumn),
        header(Word::FoundColumn),
        header(Word::WouldHold),
    ];
    let mut table = Table::new("claims", "", headers);
    for claim in tested.claims {
        let (test, result) = deciding(claim);
        table.push(vec![
            Cell::text(&claim.claim.id),
            Cell::text(claim.claim.text.in_lang(tested.locale.lang)),
            verdict(claim.verdict, tested.locale),
            Cell::text(test.map(|it| stated(tested, it, result)).unwrap_or_default()),
            Cell::text(
                test.zip(result).map(|(test, it)| found(tested, test, it)).unwrap_or_default(),
            ),
            Cell::text(capital(&would_hold(tested, claim))),
        ]);
    }
    table.note = tested.say(Word::ClaimsNote);
    table
}

/// The test that decides: the first with the verdict of the whole.
fn deciding(claim: &ClaimResult) -> (Option<&ClaimTest>, Option<&TestResult>) {
    let mut results = claim.tests.iter();
    let position = results.position(|it| it.verdict == claim.verdict).unwrap_or(0);
    (claim.claim.tests.get(position), claim.tests.get(position))
}

/// Whether the numbers of a test are shares.
fn is_share(test: &ClaimTest, result: Option<&TestResult>) -> bool {
    let column = result.and_then(|it| it.column.as_ref());
    test.factor == 1.0 && column.is_some_and(|it| it.unit == Unit::Share)
}

fn amount(tested: Tested<'_>, value: f64, share: bool) -> String {
    match value.abs() {
        _ if share => tested.locale.share(value, 1),
        it if it >= 100.0 || it == it.round() => tested.locale.number(value, 0),
        it if it >= 10.0 => tested.locale.number(value, 1),
        _ => tested.locale.number(value, 2),
    }
}

fn stated(tested: Tested<'_>, test: &ClaimTest, result: Option<&TestResult>) -> String {
    let share = is_share(test, result);
    let said = |value: f64| amount(tested, value, share);
    let bounds = match (test.at_least, test.at_most) {
        (Some(least), Some(most)) => between(&said(least), &said(most)),
        (Some(least), None) => tested.say(texts::AtLeast { value: said(least) }),
        (None, Some(most)) => tested.say(texts::AtMost { value: said(most) }),
        (None, None) => String::new(),
    };
    let unit = test.unit.in_lang(tested.locale.lang);
    format!("{bounds} {unit}").trim().to_owned()
}

fn found(tested: Tested<'_>, test: &ClaimTest, result: &TestResult) -> String {
    let share = is_share(test, Some(result));
    let said = |value: f64| amount(tested, value, share);
    let Interval { value, low, high } = result.found;
    if !value.is_finite() {
        return "—".into();
    }
    format!("{} ({})", said(value), between(&said(low), &said(high)))
}

/// The break-even values of a claim's tests, in words.
fn would_hold(tested: Tested<'_>, claim: &ClaimResult) -> String {
    let said = claim.tests.iter().filter_map(|it| Some(turns_at(tested, it.breakeven.as_ref()?)));
    let mut said: Vec<String> = said.collect();
    said.dedup();
    joined(&said, tested.locale.lang)
}

fn turns_at(tested: Tested<'_>, it: &BreakEven) -> String {
    let name = tested.input(it.input);
    let input = &tested.scenario.inputs[it.input.index()];
    let said = |at: Interval| input_value(input, at.value, tested.locale);
    match (it.low, it.high) {
        _ if it.nowhere => tested.say(texts::TrueNowhere { input: name }),
        (Some(low), Some(high)) if low.value > high.value => {
            tested.say(texts::TrueNowhere { input: name })
        }
        (Some(low), Some(high)) => {
            tested.say(texts::TrueBetween { input: name, low: said(low), value: said(high) })
        }
        (None, Some(high)) => tested.say(texts::TrueBelow { input: name, value: said(high) }),
        (Some(low), None) => tested.say(texts::TrueAbove { input: name, value: said(low) }),
        (None, None) => tested.say(texts::TrueEverywhere { input: name }),
    }
}

/// `claims.csv`: a row for each claim, with the test that decides it.
pub(crate) fn claims_csv(tested: Tested<'_>, dialect: Dialect) -> Vec<u8> {
    let header =
        ["id", "claim", "verdict", "measure", "stated", "found", "ci_low", "ci_high", "note"];
    let mut csv = Csv::new(dialect, &header);
    for claim in tested.claims {
        let (test, result) = deciding(claim);
        let measure = test.map(|it| format!("{} {}", it.measure, it.scope)).unwrap_or_default();
        let bounds = test.map(bounds).unwrap_or_default();
        let found = result.map_or(Interval::NONE, |it| it.found);
        let word = match claim.verdict {
            Verdict::Holds => "holds",
            Verdict::Fails => "fails",
            Verdict::Undecided => "undecided",
        };
        let own = claim.claim.note.in_lang(tested.locale.lang).to_owned();
        let notes: Vec<String> = [capital(&would_hold(tested, claim)), own]
            .into_iter()
            .filter(|it| !it.is_empty())
            .map(|it| it.trim_end_matches('.').to_owned())
            .collect();
        csv.row(&[
            Cell::text(&claim.claim.id),
            Cell::text(claim.claim.text.in_lang(tested.locale.lang)),
            Cell::text(word),
            Cell::text(measure),
            Cell::text(bounds),
            Cell::number(found.value, 6),
            Cell::number(found.low, 6),
            Cell::number(found.high, 6),
            Cell::text(notes.join(". ")),
        ]);
    }
    csv.into_bytes()
}

/// The bounds for other programs: `20..36`, `>=0.95`.
fn bounds(test: &ClaimTest) -> String {
    let number = crate::report::csv::number;
    match (test.at_least, test.at_most) {
        (Some(least), Some(most)) => format!("{}..{}", number(least), number(most)),
        (Some(least), None) => format!(">={}", number(least)),
        (None, Some(most)) => format!("<={}", number(most)),
        (None, None) => String::new(),
    }
}
