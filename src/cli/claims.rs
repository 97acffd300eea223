//! `claims`: every claim of the document, put to the test.

use super::common::{Options, tell};
use super::failure::Failure;
use super::options::Scenario;
use super::output;
use crate::plan::claims::{Care, test_claims};
use crate::plan::search::evaluator::Run;
use crate::report::compose::Context;
use crate::report::compose::claims::{claims, claims_csv};
use crate::report::{Locale, Word};
use clap::Args;

/// Replications of each value at which a break-even is looked for.
const BREAKEVEN: u64 = 12;
/// Replications of each policy, unless the command says otherwise.
const USUAL: u64 = 100;

/// How claims are tested.
#[derive(Args, Clone, Debug, Default)]
#[group(skip)]
pub(crate) struct Arguments {
    #[command(flatten)]
    options: Options,
    /// Replications of each policy that a claim names [default: 100]
    #[arg(long, value_name = "N", value_parser = super::value::between(10, 1_000_000))]
    replications: Option<u64>,
    /// Do not look for the values at which claims would hold
    #[arg(long)]
    no_breakeven: bool,
}

/// Tests the claims, prints the verdicts and leaves `claims.csv`.
pub fn run(scenario: &Scenario, arguments: &Arguments) -> Result<(), Failure> {
    let options = &arguments.options;
    let study = options.study(scenario)?;
    let lang = options.lang(&study);
    let baseline = &study.baseline().scenario;
    if baseline.claims.is_empty() {
        return output::print(&format!("{}\n", Word::NoClaims.text(lang)), lang);
    }
    let folder = options.folder(&study);
    options.output(&folder).probe(lang)?;
    let care = Care {
        replications: arguments.replications.unwrap_or(USUAL),
        breakeven: if arguments.no_breakeven { 0 } else { BREAKEVEN },
    };
    let tests = baseline.claims.iter().flat_map(|it| &it.tests);
    let turning = tests.filter(|it| it.breakeven.is_some()).count();
    let expected = 5 * care.replications as usize + turning * 25 * care.breakeven as usize;
    let seed = options.seed(&study);
    let results = options.work(&study, expected, |progress, stop| {
        let run = Run::new(seed, options.threads, progress, stop);
        test_claims(&study, &run, care)
    })?;
    let context = Context { scenario: baseline, locale: Locale::new(lang, &baseline.currency) };
    let document = claims(context, &results, care.replications);
    let tables = [("claims.csv", claims_csv(context, &results, options.dialect()))];
    let written = options.output(&folder).write(&document, &tables, |_| None);
    tell(&document, written, options.quiet)
}
