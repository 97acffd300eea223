//! Chance: how far numbers are off in standard errors, against how far chance alone takes them.

use super::texts::Told;
use crate::report::{Block, Cell, Header, Table};
use crate::verify::{DESK_ERRORS, FAMILY_LEVEL, Family, Row, Verdict};

/// Standard errors, and the share of numbers that chance takes farther (normal distribution).
const BEYOND: [(f64, f64); 3] = [(1.0, 0.317_311), (2.0, 0.045_500), (3.0, 0.002_700)];
/// The same for [`DESK_ERRORS`].
const BEYOND_DESK: f64 = 6.334e-5;

/// The rule of the verdicts, and the table; nothing where no number depends on chance.
pub fn blocks(rows: &[Row], told: Told) -> Vec<Block> {
    let random = |it: &&Row| {
        let judged = matches!(it.verdict, Verdict::Pass | Verdict::Fail);
        judged && it.errors.is_finite()
    };
    let (desk, theory): (Vec<&Row>, Vec<&Row>) = rows
        .iter()
        .filter(random)
        .partition(|it| it.family == Family::Desk);
    let headings = [
        (told.say("Теория очередей", "Queueing theory"), theory),
        (
            told.say("Независимая программа", "The independent program"),
            desk,
        ),
    ];
    let groups = headings.into_iter().filter(|it| !it.1.is_empty());
    let groups: Vec<(&str, Vec<&Row>)> = groups.collect();
    if groups.is_empty() {
        return Vec::new();
    }
    let desks = groups.iter().map(|it| it.1.as_slice());
    let desks = desks.filter(|it| it[0].family == Family::Desk);
    let by_chance = desks.map(<[_]>::len).sum::<usize>() as f64 * BEYOND_DESK;
    vec![
        Block::Paragraph(rule(by_chance, told)),
        Block::Table(table(&groups, told)),
    ]
}

/// When a number agrees, and how often one would not by chance alone.
fn rule(by_chance: f64, told: Told) -> String {
    let text = told.say(
        "Число теории сходится, если отличается не больше, чем может отличаться по воле случая хоть одно из всех: \
         у верной программы все вместе ошибочно не сойдутся в {level} проверок (Бонферрони, t-распределение). \
         Число независимой программы — если отличается не больше чем на {errors} стандартные ошибки обеих: \
         это её собственное правило, по воле случая его нарушит {chance} числа за проверку. \
         Зерно задано, поэтому итог всегда один и тот же; с другим зерном (--seed) изредка может выпасть число-другое.",
        "A number of theory agrees when it is off no farther than chance may take any of them all: of a right \
         program, all together fail in {level} of verifications (Bonferroni, Student's t). A number of the independent \
         program agrees within {errors} standard errors of both: that is its own rule, which chance alone breaks \
         {chance} times a verification. The seed is given, so the outcome is always the same; with another one (--seed) \
         a number or two may fail now and then.",
    );
    text.replace("{level}", &told.locale.share(FAMILY_LEVEL, 0))
        .replace("{errors}", &told.locale.number(DESK_ERRORS, 0))
        .replace("{chance}", &told.locale.number(by_chance, 1))
}

/// For each group: how many numbers are off by more than so many standard errors, and how many by chance.
fn table(groups: &[(&str, Vec<&Row>)], told: Told) -> Table {
    let mut headers = vec![
        Header::text(told.say("С чем сравнивается", "Compared with")),
        Header::number(told.say("Чисел", "Numbers"), ""),
    ];
    for (errors, _) in BEYOND {
        let errors = told.locale.number(errors, 0);
        let found = told.say("дальше {n} ошибок", "beyond {n} errors");
        let found = match (&*errors, found) {
            ("1", "дальше {n} ошибок") => "дальше 1 ошибки".to_owned(),
            ("1", _) => "beyond 1 error".to_owned(),
            _ => found.replace("{n}", &errors),
        };
        headers.push(Header::number(found, "%"));
        headers.push(Header::number(told.say("случай", "chance"), "%"));
    }
    headers.push(Header::number(told.say("Дальше всех", "Farthest"), ""));
    let heading = told.say(
        "На сколько стандартных ошибок отличаются числа и на сколько отличались бы по воле случая",
        "How many standard errors numbers are off, and would be by chance alone",
    );
    let mut table = Table::new("chance", heading, headers);
    for (name, rows) in groups {
        let share = |errors: f64| {
            let beyond = rows.iter().filter(|it| it.errors > errors).count();
            beyond as f64 / rows.len() as f64
        };
        let farthest = rows.iter().map(|it| it.errors).fold(0.0, f64::max);
        let mut cells = vec![Cell::text(*name), Cell::count(rows.len() as f64)];
        for (errors, chance) in BEYOND {
            cells.push(Cell::share(share(errors)));
            cells.push(Cell::share(chance));
        }
        cells.push(Cell::amount(farthest, crate::report::Format::Number(1)));
        table.push(cells);
    }
    table.note = told
        .say(
            "Больше, чем по воле случая, — программа ошибается; намного меньше — интервалы слишком широки. \
             Числа одного случая связаны между собой, поэтому доли колеблются сильнее, чем у независимых.",
            "More than by chance: the program errs; far less: intervals are too wide. Numbers of one case depend \
             on each other, so that the shares vary more than those of independent ones would.",
        )
        .into();
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Locale;
    use crate::scenario::Lang;

    fn row(family: Family, errors: f64) -> Row {
        Row {
            family,
            case: "case".into(),
            measure: "mean".into(),
            exact: 1.0,
            simulated: 1.0,
            interval: (0.9, 1.1),
            allowed: 0.1,
            errors,
            verdict: Verdict::Pass,
        }
    }

    #[test]
    fn shares_beyond_standard_errors_stand_beside_those_of_chance() {
        let rows = [
            row(Family::Waiting, 0.5),
            row(Family::Waiting, 1.5),
            row(Family::Repeats, 2.5),
            row(Family::Priorities, 0.1),
            row(Family::Calendar, f64::NAN),
        ];
        let told = Told::of(Locale::new(Lang::En, "RUB"));
        let found = blocks(&rows, told);
        let [Block::Paragraph(rule), Block::Table(table)] = found.as_slice() else {
            panic!("a rule and a table");
        };
        assert!(rule.contains("fail in 1% of verifications"), "{rule}");
        assert_eq!(table.rows.len(), 1);
        let cells = &table.rows[0].cells;
        assert_eq!(cells[1], Cell::count(4.0));
        assert_eq!(cells[2], Cell::share(0.5));
        assert_eq!(cells[4], Cell::share(0.25));
        assert!(blocks(&rows[4..], told).is_empty());
    }
}
