//! `claims`: every claim of the document, put to the test.

use super::failure::Failure;
use super::options::Scenario;
use super::output::tell;
use super::part_file::{PartFile, months_of};
use super::planning::Planning;
use super::shard::{Call, Cut};
use super::terminal;
use super::value::between;
use crate::plan::claims::{Care, Witnesses, judge_claims};
use crate::report::Word;
use crate::report::compose::Context;
use crate::report::compose::claims::{claims, claims_csv};
use clap::Args;

/// Replications of each value at which a break-even is looked for.
const BREAKEVEN: u64 = 12;
/// Replications of each policy, unless the command says otherwise.
const USUAL: u64 = 100;

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
        let months = months_of(&study);
        let name = shard.file_name();
        let mut part = PartFile::create(&output, &name, (&identity, shard), &months, locale)?;
        let witnesses = Witnesses::new(&study, seed, shard.range(all.end));
        let worked = options.work(&study, expected, |run| witnesses.play(run));
        let worked = worked.map(|played| {
            for ((replication, policies), readings) in witnesses.columns().zip(&played) {
                for ((key, columns), own) in policies.into_iter().zip(readings) {
                    part.push(replication, key, columns, own);
                }
            }
        });
        return part.finish(worked, options.common.quiet);
    }
    let witnesses = Witnesses::new(&study, seed, all);
    let replay = call.replay(&identity, scenario, locale)?;
    let played = replay.map(|mut replay| {
        let widths = witnesses.columns().map(|(_, policies)| {
            let widths: Vec<usize> = policies.iter().map(|it| it.1.len()).collect();
            replay.next(&widths).map_err(|it| Failure::Work(it.to_string()))
        });
        widths.collect::<Result<Vec<_>, _>>()
    });
    let played = played.transpose()?;
    let results = options.work(&study, expected, |run| match played {
        Some(played) => judge_claims(&witnesses, &played, run, care),
        None => judge_claims(&witnesses, &witnesses.play(run)?, run, care),
    })?;
    let context = Context { scenario: baseline, locale };
    let document = claims(context, &study.worlds, &results, care.replications);
    let tables = [("claims.csv", claims_csv(context, &study.worlds, &results, options.common.csv))];
    let written = output.write(&document, &tables, |_| None);
    tell(&document, written, options.common.quiet)
}
