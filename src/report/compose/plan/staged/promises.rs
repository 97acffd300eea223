//! The promises: what the document asks, what is planned for, what is kept, and what each costs.

use super::Decided;
use super::alternatives::interval;
use crate::plan::staged::data::{PricedPromise, Relaxed};
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
    Some(table.without_empty_columns())
}

fn row(decided: Decided<'_>, it: &PricedPromise) -> Vec<Cell> {
    let tone = |good: bool| if good { Tone::Neutral } else { Tone::Bad };
    let relaxed = it.relaxed.as_ref();
    vec![
        Cell::text(decided.name(&decided.scenario.slas[it.sla.index()])),
        Cell::share(it.asked),
        // Told apart where nothing attains what the scenario asks for.
        if it.stated == it.planned { Cell::empty() } else { Cell::share(it.stated) },
        Cell::share(it.planned).toned(tone(it.planned >= it.asked)),
        Cell::share(it.with).toned(tone(it.with >= it.planned)),
        Cell::share(it.without).toned(tone(it.without >= it.planned)),
        relaxed.map_or_else(Cell::empty, |it| Cell::text(step(decided, it))),
        relaxed.map_or_else(Cell::empty, |it| interval(it.saving, Format::Money)),
    ]
}

/// To what it is relaxed.
fn step(decided: Decided<'_>, it: &Relaxed) -> String {
    let share = it.share.map(|share| decided.locale.share(share, 0));
    let limit = it.limit.map(|factor| {
        let factor = decided.locale.number(factor, usize::from(factor != factor.round()));
        decided.say(texts::RelaxedLimit { factor })
    });
    share.into_iter().chain(limit).collect::<Vec<_>>().join(", ")
}
