//! staffcast answers one question: *when must a support department hire its next person,
//! how sure are we, and what happens if we wait?*
//!
//! # The picture
//!
//! A scenario goes in at one end, decisions and charts come out at the other, and everything in
//! between flows one way:
//!
//! ```text
//!  scenario file ─► tree ─► Scenario ─► Department ─► Recorder ─► Readings ─► Outcome ─► Answer ─► Document ─► files
//!                 as written  checked   one run of    what        one number  mean and   dates    tables,    csv svg png
//!                 + changes             the events    happened    a column    interval            charts     html xlsx
//! ```
//!
//! Each arrow is one function, each name is one plain type, and no arrow points back.
//! To understand a result, walk left; to change one, find the arrow it belongs to.
//!
//! # The map
//!
//! The modules stand below in layers, lowest first, and **a module uses only what is declared
//! above it**. The engine can be read, tested and measured without the department; statistics
//! never see an event; nothing below [`report`] words a result or rounds it for people (what is
//! wrong with a file is told by [`scenario`], what a measure is called by [`measures`]), and nothing
//! below [`cli`] prints. `tests/tidiness/` reads the `use` lines and says so when one points the
//! wrong way.
//!
//! | layer | knows | does not know |
//! |---|---|---|
//! | [`time`], [`ids`] | moments, elapsed times, efforts; typed positions | what they are for |
//! | [`engine`] | timers, events, the clock | tickets and people |
//! | [`calendar`] | when work is done; dates and moments | who works |
//! | [`random`] | streams of chance, distributions, arrival times | what arrives |
//! | [`measures`] | what is measured: key, scope, unit, direction, titles | how it is read |
//! | [`scenario`] | the question as asked, and every rule of the file | how it is answered |
//! | [`department`] | streams of work on routes through roles | statistics |
//! | [`measure`] | what happened, as numbers of one replication | other replications |
//! | [`parts`] | the numbers of replications as files, for many machines | what the numbers mean |
//! | [`statistics`] | samples of numbers as estimates and decisions | what the numbers are |
//! | [`experiment`] | many replications as estimates, policies compared | what the columns mean, but for its cautions |
//! | [`plan`] | estimates as decisions: dates, claims, what to find out first | files and words |
//! | [`verify`] | exact answers of theory, of calendars and of another program | how they are shown |
//! | [`fit`] | a help desk's export as measured numbers | what is written of them |
//! | [`report`] | decisions as documents, and their writers | the terminal |
//! | [`serve`] | questions of a page as policies, who may ask | how a scenario is read or an answer written |
//! | [`cli`] | arguments, progress, exit codes | any logic of its own |
//!
//! # What always holds
//!
//! 1. A [`scenario::Scenario`] that exists is valid. Nothing later says "invalid scenario".
//! 2. A replication is a pure function of scenario, seed and replication number: no wall clock, no
//!    global, no hash order, no thread order. Generators are named by their algorithm
//!    ([`random::Chance`] is SplitMix64), and every exp, ln and pow is the same on every machine.
//! 3. What a piece of work needs comes from its own stream of chance, keyed by seed, replication,
//!    stream and number. Policies and head-count change when it is served, never what it is:
//!    *common random numbers*, which make small differences between policies visible.
//! 4. Observers watch and cannot schedule; removing every statistic leaves the same history.
//! 5. A moment, an elapsed time and an amount of effort are three types of whole microseconds.
//!    Floats become ticks by rounding, in one place.
//! 6. Roles, streams, routes, calendars and targets are data. Their names end at the check of the
//!    scenario; inside, they are positions in vectors.
//! 7. Where two programs could differ, the rule is written down: see [`department`].
//! 8. The event loop allocates nothing once warm, and memory grows with the work that is open at
//!    once, not with what has passed through.
//! 9. What changes nothing else needs no event: arrivals that nobody is free to take wait in their
//!    sources, and what is done before anything else happens is done at once. That is how the
//!    engine is fast, and the history is the same as with an event for everything.
//!
//! # Where things go
//!
//! | to add | touch |
//! |---|---|
//! | a role, a calendar, a kind of work, an SLA, a policy, a claim, a reading of a document | the scenario file: they are data |
//! | a key of the scenario file | its line in `scenario/keys`, a field of [`scenario::Scenario`] that `scenario/check` fills |
//! | a kind of step | a variant and its parts in `scenario/route.rs`, its kind and keys in `scenario/keys/route.rs`, read in `scenario/check/route.rs`, an op in `department/layout/program.rs`, its handling in `department/items/route.rs` |
//! | what the hiring rule asks for | `department/people/hiring_rule.rs`; what it may see is `observed.rs` beside it |
//! | what is told of the staged plan | its data in `plan/staged/data.rs` or a file that it names, a caution in `warning.rs` beside it, its words in `report/compose/plan/staged` |
//! | a kind of change | a variant and its `apply` in `scenario/change.rs`, its kind and keys in `scenario/keys/questions.rs`, read in `scenario/check/changes.rs`, whether it is cheaper than a hire in `plan/search/moves.rs` |
//! | a clock of an SLA | a variant and its rule in `scenario/limit.rs`, its key in `scenario/keys/work.rs`, read in `scenario/check/sla.rs` |
//! | what a claim may be tested for | its bounds in `scenario/model/claim.rs`, its key in `scenario/keys/questions.rs`, read in `scenario/check/claims.rs` |
//! | a kind of event | a variant of [`department::Event`]: the `match` will not compile without its handler |
//! | a distribution | [`random::Shape`] and its sampler, its line in `scenario/value/distribution.rs` |
//! | a performance measure | a row in [`measures`], its reader in `measure/readers.rs` |
//! | a help desk's product | a table in `fit/recognise/profiles.toml` |
//! | a number measured from an export | a file in `fit/estimate`, its row there, its line in `report/compose/fit/scenario.rs` |
//! | what a part of a study holds | the table of [`parts`], its layout in `parts/layout.rs`, written in `parts/write.rs` and read in `parts/read.rs` |
//! | a command whose work can be cut into shards | a `Cut` among its arguments, a `PartFile` that it fills, `Call::replay` where it would simulate (see `cli/sensitivity.rs`) |
//! | a design of a sweep | `plan/sweep.rs`, its option in `cli/sweep.rs`; what is drawn of it is `report/compose/sweep.rs` |
//! | what a plan tries before people | a kind in `plan/search/moves.rs`; what no policy describes, a file like `plan/staged/for_a_time.rs` |
//! | a question | a file in [`plan`], a function in `report/compose`, a command in [`cli`] |
//! | a lever of the what-if page | `serve/levers.rs`, its markup in `serve/page/levers.rs`, what it asks for in `serve/page/levers.js` |
//! | what the what-if page says above its charts, and their order | `report/compose/what_if` |
//! | a chart | a figure in `report/figure.rs`, how plotters draws it in `report/chart`, its rows in `report/xlsx/chart` |
//! | an output format | a writer of [`report::Document`] |
//! | a language | a variant and its names in `scenario/model/text.rs`, its numbers and months in `report/language.rs`, its plurals of posts in `report/compose/genitive.rs`; then, text by text, a column in `report/texts` |
//! | a command | a file in [`cli`], its line in `cli/mod.rs`, its help in Russian in `cli/russian.rs` |
//!
//! # An example
//!
//! A scenario is loaded, run and planned for, and the plan is read as a document:
//!
//! ```
//! use staffcast::{Extent, Lang, Locale, Measure, Planned, Replications, Run, Terms};
//! use std::sync::atomic::AtomicBool;
//!
//! let text = r#"
//! [scenario]
//! name = "desk"
//! start = 2026-01-01
//! months = 2
//! [roles.clerk]
//! headcount = 1
//! pay = 100000
//! [streams.ticket]
//! arrival = { rate = 20, per = "month" }
//! route = [{ effort = "1h", role = "clerk" }]
//! [streams.ticket.sla.done]
//! to = "closed"
//! within = "8h"
//! target = "80%"
//! "#;
//! let study = staffcast::load_text("desk.toml", text, None, &[], None)?;
//! let (seed, threads, stop) = (1, 2, AtomicBool::new(false));
//!
//! // Many replications of every policy, as estimates.
//! let extent = Extent { replications: Replications::Exactly(20), seed, threads };
//! let outcome = staffcast::run_policies(&study.policies, extent, &|_| (), &stop).expect("not stopped");
//! let met = outcome.policies[0].total_of(Measure::SlaMet, "ticket/done").expect("it has an SLA");
//! assert!(met.mean > 0.9);
//!
//! // Whom to hire, and by when.
//! let run = Run::new(seed, threads, &|_| (), &stop);
//! let terms = Terms::new(0.8, Some(20));
//! let answer = staffcast::answer(&study, &terms, &run).expect("not stopped");
//!
//! // What that means, in words, and as a page for a browser.
//! let locale = Locale::new(Lang::En, "EUR");
//! let planned = Planned::new(&study, &answer, locale, seed, "the command to repeat it");
//! let document = staffcast::report_of_plan(planned);
//! assert!(staffcast::terminal(&document, 100).contains("Nobody is to be hired"));
//! assert!(staffcast::html::page(&document).starts_with("<!DOCTYPE html>"));
//! # Ok::<(), staffcast::Problems>(())
//! ```

