//! What the commands of planning share: options, the scenario to plan from, the files they leave.

use super::estimate::Work;
use super::failure::Failure;
use super::options::{CsvFormat, Reading, Scenario};
use super::{options, output, progress, study};
use crate::plan::load::run_size::Volume;
use crate::report::csv::Dialect;
use crate::report::{
    Batch, CHARTS, Document, Locale, PAGE, ReportError, Sentence, WORKBOOK, add_report, texts,
};
use crate::scenario::{Lang, Study};
use clap::Args;
use std::path::{Path, PathBuf};

/// What tells about the files of a run.
const ABOUT: &str = "run.json";

/// How planning is done and what it leaves behind.
#[derive(Args, Clone, Debug, Default)]
#[group(skip)]
pub struct Options {
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// Take this policy instead of the first as what is now
    #[arg(long, value_name = "NAME")]
    pub(crate) policy: Option<String>,
    /// Where all chance begins [default: the scenario's]
    #[arg(long, value_name = "N", value_parser = super::value::seed)]
    pub seed: Option<u64>,
    /// Threads; 0: one for each processor
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = options::threads)]
    pub threads: usize,
    /// Folder for the files [default: output/<scenario name>]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Format of CSV files; excel-ru: semicolon, decimal comma, byte order mark
    #[arg(long, value_name = "FORMAT", default_value = "plain")]
    pub(crate) csv: CsvFormat,
    /// Begin even what is estimated to take more than 12 hours, or more memory than there is
    #[arg(long)]
    pub(crate) yes: bool,
    /// Print nothing but errors
    #[arg(long)]
    pub(crate) quiet: bool,
}

impl Options {
    /// Reads the scenario; the policy that was chosen stands first.
    pub(crate) fn study(&self, scenario: &Scenario) -> Result<Study, Failure> {
        let mut study = study::read(scenario, &self.reading)?;
        let Some(name) = &self.policy else {
            return Ok(study);
        };
        let lang = self.lang(&study);
        // Complains about a policy that is not there.
        study::choose(study.clone(), std::slice::from_ref(name), lang)?;
        if let Some(position) = study.policies.iter().position(|it| it.key == *name) {
            let chosen = study.policies.remove(position);
            study.policies.insert(0, chosen);
        }
        Ok(study)
    }

    /// The language of results.
    pub(crate) fn lang(&self, study: &Study) -> Lang {
        self.reading.lang().unwrap_or(study.baseline().scenario.lang)
    }

    /// How CSV files are written.
    pub(crate) fn dialect(&self) -> Dialect {
        match self.csv {
            CsvFormat::Plain => Dialect::Plain,
            CsvFormat::ExcelRu => Dialect::ExcelRu,
        }
    }

    /// Where all chance begins.
    pub(crate) fn seed(&self, study: &Study) -> u64 {
        self.seed.unwrap_or(study.baseline().scenario.seed)
    }

    /// Where the files go.
    pub(crate) fn folder(&self, study: &Study) -> PathBuf {
        let usual = || Path::new("output").join(&study.baseline().scenario.name);
        self.out.clone().unwrap_or_else(usual)
    }

    /// Does long work with a progress bar, unless it would be too long; stops when the user says so.
    pub(crate) fn work<R>(
        &self,
        study: &Study,
        expected: usize,
        work: impl FnOnce(&(dyn Fn(usize) + Sync), &std::sync::atomic::AtomicBool) -> Option<R>,
    ) -> Result<R, Failure> {
        let lang = self.lang(study);
        let scenario = &study.baseline().scenario;
        let all = Work {
            volumes: vec![Volume::of(scenario)],
            replications: expected as u64,
            threads: self.threads,
            yes: self.yes,
        };
        all.check(Locale::new(lang, &scenario.currency))?;
        let stop = progress::listen_to_stop(lang);
        let bar = progress::bar(expected as u64, lang, self.quiet);
        let hear = |done: usize| {
            let done = done as u64;
            // A guess that was too low must not look like the end.
            if bar.length().is_some_and(|it| done >= it) {
                bar.set_length(done + done / 10 + 1);
            }
            bar.set_position(done);
        };
        let done = work(&hear, stop);
        bar.finish_and_clear();
        done.ok_or(Failure::Stopped(lang))
    }

