//! What `fit` says of an export: each sentence with the numbers it follows from, and when it must not
//! be said.

use super::numbers::first;
use crate::fit::{Fitted, Inferred, Request, Says, Untested, fit};
use crate::report::compose::fit::fitted;
use crate::report::texts::heard::{Heard, listen};
use crate::report::{Block, Locale};
use crate::scenario::Lang;
use crate::statistics::Interval;
use std::path::Path;

/// The sentence's row in `report/texts`, and what it follows from.
const OF_FIT: &[(&str, &str)] = &[
    ("FitWeekly", "fit.csv: arrivals a week"),
    ("FitGrows", "fit.csv: growth, whose interval is above zero"),
    ("FitFalls", "fit.csv: growth, whose interval is below zero"),
    ("FitNoTrend", "fit.csv: growth, whose interval has zero in it"),
    ("FitClients", "fit.csv: clients at both ends, and their growth"),
    ("FitClass", "fit.csv: share of a class without logged work"),
    ("FitClassEffort", "fit.csv: share and mean effort of a class"),
    ("FitInferred", "fit.csv: inferred effort; no work is logged"),
    ("FitInferredIdle", "the waits fit every effort of a range"),
    ("FitInferredAgrees", "fit.csv: inferred effort with the logged mean in its interval"),
    ("FitInferredDiffers", "fit.csv: inferred effort with the logged mean outside"),
    ("FitRepeat", "fit.csv: share of repeats"),
    ("FitEscalation", "fit.csv: share that is passed on"),
    ("FitFirst", "fit.csv: times to the first answer"),
    ("FitDone", "fit.csv: times to the end"),
    ("FitTimerDays", "what a timer closed"),
    ("FitAgents", "fit.csv: agents of a usual week"),
    ("FitHours", "fit.csv: office hours"),
    ("FitWindow", "days that are left out"),
    ("FitUtc", "the clock of the stamps"),
    ("FitForeign", "the clock of the stamps"),
    ("FitBacktestArrivals", "backtest.csv: arrivals inside the band"),
    ("FitBacktestWaits", "backtest.csv: everything else inside the band"),
    ("FitUntestedShort", "days of the window"),
    ("FitUntestedDesk", "the scenario is refused"),
];

pub(crate) fn export() -> Fitted {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fit/data/otrs_en.csv");
    let request = Request { files: vec![path], ..Request::default() };
    fit(&request, None).unwrap_or_else(|_| panic!("the export can be read"))
}

/// What is said, and everything that is printed for the head of support.
fn told(all: &Fitted) -> (Vec<Heard>, Vec<String>) {
    let (document, heard) = listen(|| fitted(all, Locale::new(Lang::En, "EUR")));
    let answer = document.sections.iter().filter(|it| it.key == "answer");
    let lines = answer.flat_map(|it| &it.blocks).flat_map(|block| match block {
        Block::Finding(it) => vec![it.headline.clone()],
        Block::List(items) => items.clone(),
        _ => Vec::new(),
    });
    (heard, lines.collect())
}

#[test]
fn every_sentence_of_an_export_stands_in_the_list() {
    let (heard, lines) = told(&export());
    for line in lines {
        let listed = |it: &&Heard| OF_FIT.iter().any(|(name, _)| *name == it.name);
        let said = heard.iter().filter(listed).any(|it| line.starts_with(&it.text));
        // The one sentence without a number.
        assert!(said || line.starts_with("The export does not say"), "{line}");
    }
}