mod time;

mod ids;

mod engine;

mod calendar;

mod random;

mod measures;

mod scenario;

mod department;

mod measure;

mod parts;

mod statistics;

mod experiment;

mod plan;

mod verify;

mod fit;

mod report;

mod serve;

mod cli;

// The question.
pub use scenario::{Lang, Policy, Problems, Scenario, Study, Template, load, load_text, template};
// What happens in one replication, and who watches.
pub use department::{Finished, Judgement, Observer, PlainJudgement, Review, Served, WorkSpan};
pub use ids::{RoleId, SlaId, StreamId};
pub use measure::{Column, Prepared, Readings, Simulator};
pub use measures::{Measure, Measured};
pub use time::{Effort, Elapsed, SimTime};
// Many replications.
pub use experiment::{
    Comparison, Estimate, Extent, Outcome, PolicyOutcome, Precision, Replications, replicate,
    run_policies,
};
pub use statistics::Difference;
// The decision.
pub use plan::answer::{Answer, Terms, answer};
pub use plan::search::run::Run;
// Documents and their writers.
pub use report::compose::plan::{Planned, plan as report_of_plan};
pub use report::compose::run as report_of_run;
pub use report::{Document, Locale, html, terminal, xlsx};

pub use cli::main;

/// What the tests and benchmarks of this repository reach into; no promise to anybody else.
#[doc(hidden)]
pub mod inside {
    pub use crate::department::{Department, Future, Layout, Unobserved, draw_inputs};
    pub use crate::engine::{FutureEvents, Model, Ranked, run};
    pub use crate::parts::{Layout as PartLayout, Part, PartWriter, Replay, Shard};
    pub use crate::random::Chance;
    pub use crate::report::{Document, gallery, html, xlsx};
    pub use crate::scenario::{Arrival, Step};
    pub use crate::serve::asked_of_page;
    /// The engine against theory, row by row.
    pub mod verify {
        pub use crate::verify::{Depth, Family, Options, Row, Verdict, verify};
    }
}
