//! Random durations: a mean, and how values lie around it.

use super::duration::Units;
use super::quantity::{Wanted, known, quantity};
use crate::random::Shape;
use crate::scenario::keys::forms::*;
use crate::scenario::keys::{Form, Rows, kinds, tables};
use crate::scenario::model::{Duration, Quantity};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, list, open};

tables! {
    /// What may be said about a distribution.
    ABOUT = "about", AboutFile {
        source: May KeyWord, "Откуда число", "Where it comes from";
        title: May Title, "Название в отчётах", "Title in reports";
    }

    /// A mean, and how far values lie from it.
    MEAN = "mean", MeanFile {
        mean: Must Time, "среднее и разброс", "mean and spread";
        cv: May Raw(Form::Ratio), "Отклонение ÷ среднее", "Deviation ÷ mean";
        about: Shared Keys(&ABOUT), "", "";
    }

    /// Anything between two bounds, or with a most likely value between them.
    TRIANGULAR = "triangular", TriangularFile {
        min: Must Time, "среднее и разброс", "mean and spread";
        mode: Must Time, "среднее и разброс", "mean and spread";
        max: Must Time, "среднее и разброс", "mean and spread";
        source: May KeyWord, "Откуда число", "Where it comes from";
    }
}

kinds! {
    /// A distribution by name.
    NAMED = "distribution" {
        fixed: May Time, "Всегда столько", "Always the same";
        exponential: May Time, "Среднее", "The mean";
        lognormal: May Raw(Form::Table(&MEAN)), "Среднее и разброс", "Mean and spread";
        gamma: May Raw(Form::Table(&MEAN)), "Среднее и разброс", "Mean and spread";
        uniform: May Raw(Form::Table(&UNIFORM)), "Между двумя", "Between two bounds";
        triangular: May Raw(Form::Table(&TRIANGULAR)), "Между двумя", "Between two bounds";
        empirical: May Raw(list_of(Form::Duration)), "Одно из значений", "One of the values";
        about: Shared Keys(&ABOUT), "", "";
    }

    /// Anything between two bounds.
    UNIFORM = "uniform" {
        min: Must Time, "среднее и разброс", "mean and spread";
        max: Must Time, "среднее и разброс", "mean and spread";
        source: May KeyWord, "Откуда число", "Where it comes from";
    }
}

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
    open(at, &NAMED, c)?;
    about(&AboutFile::of(at), c);
    let named: Vec<&(&str, Read)> = READERS.iter().filter(|it| has(it.0)).collect();
    let [(name, read)] = named.as_slice() else {
        let what = if named.is_empty() {
            say!("нет распределения", "no distribution is named")
        } else {
            say!("названо несколько распределений", "several distributions are named")
        };
        let known = "\"40min\", { mean = \"40min\", cv = 1.2 }, { fixed = … }, { exponential = … }, { gamma = … }, \
                     { uniform = … }, { triangular = … }, { empirical = [ … ] }";
        c.wrong_value(at, what, say!("одно из: {known}", "one of {known}"));
        return None;
    };
    read(&at.child(name)?, units, c)
}

/// Reads what stands under the name of a distribution.
type Read = fn(&At<'_>, Units, &mut Check<'_>) -> Option<Duration>;

/// How each of them is read.
const READERS: [(&str, Read); 7] = [
    ("fixed", fixed),
    ("exponential", |at, units, c| {
        Some(Duration { mean: quantity(at, Wanted::time(units), c)?, shape: Shape::Exponential })
    }),
    ("lognormal", |at, units, c| around_mean(at, units, c, |cv| Shape::Lognormal { cv })),
    ("gamma", |at, units, c| around_mean(at, units, c, |cv| Shape::Gamma { cv })),
    ("uniform", |at, units, c| bounded(at, &UNIFORM, units, c)),
    ("triangular", |at, units, c| bounded(at, &TRIANGULAR, units, c)),
    ("empirical", empirical),
];

fn about(file: &AboutFile<'_>, c: &mut Check<'_>) {
    file.source.read(c);
    file.title.read(c);
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
    let file = MeanFile::open(at, c)?;
    about(&AboutFile::of(&file.about.at), c);
    let mean = file.mean.with(|it| quantity(it, Wanted::time(units), c));
    // Above 20 a simulation of any length would not show the mean.
    let cv = file.cv.with(|it| known(it, Wanted::factor(20.0), c));
    let (mean, cv) = (mean?, cv?.unwrap_or(1.0));
    let shape = if cv == 0.0 { Shape::Fixed } else { shape(cv) };
    Some(Duration { mean, shape })
}

fn bounded(at: &At<'_>, kind: &'static Rows, units: Units, c: &mut Check<'_>) -> Option<Duration> {
    open(at, kind, c)?;
    let file = TriangularFile::of(at);
    file.source.read(c);
    let mut bound = |it: &At<'_>| known(it, Wanted::time(units), c);
    let (min, max) = (file.min.with(&mut bound), file.max.with(&mut bound));
    let mode = if kind.key("mode").is_some() { Some(file.mode.with(&mut bound)?) } else { None };
    let (min, max) = (min?, max?);
    if min > max {
        let what = say!("min больше max", "min is above max");
        c.wrong_value(at, what, say!("поменяйте их местами", "swap them"));
        return None;
    }
    if let Some(mode) = mode
        && !(min..=max).contains(&mode)
    {
        let what = say!("mode не между min и max", "mode is not between min and max");
        c.wrong_value(&file.mode.at?, what, say!("min ≤ mode ≤ max", "min ≤ mode ≤ max"));
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
