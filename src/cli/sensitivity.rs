//! `sensitivity`: which unknown number moves an answer, and which to measure first.

use super::failure::Failure;
use super::options::Scenario;
use super::output::tell;
use super::part_file::PartFile;
use super::planning::Planning;
use super::shard::{Call, Cut};
use super::terminal;
use super::value::between;
use super::what_if;
use crate::ids::RoleId;
use crate::measure::{Column, Readings};
use crate::measures::{Measured, Unit};
use crate::parts::{Layout, Replay};
use crate::plan::sensitivity::{Asked, answers, explained, sensitivity};
use crate::report::compose::Context;
use crate::report::compose::sensitivity::{self as compose, Moved};
use crate::report::{Sentence, Word, texts};
use crate::scenario::{self, Lang, Text};
use clap::Args;

/// Replications, unless the command says otherwise.
const USUAL: u64 = 400;

/// What is asked.
#[derive(Args, Debug)]
#[group(skip)]
pub(crate) struct Arguments {
    #[command(flatten)]
    options: Planning,
    /// utilisation:ROLE, need:ROLE, need:ROLE:NUMBER or kept [default: need of the first role of the plan]
    #[arg(long, value_name = "ANSWER")]
    answer: Option<String>,
    /// Replications in which every unknown number is drawn [default: 400]
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = between(20, 1_000_000))]
    replications: Option<u64>,
    #[command(flatten)]
    cut: Cut,
}

/// Finds what moves the answer, prints it and leaves its files.
pub(crate) fn run(scenario: &Scenario, arguments: &Arguments, call: &Call) -> Result<(), Failure> {
    let options = &arguments.options;
    let study = options.study(scenario)?;
    let locale = options.reading.locale(&study);
    let baseline = &study.baseline().scenario;
    if baseline.inputs.is_empty() && study.worlds.unknowns.is_empty() {
        return terminal::print(&format!("{}\n", Word::NoInputs.text(locale.lang)), locale.lang);
    }
    let asked = asked(baseline, arguments.answer.as_deref(), locale.lang)?;
    let output = options.common.output(&study);
    output.probe(locale.lang)?;
    let replications = arguments.replications.unwrap_or(USUAL);
    let expected = match asked {
        Asked::Need(..) => 2 * replications as usize + 100,
        _ => replications as usize,
    };
    let identity = call.identity(&study, options.common.seed(&study), replications);
    let answer = [answer()];
    if let Some(shard) = arguments.cut.shard {
        let name = shard.file_name();
        let mut part = PartFile::create(&output, &name, (&identity, shard), &[], locale)?;
        part.begin(&[(&study.baseline().key, &answer)]);
        let own: Vec<u64> = shard.range(replications).collect();
        let worked = options.work(&study, expected, |run| answers(&study, asked, &own, run));
        let worked = worked.map(|(_, output)| {
            for (&replication, &value) in own.iter().zip(&output) {
                let readings =
                    Readings { total: vec![value], total_trials: vec![0], ..Readings::default() };
                part.push(replication, &[readings]);
            }
        });
        return part.finish(worked, options.common.quiet);
    }
    let found = match call.replay(&identity, scenario, locale)? {
        Some(paths) => {
            let (layout, mut replay) = (Layout::of(&[&answer]), Replay::new(paths, 0, 1));
            let output = (0..replications).map(|_| {
                let readings = replay.next(&layout.slices()[0]);
                readings.map(|it| it[0].total[0]).map_err(|it| Failure::Work(it.to_string()))
            });
            let output = output.collect::<Result<Vec<f64>, _>>()?;
            let all: Vec<u64> = (0..replications).collect();
            // Without replications: only which need it is that was asked for.
            options.work(&study, 0, |run| {
                let (asked, _) = answers(&study, asked, &[], run)?;
                Some(explained(&study, run.seed, asked, &all, &output))
            })?
        }
        None => {
            options.work(&study, expected, |run| sensitivity(&study, asked, replications, run))?
        }
    };
    let context = Context { scenario: baseline, locale };
    let moved = Moved { context, found: &found, seed: options.common.seed(&study) };
    let document = compose::sensitivity(moved);
    let document = what_if::granted(document, &options.reading, &options.rules);
    let tables = [("sensitivity.csv", compose::sensitivity_csv(moved, options.common.csv))];
    let written = output.write(&document, &tables, |_| None);
    tell(&document, written, options.common.quiet)
}

/// The column of the answer in parts.
fn answer() -> Column {
    Column {
        measure: Measured::Own("answer".into()),
        scope: "all".into(),
        unit: Unit::Number,
        title: Text::default(),
        scope_title: Text::default(),
        monthly: false,
        target: None,
    }
}

/// The answer that a text asks for.
fn asked(scenario: &scenario::Scenario, text: Option<&str>, lang: Lang) -> Result<Asked, Failure> {
    let Some(text) = text else {
        let first = scenario.planning.roles.first().map_or(RoleId(0), |it| it.0);
        return Ok(Asked::Need(first, None));
    };
    let role = |key: &str| {
        let position = scenario.roles.iter().position(|it| it.key == key);
        position.map(RoleId::new)
    };
    let parts: Vec<&str> = text.split(':').collect();
    let asked = match parts.as_slice() {
        ["kept"] => Some(Asked::AllKept),
        ["utilisation", key] => role(key).map(Asked::Utilisation),
        ["need", key] => role(key).map(|it| Asked::Need(it, None)),
        ["need", key, number] => {
            let number = number.parse::<usize>().ok().filter(|&it| it <= 100);
            let further = role(key).zip(number).and_then(|(role, number)| {
                // The people of today are counted: the second where one is there is the first hire.
                Some((role, number.checked_sub(scenario.known_people(role) + 1)?))
            });
            further.map(|(role, after)| Asked::Need(role, Some(after)))
        }
        _ => None,
    };
    asked.ok_or_else(|| {
        let roles: Vec<&str> = scenario.roles.iter().map(|it| &*it.key).collect();
        Failure::Input(texts::UnknownAnswer { asked: text, roles: roles.join(", ") }.in_lang(lang))
    })
}
