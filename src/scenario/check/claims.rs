//! `[[claims]]`: sentences to be put to the test.

use super::all_of;
use super::book::Book;
use super::plan::input;
use super::streams::Work;
use crate::measures::{Measure, Measured, Scope, Unit};
use crate::scenario::keys::forms::{May, Name};
use crate::scenario::keys::{ClaimFile, TestFile, complete};
use crate::scenario::model::{Bounds, Claim, ClaimTest};
use crate::scenario::names::Names;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, list};
use crate::scenario::value::{Units, Wanted, known, whole, word};

/// The longest horizon.
const MOST_MONTHS: i64 = 240;

/// Reads every claim.
pub(crate) fn all(
    root: &At<'_>,
    work: &Work,
    book: &Book,
    c: &mut Check<'_>,
) -> Option<Vec<Claim>> {
    let Some(at) = root.child("claims") else {
        return Some(Vec::new());
    };
    let mut ids: Vec<String> = Vec::new();
    let mut claims = Vec::new();
    for mut at in list(&at, c)? {
        if let Some(id) = at.node.own_key() {
            at.path = format!("claims.{id}");
        }
        let before = c.problems.len();
        let claim = claim(&at, &mut ids, root, work, book, c);
        // A claim about months that the horizon does not reach is left out.
        if claim.is_some() || c.problems.len() > before {
            claims.push(claim);
        }
    }
    all_of(claims)
}

fn claim(
    at: &At<'_>,
    ids: &mut Vec<String>,
    tree: &At<'_>,
    work: &Work,
    book: &Book,
    c: &mut Check<'_>,
) -> Option<Claim> {
    let file = ClaimFile::open(at, c)?;
    let id = file.id.read(c);
    if let (Some(id), Some(at)) = (&id, &file.id.at) {
        if ids.contains(id) {
            let what = say!("утверждение `{id}` уже есть", "there is a claim `{id}` already");
            c.wrong(at, what, say!("дайте другой номер", "choose another id"));
        }
        ids.push(id.clone());
    }
    complete!(Claim {
        id,
        text: file.text.read(c),
        note: Some(file.note.title("", c)),
        tests: file.tests.with(|it| tests(it, tree, work, book, c)),
    })
}

fn tests(
    at: &At<'_>,
    tree: &At<'_>,
    work: &Work,
    book: &Book,
    c: &mut Check<'_>,
) -> Option<Vec<ClaimTest>> {
    let items = list(at, c)?;
    if items.is_empty() {
        let what = say!("нет ни одной проверки", "there is no test");
        c.wrong(at, what, say!("tests = [{{ measure = … }}]", "tests = [{{ measure = … }}]"));
        return None;
    }
    all_of(items.iter().map(|it| test(it, tree, work, book, c)).collect())
}

fn test(
    at: &At<'_>,
    tree: &At<'_>,
    work: &Work,
    book: &Book,
    c: &mut Check<'_>,
) -> Option<ClaimTest> {
    let file = TestFile::open(at, c)?;
    let policy = file.policy.with(|it| book.policies.find(it, c));
    let measure = file.measure.with(|it| measure(it, work, book, c));
    let scope = measure.as_ref().and_then(|it| scope(it, at, &file.scope, book, c));
    let months = file.months.with(|it| months(it, book, c));
    let factor = file.factor.read(c);
    let unit = measure.as_ref().map(Measured::unit);
    let mut bound = |at: &At<'_>| bound(at, unit?, factor, c);
    let (at_least, at_most) = (file.at_least.with(&mut bound), file.at_most.with(&mut bound));
    if file.at_least.at.is_none() && file.at_most.at.is_none() {
        let what = say!("не с чем сравнивать", "there is nothing to compare with");
        c.wrong(at, what, say!("at_least = … или at_most = …", "at_least = … or at_most = …"));
        return None;
    }
    if let (Some(Some(least)), Some(Some(most))) = (at_least, at_most)
        && least > most
    {
        let what = say!("at_least больше at_most", "at_least is above at_most");
        c.wrong(at, what, say!("поменяйте их местами", "swap them"));
    }
    complete!(ClaimTest {
        policy: policy.map(|it| it.map(|it| book.policies.list()[it].clone())),
        measure,
        scope,
        months,
        factor,
        bounds: at_least.zip(at_most).map(|(at_least, at_most)| Bounds { at_least, at_most }),
        unit: Some(file.unit.title("", c)),
        breakeven: file.breakeven.with(|it| input(it, tree, c)),
    })
}

