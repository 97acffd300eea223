//! A part as a file of a folder: begun under a temporary name, there under its own when it is whole.

use super::failure::Failure;
use super::output::Output;
use super::{progress, terminal};
use crate::measure::{Column, Readings};
use crate::parts::{Identity, PartWriter, Shard};
use crate::report::{Batch, FileError, Locale, Sentence, texts};
use crate::scenario::Study;
use std::path::PathBuf;

/// A part that is being written.
pub(crate) struct PartFile {
    batch: Batch,
    writer: PartWriter,
    path: PathBuf,
    locale: Locale,
}

impl PartFile {
    /// Begins the file of a shard whose numbers are told for these months, too.
    pub(crate) fn create(
        output: &Output,
        name: &str,
        (identity, shard): (&Identity, Shard),
        months: &[String],
        locale: Locale,
    ) -> Result<Self, Failure> {
        let path = output.folder.join(name);
        let mut batch = Batch::new(&output.folder);
        let file = batch.create(name).map_err(|it| Failure::File(it, locale.lang))?;
        let failed = |it| Failure::File(FileError::writing(&path, it), locale.lang);
        let writer = PartWriter::new(file, identity, shard, months).map_err(failed)?;
        Ok(Self { batch, writer, path, locale })
    }

    /// From here on replications are of these policies: their keys and columns.
    pub(crate) fn begin(&mut self, policies: &[(&str, &[Column])]) {
        self.writer.begin(policies);
    }

    /// Takes in what one replication gave, by policy; `false` where the file cannot be written, so that
    /// further work would be lost.
    pub(crate) fn push(&mut self, replication: u64, own: &[Readings]) -> bool {
        self.writer.push(replication, own);
        !self.writer.has_failed()
    }

    /// Gives the file its name after this work; a file that could not be written is why work was stopped.
    pub(crate) fn finish(self, worked: Result<(), Failure>, quiet: bool) -> Result<(), Failure> {
        let lang = self.locale.lang;
        if !self.writer.has_failed() {
            worked?;
        }
        progress::begin_writing();
        let failed = |it| Failure::File(FileError::writing(&self.path, it), lang);
        self.writer.finish().map_err(failed)?;
        self.batch.commit().map_err(|it| Failure::File(it, lang))?;
        if quiet {
            return Ok(());
        }
        let folder = self.path.parent().unwrap_or(&self.path).display();
        let files = self.path.file_name().unwrap_or_default().to_string_lossy();
        terminal::print(&format!("{}\n", texts::FilesWritten { folder, files }.in_lang(lang)), lang)
    }
}

/// The months of a study, as files name them.
pub(crate) fn months_of(study: &Study) -> Vec<String> {
    let timeline = &study.baseline().scenario.timeline;
    (0..timeline.months()).map(|it| timeline.label(it)).collect()
}
