//! What a document leaves open, in words: which reading was taken, and where a claim would hold.

use super::context::Context;
use super::phrase::{joined, quoted};
use crate::plan::claims::{Leaning, ReadingSet};
use crate::report::{Caution, Word, texts};
use crate::scenario::{Study, Unknown, Worlds};

/// What can be read in several ways, where one reading was taken.
pub(crate) fn caution(study: &Study, context: Context<'_>) -> Option<Caution> {
    let unknowns = &study.worlds.unknowns;
    let key = &unknowns.first()?.readings[1].key;
    let said: Vec<String> = unknowns.iter().map(|it| one(it, context)).collect();
    Some(Caution {
        reason: context.say(texts::CautionReadings { readings: said.join(" ") }),
        advice: context.say(texts::AdviceReadings { key }),
    })
}

fn one(unknown: &Unknown, context: Context<'_>) -> String {
    let names: Vec<&str> = unknown.readings.iter().map(|it| context.name(it)).collect();
    let or = format!(" {} ", context.say(Word::OrReading));
    context.say(texts::OneReading {
        question: context.quoted(unknown),
        reading: quoted(names[0], context.locale.lang),
        others: names[1..]
            .iter()
            .map(|it| quoted(it, context.locale.lang))
            .collect::<Vec<_>>()
            .join(&or),
    })
}

/// The names of some readings, and how many there are.
fn names(set: &ReadingSet, worlds: &Worlds, context: Context<'_>) -> String {
    let name = |&(unknown, reading): &(usize, usize)| {
        context.quoted(&worlds.unknowns[unknown].readings[reading])
    };
    joined(&set.iter().map(name).collect::<Vec<_>>(), context.locale.lang)
}

/// Where a claim holds.
pub(crate) fn holds_in(set: &ReadingSet, worlds: &Worlds, context: Context<'_>) -> String {
    let names = names(set, worlds, context);
    match set.len() {
        1 => context.say(texts::HoldsInReading { reading: names }),
        _ => context.say(texts::HoldsInReadings { readings: names }),
    }
}

/// How often a claim is true in each reading of the unknown that matters most to it.
pub(crate) fn leaning(it: &Leaning, worlds: &Worlds, context: Context<'_>) -> String {
    let readings = worlds.unknowns[it.unknown].readings.iter().zip(&it.shares);
    let said = readings.map(|(reading, share)| {
        let share = context.locale.share(*share, 0);
        context.say(texts::TrueInShare { reading: context.quoted(reading), share })
    });
    said.collect::<Vec<_>>().join("; ")
}

/// Which claims hold beside the others in some readings.
pub(crate) fn more_hold(
    set: &ReadingSet,
    claims: String,
    worlds: &Worlds,
    context: Context<'_>,
) -> String {
    let names = names(set, worlds, context);
    match set.len() {
        1 => context.say(texts::MoreHoldInReading { reading: names, claims }),
        _ => context.say(texts::MoreHoldInReadings { readings: names, claims }),
    }
}

/// Sets of readings for other programs: `a+b;c`.
pub(crate) fn keys(sets: &[ReadingSet], worlds: &Worlds) -> String {
    let key = |&(unknown, reading): &(usize, usize)| {
        worlds.unknowns[unknown].readings[reading].key.clone()
    };
    let set = |it: &ReadingSet| it.iter().map(key).collect::<Vec<_>>().join("+");
    sets.iter().map(set).collect::<Vec<_>>().join(";")
}
