//! What a verification calls its verdicts and its families of cases.

use crate::report::Word;
use crate::verify::{Family, Verdict};

pub(crate) fn verdict(verdict: Verdict) -> Word {
    match verdict {
        Verdict::Pass => Word::Agrees,
        Verdict::Fail => Word::Differs,
        Verdict::NotInModel => Word::NotInModel,
        Verdict::Unjudged => Word::NotJudged,
    }
}

/// The key of a family, for anchors; what it is called; what its cases are.
pub(crate) fn texts(family: Family) -> (&'static str, Word, Word) {
    match family {
        Family::Waiting => ("waiting", Word::Waiting, Word::AboutWaiting),
        Family::Priorities => ("priorities", Word::Priorities, Word::AboutPriorities),
        Family::Repeats => ("repeats", Word::Repeats, Word::AboutRepeats),
        Family::Abandonment => ("abandonment", Word::Abandonment, Word::AboutAbandonment),
        Family::OverTime => ("over-time", Word::OverTime, Word::AboutOverTime),
        Family::OfficeHours => ("office-hours", Word::OfficeHours, Word::AboutOfficeHours),
        Family::Calendar => ("calendar", Word::Calendars, Word::AboutCalendars),
        Family::Desk => ("desk", Word::Desk, Word::AboutDesk),
    }
}
