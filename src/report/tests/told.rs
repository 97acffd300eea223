//! A command as its reader meets it: the document, what was said in it, and the CSV files beside it.

use super::list::SENTENCES;
use crate::experiment::{Extent, Replications, run_policies};
use crate::plan::answer::{Terms, answer};
use crate::plan::claims::{Care, test_claims};
use crate::plan::search::run::Run;
use crate::plan::sensitivity::{Asked, sensitivity};
use crate::report::compose::plan::staged::{self, Decided};
use crate::report::compose::plan::{Planned, plan, plan_csv};
use crate::report::compose::sensitivity::Moved;
use crate::report::compose::{self, Checked, Context, claims, run_csv};
use crate::report::texts::heard::{Heard, listen};
use crate::report::{Block, Dialect, Document, Locale};
use crate::scenario::{Lang, Study, load_text};
use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

/// A command that answers a question about a scenario.
#[derive(Clone, Copy, Debug)]
pub(super) enum Command {
    Run,
    Check,
    Claims,
    Sensitivity(Asked),
    /// With these terms beside the scenario's confidence: at most so many people.
    Plan(Option<u32>),
}

/// A row of a CSV file, by column.
pub(super) type Row = BTreeMap<String, String>;

/// What a command printed and wrote.
pub(super) struct Told {
    pub(super) study: Study,
    pub(super) lang: Lang,
    pub(super) document: Document,
    /// Every row of the texts that was said.
    pub(super) heard: Vec<Heard>,
    pub(super) files: BTreeMap<String, Vec<Row>>,
}

const SEED: u64 = 7;

/// Carries a command out.
pub(super) fn tell(text: &str, command: Command, lang: Lang) -> Told {
    try_tell(text, command, lang).unwrap_or_else(|problems| panic!("{problems}\n{text}"))
}

/// Carries a command out; or the problems of the scenario.
pub(super) fn try_tell(text: &str, command: Command, lang: Lang) -> Result<Told, String> {
    let study = load_text("desk.toml", text, None, &[], Some(lang));
    let study = study.map_err(|problems| problems.render(lang, false))?;
    let locale = Locale::new(lang, &study.baseline().scenario.currency);
    let context = Context { scenario: &study.baseline().scenario, locale };
    let (stop, replications) = (AtomicBool::new(false), context.scenario.replications as u64);
    let run = Run::new(SEED, 1, &|_| (), &stop);
    let dialect = Dialect::Plain;
    let ((document, files), heard) = listen(|| match command {
        Command::Run => {
            let extent = Extent {
                replications: Replications::Exactly(replications),
                seed: SEED,
                threads: 1,
            };
            let outcome =
                run_policies(&study.policies, extent, &|_| (), &stop).expect("not stopped");
            let currency = &*context.scenario.currency;
            let files = vec![
                ("summary.csv", run_csv::summary_csv(&outcome, currency, dialect)),
                ("monthly.csv", run_csv::monthly_csv(&outcome, currency, dialect)),
                ("comparison.csv", run_csv::comparison_csv(&outcome, currency, dialect)),
            ];
            (compose::run(&study, &outcome, locale), files)
        }
        Command::Check => (Checked::in_readings(&study, 0).document(locale), Vec::new()),
        Command::Claims => {
            let care = Care { replications: replications.max(10), breakeven: 6 };
            let found = test_claims(&study, &run, care).expect("not stopped");
            let file = claims::claims_csv(context, &study.worlds, &found, dialect);
            let document = claims::claims(context, &study.worlds, &found, care.replications);
            (document, vec![("claims.csv", file)])
        }
        Command::Sensitivity(asked) => {
            let found =
                sensitivity(&study, asked, replications.max(20), &run).expect("not stopped");
            let moved = Moved { context, found: &found, seed: SEED };
            let file = compose::sensitivity::sensitivity_csv(moved, dialect);
            (compose::sensitivity::sensitivity(moved), vec![("sensitivity.csv", file)])
        }
        Command::Plan(max_people) => {
            let terms = Terms::new(context.scenario.planning.confidence, Some(replications));
            let terms = Terms { max_people, ..terms };
            let answer = answer(&study, &terms, &run).expect("not stopped");
            let planned = Planned::new(&study, &answer, locale, SEED, "staffcast plan");
            let mut files = vec![
                ("plan.csv", plan_csv::plan_csv(planned, dialect)),
                ("hiring.csv", plan_csv::hiring_csv(planned, dialect)),
                ("tradeoff.csv", plan_csv::tradeoff_csv(planned, dialect)),
            ];
            files.extend(staged::csv::files(Decided::of(planned), dialect));
            (plan(planned), files)
        }
    });
    let files = files.into_iter().map(|(name, bytes)| (name.to_owned(), rows(&bytes))).collect();
    Ok(Told { lang, document, heard, files, study })
}

fn rows(bytes: &[u8]) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(bytes);
    reader.deserialize().map(|it| it.expect("a row of a CSV file")).collect()
}

impl Told {
    /// What stands in the document for people to read, piece by piece; cells are not sentences.
    fn prose(&self) -> Vec<&str> {
        let mut pieces = vec![self.document.subtitle.as_str()];
        for block in self.document.blocks() {
            match block {
                Block::Paragraph(it) => pieces.push(it),
                Block::List(items) => pieces.extend(items.iter().map(String::as_str)),
                Block::Finding(it) => pieces.extend([&*it.headline, &*it.detail]),
                Block::Cautions(all) => {
                    pieces.extend(all.iter().flat_map(|it| [&*it.reason, &*it.advice]));
                }
                Block::Table(it) => pieces.extend([&*it.title, &*it.note]),
                Block::Chart(it) => pieces.extend([&*it.title, &*it.subtitle]),
            }
        }
        pieces
    }

    /// The sentences of the list that the document says.
    pub(super) fn said(&self) -> Vec<&Heard> {
        let listed = |it: &&Heard| SENTENCES.iter().any(|(name, _)| *name == it.name);
        let prose = self.prose().join("\n").to_lowercase();
        let printed = |it: &&Heard| prose.contains(&it.text.trim_end_matches('.').to_lowercase());
        self.heard.iter().filter(listed).filter(printed).collect()
    }

    /// The answers: headlines, titles of charts, reasons of caution.
    pub(super) fn answers(&self) -> Vec<&str> {
        let mut answers = Vec::new();
        for block in self.document.blocks() {
            match block {
                Block::Finding(it) => answers.push(&*it.headline),
                Block::Cautions(all) => answers.extend(all.iter().map(|it| &*it.reason)),
                Block::Chart(it) => answers.push(&*it.title),
                _ => {}
            }
        }
        answers
    }

    /// Headlines with what supports them.
    pub(super) fn answers_and_details(&self) -> Vec<&str> {
        let findings = self.document.blocks().filter_map(|it| match it {
            Block::Finding(it) => Some([&*it.headline, &*it.detail]),
            _ => None,
        });
        findings.flatten().collect()
    }

    /// The numbers of a column in the rows that have these values.
    pub(super) fn numbers(&self, file: &str, row: &[(&str, &str)], column: &str) -> Vec<f64> {
        let rows = self.files[file].iter();
        let rows = rows.filter(|it| row.iter().all(|(name, value)| it[*name] == *value));
        rows.map(|it| it[column].parse().unwrap_or(f64::NAN)).collect()
    }
}
