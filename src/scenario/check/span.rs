//! `[scenario]`: what is asked, and over which span.

use crate::calendar::Timeline;
use crate::scenario::keys;
use crate::scenario::model::{Discipline, Lang, Text};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, Fields};
use crate::scenario::value::{date, word};
use jiff::civil::Date;

/// What `[scenario]` says.
#[derive(Clone, Debug)]
pub struct Span {
    /// Names the output folder.
    pub(crate) name: String,
    /// The title.
    pub(crate) title: Text,
    /// The simulated span.
    pub(crate) timeline: Timeline,
    /// Replications.
    pub(crate) replications: usize,
    /// The seed.
    pub(crate) seed: u64,
    /// The language.
    pub(crate) lang: Lang,
    /// The currency.
    pub(crate) currency: String,
    /// How waiting work is ordered.
    pub(crate) discipline: Discipline,
}

/// A year that calendars know: the span of a file whose own is wrong, so that the check can go on.
const SOME_DAY: Date = Date::constant(2026, 1, 1);

/// Reads `[scenario]`; what is wrong is replaced, so that the rest can be checked.
pub(crate) fn read(root: &Fields<'_>, c: &mut Check<'_>) -> Span {
    let fields = root.get("scenario").and_then(|it| Fields::open(&it, &keys::SCENARIO, c));
    let Some(fields) = fields else {
        return Span {
            name: String::new(),
            title: Text::default(),
            timeline: Timeline::new(SOME_DAY, 1, 12, 1),
            replications: 200,
            seed: 1,
            lang: Lang::Ru,
            currency: String::new(),
            discipline: Discipline::Priority,
        };
    };
    let name = fields.get("name").and_then(|it| name(&it, c)).unwrap_or_default();
    let title = fields.title("title", &name, c);
    let start = fields.get("start").and_then(|it| date(&it, c));
    let mut whole = |key: &str, default: i64| {
        if fields.has(key) { fields.whole(key, c) } else { Some(default) }
    };
    let months = whole("months", 12);
    let (lead_in, run_out) = (whole("lead_in", 1), whole("run_out", 1));
    let (replications, seed) = (whole("replications", 200), whole("seed", 1));
    // Dates are checked against the span, which must be a wide one when the span itself is wrong.
    let known = start.is_some() && months.is_some() && lead_in.is_some() && run_out.is_some();
    let timeline = match (start, known) {
        (Some(start), true) => Timeline::new(
            start,
            lead_in.unwrap_or(1) as u32,
            months.unwrap_or(12) as u32,
            run_out.unwrap_or(1) as u32,
        ),
        _ => Timeline::new(start.unwrap_or(SOME_DAY), 60, 240, 1),
    };
    let lang = if fields.choice("language", c) == Some("en") { Lang::En } else { Lang::Ru };
    let currency = fields.get("currency").and_then(|it| currency(&it, c));
    Span {
        name,
        title,
        timeline,
        replications: replications.unwrap_or(200) as usize,
        seed: seed.unwrap_or(1) as u64,
        lang,
        currency: currency.unwrap_or_else(|| "RUB".to_owned()),
        discipline: discipline(&fields, c).unwrap_or(Discipline::Priority),
    }
}

/// How waiting work is ordered.
pub(crate) fn discipline(fields: &Fields<'_>, c: &mut Check<'_>) -> Option<Discipline> {
    Some(match fields.choice("discipline", c)? {
        "earliest-due" => Discipline::EarliestDue,
        _ => Discipline::Priority,
    })
}

/// The name of a folder: nothing that leads out of it or that a file system refuses.
fn name(at: &At<'_>, c: &mut Check<'_>) -> Option<String> {
    let name = word(at, c)?;
    let refused = |it: char| it.is_control() || "/\\:*?\"<>|".contains(it);
    let bad = name.trim().is_empty()
        || name.starts_with('.')
        || name.ends_with(['.', ' '])
        || name.chars().count() > 100
        || name.chars().any(refused);
    if bad {
        c.wrong(
            at,
            say!("так нельзя назвать папку", "a folder cannot be called so"),
            say!(
                "буквы, цифры, `-` и `_`, не длиннее 100",
                "letters, digits, `-` and `_`, at most 100"
            ),
        );
        return None;
    }
    Some(name)
}

fn currency(at: &At<'_>, c: &mut Check<'_>) -> Option<String> {
    let code = word(at, c)?;
    if code.len() != 3 || !code.bytes().all(|it| it.is_ascii_uppercase()) {
        let what = say!("это не код валюты", "this is not the code of a currency");
        c.wrong(at, what, say!("три латинские буквы: \"RUB\"", "three capital letters: \"RUB\""));
        return None;
    }
    Some(code)
}
