//! Patience: how long items wait before they give up, and whether they come back.

use crate::scenario::keys::forms::{Choice, May, Or, Random, Raw};
use crate::scenario::keys::{NO_TIME, RetrialFile, complete};
use crate::scenario::model::{Clock, Patience, Retrial, Stream};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check};
use crate::scenario::value::{Units, duration};

/// How long an item waits before it gives up: absent is fine, wrong is not.
#[allow(clippy::option_option)]
pub(super) fn patience(
    time: &May<'_, Random>,
    clock: Or<'_, Choice<Clock>>,
    working: Units,
    c: &mut Check<'_>,
) -> Option<Option<Patience>> {
    let stated = clock.at.clone();
    let clock = clock.or_default(c);
    if let (None, Some(at)) = (&time.at, &stated) {
        let what = say!("часы есть, а терпения нет", "there is a clock but no patience");
        let instead = say!(
            "добавьте patience = {{ exponential = \"5min\" }} или уберите patience_clock",
            "add patience = {{ exponential = \"5min\" }}, or remove patience_clock"
        );
        c.wrong(at, what, instead);
    }
    let time = time.with(|it| duration(it, on(clock, working), c))?;
    Some(time.map(|time| Patience { time, clock }))
}

/// Whether what has given up comes back: absent is fine, wrong is not.
#[allow(clippy::option_option)]
pub(super) fn retrial(
    file: &May<'_, Raw>,
    working: Units,
    c: &mut Check<'_>,
) -> Option<Option<Retrial>> {
    file.with(|it| {
        let file = RetrialFile::open(it, c)?;
        let probability = file.probability.read(c);
        let clock = file.clock.or_default(c);
        let after = file.after.or(NO_TIME, |it| duration(it, on(clock, working), c));
        complete!(Retrial { probability, after, clock: Some(clock) })
    })
}

fn on(clock: Clock, working: Units) -> Units {
    if clock == Clock::Calendar { Units::CALENDAR } else { working }
}

/// What is said of giving up must be of a stream whose items may give up.
pub(super) fn check(streams: &[Stream], entries: &[At<'_>], c: &mut Check<'_>) {
    for (_, at) in streams.iter().zip(entries).filter(|it| !it.0.may_give_up()) {
        let slas = at.child("sla").map_or_else(Vec::new, |it| it.children());
        let of_slas = slas.iter().filter_map(|it| it.2.child("abandoned"));
        for key in at.child("retrial").into_iter().chain(of_slas) {
            let what = say!(
                "никто не уходит из очереди: терпение (patience) не задано",
                "nobody gives up: no patience is stated"
            );
            let instead = say!(
                "добавьте потоку patience = {{ exponential = \"5min\" }} или уберите это",
                "add patience = {{ exponential = \"5min\" }} to the stream, or remove this"
            );
            c.wrong(&key, what, instead);
        }
    }
}
