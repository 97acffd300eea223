//! What each uncertain input does to the answer: the widest bar on top.

use super::backend::{filled, stroke};
use super::canvas::NARROW;
use super::font::Face;
use super::legend::{self, Entry};
use super::plot::{Plot, Ticks};
use super::rows::RowLabels;
use super::ruler::Ruler;
use super::scene::{Anchor, Area, Label, Paint, Scene, Tip};
use super::theme::size;
use crate::report::{Locale, Swing, Tornado, Word};
use plotters::element::{PathElement, Rectangle};

const ROW: f32 = 64.0;
/// The widest name of an input, before it is wrapped.
const ROW_LABEL: f32 = 330.0;
/// Room for a label under the axis.
const TICK: f32 = 100.0;
const LOW: Paint = Paint::Slot(0);
const HIGH: Paint = Paint::Slot(1);

/// The axes, how the names are written, and where in its row a bar lies.
struct Layout {
    plot: Plot,
    labels: RowLabels,
    /// Room beside the bars for the ends of the inputs.
    room: f32,
    /// Size of their letters.
    letters: f32,
    /// Where there is little room, names stand above their bars.
    narrow: bool,
}

pub(crate) fn draw(tornado: &Tornado, locale: Locale, area: Area, scene: &mut Scene) {
    let mut swings: Vec<&Swing> = tornado.swings.iter().collect();
    swings.sort_by(|one, other| reach(other, tornado).total_cmp(&reach(one, tornado)));
    let entry =
        |paint, word: Word| Entry::patches(word.text(locale.lang).to_owned(), vec![paint], 1.0);
    let entries = vec![entry(LOW, Word::LowInput), entry(HIGH, Word::HighInput)];
    let top = area.top + legend::draw(entries, area, size::AXIS, scene);
    let layout = Layout::of(tornado, &swings, locale, Area { top: top + 46.0, ..area });
    let plot = &layout.plot;
    plot.draw_across(Ticks { mesh: true, ..Ticks::labels(size::AXIS, 8.0) }, scene);
    layout.draw_names(&swings, area, scene);
    for (index, swing) in swings.iter().enumerate() {
        let row = index as f64 + if layout.narrow { 0.66 } else { 0.5 };
        layout.draw_swing(swing, tornado.centre, row, scene);
        // The line of the centre must not cross a name.
        let half = if layout.narrow { 0.26 } else { 0.5 };
        let centre = vec![(tornado.centre, row - half), (tornado.centre, row + half)];
        plot.draw([PathElement::new(centre, stroke(Paint::Text, 2.0))], scene);
        let said = |input: &str, answer: f64| {
            format!("{input}: {}", locale.amount(answer, tornado.format))
        };
        let (top, bottom) = (plot.y(index as f64), plot.y(index as f64 + 1.0));
        let (low, high) = (said(&swing.low_label, swing.low), said(&swing.high_label, swing.high));
        let text = vec![swing.label.clone(), low, high];
        scene.tips.push(Tip { area: Area { top, bottom, ..area }, guide: None, text });
    }
    let centre = locale.label(tornado.centre, tornado.format);
    let at = (plot.x(tornado.centre), plot.area.top - 18.0);
    let label = Label::new(format!("{}: {centre}", tornado.centre_label), at, size::LABEL).bold();
    scene.text(label.between(area.left, area.right));
}

/// The lowest and the highest of the answers that are known.
fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let values = values.filter(|value| value.is_finite());
    let none = (f64::INFINITY, f64::NEG_INFINITY);
    values.fold(none, |(low, high), value| (low.min(value), high.max(value)))
}

/// How far an input moves the answer.
fn reach(swing: &Swing, tornado: &Tornado) -> f64 {
    let (low, high) = ends([swing.low, swing.high, tornado.centre].into_iter());
    high - low
}

impl Layout {
    fn of(tornado: &Tornado, swings: &[&Swing], locale: Locale, area: Area) -> Self {
        let narrow = area.width() < NARROW;
        let bottom = area.bottom - size::AXIS * 1.6;
        let highest = if narrow { ROW * 1.2 } else { ROW };
        let row = ((bottom - area.top) / swings.len().max(1) as f32).min(highest);
        let names = swings.iter().map(|swing| swing.label.as_str());
        let (height, widest, largest) = match narrow {
            true => (size::AXIS * 1.4, area.width() * 0.8, size::AXIS),
            false => (row - 2.0, ROW_LABEL.min(area.width() * 0.34), size::LABEL),
        };
        let labels = RowLabels::fit(names, (height, widest), largest);
        let letters = if narrow { size::AXIS } else { labels.size };
        // Either end of an input may be to the left of the centre.
        let inputs = swings.iter().flat_map(|swing| [&swing.low_label, &swing.high_label]);
        let inputs = inputs.map(|text| Face::Regular.width(text, letters));
        let room = inputs.fold(0.0, f32::max) + 16.0;
        let names = if narrow { 0.0 } else { labels.width + 18.0 };
        let (left, right) = (area.left + names + room, area.right - room);
        let answers = swings.iter().flat_map(|swing| [swing.low, swing.high]);
        let answers = ends(answers.chain([tornado.centre]));
        let steps = f64::from((right - left) / TICK).clamp(2.0, 7.0);
        let across = Ruler::around(answers, steps, tornado.format, locale);
        let bottom = area.top + row * swings.len() as f32;
        let area = Area { left, right, bottom, ..area };
        let plot = Plot { area, across, up: labels.ruler() };
        Self { plot, labels, room, letters, narrow }
    }

    fn draw_names(&self, swings: &[&Swing], area: Area, scene: &mut Scene) {
        if !self.narrow {
            return self.labels.draw(&self.plot, self.room + 8.0, scene);
        }
        for index in 0..swings.len() {
            let at = (area.left, self.plot.y(index as f64 + 0.22));
            let name = self.labels.line(index);
            scene.text(Label::new(name, at, self.labels.size).centred());
        }
    }

    fn draw_swing(&self, swing: &Swing, centre: f64, row: f64, scene: &mut Scene) {
        let half = if self.narrow { 0.2 } else { 0.28 };
        // The longer side first, so that the shorter one is seen where both go the same way.
        let mut sides = [(swing.low, LOW, &swing.low_label), (swing.high, HIGH, &swing.high_label)];
        sides.sort_by(|one, other| (other.0 - centre).abs().total_cmp(&(one.0 - centre).abs()));
        let same_side = (swing.low - centre) * (swing.high - centre) > 0.0;
        for (index, (end, paint, text)) in sides.into_iter().enumerate() {
            if !end.is_finite() {
                continue;
            }
            let corners = [(centre, row - half), (end, row + half)];
            if end != centre {
                self.plot.draw([Rectangle::new(corners, filled(paint))], scene);
            }
            // With both ends on one side there is room for one label only, the outer one.
            if same_side && index == 1 {
                continue;
            }
            // An end that changes nothing is named across from the other one.
            let other = if paint == LOW { swing.high } else { swing.low };
            let leftwards = match end == centre {
                true if other == centre => paint == LOW,
                true => other > centre,
                false => end < centre,
            };
            let (gap, anchor) = if leftwards { (-8.0, Anchor::End) } else { (8.0, Anchor::Start) };
            let at = (self.plot.x(end) + gap, self.plot.y(row));
            let label = Label::new(text, at, self.letters).anchored(anchor);
            scene.text(label.haloed().centred());
        }
    }
}
