//! Quantities: a number, share or duration that is known or a range.

use super::duration::{Units, parse_duration};
use super::number::{Wrong, number_of, parse_number};
use super::{RangeFile, comma, meant, plain, said, shown};
use crate::scenario::inputs;
use crate::scenario::keys::Form;
use crate::scenario::model::{Input, Quantity, Range, Text};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check};
use crate::scenario::tree::{Node, Value};

/// What a quantity must be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    unit: Unit,
    least: f64,
    most: f64,
    /// Whether `least` itself is too little.
    above_least: bool,
}

#[derive(Clone, Copy, Debug)]
enum Unit {
    Number,
    Factor,
    Share,
    Time(Units),
}

impl Wanted {
    /// A number between two bounds.
    pub(crate) const fn number(least: f64, most: f64) -> Self {
        Self { unit: Unit::Number, least, most, above_least: false }
    }

    /// Money, or anything else that is not negative.
    pub(crate) const fn amount() -> Self {
        Self::number(0.0, super::number::MOST)
    }

    /// A factor on something, of which a share is left or which grows a few times.
    pub(crate) const fn factor(most: f64) -> Self {
        Self { unit: Unit::Factor, ..Self::number(0.0, most) }
    }

    /// A share between 0 and 100 %.
    pub(crate) const fn share() -> Self {
        Self::share_between(0.0, 1.0)
    }

    /// A share between two bounds.
    pub(crate) const fn share_between(least: f64, most: f64) -> Self {
        Self { unit: Unit::Share, ..Self::number(least, most) }
    }

    /// A duration on a clock.
    pub(crate) const fn time(units: Units) -> Self {
        Self { unit: Unit::Time(units), ..Self::number(0.0, f64::INFINITY) }
    }

    /// A duration on a clock, of so many seconds at least.
    pub(crate) const fn time_of(units: Units, least: f64) -> Self {
        Self { least, ..Self::time(units) }
    }

    /// The same, but above the least value.
    pub(crate) const fn above(self) -> Self {
        Self { above_least: true, ..self }
    }

    /// As the format describes it.
    pub(crate) fn form(self) -> Form {
        match self.unit {
            Unit::Number | Unit::Factor => Form::Number,
            Unit::Share => Form::Share,
            Unit::Time(_) => Form::Duration,
        }
    }

    fn words(self) -> (Text, &'static str) {
        match self.unit {
            Unit::Number => (say!("число", "a number"), "100"),
            Unit::Factor => (say!("множитель", "a factor"), "0.8"),
            Unit::Share => (say!("доля", "a share"), "\"7.5%\""),
            Unit::Time(_) => (say!("длительность", "a duration"), "\"75min\", \"4h\", \"2d\""),
        }
    }
}

/// A value in the program's unit, and the unit it was written in.
#[derive(Clone, Copy, Debug)]
struct Scalar {
    value: f64,
    unit: &'static str,
    scale: f64,
}

/// A quantity: known, or an uncertain input of this path.
pub(crate) fn quantity(at: &At<'_>, wanted: Wanted, c: &mut Check<'_>) -> Option<Quantity> {
    let at = &plain(at, c)?;
    let is_range =
        at.node.table().is_some_and(|it| it.get("min").is_some() || it.get("max").is_some());
    if is_range {
        range(at, wanted, c)
    } else {
        scalar(at, wanted, true, c).map(|it| Quantity::Known(it.value))
    }
}

/// A day of the calendar clock, in seconds.
const DAY: f64 = 86_400.0;

/// A quantity that cannot be a range.
pub(crate) fn known(at: &At<'_>, wanted: Wanted, c: &mut Check<'_>) -> Option<f64> {
    let at = &plain(at, c)?;
    if at.node.table().is_some_and(|it| it.get("min").is_some() || it.get("max").is_some()) {
        let what = say!("здесь не может быть диапазона", "this cannot be a range");
        c.wrong_value(at, what, say!("напишите одно значение", "write a single value"));
        return None;
    }
    scalar(at, wanted, false, c).map(|it| it.value)
}

