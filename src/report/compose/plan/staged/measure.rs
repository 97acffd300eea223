//! Measure: what to find out before the rest is decided, how, and what knowing it saves.
//!
//! What it saves was found out of two plans, one of which waits for it. Where these are not equally sure, the
//! money is of their sureness too and is not told; what remains is how much hangs on the number.

use super::{Decided, certainly_more};
use crate::ids::InputId;
use crate::plan::staged::data::{Alternative, ToMeasure, Which};
use crate::report::compose::phrase::inline;
use crate::report::compose::plan::findings::about;
use crate::report::compose::values::{between, finding};
use crate::report::{Finding, Noun, Tone, Word, counted, texts};

/// What is told beside the first.
const MORE: usize = 2;

/// What to measure by the first review; nothing where nothing is worth it, or nothing is decided later.
pub(crate) fn measure(decided: Decided<'_>) -> Option<Finding> {
    // What it saves was found out of a plan of dates that no cap held.
    if decided.staged.capped.binds {
        return None;
    }
    let worth = decided.staged.measure.iter().filter(|it| certainly_more(it.saves));
    let mut worth: Vec<&ToMeasure> = worth.collect();
    let mut known: Vec<InputId> = Vec::new();
    // The same number may decide two roles: it is measured once.
    worth.retain(|it| {
        let new = !known.contains(&it.what);
        known.push(it.what);
        new
    });
    let untold = decided.untold();
    if untold.is_some() {
        // Stable: of those that explain as much the first.
        worth.sort_by(|a, b| b.explains.total_cmp(&a.explains));
    }
    let (first, rest) = worth.split_first()?;
    let date = decided.locale.date(decided.first_review()?);
    let what = title(decided, first);
    let headline = decided.say(texts::MeasureBy { date, what });
    let mut said: Vec<String> = how(decided, first).into_iter().collect();
    said.extend(decided.saves(first));
    match untold {
        Some(why) => {
            let (role, share) =
                (decided.short_role(first.decides), decided.locale.share(first.explains, 0));
            said.push(decided.say(texts::MeasureDecides { role, share }));
            said.push(decided.say(why));
        }
        None => said.extend(rest.iter().take(MORE).map(|it| {
            let (what, money) = (title(decided, it), decided.money(it.saves.value));
            decided.say(texts::ThenFindOut { what, role: decided.short_role(it.decides), money })
        })),
    }
    Some(finding(Tone::Neutral, headline, said.join(" ")))
}

fn title(decided: Decided<'_>, it: &ToMeasure) -> String {
    match it.title.in_lang(decided.locale.lang) {
        "" => decided.input(it.what),
        title => inline(title),
    }
}

/// How it is counted, where it is an effort: of finished items, and how well that tells it.
fn how(decided: Decided<'_>, it: &ToMeasure) -> Option<String> {
    let (items, precision) = (it.items?, it.precision?);
    let items = counted(about(items), Noun::OF_ITEMS, decided.locale);
    let precision = decided.locale.share(precision, 0);
    let enough = decided.say(texts::EnoughItems { items, precision });
    Some(format!("{} {enough}", decided.say(Word::CountWork)))
}

impl Decided<'_> {
    /// Why it is not told what it saves to decide the rest afterwards: only one of the two ways is sure enough, or
    /// none is; `None` where it is told.
    pub(crate) fn untold(self) -> Option<Word> {
        let is_sure = |it: &Alternative| it.kept.share.value >= self.staged.confidence;
        match self.beside_it(&Which::Fixed) {
            _ if !self.comparable() => Some(Word::WorthNotKept),
            Some(fixed) if is_sure(fixed) => None,
            _ => Some(Word::WorthNoPlan),
        }
    }

    /// What it saves to decide the rest afterwards; nothing where that is not told.
    pub(crate) fn saves(self, it: &ToMeasure) -> Option<String> {
        if self.untold().is_some() {
            return None;
        }
        let money = self.money(it.saves.value);
        let (low, high) = (self.money(it.saves.low), self.money(it.saves.high));
        let range = match low == high {
            true => String::new(),
            false => format!("\u{a0}({})", between(&low, &high)),
        };
        let role = self.short_role(it.decides);
        Some(self.say(texts::KnowingSaves { role, money, range }))
    }
}
