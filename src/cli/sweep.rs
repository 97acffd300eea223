//! `sweep`: many what-ifs of one department, each a scenario of its own on the same chance.
//!
//! Every point is a shard: a whole sweep makes the parts that are not there yet, and merges them.

use super::failure::Failure;
use super::options::{Common, Reading, Scenario};
use super::output::{Output, tell};
use super::part_file::{PartFile, months_of};
use super::rules::Rules;
use super::shard::{Call, Cut};
use super::value::{Wrong, between};
use super::{study, what_if};
use crate::experiment::{GrowingStudy, PolicyOutcome, columns_of, simulate_policies};
use crate::measure::Readings;
use crate::parts::{Identity, Layout, Part, Replay, Shard};
use crate::plan::load::run_size::Volume;
use crate::plan::sweep::{Lever, MOST_POINTS, Setting, grid, latin};
use crate::report::compose::Context;
use crate::report::compose::sweep::{self as compose, Swept};
use crate::report::{Locale, Word, texts};
use crate::scenario::{Hire, Policy, Study};
use clap::Args;
use sha2::{Digest, Sha256};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// Replications of each point, unless the command says otherwise.
const USUAL: u64 = 100;
/// The folder of what is done.
const POINTS: &str = "points";

/// What is varied.
#[derive(Args, Debug)]
#[group(skip)]
pub(crate) struct Arguments {
    #[command(flatten)]
    reading: Reading,
    /// Vary a value, such as --vary roles.engineer.headcount=1..6 or --vary PATH=5%..20%:4 for four values (repeatable)
    #[arg(long, value_name = "PATH=FROM..TO[:STEPS]", value_parser = lever)]
    vary: Vec<Lever>,
    /// So many points of a Latin hypercube instead of every combination
    #[arg(long, value_name = "N", value_parser = between(2, MOST_POINTS as u64), requires = "vary")]
    latin: Option<u64>,
    /// Points from a CSV file: a column for each path, a row for each point
    #[arg(long, value_name = "FILE", conflicts_with = "vary")]
    points: Option<PathBuf>,
    /// Take this policy instead of the first
    #[arg(long, value_name = "NAME")]
    policy: Option<String>,
    /// Replications of each point [default: 100]
    #[arg(long, value_name = "N", value_parser = between(2, 10_000_000))]
    replications: Option<u64>,
    #[command(flatten)]
    cut: Cut,
    #[command(flatten)]
    common: Common,
}

fn lever(text: &str) -> Result<Lever, Wrong> {
    Lever::read(text).ok_or_else(|| Wrong::expected(&Word::LeverExpected))
}

/// A sweep that is ready to be run.
struct Sweep<'a> {
    scenario: &'a Scenario,
    arguments: &'a Arguments,
    hires: Vec<Hire>,
    base: Study,
    paths: Vec<String>,
    points: Vec<Vec<Setting>>,
    seed: u64,
    replications: u64,
    locale: Locale,
}

/// Runs every point that is not done yet, and tells what all of them found.
pub(crate) fn run(scenario: &Scenario, arguments: &Arguments, call: &Call) -> Result<(), Failure> {
    let (reading, common) = (&arguments.reading, &arguments.common);
    let base = what_if::everywhere(scenario, reading)?;
    let locale = reading.locale(&base);
    study::require(&base, arguments.policy.as_slice(), locale.lang)?;
    let seed = common.seed(&base);
    let (paths, points, file) = arguments.design(seed, locale)?;
    let output = common.output(&base);
    output.probe(locale.lang)?;
    let total = points.len() as u64;
    let mut identity = call.identity(&base, seed, total);
    if let Some(digest) = file {
        let files = [&base.files[..], &[(String::new(), digest)]].concat();
        identity = Identity::new(&identity.command, &files, seed, total);
    }
    let hires = what_if::hires(reading, &base)?;
    let replications = arguments.replications.unwrap_or(USUAL);
    let sweep =
        Sweep { scenario, arguments, hires, base, paths, points, seed, replications, locale };
    if let Some(shard) = arguments.cut.shard {
        return sweep.shard(&output, &identity, shard);
    }
    let mut replay = match call.replay(&identity, scenario, locale)? {
        Some(paths) => Replay::new(paths, 0, 1),
        None => sweep.all(&output, &identity)?,
    };
    let found = sweep.found(&mut replay)?;
    let context = Context { scenario: &sweep.base.baseline().scenario, locale };
    let swept = Swept {
        context,
        paths: &sweep.paths,
        points: &sweep.points,
        found: &found,
        replications,
        seed,
    };
    let document = compose::sweep(swept);
    let document = what_if::granted(document, reading, &Rules::default());
    let tables = [("sweep.csv", compose::sweep_csv(swept, common.csv))];
    let written = output.write(&document, &tables, |_| None);
    tell(&document, written, common.quiet)
}

