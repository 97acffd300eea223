//! `run`: every policy in parallel, the comparison, the files.

use super::failure::Failure;
use super::options::{Common, Reading, Scenario};
use super::output::tell;
use super::part_file::{PartFile, months_of};
use super::rules::Rules;
use super::shard::{Call, Cut};
use super::value::Wrong;
use super::{precision, today, what_if};
use crate::experiment::{
    Extent, Precision, Replications, columns_of, merge_policies, run_policies_watched,
    simulate_policies,
};
use crate::measure::Readings;
use crate::parts::{Replay, Shard};
use crate::plan::load::run_size::Volume;
use crate::report::compose::run_json::Asked;
use crate::report::compose::{self, Told, run_csv};
use crate::report::{Word, texts};
use crate::scenario;
use clap::Args;
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

/// Runs a scenario and leaves its files.
pub(crate) fn run(scenario: &Scenario, arguments: &Arguments, call: &Call) -> Result<(), Failure> {
    let Arguments { reading, common, cut, .. } = arguments;
    let rules = &arguments.rules;
    let study = what_if::compared(scenario, reading, rules, &arguments.policy)?;
    let locale = reading.locale(&study);
    let output = common.output(&study);
    output.probe(locale.lang)?;
    if !common.quiet {
        today::doubt_start(&study, locale);
    }
    let extent = arguments.extent(&study.baseline().scenario);
    let most = extent.replications.most();
    let identity = call.identity(&study, extent.seed, most);
    let volumes = || study.policies.iter().map(|it| Volume::of(&it.scenario)).collect();
    let columns = columns_of(&study.policies);
    let begin = |name: &str, shard| {
        let months = months_of(&study);
        let mut part = PartFile::create(&output, name, (&identity, shard), &months, locale)?;
        let policies = study.policies.iter().zip(&columns);
        part.begin(&policies.map(|it| (&*it.0.key, &**it.1)).collect::<Vec<_>>());
        Ok::<_, Failure>(part)
    };
    if let Some(shard) = cut.shard {
        if let Replications::Until(..) = extent.replications {
            return Err(Failure::Input(Word::ShardOfPrecision.text(locale.lang).into()));
        }
        let mut part = begin(&shard.file_name(), shard)?;
        let range = shard.range(most);
        let worked =
            common.work(volumes(), range.end - range.start, locale, |progress, _, stop| {
                let mut look = |replication, all: &[Readings]| {
                    if !part.push(replication, all) {
                        stop.store(true, Ordering::Relaxed);
                    }
                };
                let extent = (range, extent.seed, common.threads);
                simulate_policies(&study.policies, extent, &mut look, progress, stop).then_some(())
            });
        return part.finish(worked, common.quiet);
    }
    let mut kept = match arguments.keep_replications {
        true => Some(begin(KEPT, Shard::WHOLE)?),
        false => None,
    };
    let mut done = 0;
    let mut look = |all: &[Readings]| {
        if let Some(kept) = &mut kept {
            kept.push(done, all);
        }
        done += 1;
    };
    let outcome = match call.replay(&identity, scenario, locale)? {
        Some(paths) => {
            let extent = (most, extent.seed, common.threads);
            let replay = |slice, of| Replay::new(paths.clone(), slice, of);
            let merged = common.watched(most, locale, |progress, _, stop| {
                merge_policies(&study.policies, extent, &replay, progress, stop)
            })?;
            merged.map_err(|it| Failure::Work(it.to_string()))?
        }
        None => common.work(volumes(), most, locale, |progress, _, stop| {
            run_policies_watched(&study.policies, extent, &mut look, progress, stop)
        })?,
    };
    let mut document = compose::run(&study, &outcome, locale);
    let imprecise = precision::missed(extent, &outcome, locale);
    if let Some(caution) = &imprecise {
        precision::add(caution, &mut document);
    }
    let told = Told::new(&study, &outcome, locale);
    let (currency, dialect) = (&*study.baseline().scenario.currency, common.csv);
    let tables = [
        ("summary.csv", run_csv::summary_csv(&outcome, currency, dialect)),
        ("monthly.csv", run_csv::monthly_csv(&outcome, currency, dialect)),
        ("comparison.csv", run_csv::comparison_csv(&outcome, currency, dialect)),
    ];
    let about = |files: &[String]| {
        let overrides = &reading.asked().into_iter().chain(rules.asked()).collect::<Vec<_>>();
        let mut about = Asked { overrides, files }.of_run(told);
        imprecise.iter().for_each(|caution| precision::tell(caution, &mut about));
        Some(about)
    };
    let written = output.write(&document, &tables, about);
    tell(&compose::brief(&document), written, common.quiet)?;
    kept.map_or(Ok(()), |it| it.finish(Ok(()), common.quiet))
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
