//! The table that a person applies without the program, and what may come.

use super::Decided;
use crate::ids::StreamId;
use crate::plan::staged::data::RuleTable;
use crate::report::compose::phrase::{joined, quoted};
use crate::report::{Cell, Header, Noun, Table, Word, counted, texts};

/// A table for each hired role: minutes by items a month, people to have and vacancies to open.
pub(crate) fn tables(decided: Decided<'_>) -> Vec<Table> {
    let there = decided.staged.tables.iter().filter(|it| !it.people.is_empty());
    there.enumerate().map(|(index, it)| table(decided, index + 1, it)).collect()
}

fn table(decided: Decided<'_>, number: usize, it: &RuleTable) -> Table {
    let locale = decided.locale;
    let column = |count: &f64| {
        let count = locale.number(*count, 0);
        Header::number(decided.say(texts::ItemsAMonth { count }), "")
    };
    let first = Header::number(decided.say(Word::MinutesEach), "");
    let headers = [first].into_iter().chain(it.arrivals.iter().map(column)).collect();
    let role = decided.short_role(it.role);
    let title = decided.say(texts::RuleTableOf { title: decided.say(Word::RuleTableTitle), role });
    let mut table = Table::new(&format!("people-to-have-{number}"), title, headers);
    for (row, minutes) in it.minutes.iter().enumerate() {
        let cell = |column: usize| {
            let people = it.people[row][column];
            match it.vacancies[row][column] {
                0 => Cell::count(f64::from(people)),
                vacancies => Cell::text(decided.say(texts::RuleCell { people, vacancies })),
            }
        };
        let cells = (0..it.arrivals.len()).map(cell);
        table.push([Cell::number(*minutes, 0)].into_iter().chain(cells).collect());
    }
    let date = locale.date(it.review);
    let note = match has_brackets(it) {
        true => decided.say(texts::RuleTableNote { date }),
        false => decided.say(texts::RuleTablePlain { date }),
    };
    let nearest = Some(decided.say(Word::RuleTableNearest));
    let notes = [Some(counted_items(decided, it)), Some(note), nearest, later(decided, it)];
    table.note = notes.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let most = decided.staged.rule.roles.iter().find(|one| one.role == it.role);
    let most = most.map(|one| (one.most, decided.scenario.roles[one.role.index()].headcount));
    // More than the plan may ever ask for.
    if let Some((most, _)) =
        most.filter(|(most, there)| it.people.iter().flatten().any(|people| *people > most + there))
    {
        let limit = match most {
            0 => decided.say(Word::NobodyForGood),
            _ => {
                let count = counted(f64::from(most), Noun::PERSON, locale);
                decided.say(texts::NoMoreThan { count })
            }
        };
        table.note = format!("{} {limit}", table.note);
    }
    table
}

/// Which items are counted.
fn counted_items(decided: Decided<'_>, it: &RuleTable) -> String {
    let title = |stream: &StreamId| {
        let title = decided.name(&decided.scenario.streams[stream.index()]);
        quoted(title, decided.locale.lang)
    };
    let titles: Vec<String> = it.streams.iter().map(title).collect();
    decided.say(texts::RuleTableCounts { streams: joined(&titles, decided.locale.lang) })
}

/// Whether any cell asks for somebody at the first review.
fn has_brackets(it: &RuleTable) -> bool {
    it.vacancies.iter().flatten().any(|count| *count > 0)
}

/// Why some columns have no brackets, where others have: else it would be read as nobody to be asked for.
fn later(decided: Decided<'_>, it: &RuleTable) -> Option<String> {
    let locale = decided.locale;
    let first = it.arrivals.iter().find(|arrived| **arrived > it.most)?;
    let (count, date) = (locale.number(*first, 0), locale.date(it.review));
    has_brackets(it).then(|| decided.say(texts::RuleTableLater { count, date }))
}

/// What may come, so that a search can be prepared.
pub(crate) fn signposts(decided: Decided<'_>) -> Option<Table> {
    let signposts = &decided.staged.signposts;
    if signposts.is_empty() {
        return None;
    }
    let number = |word: Word| Header::number(decided.say(word), "");
    let mut headers = vec![
        Header::text(decided.say(Word::Role)),
        Header::text(decided.say(Word::ReviewOn)),
        number(Word::IfMinutes),
        number(Word::OfSuchMinutes),
        number(Word::VacancyThen),
        number(Word::OpenThen),
        number(Word::PeopleThen),
    ];
    let temporary = signposts.iter().any(|it| it.temporary > 0);
    headers.extend(temporary.then(|| number(Word::TakeOnThen)));
    let mut table = Table::new("signposts", decided.say(Word::SignpostsTitle), headers);
    for it in signposts {
        let mut cells = vec![
            Cell::text(decided.role_first(it.role)),
            Cell::date(it.review),
            match !it.from.is_finite() {
                true => Cell::text(decided.say(Word::NoMinutesYet)),
                false => Cell::text(super::range(it.from, it.to, decided.locale)),
            },
            Cell::share(it.probability),
            Cell::share(it.asked),
            Cell::count(f64::from(it.asked_vacancies)),
            // Where no vacancy is opened, those are told who are there.
            Cell::count(f64::from(if it.asked > 0.0 { it.asked_people } else { it.people })),
        ];
        cells.extend(temporary.then(|| Cell::count(f64::from(it.temporary))));
        table.push(cells);
    }
    let rows = if temporary { Word::SignpostsRowsForATime } else { Word::SignpostsRows };
    table.note = format!("{} {}", decided.say(Word::SignpostsNote), decided.say(rows));
    Some(table)
}
