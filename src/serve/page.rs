//! The page: levers on one side, the answer on the other. The answer is drawn by the same
//! writers as the report, and comes as it gets better; the page's script only moves it.

use super::levers::{self, Group, Lever, Moves};
use crate::report::{Locale, Sentence, Word, html as report, texts};
use crate::scenario::{Lang, Study};
use maud::{DOCTYPE, Markup, html};

/// Sliders have so many steps.
const STEPS: f64 = 60.0;
/// A group with more levers is folded.
const MANY: usize = 8;
/// So many letters of a digest tell two scenarios apart.
const DIGEST: usize = 12;

/// What the page loads: its path, its kind and its text.
pub(crate) fn files() -> Vec<(&'static str, &'static str, String)> {
    macro_rules! module {
        ($name:literal) => {
            (concat!("/", $name), include_str!(concat!("page/", $name)).to_owned())
        };
    }
    let modules = [
        ("/report.js", report::script().to_owned()),
        module!("page.js"),
        module!("program.js"),
        module!("levers.js"),
        module!("span.js"),
        module!("hires.js"),
        module!("question.js"),
        module!("history.js"),
        module!("answer.js"),
        module!("when.js"),
        module!("files.js"),
    ];
    let style = report::style() + include_str!("page/page.css");
    let modules = modules.map(|(path, text)| (path, "text/javascript; charset=utf-8", text));
    [("/style.css", "text/css; charset=utf-8", style)].into_iter().chain(modules).collect()
}

/// The page of a study.
pub(crate) fn page(study: &Study, seed: u64, lang: Lang) -> String {
    let scenario = &study.baseline().scenario;
    let title = scenario.title.in_lang(lang);
    let locale = Locale::new(lang, &scenario.currency);
    let groups = levers::of(study, lang);
    let word = |it: Word| it.text(lang);
    let other = lang.pick([("en", "English"), ("ru", "Русский")]);
    let (version, files) = (env!("CARGO_PKG_VERSION"), &study.files);
    let digest = files.first().map_or("", |it| it.1.get(..DIGEST).unwrap_or(&it.1));
    let same = texts::PageSame { version, digest, seed }.in_lang(lang);
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
                a.skip href="#result" data-to="result" { (word(Word::ToContent)) }
                header {
                    p.title { (title) }
                    p.subtitle { a #language href={ "/?lang=" (other.0) } lang=(other.0) { (other.1) } }
                }
                main #content {
                    form #levers aria-label=(word(Word::PageTitle)) {
                        h1 tabindex="-1" { (word(Word::PageTitle)) }
                        div.bar {
                            button.narrow type="button" data-to="result" { (word(Word::PageAnswer)) }
                            button #undo type="button" disabled { (word(Word::PageUndo)) }
                            button #redo type="button" disabled { (word(Word::PageRedo)) }
                            button #reset type="button" { (word(Word::PageReset)) }
                        }
                        input #find type="search" placeholder=(word(Word::LeversFind)) aria-label=(word(Word::LeversFind));
                        p #problems role="alert" hidden {}
                        @for group in &groups { (group_of(group, locale)) }
                    }
                    div #result tabindex="-1" { (result(lang)) }
                }
                footer { p { (same) } }
                script src="/report.js" {}
                script type="module" src="/page.js" {}
            }
        }
    };
    markup.into_string()
}

/// The answer, and what can be done with it.
fn result(lang: Lang) -> Markup {
    let word = |it: Word| it.text(lang);
    let files = [
        ("summary.csv", Word::FileSummary),
        ("monthly.csv", Word::FileMonthly),
        ("comparison.csv", Word::FileComparison),
        ("report.xlsx", Word::FileWorkbook),
    ];
    html! {
        div.bar {
            p #state role="status" {}
            button.narrow type="button" data-to="levers" { (word(Word::PageLevers)) }
            button #when.main type="button" { (word(Word::WhenAsk)) }
            button #keep type="button" { (word(Word::PageKeep)) }
            button #link type="button" { (word(Word::PageLink)) }
            button #save type="button" { (word(Word::PageSave)) }
            label.button { (word(Word::PageOpen)) input #open type="file" accept=".toml" class="unseen"; }
            select #download aria-label=(word(Word::PageDownload)) {
                option value="" { (word(Word::PageDownload)) }
                @for (file, title) in files { option value=(file) { (word(title)) } }
            }
        }
        progress #progress max="1" value="0" aria-label=(word(Word::PageWorking)) {}
        p #moved hidden {}
        ul #kept aria-label=(word(Word::PageKeptList)) {}
        section #plan hidden aria-label=(word(Word::WhenTitle)) {
            div.bar {
                p #plan-state role="status" {}
                button #plan-stop type="button" { (word(Word::WhenStop)) }
                button #plan-close type="button" { (word(Word::WhenClose)) }
            }
            progress #plan-progress max="1" value="0" aria-label=(word(Word::WhenTitle)) {}
            div #plan-answer {}
        }
        div #answer {}
    }
}

