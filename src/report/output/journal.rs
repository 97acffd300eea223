//! The rollback journal: what a folder held before a batch replaces it.
//!
//! Before the first file is replaced, the journal lists all that will be. Each file that exists gets a
//! second name, derived from its own, just before it is replaced. When all are replaced the journal says so,
//! and is removed. A run that is killed in between leaves the journal and the second names, and the next run
//! that writes into the folder restores the files from them.
//!
//! A journal is locked by its writer, and the lock ends with the writer's process: a locked journal belongs
//! to a run that is still writing, and is left alone.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::{Component, Path, PathBuf};

/// The journal of a folder.
const JOURNAL: &str = ".staffcast-journal";
/// How second names begin.
const BEFORE: &str = ".staffcast-before-";
/// How the line of a file begins that exists already.
const WAS: &str = "was";
/// How the line of a new file begins.
const NEW: &str = "new";
/// The line after the list of files: from here on they may be replaced.
const BEGUN: &str = "begun";
/// The line that is written when all files are in their places.
const DONE: &str = "done";
/// How often to try for a journal that other runs keep creating and removing.
const ATTEMPTS: usize = 100;

/// A journal that is being kept.
pub(crate) struct Journal {
    folder: PathBuf,
    file: File,
    names: Vec<PathBuf>,
}

impl Journal {
    /// Lists what will be replaced; waits for a run that is writing into the folder now.
    pub(crate) fn begin(folder: &Path, names: Vec<PathBuf>) -> io::Result<Self> {
        let mut text = String::new();
        for name in &names {
            let said = name.to_str().filter(|it| is_inside(name) && !it.contains('\n'));
            let said = said.ok_or(ErrorKind::InvalidFilename)?;
            let there = fs::symlink_metadata(folder.join(name)).is_ok();
            text += &format!("{} {said}\n", if there { WAS } else { NEW });
        }
        let file = acquire(folder)?;
        let mut journal = Self { folder: folder.to_owned(), file, names };
        // Second names whose journal the user has deleted must not be restored.
        journal.forget();
        if let Err(error) = journal.say(&(text + BEGUN + "\n")) {
            let _ = fs::remove_file(folder.join(JOURNAL));
            return Err(error);
        }
        Ok(journal)
    }

    /// Gives a file its second name, just before it is replaced or removed.
    pub(crate) fn keep(&self, name: &Path) -> io::Result<()> {
        let (path, second) = (self.folder.join(name), self.folder.join(second(name)));
        if fs::symlink_metadata(&path).is_err() || fs::hard_link(&path, &second).is_ok() {
            return Ok(());
        }
        copy(&path, &second)
    }

    /// Removes the second names and the journal: everything is in its place.
    pub(crate) fn end(mut self) {
        // Where this fails, the next run restores the old files: still those of one run.
        if self.say(&format!("{DONE}\n")).is_ok() {
            self.forget();
            let _ = fs::remove_file(self.folder.join(JOURNAL));
        }
    }

    /// Restores what was there.
    pub(crate) fn undo(mut self) {
        restore(&self.folder, &mut self.file);
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        self.file.write_all(text.as_bytes())?;
        self.file.sync_data()
    }

    fn forget(&self) {
        for name in &self.names {
            let _ = fs::remove_file(self.folder.join(second(name)));
        }
    }
}

/// Restores what a killed run has left half replaced in a folder.
pub(crate) fn recover(folder: &Path) {
    let path = folder.join(JOURNAL);
    let file = OpenOptions::new().read(true).write(true).open(path);
    let Ok(mut file) = file else {
        return;
    };
    if !matches!(file.try_lock(), Err(fs::TryLockError::WouldBlock)) {
        restore(folder, &mut file);
    }
}

/// A second name where the file system has no links: a copy, which gets the name when it is complete,
/// so that the file itself is never missing.
fn copy(path: &Path, second: &Path) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let copy = super::write_into(folder, &fs::read(path)?)?;
    copy.persist(second).map(drop).map_err(|error| error.error)
}

/// Whether a name stays in its folder.
pub(crate) fn is_inside(name: &Path) -> bool {
    let mut parts = name.components().peekable();
    parts.peek().is_some() && parts.all(|it| matches!(it, Component::Normal(_)))
}

/// An empty journal, locked; waits for a run that is writing now.
fn acquire(folder: &Path) -> io::Result<File> {
    let path = folder.join(JOURNAL);
    for _ in 0..ATTEMPTS {
        let mut options = OpenOptions::new();
        let options = options.read(true).write(true).create(true).truncate(false);
        let mut file = options.open(&path)?;
        // On a file system without locks there is no way to wait.
        let locked = file.lock().is_ok();
        let mut text = String::new();
        if file.read_to_string(&mut text).is_err() || !text.is_empty() {
            restore(folder, &mut file);
        } else if !locked || path.exists() {
            return Ok(file);
        }
    }
    Err(ErrorKind::ResourceBusy.into())
}

