//! How many chats people have in hand, month by month.

use super::chart;
use super::lines::{figure, largest};
use crate::measures::Measure;
use crate::report::compose::phrase::capital;
use crate::report::compose::told::Told;
use crate::report::{Chart, Format, Trace, Word, texts};

/// Chats in hand of a person at work, of the roles that have most; nothing where nobody has any.
pub(crate) fn in_hand(told: Told<'_>) -> Option<Chart> {
    let (most, panels) = largest(told, Measure::InHand, |it| it.mean > 0.0)?;
    let total = |measure: Measure| told.baseline().total_of(measure, &most.scope);
    let number = told.locale.number(total(Measure::InHand)?.mean, 1);
    let share = told.locale.share(total(Measure::AtLimit)?.mean, 0);
    let (role, baseline) = (capital(told.name(most)), told.policy(0));
    let title = told.say(texts::ChatsTitle { role, number, share, baseline });
    let subtitle = Word::ChatsSubtitle.text(told.locale.lang).to_owned();
    let figure = figure(told, Format::Number(1), Trace::Straight, panels);
    Some(chart(told, "chats-in-hand", title, subtitle, figure))
}