fn measure(at: &At<'_>, work: &Work, book: &Book, c: &mut Check<'_>) -> Option<Measured> {
    let key = word(at, c)?;
    if let Some(known) = Measure::of(&key) {
        return Some(Measured::Known(known));
    }
    let open = work.open_measures.iter().map(|(key, _)| key);
    let own = book.drivers.list().iter().chain(open);
    if own.clone().any(|it| *it == key) {
        return Some(Measured::Own(key));
    }
    let all = Measure::ALL.iter().map(|it| it.key().to_owned()).chain(own.cloned());
    Names::new("показатель", "measure", all).unknown(&key, at, c);
    None
}

fn scope(
    measure: &Measured,
    test: &At<'_>,
    written: &May<'_, Name>,
    book: &Book,
    c: &mut Check<'_>,
) -> Option<String> {
    let whole = || "all".to_owned();
    let streams = || book.streams.list().iter().cloned();
    let roles = || book.roles.list().iter().cloned();
    let (names, default) = match measure.scope() {
        Scope::Stream => (Names::new("вид работ", "stream", streams()), None),
        Scope::Sla => (book.slas.clone(), None),
        Scope::Role => (Names::new("роль", "role", roles()), None),
        Scope::SlaOrAll => {
            let slas = book.slas.list().iter().cloned();
            (Names::new("SLA или all", "SLA or `all`", slas.chain([whole()])), None)
        }
        Scope::Payer => {
            let slas = book.slas.list().iter().cloned();
            let bought = book.bought.iter().cloned();
            let all = [whole()].into_iter().chain(roles()).chain(bought).chain(slas);
            (Names::new("чьи затраты", "cost", all), Some(whole()))
        }
        Scope::All => (Names::new("область", "scope", [whole()]), Some(whole())),
    };
    match &written.at {
        Some(at) => names.find(at, c).map(|it| names.list()[it].clone()),
        None if default.is_some() => default,
        None => {
            let what =
                say!("не сказано, чей показатель `{measure}`", "it is not said whose `{measure}`");
            let some = names
                .list()
                .iter()
                .take(10)
                .map(|it| format!("\"{it}\""))
                .collect::<Vec<_>>()
                .join(", ");
            c.wrong(test, what, say!("scope = одно из: {some}", "scope = one of {some}"));
            None
        }
    }
}

fn months(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<(u32, u32)> {
    let all = book.timeline.months() as i64;
    let items = list(at, c)?;
    let [from, to] = items.as_slice() else {
        let what = say!("нужны два номера месяцев", "two numbers of months are needed");
        c.wrong(at, what, say!("например: [1, {all}]", "for instance [1, {all}]"));
        return None;
    };
    let elsewhere = book.span_is_elsewhere(at);
    let most = if elsewhere { MOST_MONTHS } else { all };
    let (from, to) = (whole(from, 1, most, c), whole(to, 1, most, c));
    let (from, to) = (from?, to?);
    if to > all && from <= to {
        let path = &at.path;
        c.note(say!(
            "{path}: месяцы {from}–{to} за горизонтом, утверждение не проверяется",
            "{path}: months {from}–{to} are beyond the horizon, the claim is not tested"
        ));
        return None;
    }
    if from > to {
        let what = say!("первый месяц позже последнего", "the first month is after the last");
        c.wrong(at, what, say!("[{to}, {from}]", "[{to}, {from}]"));
        return None;
    }
    Some((from as u32, to as u32))
}

fn bound(at: &At<'_>, unit: Unit, factor: Option<f64>, c: &mut Check<'_>) -> Option<f64> {
    match unit {
        // A share that is multiplied first may be compared with more than one.
        Unit::Share => known(at, Wanted::share_between(0.0, factor.unwrap_or(1.0).max(1.0)), c),
        Unit::Hours if at.node.text().is_some_and(|it| it.contains(char::is_alphabetic)) => {
            known(at, Wanted::time(Units::CALENDAR), c).map(|it| it / 3_600.0)
        }
        _ => known(at, Wanted::amount(), c),
    }
}
