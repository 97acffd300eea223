//! Tables of an export: columns, what was set aside, every number.

use crate::fit::{Fitted, Reason, SetAside, Unlearnt};
use crate::report::language;
use crate::report::{Block, Cell, Format, Header, Locale, Shown, Table, Word, texts};

/// Which column was taken for what.
pub(super) fn columns(fitted: &Fitted, locale: Locale) -> Table {
    let headers = [Word::FitField, Word::FitHeader, Word::FitSamples, Word::FitFlag];
    let mut table =
        Table::new("columns", "", headers.map(|it| Header::text(locale.word(it))).to_vec());
    for it in &fitted.guesses {
        let field = it.field.name();
        let flag = match it.is_doubtful {
            true => locale.say(texts::FitDoubt { field }),
            false => locale.say(texts::FitMapFlag { field }),
        };
        // People and clients are not named in what is written.
        let samples = if it.field.is_of_people() { String::new() } else { it.samples.join(" | ") };
        table.push([field.to_owned(), it.header.clone(), samples, flag].map(Cell::text).to_vec());
    }
    table
}

/// What was set aside and why.
pub(super) fn aside(fitted: &Fitted, locale: Locale) -> Block {
    if fitted.aside.is_empty() {
        return Block::Paragraph(locale.word(Word::FitNothingAside).to_owned());
    }
    let say = |it: Word| locale.word(it).to_owned();
    let headers = vec![
        Header::text(say(Word::FitReason)),
        Header::number(say(Word::FitCount), ""),
        Header::text(say(Word::FitEffect)),
        Header::text(say(Word::FitExamples)),
    ];
    let mut table = Table::new("aside", "", headers);
    for SetAside { reason, count, examples } in &fitted.aside {
        let effect = if reason.still_counts() { Word::FitStillCounts } else { Word::FitLeftOut };
        table.push(vec![
            Cell::text(say(word(*reason))),
            Cell::count(*count as f64),
            Cell::text(say(effect)),
            Cell::text(examples.join(", ")),
        ]);
    }
    Block::Table(table)
}

/// When tickets come: a row an hour in which any do, a column a weekday.
pub(super) fn profile(fitted: &Fitted, locale: Locale) -> Table {
    let weekdays = language::of(locale.lang).weekdays;
    let mut headers = vec![Header::text(locale.word(Word::FitHour))];
    headers.extend(weekdays.map(|it| Header::number(it, "")));
    let mut table = Table::new("profile", locale.word(Word::FitProfile), headers);
    let weights = &fitted.numbers.profile;
    for hour in (0..24).filter(|hour| weights.iter().any(|it| it[*hour] > 0.0)) {
        let mut row = vec![Cell::text(format!("{hour:02}:00"))];
        row.extend(weights.iter().map(|it| Cell::amount(it[hour], Format::Number(2))));
        table.push(row);
    }
    table
}

/// Every number, as in `fit.csv`.
pub(super) fn numbers(fitted: &Fitted, locale: Locale) -> Table {
    let say = |it: Word| Header::text(locale.word(it));
    let headers = vec![
        say(Word::FitParameter),
        say(Word::FitScope),
        Header::number(locale.word(Word::FitInterval), ""),
        say(Word::FitUnit),
        Header::number("n", ""),
        say(Word::FitMethod),
    ];
    let mut table = Table::new("numbers", locale.word(Word::FitNumbers), headers);
    table.shown = Shown::Folded;
    for it in &fitted.numbers.parameters {
        let interval = it.interval;
        table.push(vec![
            Cell::text(it.name),
            Cell::text(&it.scope),
            Cell::interval(interval.value, interval.low, interval.high, Format::Number(3)),
            Cell::text(it.unit),
            Cell::count(it.n as f64),
            Cell::text(it.method),
        ]);
    }
    table
}

fn word(reason: Reason) -> Word {
    match reason {
        Reason::Duplicate => Word::FitDuplicate,
        Reason::Update => Word::FitUpdate,
        Reason::NotAsked => Word::FitNotAsked,
        Reason::Internal => Word::FitInternal,
        Reason::Spam => Word::FitSpam,
        Reason::Merged => Word::FitMerged,
        Reason::NoDate => Word::FitNoDate,
        Reason::OutsideWindow => Word::FitOutside,
        Reason::Timer => Word::FitTimer,
        Reason::NegativeTime => Word::FitNegative,
        Reason::ZeroEffort => Word::FitZeroEffort,
        Reason::Open => Word::FitOpen,
    }
}

/// What is told of something that cannot be learnt.
pub(super) fn unlearnt(it: Unlearnt) -> Word {
    match it {
        Unlearnt::Classes => Word::FitNoClasses,
        Unlearnt::Effort => Word::FitNoEffortColumn,
        Unlearnt::FirstResponse => Word::FitNoFirst,
        Unlearnt::Resolution => Word::FitNoResolution,
        Unlearnt::Repeats => Word::FitNoRepeats,
        Unlearnt::Escalations => Word::FitNoEscalations,
        Unlearnt::Agents => Word::FitNoAgents,
        Unlearnt::Clients => Word::FitNoClients,
        Unlearnt::Growth => Word::FitNoGrowth,
        Unlearnt::Months => Word::FitNoMonths,
    }
}
