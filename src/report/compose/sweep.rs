//! A sweep as a document: in which point most is kept, every point, and how the levers move it.

use super::context::{Context, in_context};
use crate::experiment::{Estimate, PolicyOutcome};
use crate::measures::Measure;
use crate::plan::sweep::Setting;
use crate::report::compose::run_csv::unit;
use crate::report::{
    Areas, Axis, Block, Cell, Chart, Curve, Dialect, Document, Figure, Finding, Format, Header,
    Ink, Parallel, Point, Section, Shown, Strand, Table, Tone, Word, texts,
};

/// More points than these are a file, not a table.
const SHOWN: usize = 500;
/// Tables of more rows are folded.
const FOLDED: usize = 12;

/// A sweep and what it found.
#[derive(Clone, Copy)]
pub(crate) struct Swept<'a> {
    /// The scenario that was varied, and the language.
    pub(crate) context: Context<'a>,
    /// What was varied.
    pub(crate) paths: &'a [String],
    /// The values of each point.
    pub(crate) points: &'a [Vec<Setting>],
    /// What each point found.
    pub(crate) found: &'a [PolicyOutcome],
    /// Replications of each point.
    pub(crate) replications: u64,
    /// Where all chance began.
    pub(crate) seed: u64,
}

in_context!(Swept);

/// What is shown of each point.
#[derive(Clone, Copy)]
struct Shows {
    key: &'static str,
    measure: Measure,
    format: Format,
}

impl<'a> Swept<'a> {
    /// Every SLA kept, where there is one; and what it costs.
    fn shows(self) -> Vec<Shows> {
        let measure = self.promised();
        let kept = Shows { key: "kept", measure, format: Format::Share };
        let cost = Shows { key: "cost", measure: Measure::Cost, format: Format::Money };
        let is_there =
            |it: &Shows| (0..self.found.len()).any(|point| self.at(point, *it).is_some());
        [kept, cost].into_iter().filter(is_there).collect()
    }

    /// What it is called.
    fn title(self, it: Shows) -> String {
        match it.format {
            Format::Share => self.say(texts::SweepKept { promise: self.promise() }),
            _ => self.say(Word::SweepCost),
        }
    }

    fn at(self, point: usize, it: Shows) -> Option<&'a Estimate> {
        self.found[point].total_of(it.measure, "all").filter(|it| it.n > 0)
    }

    fn mean(self, point: usize, it: Shows) -> f64 {
        self.at(point, it).map_or(f64::NAN, |it| it.mean)
    }

    /// The values of a point: `roles.engineer.headcount = 3`.
    fn settings(self, point: usize) -> String {
        let all = self.paths.iter().zip(&self.points[point]);
        all.map(|(path, it)| format!("{path} = {}", it.text)).collect::<Vec<_>>().join(", ")
    }

    /// Whether a lever is a number in every point.
    fn is_number(self, lever: usize) -> bool {
        self.points.iter().all(|it| it.get(lever).is_some_and(|it| it.number.is_finite()))
    }

    fn axis(self, lever: usize) -> Axis {
        let fraction = self.points.iter().any(|it| it[lever].number.fract() != 0.0);
        Axis { title: self.paths[lever].clone(), format: Format::Number(u8::from(fraction) * 2) }
    }
}

/// The whole of it.
pub(crate) fn sweep(swept: Swept<'_>) -> Document {
    let shows = swept.shows();
    let points = swept.locale.number(swept.points.len() as f64, 0);
    let replications = swept.replications(swept.replications);
    let mut blocks = vec![Block::Paragraph(swept.say(texts::SweepDone { points, replications }))];
    blocks.extend(best(swept, &shows).map(Block::Finding));
    blocks.extend(shows.iter().filter_map(|it| chart(swept, *it)).map(Block::Chart));
    blocks.push(Block::Table(table(swept, &shows)));
    Document {
        locale: swept.locale,
        title: swept.name(swept.scenario).into(),
        subtitle: swept.source(swept.replications, swept.seed),
        sections: vec![Section::new("sweep", swept.say(Word::SweepHeading), blocks)],
    }
}

/// The one point in which every SLA was kept most often; nothing is said where there are several.
fn best(swept: Swept<'_>, shows: &[Shows]) -> Option<Finding> {
    let kept = *shows.iter().find(|it| it.format == Format::Share)?;
    let means = || (0..swept.found.len()).map(|it| swept.mean(it, kept)).enumerate();
    let known = means().filter(|it| it.1.is_finite());
    let (point, most) = known.max_by(|one, other| one.1.total_cmp(&other.1))?;
    let alone = means().filter(|it| it.1 == most).count() == 1;
    (alone && swept.found.len() > 1).then(|| Finding {
        tone: Tone::default(),
        headline: swept.say(texts::SweepBest {
            promise: swept.promise(),
            settings: swept.settings(point),
            share: swept.locale.share(most, 0),
        }),
        detail: String::new(),
    })
}