impl Arguments {
    /// Paths, points, and the digest of the file that they come from.
    #[allow(clippy::type_complexity, reason = "three things that are made together, once")]
    fn design(
        &self,
        seed: u64,
        locale: Locale,
    ) -> Result<(Vec<String>, Vec<Vec<Setting>>, Option<String>), Failure> {
        let wrong = |words: String| Err(Failure::Input(words));
        if let Some(path) = &self.points {
            let refused = |error: String| {
                let path = path.display().to_string();
                Failure::Input(locale.say(texts::PointsUnreadable { path, error }))
            };
            let bytes = std::fs::read(path).map_err(|it| refused(it.to_string()))?;
            let mut file = csv::Reader::from_reader(&bytes[..]);
            let header = file.headers().map_err(|it| refused(it.to_string()))?;
            let paths: Vec<String> = header.iter().map(|it| it.trim().to_owned()).collect();
            let rows: Result<Vec<_>, _> = file.records().collect();
            let rows = rows.map_err(|it| refused(it.to_string()))?;
            let points: Vec<Vec<Setting>> =
                rows.iter().map(|it| it.iter().map(Setting::of).collect()).collect();
            if points.is_empty() || points.len() > MOST_POINTS {
                return wrong(locale.say(texts::PointsTooMany { most: MOST_POINTS }));
            }
            let digest = Sha256::digest(&bytes).iter().map(|it| format!("{it:02x}")).collect();
            return Ok((paths, points, Some(digest)));
        }
        if self.vary.is_empty() {
            return wrong(locale.say(Word::NothingVaried));
        }
        let points = match self.latin {
            Some(count) => Some(latin(&self.vary, count as usize, seed)),
            None => grid(&self.vary),
        };
        let paths = self.vary.iter().map(|it| it.path.clone()).collect();
        match points {
            Some(points) => Ok((paths, points, None)),
            None => wrong(locale.say(texts::PointsTooMany { most: MOST_POINTS })),
        }
    }
}

