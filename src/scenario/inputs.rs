//! Uncertain inputs: each is known by its path, and read once however often it is used.

use super::model::{Input, Range, Text};
use crate::ids::InputId;
use std::collections::{HashMap, HashSet};

/// The inputs of a scenario, in the order in which they were first read.
#[derive(Clone, Debug, Default)]
pub(crate) struct InputTable {
    list: Vec<Input>,
    /// Paths, and the ids that ranges share.
    positions: HashMap<String, usize>,
    /// InputTable read in this scenario, not only in the one before the changes of a policy.
    read: HashSet<usize>,
}

impl InputTable {
    /// The same inputs, of which none was read yet: the beginning of another policy's.
    pub(crate) fn kept(&self) -> Self {
        Self { read: HashSet::new(), ..self.clone() }
    }

    /// Adds an input; one of the same path or id keeps its place, so that its draws stay the same.
    ///
    /// Ranges that share an id are one input; `Err` is the range that another of them states.
    pub(crate) fn add(&mut self, mut input: Input, titled: bool) -> Result<InputId, Range> {
        // No path contains a colon before its first dot.
        let shared = input.id.as_ref().map(|it| format!("id:{it}"));
        let key = shared.as_ref().unwrap_or(&input.path);
        let Some(&position) = self.positions.get(key) else {
            let position = self.list.len();
            self.positions.extend(shared.map(|it| (it, position)));
            self.positions.insert(input.path.clone(), position);
            self.read.insert(position);
            self.list.push(input);
            return Ok(InputId::new(position));
        };
        self.positions.insert(input.path.clone(), position);
        let known = &mut self.list[position];
        let again = !self.read.insert(position);
        if again && known.range != input.range {
            return Err(known.range);
        }
        // The first path is its name; a title may be stated with any of them.
        input.path = known.path.clone();
        input.id = known.id.clone();
        if !titled {
            input.title = known.title.clone();
        }
        if !again || titled {
            *known = input;
        }
        Ok(InputId::new(position))
    }

    /// The path that the input at a path goes by: that of the first range of the same id.
    pub(crate) fn path_of(&self, path: &str) -> Option<&str> {
        self.positions.get(path).map(|it| self.list[*it].path.as_str())
    }

    /// An input by its number.
    pub(crate) fn get(&self, id: InputId) -> &Input {
        &self.list[id.index()]
    }

    /// All inputs in order.
    pub(crate) fn list(&self) -> &[Input] {
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
    ("backlog_at_start", "открыто в начале", "backlog at the start"),
    ("noticed_after", "время до назначения", "time before it is noticed"),
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
pub(crate) fn title_of(path: &str, subject: &Text) -> Text {
    let words = path.rsplit('.').find_map(|part| {
        let key = part.split('[').next().unwrap_or(part);
        WORDS.iter().find(|(known, ..)| *known == key)
    });
    match words {
        _ if subject.ru.is_empty() => Text { ru: path.to_owned(), en: path.to_owned() },
        Some((_, ru, en)) => {
            Text { ru: format!("{}: {ru}", subject.ru), en: format!("{}: {en}", subject.en) }
        }
        None => {
            let last = path.rsplit('.').next().unwrap_or(path);
            Text { ru: format!("{}: {last}", subject.ru), en: format!("{}: {last}", subject.en) }
        }
    }
}