fn table(swept: Swept<'_>, shows: &[Shows]) -> Table {
    let mut headers = vec![Header::number(swept.say(Word::SweepPoint), "")];
    headers.extend(swept.paths.iter().map(|it| Header::text(it.as_str())));
    headers.extend(shows.iter().map(|it| Header::number(swept.title(*it), "")));
    let mut table = Table::new("points", swept.say(Word::SweepPoints), headers);
    for point in 0..swept.points.len().min(SHOWN) {
        let number = [Cell::number((point + 1) as f64, 0)];
        let settings = swept.points[point].iter().map(|it| Cell::text(it.text.as_str()));
        let shown = shows.iter().map(|it| match swept.at(point, *it) {
            Some(own) => Cell::interval(own.mean, own.ci_low, own.ci_high, it.format),
            None => Cell::empty(),
        });
        table.push(number.into_iter().chain(settings).chain(shown).collect());
    }
    if swept.points.len() > SHOWN {
        table.note = swept.say(texts::SweepRest { shown: SHOWN });
    }
    if swept.points.len() > FOLDED {
        table.shown = Shown::Folded;
    }
    table
}

/// A line for one lever, a map for two, a strand for each point beyond.
fn chart(swept: Swept<'_>, shows: Shows) -> Option<Chart> {
    let numbers = (0..swept.paths.len()).all(|it| swept.is_number(it));
    let figure = match swept.paths.len() {
        _ if !numbers || swept.points.len() < 2 => return None,
        1 => Figure::Curve(curve(swept, shows)),
        2 => match map(swept, shows) {
            Some(map) => Figure::Areas(map),
            None => Figure::Parallel(strands(swept, shows)),
        },
        _ => Figure::Parallel(strands(swept, shows)),
    };
    let title = swept.title(shows);
    let levers = swept.paths.join(", ");
    let subtitle = swept.say(texts::SweepOver { levers });
    let source = swept.source(swept.replications, swept.seed);
    Some(Chart::new(&format!("sweep-{}", shows.key), [title, subtitle, source], figure))
}

fn curve(swept: Swept<'_>, shows: Shows) -> Curve {
    let point = |it: usize| Point {
        // The axis names the lever.
        label: swept.points[it][0].text.clone(),
        x: swept.points[it][0].number,
        y: swept.mean(it, shows),
        interval: swept.at(it, shows).map(|it| (it.ci_low, it.ci_high)),
        across: None,
        efficient: true,
        ink: Ink::Slot(0),
    };
    Curve {
        x: swept.axis(0),
        y: Axis { title: swept.title(shows), format: shows.format },
        points: (0..swept.points.len()).map(point).collect(),
        targets: Vec::new(),
    }
}

/// A grid of two levers; `None` for points that are none.
fn map(swept: Swept<'_>, shows: Shows) -> Option<Areas> {
    let values = |lever: usize| {
        let mut values: Vec<f64> = swept.points.iter().map(|it| it[lever].number).collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        values
    };
    let (columns, rows) = (values(0), values(1));
    let is_grid = columns.len() * rows.len() == swept.points.len();
    if !is_grid || columns.len().min(rows.len()) < 2 {
        return None;
    }
    let at = |row: f64, column: f64| {
        let same = |it: &Vec<Setting>| it[0].number == column && it[1].number == row;
        let point = swept.points.iter().position(same)?;
        let mean = swept.mean(point, shows);
        mean.is_finite().then_some(mean)
    };
    let row = |&row: &f64| columns.iter().map(|&column| at(row, column)).collect();
    Some(Areas {
        x: swept.axis(0),
        y: swept.axis(1),
        format: shows.format,
        values: rows.iter().map(row).collect(),
        more: swept.say(Word::NotKnown),
        arrows: Vec::new(),
        columns,
        rows,
    })
}

/// The levers and what is shown, side by side.
fn strands(swept: Swept<'_>, shows: Shows) -> Parallel {
    let mut axes: Vec<Axis> = (0..swept.paths.len()).map(|it| swept.axis(it)).collect();
    let short = match shows.format {
        Format::Share => Word::SweepKeptShort,
        _ => Word::SweepCostShort,
    };
    axes.push(Axis { title: swept.say(short), format: shows.format });
    let strand = |point: usize| {
        let mut values: Vec<f64> = swept.points[point].iter().map(|it| it.number).collect();
        values.push(swept.mean(point, shows));
        Strand { label: swept.settings(point), values }
    };
    Parallel { axes, strands: (0..swept.points.len()).map(strand).collect() }
}

/// One row a point and measure.
pub(crate) fn sweep_csv(swept: Swept<'_>, dialect: Dialect) -> Vec<u8> {
    let header = ["point"].into_iter().chain(swept.paths.iter().map(String::as_str));
    let header = header.chain([
        "measure",
        "scope",
        "unit",
        "mean",
        "ci_low",
        "ci_high",
        "p10",
        "p50",
        "p90",
        "replications",
    ]);
    let header = header.map(str::to_owned).collect();
    let rows = swept.found.iter().enumerate().flat_map(|(point, found)| {
        let settings: Vec<String> = swept.points[point].iter().map(|it| it.text.clone()).collect();
        found.columns.iter().zip(&found.total).map(move |(column, it)| {
            let mut row = vec![(point + 1).to_string()];
            row.extend(settings.iter().cloned());
            row.push(column.measure.key().to_owned());
            row.push(column.scope.clone());
            row.push(unit(column.unit, &swept.scenario.currency).to_owned());
            let numbers = [it.mean, it.ci_low, it.ci_high, it.p10, it.p50, it.p90];
            row.extend(numbers.iter().map(|&it| dialect.number(it)));
            row.push(it.n.to_string());
            row
        })
    });
    dialect.rows(header, rows)
}