impl Sweep<'_> {
    /// The scenario of a point, as a policy.
    fn policy(&self, point: u64) -> Result<Policy, Failure> {
        let reading = &self.arguments.reading;
        let settings = self.points[point as usize].iter().map(|it| it.text.clone());
        let settings = self.paths.iter().cloned().zip(settings);
        let overrides: Vec<_> = reading.overrides().into_iter().chain(settings).collect();
        let mut study = study::load_with(self.scenario, reading, &overrides)?;
        what_if::hire_everywhere(&mut study, &self.hires);
        if months_of(&study) != months_of(&self.base) {
            return Err(Failure::Input(self.locale.say(Word::SweepOfMonths)));
        }
        let named = |it: &Policy| self.arguments.policy.as_ref().is_none_or(|name| it.key == *name);
        let position = study.policies.iter().position(named).unwrap_or(0);
        let policy = study.policies.swap_remove(position);
        Ok(Policy { key: format!("point-{}", point + 1), ..policy })
    }

    /// Simulates some points into a part; `None` when stopped.
    fn simulate(
        &self,
        points: Range<u64>,
        part: &mut PartFile,
        progress: &(dyn Fn(u64) + Sync),
        stop: &AtomicBool,
    ) -> Option<Result<(), Failure>> {
        for (position, point) in points.enumerate() {
            let policy = match self.policy(point) {
                Ok(policy) => policy,
                Err(failure) => return Some(Err(failure)),
            };
            let policies = std::slice::from_ref(&policy);
            part.begin(&[(&policy.key, &columns_of(policies)[0])]);
            let mut look = |replication, all: &[Readings]| {
                if !part.push(replication, all) {
                    stop.store(true, Ordering::Relaxed);
                }
            };
            let before = position as u64 * self.replications;
            let extent = (0..self.replications, self.seed, self.arguments.common.threads);
            let progress = |done: u64| progress(before + done);
            simulate_policies(policies, extent, &mut look, &progress, stop).then_some(())?;
        }
        Some(Ok(()))
    }

    /// What is wrong with a point is told before hours of work.
    fn check(&self, points: Range<u64>) -> Result<(), Failure> {
        points.into_iter().try_for_each(|it| self.policy(it).map(drop))
    }

    fn begin(
        &self,
        output: &Output,
        identity: &Identity,
        shard: Shard,
    ) -> Result<PartFile, Failure> {
        let months = months_of(&self.base);
        PartFile::create(output, &shard.file_name(), (identity, shard), &months, self.locale)
    }

    fn work(
        &self,
        points: u64,
        work: impl FnOnce(&(dyn Fn(u64) + Sync), &AtomicBool) -> Option<Result<(), Failure>>,
    ) -> Result<(), Failure> {
        let volumes = vec![Volume::of(&self.base.baseline().scenario)];
        let most = points * self.replications;
        self.arguments
            .common
            .work(volumes, most, self.locale, |progress, _, stop| work(progress, stop))?
    }

    /// One shard: some of the points.
    fn shard(&self, output: &Output, identity: &Identity, shard: Shard) -> Result<(), Failure> {
        let range = shard.range(identity.total);
        self.check(range.clone())?;
        let mut part = self.begin(output, identity, shard)?;
        let worked = self.work(range.end - range.start, |progress, stop| {
            self.simulate(range, &mut part, progress, stop)
        });
        part.finish(worked, self.arguments.common.quiet)
    }

    /// Every point in a part of its own; those that are there are not done again.
    fn all(&self, output: &Output, identity: &Identity) -> Result<Replay, Failure> {
        self.check(0..identity.total)?;
        let output = Output { folder: output.folder.join(POINTS), ..output.clone() };
        let shards = (1..=identity.total).map(|number| Shard { number, of: identity.total });
        let path = |it: &Shard| output.folder.join(it.file_name());
        let is_done = |it: &Shard| is_part(&path(it), identity, *it);
        let (done, open): (Vec<Shard>, Vec<Shard>) = shards.clone().partition(is_done);
        let before = done.len() as u64 * self.replications;
        self.work(identity.total, |progress, stop| {
            for (position, &shard) in open.iter().enumerate() {
                let mut part = match self.begin(&output, identity, shard) {
                    Ok(part) => part,
                    Err(failure) => return Some(Err(failure)),
                };
                let before = before + position as u64 * self.replications;
                let progress = |it: u64| progress(before + it);
                let range = shard.range(identity.total);
                let worked = match self.simulate(range, &mut part, &progress, stop) {
                    None => Err(Failure::Stopped(self.locale.lang)),
                    Some(worked) => worked,
                };
                if let Err(failure) = part.finish(worked, true) {
                    return Some(Err(failure));
                }
            }
            Some(Ok(()))
        })?;
        Ok(Replay::new(shards.map(|it| path(&it)).collect(), 0, 1))
    }

    /// What every point found.
    fn found(&self, replay: &mut Replay) -> Result<Vec<PolicyOutcome>, Failure> {
        let found = |point: u64| {
            let policies = [self.policy(point)?];
            let layout = Layout::of(&[&columns_of(&policies)[0]]);
            let growing = GrowingStudy::new(&policies, self.seed, 1);
            let mut growing = growing.ok_or(Failure::Stopped(self.locale.lang))?;
            for _ in 0..self.replications {
                let readings = replay.next(&layout.slices()[0]);
                growing.take(&readings.map_err(|it| Failure::Work(it.to_string()))?);
            }
            let mut outcome = growing.outcome().policies.swap_remove(0);
            outcome.monthly = Vec::new();
            Ok(outcome)
        };
        (0..self.points.len() as u64).map(found).collect()
    }
}

fn is_part(path: &Path, identity: &Identity, shard: Shard) -> bool {
    Part::open(path).is_ok_and(|it| it.identity == *identity && it.shard == shard)
}
