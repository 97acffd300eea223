//! The markup of levers, of every kind.

use super::track::{tidy, track};
use crate::report::{Locale, Sentence, Word, texts};
use crate::scenario::Lang;
use crate::serve::levers::{Group, Lever, Moves};
use maud::{Markup, html};

/// A group with more levers is folded.
const MANY: usize = 8;

/// Levers that belong together.
pub(super) fn group(group: &Group, locale: Locale) -> Markup {
    let open = group.levers.len() <= MANY;
    html! {
        details.group open[open] {
            summary { (group.title.text(locale.lang)) " " span.count { (group.levers.len()) } }
            @for (number, lever) in group.levers.iter().enumerate() {
                (lever_of(lever, number, locale))
            }
        }
    }
}

fn lever_of(lever: &Lever, number: usize, locale: Locale) -> Markup {
    let (title, lang) = (&lever.title, locale.lang);
    let word = |it: Word| it.text(lang);
    match &lever.moves {
        Moves::Span { set, unit, low, high, source } => {
            let (source, shown) = (source.as_deref(), locale.unit_as_read(unit));
            span_of(title, &Span { set, unit, shown, low: *low, high: *high, source }, lang)
        }
        Moves::Number { set, unit, key, value, most, step } => html! {
            div.lever data-kind="number" data-set=(set) data-unit=(unit) data-key=[key] data-value=(tidy(*value)) {
                label { span { (title) }
                    input type="number" min="0" max=(tidy(*most)) step=(tidy(*step)) value=(tidy(*value));
                    @if !unit.is_empty() { span.unit { (locale.unit_as_read(unit)) } }
                }
            }
        },
        Moves::Hires { role, months } => html! {
            fieldset.lever data-kind="hires" data-role=(role) data-months=(months.join(" ")) {
                legend { (title) }
                div.ribbon data-title=(title) { div.months aria-hidden="true" {} }
                div.line {
                    output aria-live="off" {}
                    button type="button" name="less" aria-label={ (title) ": " (word(Word::LeverLess)) } { "−" }
                    button type="button" name="more" aria-label={ (title) ": " (word(Word::LeverMore)) } { "+" }
                }
            }
        },
        Moves::Reading { readings } => html! {
            div.lever data-kind="reading" {
                label { span { (title) }
                    select {
                        option value="" { (word(Word::LeverAnyReading)) }
                        @for (key, title) in readings { option value=(key) { (title) } }
                    }
                }
            }
        },
        Moves::Policy { key } => html! {
            div.lever data-kind="policy" {
                label.check { input type="checkbox" value=(key) id={ "policy-" (number) }; span { (title) } }
            }
        },
        Moves::Cap { key, value } => {
            let value = value.map(tidy).unwrap_or_default();
            html! {
                div.lever data-kind="cap" data-set={ "plan." (key) } data-key=(key) data-value=(value) {
                    label { span { (title) }
                        input type="number" min="0" step="any" value=(value) placeholder=(word(Word::CapNone));
                        @if *key == "budget" { span.unit { (locale.currency.sign()) } }
                    }
                }
            }
        }
    }
}

/// An uncertain number as a lever.
struct Span<'s> {
    set: &'s str,
    unit: &'s str,
    /// The unit in the reader's words.
    shown: &'s str,
    low: f64,
    high: f64,
    source: Option<&'s str>,
}

/// Two knobs on one track: drawn together, the number is as if it were measured.
fn span_of(title: &str, span: &Span<'_>, lang: Lang) -> Markup {
    let Span { set, unit, shown, low, high, source } = *span;
    let word = |it: Word| it.text(lang);
    let (least, most, step) = track(low, high, unit);
    let knob = |name: &str, what: Word, value: f64| {
        html! {
            input type="range" name=(name) min=(tidy(least)) max=(tidy(most)) step=(tidy(step)) value=(tidy(value)) aria-label={ (title) ", " (word(what)) };
        }
    };
    html! {
        fieldset.lever data-kind="span" data-set=(set) data-unit=(unit) data-shown=(shown) data-low=(tidy(low)) data-high=(tidy(high)) {
            legend { (title) " " (mark(source, lang)) }
            div.ribbon { (knob("low", Word::LeverLow, low)) (knob("high", Word::LeverHigh, high)) }
            div.line {
                output aria-live="off" {}
                button type="button" name="measured" aria-label={ (title) ": " (word(Word::LeverIfMeasured)) } { (word(Word::LeverIfMeasured)) }
            }
            p.saves hidden {}
        }
    }
}

/// Whether a number is measured, stated or assumed.
fn mark(source: Option<&str>, lang: Lang) -> Markup {
    let (class, words) = match source {
        Some("fit") => ("measured", Word::LeverMeasured.text(lang).to_owned()),
        Some("assumed") | None => ("assumed", Word::LeverAssumed.text(lang).to_owned()),
        Some(source) => ("stated", texts::LeverStated { source }.in_lang(lang)),
    };
    html! { small class=(class) { (words) } }
}
