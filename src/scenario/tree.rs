//! A scenario as written: values that remember the file and the bytes they were written in.

use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

/// Deeper than any scenario needs.
pub(crate) const MAX_DEPTH: usize = 64;

/// More keys than any table needs; tables are searched from end to end.
const MAX_KEYS: usize = 20_000;

/// Why a parsed file is no tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Nested more than 64 levels deep.
    TooDeep(Place),
    /// A table of more than 20 000 keys.
    TooMany(Place),
}

/// Where something is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Place {
    /// Position in the list of files.
    pub(crate) file: u32,
    /// First byte.
    pub(crate) start: u32,
    /// Byte after the last.
    pub(crate) end: u32,
}

/// A value and its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) value: Value,
    /// Where it is written; for a table with a header, its header.
    pub(crate) place: Place,
}

/// A value.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// A text in quotes.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Any other number, also one too large for a whole number.
    Number(f64),
    /// `true` or `false`.
    Bool(bool),
    /// A date, a time, or both.
    Date(Datetime),
    List(Vec<Node>),
    Table(Table),
}

/// Keys and values, in the order of the file.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Written in braces: such a table is replaced as a whole where files are merged.
    pub(crate) inline: bool,
    pub(crate) entries: Vec<Entry>,
}

/// A key and its value.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) key: String,
    /// Where the key is written.
    pub(crate) place: Place,
    /// The value.
    pub(crate) node: Node,
}

impl Table {
    /// The value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|it| &it.node)
    }

    pub(crate) fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|it| it.key == key)
    }

    /// The value of a key, to be changed.
    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        self.entries.iter_mut().find(|it| it.key == key).map(|it| &mut it.node)
    }

    /// Sets a key to a value, at the end when it is new.
    pub(crate) fn set(&mut self, key: &str, place: Place, node: Node) {
        match self.entries.iter_mut().find(|it| it.key == key) {
            Some(entry) => (entry.place, entry.node) = (place, node),
            None => self.entries.push(Entry { key: key.to_owned(), place, node }),
        }
    }

    pub(crate) fn remove(&mut self, key: &str) {
        self.entries.retain(|it| it.key != key);
    }
}

impl Node {
    /// An empty table at a place.
    pub(crate) fn empty(place: Place) -> Self {
        Self { value: Value::Table(Table::default()), place }
    }

    /// Moves every place.
    pub(crate) fn relocate(&mut self, to: &dyn Fn(Place) -> Place) {
        self.place = to(self.place);
        match &mut self.value {
            Value::List(list) => list.iter_mut().for_each(|it| it.relocate(to)),
            Value::Table(table) => {
                for entry in &mut table.entries {
                    entry.place = to(entry.place);
                    entry.node.relocate(to);
                }
            }
            _ => {}
        }
    }

    /// Whether it says the same as another, wherever either is written.
    pub(crate) fn says(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (Value::Text(one), Value::Text(other)) => one == other,
            (Value::Whole(one), Value::Whole(other)) => one == other,
            (Value::Number(one), Value::Number(other)) => one.to_bits() == other.to_bits(),
            (Value::Bool(one), Value::Bool(other)) => one == other,
            (Value::Date(one), Value::Date(other)) => one == other,
            (Value::List(one), Value::List(other)) => {
                one.len() == other.len()
                    && one.iter().zip(other).all(|(one, other)| one.says(other))
            }
            (Value::Table(one), Value::Table(other)) => {
                let same = |it: &Entry| other.get(&it.key).is_some_and(|node| it.node.says(node));
                one.entries.len() == other.entries.len() && one.entries.iter().all(same)
            }
            _ => false,
        }
    }

    /// The table, if it is one.
    pub(crate) fn table(&self) -> Option<&Table> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The table, if it is one, to be changed.
    pub(crate) fn table_mut(&mut self) -> Option<&mut Table> {
        match &mut self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The list, if it is one.
    pub(crate) fn list(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(list) => Some(list),
            _ => None,
        }
    }

    /// The text, if it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The name by which an entry of a list is known: its `key` or `id`.
    pub(crate) fn own_key(&self) -> Option<&str> {
        let table = self.table()?;
        table.get("key").or_else(|| table.get("id"))?.text()
    }
}

/// The tree of a parsed file.
pub(crate) fn from_toml(file: u32, table: &DeTable<'_>, text: &str) -> Result<Node, Refusal> {
    let place = Place { file, start: 0, end: 0 };
    let table = convert_table(file, table, text, false, 0)?;
    Ok(Node { value: Value::Table(table), place })
}

fn place_of(file: u32, span: &std::ops::Range<usize>) -> Place {
    Place { file, start: span.start as u32, end: span.end as u32 }
}

fn convert_table(
    file: u32,
    table: &DeTable<'_>,
    text: &str,
    inline: bool,
    depth: usize,
) -> Result<Table, Refusal> {
    if table.len() > MAX_KEYS {
        let first = table.keys().map(|it| it.span()).min_by_key(|it| it.start);
        return Err(Refusal::TooMany(place_of(file, &first.unwrap_or(0..0))));
    }
    let mut entries = Vec::with_capacity(table.len());
    for (key, value) in table {
        let node = convert(file, value.span(), value.get_ref(), text, depth + 1)?;
        entries.push(Entry {
            key: key.get_ref().clone().into_owned(),
            place: place_of(file, &key.span()),
            node,
        });
    }
    // The parser sorts keys by name; people expect their own order.
    entries.sort_by_key(|it| it.place);
    Ok(Table { inline, entries })
}

fn convert(
    file: u32,
    span: std::ops::Range<usize>,
    value: &DeValue<'_>,
    text: &str,
    depth: usize,
) -> Result<Node, Refusal> {
    let place = place_of(file, &span);
    if depth > MAX_DEPTH {
        return Err(Refusal::TooDeep(place));
    }
    let value = match value {
        DeValue::String(text) => Value::Text(text.clone().into_owned()),
        DeValue::Integer(whole) => match i64::from_str_radix(whole.as_str(), whole.radix()) {
            Ok(number) => Value::Whole(number),
            Err(_) => Value::Number(whole.as_str().parse().unwrap_or(f64::INFINITY)),
        },
        DeValue::Float(number) => Value::Number(number.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(truth) => Value::Bool(*truth),
        DeValue::Datetime(date) => Value::Date(*date),
        DeValue::Array(array) => {
            let nodes =
                array.iter().map(|it| convert(file, it.span(), it.get_ref(), text, depth + 1));
            Value::List(nodes.collect::<Result<_, _>>()?)
        }
        DeValue::Table(table) => {
            let inline = text.as_bytes().get(span.start) == Some(&b'{');
            Value::Table(convert_table(file, table, text, inline, depth)?)
        }
    };
    Ok(Node { value, place })
}
