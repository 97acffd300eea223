//! Files become one tree: `extend` by `extend`, then the values of `--set`.

use super::merge::merge;
use super::model::Text;
use super::named;
use super::problem::{Problem, say};
use super::reader::At;
use super::source::{self, File, Files, file_problem};
use super::syntax;
use super::tree::{Node, Place, Value};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// Files that extend each other, one after the other.
const MOST_FILES: usize = 16;
/// How a value from the command line is called in messages.
const SET: &str = "--set";

/// What is known while files are read.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// The files that were read.
    pub(crate) files: Files,
    /// What is wrong so far.
    pub(crate) problems: Vec<(Place, Problem)>,
    /// Where the structure of a file is lost: what follows may be nonsense, what is missing may be there.
    lost: Option<Place>,
    /// Keys that are only misspelt: the check may know better what to write.
    of_keys: Vec<Place>,
    /// Files that are being read, to see a circle.
    chain: Vec<(PathBuf, String)>,
    /// Files that were opened.
    opened: Vec<PathBuf>,
    /// Files of the scenario itself, once it is read: the file of a reading states what differs from them.
    own: Option<Vec<PathBuf>>,
}

/// A value from the command line.
#[derive(Debug)]
pub(crate) struct Given {
    path: String,
    place: Place,
    node: Node,
}

impl Given {
    /// Puts the value in its place in a tree; `path+=value` adds it to a list.
    /// Where and what is wrong, where it cannot be put there.
    pub(crate) fn put(&self, root: &mut Node, files: &Files) -> Option<(Place, Problem)> {
        let put = match self.path.strip_suffix('+') {
            Some(path) => named::append(root, path, self.place, self.node.clone()),
            None => named::set(root, &self.path, self.place, self.node.clone()),
        };
        let (what, instead) = put.err()?;
        Some((self.place, files.problem(self.place, "", what, Some(instead))))
    }
}

impl Reading {
    fn fail(&mut self, problem: Problem) {
        self.fail_at(Place::default(), problem);
    }

    /// The tree of a file, merged over the one it extends.
    pub(crate) fn open(
        &mut self,
        name: &str,
        bytes: Vec<u8>,
        folder: Option<PathBuf>,
        full: PathBuf,
    ) -> Option<Node> {
        let (text, digest) = match source::decode(bytes, name) {
            Ok(decoded) => decoded,
            Err(problem) => {
                self.fail(*problem);
                return None;
            }
        };
        let empty =
            text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
        let file =
            File { name: name.to_owned(), text, folder: folder.clone(), digest: Some(digest) };
        let file = self.files.add(file);
        if empty {
            let hint = "staffcast init";
            let what = say!("файл пуст", "the file is empty");
            let instead = say!(
                "`{hint}` создаст сценарий с пояснениями",
                "`{hint}` creates a commented scenario"
            );
            self.fail(file_problem(name, what, Some(instead)));
            return None;
        }
        self.opened.push(full.clone());
        let (tree, errors) = syntax::parse(file, &self.files);
        for error in errors {
            let place = error.place.unwrap_or(Place { file, ..Place::default() });
            if error.structural {
                self.lost = Some(self.lost.map_or(place, |it| it.min(place)));
            }
            if error.of_key {
                self.of_keys.push(place);
            }
            self.problems.push((place, error.problem));
        }
        let mut tree = tree?;
        let extend = tree.table().and_then(|it| it.entry("extend")).cloned();
        let Some(extend) = extend else {
            return Some(tree);
        };
        if let Some(table) = tree.table_mut() {
            table.remove("extend");
        }
        self.chain.push((full, name.to_owned()));
        let base = self.other(&extend.node, "extend", folder.as_deref());
        self.chain.pop();
        // Without the other file much seems to be missing, but what is wrong here is still wrong.
        let Some(mut base) = base else {
            self.lost.get_or_insert(Place { file: u32::MAX, ..Place::default() });
            return Some(tree);
        };
        // The other file's name is not this one's: both would write to one folder.
        if let Some(scenario) = base.table_mut().and_then(|it| it.get_mut("scenario"))
            && let Some(scenario) = scenario.table_mut()
        {
            scenario.remove("name");
        }
        merge(&mut base, tree);
        Some(base)
    }

