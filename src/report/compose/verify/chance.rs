//! Chance: how far numbers are off in standard errors, against how far chance alone takes them.

use super::texts::Told;
use crate::report::{Block, Cell, Format, Header, Table};
use crate::verify::{DESK_ERRORS, FAMILY_LEVEL, Family, Row, Verdict};

/// Standard errors, and the share of numbers that chance takes farther (normal distribution).
const BEYOND: [(f64, f64); 3] = [(1.0, 0.317_311), (2.0, 0.045_500), (3.0, 0.002_700)];
/// The same for [`DESK_ERRORS`].
const BEYOND_DESK: f64 = 6.334e-5;

/// An error that is small.
const FINE: f64 = 0.01;

/// The rule of the verdicts, how small an error they show, and the table; nothing where no number depends on chance.
pub(crate) fn blocks(rows: &[Row], told: Told) -> Vec<Block> {
    let random = |it: &&Row| {
        let judged = matches!(it.verdict, Verdict::Pass | Verdict::Fail);
        judged && it.errors.is_finite()
    };
    let (desk, theory): (Vec<&Row>, Vec<&Row>) =
        rows.iter().filter(random).partition(|it| it.family == Family::Desk);
    let headings = [
        (told.say("Теория очередей", "Queueing theory"), theory),
        (told.say("Независимая программа", "The independent program"), desk),
    ];
    let groups = headings.into_iter().filter(|it| !it.1.is_empty());
    let groups: Vec<(&str, Vec<&Row>)> = groups.collect();
    if groups.is_empty() {
        return Vec::new();
    }
    let of = |desk: bool| {
        let is = |it: &&(&str, Vec<&Row>)| (it.1[0].family == Family::Desk) == desk;
        groups.iter().find(is).map_or(&[][..], |it| &it.1[..])
    };
    let mut blocks = vec![Block::Paragraph(rule(of(false), of(true), told))];
    if !of(false).is_empty() {
        blocks.push(Block::Paragraph(resolution(of(false), told)));
    }
    blocks.push(Block::Table(table(&groups, told)));
    blocks
}

/// When a number agrees, and how often one would not by chance alone.
fn rule(theory: &[&Row], desk: &[&Row], told: Told) -> String {
    let mut said = vec![told.say(
        "Верная программа тоже отличается от точных чисел: на ошибку случая.",
        "A right program is off the exact numbers too, by chance.",
    )];
    if !theory.is_empty() {
        said.push(told.say(
            "Предел для чисел теории таков, что верная программа не прошла бы проверку с одним зерном из {seeds}, все \
             числа вместе (Бонферрони, t-распределение).",
            "The limit for numbers of theory is such that a right program would fail with one seed in {seeds}, all \
             numbers together (Bonferroni, Student's t).",
        ));
    }
    if !desk.is_empty() {
        said.push(told.say(
            "Предел для чисел независимой программы задан ею самой: {errors} стандартные ошибки обеих программ; случай \
             вывел бы за него {chance} числа из {desk}.",
            "The limit for numbers of the independent program is its own: {errors} standard errors of both programs; \
             chance would take {chance} of {desk} numbers beyond it.",
        ));
    }
    said.push(told.say(
        "Зерно задано, поэтому итог всегда один и тот же; с другим зерном изредка может не сойтись число-другое.",
        "The seed is given, so the outcome is always the same; with another seed a number or two may fail now and \
         then.",
    ));
    let number = |value: f64, decimals: usize| told.locale.number(value, decimals);
    said.join(" ")
        .replace("{seeds}", &number(1.0 / FAMILY_LEVEL, 0))
        .replace("{errors}", &number(DESK_ERRORS, 0))
        .replace("{chance}", &number(desk.len() as f64 * BEYOND_DESK, 1))
        .replace("{desk}", &number(desk.len() as f64, 0))
}

/// How small an error the numbers of theory show.
fn resolution(theory: &[&Row], told: Told) -> String {
    let sizes = theory.iter().map(|it| it.resolution());
    let mut sizes: Vec<f64> = sizes.filter(|it| it.is_finite()).collect();
    sizes.sort_by(f64::total_cmp);
    let coarse = sizes.iter().filter(|it| **it > FINE).count();
    let how = told.say(
        "Насколько малую ошибку видно — в столбце «Видно от»: на столько процентов число должно отличаться, чтобы не \
         пройти. Ровно такая ошибка обнаружится через раз, вдвое большая — почти всегда. Для {fine} из {all} чисел \
         теории это не больше 1 %.",
        "How small an error shows is in the column “Shows from”: a number that is off by so many per cent does not \
         agree. An error of just that size is found every other time, one twice as large nearly always. It is 1 % or \
         less for {fine} of {all} numbers of theory.",
    );
    let others = told.say(
        "Для остальных — больше, до {most} %: больше всего колеблются квантили, хвосты распределений, стандартные \
         отклонения, первые месяцы роста и очереди у предела.",
        "It is more for the others, up to {most} %: quantiles, tails, standard deviations, the first months of growth \
         and queues near saturation vary most.",
    );
    let text = match coarse {
        0 => how.to_owned(),
        _ => format!("{how} {others}"),
    };
    let number = |value: f64, decimals: usize| told.locale.number(value, decimals);
    let most = 100.0 * sizes.last().copied().unwrap_or_default();
    text.replace("{fine}", &number((sizes.len() - coarse) as f64, 0))
        .replace("{all}", &number(sizes.len() as f64, 0))
        .replace("{most}", &number(most, usize::from(most < 10.0)))
}

/// For each group: how many numbers are off by more than so many standard errors; and how many by chance.
fn table(groups: &[(&str, Vec<&Row>)], told: Told) -> Table {
    let mut headers = vec![
        Header::text(told.say("С чем сравнивается", "Compared with")),
        Header::number(told.say("Чисел", "Numbers"), ""),
    ];
    for (errors, _) in BEYOND {
        let text = "> {n}";
        headers.push(Header::number(text.replace("{n}", &told.locale.number(errors, 0)), "%"));
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
        let [Block::Paragraph(rule), Block::Paragraph(shows), Block::Table(table)] =
            found.as_slice()
        else {
            panic!("a rule, a resolution and a table");
        };
        assert!(rule.contains("with one seed in 100"), "{rule}");
        // There is no desk to speak of.
        assert!(!rule.contains("independent program"), "{rule}");
        assert!(
            shows.contains(
                "less for 0 of 4 numbers of theory. It is more for the others, up to 10 %"
            ),
            "{shows}"
        );
        assert_eq!(table.rows.len(), 2);
        let cells = &table.rows[0].cells;
        assert_eq!(cells[1], Cell::count(4.0));
        assert_eq!(cells[2], Cell::share(0.5));
        assert_eq!(cells[3], Cell::share(0.25));
        assert!(blocks(&rows[4..], told).is_empty());
        let found = blocks(&[row(Family::Desk, 0.5)], told);
        let [Block::Paragraph(rule), Block::Table(_)] = found.as_slice() else {
            panic!("a rule and a table");
        };
        assert!(!rule.contains("one seed in"), "{rule}");
    }
}
