//! Names of a scenario: found by position, or answered with the name that was probably meant.

use super::model::Text;
use super::problem::say;
use super::reader::{At, Check, list};
use super::suggestion::suggestion;
use super::tree::Place;
use super::value;
use std::collections::HashMap;

/// The names of one kind of thing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// "role", "stream", …
    kind: Text,
    list: Vec<String>,
    positions: HashMap<String, usize>,
}

impl Names {
    /// Names in their order.
    pub(crate) fn new(ru: &str, en: &str, names: impl IntoIterator<Item = String>) -> Self {
        let mut all =
            Self { kind: Text { ru: ru.to_owned(), en: en.to_owned() }, ..Self::default() };
        for name in names {
            all.add(&name);
        }
        all
    }

    /// The position of a name, which is added when it is new.
    pub(crate) fn add(&mut self, name: &str) -> usize {
        if let Some(&position) = self.positions.get(name) {
            return position;
        }
        self.positions.insert(name.to_owned(), self.list.len());
        self.list.push(name.to_owned());
        self.list.len() - 1
    }

    /// All names in order.
    pub(crate) fn list(&self) -> &[String] {
        &self.list
    }

    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.positions.get(name).copied()
    }

    /// The position of the name that stands here; a problem when nothing is called so.
    pub(crate) fn find(&self, at: &At<'_>, c: &mut Check<'_>) -> Option<usize> {
        let name = value::word(at, c)?;
        self.position(&name).or_else(|| {
            self.unknown(&name, at, c);
            None
        })
    }

    /// The positions of a list of names; a single name counts as a list of one.
    pub(crate) fn find_all(&self, at: &At<'_>, c: &mut Check<'_>) -> Vec<usize> {
        let items = match at.node.text() {
            Some(_) => vec![at.clone()],
            None => list(at, c).unwrap_or_default(),
        };
        let mut found = Vec::new();
        for item in items {
            let Some(position) = self.find(&item, c) else {
                continue;
            };
            if found.contains(&position) {
                let name = &self.list[position];
                let what = say!("`{name}` указано дважды", "`{name}` is listed twice");
                c.wrong(&item, what, say!("оставьте одно", "keep one"));
            } else {
                found.push(position);
            }
        }
        found
    }

    /// The positions of the names that are chosen; all where nothing is.
    pub(crate) fn chosen(&self, at: Option<At<'_>>, c: &mut Check<'_>) -> Vec<usize> {
        at.map_or_else(|| (0..self.list.len()).collect(), |it| self.find_all(&it, c))
    }

    /// The problem that nothing is called so.
    pub(crate) fn unknown(&self, name: &str, at: &At<'_>, c: &mut Check<'_>) {
        self.unknown_at(name, at.node.place, &at.path, c);
    }

    /// The same at a place of its own: where the name is a key.
    pub(crate) fn unknown_at(&self, name: &str, place: Place, path: &str, c: &mut Check<'_>) {
        let Text { ru, en } = &self.kind;
        let name: String = name.chars().take(80).collect();
        let what = Text {
            ru: format!("нет такого имени `{name}` ({ru})"),
            en: format!("no {en} is called `{name}`"),
        };
        let instead = match suggestion(&name, self.list.iter().map(String::as_str)) {
            Some(near) => say!("возможно, `{near}`?", "did you mean `{near}`?"),
            None if self.list.is_empty() => say!("пока нет ни одного", "there are none yet"),
            None => {
                let named = self.list.iter().filter(|it| !it.is_empty());
                let shown = named.take(30).map(|it| format!("`{it}`"));
                let all = shown.collect::<Vec<_>>().join(", ");
                say!("известны: {all}", "known are {all}")
            }
        };
        c.wrong_at(place, path, what, instead);
    }
}
