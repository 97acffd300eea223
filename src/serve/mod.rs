//! The what-if page: a server for one reader at a time and his own machine.
//!
//! ```text
//! page ─► question ─► study with the what-ifs as policies ─► replications in turns ─► part of a page
//! ```
//!
//! What is asked is a few changes of a scenario file ([`question`]), checked as a file is; what is
//! shown is written by the report's own writers. No path that comes from the page is ever opened:
//! the scenario is named when the server starts. Who may ask is told in [`guard`].

mod answer;
mod guard;
mod handlers;
mod known;
mod levers;
mod page;
mod promised;
mod question;
mod routes;
mod shared;
mod turns;
mod when;

pub(crate) use answer::Refused;
pub(crate) use guard::Guard;
pub(crate) use routes::serve;

use crate::scenario::{Lang, Study, load_text};

/// Reads the scenario with values over those of its file.
type Load = dyn Fn(&[(String, String)], Lang) -> Result<Study, Vec<Refused>> + Send + Sync;

/// What is asked about.
pub(crate) struct Ask {
    /// Reads the scenario.
    pub(crate) load: Box<Load>,
    /// The name of its file, without folders.
    pub(crate) file: String,
    /// Where all chance begins, where it is not the scenario's.
    pub(crate) seed: Option<u64>,
    /// Threads; 0: one for each processor.
    pub(crate) threads: usize,
    /// What was run for earlier questions.
    known: known::Known,
    /// What the plan promises.
    promised: promised::Promised,
    /// The title of the baseline by language, where the file states no policies.
    pub(crate) unstated: Option<[String; 2]>,
}

impl Ask {
    /// About a scenario that can be read; `load` reads it.
    pub(crate) fn new(
        load: Box<Load>,
        file: String,
        seed: Option<u64>,
        threads: usize,
    ) -> Result<Self, Vec<Refused>> {
        let study = load(&[], Lang::default())?;
        let (known, promised) = (known::Known::default(), promised::Promised::default());
        let mut ask = Self { load, file, seed, threads, known, promised, unstated: None };
        // A file that states no policies has a baseline all the same, until the first is added.
        let one = question::Question {
            variants: vec![question::Variant::default()],
            ..question::Question::default()
        };
        let added = (ask.load)(&one.overrides(None), Lang::default());
        if added.is_ok_and(|it| it.policies.len() == study.policies.len()) {
            let title = &study.baseline().title;
            ask.unstated = Some([title.ru.clone(), title.en.clone()]);
        }
        Ok(ask)
    }

    /// The title of the baseline, where the file states no policies.
    fn baseline(&self, lang: Lang) -> Option<String> {
        self.unstated.as_ref().map(|it| lang.pick([&it[0], &it[1]]).clone())
    }
}

/// Reads bytes as a question about a small department, as the page's are read: `None` where they are
/// no question, else whether it can be asked. What can be asked can be saved, and is the same question
/// when it is opened.
pub fn asked_of_page(bytes: &[u8]) -> Option<bool> {
    let asked: question::Question = serde_json::from_slice(bytes).ok()?;
    let overrides = asked.overrides(Some("As is"));
    let read = load_text("department.toml", DEPARTMENT, None, &overrides, None);
    if let Err(problems) = &read {
        assert!(!problems.is_empty(), "refused without a word");
    }
    let can_be = read.is_ok() && !asked.is_too_large();
    if can_be {
        let file = asked.file("department.toml", "What if", Some("As is"));
        let (opened, ignored) = question::Question::of_file(&file).expect("what is saved is TOML");
        assert!(ignored.is_empty() && opened.variants.len() == asked.variants.len(), "{file}");
    }
    Some(can_be)
}

/// The department of [`asked_of_page`].
const DEPARTMENT: &str = r#"
[scenario]
name = "desk"
start = 2026-01-01
months = 2
[roles.clerk]
headcount = 1
pay = 100000
[streams.ticket]
arrival = { rate = 20, per = "month" }
route = [{ effort = { mean = { min = "50min", max = "75min", id = "effort" }, cv = 0.5 }, role = "clerk" }]
[streams.ticket.sla.done]
to = "closed"
within = "8h"
target = "80%"
"#;
