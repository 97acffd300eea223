//! What moves an answer: the number to measure first, the table, the tornado.

use crate::plan::sensitivity::{Asked, Factor, Influence, Sensitivity};
use crate::report::compose::context::{Context, in_context};
use crate::report::compose::phrase::{capital, inline, quoted};
use crate::report::compose::values::input_value;
use crate::report::{
    Block, Cell, Chart, Dialect, Document, Figure, Finding, Format, Header, Section, Swing, Table,
    Tone, Tornado, Word, texts,
};
use serde::Serialize;

/// Inputs that are shown to people at most; the CSV file has all.
const SHOWN: usize = 12;
/// Below this share of the spread nothing is worth measuring first.
const WORTH: f64 = 0.05;

/// One end of what is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Low,
    High,
}

impl End {
    fn quantile(self) -> f64 {
        match self {
            Self::Low => 0.1,
            Self::High => 0.9,
        }
    }
}

/// A sensitivity and what it is of.
#[derive(Clone, Copy)]
pub(crate) struct Moved<'a> {
    /// The scenario that was asked about, and the language.
    pub(crate) context: Context<'a>,
    pub(crate) found: &'a Sensitivity,
    /// Where all chance began.
    pub(crate) seed: u64,
}

in_context!(Moved);

impl Moved<'_> {
    /// The answer's name.
    fn asked(self) -> String {
        match self.found.asked {
            Asked::Utilisation(it) => self.say(texts::AnswerUtilisation { role: self.role(it) }),
            Asked::AllKept => self.say(Word::AnswerKept),
            Asked::Need(it, after) => {
                let number = after.unwrap_or(0) + 1;
                let place = self.place(it, number);
                self.say(texts::AnswerNeed { role: self.role(it), number, place })
            }
        }
    }

    fn format(self) -> Format {
        match self.found.asked {
            Asked::Need(..) => Format::Month(self.scenario.timeline.start()),
            _ => Format::Share,
        }
    }

    fn amount(self, value: f64) -> String {
        self.locale.amount(value, self.format())
    }

    fn factor(self, it: &Influence) -> String {
        match it.factor {
            Factor::Input(id) => self.input(id),
            Factor::Unknown(unknown, _) => inline(self.name(&self.found.unknowns[unknown])),
        }
    }

    /// Where something that is not known stands at one of its ends: an input at a quantile of its range
    /// (of each of its ranges, where a reading has another), or a reading.
    fn at(self, it: &Influence, end: End) -> String {
        match it.factor {
            Factor::Input(id) => {
                let input = &self.scenario.inputs[id.index()];
                let ranges = self.found.ranges[id.index()].iter();
                let values =
                    ranges.map(|it| input_value(input, it.quantile(end.quantile()), self.locale));
                values.collect::<Vec<_>>().join(&format!(" {} ", self.say(Word::OrReading)))
            }
            Factor::Unknown(unknown, readings) => {
                let reading = readings[usize::from(end == End::High)];
                self.name(&self.found.unknowns[unknown].readings[reading]).to_owned()
            }
        }
    }

    fn moves(self) -> bool {
        self.found.sd > 0.0
    }

    /// Whether the effect of some input is more than chance.
    fn is_moved(self) -> bool {
        self.moves() && !shown(self).is_empty()
    }
}

/// The whole of it.
pub(crate) fn sensitivity(moved: Moved<'_>) -> Document {
    let section = |key, heading, blocks| Section::new(key, moved.say(heading), blocks);
    let mut finding = first(moved);
    if clearest(moved).is_none() {
        finding.detail = moved.say(Word::NothingMovesDetail);
    }
    let mut sections = vec![section("answer", Word::Answer, vec![Block::Finding(finding)])];
    if moved.is_moved() {
        sections.push(section("inputs", Word::InputColumn, vec![Block::Table(table(moved))]));
        sections.push(section("charts", Word::Charts, vec![Block::Chart(tornado(moved))]));
    }
    let title = moved.name(moved.scenario);
    let replications = moved.replications(moved.found.replications);
    Document {
        locale: moved.locale,
        title: moved.say(Word::SensitivityTitle),
        subtitle: moved.say(texts::SensitivitySubtitle {
            title,
            answer: moved.asked(),
            replications,
        }),
        sections,
    }
}

