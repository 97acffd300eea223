//! `run`: every policy in parallel, the comparison, the files.

use super::failure::Failure;
use super::options::{Common, Reading, Scenario};
use super::output::{Output, tell};
use super::part_file::{PartFile, months_of};
use super::rules::Rules;
use super::shard::{Call, Cut};
use super::value::Wrong;
use super::{precision, today, what_if};
use crate::experiment::{
    Extent, Outcome, Precision, Replications, columns_of, merge_policies, run_policies_watched,
    simulate_policies,
};
use crate::measure::Readings;
use crate::parts::{Identity, Replay, Shard};
use crate::plan::load::run_size::Volume;
use crate::report::compose::run_json::Asked;
use crate::report::compose::{self, Told, run_csv};
use crate::report::{Locale, Word, texts};
use crate::scenario::{self, Study};
use clap::Args;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

/// Percentage points of `--replications auto`.
const POINTS: f64 = 2.0;
/// Where `--precision` gives up.
const MOST: u64 = 10_000;
/// The most that `--replications` takes.
const MOST_WANTED: u64 = 10_000_000;

/// What is to be run.
#[derive(Args, Debug)]
#[group(skip)]
pub(crate) struct Arguments {
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    rules: Rules,
    /// Only these policies, beside the baseline (repeatable)
    #[arg(long, value_name = "NAME")]
    policy: Vec<String>,
    /// Replications of each policy, or auto [default: the scenario's]
    #[arg(long, value_name = "N|auto", allow_negative_numbers = true, value_parser = wanted)]
    replications: Option<Wanted>,
    /// Stop when the share in time of every SLA is known to so many percentage points
    #[arg(long, value_name = "PP", allow_negative_numbers = true, value_parser = points)]
    precision: Option<f64>,
    /// Leave the numbers of every replication, too: replications.parquet
    #[arg(long)]
    keep_replications: bool,
    #[command(flatten)]
    cut: Cut,
    #[command(flatten)]
    common: Common,
}

/// How many replications were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// As many as it takes.
    Auto,
    /// So many.
    Exactly(u64),
}

/// Where all replications of a whole run are kept.
const KEPT: &str = "replications.parquet";

/// A run that is ready to begin.
struct Run<'a> {
    arguments: &'a Arguments,
    study: Study,
    locale: Locale,
    output: Output,
    extent: Extent,
    identity: Identity,
}

/// Runs a scenario and leaves its files.
pub(crate) fn run(scenario: &Scenario, arguments: &Arguments, call: &Call) -> Result<(), Failure> {
    let Arguments { reading, common, rules, .. } = arguments;
    let study = what_if::compared(scenario, reading, rules, &arguments.policy)?;
    let locale = reading.locale(&study);
    let output = common.output(&study);
    output.probe(locale.lang)?;
    if !common.quiet {
        today::doubt_start(&study, locale);
    }
    let extent = arguments.extent(&study.baseline().scenario);
    let identity = call.identity(&study, extent.seed, extent.replications.most());
    let replay = call.replay(&identity, scenario, locale)?;
    let run = Run { arguments, study, locale, output, extent, identity };
    match (arguments.cut.shard, replay) {
        (Some(shard), _) => run.shard(shard),
        (None, Some(parts)) => run.report(&run.merged(&parts)?),
        (None, None) => run.whole(),
    }
}

