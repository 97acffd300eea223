//! A document as plain text of a given width: findings first, then the sections.

use super::document::{Block, Caution, Document, Finding};
use super::table::{Align, Table, Tone};
use super::text::{Locale, NBSP, THIN};
use crate::report::Word;
use unicode_width::UnicodeWidthStr;

/// Narrower than this, a column of texts is not made.
const NARROWEST: usize = 12;
/// A word that is wider than a line is cut after one of these, where it has them.
const SEAMS: [char; 5] = ['.', '/', '_', '-', ','];
const GAP: &str = "  ";

/// The document for a terminal of so many columns.
pub fn render(document: &Document, width: usize) -> String {
    let mut page = Page { text: String::new(), width: width.max(40), locale: document.locale };
    page.heading(&document.title, '=');
    page.wrapped(&document.subtitle, "", "");
    page.gap();
    let findings = document.blocks().filter_map(|block| match block {
        Block::Finding(finding) => Some(finding),
        _ => None,
    });
    findings.for_each(|finding| page.finding(finding));
    for section in &document.sections {
        if section.blocks.iter().all(|block| matches!(block, Block::Finding(_))) {
            continue;
        }
        page.heading(&section.heading, '-');
        section.blocks.iter().for_each(|block| page.block(block));
    }
    // Many terminal fonts lack the narrow space.
    let text = page.text.replace(THIN, &NBSP.to_string());
    text.trim_end().to_owned() + "\n"
}

struct Page {
    text: String,
    width: usize,
    locale: Locale,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// An empty line, unless there is one.
    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn heading(&mut self, heading: &str, rule: char) {
        if heading.is_empty() {
            return;
        }
        self.gap();
        for line in wrap(heading, self.width) {
            self.line(&line);
        }
        let length = heading.width().min(self.width);
        self.line(&rule.to_string().repeat(length));
    }

    fn wrapped(&mut self, text: &str, first: &str, others: &str) {
        let indent = first.width().max(others.width());
        for (index, line) in wrap(text, self.width - indent).iter().enumerate() {
            let start = if index == 0 { first } else { others };
            self.line(&format!("{start}{line}"));
        }
    }

    fn finding(&mut self, finding: &Finding) {
        let sign = match finding.tone {
            Tone::Neutral => "• ",
            Tone::Good => "✓ ",
            Tone::Caution => "! ",
            Tone::Bad => "✗ ",
        };
        self.wrapped(&finding.headline, sign, "  ");
        self.wrapped(&finding.detail, "  ", "  ");
        self.gap();
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => self.wrapped(text, "", ""),
            Block::List(items) => items.iter().for_each(|item| self.wrapped(item, "• ", "  ")),
            // Findings stand at the top.
            Block::Finding(_) => return,
            Block::Cautions(cautions) => self.cautions(cautions),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => {
                let label = Word::ChartFile.text(self.locale.lang);
                self.wrapped(&format!("{label} {}: {}", chart.key, chart.title), "→ ", "  ");
            }
        }
        self.gap();
    }

    fn cautions(&mut self, cautions: &[Caution]) {
        for caution in cautions {
            self.wrapped(&caution.reason, "! ", "  ");
            self.wrapped(&caution.advice, "  → ", "    ");
        }
    }

    fn table(&mut self, table: &Table) {
        self.wrapped(&table.title, "", "");
        let header = table.headers.iter().map(|header| header.full()).collect();
        let mut rows: Vec<Vec<String>> = vec![header];
        for row in &table.rows {
            let cells = row.cells.iter().zip(&table.headers);
            rows.push(cells.map(|(cell, header)| cell.words(header, self.locale)).collect());
        }
        let Some(widths) = column_widths(&rows, &table.headers, self.width) else {
            self.records(&rows);
            self.wrapped(&table.note, "", "");
            return;
        };
        for (index, row) in rows.iter().enumerate() {
            let cells: Vec<Vec<String>> =
                row.iter().zip(&widths).map(|(cell, &width)| wrap(cell, width)).collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(0);
            for level in 0..height {
                let parts = cells.iter().zip(&widths).zip(&table.headers);
                let parts: Vec<String> = parts
                    .map(|((cell, &width), header)| {
                        // Headers stand on the rule, rows hang from their first line.
                        let skipped = if index == 0 { height - cell.len() } else { 0 };
                        let line = level.checked_sub(skipped).and_then(|at| cell.get(at));
                        pad(line.map_or("", String::as_str), width, header.align)
                    })
                    .collect();
                self.line(&parts.join(GAP));
            }
            if index == 0 {
                let rules: Vec<String> = widths.iter().map(|&width| "─".repeat(width)).collect();
                self.line(&rules.join(GAP));
            }
        }
        self.wrapped(&table.note, "", "");
    }

    /// A table that is too wide for columns: each row as lines, the first cell above the others. A row
    /// that goes on with the first cell of the row above has none of its own.
    fn records(&mut self, rows: &[Vec<String>]) {
        let Some((header, rows)) = rows.split_first() else { return };
        for row in rows {
            let mut cells = header.iter().zip(row);
            if let Some((_, first)) = cells.next() {
                self.wrapped(first, "", "  ");
            }
            for (title, cell) in cells.filter(|it| !it.1.is_empty()) {
                self.wrapped(&format!("{title}: {cell}"), "  ", "    ");
            }
        }
    }
}

