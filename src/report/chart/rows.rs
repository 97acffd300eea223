//! Names of rows: as large as the rows allow, never one over the other.

use super::font::Face;
use super::plot::{Plot, Ticks};
use super::ruler::Ruler;
use super::scene::{Paint, Scene};

/// From line to line, in sizes of the letters.
const LINE: f32 = 1.16;

/// Names of rows, wrapped so that each fits its row.
pub(crate) struct RowLabels {
    /// Lines of each row.
    lines: Vec<Vec<String>>,
    /// Size of the letters.
    pub(crate) size: f32,
    /// Width of the widest line.
    pub(crate) width: f32,
}

impl RowLabels {
    /// The largest letters with which every name fits a row of this height within the width;
    /// where none do, the names are cut short.
    pub(crate) fn fit<'a>(
        names: impl Iterator<Item = &'a str> + Clone,
        (height, width): (f32, f32),
        largest: f32,
    ) -> Self {
        let tries = [1.0, 0.9, 0.8, 0.7].map(|part| largest * part);
        let tries = tries.into_iter().flat_map(|size| [(size, width), (size, width * 1.25)]);
        for (size, width) in tries {
            let wrap = |name: &str| Face::Regular.wrap_evenly(name, size, width);
            let lines: Vec<Vec<String>> = names.clone().map(wrap).collect();
            let widest = widest(&lines, size);
            let fits =
                |lines: &Vec<String>| lines.len() as f32 * size * LINE <= height.max(size * LINE);
            if lines.iter().all(fits) && widest <= width {
                return Self { lines, size, width: widest };
            }
        }
        let size = (largest * 0.7).min(height * 0.85).max(6.0);
        let lines: Vec<Vec<String>> =
            names.map(|name| vec![cut(name, size, width * 1.25)]).collect();
        let width = widest(&lines, size);
        Self { lines, size, width }
    }

    /// The rows as an axis, the first one on top.
    pub(crate) fn ruler(&self) -> Ruler {
        Ruler::rows(&self.lines)
    }

    /// The name of a row in one line.
    pub(crate) fn line(&self, row: usize) -> String {
        self.lines[row].join(" ")
    }

    /// Writes the names so far to the left of a plot that has them as its rows.
    pub(crate) fn draw(&self, plot: &Plot, gap: f32, scene: &mut Scene) {
        plot.draw_up(Ticks { paint: Paint::Text, ..Ticks::labels(self.size, gap) }, scene);
    }
}

fn widest(lines: &[Vec<String>], size: f32) -> f32 {
    let widths = lines.iter().flatten().map(|line| Face::Regular.width(line, size));
    widths.fold(0.0, f32::max)
}

fn cut(name: &str, size: f32, width: f32) -> String {
    if Face::Regular.width(name, size) <= width {
        return name.to_owned();
    }
    let cuts = name.char_indices().map(|(at, _)| format!("{}…", name[..at].trim_end()));
    let fitting = cuts.take_while(|text| Face::Regular.width(text, size) <= width);
    fitting.last().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_their_rows() {
        let name = "Неизвестная величина с довольно длинным названием, которому мало двух строк";
        for height in [14.0, 30.0, 60.0, 100.0] {
            let labels = RowLabels::fit([name, "МОС"].into_iter(), (height, 200.0), 18.0);
            let lines = labels.lines[0].len() as f32;
            assert!(lines * labels.size * LINE <= height.max(labels.size * LINE));
            assert!(labels.width <= 250.0, "{height}: {}", labels.width);
        }
        let roomy = RowLabels::fit(["МОС"].into_iter(), (60.0, 200.0), 18.0);
        assert_eq!(roomy.size, 18.0);
    }

    #[test]
    fn what_is_cut_says_so() {
        let text = cut("Очень длинное название", 20.0, 100.0);
        assert!(text.ends_with('…') && Face::Regular.width(&text, 20.0) <= 100.0, "{text}");
        assert_eq!(cut("МОС", 20.0, 100.0), "МОС");
    }
}
