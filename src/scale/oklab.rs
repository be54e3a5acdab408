//! Colours, and how far apart they look.

use std::fmt;
use std::str::FromStr;

/// A colour of sRGB, 8 bits a channel; written as `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub [u8; 3]);

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl FromStr for Rgb {
    type Err = String;
    /// Reads `#rrggbb`.
    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.strip_prefix('#').filter(|it| it.len() == 6);
        let hex = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let hex = hex.ok_or_else(|| format!("found \"{text}\", expected a colour as #7a1f5c"))?;
        Ok(Self::from_hex(hex))
    }
}

impl Rgb {
    /// The colour that style sheets write with the six digits of `hex`.
    #[must_use]
    pub fn from_hex(hex: u32) -> Self {
        let [_, red, green, blue] = hex.to_be_bytes();
        Self([red, green, blue])
    }

    /// The share of light in each channel, 0 to 1 (IEC 61966-2-1, the inverse transfer function).
    pub(super) fn linear(self) -> [f64; 3] {
        self.0.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    /// The nearest colour to shares of light; what lies outside 0 to 1 is clipped.
    pub(super) fn from_linear(light: [f64; 3]) -> Self {
        Self(light.map(|share| {
            let share = share.clamp(0.0, 1.0);
            let signal = if share <= 0.003_130_8 {
                share * 12.92
            } else {
                share.powf(1.0 / 2.4) * 1.055 - 0.055
            };
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "0 to 255 by the clamp above"
            )]
            let channel = (signal * 255.0).round() as u8;
            channel
        }))
    }

    /// The contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance and contrast ratio).
    ///
    /// ```
    /// use jangkau::scale::Rgb;
    /// assert!((Rgb([0; 3]).contrast(Rgb([255; 3])) - 21.0).abs() < 1e-9);
    /// ```
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let luminance = |colour: Self| {
            let [red, green, blue] = colour.linear();
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        let (one, two) = (luminance(self) + 0.05, luminance(other) + 0.05);
        one.max(two) / one.min(two)
    }
}

/// A colour by how it looks: equal distances look about equally large (Ottosson 2020, *A
/// perceptual color space for image processing*).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OkLab {
    /// Lightness, 0 black to 1 white.
    pub lightness: f64,
    /// Green below 0, red above.
    pub red: f64,
    /// Blue below 0, yellow above.
    pub yellow: f64,
}

impl OkLab {
    /// How a colour looks.
    #[must_use]
    #[allow(
        clippy::many_single_char_names,
        reason = "the letters of the source: cones l, m, s; channels r, g, b; axes a, b"
    )]
    pub fn from_rgb(colour: Rgb) -> Self {
        let [r, g, b] = colour.linear();
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        Self {
            lightness: 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            red: 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
            yellow: 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
        }
    }

    /// The nearest colour that a screen shows.
    #[must_use]
    #[allow(
        clippy::many_single_char_names,
        reason = "the letters of the source: cones l, m, s; channels r, g, b; axes a, b"
    )]
    pub fn to_rgb(self) -> Rgb {
        let (a, b) = (self.red, self.yellow);
        let l = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        Rgb::from_linear([
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
        ])
    }

    /// The colour at `share` (0 to 1) of the way to another.
    #[must_use]
    pub fn towards(self, other: Self, share: f64) -> Self {
        let mix = |from: f64, to: f64| from + (to - from) * share;
        Self {
            lightness: mix(self.lightness, other.lightness),
            red: mix(self.red, other.red),
            yellow: mix(self.yellow, other.yellow),
        }
    }

    /// How far apart two colours look; black and white are 1 apart, and 0.02 is just seen.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        let lightness = self.lightness - other.lightness;
        let (red, yellow) = (self.red - other.red, self.yellow - other.yellow);
        (lightness * lightness + red * red + yellow * yellow).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_published_pair_is_met() {
        // CSS Color 4, sample of `oklab()`: #7d2329 is oklab(40.101% 0.1147 0.0453).
        let found = OkLab::from_rgb(Rgb([0x7d, 0x23, 0x29]));
        let expected = [0.401_01, 0.1147, 0.0453];
        let found = [found.lightness, found.red, found.yellow];
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 2e-3, "{found} {expected}");
        }
    }

    proptest! {
        #[test]
        fn every_colour_comes_back(channels in any::<[u8; 3]>()) {
            prop_assert_eq!(OkLab::from_rgb(Rgb(channels)).to_rgb(), Rgb(channels));
        }
    }
}