    /// The tree of another file that is named at a place.
    fn other(&mut self, at: &Node, key: &str, folder: Option<&Path>) -> Option<Node> {
        let wrong =
            |files: &Files, what, instead| files.problem(at.place, key, what, Some(instead));
        let Value::Text(name) = &at.value else {
            let what = say!("нужно имя файла в кавычках", "a file name in quotes is needed");
            let instead = say!("extend = \"другой.toml\"", "extend = \"other.toml\"");
            let problem = wrong(&self.files, what, instead);
            self.fail_at(at.place, problem);
            return None;
        };
        let Some(folder) = folder else {
            let what = say!("здесь другой файл прочитать нельзя", "no other file can be read here");
            let instead = say!("сохраните сценарий в файл", "save the scenario to a file");
            let problem = wrong(&self.files, what, instead);
            self.fail_at(at.place, problem);
            return None;
        };
        let path = folder.join(name);
        let full = path.canonicalize().unwrap_or_else(|_| path.clone());
        if self.own.as_ref().is_some_and(|it| it.contains(&full)) {
            // Differences from the scenario begin with nothing.
            return Some(Node::empty(at.place));
        }
        if let Some(first) = self.chain.iter().position(|(it, _)| *it == full) {
            let names = self.chain[first..].iter().map(|(_, it)| it.as_str());
            let chain = names.chain([self.chain[first].1.as_str()]).collect::<Vec<_>>().join(" → ");
            let what = say!(
                "файлы расширяют друг друга по кругу: {chain}",
                "files extend each other in a circle: {chain}"
            );
            let instead = say!("уберите один из extend", "remove one extend");
            let problem = wrong(&self.files, what, instead);
            self.fail_at(at.place, problem);
            return None;
        }
        if self.chain.len() >= MOST_FILES {
            let what = say!("слишком длинная цепочка extend", "too long a chain of extend");
            let instead = say!("не больше {MOST_FILES} файлов", "at most {MOST_FILES} files");
            let problem = wrong(&self.files, what, instead);
            self.fail_at(at.place, problem);
            return None;
        }
        let bytes = self.bytes(at, key, name, &path)?;
        self.open(name, bytes, path.parent().map(Path::to_owned), full)
    }

    /// The bytes of a file that is named at a place.
    fn bytes(&mut self, at: &Node, key: &str, name: &str, path: &Path) -> Option<Vec<u8>> {
        let read = source::read(path, name);
        read.map_err(|problem| {
            let instead = say!("путь от папки этого файла", "a path from the folder of this file");
            let Text { ru, en } = problem.what;
            let what = Text { ru: format!("`{name}`: {ru}"), en: format!("`{name}`: {en}") };
            let problem = self.files.problem(at.place, key, what, Some(instead));
            self.fail_at(at.place, problem);
        })
        .ok()
    }

    fn fail_at(&mut self, place: Place, problem: Problem) {
        self.problems.push((place, problem));
    }

    /// Reads a path and a value from the command line.
    pub(crate) fn given(&mut self, path: &str, value: &str) -> Option<Given> {
        let text = format!("{path}={value}");
        let start = path.len() as u32 + 1;
        let add = |files: &mut Files, text: String| {
            files.add(File { name: SET.to_owned(), text, folder: None, digest: None })
        };
        // The same bytes with a plain key in place of the path: `a."b.c"[0]=5` is no TOML, `v       =5` is.
        let width = path.len().max(1);
        let file = add(&mut self.files, format!("{:<width$}={value}", "v"));
        let (tree, errors) = syntax::parse(file, &self.files);
        let parsed = tree.filter(|_| errors.is_empty()).and_then(|it| match it.value {
            Value::Table(table) if table.entries.len() == 1 => {
                table.entries.into_iter().next().filter(|it| it.key == "v").map(|it| it.node)
            }
            _ => None,
        });
        let shown = File { name: SET.to_owned(), text: text.clone(), folder: None, digest: None };
        let place = Place { file, start, end: text.len() as u32 };
        self.files.replace(file, shown);
        let looks_like_toml = value.trim_start().starts_with(['{', '[', '"', '\'']);
        let node = match parsed {
            Some(node) => node,
            None if looks_like_toml || value.trim().is_empty() => {
                let what = say!("непонятное значение", "the value cannot be read");
                let instead = say!(
                    "например: {SET} 'plan.confidence=90%'",
                    "for instance {SET} 'plan.confidence=90%'"
                );
                let problem = self.files.problem(place, path, what, Some(instead));
                self.problems.push((place, problem));
                return None;
            }
            None => Node { value: Value::Text(value.trim().to_owned()), place },
        };
        let place = Place { file, start: 0, end: path.len() as u32 };
        Some(Given { path: path.to_owned(), place, node })
    }