/// As wide as the content wants; where that is too wide, the widest texts give way, at spaces. Nothing
/// where even so it is too wide.
fn column_widths(
    rows: &[Vec<String>],
    headers: &[super::Header],
    width: usize,
) -> Option<Vec<usize>> {
    let count = headers.len();
    let widest = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let longest_word = |column: usize| {
        let words = rows.iter().flat_map(|row| row[column].split(' '));
        words.map(UnicodeWidthStr::width).max().unwrap_or(0)
    };
    let mut widths: Vec<usize> = (0..count).map(widest).collect();
    let narrowest: Vec<usize> = (0..count)
        .map(|column| match headers[column].align {
            Align::Left => longest_word(column).max(NARROWEST).min(widths[column]),
            Align::Right => longest_word(column),
        })
        .collect();
    let room = width.saturating_sub(GAP.len() * count.saturating_sub(1));
    while widths.iter().sum::<usize>() > room {
        let wider = (0..count).filter(|&column| widths[column] > narrowest[column]);
        let column = wider.max_by_key(|&column| widths[column])?;
        widths[column] -= 1;
    }
    Some(widths)
}

fn pad(text: &str, width: usize, align: Align) -> String {
    let space = " ".repeat(width.saturating_sub(text.width()));
    match align {
        Align::Left => format!("{text}{space}"),
        Align::Right => format!("{space}{text}"),
    }
}

/// Lines of at most the width, broken at spaces; only a word that is wider than a line is cut. No line
/// for no text.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            let mut word = word.to_owned();
            let needed = line.width() + usize::from(!line.is_empty()) + word.width();
            if !line.is_empty() && needed > width {
                lines.push(std::mem::take(&mut line));
            }
            while word.width() > width {
                let at = cut(&word, width);
                let rest = word.split_off(at);
                lines.push(std::mem::replace(&mut word, rest));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
        lines.push(line);
    }
    lines
}

/// Where to cut a word that is wider than the line.
fn cut(word: &str, width: usize) -> usize {
    let starts = word.char_indices().map(|(at, _)| at).skip(1);
    let fits = starts.take_while(|&at| word[..at].width() <= width.max(1));
    let fits: Vec<usize> = fits.collect();
    let seam = fits.iter().rfind(|&&at| word[..at].ends_with(SEAMS));
    seam.or(fits.last()).copied().unwrap_or(word.len())
}

