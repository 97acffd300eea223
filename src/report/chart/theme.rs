//! What the colours look like, and how large texts are.

use super::scene::Paint;
use crate::report::Ink;

/// Sizes of texts, chosen to be read from the back of a room.
pub(crate) mod size {
    /// Titles.
    pub(crate) const TITLE: f32 = 32.0;
    /// Subtitles.
    pub(crate) const SUBTITLE: f32 = 19.0;
    /// Titles of panels.
    pub(crate) const PANEL: f32 = 19.0;
    /// Axes.
    pub(crate) const AXIS: f32 = 17.0;
    /// Axes of small panels.
    pub(crate) const SMALL_AXIS: f32 = 15.0;
    /// Labels of lines, bars and points.
    pub(crate) const LABEL: f32 = 18.0;
    /// Footnotes.
    pub(crate) const NOTE: f32 = 14.0;
}

/// Colours, as red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Palette {
    background: u32,
    text: u32,
    quiet: u32,
    grid: u32,
    axis: u32,
    muted: u32,
    slots: [u32; SLOTS],
    heat: [u32; HEATS],
    on_heat: [u32; HEATS],
}

/// Colours of series that differ well.
pub(crate) const SLOTS: usize = 6;
/// Colours of a heat map: five blues, the warning and the excess.
pub(crate) const HEATS: usize = 7;

impl Palette {
    /// For paper and slides. Series follow Okabe and Ito ("Color Universal Design", 2008), the
    /// lighter ones darkened until labels in the same colour can be read on white.
    pub(crate) const LIGHT: Self = Self {
        background: 0xFFFFFF,
        text: 0x1F2933,
        quiet: 0x5B6770,
        grid: 0xE6EAED,
        axis: 0x7B8794,
        muted: 0xC5CCD3,
        slots: [0x0072B2, 0xD55E00, 0x00865F, 0xB0468C, 0xA87300, 0x3B8FC4],
        heat: [0xF1F5F9, 0xDCE8F3, 0xBDD5EA, 0x94BBDC, 0x639BCA, 0xF4B266, 0xC8400A],
        on_heat: [0x5B6770, 0x3A4854, 0x1F2933, 0x1F2933, 0x12202C, 0x3A2200, 0xFFFFFF],
    };

    /// For dark pages.
    pub(crate) const DARK: Self = Self {
        background: 0x14191F,
        text: 0xECF0F3,
        quiet: 0xA3AFBA,
        grid: 0x2A323B,
        axis: 0x7B8794,
        muted: 0x4A5561,
        slots: [0x56B4E9, 0xF28A3C, 0x2BBF92, 0xDF8CBF, 0xE0B040, 0x8FD0F5],
        heat: [0x1C242D, 0x213447, 0x274866, 0x2E5F89, 0x3A7AB0, 0xC9862F, 0xE4602B],
        on_heat: [0xA3AFBA, 0xC5D0DA, 0xECF0F3, 0xECF0F3, 0xFFFFFF, 0x1E1200, 0x1A0900],
    };

    /// The colour of a series.
    pub(crate) fn ink(&self, ink: Ink) -> u32 {
        self.colour(ink.into())
    }

    pub(crate) fn colour(&self, paint: Paint) -> u32 {
        match paint {
            Paint::Background => self.background,
            Paint::Text => self.text,
            Paint::Quiet => self.quiet,
            Paint::Grid => self.grid,
            Paint::Axis => self.axis,
            Paint::Muted => self.muted,
            Paint::Slot(slot) => self.slots[usize::from(slot) % SLOTS],
            Paint::Heat(step) => self.heat[usize::from(step).min(HEATS - 1)],
            Paint::OnHeat(step) => self.on_heat[usize::from(step).min(HEATS - 1)],
        }
    }
}

impl Paint {
    /// Every paint with its name, as style sheets know it.
    pub(crate) fn all() -> Vec<Self> {
        let mut all = vec![Self::Background, Self::Text, Self::Quiet];
        all.extend([Self::Grid, Self::Axis, Self::Muted]);
        all.extend((0..SLOTS as u8).map(Self::Slot));
        all.extend((0..HEATS as u8).flat_map(|step| [Self::Heat(step), Self::OnHeat(step)]));
        all
    }

    /// Its place in the list of all.
    pub(crate) fn number(self) -> u8 {
        let known = match self {
            Self::Slot(slot) => Self::Slot(slot % SLOTS as u8),
            Self::Heat(step) => Self::Heat(step.min(HEATS as u8 - 1)),
            Self::OnHeat(step) => Self::OnHeat(step.min(HEATS as u8 - 1)),
            paint => paint,
        };
        Self::all().iter().position(|&paint| paint == known).unwrap_or(0) as u8
    }

    /// The paint at a place in the list of all.
    pub(crate) fn numbered(number: u8) -> Self {
        Self::all()[usize::from(number)]
    }

    /// The name in style sheets.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Background => "background".into(),
            Self::Text => "text".into(),
            Self::Quiet => "quiet".into(),
            Self::Grid => "grid".into(),
            Self::Axis => "axis".into(),
            Self::Muted => "muted".into(),
            Self::Slot(slot) => format!("slot-{}", usize::from(slot) % SLOTS),
            Self::Heat(step) => format!("heat-{step}"),
            Self::OnHeat(step) => format!("on-heat-{step}"),
        }
    }
}

impl From<Ink> for Paint {
    fn from(ink: Ink) -> Self {
        match ink {
            Ink::Muted => Self::Muted,
            Ink::Slot(slot) => Self::Slot(slot),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast of two colours (WCAG 2.1, "contrast ratio").
    fn contrast(one: u32, other: u32) -> f64 {
        let luminance = |colour: u32| {
            let part = |shift: u32| {
                let value = f64::from((colour >> shift) & 0xFF) / 255.0;
                if value <= 0.03928 {
                    value / 12.92
                } else {
                    libm::pow((value + 0.055) / 1.055, 2.4)
                }
            };
            0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
        };
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        if one > other { one / other } else { other / one }
    }

    #[test]
    fn texts_can_be_read_on_what_is_behind_them() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            let behind = palette.background;
            assert!(contrast(palette.text, behind) > 7.0);
            assert!(contrast(palette.quiet, behind) > 4.5);
            for slot in palette.slots {
                assert!(contrast(slot, behind) > 3.5, "{slot:06x}");
            }
            for (on, heat) in palette.on_heat.iter().zip(palette.heat) {
                assert!(contrast(*on, heat) > 4.0, "{on:06x} on {heat:06x}");
            }
        }
    }
}