impl Run<'_> {
    /// Begins a file of replications.
    fn begin(&self, name: &str, shard: Shard) -> Result<PartFile, Failure> {
        let months = months_of(&self.study);
        let identity = (&self.identity, shard);
        let mut part = PartFile::create(&self.output, name, identity, &months, self.locale)?;
        let columns = columns_of(&self.study.policies);
        let policies = self.study.policies.iter().zip(&columns);
        part.begin(&policies.map(|it| (&*it.0.key, &**it.1)).collect::<Vec<_>>());
        Ok(part)
    }

    fn volumes(&self) -> Vec<Volume> {
        self.study.policies.iter().map(|it| Volume::of(&it.scenario)).collect()
    }

    /// One piece of the work, without a report.
    fn shard(&self, shard: Shard) -> Result<(), Failure> {
        if let Replications::Until(..) = self.extent.replications {
            return Err(Failure::Input(Word::ShardOfPrecision.text(self.locale.lang).into()));
        }
        let common = &self.arguments.common;
        let mut part = self.begin(&shard.file_name(), shard)?;
        let range = shard.range(self.identity.total);
        let most = range.end - range.start;
        let worked = common.work(self.volumes(), most, self.locale, |progress, _, stop| {
            let mut look = |replication, all: &[Readings]| {
                if !part.push(replication, all) {
                    stop.store(true, Ordering::Relaxed);
                }
            };
            let extent = (range, self.extent.seed, common.threads);
            let policies = &self.study.policies;
            simulate_policies(policies, extent, &mut look, progress, stop).then_some(())
        });
        part.finish(worked, common.quiet)
    }

    /// All of it: simulated, kept where that is asked for, and told.
    fn whole(&self) -> Result<(), Failure> {
        let Arguments { common, keep_replications, .. } = self.arguments;
        let mut kept = keep_replications.then(|| self.begin(KEPT, Shard::WHOLE)).transpose()?;
        let mut done = 0;
        let mut look = |all: &[Readings]| {
            if let Some(kept) = &mut kept {
                kept.push(done, all);
            }
            done += 1;
        };
        let (most, policies) = (self.identity.total, &self.study.policies);
        let outcome = common.work(self.volumes(), most, self.locale, |progress, _, stop| {
            run_policies_watched(policies, self.extent, &mut look, progress, stop)
        })?;
        self.report(&outcome)?;
        kept.map_or(Ok(()), |it| it.finish(Ok(()), common.quiet))
    }

    /// What was simulated elsewhere.
    fn merged(&self, parts: &[PathBuf]) -> Result<Outcome, Failure> {
        let (most, common) = (self.identity.total, &self.arguments.common);
        let extent = (most, self.extent.seed, common.threads);
        let replay = |slice, of| Replay::new(parts.to_vec(), slice, of);
        let merged = common.watched(most, self.locale, |progress, _, stop| {
            merge_policies(&self.study.policies, extent, &replay, progress, stop)
        })?;
        merged.map_err(|it| Failure::Work(it.to_string()))
    }

    /// The files of the report, and its first lines.
    fn report(&self, outcome: &Outcome) -> Result<(), Failure> {
        let Self { arguments, study, locale, .. } = self;
        let Arguments { reading, rules, common, .. } = arguments;
        let mut document = compose::run(study, outcome, *locale);
        let imprecise = precision::missed(self.extent, outcome, *locale);
        if let Some(caution) = &imprecise {
            precision::add(caution, &mut document);
        }
        let told = Told::new(study, outcome, *locale);
        let (currency, dialect) = (&*study.baseline().scenario.currency, common.csv);
        let tables = [
            ("summary.csv", run_csv::summary_csv(outcome, currency, dialect)),
            ("monthly.csv", run_csv::monthly_csv(outcome, currency, dialect)),
            ("comparison.csv", run_csv::comparison_csv(outcome, currency, dialect)),
        ];
        let about = |files: &[String]| {
            let overrides = &reading.asked().into_iter().chain(rules.asked()).collect::<Vec<_>>();
            let mut about = Asked { overrides, files }.of_run(told);
            imprecise.iter().for_each(|caution| precision::tell(caution, &mut about));
            Some(about)
        };
        let written = self.output.write(&document, &tables, about);
        tell(&compose::brief(&document), written, common.quiet)
    }
}

impl Arguments {
    /// How the scenario is to be run.
    fn extent(&self, scenario: &scenario::Scenario) -> Extent {
        let until = |points: f64, most: u64| {
            Replications::Until(Precision::percentage_points(points), most)
        };
        let replications = match (self.replications, self.precision) {
            (None, None) => Replications::Exactly(scenario.replications as u64),
            (Some(Wanted::Exactly(n)), None) => Replications::Exactly(n),
            (Some(Wanted::Exactly(most)), Some(points)) => until(points, most),
            (_, points) => until(points.unwrap_or(POINTS), MOST),
        };
        let seed = self.common.seed.unwrap_or(scenario.seed);
        Extent { replications, seed, threads: self.common.threads }
    }
}

fn wanted(text: &str) -> Result<Wanted, Wrong> {
    match (text, text.parse()) {
        ("auto", _) => Ok(Wanted::Auto),
        (_, Ok(n @ 1..=MOST_WANTED)) => Ok(Wanted::Exactly(n)),
        _ => Err(Wrong::expected(&texts::NumberOrAuto { most: MOST_WANTED })),
    }
}

fn points(text: &str) -> Result<f64, Wrong> {
    match text.parse() {
        Ok(points) if points > 0.0 && points <= 100.0 => Ok(points),
        _ => Err(Wrong::expected(&Word::PointsAboveZero)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replications_are_a_number_or_auto() {
        assert_eq!(wanted("50"), Ok(Wanted::Exactly(50)));
        assert_eq!(wanted("auto"), Ok(Wanted::Auto));
        for wrong in ["0", "-1", "many", "1e3", "99999999999"] {
            assert!(wanted(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn precision_is_above_zero() {
        assert_eq!(points("0.5"), Ok(0.5));
        for wrong in ["0", "-1", "NaN", "inf", "x"] {
            assert!(points(wrong).is_err(), "{wrong}");
        }
    }
}
