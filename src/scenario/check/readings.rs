//! `[[plan.readings]]`: where a document contradicts itself, what can be read from it.

use super::changes;
use super::edits::{edit, edits};
use crate::scenario::keys::{PlanFile, ReadingFile};
use crate::scenario::merge::merge;
use crate::scenario::model::{Reading, Text, Unknown};
use crate::scenario::names::Names;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, list, usable};
use crate::scenario::tree::{Node, Place};

/// Every combination of readings is a world of its own.
const MOST_WORLDS: usize = 32;

/// What readings a scenario has.
#[derive(Debug, Default)]
pub(super) struct Readings<'a> {
    /// Those that are known to be right.
    pub(super) known: Vec<Row<'a>>,
    /// Those of what is not known, by unknown; the first of each is the scenario as written.
    pub(super) open: Vec<Open<'a>>,
}

/// An unknown as written.
#[derive(Debug)]
pub(super) struct Open<'a> {
    key: String,
    question: Option<Text>,
    /// Its readings.
    pub(super) rows: Vec<Row<'a>>,
}

/// A reading as written.
#[derive(Clone, Debug)]
pub(super) struct Row<'a> {
    /// Where it stands.
    pub(super) at: At<'a>,
    pub(super) key: String,
    /// What differs in it.
    pub(super) changes: Vec<At<'a>>,
    /// What differs in it, as a file states it.
    pub(super) file: Option<&'a Node>,
    title: Text,
    weight: f64,
}

impl Row<'_> {
    /// Whether it is the scenario as written.
    fn is_as_written(&self) -> bool {
        self.changes.is_empty() && self.at.child("file").is_none()
    }

    /// Whether all that it says could be read; a file that is not there has been told of.
    pub(super) fn is_whole(&self) -> bool {
        self.file.is_some() == self.at.child("file").is_some()
    }

    /// Makes those changes that are made in the tree.
    pub(super) fn edit(&self, tree: &mut Node, c: &mut Check<'_>) {
        if let Some(differences) = self.file {
            merge(tree, differences.clone());
        }
        let written = changes::written(&self.changes, c);
        written.iter().filter(|it| edits(it.kind)).for_each(|it| edit(tree, it, c));
    }

    /// Whether all of it is made in the tree.
    pub(super) fn only_edits(&self, c: &mut Check<'_>) -> bool {
        changes::written(&self.changes, c).iter().all(|it| edits(it.kind))
    }
}

impl Open<'_> {
    /// The unknown as it goes by from here.
    pub(super) fn unknown(&self) -> Unknown {
        let sum: f64 = self.rows.iter().map(|it| it.weight).sum();
        let reading = |row: &Row<'_>| Reading {
            key: row.key.clone(),
            title: row.title.clone(),
            probability: row.weight / sum,
        };
        let key = self.key.clone();
        let title = self.question.clone();
        let title = title.unwrap_or_else(|| Text { ru: key.clone(), en: key.clone() });
        Unknown { key, title, readings: self.rows.iter().map(reading).collect() }
    }
}

/// Reads every row; `differences` are those of the files that rows name.
pub(super) fn read<'a>(
    root: &'a Node,
    differences: &'a [(Place, Node)],
    c: &mut Check<'_>,
) -> Readings<'a> {
    let plan = At::root(root).child("plan").map(|it| PlanFile::of(&it));
    let rows = plan.as_ref().and_then(|it| it.readings.at.as_ref());
    let rows = rows.and_then(|it| list(it, c)).unwrap_or_default();
    let mut open: Vec<Open<'a>> = Vec::new();
    let mut keys: Vec<String> = Vec::new();
    for mut at in rows {
        if let Some(key) = at.node.own_key() {
            at.path = format!("plan.readings.{key}");
        }
        let Some((unknown, question, row)) = row(&at, differences, &mut keys, c) else {
            continue;
        };
        let known = open.iter().position(|it| it.key == unknown);
        let position = known.unwrap_or_else(|| {
            open.push(Open { key: unknown, question: None, rows: Vec::new() });
            open.len() - 1
        });
        let of = &mut open[position];
        match (&of.question, question) {
            (Some(_), Some(question)) => {
                let what = say!("вопрос уже задан", "the question is stated already");
                c.wrong(&question.0, what, say!("оставьте один", "keep one"));
            }
            (None, Some((_, text))) => of.question = Some(text),
            _ => {}
        }
        of.rows.push(row);
    }
    let known = plan.as_ref().and_then(|it| it.known_readings.at.as_ref());
    let known = known.map_or_else(Vec::new, |at| known_readings(at, &mut open, keys, c));
    open.iter().for_each(|it| check(it, c));
    let worlds = open.iter().fold(1_usize, |all, it| all.saturating_mul(it.rows.len().max(1)));
    if let Some(last) = open.last().and_then(|it| it.rows.last()).filter(|_| worlds > MOST_WORLDS) {
        let what = say!(
            "сочетаний прочтений слишком много: {worlds}",
            "too many combinations of readings: {worlds}"
        );
        let instead = say!("не больше {MOST_WORLDS}", "at most {MOST_WORLDS}");
        c.wrong(&last.at, what, instead);
        open.clear();
    }
    open.retain(|it| it.rows.len() > 1);
    Readings { known, open }
}

