//! Random counts: how often, how many.

use super::number::whole;
use super::quantity::{Wanted, quantity};
use crate::scenario::keys::forms::*;
use crate::scenario::keys::{Form, kinds};
use crate::scenario::model::Count;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, join, list};

/// No more at once.
const MOST: f64 = 100_000.0;

kinds! {
    /// A random count by name.
    COUNT = "count" {
        between: May Raw(list_of(Form::Whole(0, MOST as i64))), "От и до", "Least and greatest";
        geometric: May Uncertain(Wanted::number(1.0, MOST)), "Среднее", "The mean";
        poisson: May Uncertain(Wanted::number(0.0, MOST)), "Среднее", "The mean";
        source: May Name, "Откуда число", "Where it comes from";
    }
}

/// A random whole number of times.
pub(crate) fn count(at: &At<'_>, c: &mut Check<'_>) -> Option<Count> {
    let table = at.node.table();
    let named = table.and_then(|it| {
        it.entries.iter().find(|it| it.key != "source" && COUNT.key(&it.key).is_some())
    });
    let Some(entry) = named else {
        return quantity(at, Wanted::number(0.0, MOST), c).map(Count::Fixed);
    };
    for other in table.into_iter().flat_map(|it| &it.entries).filter(|it| it.key != entry.key) {
        if other.key != "source" {
            let key = &other.key;
            let what = say!("лишний ключ `{key}`", "`{key}` does not belong here");
            let instead = say!("оставьте только `{name}`", "keep only `{name}`", name = entry.key);
            c.wrong_at(other.place, &join(&at.path, key), what, instead);
        }
    }
    let inner = at.child(&entry.key)?;
    match entry.key.as_str() {
        "between" => between(&inner, c),
        "geometric" => quantity(&inner, Wanted::number(1.0, MOST), c).map(Count::Geometric),
        _ => quantity(&inner, Wanted::number(0.0, MOST), c).map(Count::Poisson),
    }
}

fn between(at: &At<'_>, c: &mut Check<'_>) -> Option<Count> {
    let items = list(at, c)?;
    let [from, to] = items.as_slice() else {
        let what = say!("нужны два числа", "two numbers are needed");
        c.wrong_value(at, what, say!("например: [15, 25]", "for instance [15, 25]"));
        return None;
    };
    let (from, to) = (whole(from, 0, MOST as i64, c), whole(to, 0, MOST as i64, c));
    let (from, to) = (from?, to?);
    if from > to {
        let what = say!("первое число больше второго", "the first number is above the second");
        c.wrong_value(at, what, say!("[{to}, {from}]", "[{to}, {from}]"));
        return None;
    }
    Some(Count::Between(from as u32, to as u32))
}
