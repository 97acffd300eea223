//! `[scenario]`: what is asked, and over which span.

use crate::calendar::Timeline;
use crate::scenario::keys::ScenarioFile;
use crate::scenario::model::{Discipline, Lang, Text};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check};
use crate::scenario::value::word;
use jiff::civil::Date;

/// What `[scenario]` says.
#[derive(Clone, Debug)]
pub struct Span {
    /// Names the output folder.
    pub(crate) name: String,
    pub(crate) title: Text,
    /// The simulated span.
    pub(crate) timeline: Timeline,
    pub(crate) replications: usize,
    pub(crate) seed: u64,
    /// The language.
    pub(crate) lang: Lang,
    pub(crate) currency: String,
    /// How waiting work is ordered.
    pub(crate) discipline: Discipline,
    pub(crate) not_measured: Text,
}

/// A year that calendars know: the span of a file whose own is wrong, so that the check can go on.
const SOME_DAY: Date = Date::constant(2026, 1, 1);

/// Reads `[scenario]`; what is wrong is replaced, so that the rest can be checked.
pub(crate) fn read(root: &At<'_>, c: &mut Check<'_>) -> Span {
    let written = root.child("scenario").and_then(|it| ScenarioFile::open(&it, c));
    let nothing = written.is_none();
    let file = written.unwrap_or_else(|| ScenarioFile::of(&At::empty()));
    let name = file.name.with(|it| name(it, c)).flatten().unwrap_or_default();
    let title = file.title.title(&name, c);
    let start = file.start.read(c);
    let months = file.months.at.as_ref().map_or(Some(12), |_| file.months.read(c));
    let (lead_in, run_out) = (file.lead_in.read(c), file.run_out.read(c));
    let timeline = match (start, lead_in, months, run_out) {
        (Some(start), Some(lead_in), Some(months), Some(run_out)) => {
            Timeline::new(start, lead_in, months, run_out)
        }
        _ if nothing => Timeline::new(SOME_DAY, 1, 12, 1),
        // Dates are checked against the span, which must be a wide one when the span itself is wrong.
        _ => Timeline::new(start.unwrap_or(SOME_DAY), 60, 240, 1),
    };
    Span {
        name,
        title,
        timeline,
        replications: file.replications.or_default(c),
        seed: file.seed.or_default(c),
        lang: file.language.or_default(c),
        currency: file.currency.with(|it| currency(it, c)).flatten().unwrap_or("RUB".to_owned()),
        discipline: file.discipline.or_default(c),
        not_measured: file.not_measured.title("", c),
    }
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

/// What people write for a currency, and its code.
const SIGNS: [(&str, &str); 6] =
    [("$", "USD"), ("us$", "USD"), ("€", "EUR"), ("£", "GBP"), ("₽", "RUB"), ("₸", "KZT")];
/// How the names of currencies begin, and their codes.
const NAMES: [(&str, &str); 12] = [
    ("dollar", "USD"),
    ("us dollar", "USD"),
    ("доллар", "USD"),
    ("euro", "EUR"),
    ("евро", "EUR"),
    ("pound", "GBP"),
    ("фунт", "GBP"),
    ("руб", "RUB"),
    ("ruble", "RUB"),
    ("rouble", "RUB"),
    ("тенге", "KZT"),
    ("tenge", "KZT"),
];

fn currency(at: &At<'_>, c: &mut Check<'_>) -> Option<String> {
    let code = word(at, c)?;
    if code.len() != 3 || !code.bytes().all(|it| it.is_ascii_uppercase()) {
        let small = code.trim().trim_end_matches('.').to_lowercase();
        let mut named = NAMES.iter().filter(|it| small.starts_with(it.0));
        let sign = SIGNS.iter().find(|it| it.0 == small).or_else(|| named.next());
        let sign = sign.map(|it| it.1.to_owned());
        let capitals = || Some(small.to_uppercase()).filter(|it| it.is_ascii() && it.len() == 3);
        let meant = sign.or_else(capitals);
        let what = say!("это не код валюты", "this is not the code of a currency");
        let instead = match meant {
            Some(meant) => say!("напишите \"{meant}\"", "write \"{meant}\""),
            None => say!(
                "три латинские буквы: \"RUB\", \"USD\"",
                "three capital letters: \"USD\", \"EUR\""
            ),
        };
        c.wrong(at, what, instead);
        return None;
    }
    Some(code)
}
