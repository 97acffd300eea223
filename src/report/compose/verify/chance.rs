//! Chance: how far numbers are off in standard errors, against how far chance alone takes them.

use crate::report::{Block, Cell, Format, Header, Locale, Table, Word, texts};
use crate::verify::{DESK_ERRORS, FAMILY_LEVEL, Family, Row, Verdict};

/// Standard errors, and the share of numbers that chance takes farther (normal distribution).
const BEYOND: [(f64, f64); 3] = [(1.0, 0.317_311), (2.0, 0.045_500), (3.0, 0.002_700)];
/// The same for [`DESK_ERRORS`].
const BEYOND_DESK: f64 = 6.334e-5;

/// An error that is small.
const FINE: f64 = 0.01;

/// The rule of the verdicts, how small an error they show, and the table; nothing where no number depends on chance.
pub(crate) fn blocks(rows: &[Row], locale: Locale) -> Vec<Block> {
    let random = |it: &&Row| {
        let judged = matches!(it.verdict, Verdict::Pass | Verdict::Fail);
        judged && it.errors.is_finite()
    };
    let (desk, theory): (Vec<&Row>, Vec<&Row>) =
        rows.iter().filter(random).partition(|it| it.family == Family::Desk);
    let headings = [
        (locale.word(Word::QueueingTheory), theory),
        (locale.word(Word::IndependentProgram), desk),
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
    let mut blocks = vec![Block::Paragraph(rule(of(false), of(true), locale))];
    if !of(false).is_empty() {
        blocks.push(Block::Paragraph(resolution(of(false), locale)));
    }
    blocks.push(Block::Table(table(&groups, locale)));
    blocks
}

/// When a number agrees, and how often one would not by chance alone.
fn rule(theory: &[&Row], desk: &[&Row], locale: Locale) -> String {
    let number = |value: f64, decimals: usize| locale.number(value, decimals);
    let mut said = vec![locale.say(Word::ChanceAlways)];
    if !theory.is_empty() {
        said.push(locale.say(texts::LimitOfTheory { seeds: number(1.0 / FAMILY_LEVEL, 0) }));
    }
    if !desk.is_empty() {
        let count = desk.len() as f64;
        let (errors, chance) = (number(DESK_ERRORS, 0), number(count * BEYOND_DESK, 1));
        said.push(locale.say(texts::LimitOfDesk { errors, chance, desk: number(count, 0) }));
    }
    said.push(locale.say(Word::SeedIsGiven));
    said.join(" ")
}

/// How small an error the numbers of theory show.
fn resolution(theory: &[&Row], locale: Locale) -> String {
    let sizes = theory.iter().map(|it| it.resolution());
    let mut sizes: Vec<f64> = sizes.filter(|it| it.is_finite()).collect();
    sizes.sort_by(f64::total_cmp);
    let coarse = sizes.iter().filter(|it| **it > FINE).count();
    let number = |value: f64, decimals: usize| locale.number(value, decimals);
    let all = number(sizes.len() as f64, 0);
    let how = texts::Resolution { fine: number((sizes.len() - coarse) as f64, 0), all };
    let how = locale.say(how);
    if coarse == 0 {
        return how;
    }
    let most = 100.0 * sizes.last().copied().unwrap_or_default();
    let most = number(most, usize::from(most < 10.0));
    format!("{how} {}", locale.say(texts::CoarseResolution { most }))
}

/// For each group: how many numbers are off by more than so many standard errors; and how many by chance.
fn table(groups: &[(&str, Vec<&Row>)], locale: Locale) -> Table {
    let mut headers = vec![
        Header::text(locale.word(Word::ComparedWith)),
        Header::number(locale.word(Word::Numbers), ""),
    ];
    for (errors, _) in BEYOND {
        headers.push(Header::number(format!("> {}", locale.number(errors, 0)), "%"));
    }
    headers.push(Header::number(locale.word(Word::Farthest), ""));
    let mut table = Table::new("chance", locale.word(Word::StandardErrors), headers);
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
    let mut cells = vec![Cell::text(locale.word(Word::ByChance)), Cell::empty()];
    cells.extend(BEYOND.map(|it| Cell::share(it.1)));
    cells.push(Cell::empty());
    table.push(cells);
    table.note = locale.say(Word::ChanceNote);
    table
}

#[cfg(test)]
mod tests {
    use super::*;
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
        let locale = Locale::new(Lang::En, "RUB");
        let found = blocks(&rows, locale);
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
        assert!(blocks(&rows[4..], locale).is_empty());
        let found = blocks(&[row(Family::Desk, 0.5)], locale);
        let [Block::Paragraph(rule), Block::Table(_)] = found.as_slice() else {
            panic!("a rule and a table");
        };
        assert!(!rule.contains("one seed in"), "{rule}");
    }
}
