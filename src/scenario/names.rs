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
    /// What they are called in reports, with their positions.
    titles: Vec<(String, usize)>,
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

    /// The same with titles, by which people may call them.
    pub(crate) fn titled(mut self, titles: impl IntoIterator<Item = Option<Text>>) -> Self {
        for (position, title) in titles.into_iter().enumerate() {
            let both = title.into_iter().flat_map(|it| [it.ru, it.en]);
            self.titles.extend(both.map(|it| (it, position)));
        }
        self
    }

    /// The name that is probably meant by one that nobody has: by its title, or by a slip in either.
    fn meant(&self, name: &str) -> Option<&str> {
        let lower = name.to_lowercase();
        let key = |title: &str| {
            let of = self.titles.iter().find(|it| it.0 == title)?.1;
            self.list.get(of).map(String::as_str)
        };
        let titles = || self.titles.iter().map(|it| it.0.as_str());
        let same = titles().find(|it| it.to_lowercase() == lower).and_then(key);
        same.or_else(|| suggestion(name, self.list.iter().map(String::as_str)))
            .or_else(|| suggestion(name, titles()).and_then(key))
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
        let instead = match self.meant(&name) {
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
