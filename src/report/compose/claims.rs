//! The document's claims: what becomes of each, with its number, and when it would hold.

use crate::measures::Unit;
use crate::plan::claims::claim_breakeven::BreakEven;
use crate::plan::claims::{ClaimResult, ReadingSet, TestResult, Verdict};
use crate::report::compose::context::Context;
use crate::report::compose::phrase::{capital, joined, quoted};
use crate::report::compose::readings;
use crate::report::compose::scenario_cautions::lowered;
use crate::report::compose::values::{between, input_value, verdict};
use crate::report::{
    Block, Cell, Dialect, Document, Finding, Header, Section, Table, Tone, Word, texts,
};
use crate::scenario::{ClaimTest, Worlds};
use crate::statistics::Interval;
use serde::Serialize;

/// Every claim in a table, the summary first.
pub(crate) fn claims(
    context: Context<'_>,
    worlds: &Worlds,
    claims: &[ClaimResult],
    replications: u64,
) -> Document {
    let heading = |say: Word| context.say(say);
    let section = |key, heading: String, block| Section::new(key, heading, vec![block]);
    let replications = context.replications(replications);
    let title = context.name(context.scenario);
    let answer = Block::Finding(summary(context, worlds, claims));
    let table = Block::Table(table(context, worlds, claims));
    let mut sections = vec![
        section("answer", heading(Word::Answer), answer),
        section("claims", heading(Word::Claims), table),
    ];
    let cautions = lowered(context).map(|it| Block::Cautions(vec![it]));
    sections.extend(cautions.map(|it| section("cautions", heading(Word::Cautions), it)));
    Document {
        locale: context.locale,
        title: heading(Word::ClaimsTitle),
        subtitle: context.say(texts::ClaimsSubtitle { title, replications }),
        sections,
    }
}

/// How many claims hold, and what the readings of the document do to the others.
pub(crate) fn summary(context: Context<'_>, worlds: &Worlds, claims: &[ClaimResult]) -> Finding {
    let count = |verdict| claims.iter().filter(|it| it.verdict == verdict).count().to_string();
    Finding {
        tone: Tone::Neutral,
        headline: context.say(texts::ClaimsSummary {
            all: claims.len(),
            hold: count(Verdict::Holds),
            fail: count(Verdict::Fails),
            open: count(Verdict::Undecided),
        }),
        detail: in_readings(context, worlds, claims).join(" "),
    }
}

/// Which claims hold beside the others, by the readings in which they do.
fn in_readings(context: Context<'_>, worlds: &Worlds, claims: &[ClaimResult]) -> Vec<String> {
    let mut sets: Vec<&ReadingSet> = claims.iter().flat_map(|it| &it.holds_in).collect();
    sets.sort_by_key(|it| (it.len(), *it));
    sets.dedup();
    let said = sets.into_iter().map(|set| {
        let holding = claims.iter().filter(|it| it.holds_in.contains(set));
        let said = holding
            .map(|it| quoted(it.claim.text.in_lang(context.locale.lang), context.locale.lang));
        readings::more_hold(set, said.collect::<Vec<_>>().join("; "), worlds, context)
    });
    said.collect()
}

