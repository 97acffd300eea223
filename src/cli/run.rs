//! `run`: every policy in parallel, the comparison, the files.

use super::failure::Failure;
use super::options::{Run, Scenario};
use super::{output, progress, study};
use crate::experiment::{Outcome, run_policies};
use crate::report::compose::{self, Told, files};
use crate::report::{
    Batch, CHARTS, Document, Locale, PAGE, ReportError, WORKBOOK, Word, add_report,
};
use crate::scenario::{Lang, Study};
use std::path::{Path, PathBuf};

/// Runs a scenario and leaves its files.
pub fn run(scenario: &Scenario, options: &Run) -> Result<(), Failure> {
    let study = study::read(scenario, &options.reading)?;
    let lang = options
        .reading
        .lang()
        .unwrap_or(study.baseline().scenario.lang);
    let study = study::choose(study, &options.policy, lang)?;
    let folder = folder(options, &study);
    is_writable(&folder, lang)?;
    let outcome = simulate(&study, options, lang)?;
    let locale = Locale::new(lang, &study.baseline().scenario.currency);
    let document = compose::run(&study, &outcome, locale);
    let written = write(&study, &outcome, &document, options, &folder)?;
    if options.quiet {
        return Ok(());
    }
    output::show(&compose::brief(&document))?;
    let folder = folder.display().to_string();
    let values = [("folder", &*folder), ("files", &*written.join(", "))];
    output::print(&format!("\n{}\n", Word::FilesWritten.filled(lang, &values)))
}

/// Where the files go.
pub fn folder(options: &Run, study: &Study) -> PathBuf {
    let usual = || Path::new("output").join(&study.baseline().scenario.name);
    options.out.clone().unwrap_or_else(usual)
}

/// Finds out before the work whether its results can be left where they belong.
pub fn is_writable(folder: &Path, lang: Lang) -> Result<(), Failure> {
    let mut probe = Batch::new(folder);
    probe
        .add("run.json", b"")
        .map_err(|it| Failure::File(it, lang))
}

/// Runs every policy, with a progress bar; stops when the user says so.
pub fn simulate(study: &Study, options: &Run, lang: Lang) -> Result<Outcome, Failure> {
    let stop = progress::listen_to_stop();
    let extent = options.extent(&study.baseline().scenario);
    let bar = progress::bar(extent.replications.most(), lang, options.quiet);
    let outcome = run_policies(
        &study.policies,
        extent,
        &|done| bar.set_position(done),
        stop,
    );
    bar.finish_and_clear();
    outcome.ok_or(Failure::Stopped(lang))
}

/// Writes every file, or none. Returns their names.
fn write(
    study: &Study,
    outcome: &Outcome,
    document: &Document,
    options: &Run,
    folder: &Path,
) -> Result<Vec<String>, Failure> {
    let lang = document.locale.lang;
    let failed = |error| Failure::File(error, lang);
    let scenario = &study.baseline().scenario;
    let (currency, dialect) = (&*scenario.currency, options.dialect());
    let mut batch = Batch::new(folder);
    let tables = [
        (
            "summary.csv",
            files::summary_csv(outcome, currency, dialect),
        ),
        (
            "monthly.csv",
            files::monthly_csv(outcome, currency, dialect),
        ),
        (
            "comparison.csv",
            files::comparison_csv(outcome, currency, dialect),
        ),
    ];
    let mut names = Vec::new();
    for (name, bytes) in &tables {
        batch.add(name, bytes).map_err(failed)?;
        names.push((*name).to_owned());
    }
    let reported = report(document, &mut batch, options.threads);
    names.extend(reported.map_err(|error| Failure::of_report(error, lang))?);
    let told = Told::new(study, outcome, document.locale);
    let about = files::run_json(told, &options.reading.set, &names);
    let about = serde_json::to_string_pretty(&about);
    let about = about.map_err(|error| Failure::Work(error.to_string()))? + "\n";
    batch.add("run.json", about.as_bytes()).map_err(failed)?;
    if progress::is_stopped() {
        return Err(Failure::Stopped(lang));
    }
    batch.commit().map_err(failed)?;
    let charts = document.charts().count();
    let mut said = vec![PAGE.to_owned(), WORKBOOK.to_owned()];
    said.extend(tables.iter().map(|it| it.0.to_owned()));
    said.extend([
        "run.json".to_owned(),
        format!("{CHARTS}/ ({charts} × png, svg)"),
    ]);
    Ok(said)
}

/// Makes the report with as many threads as were asked for.
pub fn report(
    document: &Document,
    batch: &mut Batch,
    threads: usize,
) -> Result<Vec<String>, ReportError> {
    match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.install(|| add_report(document, batch)),
        Err(_) => add_report(document, batch),
    }
}