    /// Reads the files that calendars take their days off from, and the logs that streams replay; the
    /// check finds them by name.
    pub(crate) fn beside(&mut self, root: &Node) {
        let root = At::root(root);
        let others = root.child("calendars").map_or_else(Vec::new, |it| it.children());
        let calendars = root.child("calendar").into_iter().chain(others.into_iter().map(|it| it.2));
        let streams = root.child("streams").map_or_else(Vec::new, |it| it.children());
        let logs = streams.iter().filter_map(|it| it.2.child("arrival")?.child("replay"));
        for at in calendars.filter_map(|it| it.child("holidays")).chain(logs) {
            let from = self.files.get(at.node.place.file);
            let folder = from.folder.clone();
            let start = if from.name == SET { Some(PathBuf::new()) } else { folder.clone() };
            let (Some(name), Some(start)) = (at.node.text(), start) else { continue };
            if self.files.find(name, folder.as_deref()).is_some() {
                continue;
            }
            let bytes = self.bytes(at.node, &at.path, name, &start.join(name));
            match bytes.map(|it| source::decode(it, name)) {
                Some(Ok((text, digest))) => {
                    let name = name.to_owned();
                    self.files.add(File { name, text, folder, digest: Some(digest) });
                }
                Some(Err(problem)) => self.fail(*problem),
                None => {}
            }
        }
    }

    /// What the files of readings (`[[plan.readings]]`) state beyond the scenario itself, each with
    /// the place where the file is named.
    pub(crate) fn differences(&mut self, root: &Node) -> Vec<(Place, Node)> {
        let plan = root.table().and_then(|it| it.get("plan")).and_then(Node::table);
        let rows = plan.and_then(|it| it.get("readings")).and_then(Node::list).unwrap_or(&[]);
        // Both changes and a file: the check says so.
        let rows =
            rows.iter().filter(|it| it.table().is_some_and(|it| it.get("changes").is_none()));
        self.own = Some(std::mem::take(&mut self.opened));
        let read = rows.filter_map(|row| {
            let at = row.table()?.get("file").filter(|it| it.text().is_some())?;
            let folder = self.files.get(at.place.file).folder.clone();
            let path = format!("plan.readings.{}.file", row.own_key().unwrap_or_default());
            let mut tree = self.other(at, &path, folder.as_deref())?;
            if let Some(table) = tree.table_mut() {
                // What is asked is shared by all readings; only what is known of the department differs.
                ["scenario", "plan", "policies", "claims"].iter().for_each(|it| table.remove(it));
            }
            Some((at.place, tree))
        });
        read.collect()
    }

    /// Adds the problems of the check, but for those that a syntax error may have caused: on its
    /// line, and where the structure is lost all that follows or depends on what follows.
    pub(crate) fn keep(&mut self, problems: Vec<(Place, Problem)>) {
        let known = |it: &Place| problems.iter().any(|(place, _)| same_start(*place, *it));
        let of_keys: Vec<Place> = self.of_keys.iter().copied().filter(known).collect();
        self.problems.retain(|(place, _)| !of_keys.iter().any(|it| same_start(*place, *it)));
        // Every `--set` is a file of one line: told apart by number, they hide nothing of each other.
        let lines: HashSet<(u32, usize)> =
            self.problems.iter().map(|(place, it)| (place.file, it.line)).collect();
        let on_a_bad_line = |(place, it): &(Place, Problem)| lines.contains(&(place.file, it.line));
        let sound =
            |place: &Place, it: &Problem| self.lost.is_none_or(|lost| it.alone && *place < lost);
        let keep = |it: &(Place, Problem)| sound(&it.0, &it.1) && !on_a_bad_line(it);
        let kept: Vec<_> = problems.into_iter().filter(keep).collect();
        self.problems.extend(kept);
    }
}

/// Whether two places are of the same key.
fn same_start(one: Place, other: Place) -> bool {
    (one.file, one.start) == (other.file, other.start)
}
