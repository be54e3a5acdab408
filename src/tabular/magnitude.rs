//! Figures in thousands or millions, as their heading says.

use crate::cube::{Cube, Unit};

/// The beginnings of words for a million and a billion, among those of magnitudes; all others are for a thousand.
const MILLION: [&str; 4] = ["million", "mill", "mio", "juta"];
const BILLION: [&str; 4] = ["billion", "milliard", "miliar", "mrd"];

/// What the figures under a heading are to be multiplied by: `Population (thousands)`, `Population ('000)`.
pub(super) fn multiplier_in(heading: &str) -> f64 {
    let text = heading.to_lowercase();
    if Cube::says_rate(&text) {
        return 1.0;
    }
    let mut words = text.split(|letter: char| !letter.is_alphanumeric());
    if Cube::says_thousands(&text) {
        let starts = |list: [&str; 4]| {
            let mut words = words.clone();
            words.any(|word| list.iter().any(|start| word.starts_with(start)))
        };
        return match (starts(BILLION), starts(MILLION)) {
            (true, _) => 1e9,
            (false, true) => 1e6,
            (false, false) => 1e3,
        };
    }
    // Zeros without what stands before them.
    if words.any(|word| matches!(word, "000" | "000s" | "x1000")) {
        1e3
    } else {
        1.0
    }
}

/// What the figures of a measure are to be multiplied by: its unit says so, else its name.
pub(super) fn multiplier_of(unit: Option<&Unit>, label: &str) -> f64 {
    match unit {
        Some(unit) if unit.multiplier != 0 => 10_f64.powi(unit.multiplier),
        Some(unit) if unit.says_magnitude() => multiplier_in(unit.text()),
        Some(_) | None => multiplier_in(label),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_says_what_its_figures_are_multiplied_by() {
        for (heading, expected) in [
            ("Population (thousands)", 1e3),
            ("Population, in millions", 1e6),
            ("Population ('000)", 1e3),
            ("Penduduk (ribu jiwa)", 1e3),
            ("Penduduk (juta)", 1e6),
            ("Einwohner (Mio.)", 1e6),
            ("Population (1 000)", 1e3),
            ("Population", 1.0),
            ("Population 2000", 1.0),
            ("Deaths per thousand", 1.0),
        ] {
            assert!(
                (multiplier_in(heading) - expected).abs() < 1e-9,
                "{heading}"
            );
        }
        let unit = Unit {
            multiplier: 3,
            ..Unit::named("thousand persons")
        };
        assert!((multiplier_of(Some(&unit), "Population") - 1e3).abs() < 1e-9);
    }
}
