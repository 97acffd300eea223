//! Which paths code names, and which files those lead to.

use std::collections::{BTreeMap, BTreeSet};

/// A path such as `crate::time::SimTime`, segment by segment.
pub type Path = Vec<String>;

/// The text of a file without its comments; lines stay where they are.
pub fn code(text: &str) -> String {
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// Every path from `crate` or `super` in code, with its line; groups are taken apart, over
/// however many lines they go.
pub fn paths(code: &str) -> Vec<(usize, Path)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::").chain(code.match_indices("super::")) {
        let before = &code[..at];
        let is_continued = before.ends_with("::") || before.ends_with("(in ");
        if is_continued || before.ends_with(|it: char| it.is_alphanumeric() || it == '_') {
            continue;
        }
        let line = before.lines().count().max(1);
        let line = line + usize::from(before.ends_with('\n'));
        found.extend(expanded(tree(&code[at..])).into_iter().map(|it| (line, it)));
    }
    found
}

/// What is exported again in a module's file, each under its name there.
pub fn exports(code: &str) -> BTreeMap<String, Path> {
    let mut found = BTreeMap::new();
    for (at, word) in code.match_indices("use ") {
        let line = code[..at].rsplit('\n').next().unwrap_or_default();
        if line.trim_start().starts_with("pub") {
            for path in expanded(tree(&code[at + word.len()..])) {
                found.insert(path.last().cloned().unwrap_or_default(), path);
            }
        }
    }
    found
}

/// The use tree that a text begins with: `a::{b, c::{d, e}}`.
fn tree(text: &str) -> &str {
    let mut depth = 0;
    let end = text.find(|it: char| {
        depth += i32::from(it == '{') - i32::from(it == '}');
        let inside = it.is_alphanumeric() || "_:{} \n,".contains(it);
        depth < 0 || !inside || (depth == 0 && " \n,".contains(it))
    });
    &text[..end.unwrap_or(text.len())]
}

/// The paths of a use tree.
fn expanded(tree: &str) -> Vec<Path> {
    let Some((prefix, group)) = tree.split_once('{') else {
        let path = tree.split("::").map(|it| it.split_whitespace().next().unwrap_or_default());
        return vec![path.filter(|it| !it.is_empty() && *it != "self").map(Into::into).collect()];
    };
    let group = group.trim_end().trim_end_matches('}');
    let mut depth = 0;
    let parts = group.split(|it: char| {
        depth += i32::from(it == '{') - i32::from(it == '}');
        it == ',' && depth == 0
    });
    let parts = parts.map(str::trim).filter(|it| !it.is_empty());
    let mut paths = Vec::new();
    for part in parts {
        // A group within the group has lost nothing but its last braces.
        let open = part.matches('{').count() - part.matches('}').count();
        paths.extend(expanded(&format!("{prefix}{part}{}", "}".repeat(open))));
    }
    paths
}

/// The files of the library as modules.
pub struct Modules {
    /// Module path to file and code.
    files: BTreeMap<Path, (String, String)>,
    exports: BTreeMap<Path, BTreeMap<String, Path>>,
}

impl Modules {
    /// Of files and their code, by their names such as `src/time.rs`.
    pub fn of(files: impl Iterator<Item = (String, String)>) -> Self {
        let module = |file: &str| -> Path {
            let inside = file.trim_start_matches("src/").trim_end_matches(".rs");
            let parts = inside.split('/').filter(|it| !["mod", "lib"].contains(it));
            parts.map(Into::into).collect()
        };
        let files: BTreeMap<_, _> =
            files.map(|(file, code)| (module(&file), (file, code))).collect();
        let exports = files.iter().map(|(module, it)| (module.clone(), exports(&it.1))).collect();
        Self { files, exports }
    }

    /// The file in which what a path names is declared.
    fn file(&self, from: &Path, path: &[String], depth: usize) -> Option<&str> {
        let mut at = from.clone();
        for (index, segment) in path.iter().enumerate() {
            let child: Path = at.iter().chain([segment]).cloned().collect();
            match &**segment {
                "crate" => at.clear(),
                "super" => drop(at.pop()),
                _ if self.files.contains_key(&child) => at = child,
                _ if index == 0 => return None,
                _ => {
                    let again = self.exports.get(&at).and_then(|it| it.get(segment));
                    let again = again.filter(|_| depth < 8);
                    let again = again.and_then(|it| self.file(&at, it, depth + 1));
                    return again.or_else(|| self.files.get(&at).map(|it| &*it.0));
                }
            }
        }
        self.files.get(&at).map(|it| &*it.0)
    }

    /// Circles: files that each lead to all the others by what they import.
    pub fn circles(&self) -> Vec<Vec<&str>> {
        let mut uses: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (module, (file, code)) in &self.files {
            let used = paths(code).into_iter().filter_map(|it| self.file(module, &it.1, 0));
            uses.insert(file, used.filter(|it| it != file).collect());
        }
        let reached: BTreeMap<&str, BTreeSet<&str>> =
            uses.keys().map(|&it| (it, reached(&uses, it))).collect();
        let mut circles: Vec<Vec<&str>> = Vec::new();
        for (file, own) in &reached {
            let circle: Vec<&str> =
                own.iter().copied().filter(|it| reached[it].contains(file)).collect();
            if !circle.is_empty() && !circles.contains(&circle) {
                circles.push(circle);
            }
        }
        circles
    }
}

/// Every file that a file leads to.
fn reached<'a>(uses: &BTreeMap<&str, BTreeSet<&'a str>>, from: &'a str) -> BTreeSet<&'a str> {
    let (mut reached, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(file) = next.pop() {
        next.extend(uses[file].iter().filter(|it| reached.insert(**it)));
    }
    reached
}
