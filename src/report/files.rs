//! Files that are there in full or not at all.
//!
//! Each is written beside its place under another name; all are renamed when all were written,
//! so that an interrupted run leaves the results of the run before.

use super::words::Word;
use crate::scenario::Lang;
use std::fmt;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Files that belong together.
pub struct Batch {
    folder: PathBuf,
    waiting: Vec<(NamedTempFile, PathBuf)>,
}

/// Why a file could not be written.
#[derive(Debug)]
pub struct FileError {
    path: PathBuf,
    doing: Doing,
    source: io::Error,
}

#[derive(Clone, Copy, Debug)]
enum Doing {
    CreateFolder,
    Write,
}

impl Batch {
    /// Nothing yet, to be put into a folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            waiting: Vec::new(),
        }
    }

    /// Writes a file under another name; `name` may have folders in it.
    pub fn add(&mut self, name: impl AsRef<Path>, bytes: &[u8]) -> Result<(), FileError> {
        let path = self.folder.join(name);
        let file = write_beside(&path, bytes)?;
        self.waiting.push((file, path));
        Ok(())
    }

    /// Gives every file its name, and says what was written.
    pub fn commit(self) -> Result<Vec<PathBuf>, FileError> {
        // Whatever stands in the way is found before the first file is replaced.
        for (_, path) in &self.waiting {
            if path.is_dir() {
                let source = ErrorKind::IsADirectory.into();
                return Err(FileError {
                    path: path.clone(),
                    doing: Doing::Write,
                    source,
                });
            }
        }
        let rename = |(file, path): (NamedTempFile, PathBuf)| match file.persist(&path) {
            Ok(_) => Ok(path),
            Err(error) => Err(FileError {
                path,
                doing: Doing::Write,
                source: error.error,
            }),
        };
        self.waiting.into_iter().map(rename).collect()
    }
}

fn write_beside(path: &Path, bytes: &[u8]) -> Result<NamedTempFile, FileError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(folder).map_err(|source| FileError {
        path: folder.into(),
        doing: Doing::CreateFolder,
        source,
    })?;
    let write = || {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".staffcast-").suffix(".tmp");
        // A temporary file is private by default; a result is as readable as any new file.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.flush()?;
        Ok(file)
    };
    write().map_err(|source| FileError {
        path: path.into(),
        doing: Doing::Write,
        source,
    })
}

impl FileError {
    /// The path and the reason in the user's language.
    pub fn words(&self, lang: Lang) -> String {
        let doing = match self.doing {
            Doing::CreateFolder => Word::CannotCreateFolder,
            Doing::Write => Word::CannotWrite,
        };
        let reason = match self.source.kind() {
            ErrorKind::PermissionDenied => Word::NoPermission.text(lang).to_owned(),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Word::DiskFull.text(lang).into(),
            ErrorKind::ReadOnlyFilesystem => Word::ReadOnly.text(lang).into(),
            ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
                Word::NotAFolder.text(lang).into()
            }
            ErrorKind::IsADirectory => Word::IsAFolder.text(lang).into(),
            ErrorKind::NotFound => Word::Missing.text(lang).into(),
            // The system's own words for what is rare.
            _ => self.source.to_string(),
        };
        let path = self.path.display().to_string();
        doing.filled(lang, &[("path", &path), ("reason", &reason)])
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

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn files_appear_together_in_folders_that_are_made() {
        let root = tempfile::tempdir().unwrap();
        let out = root.path().join("output/pass24");
        let mut batch = Batch::new(&out);
        batch.add("summary.csv", b"a,b\n").unwrap();
        batch.add("charts/sla.svg", b"<svg/>").unwrap();
        assert!(!out.join("summary.csv").exists());
        let written = batch.commit().unwrap();
        assert_eq!(
            written,
            [out.join("summary.csv"), out.join("charts/sla.svg")]
        );
        assert_eq!(std::fs::read(out.join("summary.csv")).unwrap(), b"a,b\n");
        assert_eq!(names(&out.join("charts")), ["sla.svg"]);
    }

    #[test]
    fn what_is_not_committed_leaves_no_trace() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join("summary.csv"), "old").unwrap();
        let mut batch = Batch::new(root.path());
        batch.add("summary.csv", b"new").unwrap();
        drop(batch);
        assert_eq!(names(root.path()), ["summary.csv"]);
        assert_eq!(
            std::fs::read(root.path().join("summary.csv")).unwrap(),
            b"old"
        );
    }

    #[test]
    fn a_file_where_a_folder_should_be_is_said_in_words() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join("charts"), "").unwrap();
        let error = Batch::new(root.path())
            .add("charts/sla.svg", b"")
            .unwrap_err();
        let words = error.words(Lang::Ru);
        assert!(words.starts_with("не удалось создать папку `"), "{words}");
        assert!(words.ends_with("стоит файл, а не папка"), "{words}");
    }

    #[test]
    fn a_folder_in_the_place_of_a_file_stops_all_before_one_is_replaced() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("b.csv")).unwrap();
        let mut batch = Batch::new(root.path());
        batch.add("a.csv", b"a").unwrap();
        batch.add("b.csv", b"b").unwrap();
        let error = batch.commit().unwrap_err();
        assert!(
            error.to_string().ends_with("a folder is in its place"),
            "{error}"
        );
        assert_eq!(names(root.path()), ["b.csv"]);
    }

    #[cfg(unix)]
    #[test]
    fn results_are_readable_by_others_as_new_files_are() {
        use std::os::unix::fs::PermissionsExt;
        let root = tempfile::tempdir().unwrap();
        let mut batch = Batch::new(root.path());
        batch.add("a.csv", b"a").unwrap();
        batch.commit().unwrap();
        std::fs::write(root.path().join("usual"), "").unwrap();
        let mode = |name: &str| {
            std::fs::metadata(root.path().join(name))
                .unwrap()
                .permissions()
                .mode()
        };
        assert_eq!(mode("a.csv"), mode("usual"));
    }
}
