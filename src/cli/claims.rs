//! `claims`: every claim of the document, put to the test.

use super::failure::Failure;
use super::options::Scenario;
use super::output::tell;
use super::part_file::PartFile;
use super::planning::Planning;
use super::shard::{Call, Cut};
use super::terminal;
use super::value::between;
use super::what_if;
use crate::measure::{Column, Readings};
use crate::parts::{Layout, Replay};
use crate::plan::claims::{Care, Seen, Witnesses, judge_claims};
use crate::report::Word;
use crate::report::compose::Context;
use crate::report::compose::claims::{claims, claims_csv};
use clap::Args;
use std::path::PathBuf;

/// Replications of each value at which a break-even is looked for.
const BREAKEVEN: u64 = 12;
/// Replications of each policy, unless the command says otherwise.
const USUAL: u64 = 100;
/// What stands in parts where a run has the key of a policy.
const OF_CLAIMS: &str = "claims";

/// How claims are tested.
#[derive(Args, Debug)]
#[group(skip)]
pub(crate) struct Arguments {
    #[command(flatten)]
    options: Planning,
    /// Replications of each policy that a claim names [default: 100]
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = between(10, 1_000_000))]
    replications: Option<u64>,
    /// Do not look for the values at which claims would hold
    #[arg(long)]
    no_breakeven: bool,
    #[command(flatten)]
    cut: Cut,
}

/// Tests the claims, prints the verdicts and leaves `claims.csv`.
pub(crate) fn run(scenario: &Scenario, arguments: &Arguments, call: &Call) -> Result<(), Failure> {
    let options = &arguments.options;
    let study = options.study(scenario)?;
    let locale = options.reading.locale(&study);
    let baseline = &study.baseline().scenario;
    if baseline.claims.is_empty() {
        return terminal::print(&format!("{}\n", Word::NoClaims.text(locale.lang)), locale.lang);
    }
    let output = options.common.output(&study);
    output.probe(locale.lang)?;
    let care = Care {
        replications: arguments.replications.unwrap_or(USUAL),
        breakeven: if arguments.no_breakeven { 0 } else { BREAKEVEN },
    };
    let tests = baseline.claims.iter().flat_map(|it| &it.tests);
    let turning = tests.filter(|it| it.breakeven.is_some()).count();
    let expected = 5 * care.replications as usize + turning * 25 * care.breakeven as usize;
    let (all, seed) = (care.all(), options.common.seed(&study));
    let identity = call.identity(&study, seed, all.end);
    if let Some(shard) = arguments.cut.shard {
        let name = shard.file_name();
        let mut part = PartFile::create(&output, &name, (&identity, shard), &[], locale)?;
        let witnesses = Witnesses::new(&study, seed, shard.range(all.end));
        let worked = options.work(&study, expected, |run| witnesses.play(run));
        let worked = worked.map(|seen| {
            part.begin(&[(OF_CLAIMS, &witnesses.columns())]);
            for (position, replication) in shard.range(all.end).enumerate() {
                let of_tests = || seen.iter().map(|it| it[position]);
                let total = of_tests().map(|it| it.number).collect();
                let total_trials = of_tests().map(|it| it.trials).collect();
                part.push(replication, &[Readings { total, total_trials, ..Readings::default() }]);
            }
        });
        return part.finish(worked, options.common.quiet);
    }
    let witnesses = Witnesses::new(&study, seed, all);
    let known = call.replay(&identity, scenario, locale)?;
    let known =
        known.map(|paths| seen_in(paths, &witnesses.columns(), care.all().end)).transpose()?;
    let results = options.work(&study, expected, |run| match known {
        Some(seen) => judge_claims(&witnesses, seen, run, care),
        None => judge_claims(&witnesses, witnesses.play(run)?, run, care),
    })?;
    let context = Context { scenario: baseline, locale };
    let document = claims(context, &study.worlds, &results, care.replications);
    let document = what_if::granted(document, &options.reading, &options.rules);
    let tables = [("claims.csv", claims_csv(context, &study.worlds, &results, options.common.csv))];
    let written = output.write(&document, &tables, |_| None);
    tell(&document, written, options.common.quiet)
}

/// What replications that were simulated elsewhere say about each test: sixteen bytes for each.
fn seen_in(
    paths: Vec<PathBuf>,
    columns: &[Column],
    replications: u64,
) -> Result<Vec<Vec<Seen>>, Failure> {
    let (layout, mut replay) = (Layout::of(&[columns]), Replay::new(paths, 0, 1));
    let slice = &layout.slices()[0];
    let mut all = vec![Vec::new(); columns.len()];
    for _ in 0..replications {
        let own = replay.next(slice).map_err(|it| Failure::Work(it.to_string()))?;
        let numbers = own[0].total.iter().zip(&own[0].total_trials);
        for (&column, (&number, &trials)) in slice.columns[0].iter().zip(numbers) {
            all[column].push(Seen { number, trials });
        }
    }
    Ok(all)
}
