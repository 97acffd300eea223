//! A document as one page that needs nothing else: no network, no font, no other file.
//!
//! The first screen is the first finding and one chart that shows why; then come the sections.
//! Charts are drawn twice, for a page and for a phone, and the style sheet shows one of them.
//! The page's content security policy allows its own style, script and font, and nothing more.

mod blocks;
mod figure;
mod table;

use super::chart;
use super::{Block, Chart, Document, Finding, Section, Word};
use base64::Engine;
use blocks::Writer;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Writes the page.
pub fn page(document: &Document) -> String {
    let lang = document.locale.lang;
    let style = style();
    let opening = Opening::of(document);
    let mut writer = Writer::new(document);
    let headline = opening.finding.map_or(&document.title, |it| &it.headline);
    let markup = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(&style));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="description" content=(headline);
                title { (document.title) }
                style { (PreEscaped(&style)) }
            }
            body {
                a.skip href="#content" { (Word::ToContent.text(lang)) }
                header {
                    p.title { (document.title) }
                    p.subtitle { (document.subtitle) }
                }
                main #content {
                    (first_screen(document, &opening, &mut writer))
                    (contents(document, &opening))
                    @for section in &document.sections {
                        (part(section, &opening, &mut writer))
                    }
                }
                footer { p { (document.title) } p { (document.subtitle) } }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    markup.into_string()
}

/// The sections of a document as they stand in a page, for a page that shows one after another;
/// every name in it begins with `prefix`.
pub(crate) fn fragment(document: &Document, prefix: &str) -> String {
    let mut writer = Writer::new(document);
    writer.prefix = prefix.to_owned();
    let markup = html! {
        @for section in &document.sections {
            section #{ (prefix) (section.key) } {
                h2 { (section.heading) }
                @for block in &section.blocks { (writer.block(block)) }
            }
        }
        p.source { (document.subtitle) }
    };
    markup.into_string()
}

/// The style of every page, its fonts included.
pub(crate) fn style() -> String {
    chart::font_faces() + &chart::style_sheet() + STYLE
}

/// What makes charts tell their numbers; it hears of new ones by the event `drawn`.
pub(crate) fn script() -> &'static str {
    SCRIPT
}

/// What the first screen takes from the sections.
struct Opening<'a> {
    finding: Option<&'a Finding>,
    chart: Option<&'a Chart>,
}

impl<'a> Opening<'a> {
    /// The first finding, and the first chart of its section or else of the document.
    fn of(document: &'a Document) -> Self {
        fn finding(block: &Block) -> Option<&Finding> {
            match block {
                Block::Finding(finding) => Some(finding),
                _ => None,
            }
        }
        fn chart(block: &Block) -> Option<&Chart> {
            match block {
                Block::Chart(chart) => Some(chart),
                _ => None,
            }
        }
        let mut sections = document.sections.iter();
        let near = sections.find(|section| section.blocks.iter().any(|it| finding(it).is_some()));
        let near = near.and_then(|section| section.blocks.iter().find_map(chart));
        Self {
            finding: document.blocks().find_map(finding),
            chart: near.or_else(|| document.charts().next()),
        }
    }

    /// Whether the first screen shows a block.
    fn takes(&self, block: &Block) -> bool {
        match block {
            Block::Finding(finding) => self.finding.is_some_and(|it| std::ptr::eq(it, finding)),
            Block::Chart(chart) => self.chart.is_some_and(|it| std::ptr::eq(it, chart)),
            _ => false,
        }
    }

