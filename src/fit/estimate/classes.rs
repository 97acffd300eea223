//! Classes of tickets: their shares and the work of each.

use super::effort::{self, Logged};
use super::numbers::{ClassNumbers, Unlearnt};
use super::office::OfficeHours;
use super::rows::Rows;
use super::{shares, taken_up};
use crate::fit::recognise::{Class, Field, Recognised};
use crate::fit::ticket::Ticket;
use crate::statistics::{Interval, Moments};

/// What was measured of the work.
pub(super) struct Classes {
    pub(super) all: Vec<ClassNumbers>,
    /// Minutes of work after an escalation.
    pub(super) after_escalation: Option<Interval>,
    /// Mean minutes of all work that was logged, over tickets.
    pub(super) logged: Option<f64>,
}

/// Measures the classes; `is_merged` where a row may be of several visits.
pub(super) fn classes(
    tickets: &[Ticket],
    recognised: &Recognised,
    office: &OfficeHours,
    is_merged: bool,
    rows: &mut Rows<'_>,
) -> Classes {
    let class_source = rows.source(&[Field::Class]);
    let effort_source = rows.source(&[Field::Effort]);
    let is_one_visit = |it: &&Ticket| !is_merged || !taken_up::is_taken_up(it, office);
    let tell = |it: &Logged, scope: &str, rows: &mut Rows<'_>| {
        rows.add("effort_mean", scope, "min", it.mean, it.n, it.method, &effort_source);
        rows.add("effort_cv", scope, "", it.cv, it.n, it.cv_method, &effort_source);
    };
    let mut all = Vec::new();
    for (at, class) in recognised.classes.iter().enumerate() {
        let is_own = |it: &Ticket| it.class == Some(at as u16);
        let share = shares::share(tickets.iter().filter(|it| it.class.is_some()), is_own);
        let own = tickets.iter().filter(|it| is_own(it));
        let n = own.clone().count() as u64;
        rows.add("share", &class.key, "", share, n, shares::METHOD, &class_source);
        // What an escalated ticket takes later is a step of its own.
        let at_once: Vec<&Ticket> =
            own.filter(|it| !it.is_escalated).filter(is_one_visit).collect();
        let effort = effort::effort(&at_once);
        if let Some(it) = &effort {
            tell(it, &class.key, rows);
        }
        let effort = effort.map(|it| (it.mean, it.cv));
        all.push(ClassNumbers { class: class.clone(), share, effort, kept: [None; 2] });
    }
    let means: Vec<Option<f64>> = all.iter().map(|it| it.effort.map(|it| it.0.value)).collect();
    let after = effort::after_escalation(tickets, &means);
    rows.optional(
        "effort_after_escalation",
        "all",
        "min",
        after.map(|it| it.0),
        after.map_or(0, |it| it.1),
        "mean over that of the class",
        &effort_source,
    );
    if all.is_empty() {
        rows.unlearnt.push(Unlearnt::Classes);
        if let Some(it) = effort::effort(&tickets.iter().filter(is_one_visit).collect::<Vec<_>>()) {
            tell(&it, "all", rows);
            let class = Class { value: String::new(), key: "all".into(), kind: None };
            let share = Interval { value: 1.0, low: 1.0, high: 1.0 };
            all.push(ClassNumbers {
                class,
                share,
                effort: Some((it.mean, it.cv)),
                kept: [None; 2],
            });
        }
    }
    // All work that was logged, over tickets: what waits must be explained by.
    let is_logged = all.iter().any(|it| it.effort.is_some());
    let minutes: Moments = tickets.iter().filter_map(|it| it.effort).map(f64::from).collect();
    if is_logged {
        let mean = Interval::of_mean(&minutes);
        rows.add("effort_logged", "all", "min", mean, minutes.n(), "mean", &effort_source);
    }
    rows.unlearnt_if(!is_logged, Unlearnt::Effort);
    Classes {
        all,
        after_escalation: after.map(|it| it.0),
        logged: is_logged.then(|| minutes.mean()),
    }
}
