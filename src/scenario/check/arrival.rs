//! Arrivals: at a rate, as a share of a mix, on dates, as a log says, or caused by other work.

use super::book::Book;
use super::mixes::{Mix, of_mix};
use super::rate::rate;
use super::recurrence::recurrence;
use super::replay::replay;
use crate::scenario::keys::{
    self, ArrivalKind, ArrivalMixFile, ArrivalOnFile, ArrivalReplayFile, ProfileFile, RateFile,
};
use crate::scenario::model::Arrival;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, kind_of, open};
use crate::scenario::value::{choice, said};

/// Reads how a stream arrives.
pub(crate) fn arrival(
    own: usize,
    at: &At<'_>,
    mixes: &[Mix],
    book: &Book,
    c: &mut Check<'_>,
) -> Option<Arrival> {
    if let Some((rate, per)) = at.node.text().and_then(said::per) {
        let what = say!("так поток не пишут", "a rate is not written so");
        let instead = say!(
            "напишите {{ rate = {rate}, per = \"{per}\" }}",
            "write {{ rate = {rate}, per = \"{per}\" }}"
        );
        c.wrong_value(at, what, instead);
        return None;
    }
    if at.node.text().is_some() {
        return choice(at, &["spawned"], c).map(|_| Arrival::Spawned);
    }
    if at.node.table().is_none() {
        let example = "{ rate = 5, per = \"month\" }";
        c.wrong_type(at, say!("как приходит работа", "how the work arrives"), example);
        return None;
    }
    let (kind, _, keys) = kind_of(at, keys::ARRIVAL_KINDS, c)?;
    open(at, keys, c)?;
    match kind {
        ArrivalKind::Rate => {
            rate(RateFile::of(at), &ProfileFile::of(at), book, c).map(Arrival::Rate)
        }
        ArrivalKind::On => recurrence(at, ArrivalOnFile::of(at), book, c).map(Arrival::Recurrence),
        ArrivalKind::Replay => replay(ArrivalReplayFile::of(at), book, c).map(Arrival::Replay),
        ArrivalKind::Mix => of_mix(own, &ArrivalMixFile::of(at), mixes, book, c).map(Arrival::Rate),
    }
}
