//! The way back: what a folder held before a batch takes its place.
//!
//! Before the first file is replaced, a journal says which files will be, and each that is there gets a
//! second name that follows from its own. When all is done the journal says so and goes away. A run that is
//! killed in between leaves both, and the next one that writes into the folder puts back what was there.
//!
//! Whoever writes a journal locks it, and the lock ends with its process: a journal that is locked is that of
//! a run that is still writing, and nobody else's business.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::{Component, Path, PathBuf};

/// The journal of a folder.
const JOURNAL: &str = ".staffcast-journal";
/// How second names begin.
const BEFORE: &str = ".staffcast-before-";
/// How a copy begins that is not complete yet, and how it ends.
const COPY: (&str, &str) = (".staffcast-copy-", ".tmp");
/// What a line says of a file: it was there, or it is new.
const WAS: &str = "was ";
const NEW: &str = "new ";
/// All files are named above: from here on they may be replaced.
const BEGUN: &str = "begun";
/// All files are in their places.
const DONE: &str = "done";
/// How often a journal is asked for that somebody else has taken away.
const ATTEMPTS: usize = 100;

/// A journal that is being kept.
pub(crate) struct Journal {
    folder: PathBuf,
    file: File,
    names: Vec<PathBuf>,
}

impl Journal {
    /// Writes down what will be replaced, and gives what is there a second name.
    pub(crate) fn begin(folder: &Path, names: Vec<PathBuf>) -> io::Result<Self> {
        let mut text = String::new();
        for name in &names {
            let said = name.to_str().filter(|it| is_inside(name) && !it.contains('\n'));
            let said = said.ok_or(ErrorKind::InvalidFilename)?;
            let there = fs::symlink_metadata(folder.join(name)).is_ok();
            text += &format!("{}{said}\n", if there { WAS } else { NEW });
        }
        let file = mine(folder)?;
        let mut journal = Self { folder: folder.to_owned(), file, names };
        // A second name that an older run left says nothing of what is there now.
        journal.forget();
        if let Err(error) = journal.say(&(text + BEGUN + "\n")) {
            let _ = fs::remove_file(folder.join(JOURNAL));
            return Err(error);
        }
        for name in &journal.names {
            // A file that cannot be kept has no way back.
            let _ = keep(&folder.join(name), &journal.folder.join(second(name)));
        }
        Ok(journal)
    }

    /// Everything is in its place: the way back goes away.
    pub(crate) fn end(mut self) {
        // Unless this is said, the next run puts everything back: the folder is of one run all the same.
        if self.say(&format!("{DONE}\n")).is_ok() {
            self.forget();
            let _ = fs::remove_file(self.folder.join(JOURNAL));
        }
    }

    /// Puts back what was there.
    pub(crate) fn undo(mut self) {
        put_back(&self.folder, &mut self.file);
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

/// Puts back what a killed run has left half replaced in a folder.
pub(crate) fn recover(folder: &Path) {
    let path = folder.join(JOURNAL);
    let file = OpenOptions::new().read(true).write(true).open(path);
    let Ok(mut file) = file else {
        return;
    };
    if !matches!(file.try_lock(), Err(fs::TryLockError::WouldBlock)) {
        put_back(folder, &mut file);
    }
}

/// Whether a name stays in its folder.
pub(crate) fn is_inside(name: &Path) -> bool {
    let mut parts = name.components().peekable();
    parts.peek().is_some() && parts.all(|it| matches!(it, Component::Normal(_)))
}

/// A journal of one's own, empty; waits for a run that is writing now.
fn mine(folder: &Path) -> io::Result<File> {
    let path = folder.join(JOURNAL);
    for _ in 0..ATTEMPTS {
        let mut options = OpenOptions::new();
        let options = options.read(true).write(true).create(true).truncate(false);
        let mut file = options.open(&path)?;
        // Where there are no locks, nobody can be waited for.
        let locked = file.lock().is_ok();
        let mut text = String::new();
        if file.read_to_string(&mut text).is_err() || !text.is_empty() {
            file.rewind()?;
            put_back(folder, &mut file);
        } else if !locked || path.exists() {
            return Ok(file);
        }
    }
    Err(ErrorKind::ResourceBusy.into())
}

/// Does what a journal says, and takes it away.
fn put_back(folder: &Path, file: &mut File) {
    let mut text = String::new();
    // What cannot be read was never finished.
    let _ = file.rewind().and_then(|()| file.read_to_string(&mut text));
    let lines: Vec<&str> = text.lines().collect();
    let (begun, done) = (lines.contains(&BEGUN), lines.contains(&DONE));
    for line in lines.into_iter().filter(|_| begun) {
        let (was, name) = match (line.strip_prefix(WAS), line.strip_prefix(NEW)) {
            (Some(name), _) => (true, Path::new(name)),
            (_, Some(name)) => (false, Path::new(name)),
            _ => continue,
        };
        if !is_inside(name) {
            continue;
        }
        // A second failure has nothing to add to the first.
        let (path, second) = (folder.join(name), folder.join(second(name)));
        let _ = match (done, was) {
            (true, _) => Ok(()),
            (false, true) => fs::rename(&second, &path),
            (false, false) => fs::remove_file(&path),
        };
        // Two names of one file are both left by renaming one to the other.
        let _ = fs::remove_file(second);
    }
    let _ = fs::remove_file(folder.join(JOURNAL));
}

/// The second name of a file, in the same folder.
fn second(name: &Path) -> PathBuf {
    let last = name.file_name().unwrap_or_default().to_string_lossy();
    name.with_file_name(format!("{BEFORE}{last}"))
}

/// Gives a file a second name under which it outlives being replaced; where there are no second names,
/// makes a copy, which gets the name when it is complete.
fn keep(path: &Path, second: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path).is_err() || fs::hard_link(path, second).is_ok() {
        return Ok(());
    }
    let last = path.file_name().unwrap_or_default().to_string_lossy();
    let copy = path.with_file_name(format!("{}{last}{}", COPY.0, COPY.1));
    let copied = fs::copy(path, &copy)
        .and_then(|_| File::open(&copy)?.sync_data())
        .and_then(|()| fs::rename(&copy, second));
    copied.inspect_err(|_| drop(fs::remove_file(&copy)))
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

    fn replace(root: &Path, name: &str) {
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
        for replaced in 0..=3 {
            let (root, names) = old();
            let before = texts(root.path());
            let journal = Journal::begin(root.path(), names).unwrap();
            for name in ["a", "charts/b", "new"].iter().take(replaced) {
                replace(root.path(), name);
            }
            is_killed(journal);
            recover(root.path());
            assert_eq!(texts(root.path()), before, "killed after {replaced}");
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
            replace(root.path(), name);
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
        replace(root.path(), "a");
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
