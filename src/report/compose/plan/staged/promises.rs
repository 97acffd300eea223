//! The promises: what the document asks, what is planned for, what is kept, and what each costs.

use super::Decided;
use super::alternatives::interval;
use crate::plan::staged::data::{PricedPromise, Relaxed, Step};
use crate::report::compose::values::between;
use crate::report::{Cell, Format, Header, Table, Tone, Word, texts};

/// Each promise with its price, and how many SLAs there are beside them. Whether the plan keeps them is told in
/// the rows: the title counts what is required.
pub(crate) fn table(decided: Decided<'_>) -> Option<Table> {
    let promises = &decided.staged.promises;
    if promises.is_empty() {
        return None;
    }
    let number = |word: Word| Header::number(decided.say(word), "");
    let headers = vec![
        Header::text(decided.say(Word::Promise)),
        number(Word::DocumentShare),
        number(Word::Asked),
        number(Word::PlannedFor),
        number(Word::WithPlan),
        number(Word::WithoutPlan),
        number(Word::RelaxedTo),
        number(Word::RelaxedSaves),
    ];
    let (required, all) = (promises.len(), decided.scenario.slas.len());
    let title = decided.say(texts::PricedTitle { required, all });
    let mut table = Table::new("priced-promises", title, headers);
    for it in promises {
        table.push(row(decided, it));
    }
    let shares = decided.say(texts::SharesNote { of: promises[0].of });
    table.note = [shares].into_iter().chain(notes(decided)).collect::<Vec<_>>().join(" ");
    Some(table.without_empty_columns())
}

fn row(decided: Decided<'_>, it: &PricedPromise) -> Vec<Cell> {
    let tone = |good: bool| if good { Tone::Neutral } else { Tone::Bad };
    let relaxed = most(&it.relaxed);
    let step = |relaxed: &Relaxed| Cell::text(alone(decided, it, relaxed.step));
    vec![
        Cell::text(decided.name(&decided.scenario.slas[it.sla.index()])),
        Cell::share(it.asked),
        // Told apart where nothing attains what the scenario asks for.
        if it.stated == it.planned { Cell::empty() } else { Cell::share(it.stated) },
        Cell::share(it.planned).toned(tone(it.planned >= it.asked)),
        Cell::share(it.with).toned(tone(it.with >= it.planned)),
        Cell::share(it.without).toned(tone(it.without >= it.planned)),
        relaxed.map_or_else(Cell::empty, step),
        relaxed.map_or_else(Cell::empty, |it| interval(it.saving, Format::Money)),
    ]
}

/// The step that saves most; those that do for certain first.
fn most(relaxed: &[Relaxed]) -> Option<&Relaxed> {
    let worth = |it: &Relaxed| (it.certain, it.saving.value);
    let by = |a: &&Relaxed, b: &&Relaxed| {
        let (a, b) = (worth(a), worth(b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    };
    // Of equals the first, which is the least.
    relaxed.iter().rev().max_by(by)
}

/// What is said of all of them; nothing where none was relaxed.
fn notes(decided: Decided<'_>) -> Vec<String> {
    let staged = decided.staged;
    let mut tried = staged.promises.iter().flat_map(|it| &it.relaxed);
    let Some(of) = tried.clone().next().map(|it| it.of) else {
        return Vec::new();
    };
    let mut notes = vec![decided.say(texts::RelaxedNote { of })];
    let none = !tried.any(|it| it.certain);
    notes.extend(none.then(|| decided.say(Word::RelaxedNone)));
    let together = staged.together.iter();
    let saves =
        together.filter_map(|it| Some((it.role, most(&it.relaxed).filter(|it| it.certain)?)));
    let saves: Vec<String> = saves
        .map(|(role, it)| {
            let [money, low, high] =
                [it.saving.value, it.saving.low, it.saving.high].map(|it| decided.money(it));
            let (role, step) = (decided.short_role(role), together_by(decided, it.step));
            decided.say(texts::RelaxedRole { role, step, money, range: between(&low, &high) })
        })
        .collect();
    if none && saves.is_empty() && !staged.together.is_empty() {
        notes.push(decided.say(Word::RelaxedNoRole));
    }
    notes.extend(saves);
    notes
}

/// To what one promise is relaxed.
fn alone(decided: Decided<'_>, it: &PricedPromise, step: Step) -> String {
    match step {
        Step::Share(less) => decided.locale.share((it.planned - less).max(0.0), 0),
        Step::Limit(factor) => decided.say(texts::RelaxedLimit { factor: times(decided, factor) }),
        Step::WorkingDays => decided.say(Word::RelaxedDays),
    }
}

/// By how much several are.
fn together_by(decided: Decided<'_>, step: Step) -> String {
    match step {
        Step::Share(less) => {
            decided.say(texts::RelaxedPoints { points: decided.locale.number(100.0 * less, 0) })
        }
        Step::Limit(factor) => decided.say(texts::RelaxedLimits { factor: times(decided, factor) }),
        Step::WorkingDays => decided.say(Word::RelaxedDays),
    }
}

fn times(decided: Decided<'_>, factor: f64) -> String {
    decided.locale.number(factor, usize::from(factor != factor.round()))
}
