//! `[mixes.…]`: one volume divided into streams.

use super::book::Book;
use super::rate::rate;
use crate::scenario::keys::{ArrivalMixFile, MixFile, ProfileFile, RateFile};
use crate::scenario::model::{ArrivalRate, Profile, Quantity, Range, Share, Text};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, named, own_names};
use crate::scenario::value::{Wanted, quantity};

/// Known shares may miss 100 % by half a percentage point: documents round.
const ROUNDING: f64 = 0.005;

/// A mix: the rate of all its streams, and the share of each.
#[derive(Debug)]
pub(crate) struct Mix {
    rate: Option<ArrivalRate>,
    shares: Vec<(usize, Quantity)>,
    /// Whether every share could be read.
    whole: bool,
}

/// Reads every mix, in the order of the file.
pub(crate) fn all(root: &At<'_>, book: &Book, c: &mut Check<'_>) -> Vec<Mix> {
    let entries = root.child("mixes").map_or_else(Vec::new, |it| own_names(&it, c));
    entries.iter().map(|(key, _, at)| mix(key, at, book, c)).collect()
}

fn mix(key: &str, at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Mix {
    let Some(file) = MixFile::open(at, c) else {
        return Mix { rate: None, shares: Vec::new(), whole: false };
    };
    c.subject = file.title.title(key, c);
    let profile = ProfileFile::of(&file.profile.at);
    let rate = rate(RateFile::of(&file.rate.at), &profile, book, c);
    let shares = file.shares.with(|it| Some(shares(it, book, c)));
    let (shares, whole) = shares.unwrap_or_default();
    Mix { rate, shares, whole }
}

fn shares(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> (Vec<(usize, Quantity)>, bool) {
    let mut shares = Vec::new();
    let mut whole = at.node.table().is_some();
    let subject = c.subject.clone();
    for (name, _, share) in named(at, c) {
        let stream = book.streams.position(name);
        if stream.is_none() {
            book.streams.unknown(name, &share, c);
        }
        let title = stream.and_then(|it| book.stream_titles.get(it)).cloned().flatten();
        c.subject = title.unwrap_or_else(|| Text {
            ru: format!("{}, {name}", subject.ru),
            en: format!("{}, {name}", subject.en),
        });
        let share = quantity(&share, Wanted::share(), c);
        whole &= stream.is_some() && share.is_some();
        shares.extend(stream.zip(share));
    }
    if whole {
        add_up(&shares, at, c);
    }
    (shares, whole)
}

/// Known shares add up to 100 %; drawn ones must at least be able to.
fn add_up(shares: &[(usize, Quantity)], at: &At<'_>, c: &mut Check<'_>) {
    let bounds = shares.iter().map(|(_, share)| match share {
        Quantity::Known(it) => (*it, *it),
        Quantity::Uncertain(input, factor) => match c.inputs.get(*input).range {
            Range::Uniform { min, max } | Range::Triangular { min, max, .. } => {
                (min * factor, max * factor)
            }
        },
    });
    let (least, most) = bounds.fold((0.0, 0.0), |(low, high), (min, max)| (low + min, high + max));
    let percent = |it: f64| (it * 1_000.0).round() / 10.0;
    let (low, high) = (percent(least), percent(most));
    let sum = if low == high { format!("{low} %") } else { format!("{low}–{high} %") };
    if least > 1.0 + ROUNDING || most < 1.0 - ROUNDING {
        let what = say!("доли в сумме {sum}, а не 100 %", "the shares add up to {sum}, not 100 %");
        c.wrong(at, what, say!("поправьте доли до 100 %", "make them add up to 100 %"));
    }
}

/// The rate of a stream that is a share of a mix.
pub(crate) fn of_mix(
    own: usize,
    file: &ArrivalMixFile<'_>,
    mixes: &[Mix],
    book: &Book,
    c: &mut Check<'_>,
) -> Option<ArrivalRate> {
    let at = file.mix.at.as_ref()?;
    let mix = &mixes[book.mixes.find(at, c)?];
    let found = mix.shares.iter().find(|(stream, _)| *stream == own);
    // Of shares that could not be read it is told already.
    if found.is_none() && !mix.whole {
        return None;
    }
    let Some((_, share)) = found else {
        let name = &book.streams.list()[own];
        let what = say!("в этом потоке нет доли `{name}`", "this mix has no share for `{name}`");
        c.wrong(at, what, say!("добавьте её в shares", "add it to the shares"));
        return None;
    };
    let all: Vec<Quantity> = mix.shares.iter().map(|(_, share)| *share).collect();
    let known = |it: &Quantity| match it {
        Quantity::Known(share) => Some(*share),
        Quantity::Uncertain(..) => None,
    };
    let sum: Option<f64> = all.iter().map(known).sum();
    let norm = sum.filter(|it| *it > 0.0).map_or(1.0, |it| 1.0 / it);
    let share =
        Share { own: share.times(norm), all: all.iter().map(|it| it.times(norm)).collect() };
    let rate = mix.rate.clone()?;
    let own = ProfileFile::of(&file.profile.at);
    let profile = Profile::read(&own, rate.profile.clone(), c);
    Some(ArrivalRate { share: Some(share), profile, ..rate })
}

/// Shares of streams that do not arrive by the mix are lost volume.
pub(crate) fn unused_shares(
    root: &At<'_>,
    book: &Book,
    streams: &[Option<String>],
    c: &mut Check<'_>,
) {
    let entries = root.child("mixes").map_or_else(Vec::new, |it| it.children());
    for (mix, _, at) in entries {
        let shares = at.child("shares").map_or_else(Vec::new, |it| it.children());
        for (name, _, share) in shares {
            let Some(position) = book.streams.position(name) else {
                continue;
            };
            // A mix that does not exist is a problem of its own.
            let other = |it: &Option<String>| {
                let named = it.as_deref();
                named != Some(mix) && named.is_none_or(|it| book.mixes.position(it).is_some())
            };
            if streams.get(position).is_some_and(other) {
                let what = say!(
                    "`{name}` не приходит из потока `{mix}`",
                    "`{name}` does not arrive by the mix `{mix}`"
                );
                let instead = say!(
                    "arrival = {{ mix = \"{mix}\" }} в [streams.\"{name}\"], или уберите долю",
                    "arrival = {{ mix = \"{mix}\" }} in [streams.\"{name}\"], or remove the share"
                );
                c.wrong(&share, what, instead);
            }
        }
    }
}
