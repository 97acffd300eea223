//! Temporary people: how many the rule takes on for a backlog, for how long, and what they cost.
//!
//! Nothing is said of them where nobody is taken on in any future.

use super::{Decided, range};
use crate::plan::staged::data::{RuleTable, TemporaryPeople, TemporaryTable};
use crate::report::{Cell, Header, Noun, Table, Word, counted, texts};

/// Fewer than this in the mean would be said as none at all.
const FEWEST: f64 = 0.05;

/// Who is taken on for a time, in one sentence; nothing where that is next to nobody.
pub(crate) fn taken_on(decided: Decided<'_>) -> Option<String> {
    let each = decided.staged.temporary.iter().filter(|it| it.people.mean.value >= FEWEST);
    let each = each.map(|it| of_role(decided, it));
    let roles = each.collect::<Vec<_>>().join("; ");
    (!roles.is_empty()).then(|| decided.say(texts::TakeOn { roles }))
}

fn of_role(decided: Decided<'_>, it: &TemporaryPeople) -> String {
    let (locale, people) = (decided.locale, it.people.futures);
    let usual = match people.p90 > 0.0 {
        true => decided.say(texts::TakenOnMostly { range: range(people.p10, people.p90, locale) }),
        false => decided.say(Word::TakenOnRarely),
    };
    decided.say(texts::TakenOn {
        role: decided.short_role(it.role),
        mean: locale.number(it.people.mean.value, 1),
        usual,
        months: counted(it.months.round().max(1.0), Noun::MONTH, locale),
        money: decided.money(it.cost.mean.value),
    })
}

/// For each role: how many people to take on for a time, by minutes and by what waits.
pub(crate) fn tables(decided: Decided<'_>) -> Vec<Table> {
    let each = decided.staged.tables.iter();
    let each = each.filter_map(|it| Some((it, it.temporary.as_ref()?)));
    each.enumerate().map(|(index, it)| table(decided, index + 1, it)).collect()
}

fn table(decided: Decided<'_>, number: usize, (rule, it): (&RuleTable, &TemporaryTable)) -> Table {
    let locale = decided.locale;
    let column = |count: &f64| {
        let count = locale.number(*count, 0);
        Header::number(decided.say(texts::ItemsWaiting { count }), "")
    };
    let first = Header::number(decided.say(Word::MinutesEach), "");
    let headers = [first].into_iter().chain(it.backlog.iter().map(column)).collect();
    let role = decided.short_role(rule.role);
    let title =
        decided.say(texts::RuleTableOf { title: decided.say(Word::TemporaryTableTitle), role });
    let mut table = Table::new(&format!("temporary-people-{number}"), title, headers);
    for (row, minutes) in rule.minutes.iter().enumerate() {
        let cell = |column: usize| match it.people[row][column] {
            0 => Cell::count(0.0),
            people => {
                let months = locale.number(it.months[row][column].ceil(), 0);
                Cell::text(decided.say(texts::TemporaryCell { people, months }))
            }
        };
        let cells = (0..it.backlog.len()).map(cell);
        table.push([Cell::number(*minutes, 0)].into_iter().chain(cells).collect());
    }
    table.note = decided.say(texts::TemporaryTableNote {
        date: locale.date(rule.review),
        count: locale.number(it.arrivals, 0),
    });
    table
}
