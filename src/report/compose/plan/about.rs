//! What stands at the end of a plan: numbers and their sources, verification, how to repeat it.

use super::Planned;
use crate::report::compose::run_tables;
use crate::report::{Block, Cell, Header, Shown, Table, Word, texts};
use std::path::Path;

/// What was assumed, and every number with its source.
pub(crate) fn inputs(planned: Planned<'_>) -> Vec<Block> {
    let (scenario, lang) = (planned.scenario, planned.locale.lang);
    let mut tables = Vec::new();
    if run_tables::assumed(&scenario.sources).next().is_some() {
        let mut assumed = run_tables::assumptions(scenario, lang);
        assumed.title = planned.say(Word::AssumedTitle);
        tables.push(assumed);
    }
    if !scenario.sources.is_empty() {
        tables.push(sources(planned));
    }
    let folded = tables.into_iter().map(|it| Table { shown: Shown::Folded, ..it });
    folded.map(Block::Table).collect()
}

fn sources(planned: Planned<'_>) -> Table {
    let (scenario, lang) = (planned.scenario, planned.locale.lang);
    let headers = vec![
        Header::text(Word::Path.text(lang)),
        Header::text(Word::Value.text(lang)),
        Header::text(Word::Source.text(lang)),
        Header::text(planned.say(Word::What)),
    ];
    let mut table = Table::new("sources", planned.say(Word::SourcesTitle), headers);
    for it in &scenario.sources {
        let input = scenario.inputs.iter().find(|input| input.path == it.path);
        let title = input.map_or("", |input| input.title.in_lang(lang));
        let source = match &*it.source {
            "assumed" => planned.say(Word::Assumed),
            source => source.to_owned(),
        };
        table.push(vec![
            Cell::text(&it.path),
            Cell::text(&it.value),
            Cell::text(source),
            Cell::text(title),
        ]);
    }
    table
}

/// What the engine is held against, and what that does not show.
pub(crate) fn verified(planned: Planned<'_>) -> Vec<Block> {
    let items =
        [Word::VerifiedQueues, Word::VerifiedTime, Word::VerifiedCalendar, Word::VerifiedDesk];
    let mut items: Vec<String> = items.map(|it| planned.say(it)).into();
    let inputs = planned.say(Word::Inputs);
    items.push(match &planned.answer.evidence.kept {
        Some(_) => {
            let unknowns = planned.say(Word::Unknowns);
            planned.say(texts::VerifiedNot { inputs, unknowns })
        }
        None => planned.say(texts::VerifiedNotAll { inputs }),
    });
    vec![
        Block::Paragraph(planned.say(texts::VerifiedHow { version: env!("CARGO_PKG_VERSION") })),
        Block::List(items),
    ]
}

/// Everything that gives the same numbers again.
pub(crate) fn again(planned: Planned<'_>) -> Vec<Block> {
    let mut items = vec![
        planned.say(texts::AgainCommand { command: planned.command }),
        planned.say(texts::AgainVersion {
            version: env!("CARGO_PKG_VERSION"),
            seed: planned.seed,
            replications: planned.replications(),
        }),
    ];
    for (path, digest) in &planned.study.files {
        let name = Path::new(path).file_name().unwrap_or_default();
        items.push(planned.say(texts::AgainFile { name: name.to_string_lossy(), digest }));
    }
    vec![Block::List(items), Block::Paragraph(planned.say(Word::AgainSame))]
}
