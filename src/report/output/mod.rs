//! The files of a result: all of them are written, or none.
//!
//! Each file is first written under a temporary name beside its place. When all are written they are
//! renamed, so that a run that fails leaves the results of the previous run. Where a rename fails, the
//! files before it are restored; where the run is killed between two renames, the next run restores them
//! ([`journal`]). A folder never keeps a mixture of two runs.
//!
//! A killed run may leave temporary files, called `.staffcast-….tmp`. A later run into the same folder
//! removes those that are older than any run takes to write.

mod error;
mod journal;

pub(crate) use error::FileError;
use error::Task;
use journal::Journal;
use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::NamedTempFile;

/// How temporary names begin and end.
const TEMPORARY: (&str, &str) = (".staffcast-", ".tmp");
/// Writing takes seconds: an older temporary file was left by a run that was killed.
const LEFT_BEHIND: Duration = Duration::from_secs(3_600);

/// Files that belong together.
pub(crate) struct Batch {
    folder: PathBuf,
    /// Temporary files, and their final names in the folder.
    waiting: Vec<(NamedTempFile, PathBuf)>,
    /// Names of files to remove when these are in place.
    retired: Vec<PathBuf>,
    /// Folders that this batch has created, parents first.
    made: Vec<PathBuf>,
}

impl Batch {
    /// An empty batch for a folder; first restores what a killed run has left half replaced there.
    pub(crate) fn new(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        journal::recover(&folder);
        Self { folder, waiting: Vec::new(), retired: Vec::new(), made: Vec::new() }
    }

    /// Writes a file under a temporary name; `name` may have folders in it.
    pub(crate) fn add(&mut self, name: impl AsRef<Path>, bytes: &[u8]) -> Result<(), FileError> {
        let (mut file, path) = self.begin(&name)?;
        write_all(&mut file, bytes).map_err(|it| FileError::writing(&path, it))?;
        self.waiting.push((file, name.as_ref().to_owned()));
        Ok(())
    }

    /// A file of the batch for whoever writes it piece by piece, and sees to it that it is on the disk.
    pub(crate) fn create(&mut self, name: impl AsRef<Path>) -> Result<File, FileError> {
        let (file, path) = self.begin(&name)?;
        let own = file.reopen().map_err(|it| FileError::writing(&path, it))?;
        self.waiting.push((file, name.as_ref().to_owned()));
        Ok(own)
    }

    /// An empty file under a temporary name, and its final path.
    fn begin(&mut self, name: impl AsRef<Path>) -> Result<(NamedTempFile, PathBuf), FileError> {
        let path = self.folder.join(&name);
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        self.make(folder)?;
        let file = create_in(folder).map_err(|it| FileError::writing(&path, it))?;
        Ok((file, path))
    }

    /// Removes a file of the folder when the batch is committed; nothing outside of it, and no folder.
    pub(crate) fn retire(&mut self, name: impl Into<PathBuf>) {
        let name = name.into();
        if journal::is_inside(&name) && self.folder.join(&name).is_file() {
            self.retired.push(name);
        }
    }

    /// Gives every file its name, and says what was written.
    pub(crate) fn commit(mut self) -> Result<Vec<PathBuf>, FileError> {
        // A folder in the place of a file is found before the first file is replaced.
        for (_, name) in &self.waiting {
            let path = self.folder.join(name);
            if path.is_dir() {
                let source = ErrorKind::IsADirectory.into();
                return Err(FileError::writing(&path, source));
            }
        }
        let waiting = std::mem::take(&mut self.waiting);
        let names = waiting.iter().map(|it| &it.1).chain(&self.retired);
        let names: Vec<PathBuf> = names.cloned().collect();
        // One file is replaced at once: there is nothing to undo.
        let journal = match names.len() {
            0 | 1 => None,
            _ => {
                let begun = Journal::begin(&self.folder, names);
                Some(begun.map_err(|it| FileError::writing(&self.folder, it))?)
            }
        };
        let mut written = Vec::with_capacity(waiting.len());
        for (file, name) in waiting {
            let path = self.folder.join(&name);
            let kept = journal.iter().try_for_each(|it| it.keep(&name));
            if let Err(error) = kept.and_then(|()| Ok(file.persist(&path)?)) {
                journal.into_iter().for_each(Journal::undo);
                return Err(FileError::writing(&path, error));
            }
            written.push(path);
        }
        for name in &self.retired {
            // A chart that stays is not worth a failure.
            let kept = journal.iter().try_for_each(|it| it.keep(name));
            let _ = kept.and_then(|()| std::fs::remove_file(self.folder.join(name)));
        }
        journal.into_iter().for_each(Journal::end);
        self.made.clear();
        Ok(written)
    }

    /// Creates a folder and its parents; in one that exists, removes what killed runs left.
    fn make(&mut self, folder: &Path) -> Result<(), FileError> {
        let missing =
            folder.ancestors().take_while(|it| !it.as_os_str().is_empty() && !it.exists());
        let missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
        if missing.is_empty() && folder.is_dir() {
            sweep(folder);
            return Ok(());
        }
        self.made.extend(missing.into_iter().rev());
        std::fs::create_dir_all(folder).map_err(|source| FileError {
            path: folder.into(),
            task: Task::CreateFolder,
            source,
        })
    }
}