    /// What is left of a section.
    fn rest(&self, section: &'a Section) -> Vec<&'a Block> {
        section.blocks.iter().filter(|block| !self.takes(block)).collect()
    }
}

fn first_screen(document: &Document, opening: &Opening, writer: &mut Writer) -> Markup {
    let lang = document.locale.lang;
    let doubts = document.sections.iter().find_map(|section| {
        let mut blocks = section.blocks.iter();
        let count = blocks.find_map(|block| match block {
            Block::Cautions(cautions) if !cautions.is_empty() => Some(cautions.len()),
            _ => None,
        });
        Some((section, count?))
    });
    html! {
        div.decision {
            @match opening.finding {
                Some(finding) => (writer.decision(finding)),
                None => h1 { (document.title) },
            }
            @if let Some((section, count)) = doubts {
                p.doubts { a href={ "#" (section.key) } {
                    (Word::Cautions.text(lang)) ": " (count)
                } }
            }
            @if let Some(chart) = opening.chart {
                (writer.figure(chart))
                p.hint { (Word::PointAtChart.text(lang)) }
            }
        }
    }
}

fn contents(document: &Document, opening: &Opening) -> Markup {
    let there = |section: &&Section| !opening.rest(section).is_empty();
    let title = Word::Contents.text(document.locale.lang);
    html! {
        nav aria-label=(title) {
            p.contents { (title) }
            ol {
                @for section in document.sections.iter().filter(there) {
                    li { a href={ "#" (section.key) } { (section.heading) } }
                }
            }
        }
    }
}

fn part(section: &Section, opening: &Opening, writer: &mut Writer) -> Markup {
    let rest = opening.rest(section);
    html! {
        @if !rest.is_empty() {
            section #(section.key) {
                h2 { (section.heading) }
                @for block in rest { (writer.block(block)) }
            }
        }
    }
}

/// Nothing but what is in the page: its one style sheet, its one script, its font.
fn policy(style: &str) -> String {
    let hash = |text: &str| {
        base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text.as_bytes()))
    };
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; font-src data:; \
         base-uri 'none'; form-action 'none'",
        hash(style),
        hash(SCRIPT)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Locale, Table, Tone};
    use crate::scenario::Lang;

    fn finding(headline: &str) -> Block {
        Block::Finding(Finding {
            tone: Tone::Bad,
            headline: headline.into(),
            detail: "Run `staffcast plan` <again>".into(),
        })
    }

    fn document(sections: Vec<Section>) -> Document {
        Document {
            locale: Locale::new(Lang::En, "RUB"),
            title: "A & B".into(),
            subtitle: "12 months".into(),
            sections,
        }
    }

    fn section(key: &str, blocks: Vec<Block>) -> Section {
        Section { key: key.into(), heading: format!("The {key}"), blocks }
    }

    #[test]
    fn the_first_finding_opens_the_page_and_is_not_repeated() {
        let text = page(&document(vec![
            section("answer", vec![finding("Hire <now>")]),
            section("more", vec![finding("Or wait")]),
        ]));
        assert_eq!(text.matches("Hire &lt;now&gt;</h1>").count(), 1);
        assert!(!text.contains("id=\"answer\"") && !text.contains("#answer"));
        assert!(text.contains("<h2>The more</h2>") && text.contains("Or wait"));
        assert!(text.contains("Run <code class=\"short\">staffcast plan</code> &lt;again&gt;"));
    }

    #[test]
    fn a_page_without_findings_is_a_page_all_the_same() {
        let table = Block::Table(Table::default());
        let text = page(&document(vec![section("data", vec![table])]));
        assert!(text.contains("<h1>A &amp; B</h1>"));
        assert!(text.contains("<html lang=\"en\">"));
    }

    #[test]
    fn style_and_script_are_the_ones_that_the_policy_knows() {
        let text = page(&document(vec![]));
        let between = |start: &str, end: &str| {
            let from = text.find(start).unwrap() + start.len();
            &text[from..from + text[from..].find(end).unwrap()]
        };
        assert_eq!(between("<script>", "</script>"), SCRIPT);
        let style = between("<style>", "</style>");
        assert!(text.contains(&policy(style).replace('&', "&amp;")));
        // What the policy forbids would only fail in silence.
        assert!(!text.contains(" style=") && !text.contains(" onclick="));
        assert!(!text.contains("url(http") && !text.contains("src=\"http"));
    }
}
