//! The report of a run: the finding in words, then the tables and charts it rests on.

use super::told::Told;
use super::{abandoned, cautions, charts, findings, run_tables};
use crate::experiment::Outcome;
use crate::report::{Block, Document, Locale, Noun, Section, Table, Word, counted, texts};
use crate::scenario::Study;

/// Everything that a run has to say.
pub fn run(study: &Study, outcome: &Outcome, locale: Locale) -> Document {
    let told = Told::new(study, outcome, locale);
    let section = |key, word: Word, blocks| Section::new(key, word.text(locale.lang), blocks);
    let table = |table: Table| vec![Block::Table(table)];
    let findings = findings::all(told).into_iter().map(Block::Finding);
    let mut findings: Vec<Block> = findings.collect();
    // The chart that shows why: work and hands where hands are fewest.
    let why = charts::roles::shortest(told).and_then(|it| charts::roles::why(told, it, vec![]));
    findings.extend(why.map(Block::Chart));
    let mut sections = vec![
        section("findings", Word::Findings, findings),
        section("roles", Word::HowBusy, table(run_tables::roles(told))),
    ];
    if !told.scenario.slas.is_empty() {
        let targets = table(run_tables::targets(told));
        sections.push(section("targets", Word::WhichTargets, targets));
    }
    if let Some(who) = abandoned::table(told) {
        sections.push(section("abandoned", Word::WhoGivesUp, table(who)));
    }
    let policies = table(run_tables::policies(told));
    sections.push(section("policies", Word::Policies, policies));
    if outcome.policies.len() > 1 {
        let differences = vec![
            Block::Table(run_tables::comparison(told)),
            Block::Table(run_tables::utilisation(told)),
        ];
        sections.push(section("comparison", Word::Differences, differences));
    }
    let cautions = cautions::all(told);
    if !cautions.is_empty() {
        let blocks = vec![Block::Cautions(cautions)];
        sections.push(section("cautions", Word::Cautions, blocks));
    }
    sections.push(section("charts", Word::Charts, charts::all(told)));
    if run_tables::assumed(&told.scenario.sources).next().is_some() {
        let assumptions = table(run_tables::assumptions(told.scenario, locale.lang));
        sections.push(section("assumptions", Word::Assumptions, assumptions));
    }
    Document { locale, title: told.name(told.scenario).into(), subtitle: subtitle(told), sections }
}

/// Period, policies, replications.
fn subtitle(told: Told<'_>) -> String {
    let locale = told.locale;
    let months = told.scenario.timeline.first_days();
    let (Some(first), Some(last)) = (months.first(), months.last()) else {
        return String::new();
    };
    locale.say(texts::RunSubtitle {
        from: locale.month(*first),
        to: locale.month(*last),
        policies: counted(told.outcome.policies.len() as f64, Noun::POLICY, locale),
        replications: told.replications(),
    })
}
