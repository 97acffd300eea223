//! Classes of tickets, and columns whose values mark escalations and repeats.

use super::kind::Kind;
use super::{Field, Recognised, words};
use crate::fit::Request;
use crate::fit::columns::{Column, Columns};

/// More classes than this are a list of subjects.
const MOST: usize = 8;

/// A value of the class column and what it is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Class {
    /// The value as written.
    pub(crate) value: String,
    /// The last part of its stream's key; a whole key where the user gave one.
    pub(crate) key: String,
    /// What kind of work it is, where its name says so.
    pub(crate) kind: Option<Kind>,
}

/// Decides which column holds the class, and what its values are.
pub(super) fn classes(found: &mut Recognised, columns: &Columns, request: &Request) {
    let is_given = request.map.iter().any(|it| it.0.eq_ignore_ascii_case("class"));
    if !is_given {
        let candidates = [found.at(Field::Class), found.at(Field::Priority)];
        let usable = |at: &usize| is_list(&columns.all[*at], columns.rows);
        let best = candidates.into_iter().flatten().filter(usable).max_by_key(|at| {
            // Of two lists, the one whose values are known words; of equals, the type before the priority.
            (known(&columns.all[*at]), Some(*at) == candidates[0])
        });
        found.columns.retain(|it| it.0 != Field::Class);
        found.columns.extend(best.map(|at| (Field::Class, at)));
    }
    let Some(at) = found.at(Field::Class) else { return };
    let kinds = columns.all[at].kinds.iter().flatten();
    let mut values: Vec<(&String, u64)> = kinds.map(|(value, count)| (value, *count)).collect();
    values.sort_by_key(|it| std::cmp::Reverse(it.1));
    for (number, (value, _)) in values.iter().take(MOST).enumerate() {
        let given = request.classes.iter().find(|it| it.0.to_lowercase() == value.to_lowercase());
        let kind = words::kind(value);
        let is_free = |key: &str| found.classes.iter().all(|it| it.key != key);
        let usual = kind.map(Kind::key).filter(|it| is_free(it)).map(str::to_owned);
        let usual = usual.unwrap_or_else(|| format!("class-{}", number + 1));
        let key = given.map_or(usual, |it| it.1.clone());
        found.classes.push(Class { value: (*value).clone(), key, kind });
    }
}

/// Whether a column is a list of a few kinds that nearly every ticket has.
fn is_list(column: &Column, rows: u64) -> bool {
    let Some(kinds) = &column.kinds else { return false };
    let largest = kinds.values().max().copied().unwrap_or(0);
    (2..=MOST).contains(&kinds.len())
        && column.filled * 10 >= rows * 8
        && largest * 100 < column.filled * 99
}

fn known(column: &Column) -> usize {
    column.kinds.iter().flatten().filter(|it| words::kind(it.0).is_some()).count()
}

/// Finds columns whose values mark escalations and repeats, whatever they are called.
pub(super) fn marks(found: &mut Recognised, columns: &Columns) {
    let is_rare = |count: u64| count * 1000 >= columns.rows && count * 10 <= columns.rows * 6;
    let people = [Field::Agent, Field::Client, Field::Project, Field::Id, Field::Class];
    let (mut escalation, mut repeat) = (Vec::new(), Vec::new());
    for (at, column) in columns.all.iter().enumerate() {
        let named = |field| found.at(field) == Some(at);
        let kinds = column.kinds.iter().flatten();
        let marked =
            |is: fn(&str) -> bool| kinds.clone().filter(|it| is(it.0)).map(|it| it.1).sum::<u64>();
        let means_else = people.iter().any(|it| named(*it));
        let may_say = named(Field::Project) || !means_else;
        if named(Field::Escalated) || may_say && is_rare(marked(words::is_escalation)) {
            escalation.push(at);
        }
        let says_again = !means_else && is_rare(marked(words::is_repeat));
        if named(Field::Repeat) || named(Field::Reopens) || says_again {
            repeat.push(at);
        }
    }
    (found.escalation, found.repeat) = (escalation, repeat);
}

/// Whether a cell of a marking column marks the ticket: a word, a number above zero, or an id.
pub(crate) fn marks_escalation(cell: &str, is_named: bool) -> bool {
    words::is_escalation(cell) || is_named && is_something(cell)
}

/// The same of a repeat.
pub(crate) fn marks_repeat(cell: &str, is_named: bool) -> bool {
    words::is_repeat(cell) || is_named && is_something(cell)
}

fn is_something(cell: &str) -> bool {
    !crate::fit::columns::is_blank(cell) && cell.parse::<f64>().map_or(true, |it| it > 0.0)
}
