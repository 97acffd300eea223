//! The page: levers on one side, the answer on the other. The answer is drawn by the same
//! writers as the report, and comes as it gets better; the page's script only moves it.

mod levers;
mod track;

use super::levers::of;
use crate::report::{Locale, Sentence, Word, html as report, texts};
use crate::scenario::{Lang, Study};
use maud::{DOCTYPE, Markup, html};

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

pub(crate) fn page(study: &Study, seed: u64, lang: Lang) -> String {
    let scenario = &study.baseline().scenario;
    let title = scenario.title.in_lang(lang);
    let locale = Locale::new(lang, &scenario.currency);
    let groups = of(study, lang);
    let word = |it: Word| it.text(lang);
    let [other, language, _] = lang.next().names();
    let (version, files) = (env!("CARGO_PKG_VERSION"), &study.files);
    let digest = files.first().map_or("", |it| it.1.get(..DIGEST).unwrap_or(&it.1));
    let same = texts::PageSame { version, digest, seed }.in_lang(lang);
    let markup = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (word(Word::PageTitle)) " " (title) }
                link rel="stylesheet" href="/style.css";
                link rel="icon" href="data:,";
            }
            body.serve data-lang=(lang.code()) data-words=(words(lang)) {
                a.skip href="#result" data-to="result" { (word(Word::ToContent)) }
                header {
                    p.title { (title) }
                    p.subtitle { a #language href={ "/?lang=" (other) } lang=(other) { (language) } }
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
                        @for group in &groups { (levers::group(group, locale)) }
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
