//! Reading a tree: a value and its path, tables with known keys, and where problems are kept.

use super::absent;
use super::example::{self, example};
use super::inputs::InputTable;
use super::keys::{self, Kind, Rows};
use super::misplaced::{self, other_word};
use super::model::Text;
use super::problem::{Problem, say};
use super::source::Files;
use super::suggestion::suggestion;
use super::tree::{Entry, Node, Place, Table, Value};
use super::value::{self, meant, said};

/// Nobody reads more problems than this, and finding the place of each takes time.
pub(crate) const MOST_PROBLEMS: usize = 1_000;

/// More things of a kind than any department has; tables of them are compared with each other.
const MOST_NAMED: usize = 500;

/// A value and its path.
#[derive(Clone, Debug)]
pub(crate) struct At<'a> {
    /// The value.
    pub(crate) node: &'a Node,
    /// Its path, such as `roles.engineer.headcount`.
    pub(crate) path: String,
}

impl<'a> At<'a> {
    /// The root of a tree.
    pub(crate) fn root(node: &'a Node) -> Self {
        Self { node, path: String::new() }
    }

    /// A table that is not there: every key has its default.
    pub(crate) fn empty() -> Self {
        static EMPTY: Node = Node {
            value: Value::Table(Table { inline: false, entries: Vec::new() }),
            place: Place { file: 0, start: 0, end: 0 },
        };
        Self::root(&EMPTY)
    }

    /// The value of a key of this table.
    pub(crate) fn child(&self, key: &str) -> Option<At<'a>> {
        let node = self.node.table()?.get(key)?;
        Some(At { node, path: join(&self.path, key) })
    }

    /// Keys, values and the places of keys of this table; nothing when it is none.
    pub(crate) fn children(&self) -> Vec<(&'a str, Place, At<'a>)> {
        let entries = self.node.table().map_or(&[][..], |it| &it.entries);
        let child = |key: &str, node| At { node, path: join(&self.path, key) };
        entries.iter().map(|it| (it.key.as_str(), it.place, child(&it.key, &it.node))).collect()
    }

    /// The entries of this list; nothing when it is none.
    pub(crate) fn items(&self) -> Vec<At<'a>> {
        let list = self.node.list().unwrap_or(&[]);
        let item = |(index, node)| At { node, path: format!("{}[{index}]", self.path) };
        list.iter().enumerate().map(item).collect()
    }
}

pub(crate) fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// What is collected while one scenario is read.
#[derive(Clone, Debug)]
pub(crate) struct Check<'f> {
    /// The files that places point into.
    pub(crate) files: &'f Files,
    /// What is wrong so far.
    pub(crate) problems: Vec<(Place, Problem)>,
    /// Uncertain inputs so far.
    pub(crate) inputs: InputTable,
    /// What to tell although it is valid.
    pub(crate) notes: Vec<Text>,
    /// Whose numbers are being read: the beginning of titles of inputs.
    pub(crate) subject: Text,
}

impl<'f> Check<'f> {
    /// Nothing read yet; inputs begin with those that are known already.
    pub(crate) fn new(files: &'f Files, inputs: InputTable) -> Self {
        Self { files, problems: Vec::new(), inputs, notes: Vec::new(), subject: Text::default() }
    }

    /// Something is wrong with a value.
    pub(crate) fn wrong(&mut self, at: &At<'_>, what: Text, instead: Text) {
        self.wrong_at(at.node.place, &at.path, what, instead);
    }

    /// Something to tell although it is valid.
    pub(crate) fn note(&mut self, note: Text) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Something is wrong with a value, whatever else the file says.
    pub(crate) fn wrong_value(&mut self, at: &At<'_>, what: Text, instead: Text) {
        self.wrong(at, what, instead);
        if let Some((_, problem)) = self.problems.last_mut() {
            problem.alone = true;
        }
    }

    /// Something is wrong at a place.
    pub(crate) fn wrong_at(&mut self, place: Place, path: &str, what: Text, instead: Text) {
        if self.problems.len() < MOST_PROBLEMS {
            let problem = self.files.problem(place, path, what, Some(instead));
            self.problems.push((place, problem));
        }
    }

    /// A value is not what belongs there.
    pub(crate) fn wrong_type(&mut self, at: &At<'_>, wanted: Text, example: &str) {
        let found = value::shown(at.node);
        let what = Text {
            ru: format!("нужно: {}; записано: {}", wanted.ru, found.ru),
            en: format!("expected {}, found {}", wanted.en, found.en),
        };
        self.wrong_value(at, what, say!("например: {example}", "for instance {example}"));
    }
}

/// Checks that a value is a table, that its keys are known, and that none is missing.
pub(crate) fn open(at: &At<'_>, kind: &'static Kind, c: &mut Check<'_>) -> Option<()> {
    let Some(table) = at.node.table() else {
        let example = meant::table(kind.name, at.node).unwrap_or_else(|| example::table(kind));
        c.wrong_type(at, say!("таблица", "a table"), &example);
        return None;
    };
    // What is called by another word is not missing, nor what another file or entry would give.
    let mut meant: Vec<&str> = Vec::new();
    for entry in &table.entries {
        if kind.key(&entry.key).is_none() {
            meant.extend(unknown_key(entry, &at.path, kind, c));
        } else if entry.key == "rate" && entry.node.text().and_then(said::per).is_some() {
            meant.push("per");
        }
    }
    let has_source = meant.iter().any(|it| ["extend", "like"].contains(it));
    for key in kind.keys().into_iter().filter(|it| it.required && !has_source) {
        if table.get(key.name).is_none() && !meant.contains(&key.name) {
            let name = key.name;
            let what = say!("нет ключа `{name}`", "`{name}` is missing");
            let example = example(&key.form);
            let instead = Text {
                ru: format!("добавьте `{name} = {example}` ({})", key.ru),
                en: format!("add `{name} = {example}` ({})", key.en),
            };
            c.wrong_at(at.node.place, &at.path, what, instead);
        }
    }
    Some(())
}

