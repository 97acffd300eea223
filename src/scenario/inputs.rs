//! Uncertain inputs: each is known by its path, and read once however often it is used.

use super::model::{Input, Text};
use crate::ids::InputId;
use std::collections::HashMap;

/// The inputs of a scenario, in the order in which they were first read.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    list: Vec<Input>,
    positions: HashMap<String, usize>,
}

impl Inputs {
    /// Adds an input; one of the same path keeps its place, so that its draws stay the same.
    pub fn add(&mut self, input: Input) -> InputId {
        if let Some(&position) = self.positions.get(&input.path) {
            self.list[position] = input;
            return InputId::new(position);
        }
        self.positions.insert(input.path.clone(), self.list.len());
        self.list.push(input);
        InputId::new(self.list.len() - 1)
    }

    /// An input by its number.
    pub fn get(&self, id: InputId) -> &Input {
        &self.list[id.index()]
    }

    /// Whether a path is that of an input.
    pub fn knows(&self, path: &str) -> bool {
        self.positions.contains_key(path)
    }

    /// All inputs in order.
    pub fn list(&self) -> &[Input] {
        &self.list
    }
}

/// The last keys of paths, as words.
const WORDS: &[(&str, &str, &str)] = &[
    ("effort", "время работы", "effort"),
    ("wait", "ожидание", "wait"),
    ("time", "ожидание", "wait"),
    ("after", "задержка возврата", "delay of coming back"),
    ("rate", "поток", "rate of arrivals"),
    ("elasticity", "эластичность", "elasticity"),
    ("shares", "доля", "share"),
    ("churn", "отток", "churn"),
    ("from", "начальное значение", "value at the start"),
    ("to", "конечное значение", "value at the end"),
    ("yearly", "рост в год", "growth a year"),
    ("constant", "значение", "value"),
    ("factor", "множитель", "factor"),
    ("cap", "предел", "limit"),
    ("branch", "вероятность ветви", "probability of the branch"),
    ("reopen", "доля возвратов", "share that comes back"),
    ("cycle", "число повторов", "number of rounds"),
    ("count", "количество", "count"),
    ("pay", "оклад", "pay"),
    ("hiring_cost", "цена найма", "hiring cost"),
    ("attrition", "текучесть", "attrition"),
    ("spells", "болезни в год", "sick spells a year"),
    ("length", "длительность болезни", "length of a sick spell"),
    ("time_to_fill", "срок подбора", "time to fill"),
    ("mentoring", "время наставника", "mentoring"),
    ("ramp", "вхождение в должность", "ramp-up"),
    (
        "backlog_at_start",
        "открыто в начале",
        "backlog at the start",
    ),
    (
        "noticed_after",
        "время до назначения",
        "time before it is noticed",
    ),
    ("resume_cost", "цена возвращения к работе", "resume cost"),
    ("within", "срок", "limit"),
    ("penalty", "цена нарушения", "penalty"),
    ("price", "цена", "price"),
    ("monthly_price", "цена в месяц", "monthly price"),
    ("capacity", "мощность в месяц", "capacity a month"),
    ("above", "уровень", "level"),
    ("below", "уровень", "level"),
    ("arrivals", "множитель потока", "factor on arrivals"),
];

/// The title of an input without one: whose it is, and the most telling key of its path.
pub fn title_of(path: &str, subject: &Text) -> Text {
    let words = path.rsplit('.').find_map(|part| {
        let key = part.split('[').next().unwrap_or(part);
        WORDS.iter().find(|(known, ..)| *known == key)
    });
    match words {
        _ if subject.ru.is_empty() => Text {
            ru: path.to_owned(),
            en: path.to_owned(),
        },
        Some((_, ru, en)) => Text {
            ru: format!("{}: {ru}", subject.ru),
            en: format!("{}: {en}", subject.en),
        },
        None => {
            let last = path.rsplit('.').next().unwrap_or(path);
            Text {
                ru: format!("{}: {last}", subject.ru),
                en: format!("{}: {last}", subject.en),
            }
        }
    }
}
