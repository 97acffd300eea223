//! Sentences, lists, findings and cautions as markup.

use crate::report::{Block, Caution, Document, Finding, Locale, Tone, Word};
use maud::{Markup, PreEscaped, html};

/// A headline with more letters is written smaller, to leave room for the chart.
const LONG_HEADLINE: usize = 110;
/// What is typed and as short as this is not broken.
const SHORT_CODE: usize = 28;

/// Writes blocks, and gives each figure and table a name of its own.
pub(crate) struct Writer {
    pub(super) locale: Locale,
    pub(super) drawn: super::figure::Drawings,
    named: usize,
    /// What every name begins with: empty where the page shows this document alone.
    pub(super) prefix: String,
    /// The source that was said last.
    pub(super) source: String,
}

impl Writer {
    /// For the blocks of a document.
    pub(crate) fn new(document: &Document) -> Self {
        Self {
            locale: document.locale,
            drawn: super::figure::Drawings::of(document),
            named: 0,
            prefix: String::new(),
            source: String::new(),
        }
    }

    /// A name that nothing else in the page has.
    pub(super) fn name(&mut self, kind: &str) -> String {
        self.named += 1;
        format!("{}{kind}-{}", self.prefix, self.named)
    }

    /// Any block.
    pub(crate) fn block(&mut self, block: &Block) -> Markup {
        match block {
            Block::Paragraph(text) => html! { p { (rich(text)) } },
            Block::List(items) => html! { ul { @for item in items { li { (rich(item)) } } } },
            Block::Finding(finding) => self.finding(finding),
            Block::Cautions(cautions) => self.cautions(cautions),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.figure(chart),
        }
    }

    /// The finding that opens the page.
    pub(crate) fn decision(&self, finding: &Finding) -> Markup {
        let is_long = finding.headline.chars().count() > LONG_HEADLINE;
        html! {
            div class={ "headline " (tone_class(finding.tone)) @if is_long { " long" } } {
                h1 { (kept(&finding.headline)) }
                @if !finding.detail.is_empty() { p.detail { (rich(&finding.detail)) } }
            }
        }
    }

    fn finding(&self, finding: &Finding) -> Markup {
        html! {
            div class={ "finding " (tone_class(finding.tone)) } {
                (self.sign(finding.tone))
                div {
                    p.said { (rich(&finding.headline)) }
                    @if !finding.detail.is_empty() { p { (rich(&finding.detail)) } }
                }
            }
        }
    }

    fn cautions(&self, cautions: &[Caution]) -> Markup {
        html! {
            @for caution in cautions {
                div.finding.caution {
                    (self.sign(Tone::Caution))
                    div {
                        p.said { (rich(&caution.reason)) }
                        @if !caution.advice.is_empty() {
                            p { (Word::WhatToDo.text(self.locale.lang)) ": " (rich(&caution.advice)) }
                        }
                    }
                }
            }
        }
    }

    /// A shape for a tone: a colour alone would not reach everyone.
    pub(super) fn sign(&self, tone: Tone) -> Markup {
        let (word, path) = match tone {
            Tone::Neutral => return html! {},
            Tone::Good => (Word::GoodNews, "M5 10.5l3.5 3.5L15 7"),
            Tone::Caution => (Word::Attention, "M10 5v6.5M10 14.6v.4"),
            Tone::Bad => (Word::BadNews, "M6.3 6.3l7.4 7.4M13.7 6.3l-7.4 7.4"),
        };
        let word = word.text(self.locale.lang);
        html! {
            svg.sign viewBox="0 0 20 20" role="img" aria-label=(word) {
                circle cx="10" cy="10" r="10" {}
                path d=(path) {}
            }
        }
    }
}

/// The class of a tone in the style sheet.
pub(super) fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Neutral => "neutral",
        Tone::Good => "good",
        Tone::Caution => "caution",
        Tone::Bad => "bad",
    }
}

/// A text whose ranges and numbered names are not broken: `1–2 h`, `C-01`.
pub(super) fn kept(text: &str) -> String {
    const JOINER: char = '\u{2060}';
    let letters: Vec<char> = text.chars().collect();
    let mut joined = String::with_capacity(text.len());
    for (index, &letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).map(|it| letters[it]);
        let is_digit = |it: Option<char>| it.is_some_and(|it| it.is_ascii_digit());
        let after = is_digit(letters.get(index + 1).copied());
        let joins = match letter {
            '–' => after && is_digit(before),
            '-' => after && before.is_some_and(char::is_alphanumeric),
            _ => false,
        };
        if joins {
            joined.extend([JOINER, letter, JOINER]);
        } else {
            joined.push(letter);
        }
    }
    joined
}

/// A text in which what stands between backticks is something to type.
pub(super) fn rich(text: &str) -> Markup {
    let parts: Vec<&str> = text.split('`').collect();
    // A backtick without a partner is a backtick.
    let paired = parts.len() % 2 == 1;
    if !paired {
        return html! { (kept(text)) };
    }
    let write = |(index, part): (usize, &&str)| {
        if index % 2 == 1 {
            let short = part.chars().count() <= SHORT_CODE;
            html! { code class=[short.then_some("short")] { (part) } }.into_string()
        } else {
            html! { (kept(part)) }.into_string()
        }
    };
    PreEscaped(parts.iter().enumerate().map(write).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_stands_out_and_nothing_gets_through() {
        assert_eq!(rich("a `b<` c").0, "a <code class=\"short\">b&lt;</code> c");
        assert_eq!(rich("5` & more").0, "5` &amp; more");
    }

    #[test]
    fn ranges_and_numbers_of_names_stay_together() {
        assert_eq!(kept("1–2 ч, C-01"), "1\u{2060}–\u{2060}2 ч, C\u{2060}-\u{2060}01");
        assert_eq!(kept("май – июнь, из-за, - 5"), "май – июнь, из-за, - 5");
    }
}
