//! What each uncertain input does to the answer: the widest bar on top.

use super::axis::Scale;
use super::canvas::NARROW;
use super::font::Face;
use super::rows::RowLabels;
use super::scene::{Anchor, Area, Label, Paint, Scene, Tip};
use super::theme::size;
use crate::report::{Locale, Swing, Tornado, Word};

const ROW: f32 = 64.0;
/// The widest name of an input, before it is wrapped.
const ROW_LABEL: f32 = 330.0;
/// Room for a label under the axis.
const TICK: f32 = 100.0;
const LOW: Paint = Paint::Slot(0);
const HIGH: Paint = Paint::Slot(1);

/// Draws it.
pub(crate) fn draw(tornado: &Tornado, locale: Locale, area: Area, scene: &mut Scene) {
    let mut swings: Vec<&Swing> = tornado.swings.iter().collect();
    let width = |swing: &Swing| {
        let values = [swing.low, swing.high, tornado.centre];
        let low = values.iter().copied().filter(|value| value.is_finite()).fold(f64::MAX, f64::min);
        let high =
            values.iter().copied().filter(|value| value.is_finite()).fold(f64::MIN, f64::max);
        high - low
    };
    swings.sort_by(|one, other| width(other).total_cmp(&width(one)));
    let narrow = area.width() < NARROW;
    let legend = draw_legend(area, locale, scene);
    let top = area.top + legend + 46.0;
    let bottom = area.bottom - size::AXIS * 1.6;
    let highest = if narrow { ROW * 1.2 } else { ROW };
    let row = ((bottom - top) / swings.len().max(1) as f32).min(highest);
    let bottom = top + row * swings.len() as f32;
    // Where there is little room, names stand above their bars.
    let beside = swings.iter().filter(|_| !narrow);
    let names = beside.map(|swing| swing.label.as_str());
    let widest = ROW_LABEL.min(area.width() * 0.34);
    let labels = RowLabels::fit(names, (row - 2.0, widest), size::LABEL);
    let letters = if narrow { size::AXIS } else { labels.size };
    let side = |text: fn(&Swing) -> &str| {
        let widths = swings.iter().map(|swing| Face::Regular.width(text(swing), letters));
        widths.fold(0.0, f32::max) + 16.0
    };
    // Either end of an input may be to the left of the centre.
    let room = side(|swing| &swing.low_label).max(side(|swing| &swing.high_label));
    let names = if narrow { 0.0 } else { labels.width + 18.0 };
    let left = area.left + names + room;
    let right = area.right - room;
    let values = swings.iter().flat_map(|swing| [swing.low, swing.high]);
    let values: Vec<f64> =
        values.chain([tornado.centre]).filter(|value| value.is_finite()).collect();
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let steps = f64::from((right - left) / TICK).clamp(2.0, 7.0);
    let scale = Scale::around(low, high, steps, tornado.format);
    let x = |value: f64| left + (right - left) * scale.position(value);
    for value in scale.ticks() {
        scene.line(vec![(x(value), top - 4.0), (x(value), bottom)], Paint::Grid, 1.2);
        let label = Label::new(scale.tick(value, locale), (x(value), bottom + 24.0), size::AXIS);
        let label = label.between(area.left, area.right);
        scene.text(label.painted(Paint::Quiet));
    }
    let centre = x(tornado.centre);
    for (index, swing) in swings.iter().enumerate() {
        let mut middle = top + (index as f32 + 0.5) * row;
        if narrow {
            let size = size::AXIS;
            let name = [swing.label.as_str()].into_iter();
            let name = RowLabels::fit(name, (size * 1.4, area.width() * 0.8), size);
            name.draw(0, area.left + name.width, middle - row * 0.28, scene);
            middle += row * 0.16;
        } else {
            labels.draw(index, left - room - 8.0, middle, scene);
        }
        let said = |input: &str, answer: f64| {
            format!("{input}: {}", locale.amount(answer, tornado.format))
        };
        scene.tips.push(Tip {
            area: Area { top: middle - row / 2.0, bottom: middle + row / 2.0, ..area },
            guide: None,
            text: vec![
                swing.label.clone(),
                said(&swing.low_label, swing.low),
                said(&swing.high_label, swing.high),
            ],
        });
        draw_swing(
            swing,
            (centre, x(swing.low), x(swing.high)),
            middle,
            (if narrow { row * 0.7 } else { row }, letters),
            scene,
        );
        // The line of the centre must not cross a name.
        let half = if narrow { row * 0.26 } else { row / 2.0 };
        let ends = vec![(centre, middle - half), (centre, middle + half)];
        scene.line(ends, Paint::Text, 2.0);
    }
    let text =
        format!("{}: {}", tornado.centre_label, locale.label(tornado.centre, tornado.format));
    let half = Face::SemiBold.width(&text, size::LABEL) / 2.0;
    let middle = centre.clamp(area.left + half, area.right - half);
    let label = Label::new(text, (middle, top - 18.0), size::LABEL).bold();
    scene.text(label.anchored(Anchor::Middle));
}

fn draw_swing(
    swing: &Swing,
    (centre, low, high): (f32, f32, f32),
    middle: f32,
    (row, letters): (f32, f32),
    scene: &mut Scene,
) {
    let half = row * 0.28;
    // The longer side first, so that the shorter one is seen where both go the same way.
    let mut sides = [(low, LOW, &swing.low_label), (high, HIGH, &swing.high_label)];
    sides.sort_by(|one, other| (other.0 - centre).abs().total_cmp(&(one.0 - centre).abs()));
    let same_side = (low - centre) * (high - centre) > 0.0;
    for (index, (end, paint, text)) in sides.into_iter().enumerate() {
        if !end.is_finite() {
            continue;
        }
        let area = Area {
            left: end.min(centre),
            top: middle - half,
            right: end.max(centre),
            bottom: middle + half,
        };
        scene.rect(area, 2.0, paint);
        // With both ends on one side there is room for one label only, the outer one.
        if same_side && index == 1 {
            continue;
        }
        // An end that changes nothing is named across from the other one.
        let other = if paint == LOW { high } else { low };
        let leftwards = match end == centre {
            true if other == centre => paint == LOW,
            true => other > centre,
            false => end < centre,
        };
        let (at, anchor) =
            if leftwards { (end - 8.0, Anchor::End) } else { (end + 8.0, Anchor::Start) };
        scene.text(Label::new(text, (at, middle), letters).anchored(anchor).haloed().centred());
    }
}

/// Returns its height.
fn draw_legend(area: Area, locale: Locale, scene: &mut Scene) -> f32 {
    let (mut x, mut middle) = (area.left, area.top + 4.0);
    for (paint, word) in [(LOW, Word::LowInput), (HIGH, Word::HighInput)] {
        let text = word.text(locale.lang);
        if x + 34.0 + Face::Regular.width(text, size::AXIS) > area.right {
            (x, middle) = (area.left, middle + 26.0);
        }
        let swatch = Area { left: x, top: middle - 8.0, right: x + 26.0, bottom: middle + 8.0 };
        scene.rect(swatch, 2.0, paint);
        let label = Label::new(text, (x + 34.0, middle), size::AXIS).painted(Paint::Quiet);
        x += 34.0 + label.width() + 28.0;
        scene.text(label.centred());
    }
    middle - area.top + 24.0
}
