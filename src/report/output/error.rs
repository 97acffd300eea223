//! Why a file could not be written, in words.

use crate::report::{Sentence, Word, texts};
use crate::scenario::Lang;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why a file could not be written.
#[derive(Debug)]
pub(crate) struct FileError {
    pub(super) path: PathBuf,
    pub(super) task: Task,
    pub(super) source: io::Error,
}

/// What was being done.
#[derive(Clone, Copy, Debug)]
pub(super) enum Task {
    CreateFolder,
    Write,
    Print,
}

impl FileError {
    /// Of a file that was to be written.
    pub(crate) fn writing(path: &Path, source: io::Error) -> Self {
        Self { path: path.into(), task: Task::Write, source }
    }

    pub(crate) fn printing(source: io::Error) -> Self {
        Self { path: PathBuf::new(), task: Task::Print, source }
    }

    /// The path and the reason in the user's language.
    pub(crate) fn words(&self, lang: Lang) -> String {
        let reason = match self.source.kind() {
            ErrorKind::PermissionDenied => Word::NoPermission.text(lang).to_owned(),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Word::DiskFull.text(lang).into(),
            ErrorKind::FileTooLarge => Word::FileTooLarge.text(lang).into(),
            ErrorKind::ReadOnlyFilesystem => Word::ReadOnly.text(lang).into(),
            ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
                Word::NotAFolder.text(lang).into()
            }
            ErrorKind::IsADirectory => Word::IsAFolder.text(lang).into(),
            ErrorKind::NotFound => Word::Missing.text(lang).into(),
            // Rare: in the words of the operating system.
            _ => self.source.to_string(),
        };
        let path = self.path.display();
        match self.task {
            Task::CreateFolder => texts::CannotCreateFolder { path, reason }.in_lang(lang),
            Task::Write => texts::CannotWrite { path, reason }.in_lang(lang),
            Task::Print => texts::CannotPrint { reason }.in_lang(lang),
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.words(Lang::En))
    }
}

impl std::error::Error for FileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}
