//! The colours around the map, by theme.

use crate::scale::Theme;

/// Colours as hexadecimal digits, those of the page where it has them.
#[derive(Debug)]
pub(super) struct Palette {
    /// What all is drawn on.
    pub(super) paper: &'static str,
    /// Titles.
    pub(super) ink: &'static str,
    /// Everything else that is written.
    pub(super) quiet: &'static str,
    /// Rules.
    pub(super) line: &'static str,
    /// Lines of figures.
    pub(super) figure: &'static str,
    /// The place in focus.
    pub(super) accent: &'static str,
    /// Behind the mark of an estimate.
    pub(super) badge: &'static str,
    /// The mark of an estimate.
    pub(super) badge_ink: &'static str,
    /// Land without figures.
    pub(super) land: &'static str,
    /// Lakes.
    pub(super) water: &'static str,
    /// Between groups of regions.
    pub(super) border: &'static str,
}

static LIGHT: Palette = Palette {
    paper: "#fbfbf9",
    ink: "#1b1f24",
    quiet: "#57606a",
    line: "#dcdfe3",
    figure: "#0b6478",
    accent: "#b3470b",
    badge: "#fff4d6",
    badge_ink: "#6b4700",
    land: "#dcdcd8",
    water: "#d5e2ee",
    border: "#3f464d",
};
static DARK: Palette = Palette {
    paper: "#14171a",
    ink: "#e8eaed",
    quiet: "#a4adb7",
    line: "#343a41",
    figure: "#52b3c8",
    accent: "#ff9a57",
    badge: "#3a3115",
    badge_ink: "#f4d27a",
    land: "#3a3d40",
    water: "#1f3145",
    border: "#c3c9cf",
};
static CONTRAST: Palette = Palette {
    paper: "#ffffff",
    ink: "#000000",
    quiet: "#2f353b",
    line: "#6b737c",
    figure: "#00424f",
    accent: "#8f3300",
    badge: "#fff0c2",
    badge_ink: "#3d2900",
    land: "#cfcfca",
    water: "#c3d6ea",
    border: "#000000",
};

impl Palette {
    pub(super) fn of(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
            Theme::Contrast => &CONTRAST,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_page() {
        let sheet = include_str!("../../public/style.css");
        for palette in Theme::ALL.map(Palette::of) {
            let named = [
                ("paper", palette.paper),
                ("ink", palette.ink),
                ("quiet", palette.quiet),
                ("line", palette.line),
                ("figure", palette.figure),
                ("accent", palette.accent),
                ("badge", palette.badge),
                ("badge-ink", palette.badge_ink),
                ("land", palette.land),
            ];
            for (name, colour) in named {
                assert!(sheet.contains(&format!("--{name}: {colour};")), "{name}");
            }
        }
    }
}