    /// Where the files go.
    pub(crate) fn output<'a>(&self, folder: &'a Path) -> Output<'a> {
        Output { folder, threads: self.threads }
    }
}

/// Tells what was found, and where it was written. What hours of work have found is told even where its
/// files could not be written; quietly, only that is.
pub(crate) fn tell(
    document: &Document,
    written: Result<String, Failure>,
    quiet: bool,
) -> Result<(), Failure> {
    if quiet || matches!(written, Err(Failure::Stopped(_))) {
        return written.map(drop);
    }
    output::show(document)?;
    output::print(&written?, document.locale.lang)
}

/// The folder of results, and the threads that make them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output<'a> {
    /// The folder.
    pub(crate) folder: &'a Path,
    /// Threads; 0: one for each processor.
    pub(crate) threads: usize,
}

impl Output<'_> {
    /// Finds out before the work whether its results can be left where they belong.
    pub(crate) fn probe(self, lang: Lang) -> Result<(), Failure> {
        let mut probe = Batch::new(self.folder);
        let probed = probe.add("report.html", b"");
        probed.map_err(|it| Failure::File(it, lang))
    }

    /// Writes the report, its tables and what else is told `about` it (`run.json`), or nothing; says what
    /// was written.
    pub(crate) fn write(
        self,
        document: &Document,
        tables: &[(&str, Vec<u8>)],
        about: impl FnOnce(&[String]) -> Option<serde_json::Value>,
    ) -> Result<String, Failure> {
        let lang = document.locale.lang;
        let failed = |error| Failure::File(error, lang);
        progress::begin_writing();
        let mut batch = Batch::new(self.folder);
        let mut names: Vec<String> = Vec::new();
        for (name, bytes) in tables {
            batch.add(name, bytes).map_err(failed)?;
            names.push((*name).to_owned());
        }
        let mut said = vec![PAGE.to_owned(), WORKBOOK.to_owned()];
        said.extend(names.iter().cloned());
        let reported = self.report(document, &mut batch);
        names.extend(reported.map_err(|error| Failure::of_report(error, lang))?);
        if let Some(about) = about(&names) {
            let about = serde_json::to_string_pretty(&about);
            let about = about.map_err(|error| Failure::Work(error.to_string()))? + "\n";
            batch.add(ABOUT, about.as_bytes()).map_err(failed)?;
            said.push(ABOUT.into());
        }
        for name in stale_charts(self.folder, &names) {
            batch.retire(name);
        }
        if progress::is_stopped() {
            return Err(Failure::Stopped(lang));
        }
        batch.commit().map_err(failed)?;
        let charts = document.charts().count();
        if charts > 0 {
            said.push(format!("{CHARTS}/ ({charts} × png, svg)"));
        }
        let folder = self.folder.display().to_string();
        Ok(format!("\n{}\n", texts::FilesWritten { folder, files: said.join(", ") }.in_lang(lang)))
    }

    /// Makes the report with as many threads as were asked for.
    fn report(self, document: &Document, batch: &mut Batch) -> Result<Vec<String>, ReportError> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(self.threads);
        match pool.build() {
            Ok(pool) => pool.install(|| add_report(document, batch)),
            Err(_) => add_report(document, batch),
        }
    }
}

/// Charts that the run before has left in a folder and this one does not draw: they belong to a page that
/// will be replaced. Only those that `run.json` names; what a user has put there stays.
fn stale_charts(folder: &Path, names: &[String]) -> Vec<String> {
    let before = std::fs::read(folder.join(ABOUT)).unwrap_or_default();
    let before: serde_json::Value = serde_json::from_slice(&before).unwrap_or_default();
    if before["program"] != "staffcast" {
        return Vec::new();
    }
    let listed = before["files"].as_array().into_iter().flatten();
    let listed = listed.filter_map(|it| it.as_str());
    let charts = listed.filter(|it| Path::new(it).starts_with(CHARTS));
    let stale = charts.filter(|it| !names.iter().any(|name| name == it));
    stale.map(str::to_owned).collect()
}