/// Each claim with its number, and when it would hold.
pub(crate) fn table(context: Context<'_>, worlds: &Worlds, claims: &[ClaimResult]) -> Table {
    let header = |say: Word| Header::text(context.say(say));
    let headers = vec![
        Header::text("ID"),
        header(Word::ClaimColumn),
        Header::text(crate::report::Word::Verdict.text(context.locale.lang)),
        header(Word::StatedColumn),
        header(Word::FoundColumn),
        header(Word::WouldHold),
    ];
    let mut table = Table::new("claims", "", headers);
    for claim in claims {
        let (test, result) = deciding(claim);
        table.push(vec![
            Cell::text(&claim.claim.id),
            Cell::text(claim.claim.text.in_lang(context.locale.lang)),
            verdict(claim.verdict, context.locale),
            Cell::text(test.map(|it| stated(context, it, result)).unwrap_or_default()),
            Cell::text(
                test.zip(result).map(|(test, it)| found(context, test, it)).unwrap_or_default(),
            ),
            Cell::text(capital(&would_hold(context, worlds, claim))),
        ]);
    }
    table.note = context.say(Word::ClaimsNote);
    if !worlds.unknowns.is_empty() {
        table.note += " ";
        table.note += &context.say(Word::ClaimsReadings);
    }
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

fn amount(context: Context<'_>, value: f64, share: bool) -> String {
    match value.abs() {
        _ if share => context.locale.share(value, 1),
        it if it >= 100.0 || it == it.round() => context.locale.number(value, 0),
        it if it >= 10.0 => context.locale.number(value, 1),
        _ => context.locale.number(value, 2),
    }
}

fn stated(context: Context<'_>, test: &ClaimTest, result: Option<&TestResult>) -> String {
    let share = is_share(test, result);
    let said = |value: f64| amount(context, value, share);
    let bounds = test.bounds.said(
        |least, most| between(&said(least), &said(most)),
        [&|least| context.say(texts::AtLeast { value: said(least) }), &|most| {
            context.say(texts::AtMost { value: said(most) })
        }],
    );
    let unit = test.unit.in_lang(context.locale.lang);
    format!("{bounds} {unit}").trim().to_owned()
}

fn found(context: Context<'_>, test: &ClaimTest, result: &TestResult) -> String {
    let share = is_share(test, Some(result));
    let said = |value: f64| amount(context, value, share);
    let Interval { value, low, high } = result.found;
    if !value.is_finite() {
        return "—".into();
    }
    format!("{} ({})", said(value), between(&said(low), &said(high)))
}

/// The break-even values of a claim's tests, in words.
fn would_hold(context: Context<'_>, worlds: &Worlds, claim: &ClaimResult) -> String {
    let sets = claim.holds_in.iter().map(|it| readings::holds_in(it, worlds, context));
    let said = claim.tests.iter().filter_map(|it| Some(turns_at(context, it.breakeven.as_ref()?)));
    let leaning = claim.leaning.iter().map(|it| readings::leaning(it, worlds, context));
    let mut said: Vec<String> = sets.chain(leaning).chain(said).collect();
    said.dedup();
    joined(&said, context.locale.lang)
}

fn turns_at(context: Context<'_>, it: &BreakEven) -> String {
    let name = context.input(it.input);
    let input = &context.scenario.inputs[it.input.index()];
    let said = |at: Interval| input_value(input, at.value, context.locale);
    match (it.low, it.high) {
        _ if it.nowhere => context.say(texts::TrueNowhere { input: name }),
        (Some(low), Some(high)) if low.value > high.value => {
            context.say(texts::TrueNowhere { input: name })
        }
        (Some(low), Some(high)) => {
            context.say(texts::TrueBetween { input: name, low: said(low), value: said(high) })
        }
        (None, Some(high)) => context.say(texts::TrueBelow { input: name, value: said(high) }),
        (Some(low), None) => context.say(texts::TrueAbove { input: name, value: said(low) }),
        (None, None) => context.say(texts::TrueEverywhere { input: name }),
    }
}

/// A claim, with the test that decides it.
#[derive(Default, Serialize)]
struct ClaimRow<'a> {
    id: &'a str,
    claim: &'a str,
    verdict: &'static str,
    measure: String,
    stated: String,
    found: String,
    ci_low: String,
    ci_high: String,
    note: String,
    holds_in: String,
}

/// `claims.csv`: a row for each claim.
pub(crate) fn claims_csv(
    context: Context<'_>,
    worlds: &Worlds,
    claims: &[ClaimResult],
    dialect: Dialect,
) -> Vec<u8> {
    dialect.file(claims.iter().map(|claim| {
        let (test, result) = deciding(claim);
        let found = result.map_or(Interval::NONE, |it| it.found);
        let own = claim.claim.note.in_lang(context.locale.lang).to_owned();
        let notes: Vec<String> = [capital(&would_hold(context, worlds, claim)), own]
            .into_iter()
            .filter(|it| !it.is_empty())
            .map(|it| it.trim_end_matches('.').to_owned())
            .collect();
        ClaimRow {
            id: &claim.claim.id,
            claim: claim.claim.text.in_lang(context.locale.lang),
            verdict: match claim.verdict {
                Verdict::Holds => "holds",
                Verdict::Fails => "fails",
                Verdict::Undecided => "undecided",
            },
            measure: test.map(|it| format!("{} {}", it.measure, it.scope)).unwrap_or_default(),
            stated: test.map(bounds).unwrap_or_default(),
            found: dialect.number(found.value),
            ci_low: dialect.number(found.low),
            ci_high: dialect.number(found.high),
            note: notes.join(". "),
            holds_in: readings::keys(&claim.holds_in, worlds),
        }
    }))
}

/// The bounds for other programs: `20..36`, `>=0.95`.
fn bounds(test: &ClaimTest) -> String {
    let number = |value: f64| Dialect::Plain.number(value);
    test.bounds.said(
        |least, most| format!("{}..{}", number(least), number(most)),
        [&|least| format!(">={}", number(least)), &|most| format!("<={}", number(most))],
    )
}
