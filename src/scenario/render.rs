//! Problems as a person reads them: the place, the line, what is wrong, what to write instead.

use super::model::{Lang, Text};
use super::numbered::numbered;
use super::problem::{Problem, Problems, say};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet, renderer::DecorStyle};

/// More problems than anybody reads at once.
const SHOWN: usize = 50;

impl Problems {
    /// One block for each problem (at most 50), in a language, with colours for a terminal or without.
    pub fn render(&self, lang: Lang, colour: bool) -> String {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        let renderer = renderer.decor_style(DecorStyle::Ascii);
        let mut out = headline(&self.file, self.len()).in_lang(lang).to_owned();
        out.push_str("\n\n");
        for problem in self.list.iter().take(SHOWN) {
            out.push_str(&block(problem, lang, &renderer));
            out.push_str("\n\n");
        }
        if self.len() > SHOWN {
            let more = self.len() - SHOWN;
            let more = say!("… и ещё {more}\n", "… and {more} more\n");
            out.push_str(more.in_lang(lang));
        }
        out
    }
}

fn headline(file: &str, count: usize) -> Text {
    let Text { ru, en } = numbered(count, ["ошибка", "ошибки", "ошибок"], ["problem", "problems"]);
    Text { ru: format!("{file}: {ru}"), en: format!("{file}: {en}") }
}

fn block(problem: &Problem, lang: Lang, renderer: &Renderer) -> String {
    let (error, help) = lang.pick([("ошибка", "как исправить"), ("error", "instead")]);
    let mut title = String::new();
    if !problem.path.is_empty() {
        title.push_str(&problem.path);
        title.push_str(": ");
    }
    title.push_str(problem.what.in_lang(lang));
    let mut group = Level::ERROR.with_name(error).primary_title(printable(&title)).elements(
        std::iter::empty::<annotate_snippets::Snippet<'_, annotate_snippets::Annotation<'_>>>(),
    );
    let origin = if problem.line == 0 {
        problem.file.clone()
    } else {
        format!("{}:{}:{}", problem.file, problem.line, problem.column)
    };
    match &problem.excerpt {
        // The renderer counts columns in the excerpt, which is right only for a whole line.
        Some(excerpt) if !excerpt.cut => {
            let snippet = Snippet::source(excerpt.line.clone()).line_start(problem.line);
            let mark = AnnotationKind::Primary.span(excerpt.span.clone());
            group = group.element(snippet.path(problem.file.clone()).annotation(mark));
        }
        _ => group = group.element(annotate_snippets::Origin::path(origin)),
    }
    if let Some(instead) = &problem.instead {
        group =
            group.element(Level::HELP.with_name(help).message(printable(instead.in_lang(lang))));
    }
    renderer.render(&[group])
}

/// Control characters of a hostile file must not reach the terminal.
fn printable(text: &str) -> String {
    text.chars().map(|it| if it.is_control() && it != '\n' { '\u{fffd}' } else { it }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::problem::Excerpt;

    fn problem() -> Problem {
        Problem {
            file: "лето.toml".to_owned(),
            line: 7,
            column: 13,
            path: "roles.engineer.headcount".to_owned(),
            what: Text {
                ru: "-3 меньше нуля".to_owned(), en: "-3 is below zero".to_owned()
            },
            instead: Some(Text {
                ru: "целое число".to_owned(), en: "a whole number".to_owned()
            }),
            excerpt: Some(Excerpt { line: "headcount = -3".to_owned(), span: 12..14, cut: false }),
            alone: true,
        }
    }

    #[test]
    fn a_block_shows_place_line_and_words() {
        let problems =
            Problems {
                file: "лето.toml".to_owned(), lang: Some(Lang::Ru), list: vec![problem()]
            };
        let shown = problems.render(Lang::Ru, false);
        assert!(shown.starts_with("лето.toml: 1 ошибка\n"), "{shown}");
        assert!(shown.contains("ошибка: roles.engineer.headcount: -3 меньше нуля"), "{shown}");
        assert!(shown.contains("лето.toml:7:13"), "{shown}");
        assert!(shown.contains("7 | headcount = -3"), "{shown}");
        assert!(shown.contains("как исправить: целое число"), "{shown}");
        let shown = problems.render(Lang::En, false);
        assert!(shown.contains("error: roles.engineer.headcount: -3 is below zero"), "{shown}");
    }

    #[test]
    fn at_most_fifty_blocks_are_shown() {
        let problems =
            Problems { file: "x".to_owned(), lang: Some(Lang::En), list: vec![problem(); 53] };
        let shown = problems.render(Lang::En, false);
        assert_eq!(shown.matches("error:").count(), 50);
        assert!(shown.ends_with("… and 3 more\n"));
    }

    #[test]
    fn russian_counts_agree() {
        let ru = |count| headline("f", count).ru;
        assert_eq!((ru(1), ru(3)), ("f: 1 ошибка".to_owned(), "f: 3 ошибки".to_owned()));
        assert_eq!((ru(11), ru(25)), ("f: 11 ошибок".to_owned(), "f: 25 ошибок".to_owned()));
    }
}
