//! Chance: how far numbers are off in standard errors, against how far chance alone takes them.

use super::texts::Told;
use crate::report::{Block, Cell, Format, Header, Table};
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
    let desk = groups.iter().find(|it| it.1[0].family == Family::Desk);
    let desk = desk.map_or(0, |it| it.1.len());
    vec![
        Block::Paragraph(rule(desk, told)),
        Block::Table(table(&groups, told)),
    ]
}

/// When a number agrees, and how often one would not by chance alone.
fn rule(desk: usize, told: Told) -> String {
    let text = told.say(
        "Верная программа тоже отличается от точных чисел: на ошибку случая. Предел для чисел теории таков, что \
         верная программа не прошла бы проверку с одним зерном из {seeds}, все числа вместе (Бонферрони, \
         t-распределение). Предел для чисел независимой программы задан ею самой: {errors} стандартные ошибки \
         обеих программ; случай вывел бы за него {chance} числа из {desk}. Зерно задано, поэтому итог всегда один \
         и тот же; с другим зерном изредка может не сойтись число-другое.",
        "A right program is off the exact numbers too, by chance. The limit for numbers of theory is such that a right \
         program would fail with one seed in {seeds}, all numbers together (Bonferroni, Student's t). The limit for \
         numbers of the independent program is its own: {errors} standard errors of both programs; chance would take \
         {chance} of {desk} numbers beyond it. The seed is given, so the outcome is always the same; with another \
         seed a number or two may fail now and then.",
    );
    let number = |value: f64, decimals: usize| told.locale.number(value, decimals);
    text.replace("{seeds}", &number(1.0 / FAMILY_LEVEL, 0))
        .replace("{errors}", &number(DESK_ERRORS, 0))
        .replace("{chance}", &number(desk as f64 * BEYOND_DESK, 1))
        .replace("{desk}", &number(desk as f64, 0))
}

/// For each group: how many numbers are off by more than so many standard errors; and how many by chance.
fn table(groups: &[(&str, Vec<&Row>)], told: Told) -> Table {
    let mut headers = vec![
        Header::text(told.say("С чем сравнивается", "Compared with")),
        Header::number(told.say("Чисел", "Numbers"), ""),
    ];
    for (errors, _) in BEYOND {
        let text = "> {n}";
        headers.push(Header::number(
            text.replace("{n}", &told.locale.number(errors, 0)),
            "%",
        ));
    }
    headers.push(Header::number(told.say("Дальше всех", "Farthest"), ""));
    let heading = told.say(
        "На сколько стандартных ошибок отличаются числа",
        "How many standard errors numbers are off",
    );
    let mut table = Table::new("chance", heading, headers);
    for (name, rows) in groups {
        let share = |errors: f64| {
            let beyond = rows.iter().filter(|it| it.errors > errors).count();
            beyond as f64 / rows.len() as f64
        };
        let farthest = rows.iter().map(|it| it.errors).fold(0.0, f64::max);
        let mut cells = vec![Cell::text(*name), Cell::count(rows.len() as f64)];
        cells.extend(BEYOND.map(|it| Cell::share(share(it.0))));
        cells.push(Cell::amount(farthest, Format::Number(1)));
        table.push(cells);
    }
    let chance = told.say("Так было бы по воле случая", "By chance alone");
    let mut cells = vec![Cell::text(chance), Cell::empty()];
    cells.extend(BEYOND.map(|it| Cell::share(it.1)));
    cells.push(Cell::empty());
    table.push(cells);
    table.note = told
        .say(
            "Заметно больше, чем по воле случая, — программа ошибается; намного меньше — интервалы слишком широки. \
             Числа одного случая связаны между собой, поэтому доли колеблются сильнее, чем у независимых.",
            "Clearly more than by chance: the program errs; far less: intervals are too wide. Numbers of one case \
             depend on each other, so that the shares vary more than those of independent ones would.",
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
        assert!(rule.contains("with one seed in 100"), "{rule}");
        assert_eq!(table.rows.len(), 2);
        let cells = &table.rows[0].cells;
        assert_eq!(cells[1], Cell::count(4.0));
        assert_eq!(cells[2], Cell::share(0.5));
        assert_eq!(cells[3], Cell::share(0.25));
        assert!(blocks(&rows[4..], told).is_empty());
    }
}
