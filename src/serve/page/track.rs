//! The track of a slider, and its numbers as texts.

/// Sliders have so many steps.
const STEPS: f64 = 60.0;

/// Where a track begins and ends, and its step: both ends of the range stand on a step, or else a slider
/// would move them by itself.
pub(super) fn track(low: f64, high: f64, unit: &str) -> (f64, f64, f64) {
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
pub(super) fn tidy(value: f64) -> String {
    let text = format!("{value:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Lang;
    use crate::serve::levers::{self, Moves};

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