#[test]
fn a_sentence_of_an_export_is_said_where_its_number_is_and_nowhere_else() {
    let inferred = |says, value, half_width| {
        let minutes = Interval::around(value, half_width);
        Some(Inferred { minutes, with_unseen: minutes, says, n: 100 })
    };
    type Change<'c> = &'c dyn Fn(&mut Fitted);
    let cases: [(&str, Change<'_>, &[&str], &[&str]); 10] = [
        (
            "grows",
            &|it| it.numbers.growth = Some(Interval::around(2.0, 1.0)),
            &["FitGrows"],
            &["FitFalls", "FitNoTrend"],
        ),
        (
            "falls",
            &|it| it.numbers.growth = Some(Interval::around(-2.0, 1.0)),
            &["FitFalls"],
            &["FitGrows", "FitNoTrend"],
        ),
        (
            "grows for all that is known",
            &|it| it.numbers.growth = Some(Interval::around(2.0, 2.0)),
            &["FitNoTrend"],
            &["FitGrows", "FitFalls"],
        ),
        (
            "too short for a trend",
            &|it| it.numbers.growth = None,
            &["FitWeekly"],
            &["FitGrows", "FitFalls", "FitNoTrend"],
        ),
        (
            "waits agree with the logged work",
            &|it| {
                it.numbers.logged = Some(20.0);
                it.numbers.inferred = inferred(Says::Effort, 21.0, 2.0);
            },
            &["FitInferredAgrees"],
            &["FitInferredDiffers", "FitInferred", "FitInferredIdle"],
        ),
        (
            "waits do not",
            &|it| {
                it.numbers.logged = Some(20.0);
                it.numbers.inferred = inferred(Says::Effort, 30.0, 2.0);
            },
            &["FitInferredDiffers"],
            &["FitInferredAgrees", "FitInferred"],
        ),
        (
            "no work is logged",
            &|it| {
                it.numbers.logged = None;
                it.numbers.inferred = inferred(Says::Effort, 30.0, 2.0);
            },
            &["FitInferred"],
            &["FitInferredAgrees", "FitInferredDiffers"],
        ),
        (
            "nothing but arrivals is known",
            &|it| {
                let numbers = &mut it.numbers;
                numbers.inferred = None;
                (numbers.repeat, numbers.escalation, numbers.first) = (None, None, None);
                (numbers.done, numbers.agents, numbers.clients) = (None, None, None);
                numbers.classes.clear();
                (it.timer, it.clock, it.backtest) = (None, None, Err(Untested::NotAsked));
                (it.window.before, it.window.after) = (0, 0);
            },
            &["FitWeekly", "FitHours"],
            &[
                "FitInferred",
                "FitRepeat",
                "FitEscalation",
                "FitFirst",
                "FitDone",
                "FitAgents",
                "FitClients",
                "FitClass",
                "FitClassEffort",
                "FitTimerDays",
                "FitUtc",
                "FitForeign",
                "FitWindow",
                "FitBacktestArrivals",
                "FitBacktestWaits",
                "FitUntestedShort",
                "FitUntestedDesk",
            ],
        ),
        (
            "too short for a back-test",
            &|it| it.backtest = Err(Untested::TooShort { days: 77, least: 84 }),
            &["FitUntestedShort"],
            &["FitUntestedDesk", "FitBacktestArrivals", "FitBacktestWaits"],
        ),
        (
            "no desk to test",
            &|it| it.backtest = Err(Untested::NoDesk),
            &["FitUntestedDesk"],
            &["FitUntestedShort", "FitBacktestArrivals", "FitBacktestWaits"],
        ),
    ];
    let export = export();
    for (name, change, says, not) in cases {
        let mut changed = export.clone();
        change(&mut changed);
        let (heard, _) = told(&changed);
        let has = |wanted: &&&str| heard.iter().any(|it| it.name == **wanted);
        let missing: Vec<_> = says.iter().filter(|it| !has(it)).collect();
        let strange: Vec<_> = not.iter().filter(has).collect();
        assert!(missing.is_empty() && strange.is_empty(), "{name}: {missing:?} {strange:?}");
        let weekly = heard.iter().find(|it| it.name == "FitWeekly").expect("it is always said");
        let number = |place| first(weekly.place(place), Lang::En).expect("a number");
        let Interval { value, low, high } = changed.numbers.weekly;
        for (place, exact) in [("value", value), ("low", low), ("high", high)] {
            assert!(number(place).is(exact), "{place} {exact}: {}", weekly.text);
        }
    }
}
