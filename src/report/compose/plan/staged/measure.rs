//! Measure: what to find out before the rest is decided, how, and what knowing it saves.

use super::{Decided, certainly_more};
use crate::plan::staged::data::{ToMeasure, Unknown, Which};
use crate::report::compose::phrase::{inline, quoted};
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
    let mut kinds: Vec<&Unknown> = Vec::new();
    // The same number may decide two roles: it is measured once.
    worth.retain(|it| {
        let new = !kinds.contains(&&it.what);
        kinds.push(&it.what);
        new
    });
    let (first, rest) = worth.split_first()?;
    let date = decided.locale.date(decided.first_review()?);
    let what = title(decided, first);
    let headline = match first.what {
        Unknown::Input(_) => decided.say(texts::MeasureBy { date, what }),
        Unknown::Reading(_) => decided.say(texts::FindOut { date, what }),
    };
    let mut said: Vec<String> = answers(decided, first).into_iter().collect();
    said.extend(how(decided, first));
    said.extend(decided.saves(first));
    said.extend(rest.iter().take(MORE).map(|it| {
        let (what, money) = (title(decided, it), decided.money(it.saves.value));
        decided.say(texts::ThenFindOut { what, role: decided.short_role(it.decides), money })
    }));
    Some(finding(Tone::Neutral, headline, said.join(" ")))
}

fn title(decided: Decided<'_>, it: &ToMeasure) -> String {
    let title = it.title.in_lang(decided.locale.lang);
    match (&it.what, title) {
        (Unknown::Input(input), "") => decided.input(*input),
        (Unknown::Reading(key), "") => key.clone(),
        (_, title) => inline(title),
    }
}

/// What the document says about it, where it says several things.
fn answers(decided: Decided<'_>, it: &ToMeasure) -> Option<String> {
    let Unknown::Reading(key) = &it.what else {
        return None;
    };
    let lang = decided.locale.lang;
    let unknown = decided.unknowns.iter().find(|it| it.key == *key)?;
    let each = unknown.readings.iter().map(|it| quoted(it.title.in_lang(lang), lang));
    let or = format!(" {} ", Word::Or.text(lang));
    let answers = each.collect::<Vec<_>>().join(&or);
    Some(decided.say(texts::TwoAnswers { answers }))
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
    /// What it saves to decide the rest afterwards; nothing where only one of the two ways is sure enough.
    pub(crate) fn saves(self, it: &ToMeasure) -> Option<String> {
        let fixed = self.beside_it(&Which::Fixed)?;
        if fixed.kept.share.value < self.staged.confidence || !self.comparable() {
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
