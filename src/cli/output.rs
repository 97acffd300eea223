//! The files that a command leaves: written together, reported in one line.

use super::failure::Failure;
use super::{progress, terminal};
use crate::report::{
    Batch, CHARTS, Document, EXCEL, PAGE, ReportError, Sentence, WORKBOOK, add_report, for_excel,
    texts,
};
use crate::scenario::Lang;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// What the program, the scenario and the list of files are recorded in.
const ABOUT: &str = "run.json";

/// Prints what was found and where it was written: results of hours of work are printed even when their
/// files could not be written. A quiet command reports only a failure.
pub(crate) fn tell(
    document: &Document,
    written: Result<String, Failure>,
    quiet: bool,
) -> Result<(), Failure> {
    if quiet || matches!(written, Err(Failure::Stopped(_))) {
        return written.map(drop);
    }
    terminal::show(document)?;
    terminal::say(&written?, document.locale.lang)
}

/// The folder of results, and the threads that make them.
#[derive(Clone, Debug)]
pub(crate) struct Output {
    /// The folder.
    pub(crate) folder: PathBuf,
    /// Threads; 0: one for each processor.
    pub(crate) threads: usize,
}

impl Output {
    /// Fails early, before hours of work, where the results could not be written.
    pub(crate) fn probe(&self, lang: Lang) -> Result<(), Failure> {
        let probed = Batch::new(&self.folder).add(PAGE, b"");
        probed.map_err(|it| Failure::File(it, lang))
    }

    /// Writes the report, its tables and what `about` returns (`run.json`): all of them or none. Returns the
    /// line that tells the user what was written.
    pub(crate) fn write(
        &self,
        document: &Document,
        tables: &[(&str, Vec<u8>)],
        about: impl FnOnce(&[String]) -> Option<Value>,
    ) -> Result<String, Failure> {
        let lang = document.locale.lang;
        let failed = |error| Failure::File(error, lang);
        progress::begin_writing();
        let mut batch = Batch::new(&self.folder);
        let mut names: Vec<String> = Vec::new();
        for (name, bytes) in tables {
            batch.add(name, bytes).map_err(failed)?;
            names.push((*name).to_owned());
        }
        // Beside the tables that other programs read, those that people open.
        let for_people = tables.iter().filter(|it| it.0.ends_with(".csv"));
        let for_people: Vec<(String, Vec<u8>)> = for_people
            .filter_map(|it| Some((format!("{EXCEL}/{}", it.0), for_excel(&it.1, lang)?)))
            .collect();
        for (name, bytes) in &for_people {
            batch.add(name, bytes).map_err(failed)?;
        }
        let mut said = vec![PAGE.to_owned(), WORKBOOK.to_owned()];
        said.extend(names.iter().cloned());
        names.extend(for_people.iter().map(|it| it.0.clone()));
        let reported = self.report(document, &mut batch);
        names.extend(reported.map_err(|error| Failure::of_report(error, lang))?);
        if let Some(about) = about(&names) {
            let about = serde_json::to_string_pretty(&about);
            let about = about.map_err(|error| Failure::Work(error.to_string()))? + "\n";
            batch.add(ABOUT, about.as_bytes()).map_err(failed)?;
            said.push(ABOUT.into());
        }
        for name in stale(&self.folder, &names) {
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
        if !for_people.is_empty() {
            said.push(format!("{EXCEL}/ ({} × csv)", for_people.len()));
        }
        let folder = self.folder.display().to_string();
        Ok(texts::FilesWritten { folder, files: said.join(", ") }.in_lang(lang))
    }

    /// Makes the report with as many threads as were asked for.
    fn report(&self, document: &Document, batch: &mut Batch) -> Result<Vec<String>, ReportError> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(self.threads);
        match pool.build() {
            Ok(pool) => pool.install(|| add_report(document, batch)),
            Err(_) => add_report(document, batch),
        }
    }
}

/// Charts of the previous run that this one does not draw, and tables for a spreadsheet of another
/// language: what they belong to will be replaced.
/// Only those listed in the previous `run.json`, so that files of the user stay.
fn stale(folder: &Path, names: &[String]) -> Vec<String> {
    let before = std::fs::read(folder.join(ABOUT)).unwrap_or_default();
    let before: Value = serde_json::from_slice(&before).unwrap_or_default();
    if before["program"] != "staffcast" {
        return Vec::new();
    }
    let listed = before["files"].as_array().into_iter().flatten();
    let listed = listed.filter_map(|it| it.as_str());
    let own = |it: &&str| [CHARTS, EXCEL].iter().any(|folder| Path::new(it).starts_with(folder));
    let stale = listed.filter(own).filter(|it| !names.iter().any(|name| name == it));
    stale.map(str::to_owned).collect()
}