fn range(at: &At<'_>, wanted: Wanted, c: &mut Check<'_>) -> Option<Quantity> {
    let file = RangeFile::open(at, c)?;
    file.source.read(c);
    let title = file.title.read(c).flatten();
    let min = file.min.with(|it| scalar(it, wanted, false, c));
    let max = file.max.with(|it| scalar(it, wanted, false, c));
    let mode = file.mode.with(|it| scalar(it, wanted, false, c));
    let (min, max) = (min?, max?);
    if min.value > max.value {
        let (least, most) = (file.min.with(written)?, file.max.with(written)?);
        c.wrong_value(
            at,
            say!("min больше max: {least} и {most}", "min is above max: {least} and {most}"),
            say!("поменяйте их местами", "swap them"),
        );
        return None;
    }
    let range = match (mode?, file.mode.at) {
        (Some(mode), Some(mode_at)) => {
            let mode = mode.value;
            if !(min.value..=max.value).contains(&mode) {
                let what = say!("mode не между min и max", "mode is not between min and max");
                c.wrong_value(&mode_at, what, say!("min ≤ mode ≤ max", "min ≤ mode ≤ max"));
                return None;
            }
            Range::Triangular { min: min.value, mode, max: max.value }
        }
        _ => Range::Uniform { min: min.value, max: max.value },
    };
    if min.value == max.value {
        return Some(Quantity::Known(min.value));
    }
    let titled = title.is_some();
    let title = title.unwrap_or_else(|| inputs::title_of(&at.path, &c.subject));
    let source = file.source.with(|it| it.node.text().map(str::to_owned)).flatten();
    let id = file.id.read(c).flatten();
    let input = Input {
        path: at.path.clone(),
        id: id.clone(),
        title,
        unit: max.unit.to_owned(),
        scale: max.scale,
        range,
        source,
    };
    match c.inputs.add(input, titled) {
        Ok(input) => Some(Quantity::Uncertain(input, 1.0)),
        Err(_) => {
            let id = id.unwrap_or_default();
            c.wrong(
                at,
                say!(
                    "у числа `{id}` уже есть другой диапазон",
                    "the number `{id}` has another range elsewhere"
                ),
                say!(
                    "одно число — один диапазон: сделайте их равными или дайте другой id",
                    "one number has one range: make them equal or choose another id"
                ),
            );
            None
        }
    }
}

/// A value in a few words.
fn written(at: &At<'_>) -> Option<String> {
    Some(match &at.node.value {
        Value::Text(text) => text.chars().take(40).collect(),
        _ => shown(at.node).en,
    })
}

fn scalar(at: &At<'_>, wanted: Wanted, may_be_range: bool, c: &mut Check<'_>) -> Option<Scalar> {
    let read = match wanted.unit {
        Unit::Number => number(at.node),
        Unit::Factor => factor(at.node),
        Unit::Share => share(at.node),
        Unit::Time(units) => time(at.node, units),
    };
    match read {
        None => {
            let (words, example) = wanted.words();
            c.wrong_type(at, words, example);
            None
        }
        Some(Err((what, instead))) => {
            let spoken = at.node.text().and_then(|it| {
                let per = || said_per(it, &at.path);
                spoken(it, wanted.unit, may_be_range).or_else(per)
            });
            let written = spoken.map(|it| say!("напишите {it}", "write {it}"));
            c.wrong_value(at, what, written.unwrap_or(instead));
            None
        }
        Some(Ok(scalar)) => within(scalar, at, wanted, c).then_some(scalar),
    }
}

/// Pay or a rate with the span that it is for.
fn said_per(text: &str, path: &str) -> Option<String> {
    match path.rsplit('.').next()? {
        "pay" => said::pay(text),
        "rate" => said::per(text).map(|(rate, per)| format!("{rate}, per = \"{per}\"")),
        _ => None,
    }
}

/// The value that is meant by a text that people would understand.
fn spoken(text: &str, unit: Unit, may_be_range: bool) -> Option<String> {
    // A comma may be read in two ways, of which the reader of numbers tells.
    if text.contains(',') && !text.contains(meant::SIGNS) {
        return None;
    }
    let quoted = |it: String| format!("\"{it}\"");
    let range = meant::range(text).filter(|it| {
        let (share, time) = (it.contains('%'), it.contains('"') && !it.contains('%'));
        may_be_range
            && match unit {
                Unit::Number => !share && !time,
                Unit::Factor => !time,
                Unit::Share => share,
                Unit::Time(_) => time,
            }
    });
    range.or_else(|| match unit {
        Unit::Number => meant::amount(text),
        Unit::Factor | Unit::Share => meant::share(text).map(quoted),
        Unit::Time(units) => {
            let fits = |it: &String| parse_duration(it, units).is_ok();
            meant::duration(text).filter(fits).map(quoted)
        }
    })
}