/// Restores the files of a journal, unless it is complete or was never begun, and removes it.
fn restore(folder: &Path, file: &mut File) {
    let mut text = String::new();
    // A journal that cannot be read has no complete list, so nothing was replaced.
    let _ = file.rewind().and_then(|()| file.read_to_string(&mut text));
    let says = |line: &str| text.lines().any(|it| it == line);
    let (begun, done) = (says(BEGUN), says(DONE));
    let listed = text.lines().filter_map(|it| it.split_once(' '));
    for (kind, name) in listed.filter(|it| begun && is_inside(Path::new(it.1))) {
        let (path, second) = (folder.join(name), folder.join(second(Path::new(name))));
        // Errors are ignored: as many files as possible are restored.
        let _ = match kind {
            WAS if !done => fs::rename(&second, &path),
            NEW if !done => fs::remove_file(&path),
            _ => Ok(()),
        };
        // Renaming a link to another link of the same file leaves both.
        let _ = fs::remove_file(second);
    }
    let _ = fs::remove_file(folder.join(JOURNAL));
}

/// The second name of a file, in the same folder.
fn second(name: &Path) -> PathBuf {
    let last = name.file_name().unwrap_or_default().to_string_lossy();
    name.with_file_name(format!("{BEFORE}{last}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with an old `a` and, in a folder of its own, an old `b`; and the names of a batch.
    fn old() -> (tempfile::TempDir, Vec<PathBuf>) {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("charts")).unwrap();
        fs::write(root.path().join("a"), "old").unwrap();
        fs::write(root.path().join("charts/b"), "old").unwrap();
        (root, ["a", "charts/b", "new"].map(PathBuf::from).to_vec())
    }

    fn replace(journal: &Journal, name: &str) {
        let root = &journal.folder;
        journal.keep(Path::new(name)).unwrap();
        fs::write(root.join(".x.tmp"), "young").unwrap();
        fs::rename(root.join(".x.tmp"), root.join(name)).unwrap();
    }

    fn texts(root: &Path) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for folder in ["", "charts/"] {
            for entry in fs::read_dir(root.join(folder)).unwrap() {
                let entry = entry.unwrap();
                if entry.path().is_file() {
                    let name = entry.file_name().into_string().unwrap();
                    let text = fs::read_to_string(entry.path()).unwrap();
                    found.push((format!("{folder}{name}"), text));
                }
            }
        }
        found.sort();
        found
    }

    /// A process that ends leaves its journal as it is, and without its lock.
    fn is_killed(journal: Journal) {
        drop(journal);
    }

    #[test]
    fn what_a_killed_run_has_replaced_is_put_back_wherever_it_was_killed() {
        for (replaced, links) in (0..=3).flat_map(|it| [(it, true), (it, false)]) {
            let (root, names) = old();
            let before = texts(root.path());
            let journal = Journal::begin(root.path(), names).unwrap();
            for name in ["a", "charts/b", "new"].iter().take(replaced) {
                replace(&journal, name);
            }
            // Just before the next one is replaced: kept by a link, or by a copy.
            if let Some(next) = ["a", "charts/b"].get(replaced) {
                let path = root.path().join(next);
                match links {
                    true => journal.keep(Path::new(next)).unwrap(),
                    false => copy(&path, &root.path().join(second(Path::new(next)))).unwrap(),
                }
                assert_eq!(fs::read_to_string(path).unwrap(), "old", "it is never missing");
            }
            is_killed(journal);
            recover(root.path());
            assert_eq!(texts(root.path()), before, "killed after {replaced}, links: {links}");
            // Once more does no harm.
            recover(root.path());
            assert_eq!(texts(root.path()), before);
        }
    }

    #[test]
    fn a_run_that_is_killed_when_all_is_done_has_done_it() {
        let (root, names) = old();
        let mut journal = Journal::begin(root.path(), names).unwrap();
        for name in ["a", "charts/b", "new"] {
            replace(&journal, name);
        }
        journal.say("done\n").unwrap();
        is_killed(journal);
        recover(root.path());
        let young = |name: &str| (name.to_owned(), "young".to_owned());
        assert_eq!(texts(root.path()), ["a", "charts/b", "new"].map(young));
    }

    #[test]
    fn a_journal_that_was_not_finished_has_replaced_nothing() {
        let (root, _) = old();
        let before = texts(root.path());
        fs::write(root.path().join(JOURNAL), "was charts/b\nnew a").unwrap();
        recover(root.path());
        assert_eq!(texts(root.path()), before);
    }

    #[test]
    fn a_run_that_is_still_writing_is_left_alone() {
        let (root, names) = old();
        let journal = Journal::begin(root.path(), names).unwrap();
        replace(&journal, "a");
        recover(root.path());
        assert_eq!(fs::read_to_string(root.path().join("a")).unwrap(), "young");
        journal.end();
        let left: Vec<String> = texts(root.path()).into_iter().map(|it| it.0).collect();
        assert_eq!(left, ["a", "charts/b"]);
    }

    #[test]
    fn a_journal_leads_nobody_out_of_its_folder() {
        let (root, _) = old();
        let folder = root.path().join("charts");
        fs::write(folder.join(JOURNAL), "new ../a\nnew /a\nbegun\n").unwrap();
        recover(&folder);
        assert_eq!(fs::read_to_string(root.path().join("a")).unwrap(), "old");
    }
}
