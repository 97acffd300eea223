//! Random durations: a mean, and how values lie around it.

use super::duration::Units;
use super::quantity::{Wanted, known, quantity};
use super::word::{source, text};
use crate::random::Shape;
use crate::scenario::keys::{Form, Key, Kind};
use crate::scenario::model::{Duration, Quantity};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, Fields, list};

const fn key(name: &'static str, form: Form, required: bool) -> Key {
    Key { name, form, required, ru: "среднее и разброс", en: "mean and spread" }
}

const SOURCE: Key = key("source", Form::Text, false);
const TITLE: Key = key("title", Form::Title, false);

static MEAN: Kind = Kind {
    name: "mean",
    keys: &[key("mean", Form::Duration, true), key("cv", Form::Number, false), SOURCE, TITLE],
};
static NAMED: Kind = Kind {
    name: "distribution",
    keys: &[
        key("fixed", Form::Duration, false),
        key("exponential", Form::Duration, false),
        key("lognormal", Form::Table(&MEAN), false),
        key("gamma", Form::Table(&MEAN), false),
        key("uniform", Form::Table(&UNIFORM), false),
        key("triangular", Form::Table(&TRIANGULAR), false),
        key("empirical", Form::List(&Form::Duration), false),
        SOURCE,
        TITLE,
    ],
};
static UNIFORM: Kind = Kind {
    name: "uniform",
    keys: &[key("min", Form::Duration, true), key("max", Form::Duration, true), SOURCE],
};
static TRIANGULAR: Kind = Kind {
    name: "triangular",
    keys: &[
        key("min", Form::Duration, true),
        key("mode", Form::Duration, true),
        key("max", Form::Duration, true),
        SOURCE,
    ],
};

/// A random duration on a clock.
pub(crate) fn duration(at: &At<'_>, units: Units, c: &mut Check<'_>) -> Option<Duration> {
    let table = at.node.table();
    let has = |key: &str| table.is_some_and(|it| it.get(key).is_some());
    if table.is_none() || has("value") || has("min") || has("max") {
        return fixed(at, units, c);
    }
    if has("mean") || has("cv") {
        return around_mean(at, units, c, |cv| Shape::Lognormal { cv });
    }
    let fields = Fields::open(at, &NAMED, c)?;
    source(&fields, c);
    if let Some(title) = fields.get("title") {
        text(&title, c);
    }
    let shapes: Vec<&str> =
        NAMED.keys[..7].iter().map(|it| it.name).filter(|it| fields.has(it)).collect();
    let [shape] = shapes.as_slice() else {
        let what = if shapes.is_empty() {
            say!("нет распределения", "no distribution is named")
        } else {
            say!("названо несколько распределений", "several distributions are named")
        };
        let known = "\"40min\", { mean = \"40min\", cv = 1.2 }, { fixed = … }, { exponential = … }, { gamma = … }, \
                     { uniform = … }, { triangular = … }, { empirical = [ … ] }";
        c.wrong_value(at, what, say!("одно из: {known}", "one of {known}"));
        return None;
    };
    let inner = fields.get(shape)?;
    match *shape {
        "fixed" => fixed(&inner, units, c),
        "exponential" => {
            let mean = quantity(&inner, Wanted::time(units), c)?;
            Some(Duration { mean, shape: Shape::Exponential })
        }
        "lognormal" => around_mean(&inner, units, c, |cv| Shape::Lognormal { cv }),
        "gamma" => around_mean(&inner, units, c, |cv| Shape::Gamma { cv }),
        "uniform" => bounded(&inner, &UNIFORM, units, c),
        "triangular" => bounded(&inner, &TRIANGULAR, units, c),
        _ => empirical(&inner, units, c),
    }
}

fn fixed(at: &At<'_>, units: Units, c: &mut Check<'_>) -> Option<Duration> {
    Some(Duration { mean: quantity(at, Wanted::time(units), c)?, shape: Shape::Fixed })
}

fn around_mean(
    at: &At<'_>,
    units: Units,
    c: &mut Check<'_>,
    shape: impl Fn(f64) -> Shape,
) -> Option<Duration> {
    let fields = Fields::open(at, &MEAN, c)?;
    source(&fields, c);
    if let Some(title) = fields.get("title") {
        text(&title, c);
    }
    let mean = fields.get("mean").and_then(|it| quantity(&it, Wanted::time(units), c));
    // Above 20 a simulation of any length would not show the mean.
    let cv = match fields.get("cv") {
        Some(it) => known(&it, Wanted::number(0.0, 20.0), c),
        None => Some(1.0),
    };
    let (mean, cv) = (mean?, cv?);
    let shape = if cv == 0.0 { Shape::Fixed } else { shape(cv) };
    Some(Duration { mean, shape })
}

fn bounded(at: &At<'_>, kind: &'static Kind, units: Units, c: &mut Check<'_>) -> Option<Duration> {
    let fields = Fields::open(at, kind, c)?;
    source(&fields, c);
    let mut bound = |key: &str| fields.get(key).and_then(|it| known(&it, Wanted::time(units), c));
    let (min, max) = (bound("min"), bound("max"));
    let mode = if kind.key("mode").is_some() { Some(bound("mode")?) } else { None };
    let (min, max) = (min?, max?);
    if min > max {
        let what = say!("min больше max", "min is above max");
        c.wrong_value(at, what, say!("поменяйте их местами", "swap them"));
        return None;
    }
    if let Some(mode) = mode
        && !(min..=max).contains(&mode)
    {
        let mode_at = fields.get("mode")?;
        let what = say!("mode не между min и max", "mode is not between min and max");
        c.wrong_value(&mode_at, what, say!("min ≤ mode ≤ max", "min ≤ mode ≤ max"));
        return None;
    }
    if min == max {
        return Some(Duration { mean: Quantity::Known(min), shape: Shape::Fixed });
    }
    let shape = match mode {
        Some(mode) => Shape::Triangular { min, mode, max },
        None => Shape::Uniform { min, max },
    };
    Some(Duration { mean: Quantity::Known(1.0), shape })
}

fn empirical(at: &At<'_>, units: Units, c: &mut Check<'_>) -> Option<Duration> {
    let items = list(at, c)?;
    if items.is_empty() {
        let what = say!("пустой список", "an empty list");
        c.wrong_value(at, what, say!("[\"5min\", \"7min\"]", "[\"5min\", \"7min\"]"));
        return None;
    }
    let values: Vec<Option<f64>> =
        items.iter().map(|it| known(it, Wanted::time(units), c)).collect();
    let values: Vec<f64> = values.into_iter().collect::<Option<_>>()?;
    Some(Duration { mean: Quantity::Known(1.0), shape: Shape::Empirical(values) })
}