fn within(scalar: Scalar, at: &At<'_>, wanted: Wanted, c: &mut Check<'_>) -> bool {
    let shown = written(at).unwrap_or_default();
    let bound = |value: f64| match wanted.unit {
        Unit::Share => format!("{} %", value * 100.0),
        Unit::Number | Unit::Factor => value.to_string(),
        Unit::Time(_) if value > 0.0 && value % DAY == 0.0 => format!("{}d", value / DAY),
        Unit::Time(_) => format!("{value}s"),
    };
    let (least, most) = (bound(wanted.least), bound(wanted.most));
    if scalar.value < wanted.least || (wanted.above_least && scalar.value == wanted.least) {
        let what = say!("слишком мало: {shown}", "too little: {shown}");
        let instead = if wanted.above_least {
            say!("нужно больше {least}", "it must be above {least}")
        } else {
            say!("нужно не меньше {least}", "it must be at least {least}")
        };
        c.wrong_value(at, what, instead);
        return false;
    }
    if scalar.value > wanted.most {
        let what = say!("слишком много: {shown}", "too much: {shown}");
        let percent = matches!(wanted.unit, Unit::Share | Unit::Factor)
            && !shown.contains('%')
            && scalar.value <= 100.0;
        let instead = if percent {
            say!(
                "нужно не больше {most}; {shown} процентов пишется \"{shown}%\"",
                "it must be at most {most}; {shown} per cent is written \"{shown}%\""
            )
        } else {
            say!("нужно не больше {most}", "it must be at most {most}")
        };
        c.wrong_value(at, what, instead);
        return false;
    }
    true
}

fn number(node: &Node) -> Option<Result<Scalar, Wrong>> {
    if let Value::Text(text) = &node.value
        && parse_number(text).is_err()
    {
        if text.trim_end().ends_with('%') {
            let what = say!(
                "здесь нужно число, а не доля: {text}",
                "a number is needed, not a share: {text}"
            );
            return Some(Err((what, say!("напишите без знака %", "write it without the % sign"))));
        }
        if parse_duration(text, Units::CALENDAR).is_ok() {
            let what = say!(
                "здесь нужно число, а не длительность: {text}",
                "a number is needed, not a duration: {text}"
            );
            return Some(Err((
                what,
                say!("напишите число без единицы", "write a number without a unit"),
            )));
        }
    }
    let read = number_of(node)?;
    Some(read.map(|value| Scalar { value, unit: "", scale: 1.0 }))
}

fn factor(node: &Node) -> Option<Result<Scalar, Wrong>> {
    match &node.value {
        Value::Text(text) if text.trim_end().ends_with('%') => share(node),
        _ => number(node),
    }
}

fn share(node: &Node) -> Option<Result<Scalar, Wrong>> {
    let percent = |value: f64| Scalar { value, unit: "%", scale: 0.01 };
    if let Value::Text(text) = &node.value {
        if let Some(number) = text.trim_end().strip_suffix('%') {
            if let Some(wrong) = comma::wrong(number.trim(), &|it| format!("\"{it}%\"")) {
                return Some(Err(wrong));
            }
            // Dividing keeps "7.5%" the nearest number to 0.075.
            return Some(parse_number(number).map(|it| percent(it / 100.0)));
        }
        if parse_number(text).is_err() && parse_duration(text, Units::CALENDAR).is_ok() {
            let what = say!(
                "здесь нужна доля, а не длительность: {text}",
                "a share is needed, not a duration: {text}"
            );
            return Some(Err((what, say!("например: \"7.5%\"", "for instance \"7.5%\""))));
        }
    }
    // Only per cent are above 1.
    let whole = |it: &str| match it.parse::<f64>() {
        Ok(number) if number > 1.0 => format!("\"{it}%\""),
        _ => it.to_owned(),
    };
    if let Value::Text(text) = &node.value
        && let Some(wrong) = comma::wrong(text.trim(), &whole)
    {
        return Some(Err(wrong));
    }
    Some(number_of(node)?.map(percent))
}

fn time(node: &Node, units: Units) -> Option<Result<Scalar, Wrong>> {
    let read = match &node.value {
        Value::Text(text) => parse_duration(text, units),
        Value::Whole(0) => parse_duration("0", units),
        Value::Whole(_) | Value::Number(_) => {
            let number = shown(node).en;
            parse_duration(&number, units)
        }
        _ => return None,
    };
    Some(read.map(|it| Scalar { value: it.seconds, unit: it.unit, scale: it.scale }))
}
