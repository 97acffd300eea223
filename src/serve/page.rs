//! The page: levers on one side, the answer on the other. The answer is drawn by the same
//! writers as the report, and comes as it gets better; the page's script only moves it.

use super::levers::{self, Group, Lever, Moves};
use crate::report::{Sentence, Word, html as report, texts};
use crate::scenario::{Lang, Study};
use maud::{DOCTYPE, Markup, html};

/// Sliders have so many steps.
const STEPS: f64 = 60.0;
/// A group with more levers is folded.
const MANY: usize = 8;

/// The page of a study.
pub(crate) fn page(study: &Study, lang: Lang) -> String {
    let scenario = &study.baseline().scenario;
    let title = scenario.title.in_lang(lang);
    let groups = levers::of(study, lang);
    let word = |it: Word| it.text(lang);
    let other = lang.pick([("en", "English"), ("ru", "Русский")]);
    let markup = html! {
        (DOCTYPE)
        html lang=(report::code(lang)) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (word(Word::PageTitle)) " " (title) }
                link rel="stylesheet" href="/style.css";
                link rel="icon" href="data:,";
            }
            body.serve data-lang=(report::code(lang)) data-words=(words(lang)) {
                header {
                    p.title { (title) }
                    p.subtitle { a #language href={ "/?lang=" (other.0) } { (other.1) } }
                }
                main #content {
                    form #levers aria-label=(word(Word::PageTitle)) {
                        div.bar {
                            button #undo type="button" disabled { (word(Word::PageUndo)) }
                            button #redo type="button" disabled { (word(Word::PageRedo)) }
                            button #reset type="button" { (word(Word::PageReset)) }
                        }
                        input #find type="search" placeholder=(word(Word::LeversFind)) aria-label=(word(Word::LeversFind));
                        p #problems role="alert" hidden {}
                        @for group in &groups { (group_of(group, lang)) }
                    }
                    div #result {
                        div.bar {
                            p #state role="status" {}
                            button #keep type="button" { (word(Word::PageKeep)) }
                            button #link type="button" { (word(Word::PageLink)) }
                            button #save type="button" { (word(Word::PageSave)) }
                            label.button { (word(Word::PageOpen)) input #open type="file" accept=".toml" class="unseen"; }
                            select #download aria-label=(word(Word::PageDownload)) {
                                option value="" { (word(Word::PageDownload)) }
                                @for file in ["summary.csv", "monthly.csv", "comparison.csv", "report.xlsx"] {
                                    option value=(file) { (file) }
                                }
                            }
                        }
                        progress #progress max="1" value="0" aria-label=(word(Word::PageWorking)) {}
                        ul #kept {}
                        div #answer {}
                    }
                }
                script src="/report.js" {}
                script type="module" src="/page.js" {}
            }
        }
    };
    markup.into_string()
}

/// What the script says, as JSON.
fn words(lang: Lang) -> String {
    let letter = "{letter}";
    let kept = texts::PageKept { letter }.in_lang(lang);
    let word = |it: Word| it.text(lang);
    serde_json::json!({
        "working": word(Word::PageWorking), "ready": word(Word::PageReady),
        "gone": word(Word::PageStopped), "copied": word(Word::PageCopied),
        "ignored": word(Word::PageIgnored), "refused": word(Word::PageRefused),
        "what_if": word(Word::PageIf), "drop": word(Word::PageDrop), "kept": kept,
    })
    .to_string()
}

fn group_of(group: &Group, lang: Lang) -> Markup {
    let open = group.levers.len() <= MANY;
    html! {
        details.group open[open] {
            summary { (group.title.text(lang)) " " span.count { (group.levers.len()) } }
            @for (number, lever) in group.levers.iter().enumerate() {
                (lever_of(lever, number, lang))
            }
        }
    }
}

fn lever_of(lever: &Lever, number: usize, lang: Lang) -> Markup {
    let title = &lever.title;
    let word = |it: Word| it.text(lang);
    match &lever.moves {
        Moves::Span { set, unit, low, high, source } => {
            let step = step_of(high - low);
            // The knobs go beyond the range: it may be wrong.
            let (least, most) = (
                ((low - (high - low)) / step).floor() * step,
                ((high + (high - low)) / step).ceil() * step,
            );
            let least = if *low >= 0.0 { least.max(0.0) } else { least };
            let most = if unit == "%" && *high <= 100.0 { most.min(100.0) } else { most };
            let knob = |name: &str, what: Word, value: f64| {
                html! {
                    label { span { (word(what)) }
                        input type="range" name=(name) min=(tidy(least)) max=(tidy(most)) step=(tidy(step)) value=(tidy(value)) aria-label={ (title) ", " (word(what)) };
                        output { (tidy(value)) " " (unit) }
                    }
                }
            };
            html! {
                fieldset.lever data-kind="span" data-set=(set) data-unit=(unit) data-low=(tidy(*low)) data-high=(tidy(*high)) {
                    legend { (title) " " (mark(source.as_deref(), lang)) }
                    (knob("low", Word::LeverLow, *low))
                    (knob("high", Word::LeverHigh, *high))
                }
            }
        }
        Moves::Number { set, unit, key, value, most, step } => html! {
            div.lever data-kind="number" data-set=(set) data-unit=(unit) data-key=[key] data-value=(tidy(*value)) {
                label { span { (title) }
                    input type="number" min="0" max=(tidy(*most)) step=(tidy(*step)) value=(tidy(*value));
                    @if !unit.is_empty() { span.unit { (unit) } }
                }
            }
        },
        Moves::Hires { role, months } => html! {
            fieldset.lever data-kind="hires" data-role=(role) data-months=(months.join(" ")) {
                legend { (title) }
                label { span { (word(Word::LeverHowMany)) }
                    input type="number" name="count" min="0" max="20" step="1" value="0" aria-label={ (title) ", " (word(Word::LeverHowMany)) }; }
                label { span { (word(Word::LeverFrom)) }
                    input type="range" name="month" min="0" max=(months.len().saturating_sub(1)) step="1" value="0" aria-label={ (title) ", " (word(Word::LeverFrom)) };
                    output { (months.first().map_or("", String::as_str)) } }
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

/// A round step of which some tens make a width.
fn step_of(width: f64) -> f64 {
    let rough = width.max(1e-9) / STEPS * 3.0;
    let ten = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let step =
        [1.0, 2.0, 5.0, 10.0].into_iter().map(|it| it * ten).rfind(|it| *it <= rough * 1.001);
    step.unwrap_or(ten)
}

/// A number without the last digits of a sum of steps.
fn tidy(value: f64) -> String {
    let text = format!("{value:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_some_tens_make_a_width() {
        for (width, step) in [(60.0, 2.0), (0.01, 0.0005), (1.0, 0.05), (7.0, 0.2)] {
            assert!((step_of(width) - step).abs() < 1e-9, "{width}: {}", step_of(width));
        }
    }

    #[test]
    fn numbers_have_no_tail() {
        assert_eq!(
            (tidy(0.1 + 0.2), tidy(75.0), tidy(0.0)),
            ("0.3".into(), "75".into(), "0".into())
        );
    }
}