impl Drop for Batch {
    /// A batch that was not committed leaves nothing, not even an empty folder.
    fn drop(&mut self) {
        self.waiting.clear();
        for folder in self.made.iter().rev() {
            // Fails where another program has put a file into it.
            let _ = std::fs::remove_dir(folder);
        }
    }
}

fn write_into(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = create_in(folder)?;
    write_all(&mut file, bytes)?;
    Ok(file)
}

fn create_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    // A temporary file is private by default; a result is as readable as any new file.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

fn write_all(file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.flush()?;
    // After a power cut there must be no name without its content.
    file.as_file().sync_data()
}

/// Removes what killed runs left in a folder.
fn sweep(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let temporary = name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1);
        let written = || entry.metadata().and_then(|it| it.modified()).ok();
        let old = || written().and_then(|it| it.elapsed().ok()) > Some(LEFT_BEHIND);
        if temporary && old() {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Lang;

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
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
        assert_eq!(written, [out.join("summary.csv"), out.join("charts/sla.svg")]);
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
        assert_eq!(std::fs::read(root.path().join("summary.csv")).unwrap(), b"old");
    }

    #[test]
    fn a_file_where_a_folder_should_be_is_said_in_words() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join("charts"), "").unwrap();
        let error = Batch::new(root.path()).add("charts/sla.svg", b"").unwrap_err();
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
        assert!(error.to_string().ends_with("a folder is in its place"), "{error}");
        assert_eq!(names(root.path()), ["b.csv"]);
    }

    #[test]
    fn a_file_that_cannot_be_renamed_puts_back_those_before_it() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join("a.csv"), "old").unwrap();
        let mut batch = Batch::new(root.path());
        batch.add("a.csv", b"new").unwrap();
        batch.add("b.csv", b"new").unwrap();
        batch.add("charts/c.svg", b"new").unwrap();
        // Its folder goes away under it.
        std::fs::remove_dir_all(root.path().join("charts")).unwrap();
        let words = batch.commit().unwrap_err().words(Lang::En);
        assert!(words.contains("c.svg"), "{words}");
        assert_eq!(names(root.path()), ["a.csv"]);
        let left = std::fs::read(root.path().join("a.csv")).unwrap();
        assert_eq!(left, b"old");
    }

    #[test]
    fn what_is_retired_goes_away_with_the_others_or_stays_with_them() {
        let root = tempfile::tempdir().unwrap();
        let out = root.path().join("out");
        std::fs::create_dir_all(out.join("charts")).unwrap();
        std::fs::write(root.path().join("mine"), "").unwrap();
        std::fs::write(out.join("charts/stale.svg"), "").unwrap();
        let batch = || {
            let mut batch = Batch::new(&out);
            batch.add("a.csv", b"a").unwrap();
            for name in ["charts/stale.svg", "../mine", "charts", "not-there"] {
                batch.retire(name);
            }
            batch
        };
        drop(batch());
        assert_eq!(names(&out.join("charts")), ["stale.svg"]);
        batch().commit().unwrap();
        assert_eq!(names(&out.join("charts")), [""; 0]);
        assert_eq!(names(&out), ["a.csv", "charts"]);
        assert_eq!(names(root.path()), ["mine", "out"]);
    }

    #[test]
    fn folders_that_were_made_for_nothing_go_away_again() {
        let root = tempfile::tempdir().unwrap();
        let out = root.path().join("output/small");
        let mut batch = Batch::new(&out);
        batch.add("a.csv", b"").unwrap();
        batch.add("charts/a.svg", b"").unwrap();
        drop(batch);
        assert_eq!(names(root.path()), [""; 0]);
        // One that was there stays, and so does what somebody else put in.
        std::fs::create_dir(root.path().join("output")).unwrap();
        let mut batch = Batch::new(&out);
        batch.add("charts/a.svg", b"").unwrap();
        std::fs::write(out.join("mine.txt"), "").unwrap();
        drop(batch);
        assert_eq!(names(&out), ["mine.txt"]);
    }

    #[test]
    fn what_killed_runs_left_goes_away_when_it_is_old() {
        let root = tempfile::tempdir().unwrap();
        let leave = |name: &str, age: u64| {
            let file = std::fs::File::create(root.path().join(name)).unwrap();
            let then = std::time::SystemTime::now() - Duration::from_secs(age);
            file.set_modified(then).unwrap();
        };
        leave(".staffcast-old.tmp", 7_200);
        leave(".staffcast-new.tmp", 60);
        leave("notes.tmp", 7_200);
        let mut batch = Batch::new(root.path());
        batch.add("a.csv", b"").unwrap();
        batch.commit().unwrap();
        assert_eq!(names(root.path()), [".staffcast-new.tmp", "a.csv", "notes.tmp"]);
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
        let mode =
            |name: &str| std::fs::metadata(root.path().join(name)).unwrap().permissions().mode();
        assert_eq!(mode("a.csv"), mode("usual"));
    }
}
