//! What those who are asked for now cost, month by month and quarter by quarter, and how many people leave:
//! HR's arithmetic. A workbook goes on counting it when the pay is changed.

use super::Decided;
use super::pay::{month_cost, person};
use crate::plan::staged::data::Vacancies;
use crate::report::compose::phrase::capital;
use crate::report::{Cell, Header, Shown, Table, Word, texts};
use crate::scenario::Inputs;

/// The key of the table by month.
pub(super) const BUDGET: &str = "budget";

/// Months down, vacancies across, the total last; then the same by quarter. Nothing where nobody is paid.
pub(crate) fn tables(decided: Decided<'_>) -> Vec<Table> {
    let now = &decided.staged.now;
    if now.iter().all(|it| it.pay.gross == 0.0) {
        return Vec::new();
    }
    let months = decided.scenario.timeline.first_days();
    let costs: Vec<Vec<f64>> = now.iter().map(|it| costs(decided, it)).collect();
    let mut headers = vec![Header::text(decided.say(Word::Month))];
    headers.extend(now.iter().map(|it| Header::number(decided.role_first(it.role), "")));
    headers.push(Header::number(decided.say(Word::Total), ""));
    let mut table = Table::new(BUDGET, decided.say(Word::BudgetTitle), headers);
    let (last, total) = (now.len(), now.len() + 1);
    for (month, first) in months.iter().enumerate() {
        let each = now.iter().zip(&costs).enumerate().map(|(row, (vacancy, costs))| {
            Cell::money(costs[month]).computed(month_cost(decided, vacancy, row, month))
        });
        let sum = Cell::money(costs.iter().map(|it| it[month]).sum());
        let own = (1..=last).map(|column| format!("[{BUDGET}:{month}:{column}]"));
        let sum = sum.computed(own.collect::<Vec<_>>().join("+"));
        table.push([Cell::month(*first)].into_iter().chain(each).chain([sum]).collect());
    }
    let end = months.len().saturating_sub(1);
    let columns = costs.iter().map(|it| it.iter().sum::<f64>());
    let all = columns.clone().sum::<f64>();
    let sums = columns.chain([all]).enumerate().map(|(index, sum)| {
        Cell::money(sum).computed(format!("SUM([{BUDGET}:0..{end}:{}])", index + 1))
    });
    let cells = [Cell::text(decided.say(Word::Total))].into_iter().chain(sums).collect();
    table.push(cells).emphasised = true;
    table.note = decided.say(Word::BudgetNote);
    table.shown = Shown::Folded;
    let quarters = by_quarter(decided, &costs, total);
    vec![table, quarters]
}

fn by_quarter(decided: Decided<'_>, costs: &[Vec<f64>], total: usize) -> Table {
    let months = decided.scenario.timeline.first_days();
    let headers = vec![
        Header::text(decided.say(Word::Quarter)),
        Header::number(decided.say(Word::Total), ""),
    ];
    let mut table = Table::new("quarters", decided.say(Word::QuartersTitle), headers);
    let quarter = |month: usize| (months[month].year(), (months[month].month() - 1) / 3 + 1);
    let mut first = 0;
    while first < months.len() {
        let (year, number) = quarter(first);
        let same = (first..months.len()).take_while(|it| quarter(*it) == (year, number));
        let last = same.last().unwrap_or(first);
        let sum = (first..=last).flat_map(|month| costs.iter().map(move |it| it[month])).sum();
        table.push(vec![
            Cell::text(decided.say(texts::QuarterOf { number, year })),
            Cell::money(sum).computed(format!("SUM([{BUDGET}:{first}..{last}:{total}])")),
        ]);
        first = last + 1;
    }
    table.shown = Shown::Folded;
    table
}

/// What the people of a vacancy cost, month by month.
fn costs(decided: Decided<'_>, vacancy: &Vacancies) -> Vec<f64> {
    let costs = vacancy.pay.costs(person(vacancy), &decided.scenario.timeline);
    costs.into_iter().map(|it| f64::from(vacancy.count) * it).collect()
}

/// How many people of each role leave.
pub(crate) fn replacements(decided: Decided<'_>) -> Option<Table> {
    let scenario = decided.scenario;
    let inputs = Inputs::mean(scenario);
    let years = scenario.timeline.months() as f64 / 12.0;
    let headers = vec![
        Header::text(decided.say(Word::Role)),
        Header::number(decided.say(Word::PeopleWithNow), ""),
        Header::number(decided.say(Word::AttritionAYear), ""),
        Header::number(decided.say(Word::LeaveAYear), ""),
        Header::number(decided.say(Word::UntilHorizon), ""),
        Header::text(decided.say(Word::Replaced)),
    ];
    let mut table = Table::new("replacements", decided.say(Word::ReplacementsTitle), headers);
    for (index, role) in scenario.roles.iter().enumerate() {
        let attrition = role.attrition.value(&inputs);
        let own = decided.staged.now.iter().filter(|it| it.role.index() == index);
        let people = f64::from(role.headcount + own.map(|it| it.count).sum::<u32>());
        if attrition <= 0.0 || people == 0.0 {
            continue;
        }
        let row = table.rows.len();
        let leave = format!("[replacements:{row}:1]*[replacements:{row}:2]");
        table.push(vec![
            Cell::text(capital(decided.name(role))),
            Cell::count(people),
            Cell::share(attrition).entered(),
            Cell::number(people * attrition, 1).computed(leave.as_str()),
            Cell::number(people * attrition * years, 1).computed(format!("{leave}*{years}")),
            Cell::text(decided.say(if role.replaced { Word::Yes } else { Word::No })),
        ]);
    }
    table.note = decided.say(Word::ReplacementsNote);
    table.shown = Shown::Folded;
    (!table.rows.is_empty()).then_some(table)
}
