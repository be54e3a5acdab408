//! The colours of classes, as data.

use super::{ClassCount, OkLab, Rgb};

/// What the order of the colours says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ramp {
    /// From little to much, in one hue.
    Sequential,
    /// From far below a centre (ochre) to far above it (teal), in one order of lightness, so that the sides
    /// part without their hue, too.
    Diverging,
}

/// What the colours are seen on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    /// A light page: much is dark.
    Light,
    /// A dark page: much is bright.
    Dark,
    /// A white page for those who ask for more contrast: much is nearly black.
    Contrast,
}

impl Ramp {
    /// Both ramps.
    pub const ALL: [Self; 2] = [Self::Sequential, Self::Diverging];
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];
}

/// One colour a class, the lowest class first.
///
/// Interpolated in `OKLab` between a few anchors, so that steps look alike. Neighbours stay apart
/// for readers with any of the three colour-vision deficiencies.
///
/// ```
/// use jangkau::scale::{ClassCount, Ramp, Theme, colours};
/// let fills = colours(Ramp::Sequential, Theme::Light, ClassCount::nearest(5));
/// assert_eq!(fills[0].to_string(), "#cbe7e9");
/// ```
#[must_use]
pub fn colours(ramp: Ramp, theme: Theme, classes: ClassCount) -> Vec<Rgb> {
    let anchors = anchors(ramp, theme).map(OkLab::from_rgb);
    let last = classes.get() - 1;
    let places = (0..classes.get()).map(|class| class * (anchors.len() - 1));
    places
        .map(|place| {
            let (from, rest) = (place / last, place % last);
            let to = (from + 1).min(anchors.len() - 1);
            #[allow(clippy::cast_precision_loss, reason = "below 9")]
            let share = rest as f64 / last as f64;
            anchors[from].towards(anchors[to], share).to_rgb()
        })
        .collect()
}

#[allow(
    clippy::unreadable_literal,
    reason = "six digits are how colours are written"
)]
fn anchors(ramp: Ramp, theme: Theme) -> [Rgb; 5] {
    let anchors: [u32; 5] = match (ramp, theme) {
        (Ramp::Sequential, Theme::Light) => [0xcbe7e9, 0x86c0c9, 0x3d93a4, 0x0b6478, 0x052f42],
        (Ramp::Sequential, Theme::Dark) => [0x1d414d, 0x266b7d, 0x3998ad, 0x7cc7d5, 0xdaf6f7],
        (Ramp::Sequential, Theme::Contrast) => [0xc2e6ea, 0x6bb3bf, 0x1d7d8f, 0x004556, 0x001620],
        (Ramp::Diverging, Theme::Light) => [0xf0d592, 0xc9a94f, 0x918e86, 0x3d7786, 0x06384a],
        (Ramp::Diverging, Theme::Dark) => [0x4a3a10, 0x7a6428, 0x8f8f8c, 0x79bccb, 0xd2f4fa],
        (Ramp::Diverging, Theme::Contrast) => [0xe9cf86, 0xb89a3c, 0x7d7a72, 0x2c6a7a, 0x002430],
    };
    anchors.map(Rgb::from_hex)
}

#[cfg(test)]
mod tests {
    use super::super::hue::grounds;
    use super::*;

    #[allow(
        clippy::unreadable_literal,
        reason = "six digits are how colours are written"
    )]
    /// The outline of what is chosen, as in `public/style.css`.
    fn accent(theme: Theme) -> Rgb {
        Rgb::from_hex(match theme {
            Theme::Light => 0xb3470b,
            Theme::Dark => 0xff9a57,
            Theme::Contrast => 0x8f3300,
        })
    }

    /// How a colour looks to a reader without one kind of cone (Machado, Oliveira and Fernandes
    /// 2009, severity 1), on linear light.
    const DEFICIENCIES: [(&str, [[f64; 3]; 3]); 3] = [
        (
            "protanopia",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "deuteranopia",
            [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
        ),
        (
            "tritanopia",
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        ),
    ];

    fn seen(colour: Rgb, matrix: [[f64; 3]; 3]) -> OkLab {
        let light = colour.linear();
        let row = |row: [f64; 3]| row.iter().zip(light).map(|(a, b)| a * b).sum();
        OkLab::from_rgb(Rgb::from_linear(matrix.map(row)))
    }

    fn each_ramp(mut check: impl FnMut(Ramp, Theme, &str, &[OkLab])) {
        for (ramp, theme) in Ramp::ALL
            .iter()
            .flat_map(|&ramp| Theme::ALL.map(|theme| (ramp, theme)))
        {
            for classes in ClassCount::ALL {
                let fills = colours(ramp, theme, classes);
                let plain: Vec<OkLab> = fills.iter().map(|&fill| OkLab::from_rgb(fill)).collect();
                check(ramp, theme, "all cones", &plain);
                for (name, matrix) in DEFICIENCIES {
                    let fills: Vec<OkLab> = fills.iter().map(|&fill| seen(fill, matrix)).collect();
                    check(ramp, theme, name, &fills);
                }
            }
        }
    }

    fn monotone(colours: &[OkLab], darker: bool) -> bool {
        colours
            .windows(2)
            .all(|pair| (pair[1].lightness < pair[0].lightness) == darker)
    }

    #[test]
    fn lightness_alone_tells_the_order_to_every_eye() {
        each_ramp(|ramp, theme, eye, fills| {
            let darker = theme != Theme::Dark;
            assert!(
                monotone(fills, darker),
                "{ramp:?} {theme:?} {eye} {}",
                fills.len()
            );
        });
    }

    #[test]
    fn neighbours_stay_apart_for_every_eye() {
        each_ramp(|ramp, theme, eye, fills| {
            let least = fills
                .windows(2)
                .map(|pair| pair[0].distance(pair[1]))
                .fold(f64::INFINITY, f64::min);
            let bound = if eye == "all cones" { 0.05 } else { 0.035 };
            let of = fills.len();
            assert!(least >= bound, "{ramp:?} {theme:?} {eye} {of}: {least}");
        });
    }

    #[test]
    fn the_two_sides_of_a_centre_never_look_alike() {
        each_ramp(|ramp, theme, eye, fills| {
            if ramp == Ramp::Diverging {
                for rank in 0..fills.len() / 2 {
                    let apart = fills[rank].distance(fills[fills.len() - 1 - rank]);
                    let ends = rank == 0;
                    let bound = if ends { 0.09 } else { 0.035 };
                    let of = fills.len();
                    assert!(apart >= bound, "{theme:?} {eye} {rank} of {of}: {apart}");
                }
            }
        });
    }

    #[test]
    fn the_faintest_class_stands_off_the_page_and_all_off_the_chosen_outline() {
        for (ramp, theme) in Ramp::ALL
            .iter()
            .flat_map(|&ramp| Theme::ALL.map(|theme| (ramp, theme)))
        {
            let (papers, accent) = (grounds(theme), accent(theme));
            for classes in ClassCount::ALL {
                for fill in colours(ramp, theme, classes) {
                    let contrast = papers.map(|paper| paper.contrast(fill));
                    assert!(
                        contrast.iter().all(|&found| found >= 1.2),
                        "{theme:?} {fill}"
                    );
                    let apart = OkLab::from_rgb(fill).distance(OkLab::from_rgb(accent));
                    assert!(apart >= 0.1, "{ramp:?} {theme:?} {fill}: {apart}");
                }
            }
        }
    }
}