#[cfg(test)]
mod tests {
    use super::super::{Cell, Header, Section};
    use super::*;
    use crate::scenario::Lang;

    fn document() -> Document {
        let mut table = Table::new(
            "summary",
            "Сравнение вариантов",
            vec![
                Header::text("Вариант"),
                Header::number("SLA", ""),
                Header::number("Стоимость", "₽"),
            ],
        );
        table.push(vec![Cell::text("Как есть"), Cell::share(0.612), Cell::money(0.0)]);
        table.push(vec![
            Cell::text("Второй менеджер технической поддержки с 1 июня"),
            Cell::share(0.958),
            Cell::money(1_092_000.0),
        ]);
        let finding = |tone, headline: &str| {
            Block::Finding(Finding {
                tone,
                headline: headline.into(),
                detail: "С вероятностью 95 % не позже 1 июня.".into(),
            })
        };
        Document {
            locale: Locale::new(Lang::Ru, "RUB"),
            title: "PASS24".into(),
            subtitle: "12 месяцев, 40 прогонов".into(),
            sections: vec![
                Section {
                    heading: "Варианты".into(),
                    blocks: vec![Block::Table(table), Block::Paragraph("слово ".repeat(20))],
                    ..Section::default()
                },
                Section {
                    heading: "Ответ".into(),
                    blocks: vec![finding(Tone::Bad, "Второй менеджер нужен с июня.")],
                    ..Section::default()
                },
            ],
        }
    }

    #[test]
    fn findings_come_first_and_no_line_is_too_long() {
        for width in [46, 60, 100] {
            let text = render(&document(), width);
            let finding = text.find("✗ Второй менеджер нужен с июня.").unwrap();
            assert!(finding < text.find("Варианты").unwrap());
            assert!(!text.contains("Ответ"), "a section of findings only is not repeated");
            for line in text.lines() {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }

    #[test]
    fn a_table_that_is_too_wide_for_columns_is_told_in_lines() {
        let mut wide = document();
        let Block::Table(table) = &mut wide.sections[0].blocks[0] else { panic!("a table") };
        for header in ["Опубликовано", "Согласовано", "Утверждено"]
        {
            table.headers.push(Header::number(header, ""));
            table.rows.iter_mut().for_each(|row| row.cells.push(Cell::share(0.5)));
        }
        let text = render(&wide, 60);
        assert!(text.contains("  Опубликовано: 50,0"), "{text}");
        assert!(text.lines().all(|line| line.width() <= 60), "{text}");
        assert!(!render(&wide, 120).contains("Опубликовано: "));
    }

    #[test]
    fn a_name_of_a_column_is_wrapped_at_spaces_and_not_within_a_word() {
        let rows = [vec!["Implementation manager".to_owned(), "1".to_owned()]];
        let headers = [Header::text("Role"), Header::number("People", "")];
        assert_eq!(column_widths(&rows, &headers, 20), Some(vec![17, 1]));
        assert_eq!(column_widths(&rows, &headers, 17), Some(vec![14, 1]));
        assert_eq!(column_widths(&rows, &headers, 16), None, "no word is cut");
    }

    #[test]
    fn columns_of_numbers_end_together() {
        let text = render(&document(), 60);
        let end = |needle: &str| {
            let line = text.lines().find(|line| line.contains(needle)).unwrap();
            line[..line.find(needle).unwrap() + needle.len()].width()
        };
        assert_eq!(end("61,2\u{a0}%"), end("95,8\u{a0}%"));
        assert_eq!(end("Стоимость, ₽"), end("1\u{a0}092\u{a0}000"));
    }

    #[test]
    fn words_longer_than_a_line_are_cut() {
        assert_eq!(wrap("аб вгдежз и", 4), ["аб", "вгде", "жз и"]);
        assert_eq!(wrap("at roles.agent.pay", 12), ["at", "roles.agent.", "pay"]);
        assert!(wrap("", 10).is_empty());
    }
}
