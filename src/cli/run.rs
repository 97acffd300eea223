//! `run`: every policy in parallel, the comparison, the files.

use super::afford::Work;
use super::common::{Output, tell};
use super::failure::Failure;
use super::options::{Run, Scenario};
use super::{precise, progress, study};
use crate::experiment::{Outcome, run_policies};
use crate::plan::load::run_size::Volume;
use crate::report::Locale;
use crate::report::compose::run_json::Asked;
use crate::report::compose::{self, Told, run_csv};
use crate::scenario::{Lang, Study};
use std::path::{Path, PathBuf};

/// Runs a scenario and leaves its files.
pub fn run(scenario: &Scenario, options: &Run) -> Result<(), Failure> {
    let study = study::read(scenario, &options.reading)?;
    let lang = options.reading.lang().unwrap_or(study.baseline().scenario.lang);
    let study = study::choose(study, &options.policy, lang)?;
    let folder = folder(options, &study);
    let output = Output { folder: &folder, threads: options.threads };
    output.probe(lang)?;
    let outcome = simulate(&study, options, lang)?;
    let locale = Locale::new(lang, &study.baseline().scenario.currency);
    let mut document = compose::run(&study, &outcome, locale);
    let extent = options.extent(&study.baseline().scenario);
    let imprecise = precise::missed(extent, &outcome, locale);
    if let Some(caution) = &imprecise {
        precise::add(caution, &mut document);
    }
    let told = Told::new(&study, &outcome, locale);
    let (currency, dialect) = (&*study.baseline().scenario.currency, options.dialect());
    let tables = [
        ("summary.csv", run_csv::summary_csv(&outcome, currency, dialect)),
        ("monthly.csv", run_csv::monthly_csv(&outcome, currency, dialect)),
        ("comparison.csv", run_csv::comparison_csv(&outcome, currency, dialect)),
    ];
    let about = |files: &[String]| {
        let mut about = Asked { overrides: &options.reading.set, files }.of_run(told);
        let imprecise = imprecise.iter();
        imprecise.for_each(|caution| precise::tell(caution, &mut about));
        Some(about)
    };
    let written = output.write(&document, &tables, about);
    tell(&compose::brief(&document), written, options.quiet)
}

/// Where the files go.
pub(crate) fn folder(options: &Run, study: &Study) -> PathBuf {
    let usual = || Path::new("output").join(&study.baseline().scenario.name);
    options.out.clone().unwrap_or_else(usual)
}

/// Runs every policy, with a progress bar; stops when the user says so.
pub(crate) fn simulate(study: &Study, options: &Run, lang: Lang) -> Result<Outcome, Failure> {
    let stop = progress::listen_to_stop(lang);
    let extent = options.extent(&study.baseline().scenario);
    let baseline = &study.baseline().scenario;
    let volumes = study.policies.iter().map(|it| Volume::of(&it.scenario));
    let all = Work {
        volumes: volumes.collect(),
        replications: extent.replications.most(),
        threads: options.threads,
        yes: options.yes,
    };
    all.check(Locale::new(lang, &baseline.currency))?;
    let bar = progress::bar(extent.replications.most(), lang, options.quiet);
    let outcome = run_policies(&study.policies, extent, &|done| bar.set_position(done), stop);
    bar.finish_and_clear();
    outcome.ok_or(Failure::Stopped(lang))
}