type Read<'a> = (String, Option<(At<'a>, Text)>, Row<'a>);

fn row<'a>(
    at: &At<'a>,
    differences: &'a [(Place, Node)],
    keys: &mut Vec<String>,
    c: &mut Check<'_>,
) -> Option<Read<'a>> {
    let file = ReadingFile::open(at, c)?;
    let name = |own: &Option<At<'_>>, key: Option<String>, c: &mut Check<'_>| {
        if let (Some(at), Some(key)) = (own, &key) {
            usable(key, at.node.place, &at.path, c);
        }
        key
    };
    let read = file.unknown.read(c);
    let unknown = name(&file.unknown.at, read, c);
    let read = file.key.read(c);
    let key = name(&file.key.at, read, c);
    if let (Some(key), Some(at)) = (&key, &file.key.at) {
        if keys.contains(key) {
            let what = say!("прочтение `{key}` уже есть", "there is a reading `{key}` already");
            c.wrong(at, what, say!("дайте другое имя", "choose another key"));
        }
        keys.push(key.clone());
    }
    let title = file.title.title(key.as_deref().unwrap_or_default(), c);
    let question = file.question.read(c).flatten();
    let weight = file.weight.or_default(c);
    let changes = file.changes.or(Vec::new(), |it| list(it, c)).unwrap_or_default();
    changes.iter().for_each(|it| shared(it, c));
    if let (Some(_), Some(at)) = (&file.changes.at, &file.file.at) {
        let what = say!("и changes, и file", "both changes and a file");
        c.wrong(at, what, say!("оставьте одно", "keep one"));
    }
    file.file.read(c);
    let place = file.file.at.as_ref().map(|it| it.node.place);
    let found = differences.iter().find(|it| Some(it.0) == place);
    let row =
        Row { at: at.clone(), key: key?, changes, file: found.map(|it| &it.1), title, weight };
    Some((unknown?, file.question.at.clone().zip(question), row))
}

/// A problem where a reading changes what all readings share.
fn shared(change: &At<'_>, c: &mut Check<'_>) {
    let Some(at) = change.child("set") else { return };
    let path = at.node.text().unwrap_or("");
    let first = path.split(['.', '[']).next().unwrap_or("").trim().trim_matches('"');
    if ["plan", "claims"].contains(&first) {
        let what = say!("`{path}` общее для всех прочтений", "`{path}` is shared by all readings");
        let instead = say!(
            "меняйте то, что известно об отделе: роли, виды работ, SLA, календари",
            "change what is known of the department: roles, streams, SLAs, calendars"
        );
        c.wrong(&at, what, instead);
    }
}

/// The readings that are known to be right; what they answer is unknown no more.
fn known_readings<'a>(
    at: &At<'_>,
    open: &mut Vec<Open<'a>>,
    keys: Vec<String>,
    c: &mut Check<'_>,
) -> Vec<Row<'a>> {
    let names = Names::new("прочтение", "reading", keys);
    let mut known: Vec<Row<'a>> = Vec::new();
    for position in names.find_all(at, c) {
        let key = &names.list()[position];
        let of = open.iter().position(|it| it.rows.iter().any(|row| row.key == *key));
        let Some(of) = of else {
            let what = say!(
                "`{key}`: на этот вопрос уже есть другой ответ",
                "`{key}`: its question has another answer already"
            );
            c.wrong(at, what, say!("оставьте одно прочтение", "keep one of the readings"));
            continue;
        };
        check(&open[of], c);
        known.extend(open.remove(of).rows.into_iter().find(|it| it.key == *key));
    }
    known
}

/// What must be true of the readings of an unknown.
fn check(open: &Open<'_>, c: &mut Check<'_>) {
    let key = &open.key;
    if let [only] = open.rows.as_slice() {
        let what =
            say!("у неизвестного `{key}` одно прочтение", "the unknown `{key}` has one reading");
        let instead = say!(
            "добавьте [[plan.readings]] с unknown = \"{key}\" и changes = […]",
            "add [[plan.readings]] with unknown = \"{key}\" and changes = […]"
        );
        c.wrong(&only.at, what, instead);
        return;
    }
    for (position, row) in open.rows.iter().enumerate() {
        match (position, row.is_as_written()) {
            (0, false) => {
                let what = say!(
                    "первое прочтение `{key}` — сам сценарий, менять в нём нечего",
                    "the first reading of `{key}` is the scenario as written and changes nothing"
                );
                let instead = say!(
                    "поставьте перед ним строку без changes",
                    "put a row without changes before it"
                );
                c.wrong(&row.at, what, instead);
            }
            (1.., true) => {
                let what = say!("прочтение ничего не меняет", "the reading changes nothing");
                let instead = say!(
                    "changes = [{{ set = \"…\", value = … }}]",
                    "changes = [{{ set = \"…\", value = … }}]"
                );
                c.wrong(&row.at, what, instead);
            }
            _ => {}
        }
    }
}