/// The number to measure first, the tornado and the table, as a part of another report; `aside` is said where there
/// is no such number.
pub(crate) fn blocks(moved: Moved<'_>, key: &str, aside: Option<String>) -> Vec<Block> {
    let mut finding = first(moved);
    if clearest(moved).is_none() {
        finding.detail = aside.unwrap_or_default();
    }
    if !moved.is_moved() {
        return vec![Block::Finding(finding)];
    }
    // The chart's title says the rest of the finding.
    let chart = Chart { key: key.into(), ..tornado(moved) };
    let table = Table { title: capital(&moved.asked()), ..table(moved) };
    let detail = Some(finding.detail).filter(|it| !it.is_empty()).map(Block::Paragraph);
    [Block::Chart(chart)].into_iter().chain(detail).chain([Block::Table(table)]).collect()
}

/// What surely makes up enough of the spread to be measured first.
fn clearest(moved: Moved<'_>) -> Option<&Influence> {
    let by_share = |it: &&Influence| it.share.value;
    let inputs = moved.found.inputs.iter().filter(|it| it.share.value.is_finite());
    let best = inputs.max_by(|a, b| by_share(a).total_cmp(&by_share(b)));
    let is_clear = |it: &&Influence| it.share.value >= WORTH && it.share.low > 0.0;
    best.filter(|it| moved.is_moved() && is_clear(it))
}

/// The number to measure first.
fn first(moved: Moved<'_>) -> Finding {
    let Some(best) = clearest(moved) else {
        return nothing_moves(moved);
    };
    let input = moved.factor(best);
    let share = moved.locale.share(best.share.value, 0);
    let (low, high) = (moved.amount(best.effect.low.value), moved.amount(best.effect.high.value));
    let (low_input, high_input) = (moved.at(best, End::Low), moved.at(best, End::High));
    let value = worth(moved, best).filter(|it| *it > 0.005);
    let value = value.map(|it| moved.locale.share(it, 0));
    let (headline, detail, value) = match best.factor {
        Factor::Input(_) => (
            moved.say(texts::MeasureFirst { input, share }),
            moved.say(texts::MeasureDetail { low, low_input, high, high_input }),
            value.map(|value| moved.say(texts::MeasureValue { value })),
        ),
        Factor::Unknown(..) => {
            let [low_input, high_input] =
                [low_input, high_input].map(|it| quoted(&it, moved.locale.lang));
            (
                moved.say(texts::FindOutFirst { question: input, share }),
                moved.say(texts::FindOutDetail { low, low_input, high, high_input }),
                value.map(|value| moved.say(texts::FindOutValue { value })),
            )
        }
    };
    let detail = std::iter::once(detail).chain(value).collect::<Vec<_>>().join(" ");
    Finding { tone: Tone::Caution, headline, detail }
}

/// What is said when there is no number to measure first, and why there is none; what to do then is the caller's.
fn nothing_moves(moved: Moved<'_>) -> Finding {
    let (answer, value) = (moved.asked(), moved.amount(moved.found.mean.value));
    // Said first, so that it is this answer that nothing moves, and no other of the report.
    let named = capital(&answer);
    let headline = match (moved.moves(), moved.found.inputs.is_empty()) {
        _ if moved.found.mean.value.is_nan() => moved.say(texts::NothingDefined { answer }),
        (false, _) => moved.say(texts::NothingMoves { answer: named, value }),
        (true, true) => moved.say(texts::NothingUnknown { answer, value }),
        (true, false) => moved.say(texts::NothingClear { answer: named, value }),
    };
    Finding { tone: Tone::Neutral, headline, detail: String::new() }
}

/// The inputs whose effect is more than chance: nothing else is shown to people.
fn shown(moved: Moved<'_>) -> Vec<Influence> {
    let clear = |it: &&Influence| it.effect.swing.low > 0.0 || it.effect.swing.high < 0.0;
    moved.found.inputs.iter().filter(clear).copied().take(SHOWN).collect()
}

/// The part of what not knowing costs that knowing an input saves.
fn worth(moved: Moved<'_>, it: &Influence) -> Option<f64> {
    let cost = moved.found.cost_of_not_knowing.filter(|it| *it > 0.0)?;
    Some((it.value?.value.value / cost).clamp(0.0, 1.0))
}