/// What the script says, as JSON.
fn words(lang: Lang) -> String {
    let letter = "{letter}";
    let kept = texts::PageKept { letter }.in_lang(lang);
    let command = texts::WhenCommand { command: "{command}" }.in_lang(lang);
    let word = |it: Word| it.text(lang);
    serde_json::json!({
        "working": word(Word::PageWorking), "clear": word(Word::PageClear), "ready": word(Word::PageReady),
        "gone": word(Word::PageStopped), "copied": word(Word::PageCopied),
        "ignored": word(Word::PageIgnored), "refused": word(Word::PageRefused),
        "what_if": word(Word::PageIf), "drop": word(Word::PageDrop), "kept": kept,
        "name": word(Word::PageName), "nobody": word(Word::LeverNobody),
        "moved_levers": word(Word::PageMoved), "measure": word(Word::LeverMeasure),
        "planning": word(Word::WhenWorking), "planned": word(Word::WhenReady),
        "moved": word(Word::WhenMoved), "cancelled": word(Word::WhenStopped), "command": command,
    })
    .to_string()
}

fn group_of(group: &Group, locale: Locale) -> Markup {
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

/// Where a track begins and ends, and its step: both ends of the range stand on a step, or else a slider
/// would move them by itself.
fn track(low: f64, high: f64, unit: &str) -> (f64, f64, f64) {
    let width = high - low;
    let step = step_of(width);
    // The knobs go beyond the range: it may be wrong.
    let room = (width / step).round();
    let below = if low >= 0.0 { room.min((low / step + 1e-9).floor()) } else { room };
    let above = match unit {
        "%" if high <= 100.0 => room.min(((100.0 - high) / step + 1e-9).floor()),
        _ => room,
    };
    (low - below * step, high + above * step, step)
}

/// A round step of which some tens make a width, and no part of one is left.
fn step_of(width: f64) -> f64 {
    let rough = width.max(1e-9) / STEPS * 3.0;
    let ten = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let round = (0..4)
        .flat_map(|it| [10.0, 5.0, 2.0, 1.0].map(|of| of * ten / libm::pow(10.0, f64::from(it))));
    let fits = |step: &f64| (width / step - (width / step).round()).abs() < 1e-6;
    let step = round.filter(|it| *it <= rough * 1.001).find(fits);
    // Of a width that is no round number at all.
    step.unwrap_or(width / STEPS)
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
    fn both_ends_of_every_range_stand_on_a_step() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/pass24.toml");
        let study = crate::scenario::load(file.as_ref(), &[], None).expect("a scenario");
        let levers = levers::of(&study, Lang::En).into_iter().flat_map(|it| it.levers);
        let mut ranges = vec![(0.125, 0.375, String::new()), (1.0 / 3.0, 0.7, String::new())];
        ranges.extend(levers.filter_map(|it| match it.moves {
            Moves::Span { low, high, unit, .. } => Some((low, high, unit)),
            _ => None,
        }));
        assert!(ranges.len() > 20);
        for (low, high, unit) in ranges {
            let (least, most, step) = track(low, high, &unit);
            for end in [low, high, most] {
                let steps = (end - least) / step;
                assert!((steps - steps.round()).abs() < 1e-5, "{low}–{high}: {least} {step}");
            }
            assert!(least <= low && high <= most && (least >= 0.0 || low < 0.0));
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