/// Tells of a key that a table does not have; the keys of it that are meant.
fn unknown_key(entry: &Entry, path: &str, kind: &Kind, c: &mut Check<'_>) -> Vec<&'static str> {
    let names: Vec<&'static str> = kind.keys().iter().map(|it| it.name).collect();
    let known = names.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ");
    let key: String = entry.key.chars().take(80).collect();
    let what = say!("неизвестный ключ `{key}`", "unknown key `{key}`");
    let elsewhere = misplaced::instead_of(kind.name, &key, &entry.node);
    let near = other_word(&key, &names).or_else(|| suggestion(&key, names.iter().copied()));
    let (absent, meant) = match elsewhere {
        Some((instead, meant)) => (Some(instead), meant.to_vec()),
        None => (absent::instead_of(&key), near.into_iter().collect()),
    };
    let instead = match near {
        _ if absent.is_some() => absent.unwrap_or_default(),
        _ if keys::READINGS_WERE.contains(&key.as_str()) => say!(
            "прочтения теперь пишут так: [[plan.readings]] с unknown, key и changes (см. reference.toml)",
            "readings are stated as [[plan.readings]] with unknown, key and changes (see reference.toml)"
        ),
        Some(name) => say!(
            "возможно, `{name}`? известны: {known}",
            "did you mean `{name}`? known are {known}"
        ),
        None => say!("известны: {known}", "known are {known}"),
    };
    c.wrong_at(entry.place, &join(path, &key), what, instead);
    if let Some((_, problem)) = c.problems.last_mut() {
        problem.alone = true;
    }
    meant
}

/// A table of one of several kinds, told apart by a key of their own.
pub(crate) fn kind_of<K: Copy>(
    at: &At<'_>,
    kinds: &[(K, &'static str, &'static Rows)],
    c: &mut Check<'_>,
) -> Option<(K, &'static str, &'static Rows)> {
    let known = kinds.iter().map(|it| format!("`{}`", it.1)).collect::<Vec<_>>().join(", ");
    let Some(table) = at.node.table() else {
        c.wrong_type(at, say!("таблица", "a table"), &format!("{{ {} = … }}", kinds[0].1));
        return None;
    };
    if let Some(found) = kinds.iter().find(|it| table.get(it.1).is_some()) {
        return Some(*found);
    }
    let names: Vec<&str> = kinds.iter().map(|it| it.1).collect();
    let slip = table.entries.iter().find_map(|entry| {
        let near = suggestion(&entry.key, names.iter().copied());
        Some((entry, near.or_else(|| other_word(&entry.key, &names))?))
    });
    match slip {
        Some((entry, near)) => {
            let key = &entry.key;
            let what = say!("неизвестный ключ `{key}`", "unknown key `{key}`");
            let instead = say!(
                "возможно, `{near}`? нужен один из: {known}",
                "did you mean `{near}`? one of these is needed: {known}"
            );
            c.wrong_at(entry.place, &join(&at.path, key), what, instead);
        }
        None => {
            let what = say!("непонятно, что это", "it is not clear what this is");
            let instead =
                say!("нужен один из ключей: {known}", "one of these keys is needed: {known}");
            c.wrong(at, what, instead);
        }
    }
    None
}

/// A list; a problem when it is something else.
pub(crate) fn list<'a>(at: &At<'a>, c: &mut Check<'_>) -> Option<Vec<At<'a>>> {
    match at.node.value {
        Value::List(_) => Some(at.items()),
        _ => {
            c.wrong_type(
                at,
                say!("список", "a list"),
                &meant::listed(&at.path, at.node, c.files.text(at.node.place)),
            );
            None
        }
    }
}

/// A table with free names; a problem when it is something else.
pub(crate) fn named<'a>(at: &At<'a>, c: &mut Check<'_>) -> Vec<(&'a str, Place, At<'a>)> {
    if at.node.table().is_none() {
        c.wrong_type(at, say!("таблица", "a table"), "{ … }");
    }
    at.children()
}

/// A table of things of the user's own: names that can be written in paths and in files of results.
pub(crate) fn own_names<'a>(at: &At<'a>, c: &mut Check<'_>) -> Vec<(&'a str, Place, At<'a>)> {
    let entries = named(at, c);
    if entries.len() > MOST_NAMED {
        let found = entries.len();
        c.wrong(
            at,
            say!("слишком много: {found}", "too many: {found}"),
            say!("не больше {MOST_NAMED}", "at most {MOST_NAMED}"),
        );
        return Vec::new();
    }
    for (name, place, entry) in &entries {
        usable(name, *place, &entry.path, c);
    }
    entries
}

/// A problem when a name of the user's own cannot be used.
pub(crate) fn usable(name: &str, place: Place, path: &str, c: &mut Check<'_>) {
    let refused = |it: char| it.is_control() || "/\\\"'`,;[]{}=#".contains(it);
    let short: String = name.chars().take(80).collect();
    if name.trim().is_empty() || name.trim() != name || short != name || name.contains(refused) {
        c.wrong_at(
            place,
            path,
            say!("так нельзя назвать: \"{short}\"", "this cannot be a name: \"{short}\""),
            say!(
                "буквы, цифры, `.`, `-`, `_`, не длиннее 80",
                "letters, digits, `.`, `-`, `_`, at most 80"
            ),
        );
    }
}
