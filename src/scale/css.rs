//! The ramps as a style sheet.

use std::fmt::Write as _;

use super::{ClassCount, Ramp, Theme, colours};

/// Every ramp as custom properties: an element of class `seq5` has `--k0` to `--k4`, the lowest
/// class first, and one of class `div7` has `--k0` to `--k6`.
///
/// The colours follow the reader's system, unless `data-theme` on the root says `light`, `dark`
/// or `contrast`.
///
/// ```
/// assert!(jangkau::scale::stylesheet().starts_with(".seq3{--k0:#cbe7e9;"));
/// ```
#[must_use]
pub fn stylesheet() -> String {
    by_theme(&rules)
}

/// Rules of every theme, each where it applies: `rules` is told what stands before each selector.
#[must_use]
pub fn by_theme(rules: &dyn Fn(&str, Theme) -> String) -> String {
    let mut sheet = rules("", Theme::Light);
    let dark = rules(":root:not([data-theme=light]) ", Theme::Dark);
    let more = rules(":root:not([data-theme]) ", Theme::Contrast);
    write_media(&mut sheet, "prefers-color-scheme:dark", &dark);
    write_media(&mut sheet, "prefers-contrast:more", &more);
    sheet += &rules(":root[data-theme=dark] ", Theme::Dark);
    sheet += &rules(":root[data-theme=contrast] ", Theme::Contrast);
    sheet
}

fn write_media(sheet: &mut String, query: &str, rules: &str) {
    let _ = write!(sheet, "@media({query}){{{rules}}}");
}

fn rules(scope: &str, theme: Theme) -> String {
    let mut rules = String::new();
    for (ramp, name) in [(Ramp::Sequential, "seq"), (Ramp::Diverging, "div")] {
        for classes in ClassCount::ALL {
            let _ = write!(rules, "{scope}.{name}{}{{", classes.get());
            let declarations: Vec<String> = colours(ramp, theme, classes)
                .iter()
                .enumerate()
                .map(|(class, fill)| format!("--k{class}:{fill}"))
                .collect();
            rules += &declarations.join(";");
            rules.push('}');
        }
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_is_small_and_its_braces_close() {
        let sheet = stylesheet();
        assert!(sheet.len() < 12_000, "{} bytes", sheet.len());
        let mut depth = 0_i32;
        for byte in sheet.bytes() {
            depth += i32::from(byte == b'{') - i32::from(byte == b'}');
            assert!((0..=2).contains(&depth));
        }
        assert_eq!(depth, 0);
    }

    #[test]
    fn every_ramp_is_there_in_every_theme() {
        let sheet = stylesheet();
        for classes in ClassCount::ALL {
            for (ramp, name) in [(Ramp::Sequential, "seq"), (Ramp::Diverging, "div")] {
                for theme in Theme::ALL {
                    let fills = colours(ramp, theme, classes);
                    let last = fills.len() - 1;
                    let end = format!("--k{last}:{}}}", fills[last]);
                    let start = format!(".{name}{}{{--k0:{};", classes.get(), fills[0]);
                    let scopes = sheet.matches(&start).count();
                    assert_eq!(scopes, if theme == Theme::Light { 1 } else { 2 }, "{start}");
                    assert!(sheet.contains(&end), "{end}");
                }
            }
        }
    }
}