fn table(moved: Moved<'_>) -> Table {
    let header = |say: Word| Header::number(moved.say(say), "");
    let is_date = matches!(moved.found.asked, Asked::Need(..));
    let mut headers = vec![
        Header::text(moved.say(Word::InputColumn)),
        header(Word::LowColumn),
        header(Word::HighColumn),
        header(Word::ShareColumn),
    ];
    if is_date {
        headers.push(header(Word::ValueColumn));
    }
    let mut table = Table::new("inputs", "", headers);
    for it in &shown(moved) {
        let end = |end: End, value: f64| {
            Cell::text(format!("{}: {}", moved.at(it, end), moved.amount(value)))
        };
        let mut row = vec![
            Cell::text(capital(&moved.factor(it))),
            end(End::Low, it.effect.low.value),
            end(End::High, it.effect.high.value),
            Cell::interval(it.share.value, it.share.low, it.share.high, Format::Share),
        ];
        if is_date {
            row.push(worth(moved, it).map_or_else(Cell::empty, Cell::share));
        }
        table.push(row);
    }
    table.note = moved.say(Word::SensitivityNote);
    if !moved.found.unknowns.is_empty() {
        table.note += " ";
        table.note += &moved.say(Word::SensitivityReadings);
    }
    table
}

fn tornado(moved: Moved<'_>) -> Chart {
    let told = shown(moved);
    let swings = told.iter().map(|it| Swing {
        label: capital(&moved.factor(it)),
        low: it.effect.low.value,
        high: it.effect.high.value,
        low_label: moved.at(it, End::Low),
        high_label: moved.at(it, End::High),
    });
    let title = first(moved).headline;
    let answer = capital(&moved.asked());
    let subtitle = moved.say(texts::TornadoSubtitle { answer });
    let source = moved.source(moved.found.replications, moved.seed);
    let figure = Figure::Tornado(Tornado {
        format: moved.format(),
        centre: moved.found.mean.value,
        centre_label: moved.say(Word::Centre),
        swings: swings.filter(|it| it.low.is_finite() && it.high.is_finite()).collect(),
    });
    Chart::new("sensitivity", [title, subtitle, source], figure)
}

/// An input, and how it moves the answer.
#[derive(Default, Serialize)]
struct InputRow<'a> {
    answer: &'a str,
    input: &'a str,
    title: &'a str,
    unit: &'a str,
    low: String,
    high: String,
    answer_low: String,
    answer_high: String,
    swing: String,
    swing_low: String,
    swing_high: String,
    sobol: String,
    sobol_low: String,
    sobol_high: String,
    information_value: String,
}

/// `sensitivity.csv`: every input.
pub(crate) fn sensitivity_csv(moved: Moved<'_>, dialect: Dialect) -> Vec<u8> {
    let role = |it: crate::ids::RoleId| &*moved.scenario.roles[it.index()].key;
    let answer = match moved.found.asked {
        Asked::Utilisation(it) => format!("utilisation {}", role(it)),
        Asked::AllKept => format!("{} all", moved.promised().key()),
        Asked::Need(it, after) => {
            let number = moved.place(it, after.unwrap_or(0) + 1);
            format!("need {} {number}", role(it))
        }
    };
    let number = |value: f64| dialect.number(value);
    dialect.file(moved.found.inputs.iter().map(|it| {
        let (path, title, unit, low, high) = match it.factor {
            Factor::Input(id) => {
                let input = &moved.scenario.inputs[id.index()];
                // Where a reading has another range there is no one number to state.
                let one = moved.found.ranges[id.index()].len() == 1;
                let stated = |end: End| match one {
                    true => number(input.range.quantile(end.quantile()) / input.scale),
                    false => String::new(),
                };
                let (low, high) = (stated(End::Low), stated(End::High));
                (&*input.path, moved.context.name(input), &*input.unit, low, high)
            }
            Factor::Unknown(unknown, readings) => {
                let unknown = &moved.found.unknowns[unknown];
                let [low, high] = readings.map(|it| unknown.readings[it].key.clone());
                (&*unknown.key, moved.context.name(unknown), "", low, high)
            }
        };
        InputRow {
            answer: &answer,
            input: path,
            title,
            unit,
            low,
            high,
            answer_low: number(it.effect.low.value),
            answer_high: number(it.effect.high.value),
            swing: number(it.effect.swing.value),
            swing_low: number(it.effect.swing.low),
            swing_high: number(it.effect.swing.high),
            sobol: number(it.share.value),
            sobol_low: number(it.share.low),
            sobol_high: number(it.share.high),
            information_value: it.value.map(|it| number(it.value.value)).unwrap_or_default(),
        }
    }))
}
